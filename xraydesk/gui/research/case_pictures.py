"""Films with the map that was kept with the model's answer over them, made in workers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from xraydesk.gui import map_layer
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.picture import Picture
from xraydesk.gui.research.misclassified_words import CaseKey
from xraydesk.gui.shared.gallery_items import GalleryItem
from xraydesk.gui.shared.gallery_pictures import Make, grey_image
from xraydesk.gui.view_transform import Visible
from xraydesk.research.archive import Archive
from xraydesk.research.scene import Scene
from xraydesk.triage.images import load_from_disk
from xraydesk.triage.maps import stored_map

if TYPE_CHECKING:
    from xraydesk.triage.activation import ActivationMap

STYLE = MapStyle(shown=True)


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """A film for the large view, and its map where one was kept."""

    picture: Picture
    activation: ActivationMap | None


def kept_map(archive: Archive, scene: Scene, content_hash: str, frame: int) -> ActivationMap | None:
    """Return the map of the scene's model for its first label, None where none was kept."""
    if scene.answers is None or not content_hash:
        return None
    card = scene.answers.card
    found = stored_map(archive.database, card, (content_hash, frame), card.abnormal.name)
    return found if found is not None and found.values.size else None


def load_film(archive: Archive, scene: Scene, item: GalleryItem) -> Film:
    """Read a film and its map; XraydeskError where the film cannot be shown."""
    key = item.key
    assert isinstance(key, CaseKey)
    picture = Picture(load_from_disk(item.path, item.frame))
    return Film(picture, kept_map(archive, scene, key.content_hash, key.frame))


def mapped(archive: Archive, scene: Scene) -> Make:
    """Return what makes small pictures with the map over them; a film without a map is shown as it is."""

    def make(item: GalleryItem, side: int) -> QImage:
        film = load_film(archive, scene, item)
        image = grey_image(film.picture.thumbnail(side))
        return image if film.activation is None else with_map(image, film.picture, film.activation)

    return make


def with_map(image: QImage, picture: Picture, activation: ActivationMap) -> QImage:
    """Return a small picture of a whole film with its map over it, on the scale of the reading desk."""
    shown = image.convertToFormat(QImage.Format.Format_RGB32)
    film = (picture.rows, picture.columns)
    seen = Visible((0.0, 0.0, float(picture.columns), float(picture.rows)), (0, 0, image.width(), image.height()))
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(shown.rect()), map_layer.overlay(activation, STYLE, seen, film))
    painter.end()
    return shown
