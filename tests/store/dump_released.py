"""Databases as released schemas hold them, kept as SQL text in ``released/``: the upgrade is tested from each of them.

``python -m tests.store.dump_released`` adds one of the present schema, before a version with a new step is released.
Those of before were written by their own versions and are never written anew.

| dump | written by |
|---|---|
| 0003 | the store of the first version: twelve made-up studies, two readers |
| 0005, 0007, 0010 | the whole program of that time: demo studies scored, two readers, a drawing, a verdict taken back |
| from 0011 on | `fill` below, through the store's own classes: something in every table |
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import chdir, closing
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.research.made_up import Habits, Room, bundled, make_room
from tests.store.test_verdicts import draft
from tests.triage import fakes
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.store.accounts import AccountDraft, AccountLog, Role
from xraydesk.store.annotations import AnnotationDraft, AnnotationLog
from xraydesk.store.claims import Claim, ClaimTable
from xraydesk.store.corrections import CorrectionDraft, LabelCorrections
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.error_tags import ErrorTags, TagDraft
from xraydesk.store.exclusions import ExclusionDraft, ExclusionLog
from xraydesk.store.features import FeatureStore
from xraydesk.store.features import insert as insert_features
from xraydesk.store.migrations import applied
from xraydesk.store.operating import OperatingLog, PointsDraft
from xraydesk.store.places import PlaceStore
from xraydesk.store.promotions import PromotionDraft, PromotionKind, PromotionLog
from xraydesk.store.samples import DrawDraft, SampleLog
from xraydesk.store.verdicts import Finding, VerdictLog

FOLDER = Path(__file__).parent / "released"
FILMS = Path("films")  # of no machine; nothing lies there


def names() -> list[str]:
    """Return the dumps, oldest first, each by the number of its last step."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


def load(name: str, data_dir: Path) -> Path:
    """Make the database of a dump in a data folder, as its version left it, and return where it lies."""
    path = data_dir / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / f"{name}.sql").read_text("utf-8"))
        connection.execute("PRAGMA journal_mode=WAL")
    return path


def dump(path: Path) -> str:
    """Return a database as SQL text."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def fill(data_dir: Path) -> None:
    """Write something to every table of the present schema, as the program does; films "lie" in the present folder."""
    room = Room(studies=8, readers={"Ada": Habits(skips=0), "Ben": Habits(0.75, 0.9, skips=0)})
    card, studies = bundled(), make_room(data_dir, FILMS, room).study_ids
    with closing(Database.open(data_dir)) as database:
        _read(database, studies[0])
        _judge(database, studies)
        PromotionLog(database).record(PromotionDraft("Ada", card.id, card.version, card.weights_sha256,
                                                     PromotionKind.PROMOTION, "better on our films"))  # fmt: skip
        OperatingLog(database).record(PointsDraft("Ada", card.id, card.weights_sha256, "changed", "fewer false alarms",
                                                  card.labels, {"studies": 8}))  # fmt: skip
        SampleLog(database).record(DrawDraft("Ada", card.id, card.weights_sha256, 7, {"size": 2}, tuple(studies[:2])))
        ExclusionLog(database).record([ExclusionDraft("Ada", "source", "ab" * 32, "a hand in front of it")])
        accounts = AccountLog(database)
        accounts.record(AccountDraft("Ada", "Ada", Role.ADMINISTRATOR, "$argon2id$made up"), "made")
        accounts.note_attempts("Ben", accounts.attempts("Ben"), "sign in failed")
        seen = fakes.prediction(0.5)
        seen = replace(seen, features=np.array([1, 2, 3], np.float16))
        rows = FeatureStore(database, card).rows([(("cd" * 32, 0), seen)])
        database.write(lambda db: insert_features(db, rows))


def _read(database: Database, study: str) -> None:
    """Do what readers do at the desk."""
    log, place = VerdictLog(database), PlaceStore(database, "Ada")
    said = (Finding("pneumonia", "present", 5), Finding("effusion", "unsure"))
    log.withdraw(log.record(draft(reader="Ben", study_id=study, comment="näher ansehen", findings=said)))
    line = Measurement(next(iter(MeasurementKind)), ((10.0, 10.0), (40.0, 55.0)))
    AnnotationLog(database).record(AnnotationDraft("Ada", study, "cd" * 32, 0, "mark-1", line, removed=False))
    place.keep("{}")
    place.keep_draft(str(FILMS), study, "{}")
    ClaimTable(database).hold("desk-1", Claim("Ada", str(FILMS), study, 0.0))


def _judge(database: Database, studies: list[str]) -> None:
    """Do what researchers do with the log."""
    ErrorTags(database).record(TagDraft("Ada", studies[0], "cd" * 32, 0, "positioning"))
    LabelCorrections(database).record(CorrectionDraft("Ada", studies[1], "cd" * 32, 0, "", 1.0, 0.0, "an old scar"))


def main() -> int:
    """Add the dump of the present schema; return the exit code."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        fill(Path(folder))
        path = Path(folder) / FILE_NAME
        with closing(sqlite3.connect(path)) as connection:
            made = FOLDER / f"{applied(connection)[-1].partition('_')[0]}.sql"
        if made.exists():
            sys.stderr.write(f"There is one of this schema: {made.name}. What was released is never written anew.\n")
            return 1
        made.write_text(dump(path), "utf-8")
    sys.stdout.write(f"Written: {made.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
