"""The report's charts as files of their own: SVG 1.1 that needs nothing beside it, its words below it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from textwrap import wrap

from xraydesk.research.report_charts import Figure
from xraydesk.training.page import CHARTS, COLOURS
from xraydesk.triage.export import write_text

FIGURES = "figures"  # the folder
_VIEW = re.compile(r'<svg viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LINE, _LETTERS, _SCALE = 14, 52, 2  # height of a line of words, letters in it, how much larger than the page's


def write_figures(figures: list[Figure], folder: Path) -> list[str]:
    """Write each chart into a folder of figures and return the names of the files, from ``folder``."""
    if figures:
        (folder / FIGURES).mkdir()
    names = [f"{FIGURES}/{figure.name}.svg" for figure in figures]
    for figure, name in zip(figures, names, strict=True):
        write_text(folder / name, stand_alone(figure))
    return names


def stand_alone(figure: Figure) -> str:
    """Return a chart with its own colours; many programs that draw SVG know no CSS variables."""
    found = _VIEW.match(figure.svg)
    assert found is not None
    width, chart = float(found[1]), float(found[2])
    lines = wrap(figure.words, _LETTERS)
    height = chart + _LINE * len(lines) + _LINE / 2
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{_SCALE * width:g}" '
        f'height="{_SCALE * height:g}" viewBox="0 0 {width:g} {height:g}"'
    )
    words = "".join(f'<text x="4" y="{chart + _LINE * n:g}">{escape(line)}</text>' for n, line in enumerate(lines, 1))
    body = figure.svg[found.end() :].removesuffix("</svg>")
    attributes, _, parts = body.partition(">")
    ground = f'<rect width="{width:g}" height="{height:g}" fill="{COLOURS["page"]}"/>'
    return f"{head}{attributes}><title>{escape(figure.words)}</title>{_style()}{ground}{parts}{words}</svg>\n"


def _style() -> str:
    rules = re.sub(r"var\(--(\w+)\)", lambda name: COLOURS[name[1]], CHARTS)
    return f"<style>text {{ font-family: sans-serif; }} {rules.replace('svg text', 'text')}</style>"
