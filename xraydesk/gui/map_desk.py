"""Which map belongs on the film, by which method, and what is said while a slow one is computed."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.findings_panel import FindingsPanel
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.no_map_words import NoMap
from xraydesk.gui.picture_loader import ImageKey, MapKey, PictureLoader
from xraydesk.triage.activation import CAM, METHODS

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

THERE_IS_ONE = NoMap()
PATIENCE_MS = 250  # a stored map is there sooner: nothing flashes
SLOW_SECONDS = 3.0  # from here on the reader is told how long a method takes


class MapDesk(QObject):
    """Asks for the maps of one canvas. Methods that must be computed wait until the map is shown.

    A ``bare`` canvas shows its film without the map, whatever the reader's style: another beside it has the map.
    """

    def __init__(
        self, loader: PictureLoader, canvas: FilmCanvas, findings: FindingsPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._canvas = canvas
        self._findings = findings
        self.bare = False
        self._image: ImageKey | None = None
        self._why = THERE_IS_ONE
        self._key: MapKey | None = None
        self._asked = False
        self._began = 0.0
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._say_computing)
        loader.map_ready.connect(self._ready)
        loader.map_going.connect(self._going)
        findings.map_style_changed.connect(self._restyle)
        findings.method_changed.connect(self._choose_method)

    def want(self, image: ImageKey | None, why: NoMap = THERE_IS_ONE) -> None:
        """Show an image's map, for the label and by the method the reader chose, and what was judged; None: neither.

        ``why`` says why there is none; then none is asked for.
        """
        self._patience.stop()
        self._why = why
        self._canvas.set_map(None, known=bool(why), why=why)
        self._dress(self._findings.style_of_map())
        self._canvas.set_judged(() if image is None else self._loader.judged(image))
        self._image, label = image, self._findings.label()
        self._key = MapKey(image, label, self._findings.method()) if image is not None and label and not why else None
        self._asked = False
        self._ask()

    def stop(self) -> None:
        """Say nothing more: the window closes."""
        self._patience.stop()

    def _ask(self) -> None:
        key = self._key
        if key is None or self._asked or not (key.method == CAM or self._canvas.map_style.shown):
            self._loader.drop_map(self)
            return
        self._asked = True
        self._began = time.monotonic()
        self._patience.start()
        self._loader.want_map(key, self)

    def _dress(self, style: MapStyle) -> None:
        self._canvas.set_map_style(replace(style, shown=False) if self.bare else style)

    def _restyle(self, style: MapStyle) -> None:
        self._dress(style)
        if not self._asked:
            self._ask()

    def _choose_method(self) -> None:
        self.want(self._image, self._why)

    def _ready(self, key: MapKey, found: ActivationMap | None) -> None:
        if key == self._key:
            self._patience.stop()
            self._canvas.set_map(found)

    def _say_computing(self) -> None:
        if self._key is not None:
            text = translate("MapDesk", "Computing {method} map …")
            self._canvas.set_map_note(text.format(method=METHODS[self._key.method]))

    def _going(self, key: MapKey, share: float) -> None:
        if key != self._key:
            return
        if not share:
            self._began = time.monotonic()  # only now is the model loaded
            return
        self._patience.stop()
        seconds = (time.monotonic() - self._began) / share
        text = translate("MapDesk", "Computing {method} map … {percent} %, about {seconds} s left")
        percent, left = f"{share * 100:.0f}", f"{seconds * (1 - share):.0f}"
        self._canvas.set_map_note(text.format(method=METHODS[key.method], percent=percent, seconds=left))
        if seconds >= SLOW_SECONDS:
            self._findings.set_method_seconds(key.method, seconds)
