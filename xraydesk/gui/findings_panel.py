"""What the model says of the study, and how its map is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import colour_scales, findings_words, icons, points_words, theme
from xraydesk.gui.band_line import BandLine
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import LEAST_OPACITY, MapMode, MapStyle
from xraydesk.gui.probability_line import ProbabilityLine
from xraydesk.triage.activation import METHODS
from xraydesk.triage.assessment import Assessment, Band

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard


class FindingsPanel(QFrame):
    """A model's answer for one study. The map stays off until the reader asks for it."""

    map_style_changed = Signal(object)  # MapStyle
    label_changed = Signal(str)
    method_changed = Signal(str)  # of triage.activation.METHODS
    image_wanted = Signal(int)
    card_changed = Signal(object)  # ModelCard of the model that speaks, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._card: ModelCard | None = None
        self._chosen: dict[str, str] = {}  # by model: the label the reader chose last
        self._assessment: Assessment | None = None
        self._hidden = False
        self.heading = self._text("heading")
        self.band = BandLine(self)
        self.labels = QComboBox(self)
        self.grade = self._text("")
        self.line = ProbabilityLine(self)
        self.points = self._text("dim")
        self.reason = self._text("dim")
        self.driver = QToolButton(self)
        self.map_button = QPushButton(self)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity_text = self._text("dim")
        self.scale = QComboBox(self)
        self.methods = QComboBox(self)
        self.modes = QComboBox(self)
        self.method_words = self._text("dim")
        self._seconds: dict[str, float] = {}  # what slow methods took on this device
        self._build()
        self.show_assessment(None)

    def set_card(self, card: ModelCard | None) -> None:
        """Say which model speaks, None for none of several, and offer its labels: the one chosen last for it first."""
        if card is self._card and card is not None:
            return
        self._card = card
        self.heading.setText("" if card is None else f"{card.title} {card.version}")
        self.heading.setVisible(card is not None)
        self.labels.blockSignals(True)
        self.labels.clear()
        self.labels.addItems([] if card is None else [label.name for label in card.labels])
        self.labels.setCurrentText(self.label_for(card))
        self.labels.blockSignals(False)
        self.labels.setVisible(card is not None and len(card.labels) > 1)
        self.card_changed.emit(card)

    def label_for(self, card: ModelCard | None) -> str:
        """Return the label that is shown for a model's studies."""
        return "" if card is None else self._chosen.get(card.id, card.labels[0].name)

    def label(self) -> str:
        """Return the label whose probability and map are shown."""
        return self.labels.currentText()

    def method(self) -> str:
        """Return the method the reader wants the map by."""
        return str(self.methods.currentData())

    def set_method_seconds(self, method: str, seconds: float) -> None:
        """Say how long a slow method takes on this device."""
        self._seconds[method] = seconds
        self._say_method()

    def style_of_map(self) -> MapStyle:
        """Return how the map is to be drawn."""
        mode = MapMode(self.modes.currentData())
        return MapStyle(self.map_button.isChecked(), self.opacity.value() / 100, self.scale.currentText(), mode)

    def set_map_look(self, mode: MapMode, scale: str, opacity: int) -> None:
        """Draw the map so, opacity in percent, whenever it is shown."""
        self.modes.setCurrentIndex(self.modes.findData(mode.value))
        self.scale.setCurrentText(scale)
        self.opacity.setValue(opacity)

    def toggle_map(self) -> None:
        """Show or hide the map."""
        if self.map_button.isEnabled():
            self.map_button.click()

    def next_map_mode(self) -> None:
        """Show the map in the next way: colours, lines, beside the film."""
        if self.map_button.isChecked():
            self.modes.setCurrentIndex((self.modes.currentIndex() + 1) % self.modes.count())
        else:
            self.toggle_map()

    def show_assessment(self, assessment: Assessment | None, *, hidden: bool = False) -> None:
        """Show what is known of a study; None where no study is chosen. Hidden: the reader is to answer first."""
        self._assessment = assessment
        self._hidden = hidden
        known = assessment is not None
        score = self._score()
        self.band.setVisible(known and not hidden)
        self.line.setVisible(score is not None)
        band = assessment.band if assessment is not None else None
        self.band.set_value(band, score, self.label())
        self.line.set_value(
            score, band, findings_words.marks(self._card, self.label()), findings_words.rates(self._card, self.label())
        )
        self.points.setText("" if score is None or hidden else points_words.line(self._card))
        self.points.setVisible(bool(self.points.text()))
        self.grade.setText(findings_words.grade(assessment))
        self.grade.setVisible(bool(self.grade.text()))
        self.reason.setText(findings_words.reason(assessment, hidden=hidden))
        self.reason.setVisible(bool(self.reason.text()))
        text, tip = findings_words.driver(assessment)
        self.driver.setText(text)
        self.driver.setToolTip(tip)
        self.driver.setVisible(bool(text))
        # No answer, no evidence to show.
        self.map_button.setEnabled(known and not hidden and band is not Band.NOT_ASSESSED)

    def _score(self) -> float | None:
        if self._assessment is None or self._assessment.band in (None, Band.NOT_ASSESSED):
            return None
        return self._assessment.probabilities.get(self.label(), self._assessment.score)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2 * theme.GRID)
        self.labels.setAccessibleName(translate("FindingsPanel", "Finding"))
        theme.set_role(self.driver, "link")
        for widget in (
            self.heading,
            self.band,
            self.grade,
            self.labels,
            self.line,
            self.points,
            self.driver,
            self.reason,
        ):
            column.addWidget(widget)
        column.addLayout(self._map_controls())
        self.labels.currentTextChanged.connect(self._label_chosen)
        self.driver.clicked.connect(self._show_driving_image)

    def _map_controls(self) -> QGridLayout:
        self.map_button.setCheckable(True)
        self.map_button.setIcon(icons.icon("map"))
        self.map_button.setIconSize(QSize(16, 16))
        self.map_button.setToolTip(
            translate("FindingsPanel", "Show where on the film the model found evidence (Space or M)")
        )
        self.opacity.setRange(LEAST_OPACITY, 100)
        self.opacity.setValue(round(MapStyle().opacity * 100))
        self.opacity.setAccessibleName(translate("FindingsPanel", "Opacity of the map"))
        self.scale.addItems(list(colour_scales.NAMES))
        self.scale.setAccessibleName(translate("FindingsPanel", "Colour scale of the map"))
        for mode in MapMode:
            self.modes.addItem(mode.words, mode.value)
        self.modes.setAccessibleName(translate("FindingsPanel", "How the map is shown"))
        self.modes.setToolTip(
            translate("FindingsPanel", "Over the film in colours or as lines, or beside it (Shift+M for the next)")
        )
        for method, name in METHODS.items():
            self.methods.addItem(name, method)
        self.methods.setAccessibleName(translate("FindingsPanel", "Method of the map"))
        self.methods.setToolTip(
            translate(
                "FindingsPanel", "How the map is made. CAM comes with the score; the others are computed when asked for"
            )
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(2 * theme.GRID)
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.addWidget(self.map_button, 0, 0)
        grid.addWidget(self.methods, 0, 1)
        grid.addWidget(self.modes, 1, 0)
        grid.addWidget(self.scale, 1, 1)
        row = QHBoxLayout()
        row.addWidget(self.opacity, 1)
        row.addWidget(self.opacity_text)
        grid.addLayout(row, 2, 0, 1, 2)
        grid.addWidget(self.method_words, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.methods.currentIndexChanged.connect(self._method_chosen)
        self._say_method()
        self.opacity_text.setMinimumWidth(44)
        self.opacity_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.map_button.toggled.connect(self._restyle)
        self.opacity.valueChanged.connect(self._restyle)
        self.scale.currentTextChanged.connect(self._restyle)
        self.modes.currentTextChanged.connect(self._restyle)
        self._restyle()
        return grid

    def _restyle(self) -> None:
        style = self.style_of_map()
        self.map_button.setText(
            translate("FindingsPanel", "Hide map") if style.shown else translate("FindingsPanel", "Show map")
        )
        self.opacity_text.setText(f"{self.opacity.value()} %")
        painted = style.shown and style.mode is not MapMode.CONTOURS  # lines are not see-through
        self.opacity.setEnabled(painted)
        self.opacity_text.setEnabled(painted)
        self.scale.setEnabled(style.shown)
        self.methods.setEnabled(style.shown)
        self.modes.setEnabled(style.shown)
        self.map_style_changed.emit(style)

    def _method_chosen(self) -> None:
        self._say_method()
        self.method_changed.emit(self.method())

    def _say_method(self) -> None:
        text = findings_words.method(self.method(), self._seconds.get(self.method()))
        self.method_words.setText(text)
        self.method_words.setVisible(bool(text))

    def _label_chosen(self, name: str) -> None:
        if self._card is not None:
            self._chosen[self._card.id] = name
        self.show_assessment(self._assessment, hidden=self._hidden)
        self.label_changed.emit(name)

    def _show_driving_image(self) -> None:
        if self._assessment is not None and self._assessment.driver is not None:
            self.image_wanted.emit(self._assessment.driver)

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(label, role)
        return label
