"""Decode once: all films of a table as one memory-mapped array of network-sized squares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.inference.preprocess import to_input
from xraydesk.training.table import ImageTable


def cached_films(
    table: ImageTable, size: int, folder: Path, report: Callable[[str], None]
) -> tuple[ImageTable, NDArray[np.uint8]]:
    """Return the readable rows of the table and their films, shape (n, size, size), uint8, mapped from disk.

    The cache is keyed on paths, sizes and times of the files, so that a changed file is decoded anew. Films that
    cannot be read are left out and reported.
    """
    key = _key(table, size)
    array_file, kept_file = folder / f"films-{key}.npy", folder / f"films-{key}.json"
    if not kept_file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _decode(table, size, array_file, kept_file, report)
    kept: list[int] = json.loads(kept_file.read_text())
    return table.subset(kept), np.load(array_file, mmap_mode="r")


def _key(table: ImageTable, size: int) -> str:
    digest = hashlib.sha256(str(size).encode())
    for image in table.images:
        stat = image.path.stat()
        digest.update(f"{image.path}|{stat.st_size}|{stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:16]


def _decode(table: ImageTable, size: int, array_file: Path, kept_file: Path, report: Callable[[str], None]) -> None:
    def film(path: Path) -> NDArray[np.uint8] | None:
        try:
            return to_input(to_grey(load(path)), size)
        except XraydeskError as error:
            report(f"Left out: {error}")
            return None

    with ThreadPoolExecutor() as pool:
        films = list(pool.map(film, [image.path for image in table.images]))
    kept = [index for index, one in enumerate(films) if one is not None]
    np.save(array_file, np.stack([one for one in films if one is not None]))
    kept_file.write_text(json.dumps(kept))
