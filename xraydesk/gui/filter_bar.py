"""The chips and the search box above the worklist."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from xraydesk.gui import bands, icons, theme, words
from xraydesk.gui.flow_layout import FlowLayout
from xraydesk.gui.language import translate
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Counts, Filter
from xraydesk.triage.standing import Status

_CHIPS: tuple[Band | str, ...] = ("all", *Band, "unread", "second")
_WORDS = cast(
    dict[Band | str, str],
    {
        "all": QT_TRANSLATE_NOOP("FilterBar", "All"),
        "unread": QT_TRANSLATE_NOOP("FilterBar", "Unread"),
        "second": QT_TRANSLATE_NOOP("FilterBar", "Second read"),
    },
)
_COUNTED = cast(
    dict[Band | str, str],
    {
        "all": QT_TRANSLATE_NOOP("FilterBar", "Show all: {count} studies"),
        Band.LIKELY: QT_TRANSLATE_NOOP("FilterBar", "Show likely: {count} studies"),
        Band.UNCERTAIN: QT_TRANSLATE_NOOP("FilterBar", "Show uncertain: {count} studies"),
        Band.NOT_ASSESSED: QT_TRANSLATE_NOOP("FilterBar", "Show not assessed: {count} studies"),
        Band.LOW: QT_TRANSLATE_NOOP("FilterBar", "Show low: {count} studies"),
        "unread": QT_TRANSLATE_NOOP("FilterBar", "Show unread: {count} studies"),
        "second": QT_TRANSLATE_NOOP("FilterBar", "Show those that need your second read: {count} studies"),
    },
)
_TIPS = cast(
    dict[Band | str, str],
    {
        "second": QT_TRANSLATE_NOOP("FilterBar", "Show only: read by others, and another reader is wanted"),
        Band.LIKELY: QT_TRANSLATE_NOOP("FilterBar", "Show only: likely abnormal"),
        Band.UNCERTAIN: QT_TRANSLATE_NOOP("FilterBar", "Show only: uncertain"),
        Band.NOT_ASSESSED: QT_TRANSLATE_NOOP("FilterBar", "Show only: not assessed"),
        Band.LOW: QT_TRANSLATE_NOOP("FilterBar", "Show only: low probability"),
    },
)


class FilterBar(QWidget):
    """One chip at a time, with the number of studies behind each; the search narrows what the chip shows."""

    changed = Signal(object)  # Filter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Band | str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._two_readers = False
        line = QWidget(self)
        theme.set_role(line, "panel")
        flow = FlowLayout(line, theme.GRID)
        for key in _CHIPS:
            flow.addWidget(self._chip(key))
        self.saved = QToolButton(self)  # filled by `FilterDesk`
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("FilterBar", "Search patient, study, age, part, note"))
        self.search.setAccessibleName(translate("FilterBar", "Search the worklist"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(line)
        column.addLayout(self._search_line())
        self.set_counts(Counts())

    def chip(self, key: Band | str) -> QPushButton:
        """Return the chip of a band, of "all", "unread" or "second"."""
        return self._chips[key]

    def set_counts(self, counts: Counts) -> None:
        """Say how many studies are behind each chip."""
        numbers = {"all": counts.total, "unread": counts.unread, "second": counts.second}
        second = self._chips["second"]
        second.setVisible(self._two_readers or bool(numbers["second"]) or second.isChecked())
        for key, chip in self._chips.items():
            number = numbers.get(key, counts.bands.get(key, 0))
            chip.setText(f"{_word(key)} {words.figure(number)}")
            chip.setAccessibleName(translate("FilterBar", _COUNTED[key]).format(count=words.figure(number)))

    def offer_second(self, two_readers: bool) -> None:
        """Offer what needs a second read, where the site wants two readers; else only where there is any."""
        self._two_readers = two_readers
        self._chips["second"].setVisible(two_readers or self._chips["second"].isChecked())

    def filter(self) -> Filter:
        """Return what is chosen."""
        chosen = next(key for key, chip in self._chips.items() if chip.isChecked())
        text = self.search.text().strip()
        second = chosen == "second"
        status = str(Status.SECOND) if second else ""
        return Filter(chosen if isinstance(chosen, Band) else None, second or chosen == "unread", text, status)

    def hide_search(self, hidden: bool) -> None:
        """Show a search that was typed before identity was hidden as dots, until it is cleared: it may be a name."""
        dots = hidden and bool(self.search.text())
        self.search.setEchoMode(QLineEdit.EchoMode.Password if dots else QLineEdit.EchoMode.Normal)

    def set_filter(self, wanted: Filter) -> None:
        """Choose what is shown."""
        read = "second" if wanted.status else "unread" if wanted.unread else "all"
        self._chips[wanted.band or read].click()
        self.search.setText(wanted.text)

    def show_all(self) -> None:
        """Take all filters away."""
        self.search.clear()
        self._chips["all"].click()

    def _chip(self, key: Band | str) -> QPushButton:
        chip = QPushButton(_word(key), self)
        chip.setCheckable(True)
        chip.setChecked(key == "all")
        theme.set_role(chip, "chip")
        if isinstance(key, Band):
            chip.setIcon(band_icon(key))
            chip.setIconSize(QSize(12, 12))
        if key in _TIPS:
            chip.setToolTip(translate("FilterBar", _TIPS[key]))
        self._group.addButton(chip)
        chip.clicked.connect(self._tell)
        self._chips[key] = chip
        return chip

    def _search_line(self) -> QHBoxLayout:
        self.saved.setIcon(icons.icon("filter"))
        tip = translate("FilterBar", "Saved filters: bring one back, or save this one ({key})")
        self.saved.setAccessibleName(translate("FilterBar", "Saved filters ({key})").format(key="Shift+F"))
        self.saved.setToolTip(tip.format(key="Shift+F"))
        self.saved.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.set_role(self.saved, "flat")
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self.saved)
        return row

    def _tell(self) -> None:
        if not self.search.text():
            self.hide_search(False)
        self.changed.emit(self.filter())


def _word(key: Band | str) -> str:
    return bands.LOOKS[key].chip if isinstance(key, Band) else translate("FilterBar", _WORDS[key])


def band_icon(band: Band) -> QIcon:
    """Return the band's shape in its colour."""
    result = QIcon()
    for scale in (1, 2, 3):
        picture = QPixmap(12 * scale, 12 * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.scale(scale, scale)
        bands.draw_shape(painter, QRectF(0.5, 0.5, 11, 11), band, theme.current().band(band))
        painter.end()
        picture.setDevicePixelRatio(scale)
        result.addPixmap(picture)
    return result
