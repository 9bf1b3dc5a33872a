"""The schema of the reading desk: what folders hold, what models said, what readers did. Steps are never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.schema import schema

if TYPE_CHECKING:
    from sqlite_utils import Database

_FILES = """
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content_hash TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE studies (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    age_years REAL,
    sex TEXT NOT NULL,
    body_part TEXT NOT NULL,
    view TEXT NOT NULL,
    accession TEXT NOT NULL,
    arrived TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    UNIQUE (folder, study_id)
);
CREATE TABLE instances (
    study INTEGER NOT NULL REFERENCES studies(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    frame INTEGER NOT NULL,
    instance_uid TEXT NOT NULL,
    rows INTEGER NOT NULL,
    columns INTEGER NOT NULL,
    kind TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (study, path, frame)
) WITHOUT ROWID;
"""

_PREDICTIONS = """
CREATE TABLE predictions (
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    model_key TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    labels TEXT NOT NULL,
    logits BLOB NOT NULL,
    probabilities BLOB NOT NULL,
    distance REAL,
    domain REAL,
    refusal TEXT NOT NULL,
    map BLOB NOT NULL,
    map_shape TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (content_hash, frame, model_key)
) WITHOUT ROWID;
"""

_LOGS = """
CREATE TABLE verdicts (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    study_id TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('abnormal', 'normal', 'unsure')),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 5),
    comment TEXT NOT NULL,
    seconds REAL NOT NULL,
    model_shown INTEGER NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    band TEXT NOT NULL,
    score REAL,
    images TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX verdicts_by_study ON verdicts (study_id);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE TRIGGER verdicts_keep BEFORE UPDATE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
CREATE TRIGGER verdicts_stay BEFORE DELETE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;
CREATE TRIGGER audit_keep BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never deleted'); END;
"""

_ANNOTATIONS = """
CREATE TABLE annotations (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    mark TEXT NOT NULL,
    kind TEXT NOT NULL,
    points TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX annotations_by_image ON annotations (content_hash, frame, reader);
CREATE TRIGGER annotations_keep BEFORE UPDATE ON annotations
    BEGIN SELECT RAISE(ABORT, 'annotations are never changed'); END;
CREATE TRIGGER annotations_stay BEFORE DELETE ON annotations
    BEGIN SELECT RAISE(ABORT, 'annotations are never deleted'); END;
"""

_SECOND_THOUGHTS = """
CREATE TABLE findings (
    number INTEGER PRIMARY KEY,
    verdict INTEGER NOT NULL REFERENCES verdicts(number),
    finding TEXT NOT NULL,
    answer TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX findings_by_verdict ON findings (verdict);
CREATE TABLE withdrawals (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    verdict INTEGER NOT NULL UNIQUE REFERENCES verdicts(number),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE TRIGGER findings_keep BEFORE UPDATE ON findings
    BEGIN SELECT RAISE(ABORT, 'findings are never changed'); END;
CREATE TRIGGER findings_stay BEFORE DELETE ON findings
    BEGIN SELECT RAISE(ABORT, 'findings are never deleted'); END;
CREATE TRIGGER withdrawals_keep BEFORE UPDATE ON withdrawals
    BEGIN SELECT RAISE(ABORT, 'withdrawals are never changed'); END;
CREATE TRIGGER withdrawals_stay BEFORE DELETE ON withdrawals
    BEGIN SELECT RAISE(ABORT, 'withdrawals are never deleted'); END;
"""

_DESKS = """
CREATE TABLE places (
    reader TEXT PRIMARY KEY,
    state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE drafts (
    reader TEXT NOT NULL,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (reader, folder, study_id)
) WITHOUT ROWID;
CREATE TABLE claims (
    desk TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    since REAL NOT NULL,
    until REAL NOT NULL
) WITHOUT ROWID;
"""


@schema(name="0001_files")
def files_and_studies(db: Database) -> None:
    """Make the tables of what folders hold, and of each file's content hash so that it is read for that only once."""
    db.executescript(_FILES)


@schema(name="0002_predictions")
def predictions(db: Database) -> None:
    """Make the table of what models said, by content hash."""
    db.executescript(_PREDICTIONS)


@schema(name="0003_logs")
def logs(db: Database) -> None:
    """Make verdicts and audit, append-only."""
    db.executescript(_LOGS)


@schema(name="0004_regions")
def regions(db: Database) -> None:
    """Keep which parts of a film were judged; answers made before were given on whole films."""
    db.executescript("ALTER TABLE predictions ADD COLUMN regions TEXT NOT NULL DEFAULT '[]'")


@schema(name="0005_annotations")
def drawings(db: Database) -> None:
    """Keep what readers draw on films, append-only: a change is one more row, and so is taking it away."""
    db.executescript(_ANNOTATIONS)


@schema(name="0006_second_thoughts")
def second_thoughts(db: Database) -> None:
    """Keep answers to single findings, and that a verdict was taken back: rows of their own, as verdicts are sealed."""
    db.executescript(_SECOND_THOUGHTS)


@schema(name="0007_desks")
def desks(db: Database) -> None:
    """Keep where readers are: their place, what they have entered and not given, which study is open at which desk."""
    db.executescript(_DESKS)
