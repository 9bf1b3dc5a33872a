"""Maps on disk: a table of numbers and a page of JSON for each, in ``research/maps`` of the data folder.

Nothing is pickled. A map that cannot be read is as good as none: it is made anew.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import safetensors
import safetensors.numpy

from xraydesk.errors import XraydeskError
from xraydesk.research.components import Components
from xraydesk.research.embedding import Embedding
from xraydesk.store.predictions import ImageKey

_KEPT = 4  # maps of one model; the oldest go
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class KeptMap:
    """A map and the images on it, in the order of its points."""

    keys: tuple[ImageKey, ...]
    embedding: Embedding


def set_hash(keys: Iterable[ImageKey]) -> str:
    """Return the hash of a set of images, whatever their order."""
    return hashlib.sha256(json.dumps(sorted(map(list, keys))).encode()).hexdigest()


def keep(folder: Path, model_key: str, kept: KeptMap) -> None:
    """Write a map; each file is moved to its place when it is whole, the numbers first.

    Raises
    ------
    XraydeskError
        The folder cannot be written.
    """
    stem = f"{model_key[:16]}-{set_hash(kept.keys)[:16]}"
    made, parts = kept.embedding, kept.embedding.components
    page = {
        "model_key": model_key,
        "keys": kept.keys,
        "perplexity": made.perplexity,
        "seed": made.seed,
        "n_iter": made.n_iter,
        "kl": made.kl,
    }
    numbers = {
        "points": made.points,
        "mean": parts.mean,
        "basis": parts.basis,
        "explained": parts.explained,
        "coordinates": parts.coordinates,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{stem}.safetensors", safetensors.numpy.save(numbers))
        _write(folder / f"{stem}.json", json.dumps(page).encode())
        for old in _pages(folder, model_key)[_KEPT:]:
            old.unlink(missing_ok=True)
            old.with_suffix(".safetensors").unlink(missing_ok=True)
    except OSError as error:
        raise XraydeskError(f"The map cannot be kept: {error.strerror}", subject=folder) from error


def find(folder: Path, model_key: str, wanted: Sequence[ImageKey], share: float) -> KeptMap | None:
    """Return the kept map of a model that holds most of the wanted images; None where none holds ``share`` of them.

    Of maps that hold as many the one with the fewest others is taken, then the newest.
    """
    known = set(wanted)
    best: tuple[int, int] | None = None
    found: KeptMap | None = None
    for page in _pages(folder, model_key):
        kept = _read(page, model_key)
        if kept is None:
            continue
        held = len(known.intersection(kept.keys))
        rank = held, -len(kept.keys)
        if held and held >= share * len(known) and (best is None or rank > best):
            best, found = rank, kept
    return found


def _pages(folder: Path, model_key: str) -> list[Path]:
    """Return the pages of a model's maps, the newest first."""
    return sorted(folder.glob(f"{model_key[:16]}-*.json"), key=_written, reverse=True)


def _written(page: Path) -> int:
    try:
        return page.stat().st_mtime_ns
    except OSError:  # another window has just made room for newer ones
        return 0


def _read(path: Path, model_key: str) -> KeptMap | None:
    try:
        page = json.loads(path.read_bytes())
        numbers = safetensors.numpy.load(path.with_suffix(".safetensors").read_bytes())
        keys = tuple((str(content_hash), int(frame)) for content_hash, frame in page["keys"])
        parts = Components(*(numbers[name] for name in ("mean", "basis", "explained", "coordinates")))
        settings = (float(page["perplexity"]), int(page["seed"]), int(page["n_iter"]), float(page["kl"]))
        embedding = Embedding(numbers["points"], parts, *settings)
        if page["model_key"] != model_key or not _sound(embedding, len(keys)):
            return None
    except (OSError, ValueError, KeyError, TypeError, safetensors.SafetensorError) as error:
        _log.warning("A kept map cannot be read: %s", type(error).__name__)
        return None
    return KeptMap(keys, embedding)


def _sound(embedding: Embedding, count: int) -> bool:
    """Tell whether the numbers belong together."""
    parts = embedding.components
    dims = parts.explained.shape[0]
    shapes = (embedding.points.shape, parts.coordinates.shape, parts.basis.shape)
    arrays = (embedding.points, parts.mean, parts.basis, parts.explained, parts.coordinates)
    return shapes == ((count, 2), (count, dims), (*parts.mean.shape, dims)) and all(
        array.dtype == np.float32 and np.isfinite(array).all() for array in arrays
    )


def _write(path: Path, data: bytes) -> None:
    part = path.with_suffix(f"{path.suffix}.part")
    part.write_bytes(data)
    part.replace(path)
