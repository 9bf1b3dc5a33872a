"""What people noted at errors: kinds of error and proposed labels, by study and image."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xraydesk.research.archive import Archive
from xraydesk.store.archive import StoredImage
from xraydesk.store.corrections import CorrectionDraft, LabelCorrection, LabelCorrections
from xraydesk.store.error_tags import KINDS, ErrorTag, ErrorTags, TagDraft, clean_tag

__all__ = [
    "KINDS",
    "LabelCorrection",
    "Marked",
    "Marks",
    "clean_tag",
    "marks",
    "propose",
    "put_tag",
    "take_back",
    "take_tag",
]


@dataclass(frozen=True, slots=True)
class Marked:
    """One image of a study, as marks are kept by; every image of the study counts when they are looked for."""

    study_id: str
    image: StoredImage
    contents: frozenset[str]  # of all images of the study, so that another study of the same name is another


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """All that holds now."""

    tags: Mapping[str, tuple[ErrorTag, ...]]  # by study id
    corrections: Mapping[str, tuple[LabelCorrection, ...]]  # by study id

    def tags_of(self, marked: Marked) -> tuple[str, ...]:
        """Return the tags of a study, each once, in the order they were put on."""
        return tuple(dict.fromkeys(row.tag for row in self.rows_of(marked)))

    def rows_of(self, marked: Marked) -> list[ErrorTag]:
        """Return the rows behind a study's tags."""
        return [row for row in self.tags.get(marked.study_id, ()) if _same(row.content_hash, marked)]

    def proposals_of(self, marked: Marked) -> list[LabelCorrection]:
        """Return the labels proposed for a study, oldest first."""
        return [row for row in self.corrections.get(marked.study_id, ()) if _same(row.content_hash, marked)]

    def counted(self, among: Iterable[Marked]) -> dict[str, int]:
        """Return how many of some studies have each tag: the fixed kinds first, then the others by number."""
        found = Counter(tag for marked in among for tag in self.tags_of(marked))
        others = [tag for tag, _ in found.most_common() if tag not in KINDS]
        return {tag: found[tag] for tag in (*KINDS, *others)}


def marks(archive: Archive) -> Marks:
    """Read all tags and proposals that hold; StoreError where the database cannot be read."""
    tags: dict[str, list[ErrorTag]] = defaultdict(list)
    proposed: dict[str, list[LabelCorrection]] = defaultdict(list)
    for tag in ErrorTags(archive.database).present():
        tags[tag.study_id].append(tag)
    for correction in LabelCorrections(archive.database).present():
        proposed[correction.study_id].append(correction)
    return Marks(
        {study: tuple(rows) for study, rows in tags.items()}, {study: tuple(rows) for study, rows in proposed.items()}
    )


def put_tag(archive: Archive, marked: Marked, tag: str) -> None:
    """Put a tag on an image; an empty one is none. StoreError where it cannot be written."""
    kept = clean_tag(tag)
    if kept:
        image = marked.image
        ErrorTags(archive.database).record(
            TagDraft(archive.writer(), marked.study_id, image.content_hash, image.frame, kept)
        )


def take_tag(archive: Archive, marked: Marked, tag: str) -> None:
    """Take a tag off all images of a study; StoreError where it cannot be written."""
    log = ErrorTags(archive.database)
    for row in marks(archive).rows_of(marked):
        if row.tag == clean_tag(tag):
            log.record(TagDraft(archive.writer(), row.study_id, row.content_hash, row.frame, row.tag, removed=True))


def propose(  # noqa: PLR0917 - what a proposal consists of
    archive: Archive, marked: Marked, label: str, given: float | None, proposed: float, reason: str
) -> None:
    """Propose another label for an image; StoreError where it cannot be written."""
    image = marked.image
    draft = CorrectionDraft(
        archive.writer(), marked.study_id, image.content_hash, image.frame, label, given, proposed, reason
    )
    LabelCorrections(archive.database).record(draft)


def take_back(archive: Archive, correction: LabelCorrection, reason: str = "") -> None:
    """Take a proposal back; StoreError where it cannot be written."""
    draft = CorrectionDraft(
        archive.writer(),
        *correction.place,
        correction.label,
        correction.given,
        correction.proposed,
        reason,
        removed=True,
    )
    LabelCorrections(archive.database).record(draft)


def _same(content_hash: str, marked: Marked) -> bool:
    """Tell whether a mark belongs to a study: by one of its films, unless none of them has been read yet."""
    return content_hash in marked.contents or not content_hash or not marked.contents
