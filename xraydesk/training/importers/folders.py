"""Films of other kinds: any folder of images, every one labelled alike, one patient a file."""

from __future__ import annotations

from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.training.table import ImageTable, LabelledImage

_IMAGES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".dcm"}


def read_folder(folder: Path, labels: dict[str, int], source: str, *, limit: int | None = None) -> ImageTable:
    """Read all images under ``folder``, sorted by name; with ``limit``, evenly spread over them.

    Raises
    ------
    TrainingError
        Where the folder holds no image.
    """
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _IMAGES)
    if not paths:
        raise TrainingError("No image is here", subject=folder, remedy="Check the folder given for the other kinds")
    if limit is not None and len(paths) > limit:
        paths = [paths[i * len(paths) // limit] for i in range(limit)]
    rows = [LabelledImage(p, labels, f"{source}/{p.stem}", f"{source}/{p.stem}", source) for p in paths]
    return ImageTable(tuple(rows))
