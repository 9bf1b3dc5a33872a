"""The values of a recipe as a form, made from what the recipe says of itself."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from xraydesk.admin.recipe_form import RecipeField, changes, parts, recipe
from xraydesk.errors import TrainingError
from xraydesk.gui import theme
from xraydesk.gui.admin import run_words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.shared.sheet import Sentence

_YES, _NO = "yes", "no"
_LABEL, _USUAL, _WIDEST = 400, 160, 480  # pixels


class RecipeView(QWidget):
    """One line for each value; what makes no sense is said below as it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.inputs: dict[str, QWidget] = {}
        self._sheet: QWidget | None = None
        self.problem = Sentence(parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.problem)

    def show_recipe(self, name: str) -> None:
        """Show the values of a recipe as it has them."""
        self._name = name
        self.inputs = {}
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.deleteLater()
        self._sheet = self._form()
        self._column.insertWidget(0, self._sheet)
        self.problem.say("")

    def changes(self) -> dict[str, str]:
        """Return what was changed; `TrainingError` where a value makes no sense."""
        return changes(recipe(self._name), {name: _text(widget) for name, widget in self.inputs.items()})

    def check(self) -> None:
        """Say below the form what makes no sense."""
        try:
            self.changes()
        except TrainingError as error:
            self.problem.say(error_sentence(error))
        else:
            self.problem.say("")

    def _form(self) -> QWidget:
        sheet = QWidget(self)
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(4 * theme.GRID)
        form.setVerticalSpacing(theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for part in parts(recipe(self._name)):
            heading = QLabel(run_words.group(part.group), sheet)
            theme.set_role(heading, "heading")
            form.addRow(heading)
            for each in part.fields:
                words = said(each.words)
                self.inputs[each.name] = widget = self._input(each, sheet)
                widget.setAccessibleName(words)
                widget.setToolTip(_limits(each))
                label = QLabel(words, sheet)
                label.setWordWrap(True)
                label.setFixedWidth(_LABEL)
                label.setBuddy(widget)
                form.addRow(label, widget)
        return sheet

    def _input(self, each: RecipeField, sheet: QWidget) -> QWidget:
        if each.kind is each.kind.YES_NO:
            tick = QCheckBox(sheet)
            tick.setChecked(each.text == _YES)
            tick.toggled.connect(self.check)
            return tick
        if each.kind is each.kind.CHOICE:
            box = QComboBox(sheet)
            for choice in each.choices:
                box.addItem(choice or translate("RecipeView", "(as it is)"), choice)
            box.setCurrentIndex(each.choices.index(each.text))
            box.currentIndexChanged.connect(self.check)
            return box
        line = QLineEdit(each.text, sheet)
        line.setFixedWidth(_WIDEST if each.kind is each.kind.TEXT else _USUAL)
        line.setCursorPosition(0)
        line.editingFinished.connect(self.check)
        return line


def _text(widget: QWidget) -> str:
    if isinstance(widget, QCheckBox):
        return _YES if widget.isChecked() else _NO
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    assert isinstance(widget, QLineEdit)
    return widget.text()


def _limits(each: RecipeField) -> str:
    """Return the value's own name, and how far it may go."""
    if each.low is None or each.high is None:
        return each.name
    text = translate("RecipeView", "{name}, from {low} to {high}")
    return text.format(name=each.name, low=f"{each.low:g}", high=f"{each.high:g}")
