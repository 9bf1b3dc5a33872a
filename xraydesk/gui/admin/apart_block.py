"""Where two models disagree: the studies as a gallery, those that the challenger misses first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.gui.language import translate
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.gui.shared.gallery import Gallery, GalleryItem
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.contest import Comparison, PairedCase
    from xraydesk.gui.shared.sheet import Sheet

HEIGHT = 460
ONE_ROW, EDGES = 5, 8  # films beside each other; pixels of the frame


class ApartBlock(QObject):
    """A part of the page of comparison."""

    open_wanted = Signal(str, object)  # study id, folder; only of studies that the reading desk has

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._here = False
        self.heading = sheet.heading(translate("ApartBlock", "Where they disagree"))
        self.words = sheet.sentence(role="dim")
        self.gallery = Gallery(sheet.body)
        self.gallery.setAccessibleName(translate("ApartBlock", "Studies on which the two disagree"))
        self.gallery.setFixedHeight(HEIGHT)
        sheet.column.addWidget(self.gallery)
        self.gallery.opened.connect(self._open)

    def show(self, found: Comparison | None) -> None:
        """Show the studies of a comparison; None hides them."""
        apart = [] if found is None else found.apart
        self.heading.setVisible(found is not None)
        self.gallery.setVisible(bool(apart))
        self.gallery.setFixedHeight(HEIGHT if len(apart) > ONE_ROW else self.gallery.gridSize().height() + EDGES)
        items = [_item(number, case) for number, case in enumerate(apart)]
        self.gallery.set_items([item for item in items if item is not None])
        self.words.say("" if found is None else _words(apart))

    def close_tasks(self) -> None:
        """Stop making pictures."""
        self.gallery.close_tasks()

    def _open(self, item: GalleryItem) -> None:
        if item.key[2]:  # type: ignore[index]
            self.open_wanted.emit(item.study_id, item.folder)


def _words(apart: list[PairedCase]) -> str:
    if not apart:
        return translate("ApartBlock", "Both say the same of every study.")
    if len(apart) == 1:
        return translate("ApartBlock", "They disagree on one study.")
    missed = sum(case.truth and not case.called[1] for case in apart)
    text = translate("ApartBlock", "They disagree on {count} studies.").format(count=figure(len(apart)))
    if not missed:
        return text
    first = translate("ApartBlock", "Abnormal ones that only the challenger misses come first: {missed}.")
    return f"{text} {first.format(missed=figure(missed))}"


def _item(number: int, case: PairedCase) -> GalleryItem | None:
    """Return a study on which the two disagree; None where it has no film."""
    picture = case.picture
    if picture is None:
        return None
    right = case.called[1] == case.truth
    wrong = translate("ApartBlock", "champion wrong") if right else translate("ApartBlock", "challenger wrong")
    return GalleryItem(
        (number, picture.study_id, picture.folder is not None),
        picture.study_id,
        picture.folder or picture.path.parent,
        picture.path,
        picture.frame,
        (
            wrong,
            translate("ApartBlock", "champion {score}").format(score=decimal(case.champion)),
            translate("ApartBlock", "challenger {score}").format(score=decimal(case.challenger)),
        ),
        translate("ApartBlock", "abnormal") if case.truth else translate("ApartBlock", "normal"),
    )
