"""How many processor cores may be used: what the system grants, and no more than an administrator has set."""

from __future__ import annotations

import os

from xraydesk import machine


def cores() -> int:
    """Return how many threads may compute at a time; at least one."""
    granted = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(granted, machine.in_force().threads or granted))
