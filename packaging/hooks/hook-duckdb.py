"""DuckDB in a frozen program: its compiled part imports modules out of sight, and its version is asked of metadata.

Spark's interface, which is an experiment and stays out (`frozen/contents.py`), is not asked for in the first place.
"""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_submodules, copy_metadata

hiddenimports = collect_submodules("duckdb", filter=lambda name: not name.startswith("duckdb.experimental"))
datas = copy_metadata("duckdb")
