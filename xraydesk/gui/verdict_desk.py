"""Between the verdict panel and the desk: verdicts are written, the second one is asked for, the last is taken back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.verdict_panel import Answered, VerdictPanel
from xraydesk.triage.questions import questions

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, Verdict

NOTHING_TO_TAKE_BACK = cast(
    str, QT_TRANSLATE_NOOP("VerdictDesk", "None of this sitting's verdicts on this folder is left to take back")
)


class VerdictDesk(QObject):
    """Writes one verdict after the other off the main thread; the page hears what became of them."""

    said = Signal(str)  # a sentence for the banner
    log_said = Signal(str)  # how the last verdict was written
    changed = Signal(str)  # study id: its verdicts are others now
    given = Signal(str)  # study id: what was entered is a verdict now
    done = Signal(str)  # study id: the reader can go on
    taken_back = Signal(str)  # study id

    def __init__(self, panel: VerdictPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._desk: Desk | None = None
        self._study = ""
        self._versions: dict[str, str] | None = None
        self._writer = TaskRunner(1, self)
        panel.spoke = self._spoke
        panel.answered.connect(self._write)

    def set_desk(self, desk: Desk | None) -> None:
        """Write at another desk."""
        self._desk, self._versions = desk, None
        self.show("")

    def show(self, study_id: str) -> None:
        """Ask for the verdict on a study; "": on none."""
        self._study = study_id
        desk = self._desk
        if desk is None or not study_id:
            self._panel.set_study("", ())
            return
        self._panel.set_study(study_id, desk.verdicts(study_id), questions(desk.card_of(study_id)))
        self.ask_second()
        draft = desk.reading.places.draft(study_id)
        if draft is not None:
            self._panel.fill(draft)

    def _spoke(self, verdict: Verdict) -> str:
        """Return which version spoke when a verdict was given, "" where it is one of those in use."""
        desk, sha = self._desk, verdict.model_sha256
        if desk is None or not sha or sha in {card.weights_sha256 for card in desk.cards}:
            return ""
        if self._versions is None:
            self._versions = {card.weights_sha256: f"{card.title} {card.version}" for card in desk.models()}
        name = self._versions.get(sha, verdict.model_id)
        return translate("VerdictDesk", " · the model then: {model}").format(model=name)

    def ask_second(self) -> None:
        """Ask for the verdict that follows the model's answer, where the first is given and the answer is there."""
        desk = self._desk
        if desk is None or not self._study or self._panel.asks_second:
            return
        now = desk.reading.standing(self._study)
        if now.second and now.verdict is not None and desk.assessment(self._study).band is not None:
            self._panel.ask_second(now.verdict)

    def take_back(self) -> None:
        """Take the reader's last verdict back; the study is unread again and comes on screen."""
        desk = self._desk
        if desk is not None:
            self._writer.run(desk.reading.take_back, self._taken_back, self._not_taken_back)

    def close(self) -> None:
        """Let a verdict that is being written finish."""
        self._writer.close()

    def _write(self, answered: Answered) -> None:
        desk = self._desk
        if desk is None:
            return
        shown = desk.assessment(answered.study_id).band is not None
        self.log_said.emit(translate("VerdictDesk", "Log: saving …"))
        self._writer.run(
            lambda: desk.record_verdict(
                answered.study_id,
                answered.answer,
                answered.confidence,
                answered.comment,
                answered.seconds,
                shown,
                answered.findings,
            ),
            self._written,
            self._not_written,
        )

    def _written(self, verdict: Verdict) -> None:
        """Say "saved" now, and not before: the verdict is on disk."""
        desk, study = self._desk, verdict.study_id
        if desk is None:
            return
        clock = _clock()
        self.given.emit(study)
        if study == self._study:
            self._panel.show_verdicts(desk.verdicts(study))
            self._panel.saved(translate("VerdictDesk", "Saved {time}").format(time=clock))
        self.changed.emit(study)  # here the second verdict is asked for
        text = translate("VerdictDesk", "Log: {study} saved {time}")
        self.log_said.emit(text.format(study=self._who(desk, study), time=clock))
        if study == self._study and not self._panel.asks_second:
            self.done.emit(study)

    def _not_written(self, error: XraydeskError) -> None:
        self._panel.say(translate("VerdictDesk", "Not saved. Your answer is still here: try again"))
        self.log_said.emit(translate("VerdictDesk", "Log: the last verdict is NOT saved"))
        self.said.emit(error_sentence(error))

    def _taken_back(self, verdict: Verdict | None) -> None:
        desk = self._desk
        if desk is None:
            return
        if verdict is None:
            self._panel.say(translate("VerdictDesk", NOTHING_TO_TAKE_BACK))
            return
        study = verdict.study_id
        self.changed.emit(study)
        text = translate("VerdictDesk", "Log: {study} taken back {time}")
        self.log_said.emit(text.format(study=self._who(desk, study), time=_clock()))
        self.taken_back.emit(study)
        if study == self._study:
            self.show(study)

    def _not_taken_back(self, error: XraydeskError) -> None:
        self.log_said.emit(translate("VerdictDesk", "Log: the verdict is NOT taken back"))
        self.said.emit(error_sentence(error))

    @staticmethod
    def _who(desk: Desk, study_id: str) -> str:
        row = desk.row(study_id)
        return row.patient_id or row.label


def _clock() -> str:
    return datetime.now().strftime("%H:%M")
