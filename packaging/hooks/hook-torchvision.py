"""torchvision in a frozen program: the published networks alone; nothing here reads pictures or detects objects."""

from __future__ import annotations

hiddenimports = ["torchvision.models"]  # asked for by name
