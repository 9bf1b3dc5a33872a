"""What is shown and how: the film, its window, its zoom and place, and how it hangs. Paints nothing."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from xraydesk.gui import view_transform
from xraydesk.gui.orientation import Orientation
from xraydesk.gui.picture import Picture, same_change
from xraydesk.gui.view_transform import Seen, ViewTransform
from xraydesk.imaging.radiograph import SpacingKind, Voi


class FilmView(QWidget):
    """A widget that looks at one picture. Places on it are logical pixels; the view counts physical ones."""

    view_changed = Signal()
    window_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.voi: Voi | None = None
        self.inverted = False
        self.view = ViewTransform()
        self.hanging = Orientation()
        self._fitted = True

    def take(self, picture: Picture | None) -> None:
        """Look at another film: fitted, as the file has it, through its own first window. None: at nothing."""
        self.picture = picture
        if picture is not None:
            self.voi = picture.choices[0].voi
            self.inverted = False
            self.hanging = Orientation()
            self.fit()
        self.window_changed.emit()
        self.update()

    # -- window ------------------------------------------------------------------------------------------------------

    def set_voi(self, voi: Voi) -> None:
        """Show the film through another window or table."""
        self.voi = voi
        self.window_changed.emit()
        self.update()

    def invert(self) -> None:
        """Swap black and white."""
        self.inverted = not self.inverted
        self.window_changed.emit()
        self.update()

    def auto_window(self) -> None:
        """Set the window by percentiles of what is in sight."""
        picture = self.picture
        if picture is None:
            return
        from xraydesk.imaging import render  # late: it loads pydicom, the window must not wait for it

        seen = view_transform.visible(self.view, *self.hung_size(), *self.pixels())
        if seen is not None:
            box = self.hanging.film_box(seen.film, picture.columns, picture.rows)
            left, top, right, bottom = math.floor(box[0]), math.floor(box[1]), math.ceil(box[2]), math.ceil(box[3])
            self.set_voi(render.auto_window(picture.radiograph.values[top:bottom, left:right]))

    # -- zoom and place ----------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole film, as large as it goes."""
        if self.picture is not None:
            self._set_view(view_transform.fit(*self.hung_size(), *self.pixels()), fitted=True)

    def one_to_one(self) -> None:
        """Show one film pixel on one screen pixel, around the middle of what is in sight."""
        self.zoom(1.0 / self.view.scale)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge around a place on the screen, the middle by default."""
        width, height = self.pixels()
        ratio = self.devicePixelRatioF()
        x, y = (at.x() * ratio, at.y() * ratio) if at is not None else (width / 2, height / 2)
        self._set_view(self.view.zoomed(factor, x, y).snapped())

    def pan(self, dx: float, dy: float) -> None:
        """Shift by logical screen pixels."""
        ratio = self.devicePixelRatioF()
        self._set_view(self.view.moved(dx * ratio, dy * ratio).snapped())

    # -- after another film ------------------------------------------------------------------------------------------

    def follow_view(self, other: FilmView) -> None:
        """Show as much of this film as the other view shows of its own: in millimetres where both are calibrated."""
        if self.picture is None or other.picture is None:
            return
        if self.picture is other.picture:
            self.hanging = other.hanging
        mine, theirs = (Seen(film.view, film.hung_size(), film.pixels()) for film in (self, other))
        mm, their_mm = _calibrated_mm(self.picture), _calibrated_mm(other.picture)
        if mm is not None and their_mm is not None:
            self._set_view(view_transform.like_in_mm(theirs, mine, their_mm, mm))
        elif other._fitted:
            self.fit()
        else:
            self._set_view(view_transform.like_in_shares(theirs, mine))

    def follow_window(self, other: FilmView) -> None:
        """Change this film's window as the other one's was changed."""
        if self.picture is not None and other.picture is not None and other.voi is not None:
            self.inverted = other.inverted
            self.set_voi(same_change(other.picture, other.voi, self.picture))

    # -- how it hangs ------------------------------------------------------------------------------------------------

    def rotate(self, quarters: int) -> None:
        """Turn the film by steps of 90 degrees, clockwise."""
        self._hang(self.hanging.turned(quarters))

    def mirror(self) -> None:
        """Swap left and right."""
        self._hang(self.hanging.flipped())

    def flip(self) -> None:
        """Swap top and bottom."""
        self._hang(self.hanging.flipped(upside_down=True))

    def _hang(self, hanging: Orientation) -> None:
        """Hang the film otherwise; what was in the middle of the screen stays there."""
        picture = self.picture
        if picture is None:
            return
        width, height = self.pixels()
        ratio = self.devicePixelRatioF()
        middle = self.film_at(QPointF(width / ratio / 2, height / ratio / 2))
        self.hanging = hanging
        if self._fitted:
            self.fit()
            return
        x, y = hanging.hang(*middle, picture.columns, picture.rows)
        scale = self.view.scale
        self._set_view(ViewTransform(scale, width / 2 - x * scale, height / 2 - y * scale).snapped())

    # -- places ------------------------------------------------------------------------------------------------------

    def film_at(self, at: QPointF) -> tuple[float, float]:
        """Return column and row, with fractions, under a place of the widget; they may lie beside the film."""
        assert self.picture is not None
        ratio = self.devicePixelRatioF()
        x, y = self.view.to_film(at.x() * ratio, at.y() * ratio)
        return self.hanging.place(x, y, self.picture.columns, self.picture.rows)

    def screen_at(self, column: float, row: float) -> QPointF:
        """Return where a place of the film lies on the widget; undoes `film_at`."""
        assert self.picture is not None
        ratio = self.devicePixelRatioF()
        x, y = self.hanging.hang(column, row, self.picture.columns, self.picture.rows)
        return QPointF((self.view.x + x * self.view.scale) / ratio, (self.view.y + y * self.view.scale) / ratio)

    def hung_size(self) -> tuple[int, int]:
        """Return width and height of the film as it hangs, in film pixels."""
        assert self.picture is not None
        return self.hanging.size(self.picture.columns, self.picture.rows)

    def pixels(self) -> tuple[int, int]:
        """Return width and height in physical pixels."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    def _set_view(self, view: ViewTransform, *, fitted: bool = False) -> None:
        self.view = view
        self._fitted = fitted
        self.view_changed.emit()
        self.update()


def _calibrated_mm(picture: Picture) -> float | None:
    """Return the size of a pixel where it is known in the patient, not only at the detector."""
    spacing = picture.radiograph.spacing
    return spacing.column_mm if spacing is not None and spacing.kind is SpacingKind.CALIBRATED else None
