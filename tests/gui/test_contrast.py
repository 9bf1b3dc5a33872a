"""WCAG 2.1, 1.4.3 and 1.4.11: text reaches 4.5:1 on every ground it stands on, shapes and focus frames 3:1."""

from __future__ import annotations

import re

import pytest

from xraydesk.gui import theme
from xraydesk.resources import resource_dir

GROUNDS = ("ground", "panel", "raised", "hover", "selection", "selection_idle")
BANDS = ("band_likely", "band_uncertain", "band_not_assessed", "band_low", "band_waiting")
TEXT = {  # colour -> the grounds on which words stand in it
    "text": GROUNDS,
    "text_dim": GROUNDS,  # rows that were read, chosen ones among them
    "accent": ("ground", "panel", "raised", "hover"),  # links, news, keys
    "on_accent": ("accent",),
    "on_image": ("image_ground",),
    "warning_text": ("warning_ground",),
    **dict.fromkeys(BANDS, GROUNDS),
}
SHAPES = {  # frames, handles and icons
    "accent": GROUNDS,  # the frame of what has the focus or is chosen, the bar of the chosen row
    "control_line": ("ground", "panel", "raised"),  # text fields, sliders, scroll bars
    "text": GROUNDS,  # the frame of what is chosen and has the focus, icons
    **{f"series_{number}": ("ground", "panel", "raised") for number in range(1, 9)},  # lines and marks of charts
    "text_disabled": ("ground", "panel", "raised"),  # WCAG asks nothing of what cannot be used; it must be readable
}
NO_TEXT = {"text_disabled"}


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb" (WCAG 2.1)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def too_faint(name: str, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    colours = theme.load_theme(name).colours
    ratios = {
        (on, ground): contrast(colours[on], colours[ground]) for on, grounds in pairs.items() for ground in grounds
    }
    return [f"{on} on {ground}: {ratio:.2f}" for (on, ground), ratio in ratios.items() if ratio < least]


def test_the_ratio_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_all_words_can_be_read(name):
    assert not too_faint(name, TEXT, 4.5)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_shapes_and_frames_can_be_seen(name):
    assert not too_faint(name, SHAPES, 3.0)


def test_no_colour_of_the_sheet_is_left_out():
    sheet = (resource_dir("themes") / "desk.qss").read_text("utf-8")
    words = set(re.findall(r"(?<![-\w])color: \$(\w+)", sheet))
    frames = set(re.findall(r":focus[^{]*\{[^}]*border: \dpx solid \$(\w+)", sheet))
    grounds = set(re.findall(r"background: \$(\w+)", sheet))
    assert words <= TEXT.keys() | NO_TEXT
    assert frames <= SHAPES.keys()
    known = {*GROUNDS, "accent", "warning_ground", "control_line", "text", "line", "image_ground"}
    assert grounds <= known, "a new ground needs its words measured"


@pytest.mark.parametrize("name", ["dark", "light"])
def test_what_has_the_focus_differs_from_what_is_only_chosen(name):
    colours = theme.load_theme(name).colours
    assert contrast(colours["text"], colours["accent"]) >= 1.5
