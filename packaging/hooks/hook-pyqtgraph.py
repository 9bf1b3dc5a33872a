"""pyqtgraph in a frozen program: plots alone; its colour maps are small, its examples and editors stay out."""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("pyqtgraph", includes=["colors/**", "icons/**"])
