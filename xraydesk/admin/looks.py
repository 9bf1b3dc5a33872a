"""All films of a table looked at once; what was seen is kept by content, so that a second look is quick."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from xraydesk.admin.exclusions import film_key
from xraydesk.admin.film_look import FilmLook, look_at
from xraydesk.cores import cores
from xraydesk.errors import Cancelled, UnreadableImage
from xraydesk.imaging.load import content_hash
from xraydesk.training.table import ImageTable, LabelledImage

FILE = "looks-1.jsonl"  # another number where the measures change
_AT_ONCE = 16  # films between two reports: a large film takes a tenth of a second
Progress = Callable[[int, int], bool]  # done, of; False stops


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """A table with a look at each film, in its order."""

    table: ImageTable
    looks: tuple[FilmLook, ...]
    hashes: tuple[str, ...]  # "" where the file cannot be opened
    keys: tuple[str, ...]  # what each film is known by in the list of films left out; "" as in ``hashes``


def look_over(table: ImageTable, root: Path, kept: Path, progress: Progress | None = None) -> Looked:
    """Look at every film.

    Parameters
    ----------
    table
        As an importer read it.
    root
        The folder of the films.
    kept
        Folder of what was seen before.
    progress
        Is told how many films are done, of how many; False stops.

    Raises
    ------
    Cancelled
        The look was stopped; what was seen is kept.
    """
    seen = _Seen(kept / FILE)
    found: list[tuple[str, FilmLook]] = []
    threads = max(1, min(4, cores() // 2))  # the reading desk goes on beside it
    with ThreadPoolExecutor(threads) as pool:
        for part in _parts(table.images, _AT_ONCE):
            if progress is not None and not progress(len(found), len(table)):
                raise Cancelled
            found += pool.map(seen.look, part)
            seen.keep()
    hashes = tuple(digest for digest, _ in found)
    return Looked(table, tuple(look for _, look in found), hashes, _keys(table.images, hashes, root))


def _parts(images: Sequence[LabelledImage], size: int) -> Iterator[list[LabelledImage]]:
    rest = iter(images)
    while part := list(islice(rest, size)):
        yield part


def _keys(images: Sequence[LabelledImage], hashes: Sequence[str], root: Path) -> tuple[str, ...]:
    """Return content for the first file that has it, content and path for further ones; frames share a key."""
    first: dict[str, Path] = {}
    keys = []
    for image, digest in zip(images, hashes, strict=True):
        copied = bool(digest) and first.setdefault(digest, image.path) != image.path
        below = image.path.relative_to(root) if image.path.is_relative_to(root) else image.path
        keys.append(film_key(digest, below.as_posix()) if copied else digest)
    return tuple(keys)


class _Seen:
    """What was seen of films before, a line of JSON each: key, look."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, FilmLook] = {}
        self._new: list[str] = []
        for line in _lines(file):
            try:
                key, found = json.loads(line)
                self._known[key] = FilmLook.from_json(found)
            except (ValueError, TypeError, KeyError):  # cut short when the power went: looked at again
                continue

    def look(self, image: LabelledImage) -> tuple[str, FilmLook]:
        """Return the content and the look at a film; for any thread."""
        try:
            digest = content_hash(image.path)
        except UnreadableImage as error:
            return "", FilmLook(problem=error.what)
        if image.problem:
            return digest, FilmLook(problem=image.problem)
        key = f"{digest}/{image.frame}"
        look = self._known.get(key)
        if look is None:
            look = self._known[key] = look_at(image.path, image.frame)
            self._new.append(f"{json.dumps(key)}, {look.as_json()}")
        return digest, look

    def keep(self) -> None:
        """Write what is new; where that cannot be, the next look takes as long as this one."""
        lines, self._new = self._new, []
        if not lines:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write("".join(f"[{line}]\n" for line in lines))
        except OSError:
            return


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
