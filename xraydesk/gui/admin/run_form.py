"""What a new training run is asked for: sensible values are filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from xraydesk import machine
from xraydesk.admin.data import DataSource, SourceKind, save, sources
from xraydesk.admin.recipe_form import recipe, recipe_names
from xraydesk.admin.run_request import RunRequest
from xraydesk.admin.starting_points import StartingPoint, StartKind, starting_points
from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.admin import run_words
from xraydesk.gui.admin.recipe_view import RecipeView
from xraydesk.gui.language import translate
from xraydesk.gui.machine_lock import lock_widget
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.shared.sheet import Sentence, Sheet, choice, offer
from xraydesk.setting_kinds import TRAINING_DEVICES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QComboBox

    from xraydesk.admin.room import AdminRoom

_LONGEST = 100_000.0  # minutes
_BOX = 240  # pixels


class RunForm(Sheet):
    """Recipe, data, starting point, device, time limit, and all the recipe's values where they are asked for."""

    start_wanted = Signal(object, object)  # RunRequest, DataSource

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("RunForm", "A new training run"), parent)
        self._room: AdminRoom | None = None
        self._shown = ""
        self._others: list[str] = []
        self.heading(translate("RunForm", "A new training run"))
        form = QFormLayout()
        form.setSpacing(2 * theme.GRID)
        self.recipe = self._box(form, translate("RunForm", "Recipe"))
        self.words = Sentence(parent=self.body)
        theme.set_role(self.words, "dim")
        form.addRow(self.words)
        self.folder = self._button(translate("RunForm", "Choose a folder …"), self.choose_folder)
        self.source = self._box(form, translate("RunForm", "Films to learn from"), self.folder)
        self.others = QLabel(translate("RunForm", "none"), self.body)
        self.others.setWordWrap(True)
        self.other = self._button(translate("RunForm", "Add a folder of them …"), self.choose_others)
        form.addRow(self._dim(translate("RunForm", "Films of other kinds, to be refused")),
                    self._beside(self.others, self.other))  # fmt: skip
        self.weights = self._button(translate("RunForm", "Weights from a file …"), self.choose_weights)
        self.start_point = self._box(form, translate("RunForm", "Start from"), self.weights)
        self.why = self._dim("")
        self.device = self._box(form, translate("RunForm", "Compute on"), self.why)
        self.minutes = theme.number_box(QDoubleSpinBox(self.body))
        self.goes_on = QCheckBox(translate("RunForm", "Go on when the window closes"), self.body)
        self._build(form)
        self.column.addLayout(form)
        self.more = QToolButton(self.body)
        self.values = RecipeView(self.body)
        self.problem = self.sentence()
        self.start = QPushButton(translate("RunForm", "Start training"), self.body)
        self._build_end()

    def show_room(self, room: AdminRoom) -> None:
        """Offer what the room has; what was chosen stays."""
        self._room = room
        offer(self.recipe, [(each.name, each.name) for each in recipe_names()])
        self._offer_sources()
        self._recipe_chosen()

    def use_source(self, name: str) -> None:
        """Choose a source of training data by its name."""
        self._offer_sources()
        self.source.setCurrentIndex(self.source.findText(name))

    def use_folder(self, folder: Path) -> None:
        """Keep a folder of labelled films as a source and choose it."""
        if self._room is None:
            return
        try:
            kept = save(self._room.data_dir, DataSource(folder.name, SourceKind.FOLDER, folder))
        except XraydeskError as error:
            self.problem.say(error_sentence(error))
        else:
            self.use_source(kept.name)

    def use_others(self, folder: Path) -> None:
        """Take a folder with films of other kinds, which the model shall learn to refuse."""
        if str(folder) not in self._others:
            self._others.append(str(folder))
        self.others.setText(", ".join(Path(each).name for each in self._others))

    def use_weights(self, file: Path) -> None:
        """Start from a file of weights."""
        point = StartingPoint(StartKind.MODEL, str(file), file.name)
        self.start_point.addItem(run_words.start(point), point)
        self.start_point.setCurrentIndex(self.start_point.count() - 1)

    def choose_folder(self) -> None:
        """Ask for a folder of labelled films."""
        found = QFileDialog.getExistingDirectory(self, translate("RunForm", "Folder of labelled films"))
        if found:
            self.use_folder(Path(found))

    def choose_others(self) -> None:
        """Ask for a folder with films of other kinds."""
        found = QFileDialog.getExistingDirectory(self, translate("RunForm", "Folder with films of other kinds"))
        if found:
            self.use_others(Path(found))

    def choose_weights(self) -> None:
        """Ask for a file of weights."""
        title, kinds = translate("RunForm", "Weights to start from"), translate("RunForm", "Weights (*.safetensors)")
        found, _ = QFileDialog.getOpenFileName(self, title, filter=kinds)
        if found:
            self.use_weights(Path(found))

    def ask(self) -> None:
        """Ask for the run; what makes no sense is said in its place."""
        source, point = self.source.currentData(), self.start_point.currentData()
        if source is None:
            self.problem.say(translate("RunForm", "Choose the films to learn from."))
            return
        try:
            changes = self.values.changes()
        except XraydeskError as error:
            self.problem.say(error_sentence(error))
            return
        self.problem.say("")
        request = RunRequest(
            str(self.recipe.currentData()),
            source.name,
            (),
            start=point.value,
            start_words=point.model or point.kind.value,
            device=str(self.device.currentData()),
            minutes=self.minutes.value() or None,
            changes=changes,
            others=tuple(self._others),
            goes_on=self.goes_on.isChecked(),
        )
        self.start_wanted.emit(request, source)

    # -- building and offering ---------------------------------------------------------------------------------------

    def _offer_sources(self) -> None:
        if self._room is not None:
            offer(self.source, [(source.name, source) for source in sources(self._room.data_dir)])

    def _recipe_chosen(self) -> None:
        name = str(self.recipe.currentData())
        if self._room is None or name == self._shown:
            return
        self._shown = name
        chosen = recipe(name)
        self.words.say(chosen.words)
        points = starting_points(self._room, chosen)
        self.start_point.clear()
        for point in points:
            self.start_point.addItem(run_words.start(point), point)
        self.values.show_recipe(name)

    def _box(self, form: QFormLayout, name: str, after: QWidget | None = None) -> QComboBox:
        label, box = choice(name, self.body)
        box.setMinimumWidth(_BOX)
        form.addRow(label, self._beside(box, after))
        return box

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self.body)
        button.clicked.connect(act)
        return button

    @staticmethod
    def _beside(widget: QWidget, after: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        row.addWidget(widget)
        if after is not None:
            row.addWidget(after)
        row.addStretch(1)
        return row

    def _dim(self, words: str) -> QLabel:
        label = QLabel(words, self.body)
        theme.set_role(label, "dim")
        return label

    def _build(self, form: QFormLayout) -> None:
        devices = {"auto": translate("RunForm", "the fastest there is"), "cpu": "CPU", "cuda": "GPU (CUDA)"}
        offer(self.device, [(devices[name], name) for name in TRAINING_DEVICES])
        if lock_widget("device", self.device):
            self.why.setText(self.device.toolTip())  # what is shut is passed over by the arrow keys, its tip with it
            offer(self.device, [(devices.get(str(machine.in_force().values["device"]), "CPU"), "")])
        name = translate("RunForm", "Time limit")
        self.minutes.setAccessibleName(name)
        self.minutes.setRange(0, _LONGEST)
        self.minutes.setDecimals(1)
        self.minutes.setSingleStep(30)
        self.minutes.setSuffix(translate("RunForm", " min"))
        self.minutes.setSpecialValueText(translate("RunForm", "none"))
        self.minutes.setToolTip(translate("RunForm", "Then the epochs end, and the model is made of what was learnt."))
        label = self._dim(name)
        label.setBuddy(self.minutes)
        self.minutes.setFixedWidth(_BOX)
        form.addRow(label, self.minutes)
        self.goes_on.setToolTip(translate("RunForm", "Else the run pauses at a checkpoint when the window closes."))
        form.addRow("", self.goes_on)
        self.recipe.currentIndexChanged.connect(self._recipe_chosen)

    def _build_end(self) -> None:
        self.more.setText(translate("RunForm", "All values of the recipe"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self.values.setVisible)
        self.values.hide()
        theme.set_role(self.start, "primary")
        self.start.clicked.connect(self.ask)
        self.row(self.start, self.more)
        self.column.addWidget(self.values)
        self.column.addStretch(1)
