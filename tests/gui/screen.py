"""What of a film is on screen, as numbers."""

import numpy as np
from PySide6.QtGui import QImage

from xraydesk.gui.film_canvas import FilmCanvas


def painted(canvas: FilmCanvas) -> np.ndarray:
    """Return red, green and blue of a film's own pixels, as it hangs, shape (rows, columns, 3); shown at 1:1."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    x, y = round(canvas.view.x), round(canvas.view.y)
    width, height = canvas.hung_size()
    return words[y : y + height, x : x + width, 2::-1].astype(int)
