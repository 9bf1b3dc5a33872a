"""The chosen case, larger: film with map, who said what, kinds of error, a label to propose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.messages import said as in_words
from xraydesk.gui.no_map_words import NoMap
from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.research.case_pictures import Film
from xraydesk.gui.research.label_box import Choices, LabelBox
from xraydesk.gui.research.tag_bar import TagBar
from xraydesk.gui.words import probability
from xraydesk.research.error_marks import Marks
from xraydesk.research.misclassified import Misread


class CasePanel(QWidget):
    """Shows one case or asks for one to be chosen. What is pressed here the page does."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = FilmCanvas(self)
        self.map = QCheckBox(translate("CasePanel", "Map of the model"), self)
        self.map.toggled.connect(self._set_map)
        self.open = QPushButton(translate("CasePanel", "Open at the reading desk"), self)
        self.open.clicked.connect(self.open_wanted)
        self.heading, self.answers = _label("heading"), _label("")
        self.tags = TagBar(self)
        self.label = LabelBox(self)
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ask for a film to be chosen."""
        self.canvas.show_message(translate("CasePanel", "Choose a film of the gallery."))
        self.canvas.set_map(None, known=False)
        self.heading.clear()
        self.answers.clear()
        self._enable(on=False)

    def show_case(self, case: Misread, noted: Marks, choices: Choices) -> None:
        """Show who said what; the film comes by `show_film` or `show_problem`."""
        self._enable(on=True)
        self.canvas.show_message(translate("CasePanel", "Loading …"))
        self.canvas.set_map(None, known=False)
        score = translate("CasePanel", "P {probability}: {words}")
        self.heading.setText(score.format(probability=probability(case.score), words=said.truth_and_answer(case)))
        self.answers.setText("\n".join(map(said.said_line, case.said)))
        self.show_marks(case, noted, choices)

    def show_marks(self, case: Misread, noted: Marks, choices: Choices) -> None:
        """Show tags and proposals as they are now."""
        self.tags.show_tags(noted.tags_of(case.marked))
        self.label.show_case(choices, noted.proposals_of(case.marked))

    def show_film(self, film: Film) -> None:
        """Show the film, and its map where that is on."""
        self.canvas.show_picture(film.picture, Corners())
        why = NoMap(translate("CasePanel", "No map: none was kept for this film")) if film.activation is None else None
        self.canvas.set_map(film.activation, why=why or NoMap())

    def show_problem(self, error: XraydeskError) -> None:
        """Say quietly why there is no film."""
        self.canvas.show_message(in_words(error.what), in_words(error.remedy))

    def _set_map(self, on: bool) -> None:
        self.canvas.set_map_style(MapStyle(shown=on))

    def _enable(self, *, on: bool) -> None:
        for widget in (self.open, self.map, self.tags, self.label):
            widget.setEnabled(on)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.map, 1)
        line.addWidget(self.open)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(self.heading)
        column.addWidget(self.answers)
        column.addWidget(_titled(translate("CasePanel", "Kind of error")))
        column.addWidget(self.tags)
        column.addWidget(_titled(translate("CasePanel", "Label")))
        column.addWidget(self.label)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(translate("CasePanel", "What is known of the case"))
        scroll.setWidget(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * theme.GRID)
        whole.addWidget(self.canvas, 3)
        whole.addLayout(line)
        whole.addWidget(scroll, 2)


def _titled(text: str) -> QLabel:
    label = _label("dim")
    label.setText(text)
    return label


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        theme.set_role(label, role)
    return label
