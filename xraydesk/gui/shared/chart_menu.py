"""A chart as a picture: copied, or saved as SVG or PNG."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyqtgraph
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSaveFile
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence

if TYPE_CHECKING:
    from xraydesk.gui.shared.charts import Chart

SHARPER = 3  # pixels of a saved picture for one on the screen
_last: dict[str, Path] = {"folder": Path()}


def chart_menu(chart: Chart) -> QMenu:
    """Return the menu of a chart; whoever opens it deletes it."""
    menu = QMenu(chart)
    menu.addAction(translate("ChartMenu", "Copy the picture"), lambda: copy(chart))
    menu.addAction(translate("ChartMenu", "Save as SVG …"), lambda: save(chart, "svg"))
    menu.addAction(translate("ChartMenu", "Save as PNG …"), lambda: save(chart, "png"))
    return menu


def copy(chart: Chart) -> None:
    """Put the chart on the clipboard."""
    QGuiApplication.clipboard().setImage(picture(chart))
    chart.said.emit(translate("ChartMenu", "The chart was copied as a picture"))


def save(chart: Chart, kind: str) -> None:
    """Ask where, and save the chart as "svg" or "png"."""
    name = re.sub(r"[^\w-]+", "-", chart.name.lower()).strip("-")
    suggested = str(_last["folder"] / f"{name}.{kind}")
    title, kinds = translate("ChartMenu", "Save the chart"), f"{kind.upper()} (*.{kind})"
    chosen, _ = QFileDialog.getSaveFileName(chart, title, suggested, kinds)
    if not chosen:
        return
    try:
        write(chart, Path(chosen), kind)
    except XraydeskError as error:
        chart.failed.emit(error_sentence(error))
        return
    _last["folder"] = Path(chosen).parent
    chart.said.emit(translate("ChartMenu", "The chart was saved"))


def write(chart: Chart, path: Path, kind: str) -> None:
    """Write a chart, whole or not at all, as "svg" or "png".

    Raises
    ------
    XraydeskError
        It could not be written; what stood there before is as it was.
    """
    file = QSaveFile(str(path))
    content = svg(chart) if kind == "svg" else _png(picture(chart))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) >= 0 and file.commit()):
        file.cancelWriting()
        raise XraydeskError("The picture could not be written", subject=path, remedy="Choose another place")


def picture(chart: Chart) -> QImage:
    """Return the chart as it stands on the screen, sharper."""
    image = QImage(chart.size() * SHARPER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPER)
    _paint(chart, image)
    return image


def svg(chart: Chart) -> bytes:
    """Return the chart as a drawing (SVG Tiny 1.2), texts as texts."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(chart.size())
    generator.setViewBox(QRectF(0, 0, chart.width(), chart.height()))
    generator.setTitle(chart.name)
    generator.setDescription(chart.accessibleDescription())
    _paint(chart, generator)
    return bytes(buffer.data().data())


def _paint(chart: Chart, device: QImage | QSvgGenerator) -> None:
    whole = QRectF(0, 0, chart.width(), chart.height())
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(whole, chart.backgroundBrush())
    marks = [item for item in chart.scene().items() if isinstance(item, pyqtgraph.ScatterPlotItem)]
    for mark in marks:  # on the screen a mark is a small picture, which would be coarse on paper
        mark.setExportMode(True, {"painter": painter, "antialias": True})
    chart.render(painter, whole, chart.viewport().rect())
    for mark in marks:
        mark.setExportMode(False)
    painter.end()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
