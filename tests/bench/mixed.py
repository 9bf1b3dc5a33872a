"""Where the films of a mixed folder of PNG and JPEG go: to which model, or to none.

    python -m tests.bench.mixed DATA_FOLDER [--each N] [--runs RUN_FOLDER ...]

Of the kinds that a run trained on only its validation films are drawn; without ``--runs`` any film is.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from xraydesk.triage.assessment import ImageStatus
from xraydesk.triage.desk import Desk
from xraydesk.triage.headless import triage_folder

KINDS = {
    "child chest, 224 px": ("chest-paediatric/*/*/*", "chest-pneumonia"),
    "child chest, full size": ("chest-paediatric-fullsize/*/*", "chest-pneumonia"),
    "adult knee": ("knee/*/*/*", "knee-osteoarthritis"),
    "adult chest, NIH": ("chest-adult/nih/*.jpg", ""),
    "adult chest, RSNA": ("chest-adult/rsna-normal/*", ""),
    "adult chest, tuberculosis set": ("chest-adult/tb-pakistan/*/*", ""),
}


def main() -> None:
    """Draw, link, triage, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--runs", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xraydesk-mixed-") as work:
        folder = Path(work) / "films"
        folder.mkdir()
        kinds = _link(folder, options.data.resolve(), options.each, options.runs)
        tallies = _routed(folder, Path(work), kinds)
    print("| films of | n | judged by the model for them | by the other model | not assessed |")
    print("| --- | --- | --- | --- | --- |")
    for kind, (_, right) in KINDS.items():
        tally = tallies[kind]
        n, own, none = tally.total(), tally[right] if right else 0, tally[""]
        share = f"{own} ({own / n:.1%})" if right else "there is none"
        print(f"| {kind} | {n} | {share} | {n - own - none} | {none} ({none / n:.1%}) |")


def _link(folder: Path, data: Path, each: int, runs: Sequence[Path]) -> dict[str, str]:
    """Link films into the folder under neutral names, in any order, and return their kinds."""
    chance = random.Random(5)
    lists = [json.loads((run / "run.json").read_text("utf-8")) for run in runs]
    learnt = {PurePosixPath(name).name for one in lists for name in one["train"]}
    drawn = []
    for kind, (pattern, _) in KINDS.items():
        files = sorted(file for file in data.glob(pattern) if file.name not in learnt)
        drawn += [(kind, file) for file in chance.sample(files, min(each, len(files)))]
    chance.shuffle(drawn)
    kinds = {}
    for number, (kind, file) in enumerate(drawn):
        link = folder / f"{number:05}{file.suffix}"
        link.symlink_to(file)
        kinds[link.name] = kind
    return kinds


def _routed(folder: Path, work: Path, kinds: dict[str, str]) -> dict[str, Counter[str]]:
    """Return for each kind how many films each model judged; "" is none."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    with Desk(work / "data", device="cpu") as desk:
        for assessment in triage_folder(desk, folder, lambda _: None).assessments:
            for instance, image in zip(desk.study(assessment.study_id).instances, assessment.images, strict=True):
                judged = image.model_id if image.status is ImageStatus.SCORED else ""
                tallies[kinds[instance.path.name]][judged] += 1
    return tallies


if __name__ == "__main__":
    main()
