"""Window and level by dragging over a large film, fitted to the canvas and pixel by pixel."""

from __future__ import annotations

from tests.bench.rows import Row, emit
from tests.bench.window import Reader
from tests.bench.work import arguments, write_deep

FRAMES = 300


def main() -> None:
    """Drag with the map off, as a reader does while looking for the right window, then with it on."""
    _, work = arguments()
    folder = work / "dragging"
    write_deep(folder, 1, 3000, 3000)
    reader = Reader(folder)
    try:
        reader.show(0)
        reader.read.findings.toggle_map()
        reader.rest(2000)
        reader.drag(20)
        emit(Row("window/level drag, 3000 x 3000 16-bit, fitted", reader.drag(FRAMES), "frames/s", 50))
        reader.canvas.one_to_one()
        emit(Row("the same at 1:1", reader.drag(FRAMES), "frames/s", 50))
        reader.canvas.fit()
        reader.read.findings.toggle_map()
        emit(Row("the same fitted, with the map", reader.drag(FRAMES), "frames/s"))
    finally:
        reader.close()


if __name__ == "__main__":
    main()
