"""Makes the pictures of the user guide: the real window on the demo studies and on a made-up log.

Run in the project's own folder, so that the demo studies have a short name: `make guide-pictures`.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["QT_SCALE_FACTOR"] = "2"
LIMIT = 3_000_000  # bytes of all pictures, as they ship with the program


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the guide's pages")
    parser.add_argument("--work", type=Path, required=True, help="keeps what was scored for the next time")
    parser.add_argument("--languages", nargs="+", default=["en", "de"])
    parser.add_argument("--only", nargs="+", default=["reading", "research", "site"])
    options = parser.parse_args()
    from guide import shots

    for language in options.languages:
        folder = options.out / ("" if language == "en" else language) / "pictures"
        for part in options.only:
            getattr(shots, part)(options.work.absolute(), folder, language)
    pictures = sorted(options.out.rglob("*.[pj][np]g"))
    total = sum(path.stat().st_size for path in pictures)
    print(*(f"{path.stat().st_size:9,d}  {path}" for path in pictures), f"{total:9,d}  all", sep="\n")
    if total > LIMIT:
        raise SystemExit(f"The pictures weigh more than {LIMIT:,d} bytes.")


if __name__ == "__main__":
    main()
