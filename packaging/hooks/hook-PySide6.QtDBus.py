"""QtDBus in a frozen program, without the plug-ins that `frozen.contents` leaves out and what they link to."""

from __future__ import annotations

from frozen.contents import useful_pairs
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, _binaries, _datas = add_qt6_dependencies(__file__)
binaries, datas = useful_pairs(_binaries), useful_pairs(_datas)
