"""Where the images of a list stand in a table: found by the content of their files, else by their path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Protocol

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import content_hash
from xraydesk.training.table import ImageTable, LabelledImage


class Named(Protocol):
    """A line of a list: the hash of an image's file, or "" and its path."""

    @property
    def content_hash(self) -> str:
        """SHA-256 of the file, or ""."""

    @property
    def path(self) -> str:
        """Absolute or below the folder of the films."""


def places_of(table: ImageTable, rows: Sequence[Named], folder: Path) -> list[list[int]]:
    """Return the images of each line; none where it has none here.

    Files of a line's own name are hashed first, the others only where needed.
    """
    by_path: dict[str, list[int]] = defaultdict(list)
    by_name: dict[str, list[int]] = defaultdict(list)
    for place, image in enumerate(table.images):
        by_name[image.path.name].append(place)
        for path in {image.path.as_posix(), below(image.path, folder)}:
            by_path[path].append(place)
    hashed = _Hashes(table.images)
    hashed.read(place for row in rows for place in by_name[PurePath(row.path).name] if row.content_hash)
    if any(row.content_hash and row.content_hash not in hashed.places for row in rows):
        hashed.read(range(len(table)))
    return [
        hashed.places.get(row.content_hash, []) if row.content_hash else by_path[PurePath(row.path).as_posix()]
        for row in rows
    ]


def below(path: Path, folder: Path) -> str:
    """Return a path below a folder, with "/" on every system; the whole path where it lies elsewhere."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


class _Hashes:
    """Which images have which content; a file is read once, one that cannot be read has none."""

    def __init__(self, images: Sequence[LabelledImage]) -> None:
        self.places: dict[str, list[int]] = defaultdict(list)
        self._images = images
        self._known: set[int] = set()

    def read(self, places: Iterable[int]) -> None:
        for place in places:
            if place in self._known:
                continue
            self._known.add(place)
            try:
                self.places[content_hash(self._images[place].path)].append(place)
            except XraydeskError:  # said where the film is decoded
                continue
