"""What all HTML pages share: one file that needs nothing beside it, dark on light, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from string import Template

COLOURS = {"ink": "#1c2126", "soft": "#5d6771", "grid": "#dde2e6", "page": "#fff", "a": "#1668b8", "b": "#c4561a"}
CHARTS = """\
svg text { font-size: 11px; fill: var(--soft); }
.grid { stroke: var(--grid); fill: none; } .span { stroke: var(--soft); fill: none; }
.line { fill: none; stroke-width: 2; } .line.a, .dot.a { stroke: var(--a); } .line.b, .dot.b { stroke: var(--b); }
.line.b { stroke-dasharray: 5 3; } .dot { fill: var(--page); stroke-width: 2; } .mark { fill: var(--ink); }
.faint { stroke: var(--soft); stroke-dasharray: 3 3; fill: none; }
.bar.a { fill: var(--a); } .bar.b { fill: var(--b); }"""

_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>$title</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light; $colours }
body { font: 14px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--page);
  max-width: 1080px; margin: 2rem auto; padding: 0 1rem; font-variant-numeric: tabular-nums;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 .5rem; } h3 { font-size: 14px; margin: 1.2rem 0 .4rem; }
h2 { font-size: 17px; margin: 2.2rem 0 .5rem; border-top: 1px solid var(--grid); padding-top: 1rem; }
p { margin: .5rem 0; max-width: 75ch; } .soft, figcaption { color: var(--soft); }
table { border-collapse: collapse; margin: .5rem 0; } th { text-align: left; font-weight: 600; }
td, th { border-bottom: 1px solid var(--grid); padding: 3px 16px 3px 0; vertical-align: top; }
.notice { border-left: 4px solid var(--b); padding: .4rem .8rem; background: #fbf3ec; max-width: none; }
.warnings { padding-left: 1.2rem; } .warnings li { margin: .3rem 0; }
.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; margin: 1rem 0; }
.key div { border: 1px solid var(--grid); border-radius: 4px; padding: 6px 10px; color: var(--soft); }
.key strong { display: block; font-size: 20px; line-height: 1.3; color: var(--ink); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px 24px;
  align-items: start; margin: .5rem 0; } figure { margin: 0; break-inside: avoid; }
svg { display: block; width: 100%; }
$charts
.facts th { white-space: nowrap; }
.counts td { text-align: right; padding: 6px 16px; border: 1px solid var(--page); min-width: 3em; }
.counts th { padding-right: 12px; white-space: nowrap; vertical-align: middle; }
.films { display: grid; grid-template-columns: repeat(auto-fill, minmax(400px, 1fr)); gap: 16px; }
.films img { display: block; width: 100%; } figcaption { overflow-wrap: anywhere; }
footer { margin-top: 2rem; border-top: 1px solid var(--grid); padding-top: .5rem; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } tr, .key, .counts { break-inside: avoid; }
  h2, h3 { break-after: avoid; } .charts { grid-template-columns: 1fr 1fr 1fr; }
  .films { grid-template-columns: 1fr 1fr; } @page { margin: 14mm; } }
</style></head><body>
<h1>$title</h1>
$body
</body></html>
""")


def document(title: str, parts: Iterable[str]) -> str:
    """Return a whole page; the title is text, the parts are HTML."""
    colours = " ".join(f"--{name}: {colour};" for name, colour in COLOURS.items())
    body = "\n".join(part for part in parts if part)
    return _PAGE.substitute(title=escape(title), body=body, colours=colours, charts=CHARTS)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are escaped already; an empty head is left out."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{f'<tr>{top}</tr>' if top else ''}{body}</table>"


def facts(named: Mapping[str, str]) -> str:
    """Return a table of names and values, both text; what has no value is left out."""
    rows = "".join(f"<tr><th>{escape(n)}</th><td>{escape(v)}</td></tr>" for n, v in named.items() if v)
    return f'<table class="facts">{rows}</table>'


def counts(rows: Iterable[tuple[str, Iterable[int]]], answers: Iterable[str]) -> str:
    """Return counts of truth (rows) against answer (columns), each cell as dark as its share of the row."""
    top = "".join(f"<th>{escape(name)}</th>" for name in answers)
    body = "".join(f"<tr><th>{escape(name)}</th>{_shaded(list(values))}</tr>" for name, values in rows)
    return f'<table class="counts"><tr><th></th>{top}</tr>{body}</table>'


def _shaded(values: list[int]) -> str:
    whole = max(1, sum(values))
    return "".join(f'<td style="background: rgba(22, 104, 184, {0.5 * n / whole:.2f})">{n}</td>' for n in values)


def number(value: float | None) -> str:
    """Return a figure as text; what these films do not tell is a dash."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def with_interval(value: float | None, low: float | None, high: float | None) -> str:
    """Return a figure with its interval, without where that is not known."""
    text = number(value)
    return text if value is None or low is None or high is None else f"{text} ({number(low)} to {number(high)})"


def charts(drawn: Mapping[str, str]) -> str:
    """Return charts in a row, each, an SVG or a table, above its words."""
    figures = (f"<figure>{chart}<figcaption>{escape(words)}</figcaption></figure>" for words, chart in drawn.items())
    return f'<div class="charts">{"".join(figures)}</div>'


def films(shown: Iterable[tuple[str, str]]) -> str:
    """Return films side by side, each a data URI ("" where there is none) with its words."""
    figures = (
        "<figure>" + (f'<img alt="" src="{uri}">' if uri else "") + f"<figcaption>{escape(words)}</figcaption></figure>"
        for uri, words in shown
    )
    return f'<div class="films">{"".join(figures)}</div>'
