"""Keep pydicom and Pillow from printing and logging what stands in patients' files.

pydicom reports every oddity of a header through `warnings` and through its logger, often with the value itself, which
may be a patient's name. `warnings.catch_warnings` is no help: it swaps process-wide state and is not thread-safe. So
one process-wide filter is set for warnings raised from these libraries, and only for them.
"""

from __future__ import annotations

import logging
import re
import warnings
from typing import Any

from pydicom import config

_QUIET = re.compile(r"(pydicom|highdicom|PIL)(\.|$)")
_FILTER: tuple[Any, ...] = ("ignore", None, Warning, _QUIET, 0)


def hush() -> None:
    """Silence pydicom, highdicom and Pillow. Cheap, idempotent and safe in any thread.

    Called at every entry of the room: a program (or pytest) may have set other filters in front since. pydicom's
    reading checks are turned off too: this room reads values leniently itself, and each check would cost time.
    """
    filters: list[Any] = warnings.filters  # type: ignore[assignment]
    if not filters or filters[0] != _FILTER:
        filters.insert(0, _FILTER)
        warnings._filters_mutated()  # type: ignore[attr-defined]  # as warnings.filterwarnings does
    logging.getLogger("pydicom").setLevel(logging.CRITICAL + 1)
    config.settings.reading_validation_mode = config.IGNORE
