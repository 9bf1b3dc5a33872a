"""A key that stands in a tip, a name or a field in English stands there in German, and follows when it is changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from tests.gui.fake_desk import FakeDesk
from xraydesk.gui import language
from xraydesk.gui.key_words import exchanged
from xraydesk.gui.window import MainWindow
from xraydesk.settings import change_settings


@pytest.fixture
def german(qapp) -> Iterator[None]:
    """Let what is made from here on speak German."""
    language.install(qapp, "de")
    yield
    language.install(qapp, "en")


def named(window: MainWindow) -> list[list[str]]:
    """Return which keys each text names that follows a change of keys."""
    texts = [
        text
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in window.findChildren(kind)
        for text in (widget.toolTip(), widget.accessibleName(), getattr(widget, "placeholderText", str)())
    ]
    own = [key.key for key in window.keymap.own]
    return [[key for key in own if exchanged(text, key, "F35") != text] for text in texts]


def test_german_names_the_same_keys_in_the_same_places(make_window, request):
    english = named(make_window(FakeDesk({})))
    request.getfixturevalue("german")
    assert named(make_window(FakeDesk({}))) == english
    assert sum(map(bool, english)) > 40


def test_keys_that_were_changed_in_english_hold_in_german(make_window, german, tmp_path):
    change_settings(tmp_path, keys=("J to Ctrl+F", "N to K", "K to N"))
    assert make_window(FakeDesk({})).keymap.stored() == ("J to Ctrl+F", "K to N", "N to K")
