"""From a click on a scored study to film and map on screen: studies anywhere in the list, and the next one."""

from __future__ import annotations

import random

from tests.bench.rows import Row, emit, p95
from tests.bench.window import Reader
from tests.bench.work import arguments, write_deep

STUDIES = 40
REST_MS = 700  # a reader looks at least as long at a film


def main() -> None:
    """Measure both on the same folder; far jumps first, so that none of them finds its film in memory."""
    _, work = arguments()
    folder = work / "reading"
    write_deep(folder, STUDIES, 2500, 2048)
    reader = Reader(folder)
    try:
        reader.show(0)
        jumps = _jumps(reader)
        nexts = _nexts(reader)
    finally:
        reader.close()
    emit(Row("click to film and map, 2500 x 2048 16-bit, p95", p95(jumps), "ms", 150, at_most=True))
    emit(Row("the same, the next in the list, p95", p95(nexts), "ms", 50, at_most=True))


def _jumps(reader: Reader) -> list[float]:
    """Visit every third study in random order: no place follows the one before it."""
    places = list(range(2, STUDIES, 3))
    random.Random(5).shuffle(places)
    found = []
    for place in places:
        reader.rest(REST_MS)
        found.append(reader.show(place))
        assert reader.canvas.map is not None, "the model gave no map"
    return found


def _nexts(reader: Reader) -> list[float]:
    reader.show(0)
    found = []
    for place in range(1, STUDIES):
        reader.rest(REST_MS)
        found.append(reader.show(place))
    return found


if __name__ == "__main__":
    main()
