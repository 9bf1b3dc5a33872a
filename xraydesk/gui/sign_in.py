"""The sheet in front of the room: name and password, and how long to wait after wrong ones."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from xraydesk.errors import SignInRefused, XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.curtain import PROGRAM
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from xraydesk.admin.people import Account
    from xraydesk.admin.seat import Seat

WIDTH = 360
LONGEST_NAME, LONGEST_PASSWORD = 80, 512  # letters


class SignInSheet(QFrame):
    """Asks who comes, or who sat here before the window was locked. Takes every key for itself.

    Parameters
    ----------
    seat
        Checks the password, in a worker thread.
    """

    opened = Signal(object)  # Account: name and password fit
    other_wanted = Signal()  # another person than the one who locked the window

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._tasks = TaskRunner(1, self)
        self._until = 0.0  # of the seat's clock: no password is heard before
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.count_down)
        self.words = QLabel(self)
        self.name = QLineEdit(self)
        self.password = QLineEdit(self)
        self.enter = QPushButton(self)
        self.other = QToolButton(self)
        self.state = QLabel(self)
        self._refusal = ""
        self._build()
        self.ask_name("")

    def ask_name(self, name: str) -> None:
        """Ask who comes; ``name`` is offered."""
        self._begin(translate("SignIn", "Sign in to read."), translate("SignIn", "Sign in"), name, locked=False)

    def ask_again(self, name: str) -> None:
        """Ask for the password of the one who sat here."""
        words = translate("SignIn", "Locked. {name} is signed in.").format(name=name)
        self._begin(words, translate("SignIn", "Unlock"), name, locked=True)

    def take_focus(self) -> None:
        """Be ready for what is typed first."""
        (self.password if self.name.text() else self.name).setFocus()

    def say(self, sentence: str) -> None:
        """Show a sentence below the fields."""
        self._until, self._refusal = 0.0, ""
        self._timer.stop()
        self.state.setText(sentence)

    def count_down(self) -> None:
        """Say how long it still takes until a password is heard."""
        left = ceil(self._until - self._seat.clock())
        if left <= 0:
            self.say(translate("SignIn", "You can try again now.") if self._until else self.state.text())
        else:
            one, many = (
                translate("SignIn", "Try again in 1 second."),
                translate("SignIn", "Try again in {seconds} seconds."),
            )
            text = one if left == 1 else many.format(seconds=left)
            self.state.setText(f"{self._refusal} {text}")
        self._allow()

    def close_tasks(self) -> None:
        """Stop counting, and wait for a password that is being checked."""
        self._timer.stop()
        self._tasks.close()

    def event(self, event: QEvent) -> bool:
        """Let no key become a command of the room behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)

    def _begin(self, words: str, verb: str, name: str, *, locked: bool) -> None:
        self.words.setText(words)
        self.enter.setText(verb)
        self.name.setText(name)
        self.name.setVisible(not locked)
        self.name_label.setVisible(not locked)
        self.other.setVisible(locked)
        self.password.clear()
        self.say("")
        self._allow()

    def _allow(self) -> None:
        typed = bool(self.name.text().strip() and self.password.text())
        self.enter.setEnabled(typed and not self._busy and self._until <= self._seat.clock())

    def _other_name(self) -> None:
        self.say("")  # each name waits for itself
        self._allow()

    def _try(self) -> None:
        if not self.enter.isEnabled():
            return
        name, password = self.name.text(), self.password.text()
        self._set_busy(True)
        self.say(translate("SignIn", "Checking …"))
        self._tasks.run(lambda: self._seat.sign_in(name, password), self._open, self._refuse)

    def _open(self, account: Account) -> None:
        self._set_busy(False)
        self.say("")
        self.opened.emit(account)

    def _refuse(self, error: XraydeskError) -> None:
        self._set_busy(False)
        wait = error.wait_s if isinstance(error, SignInRefused) else 0.0
        self.say(error_sentence(error))
        if wait > 0:
            self._refusal = f"{said(error.what)}."
            self._until = self._seat.clock() + wait
            self._timer.start()
            self.count_down()
        self.password.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.password.clear()
        for field in (self.name, self.password, self.other):
            field.setEnabled(not busy)
        self._allow()

    def _build(self) -> None:
        theme.set_role(self, "panel")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(translate("SignIn", "Sign in"))
        column = QVBoxLayout()
        column.setSpacing(2 * theme.GRID)
        title = QLabel(PROGRAM, self)
        theme.set_role(title, "large")
        for label in (title, self.words, self.state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.state.setMinimumHeight(3 * self.fontMetrics().height())  # nothing moves when a sentence comes
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(title)
        column.addWidget(self.words)
        self.name_label = self._field(column, self.name, translate("SignIn", "Name"), LONGEST_NAME)
        self._field(column, self.password, translate("SignIn", "Password"), LONGEST_PASSWORD)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.other.setText(translate("SignIn", "Sign in as someone else"))
        theme.set_role(self.other, "link")
        theme.set_role(self.enter, "primary")
        for widget in (self.enter, self.state, self.other):
            column.addWidget(widget)
        self._connect()
        self._centre(column)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._other_name)
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.textChanged.connect(self._allow)
        self.password.returnPressed.connect(self._try)
        self.enter.clicked.connect(self._try)
        self.other.clicked.connect(self.other_wanted)

    def _field(self, column: QVBoxLayout, field: QLineEdit, words: str, longest: int) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(field)
        theme.set_role(label, "dim")
        field.setMaxLength(longest)
        field.setAccessibleName(words)
        column.addWidget(label)
        column.addWidget(field)
        return label

    def _centre(self, column: QVBoxLayout) -> None:
        inner = QWidget(self)
        theme.set_role(inner, "panel")
        inner.setFixedWidth(WIDTH)
        inner.setLayout(column)
        note = QLabel(translate("SignIn", "Research use. Not a diagnosis."), self)
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(note, "dim")
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        whole.addWidget(note)
