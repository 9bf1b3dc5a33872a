"""How large a radiograph may be. Checked against headers before anything is allocated."""

from __future__ import annotations

from pathlib import Path

from xraydesk.errors import ImageTooLarge

# A 35 x 43 cm film scanned at 50 micrometres has 60 megapixels, a stitched spine or leg about 30, a mammogram at most
# 30. Beyond this a header is damaged, hostile, or a whole-slide picture.
MAX_PIXELS = 8192 * 8192
MAX_FRAMES = 10_000  # a long fluoroscopy run; more instances than this in one file is a damaged header


def check_size(rows: int, columns: int, subject: Path | str) -> None:
    """Raise ImageTooLarge where the header announces more than `MAX_PIXELS` in one frame."""
    if rows * columns > MAX_PIXELS:
        raise ImageTooLarge(
            f"The header announces {columns:,} x {rows:,} pixels, more than any radiograph has",
            subject=subject,
            remedy="Ask for the image to be sent again",
        )
