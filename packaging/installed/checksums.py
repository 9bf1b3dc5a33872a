"""SHA256SUMS of what is handed out, in the form of `sha256sum --check`, and its signature where there is a key."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

NAME = "SHA256SUMS"
KEY = "XRAYDESK_SIGNING_KEY"  # of GnuPG: a fingerprint or an address
HANDED_OUT = (".deb", ".tar.zst", ".exe", ".dmg", ".pkg", ".cdx.json")


def write(folder: Path) -> list[Path]:
    """Write the sums of all installers in a folder; with ``XRAYDESK_SIGNING_KEY`` a detached signature beside it.

    Returns
    -------
    list of Path
        What was written: the sums and, where signed, the signature.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name.endswith(HANDED_OUT))
    sums = folder / NAME
    sums.write_text("".join(f"{_sum(path)}  {path.name}\n" for path in files), "utf-8", newline="\n")
    signature = sums.with_name(f"{NAME}.asc")
    signature.unlink(missing_ok=True)  # of other sums
    key = os.environ.get(KEY, "")
    if not key:
        return [sums]
    command = ["gpg", "--batch", "--yes", "--local-user", key, "--armor", "--output", str(signature), "--detach-sign"]
    subprocess.run([*command, str(sums)], check=True)
    return [sums, signature]


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
