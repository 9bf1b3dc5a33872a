"""Decode once: all films of a table as one memory-mapped array of network-sized squares."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import TrainingError, XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.radiograph import Grey
from xraydesk.imaging.render import to_grey
from xraydesk.inference.preprocess import to_input
from xraydesk.training.table import ImageTable, LabelledImage

_UNREAD = "it cannot be read"


def cached_films(
    table: ImageTable, size: int, folder: Path, report: Callable[[str], None]
) -> tuple[ImageTable, NDArray[np.uint8]]:
    """Return the readable rows of the table and their films, shape (n, size, size), uint8, mapped from disk.

    The cache is keyed on paths, sizes and times of the files, so that a changed file is decoded anew. Films that
    cannot be read are reported, and stand among what the table left out.
    """
    key = _key(table, size)
    array_file, kept_file = folder / f"films-{key}.npy", folder / f"films-{key}.json"
    if not (kept_file.exists() and array_file.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        _decode(table, size, array_file, kept_file, report)
    kept: list[int] = json.loads(kept_file.read_text())
    there = set(kept)
    unread = tuple((image.path, _UNREAD) for i, image in enumerate(table.images) if i not in there)
    return replace(table.subset(kept), left_out=table.left_out + unread), np.load(array_file, mmap_mode="r")


def _key(table: ImageTable, size: int) -> str:
    digest = hashlib.sha256(str(size).encode())
    for image in table.images:
        stat = _stat(image.path)
        frame = f"|{image.frame}" if image.frame else ""
        digest.update(f"{image.path}|{stat.st_size}|{stat.st_mtime_ns}{frame}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:16]


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as error:
        raise TrainingError(f"A film cannot be read any more: {error.strerror}", subject=path) from error


def _decode(table: ImageTable, size: int, array_file: Path, kept_file: Path, report: Callable[[str], None]) -> None:
    """Write the films aside and move them into place, the list of what was kept last: it says that all is there."""

    def film(image: LabelledImage) -> tuple[NDArray[np.uint8], tuple[int, int]] | None:
        try:
            grey = _grey(image)
        except XraydeskError as error:
            report(f"Left out: {error}")
            return None
        return to_input(grey, size), (grey.shape[0], grey.shape[1])

    _refuse_too_many(len(table) * size * size, array_file.parent)
    part = array_file.with_suffix(".part")
    films = np.lib.format.open_memmap(part, "w+", np.uint8, (len(table), size, size))
    kept: list[int] = []
    shapes: list[tuple[int, int]] = []
    with ThreadPoolExecutor() as pool:
        for index, found in enumerate(pool.map(film, table.images)):
            if found is not None:
                films[len(kept)] = found[0]
                kept.append(index)
                shapes.append(found[1])
    if not kept:
        raise TrainingError("None of the films can be read", remedy="The notes above say why each was left out")
    films.flush()
    np.save(shapes_file(array_file), np.array(shapes, np.int64))
    if len(kept) < len(table):
        np.save(array_file, films[: len(kept)])
        part.unlink()
    else:
        part.replace(array_file)
    kept_file.write_text(json.dumps(kept))


def _refuse_too_many(needed: int, folder: Path) -> None:
    """Raise TrainingError where the films have no room: a map that cannot be filled ends the process without a word."""
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise TrainingError(
            f"The films need {needed / 2**20:,.0f} MB, and {free / 2**20:,.0f} MB are free",
            subject=folder,
            remedy="Make room, or choose another place",
        )


def _grey(image: LabelledImage) -> Grey:
    if image.problem:
        raise TrainingError(image.problem, subject=image.path)
    return to_grey(load(image.path, image.frame))


def shapes_file(array_file: Path) -> Path:
    """Return where the rows and columns of the original films lie, shape (n, 2), beside the films."""
    return array_file.with_suffix(".shapes.npy")


def original_shapes(films: NDArray[np.uint8]) -> NDArray[np.int64] | None:
    """Return rows and columns of the original films of a cache, shape (n, 2), or None where they were not kept."""
    name = getattr(films, "filename", None)
    file = None if name is None else shapes_file(Path(name))
    return np.load(file) if file is not None and file.exists() else None
