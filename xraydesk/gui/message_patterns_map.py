"""What the rooms below say of the map of the images, for translation; see `messages`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

MAP: tuple[object, ...] = (
    QT_TRANSLATE_NOOP(
        "Messages", "A map needs at least {number} images that the model has looked at; there are {count}"
    ),
    QT_TRANSLATE_NOOP("Messages", "Score more films with this model"),
    QT_TRANSLATE_NOOP("Messages", "The features of an image are not numbers"),
    QT_TRANSLATE_NOOP("Messages", "Have the films scored again"),
    QT_TRANSLATE_NOOP("Messages", "All images have the same features, so that no map can tell them apart"),
    QT_TRANSLATE_NOOP("Messages", "Check that these are different films"),
    QT_TRANSLATE_NOOP("Messages", "The map cannot be kept: {reason}"),
)
