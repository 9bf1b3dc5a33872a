"""How a page of the guide looks: Qt reads Markdown, this dresses what came of it in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from xraydesk.gui import theme

TEXT_PX = 15  # a page to read, not a panel of figures
MARGIN = 8 * theme.GRID
_HEADINGS = {1: 1.75, 2: 1.3, 3: 1.1}
_LINE = 130  # per cent
_APART = (QTextFormat.Property.BlockQuoteLevel, QTextFormat.Property.BlockCodeLanguage)  # code in no language, too
_FIXED = ["Cascadia Mono", "Consolas", "SF Mono", "Liberation Mono", "DejaVu Sans Mono"]


def dress(document: QTextDocument, scale: float, leads_somewhere: Callable[[str], bool]) -> None:
    """Give a page its type and colours.

    Parameters
    ----------
    document
        As `QTextDocument.setMarkdown` left it.
    scale
        1 is the size of text that the program chose.
    leads_somewhere
        Whether an address is one of the guide's own; other links become text, as there is no internet.
    """
    pixels = round(TEXT_PX * scale)
    document.setDefaultFont(theme.text_font(pixels))
    frame = QTextFrameFormat()
    frame.setMargin(MARGIN)
    document.rootFrame().setFrameFormat(frame)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _dress_table(table)
    _frame(document)
    for block in _blocks(document):
        _dress_block(block, pixels)
        _dress_words(block, pixels, leads_somewhere)


def narrow(document: QTextDocument, width: int, room: int) -> None:
    """Hold the lines to ``width`` pixels where there is room for more, so that the eye finds the next one."""
    frame = document.rootFrame().frameFormat()
    frame.setRightMargin(max(MARGIN, room - width - MARGIN))
    document.rootFrame().setFrameFormat(frame)


def pictures(document: QTextDocument) -> list[QUrl]:
    """Return the addresses of the pictures of a page."""
    found = []
    for block in _blocks(document):
        inside = block.begin()
        while not inside.atEnd():
            look, inside = inside.fragment().charFormat(), _next(inside)
            if look.isImageFormat():
                found.append(document.baseUrl().resolved(QUrl(look.toImageFormat().name())))
    return found


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, pixels: int) -> None:
    cursor, old = QTextCursor(block), block.blockFormat()
    look = QTextBlockFormat()
    level = old.headingLevel()
    if not _shows_picture(block):
        look.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    look.setNonBreakableLines(False)
    if block.length() == 1 and _outside(block):  # Qt leaves an empty line before a frame
        look = QTextBlockFormat()
        look.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    elif level:
        look.setTopMargin(pixels * (0.2 if level == 1 else 1.6 if level == 2 else 1.0))
        look.setBottomMargin(pixels * 0.4)
        words = QTextCharFormat()
        words.setFont(theme.text_font(round(pixels * _HEADINGS.get(level, 1.0)), bold=True))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(words)
    elif not _outside(block):
        for set_margin in (look.setLeftMargin, look.setRightMargin, look.setTopMargin, look.setBottomMargin):
            set_margin(0)
    elif block.textList() is not None:
        look.setTopMargin(0)
        look.setBottomMargin(pixels * 0.3)
    else:
        look.setBottomMargin(pixels * 0.6)
    cursor.mergeBlockFormat(look)


def _shows_picture(block: QTextBlock) -> bool:
    inside = block.begin()
    return not inside.atEnd() and inside.fragment().charFormat().isImageFormat()


def _set_apart(block: QTextBlock) -> bool:
    """Whether a block is a quotation, which the guide warns with, or code."""
    look = block.blockFormat()
    return any(look.hasProperty(kind) for kind in _APART)


def _outside(block: QTextBlock) -> bool:
    """Whether a block is in no table and no frame."""
    return QTextCursor(block).currentFrame().parentFrame() is None


def _frame(document: QTextDocument) -> None:
    """Put what is set apart on a ground of its own, once; the last first, as positions behind a new frame move."""
    runs: list[tuple[int, int]] = []
    for block in _blocks(document):
        if _set_apart(block) and _outside(block):
            begin, end = block.position(), block.position() + block.length() - 1
            if runs and runs[-1][1] + 1 == begin:
                begin = runs.pop()[0]
            runs.append((begin, end))
    look = QTextFrameFormat()
    look.setPadding(2 * theme.GRID)
    look.setTopMargin(theme.GRID)
    look.setBottomMargin(3 * theme.GRID)
    look.setBorder(1)
    look.setBorderBrush(QBrush(theme.current().colour("control_line")))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBackground(QBrush(theme.current().colour("raised")))
    for begin, end in reversed(runs):
        if begin == end:  # the empty line before a frame, where a page is dressed again in another size
            continue
        cursor = QTextCursor(document)
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertFrame(look)


def _dress_words(block: QTextBlock, pixels: int, leads_somewhere: Callable[[str], bool]) -> None:
    colours = theme.current()
    changes: list[tuple[int, int, QTextCharFormat]] = []
    inside = block.begin()
    while not inside.atEnd():
        piece, inside = inside.fragment(), _next(inside)
        old, look = piece.charFormat(), QTextCharFormat()
        if old.fontFixedPitch():
            look.setFontFamilies(_FIXED)
            look.setProperty(QTextFormat.Property.FontPixelSize, round(pixels * 0.93))
            look.setBackground(QBrush(colours.colour("raised")))
        if old.isAnchor() and old.anchorHref():
            own = leads_somewhere(old.anchorHref())
            look.setForeground(QBrush(colours.colour("accent" if own else "text")))
            look.setFontUnderline(own)
            look.setAnchor(own)
            if not own:
                look.setAnchorHref("")
        changes.append((piece.position(), piece.length(), look))
    cursor = QTextCursor(block)
    for start, length, look in changes:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


def _next(inside: QTextBlock.iterator) -> QTextBlock.iterator:
    inside += 1
    return inside


def _dress_table(table: QTextTable) -> None:
    colours = theme.current()
    look = table.format()
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderBrush(QBrush(colours.colour("control_line")))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setCellPadding(2 * theme.GRID)
    look.setCellSpacing(0)
    look.setTopMargin(2 * theme.GRID)
    look.setBottomMargin(3 * theme.GRID)
    look.setAlignment(Qt.AlignmentFlag.AlignLeft)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
    for row in range(table.rows()):
        for column in range(table.columns()):
            if table.cellAt(row, column).columnSpan() > 1:  # Qt joins empty cells with the one before
                table.splitCell(row, column, 1, 1)
    for column in range(table.columns()):
        _dress_head(table.cellAt(0, column))


def _dress_head(cell: QTextTableCell) -> None:
    ground, words = QTextCharFormat(), QTextCharFormat()
    ground.setBackground(QBrush(theme.current().colour("raised")))
    cell.setFormat(ground)
    words.setFontWeight(QFont.Weight.Bold)
    cursor = cell.firstCursorPosition()
    if cursor.block().length() == 1 and cell.lastCursorPosition() != cursor:
        cursor.deleteChar()  # Qt begins a table after code with an empty line
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(words)
