"""openTSNE in a frozen program: its compiled parts import each other out of sight."""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules("openTSNE")
