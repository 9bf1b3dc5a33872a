"""The page of the map: reads what is known, offers to draw, shows how far it is, then the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.gui import words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.research import map_words
from xraydesk.gui.research.map_notice import MapNotice
from xraydesk.gui.research.map_source import ArchiveMap, Going, MapSource
from xraydesk.gui.research.map_view import MapView
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.shared.gallery_pictures import Make, film_image
from xraydesk.gui.tasks import Task, TaskRunner, present_task
from xraydesk.research.components import FEWEST

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.features import Completed
    from xraydesk.research.image_map import Layout
    from xraydesk.research.map_data import MapData
    from xraydesk.research.scene import Scene

_AT_ONCE = 300  # images whose map is there before anybody has read the sentence


class ImageMapPage(ResearchTab):
    """Films that look alike to the model lie together."""

    _told = Signal(object, float)  # the task, the share done; from a worker

    def __init__(self, parent: QWidget | None = None, make: Make = film_image) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self._source: MapSource | None = None
        self._data: MapData | None = None
        self._layouts: dict[tuple[str, ...], Layout] = {}  # of the images shown last
        self.notice = MapNotice(self)
        self.view = MapView(self, make)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._told.connect(self._advance)
        self.notice.draw_wanted.connect(lambda: self._draw(anew=False))
        self.notice.look_wanted.connect(self._look)
        self.notice.cancel_wanted.connect(self.cancel)
        self.view.anew_wanted.connect(lambda: self._draw(anew=True))
        self.view.look_wanted.connect(self._look)
        self.view.open_wanted.connect(self.open_wanted)
        self.view.said.connect(self.said)

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Show the images of a scene."""
        self.set_data(ArchiveMap(archive, scene))

    def set_data(self, source: MapSource) -> None:
        """Take the numbers from another source; a map of the same images stays as it is."""
        self._leave_task()
        self._source = source
        if self.view.data is None:
            self.notice.say(translate("ImageMapPage", "Reading what the model saw …"))
            self.stack.setCurrentWidget(self.notice)
        self._task = self._tasks.run(lambda: _known(source), self._loaded, self._failed)

    def cancel(self) -> None:
        """Stop what is worked out; the map there was comes back."""
        self._leave_task()
        self._rest(translate("ImageMapPage", "Stopped."))

    def close_tasks(self) -> None:
        """Stop all work and wait for it."""
        self._leave_task()
        self.view.close_tasks()
        self._tasks.close()

    # -- steps -------------------------------------------------------------------------------------------------------

    def _loaded(self, found: tuple[MapData | None, bool]) -> None:
        data, known = found
        self._data = data
        layout = None if data is None else self._layouts.get(_names(data))
        if data is None:
            self._say(
                translate(
                    "ImageMapPage",
                    "No model has looked at a film yet. Open a folder at the reading desk; once it is scored, its "
                    "films can be laid out here.",
                )
            )
        elif layout is not None:
            self.view.show_map(data, layout)
            self.stack.setCurrentWidget(self.view)
        elif len(data.images) < FEWEST:
            self._say(_too_few(data))
        elif known or len(data.images) <= _AT_ONCE:
            self._draw(anew=False)
        else:
            self._rest("")

    def _draw(self, *, anew: bool) -> None:
        source, data = self._source, self._data
        if source is None or data is None:
            return
        text = translate("ImageMapPage", "Laying out {images} …").format(images=words.images(len(data.images)))
        self._work(text, lambda going: source.lay_out(data, going, anew=anew), self._drawn)

    def _drawn(self, layout: Layout) -> None:
        data = self._data
        if data is not None:
            self._layouts = {_names(data): layout}
            self.view.show_map(data, layout)
            self.stack.setCurrentWidget(self.view)

    def _look(self) -> None:
        source, data = self._source, self._data
        if source is None or data is None:
            return
        text = translate("ImageMapPage", "The model looks at {images} again …")
        self._work(
            text.format(images=words.images(len(data.lacking))),
            lambda going: source.complete(data, going),
            self._looked,
        )

    def _looked(self, found: Completed) -> None:
        if found.unreadable:
            text = translate("ImageMapPage", "{images} could not be read, or changed since they were scored.")
            if found.unreadable == 1:
                text = translate("ImageMapPage", "{images} could not be read, or changed since it was scored.")
            self.said.emit(text.format(images=words.images(found.unreadable)))
        if not found.done:
            self._rest("")
        elif self._source is not None:
            self.set_data(self._source)

    # -- work --------------------------------------------------------------------------------------------------------

    def _work(self, sentence: str, func: Callable[[Going], Any], on_result: Callable[[Any], None]) -> None:
        self._leave_task()
        self.notice.begin(sentence)
        self.stack.setCurrentWidget(self.notice)
        self.notice.cancel.setFocus()

        def work() -> Any:  # noqa: ANN401 - whatever ``func`` gives
            task = present_task()

            def going(share: float) -> bool:
                self._told.emit(task, share)
                return task is None or not task.cancelled

            return func(going)

        self._task = self._tasks.run(work, on_result, self._failed)

    def _advance(self, task: Task, share: float) -> None:
        if task is self._task and not task.cancelled:
            self.notice.advance(share)

    def _failed(self, error: XraydeskError) -> None:
        if isinstance(error, Cancelled):
            self.cancel()
        else:
            self._rest(error_sentence(error))

    def _rest(self, sentence: str) -> None:
        """Show the map there is, else say what can be done."""
        data = self._data
        if data is not None and self.view.data is data:
            self.stack.setCurrentWidget(self.view)
            self.said.emit(sentence)
            return
        if data is None:
            self._say(sentence)
            return
        enough = len(data.images) >= FEWEST
        offer = translate(
            "ImageMapPage",
            "The map lays out {images} so that films which look alike to {model} lie together. It takes about half a "
            "minute for 10,000 images; you can go on working meanwhile.",
        ).format(images=words.images(len(data.images)), model=data.model)
        parts = [sentence, offer if enough else _too_few(data), map_words.lacking(data) if enough else ""]
        self._say("\n\n".join(part for part in parts if part))

    def _say(self, sentence: str) -> None:
        data = self._data
        self.notice.say(
            sentence,
            draw=data is not None and len(data.images) >= FEWEST,
            look=data is not None and bool(data.lacking),
        )
        self.stack.setCurrentWidget(self.notice)

    def _leave_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _known(source: MapSource) -> tuple[MapData | None, bool]:
    data = source.load()
    return data, data is not None and len(data.images) >= FEWEST and source.known(data)


def _names(data: MapData) -> tuple[str, ...]:
    """Return what a layout is of: the model and the images in their order."""
    return (data.model_key, *(f"{content_hash}/{frame}" for content_hash, frame in (i.key for i in data.images)))


def _too_few(data: MapData) -> str:
    text = translate(
        "ImageMapPage",
        "A map needs at least {fewest} images that {model} has looked at. So far features are kept of {count}.",
    ).format(fewest=FEWEST, model=data.model, count=words.figure(len(data.images)))
    return " ".join(part for part in (text, map_words.lacking(data)) if part)
