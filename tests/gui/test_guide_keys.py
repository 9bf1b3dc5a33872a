"""Every key that the guide names is one of the program's."""

from tests.test_guide import KEY, OF_THE_GUIDE, PAGES, codes, tongue


def test_every_key_named_in_the_guide_is_in_the_table(window):
    known = {key.key for key in window.keymap.own} | OF_THE_GUIDE
    named = {code for page in PAGES for code in codes(page) if KEY.match(code)}
    assert {key for key in named if key not in known} <= {"P"}
    assert {tongue(page) for page in PAGES} >= {"en"}
