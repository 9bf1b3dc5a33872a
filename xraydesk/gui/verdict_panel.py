"""The reader's answer: abnormal, normal or unsure, how sure, a note. "Saved" is said only once it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme, words
from xraydesk.gui.findings_form import FindingsForm
from xraydesk.gui.language import translate
from xraydesk.gui.reading_clock import ReadingClock
from xraydesk.gui.verdict_words import answer_word, confidence_word, finding_words
from xraydesk.triage.reading import Draft, Finding

if TYPE_CHECKING:
    from xraydesk.triage.desk import Verdict
    from xraydesk.triage.questions import Question

Answer = Literal["abnormal", "normal", "unsure"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
DEFAULT_CONFIDENCE = 3
MOST_LISTED = 6
HEADING = cast(str, QT_TRANSLATE_NOOP("VerdictPanel", "Your verdict"))
SECOND = cast(str, QT_TRANSLATE_NOOP("VerdictPanel", "Your second verdict, with the model's answer"))
SAVE = cast(str, QT_TRANSLATE_NOOP("VerdictPanel", "Save and next unread"))
KEEP = cast(str, QT_TRANSLATE_NOOP("VerdictPanel", "Enter keeps your first verdict; 1, 2 or 3 changes it"))


@dataclass(frozen=True, slots=True)
class Answered:
    """What the reader has entered for one study."""

    study_id: str
    answer: Answer
    confidence: int
    comment: str
    seconds: float  # in sight since the study came on screen, or since the model's answer did
    findings: tuple[Finding, ...] = ()


class VerdictPanel(QFrame):
    """Takes the answer to one study; the window writes it and says how that went."""

    answered = Signal(object)  # Answered
    edited = Signal(str, object)  # study id, Draft: what is entered and not given

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._study = ""
        self._asked = HEADING
        self.clock = ReadingClock()
        self._filling = False
        self.veil: Callable[[str], str] = str  # takes out of earlier comments what must not be seen now
        self.spoke: Callable[[Verdict], str] = lambda _: ""  # which model spoke, where another does now
        self.answers = QButtonGroup(self)
        self.confidence = QButtonGroup(self)
        self.confidence_text = QLabel(self)
        self.comment = QLineEdit(self)
        self.form = FindingsForm(self)
        self.save = QPushButton(translate("VerdictPanel", SAVE), self)
        self.heading = QLabel(self)
        self.state = QLabel(self)
        self.held = QLabel(self)  # who else has the study on screen
        self.earlier = QLabel(self)
        self._build()
        self.set_study("", ())

    def set_study(self, study_id: str, verdicts: Sequence[Verdict], asked: Sequence[Question] = ()) -> None:
        """Begin with another study: nothing entered, the clock at zero. ``asked``: the single findings."""
        self._study = study_id
        self.clock.begin()
        self._head(HEADING)
        self.answers.setExclusive(False)
        for button in self.answers.buttons():
            button.setChecked(False)
        self.answers.setExclusive(True)
        with self._by_program():
            self.set_confidence(DEFAULT_CONFIDENCE)
            self.comment.clear()
            self.form.ask(asked)
            self._entered()
        self.show_verdicts(verdicts)
        self.setEnabled(bool(study_id))

    @property
    def asks_second(self) -> bool:
        """Whether the second verdict is asked for."""
        return self._asked == SECOND

    def ask_second(self, first: Verdict) -> None:
        """Ask again now that the model's answer is in sight: the first verdict stands there to be kept or changed."""
        self.clock.begin()
        self._head(SECOND)
        self.fill(Draft(first.answer, first.confidence, first.comment, first.findings))
        self.save.setEnabled(True)
        self.state.setText(translate("VerdictPanel", KEEP))

    def tell_held(self, text: str) -> None:
        """Say that another reader has the study on screen; "" says nothing."""
        self.held.setText(text)
        self.held.setVisible(bool(text))

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """List what was answered before, newest first."""
        lines = [self.veil(verdict_line(verdict)) + self.spoke(verdict) for verdict in reversed(verdicts)]
        if len(lines) > MOST_LISTED:
            more = translate("VerdictPanel", "and {number} earlier").format(number=len(lines) - MOST_LISTED)
            lines = [*lines[:MOST_LISTED], more]
        self.earlier.setText("\n".join(lines))
        self.earlier.setVisible(bool(lines))

    def choose(self, number: int) -> None:
        """Answer by number, from 0 in the order of ``ANSWERS``."""
        if self.isEnabled():
            self.answers.button(number).click()

    def set_confidence(self, confidence: int) -> None:
        """Say how sure: 1 to 5."""
        self.confidence.button(confidence).setChecked(True)
        self.confidence_text.setText(confidence_word(confidence))
        self.form.follow(confidence)
        self._edited()

    def submit(self) -> bool:
        """Hand the answer over; False, and a word on what is missing, where none was chosen."""
        chosen = self.answers.checkedId()
        if not self._study or not self.isEnabled() or not self.save.isEnabled():
            return False
        if chosen < 0:
            self.state.setText(translate("VerdictPanel", "Choose an answer first: 1, 2 or 3"))
            return False
        self.save.setEnabled(False)
        self.state.setText(translate("VerdictPanel", "Saving …"))
        seconds, draft = self.clock.seconds, self.draft()
        self.answered.emit(
            Answered(self._study, ANSWERS[chosen], draft.confidence, draft.comment, seconds, draft.findings)
        )
        return True

    def saved(self, text: str) -> None:
        """Show that the answer is written: what is asked for now, if anything, is another."""
        self._head(HEADING)
        self.say(text)

    def say(self, text: str) -> None:
        """Show how the writing went."""
        self.state.setText(text)
        self.save.setEnabled(True)

    def fill(self, draft: Draft) -> None:
        """Enter what was entered before and not given."""
        if draft.answer in ANSWERS:
            self.answers.button(ANSWERS.index(draft.answer)).setChecked(True)
        self.comment.setText(draft.comment)
        self.form.fill(draft.findings)
        with self._by_program():
            self.set_confidence(draft.confidence)

    def draft(self) -> Draft:
        """Return what is entered."""
        chosen = self.answers.checkedId()
        text = self.comment.text().strip()
        return Draft("" if chosen < 0 else ANSWERS[chosen], self.confidence.checkedId(), text, self.form.findings())

    def _head(self, asked: str) -> None:
        self._asked = asked
        self.heading.setText(translate("VerdictPanel", asked))

    def _entered(self) -> None:
        self.save.setEnabled(True)
        self.state.setText("")
        self._edited()

    def _edited(self) -> None:
        if self._study and not self._filling:
            self.edited.emit(self._study, self.draft())

    @contextmanager
    def _by_program(self) -> Iterator[None]:
        """Fill in without that counting as the reader's entry."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2 * theme.GRID)
        self.heading.setWordWrap(True)
        theme.set_role(self.heading, "heading")
        column.addWidget(self.heading)
        self.held.setWordWrap(True)
        self.held.setTextFormat(Qt.TextFormat.PlainText)
        self.held.setAccessibleName(translate("VerdictPanel", "Another reader"))
        self.tell_held("")
        column.addWidget(self.held)
        column.addLayout(self._answer_row())
        column.addLayout(self._confidence_row())
        column.addWidget(self.form)
        self.form.edited.connect(self._entered)
        self.comment.setPlaceholderText(translate("VerdictPanel", "Comment (C)"))
        self.comment.setAccessibleName(translate("VerdictPanel", "Comment"))
        self.comment.setMaxLength(2000)
        self.comment.returnPressed.connect(self.submit)
        self.comment.textEdited.connect(self._edited)
        column.addWidget(self.comment)
        theme.set_role(self.save, "primary")
        self.save.setToolTip(translate("VerdictPanel", "Enter"))
        self.save.clicked.connect(self.submit)
        column.addWidget(self.save)
        for label in (self.state, self.earlier):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_role(label, "dim")
            column.addWidget(label)
        self.earlier.setAccessibleName(translate("VerdictPanel", "Earlier verdicts"))

    def _answer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID // 2)  # the three words are long in some languages
        for number, answer in enumerate(ANSWERS):
            button = QPushButton(f"{number + 1} {words.sentence(answer_word(answer))}", self)
            button.setCheckable(True)
            button.setToolTip(translate("VerdictPanel", "Key {key}").format(key=number + 1))
            button.setAccessibleName(translate("VerdictPanel", "Verdict: {answer}").format(answer=answer_word(answer)))
            theme.set_role(button, "answer")
            button.clicked.connect(self._entered)
            self.answers.addButton(button, number)
            row.addWidget(button)
        return row

    def _confidence_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        for number in range(1, 6):
            button = QPushButton(str(number), self)
            button.setCheckable(True)
            button.setFixedWidth(32)
            tip = translate("VerdictPanel", "{words} (Ctrl+{number})")
            button.setToolTip(tip.format(words=words.sentence(confidence_word(number)), number=number))
            name = translate("VerdictPanel", "Confidence {number} of 5: {words}")
            button.setAccessibleName(name.format(number=number, words=confidence_word(number)))
            theme.set_role(button, "small")
            button.clicked.connect(lambda _=False, n=number: self.set_confidence(n))
            self.confidence.addButton(button, number)
            row.addWidget(button)
        row.addSpacing(theme.GRID)
        row.addWidget(self.confidence_text, 1)
        theme.set_role(self.confidence_text, "dim")
        return row


def verdict_line(verdict: Verdict) -> str:
    """Return "2026-03-04 14:02 Ada: abnormal, sure (4/5). Effusion"."""
    when = verdict.at.astimezone().strftime("%Y-%m-%d %H:%M")
    answer, sure = answer_word(verdict.answer), confidence_word(verdict.confidence)
    text = f"{when} {verdict.reader}: {answer}, {sure} ({verdict.confidence}/5)"
    return ". ".join(part for part in (text, findings_line(verdict.findings), verdict.comment) if part)


def findings_line(findings: Sequence[Finding]) -> str:
    """Return "effusion present, mass unsure", or the grade; nothing where the study's answer says it all."""
    told = [finding for finding in findings if finding.answer != "absent"]
    return "" if len(findings) == 1 and not findings[0].answer.isdigit() else ", ".join(map(finding_words, told))
