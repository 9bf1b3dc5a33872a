"""scikit-learn in a frozen program: principal components and neighbours, without its data sets.

It reads the style sheets of its notebook pictures whenever it is imported.
"""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("sklearn", includes=["**/*.css", "**/*.js"])
