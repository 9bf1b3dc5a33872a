"""What the reader at this desk draws on the films of the open folder, and finds there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.imaging.measurements import Measurement
from xraydesk.store.annotations import AnnotationDraft, AnnotationLog

if TYPE_CHECKING:
    from xraydesk.imaging.study import Instance
    from xraydesk.store.database import Database
    from xraydesk.triage.ledger import Ledger


class Annotations:
    """Marks by image, of one reader alone: nobody is led by what another drew.

    For any thread, though not for the window's: a film that no run has read yet is read now for its content hash, by
    which marks belong to films.
    """

    def __init__(self, database: Database, ledger: Ledger, reader: str) -> None:
        self._log = AnnotationLog(database)
        self._ledger = ledger
        self._reader = reader

    def of_image(self, study_id: str, index: int) -> dict[str, Measurement]:
        """Return what the reader left on image ``index`` of a study, by the names of the marks.

        Raises
        ------
        StoreError
            The database cannot be read.
        XraydeskError
            The file cannot be read.
        KeyError
            The study is not in the open folder.
        """
        instance = self._instance(study_id, index)
        found = self._log.of_image(self._content_hash(instance), instance.frame, study_id, self._reader)
        return {annotation.mark: annotation.measurement for annotation in found}

    def record(self, study_id: str, index: int, mark: str, measurement: Measurement, *, removed: bool = False) -> None:
        """Write that a mark was drawn, changed or taken away; it is on disk when this returns. Raises as `of_image`."""
        instance = self._instance(study_id, index)
        content = self._content_hash(instance)
        draft = AnnotationDraft(self._reader, study_id, content, instance.frame, mark, measurement, removed)
        self._log.record(draft)

    def _instance(self, study_id: str, index: int) -> Instance:
        return self._ledger.entry(study_id).study.instances[index]

    def _content_hash(self, instance: Instance) -> str:
        known = self._ledger.hash_of(instance.path)
        if known:
            return known
        from xraydesk.imaging.load import content_hash

        found = content_hash(instance.path)
        self._ledger.know({instance.path: found})
        return found
