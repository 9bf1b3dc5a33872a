"""A picture of the first batch as the network sees it, for the person who watches a run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from xraydesk.inference.preprocess import normalise
from xraydesk.training.batches import Batch, TrainingData, batches
from xraydesk.training.devices import Workplace
from xraydesk.training.recipe import Recipe
from xraydesk.training.run_files import PICTURE
from xraydesk.training.varied import varied

_MOST, _COLUMNS, _SIDE, _GAP, _MARK = 24, 6, 128, 4, 18
_WITH, _WITHOUT, _OTHER = "+", "-", "x"


def save_picture(data: TrainingData, recipe: Recipe, place: Workplace) -> None:
    """Write the augmented films of the first batch beside the run, once; a run is the same with or without it.

    In its corner each film has "+" where it has the finding, "-" where not, "x" where it is of another kind.
    """
    file = place.folder / PICTURE
    if file.exists() or not place.fabric.is_global_zero:
        return
    whole = next(batches(data, recipe, 0))
    seen = normalise(varied(whole, recipe, place.fabric).films, recipe.learning_input)[:, 0].float().cpu().numpy()
    low, high = np.percentile(seen, (0.5, 99.5))  # one scale for all, or an empty film would show its noise
    eight = (np.clip((seen - low) / max(high - low, 1e-6), 0, 1) * 255).astype(np.uint8)
    rows = _spread(len(seen), _MOST)
    marks = [_mark(whole, int(row), recipe) for row in rows]
    _grid([_small(eight[row]) for row in rows], marks).save(file)
    place.report({"picture": PICTURE})


def _spread(count: int, most: int) -> NDArray[np.int64]:
    """Return rows all over a batch, for the classes stand in it one after the other."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(np.int64))


def _mark(whole: Batch, row: int, recipe: Recipe) -> str:
    if not whole.own[row]:
        return _OTHER
    return _WITH if int(whole.labels[row]) >= recipe.ends[0] else _WITHOUT


def _small(film: NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(film).resize((_SIDE, _SIDE), Image.Resampling.BILINEAR)


def _grid(films: list[Image.Image], marks: list[str]) -> Image.Image:
    step, lines = _SIDE + _GAP, -(-len(films) // _COLUMNS)
    sheet = Image.new("L", (min(len(films), _COLUMNS) * step - _GAP, lines * step - _GAP), 0)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(_MARK)
    for place, (film, mark) in enumerate(zip(films, marks, strict=True)):
        left, top = place % _COLUMNS * step, place // _COLUMNS * step
        sheet.paste(film, (left, top))
        pen.rectangle((left, top, left + _MARK, top + _MARK), fill=0)
        pen.text((left + _MARK // 2, top + _MARK // 2), mark, fill=255, font=font, anchor="mm")
    return sheet
