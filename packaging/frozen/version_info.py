"""The version, read from the source, and Windows' resource of it."""

from __future__ import annotations

import re
from pathlib import Path

_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1,
                    subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "xraydesk"),
      StringStruct("FileDescription", "xraydesk - a reading desk for radiographs"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "xraydesk"),
      StringStruct("LegalCopyright", "Apache-2.0"),
      StringStruct("OriginalFilename", "xraydesk.exe"),
      StringStruct("ProductName", "xraydesk"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def version(root: Path) -> str:
    """Return the version that the source names; it is not imported for that."""
    found = re.search(r'^__version__ = "([^"]+)"', (root / "xraydesk" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("xraydesk/__init__.py names no version")
    return found[1]


def windows_resource(version: str, folder: Path) -> str:
    """Write Windows' description of the program file and return its path; Windows counts in four numbers."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    path = folder / "version.txt"
    path.write_text(_RESOURCE.format(numbers=(*numbers, *(0,) * (4 - len(numbers))), version=version), "utf-8")
    return str(path)
