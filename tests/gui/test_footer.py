"""The line at the bottom: what does not fit is seen to be missing, and can be read in full."""

from xraydesk.gui.footer import Footer


def test_a_long_line_ends_in_an_ellipsis_and_is_told_whole(qtbot):
    footer = Footer()
    qtbot.addWidget(footer)
    footer.resize(1200, 30)
    footer.show()
    assert footer.use.text() == footer.use.whole
    footer.resize(240, 30)
    qtbot.waitUntil(lambda: footer.use.text().endswith("…"))
    assert footer.use.whole.startswith("Research use. Not a diagnosis.")
    assert footer.use.accessibleName() == footer.use.whole
    assert footer.use.toolTip().startswith(footer.use.whole)
