"""The two that are compared: an installed version, the bundle of a run, or a file from another site."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin import parcels
from xraydesk.admin.promotion import champion
from xraydesk.errors import UnknownModel
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import CARD_NAME, read_card
from xraydesk.training.run_record import RECORD
from xraydesk.triage.models import in_use
from xraydesk.triage.operating import held

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

BUNDLE = "bundle"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A model to be compared."""

    card: ModelCard  # with the operating points that hold here, where it is installed
    folder: Path
    installed: bool
    run: Path | None = None  # the folder of the run that made it, where that is known

    @property
    def name(self) -> str:
        """Id and version."""
        return f"{self.card.id} {self.card.version}"


@contextmanager
def contestant(room: AdminRoom, what: str) -> Iterator[Contestant]:
    """Lend a model by what somebody typed or chose.

    Parameters
    ----------
    room
        Where installed models lie.
    what
        "id" for the version in use, "id@version", the folder of a run or of its bundle, or a file of a model. What a
        file holds is unpacked for as long as it is compared.

    Raises
    ------
    UnknownModel
        There is none such.
    BundleError
        The bundle or file is not sound.
    """
    path = Path(what)
    if path.is_dir():
        yield _of_folder(path)
    elif path.is_file():
        with tempfile.TemporaryDirectory(prefix="xraydesk-") as place:
            yield Contestant(*_unpacked(path, room.data_dir, Path(place)), installed=False)
    else:
        model = in_use(room.data_dir, what)[0] if "@" in what else champion(room, what)
        yield Contestant(held(room.database, (model.card,))[0], model.folder, installed=True)


def _of_folder(folder: Path) -> Contestant:
    bundle = folder / BUNDLE if (folder / BUNDLE / CARD_NAME).is_file() else folder
    if not (bundle / CARD_NAME).is_file():
        raise UnknownModel("The folder holds no model: it has no card.json", subject=folder)
    run = bundle.parent if (bundle.parent / RECORD).is_file() else None
    return Contestant(read_card(bundle), bundle, installed=False, run=run)


def _unpacked(path: Path, data_dir: Path, place: Path) -> tuple[ModelCard, Path]:
    folder = parcels.unpack(path, data_dir, place)
    return read_card(folder), folder
