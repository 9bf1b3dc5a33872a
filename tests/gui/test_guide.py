"""The guide in the real window: opened from Help at the page for the room; links, pictures, search, both themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor

from tests.gui.test_contrast import contrast
from tests.test_guide import KEY, OF_THE_GUIDE, PAGES, codes
from xraydesk.errors import XraydeskError
from xraydesk.gui import guide_look, guide_pages, theme
from xraydesk.gui.guide import SEARCH_WIDTH, Guide
from xraydesk.gui.guide_browser import SCALES, WIDTH, GuideBrowser
from xraydesk.gui.rooms import READING, RESEARCH, SITE, TRAIN


@pytest.fixture
def guide(window):
    window.help.guide.open()
    return window.help.guide.guide


@pytest.fixture
def make_browser(qtbot, tmp_path):
    def make(**pages: str) -> GuideBrowser:
        for name, text in pages.items():
            (tmp_path / f"{name}.md").write_text(text, "utf-8")
        browser = GuideBrowser(tmp_path)
        qtbot.addWidget(browser)
        browser.resize(700, 400)
        browser.show()
        return browser

    return make


def shown(guide):
    return Path(guide.browser.source().toLocalFile()).name


def pieces(document):
    block = document.begin()
    while block.isValid():
        inside = block.begin()
        while not inside.atEnd():
            yield inside.fragment()
            inside += 1
        block = block.next()


def hrefs(browser):
    return [piece.charFormat().anchorHref() for piece in pieces(browser.document()) if piece.charFormat().isAnchor()]


def test_every_key_named_in_the_guide_is_one_of_the_programs(window):
    known = {key.key for key in window.keymap.own} | OF_THE_GUIDE
    assert {code for page in PAGES for code in codes(page) if KEY.match(code)} <= known


@pytest.mark.parametrize(
    ("room", "page"),
    [(READING, "readers"), (RESEARCH, "researchers"), (TRAIN, "administrators"), (SITE, "administrators")],
)
def test_it_opens_by_its_key_at_the_page_for_the_room_and_leads_back(qtbot, window, monkeypatch, room, page):
    monkeypatch.setattr(window.rooms, "_come_into_sight", lambda _place: None)  # the desk in memory has no log
    window.rooms.rail.button(room).click()
    before = window.rooms.stack.currentWidget()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    guide = window.help.guide.guide
    assert guide.isVisible()
    assert shown(guide) == f"{page}.md"
    qtbot.waitUntil(guide.browser.hasFocus)
    qtbot.keyClick(guide.browser, Qt.Key.Key_Escape)
    assert window.rooms.stack.currentWidget() is before


def test_the_help_menu_begins_with_it(window):
    window.help.menu.actions()[0].trigger()
    assert window.help.guide.guide.isVisible()


def test_the_button_of_the_room_leads_back_too(qtbot, window, guide):
    window.rooms.rail.button(0).click()
    assert not guide.isVisible()
    assert window.top.isVisible()


def test_verdict_keys_are_deaf_meanwhile(qtbot, reading):
    reading.help.guide.open()
    guide = reading.help.guide.guide
    qtbot.waitUntil(guide.browser.hasFocus)
    qtbot.keyClick(guide.browser, Qt.Key.Key_1)
    guide.close_button.click()
    assert reading.read.verdict.answers.checkedButton() is None


def test_all_pages_are_read_with_their_pictures(guide):
    for item in guide._items:
        guide.contents.setCurrentItem(item)
        document = guide.browser.document()
        assert document.toPlainText().strip()
        for address in guide_look.pictures(document):
            assert not guide.browser._picture(Path(address.toLocalFile())).isNull(), address


def test_contents_lead_to_sections_and_follow_links(guide):
    item = next(item for item in guide._items if item.text(0) == "For readers")
    section = next(item.child(n) for n in range(item.childCount()) if item.child(n).text(0) == "Give a verdict")
    guide.contents.setCurrentItem(section)
    assert guide.browser.verticalScrollBar().value() > 0
    assert guide.browser.textCursor().block().text() == "Give a verdict"
    guide.browser.setSource(QUrl.fromLocalFile(str(guide_pages.root() / "guide" / "it.md")))
    assert guide.contents.currentItem().text(0) == "For IT"
    guide.browser.backward()
    assert shown(guide) == "readers.md"
    assert guide.contents.currentItem().text(0) == "For readers"


def test_a_link_leads_to_another_page_and_section(guide):
    guide.show_page("administrators")
    assert "it.md#gpu" in hrefs(guide.browser)
    guide.browser.setSource(guide.browser.source().resolved(QUrl("it.md#gpu")))
    assert guide.browser.textCursor().block().text() == "GPU"


def test_words_are_found_on_the_page_and_then_on_the_others(qtbot, guide):
    guide.show_page("readers")
    qtbot.keyClick(guide.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(guide.search.hasFocus)
    qtbot.keyClicks(guide.search, "Antivirus")
    assert guide.found.text() == "On another page; Enter goes there"
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert shown(guide) == "it.md"
    assert guide.browser.textCursor().selectedText() == "Antivirus"
    guide.search.setText("xraydesk")
    marked = len(guide.browser.extraSelections())
    assert guide.found.text() == f"{marked} here; Enter for the next"
    place = guide.browser.textCursor().position()
    guide.find_next()
    after = guide.browser.textCursor().position()
    assert after > place
    guide.find_next(back=True)
    assert guide.browser.textCursor().position() == place
    guide.search.setText("no such word anywhere")
    assert guide.found.text() == "Not in the guide"
    guide.find_next()
    assert shown(guide) == "it.md"


def test_what_is_found_is_seen_in_its_place(guide):
    guide.show_page("it")
    guide.search.setText("Reading rights are enough")
    place = guide.browser.cursorRect()
    assert guide.browser.viewport().rect().adjusted(0, 0, 0, -60).contains(place)
    guide.window().resize(1090, 640)
    assert guide.search.width() >= SEARCH_WIDTH


def test_a_word_of_one_page_is_found_again_from_its_top(guide):
    guide.show_page("it")
    guide.search.setText("Reading rights are enough")
    first = guide.browser.textCursor().position()
    guide.find_next()
    assert guide.browser.textCursor().position() == first


def test_text_grows_and_shrinks_and_pictures_stay_within_the_lines(qtbot, guide):
    browser = guide.browser
    size = browser.document().defaultFont().pixelSize()
    frames = len(browser.document().rootFrame().childFrames())
    for key, wanted in ((Qt.Key.Key_Plus, SCALES[3]), (Qt.Key.Key_0, 1.0), (Qt.Key.Key_Minus, SCALES[1])):
        qtbot.keyClick(browser, key, Qt.KeyboardModifier.ControlModifier)
        assert browser.scale == wanted
    browser.zoom(99)
    assert browser.scale == SCALES[-1]
    assert browser.document().defaultFont().pixelSize() == 2 * size
    assert len(browser.document().rootFrame().childFrames()) == frames
    for address in guide_look.pictures(browser.document()):
        width = browser._picture(Path(address.toLocalFile())).deviceIndependentSize().width()
        assert width <= browser.viewport().width() - 2 * guide_look.MARGIN + 1
    browser.zoom(0)
    assert browser.viewport().width() > WIDTH
    assert max(p.width() for p in map(browser._picture, _paths(browser))) <= WIDTH


def _paths(browser):
    return [Path(address.toLocalFile()) for address in guide_look.pictures(browser.document())]


def test_nothing_outside_the_guide_is_opened(make_browser, tmp_path):
    secret = tmp_path.parent / "secret.md"
    secret.write_text("# Secret", "utf-8")
    text = (
        "# A\n\n[b](b.md) [top](#a) [web](https://example.org/x) [out](../secret.md) [gone](gone.md)\n\n![x](../x.png)"
    )
    browser = make_browser(a=text, b="# B")
    browser.show_page(tmp_path / "a.md")
    assert sorted(set(filter(None, hrefs(browser)))) == ["#a", "b.md"]
    assert "web" in browser.toPlainText()
    assert browser.loadResource(1, QUrl.fromLocalFile(str(secret))) is None
    assert browser.loadResource(2, QUrl("https://example.org/x.png")) is None


def test_warnings_and_code_stand_on_a_ground_of_their_own(make_browser, tmp_path):
    browser = make_browser(
        a="# A\n\n> careful\n> now\n\ntext\n\n```\none\ntwo\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    browser.show_page(tmp_path / "a.md")
    frames = browser.document().rootFrame().childFrames()
    assert len(frames) == 3
    assert "careful now" in browser.toPlainText()
    assert "one\ntwo" in browser.toPlainText()


@pytest.mark.parametrize("name", ["dark", "light"])
def test_its_words_can_be_read_in_both_themes(monkeypatch, make_browser, tmp_path, name):
    monkeypatch.setitem(theme._worn, "name", name)
    browser = make_browser(a="# A\n\n[a](#a) `code`\n\n> quoted\n\n| h |\n|---|\n| 1 |\n\n    block\n")
    browser.show_page(tmp_path / "a.md")
    panel = theme.current().colours["panel"]
    for piece in pieces(browser.document()):
        look, cursor = piece.charFormat(), QTextCursor(browser.document())
        cursor.setPosition(piece.position())
        ground = look.background().color().name() if look.hasProperty(look.Property.BackgroundBrush) else panel
        ink = look.foreground().color().name() if look.hasProperty(look.Property.ForegroundBrush) else ""
        assert contrast(ink or theme.current().colours["text"], ground) >= 4.5, piece.text()


def test_everything_has_a_name_and_the_keyboard_reaches_it(guide):
    for part in (guide.browser, guide.contents, guide.search, guide.found):
        assert part.accessibleName()
    for part in (guide.browser, guide.contents, guide.search, guide.close_button):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_installation_without_it_says_so(window, monkeypatch):
    def missing(_language):
        raise XraydeskError('The program\'s own folder "docs" is missing', remedy="Install xraydesk again")

    monkeypatch.setattr(guide_pages, "pages", missing)
    window.help.guide.open()
    assert window.help.guide.guide is None
    assert window.rooms.stack.currentIndex() == 0
    assert not window.findChildren(Guide)
