"""Under which name, version and moment a frozen program is handed out."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from frozen.version_info import version

ROOT = Path(__file__).resolve().parents[2]
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_NO_MOMENT = 1767225600  # 2026-01-01, where the build names none


def name(frozen: Path) -> str:
    """Return "xraydesk", or "xraydesk-cuda" where the program has the CUDA edition's torch."""
    return "xraydesk-cuda" if any(frozen.glob("lib/torch/lib/libtorch_cuda.*")) else "xraydesk"


def program_version() -> str:
    """Return the version that the source names."""
    return version(ROOT)


def debian_version() -> str:
    """Return it in Debian's form: what comes before a release sorts before it, and a packaging number follows."""
    return re.sub(r"\.?(a|b|rc|dev)(?=\d)", r"~\1", program_version()) + "-1"


def debian_architecture() -> str:
    """Return Debian's word for this machine's processor."""
    return _ARCHITECTURES.get(platform.machine(), platform.machine())


def maintainer() -> str:
    """Return who answers for the package: a site that builds its own says so as Debian's tools are told."""
    full_name, address = os.environ.get("DEBFULLNAME"), os.environ.get("DEBEMAIL")
    return (
        f"{full_name} <{address}>" if full_name and address else "xraydesk maintainers <maintainers@xraydesk.invalid>"
    )


def moment() -> int:
    """Return the time that all files of an installer carry, in seconds since 1970 (SOURCE_DATE_EPOCH)."""
    told = os.environ.get("SOURCE_DATE_EPOCH") or _moment_of_the_commit()
    return int(told or _NO_MOMENT)


def _moment_of_the_commit() -> str:
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # a source archive on a machine without git
        return ""


def day() -> str:
    """Return that moment's day: "2026-01-01"."""
    return datetime.fromtimestamp(moment(), UTC).date().isoformat()


def mail_date() -> str:
    """Return that moment as RFC 5322 has it, for Debian's changelog."""
    return format_datetime(datetime.fromtimestamp(moment(), UTC))
