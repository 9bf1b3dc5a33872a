"""One measured figure, the table of all, and the machine they were measured on."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Row:
    """What was measured; ``target`` is the least (or with ``at_most`` the most) it shall be, None for background."""

    what: str
    value: float
    unit: str
    target: float | None = None
    at_most: bool = False

    @property
    def reached(self) -> bool:
        """True where the target is met or there is none."""
        if self.target is None:
            return True
        return self.value <= self.target if self.at_most else self.value >= self.target

    def cells(self) -> tuple[str, str, str, str]:
        """Return the cells of the table."""
        target = "" if self.target is None else f"{'<=' if self.at_most else '>='} {self.target:g} {self.unit}"
        verdict = "" if self.target is None else ("yes" if self.reached else "NO")
        return self.what, target, f"{_short(self.value)} {self.unit}", verdict


def emit(row: Row) -> None:
    """Hand a row to the process that prints the table."""
    sys.stdout.write("ROW " + json.dumps(asdict(row)) + "\n")
    sys.stdout.flush()


def parse(line: str) -> Row | None:
    """Return the row of a line that `emit` wrote; None for any other line."""
    return Row(**json.loads(line[4:])) if line.startswith("ROW ") else None


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    head = ("what", "target", "measured", "reached")
    lines = [head, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    made = ["| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |" for line in lines]
    made.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(made)


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return float(np.percentile(seconds, 95)) * 1000


def machine() -> str:
    """Return one line about the machine, by which the figures can be judged."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("torch", "PySide6_Essentials", "numpy"))
    parts = (
        _processor(),
        f"{os.cpu_count()} cores",
        _memory(),
        platform.system(),
        f"Python {platform.python_version()}",
    )
    return ", ".join(part for part in parts if part) + f"; {packages}"


def memory_megabytes(peak: bool = False) -> float:
    """Return the resident memory of this process, or its peak (Linux; elsewhere only the peak is known)."""
    status = Path("/proc/self/status")
    if status.exists():
        key = "VmHWM:" if peak else "VmRSS:"
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(key)) / 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1024


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return names[0].split(":", 1)[1].strip() if names else platform.processor()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (ValueError, OSError, AttributeError):
        return ""
