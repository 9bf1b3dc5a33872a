"""Films that lie anywhere, named one by one in a table with the content they are known by.

The table ``desk-films.csv`` has a line a picture: ``path`` (absolute), ``content_hash`` (SHA-256 of the file),
``frame``, ``label`` with its ``value``, and what is known of the film: ``patient``, ``study``, ``view``, ``age``,
``sex``, ``group``, ``source``. A file that is gone, or is another than the one that was judged, is left out.
"""

from __future__ import annotations

from pathlib import Path

from xraydesk.errors import TrainingError, UnreadableImage
from xraydesk.imaging.load import content_hash
from xraydesk.training.importers.reading import ANOTHER_FOLDER, age_in_years, read_rows, sex_letter, whole
from xraydesk.training.table import ImageTable, LabelledImage

NAME = "desk-films.csv"
COLUMNS = ("path", "content_hash", "frame", "label", "value", "patient", "study", "view", "age", "sex", "group",
           "source")  # fmt: skip


def is_listed(folder: Path) -> bool:
    """Tell whether a folder holds such a table."""
    return (folder / NAME).is_file()


def read_listed(root: Path) -> ImageTable:
    """Read the films that the table in ``root`` names.

    Raises
    ------
    TrainingError
        Where the table cannot be used, or none of its films is where and what it was.
    """
    file = root / NAME
    if not is_listed(root):
        raise TrainingError(f"No table {NAME} is here", subject=root, remedy=ANOTHER_FOLDER)
    rows = read_rows(file)
    missing = [name for name in COLUMNS if name not in rows[0]]
    if missing:
        raise TrainingError(f"The table of films lacks the columns {', '.join(missing)}", subject=file)
    images: list[LabelledImage] = []
    left_out: list[tuple[Path, str]] = []
    hashes: dict[Path, str] = {}
    for row in rows:
        path = Path(row["path"])
        problem = _problem(path, row["content_hash"], hashes)
        if problem:
            left_out.append((path, problem))
        else:
            images.append(_image(path, row, file))
    if not images:
        raise TrainingError("None of the films is where it was, or it was changed", subject=file,
                            remedy="Open the films' folder at the reading desk and make the source again")  # fmt: skip
    return ImageTable(tuple(images), tuple(left_out))


def _problem(path: Path, wanted: str, hashes: dict[Path, str]) -> str:
    """Return why a film cannot be taken; the frames of a file share one look at it."""
    if path not in hashes:
        try:
            hashes[path] = content_hash(path)
        except UnreadableImage as error:
            return error.what
    return "" if hashes[path] == wanted else "It is another file than the one that was judged"


def _image(path: Path, row: dict[str, str], file: Path) -> LabelledImage:
    frame, value = whole(row["frame"] or "0"), whole(row["value"])
    if frame is None or value is None or not row["label"]:
        raise TrainingError("A line of the table of films has no label, value or frame", subject=file)
    return LabelledImage(
        path,
        {row["label"]: value},
        patient=row["patient"] or row["study"] or path.as_posix(),
        study=row["study"] or path.as_posix(),
        source=row["source"],
        view=row["view"].upper(),
        age_years=age_in_years(row["age"]),
        sex=sex_letter(row["sex"]),
        group=row["group"].lower(),
        frame=frame,
    )
