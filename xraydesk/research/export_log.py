"""What people wrote, as tables: verdicts, findings, reference labels, tags of errors, corrected labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xraydesk.research import export_columns as columns
from xraydesk.research.export_source import Source
from xraydesk.research.readings import ABNORMAL, ANSWER_CODES, SCALE, UNSURE, row_of
from xraydesk.research.tables import Cell, Table
from xraydesk.store.corrections import LabelCorrection, LabelCorrections
from xraydesk.store.error_tags import KINDS, ErrorTag, ErrorTags
from xraydesk.store.reference import ReferenceLog
from xraydesk.store.verdicts import Verdict

_Entry = tuple[str, Verdict, int | None]  # what its study is called, the verdict, the row of the case


def verdicts(source: Source) -> Table:
    """Return one row a verdict, those taken back among them."""
    entries = _entries(source)
    stages = _stages(verdict for _, verdict, _ in entries)
    last = {_stand(verdict, stages): verdict.number for _, verdict, _ in entries if verdict.withdrawn is None}
    rows: list[list[Cell]] = []
    for number, (study, verdict, row) in zip(_numbers(source, entries), entries, strict=True):
        back, stage = verdict.withdrawn, _stand(verdict, stages)
        rows.append([
            number, source.moment(verdict.at, verdict.study_id), source.veil.name("reader", verdict.reader), study,
            row is not None, verdict.answer, verdict.confidence, _rating(verdict), verdict.model_shown, stage[-1],
            back is None and last[stage] != verdict.number, back is not None,
            source.moment(back, verdict.study_id), round(verdict.seconds, 1), verdict.model_id, verdict.model_sha256,
            verdict.band, verdict.score, len(verdict.images), source.veil.free(verdict.comment),
        ])  # fmt: skip
    return Table("verdicts", "One row a verdict, in the order of studies.", columns.VERDICTS, rows)


def findings(source: Source) -> Table:
    """Return one row for each answer to a single finding."""
    entries = _entries(source)
    rows: list[list[Cell]] = [
        [number, source.veil.name("reader", verdict.reader), study, source.word(said.name), said.answer,
         verdict.confidence_in(said.name)]
        for number, (study, verdict, _) in zip(_numbers(source, entries), entries, strict=True)
        for said in verdict.findings
    ]  # fmt: skip
    return Table("findings", "One row for each answer to a single finding.", columns.FINDINGS, rows)


def reference(source: Source) -> Table:
    """Return one row a reference label, those that were taken back or replaced among them."""
    log = ReferenceLog(source.archive.database)
    holds = {row.number for row in log.present()}
    rows: list[list[Cell]] = [
        [row.number, source.moment(row.at, row.study_id), source.veil.name("reader", row.author), study,
         source.veil.source(row.source), source.word(row.label), row.value, row.number in holds,
         source.veil.free(row.note)]
        for row in log.all() if source.has(row.study_id) for study in source.called(row.study_id)
    ]  # fmt: skip
    return Table("reference", "One row for each label of a source.", columns.REFERENCE, _renumbered(source, rows))


def tags(source: Source) -> Table:
    """Return the log of tags for the kind of error."""
    rows: list[list[Cell]] = [
        [*_flag(source, row), row.tag if row.tag in KINDS else source.veil.name("tag", row.tag), row.removed]
        for row in ErrorTags(source.archive.database).all() if source.has(row.study_id)
    ]  # fmt: skip
    return Table("tags", "One row for each tag put on an error, or taken off.", columns.TAGS,
                 _renumbered(source, rows))  # fmt: skip


def corrections(source: Source) -> Table:
    """Return the log of labels that somebody thinks wrong."""
    rows: list[list[Cell]] = [
        [*_flag(source, row), source.word(row.label), row.given, row.proposed, row.removed,
         source.veil.free(row.reason)]
        for row in LabelCorrections(source.archive.database).all() if source.has(row.study_id)
    ]  # fmt: skip
    return Table("corrections", "One row for each proposed label, or proposal taken back.", columns.CORRECTIONS,
                 _renumbered(source, rows))  # fmt: skip


def _entries(source: Source) -> list[_Entry]:
    found = []
    for verdict in source.scene.snapshot.verdicts:
        if source.has(verdict.study_id):
            row = row_of(source.cases, source.rows.get(verdict.study_id, ()), verdict)
            found.append((source.study(verdict.study_id, row), verdict, row))
    return sorted(found, key=lambda entry: (entry[0], entry[1].number))


def _numbers(source: Source, entries: Sequence[_Entry]) -> list[int]:
    """Return the numbers of the log; without names anew, as the log's order would tell how far dates were moved."""
    if source.veil.identified:
        return [verdict.number for _, verdict, _ in entries]
    return list(range(1, len(entries) + 1))


def _renumbered(source: Source, rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows in the order of studies, numbered as `_numbers` does; number, date, author and study come first."""
    ordered = sorted(rows, key=lambda row: str(row[3]))
    if source.veil.identified:
        return ordered
    return [[number, *row[1:]] for number, row in enumerate(ordered, 1)]


def _flag(source: Source, row: ErrorTag | LabelCorrection) -> list[Cell]:
    at, author = source.moment(row.at, row.study_id), source.veil.name("reader", row.author)
    study, film = source.called(row.study_id, row.content_hash)[0], source.veil.name("image", row.content_hash)
    return [row.number, at, author, study, film, row.frame]


def _stages(given: Iterable[Verdict]) -> dict[int, str]:
    """Return of each verdict whether it was given before, after or with the model's answer; see `Readings`."""
    blind: set[tuple[str, str]] = set()
    stages = {}
    for verdict in sorted(given, key=lambda verdict: verdict.number):
        key = verdict.reader, verdict.study_id
        stages[verdict.number] = "before" if not verdict.model_shown else "after" if key in blind else "with"
        if not verdict.model_shown and verdict.withdrawn is None:
            blind.add(key)
    return stages


def _stand(verdict: Verdict, stages: dict[int, str]) -> tuple[str, str, str]:
    return verdict.reader, verdict.study_id, stages[verdict.number]


def _rating(verdict: Verdict) -> int:
    """Return answer and confidence in 11 steps, as `Answered.rating` does."""
    code, middle = ANSWER_CODES[verdict.answer], (SCALE + 1) // 2
    if code == UNSURE:
        return middle
    return middle + (verdict.confidence if code == ABNORMAL else -verdict.confidence)
