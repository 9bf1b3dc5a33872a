"""The class-activation map as it goes to the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.prediction import Region

CAM = "cam"
METHODS = {
    CAM: "CAM",
    "gradcam": "Grad-CAM",
    "gradcam++": "Grad-CAM++",
    "scorecam": "Score-CAM",
    "eigencam": "Eigen-CAM",
}  # what `Desk.activation_map` takes, and the names that readers know

Going = Callable[[float], bool]  # told the share done of a long map; False: nobody waits for it any more


def always(share: float) -> bool:  # noqa: ARG001 - one of those who may be asked
    """Go on to the end."""
    return True


@dataclass(frozen=True, slots=True, eq=False)
class ActivationMap:
    """The evidence for one label over the film, low resolution, covering the film, or ``region`` of it, edge to edge.

    ``values`` is raw, shape (h, w), float32. For ``method="cam"`` it is in logits: its mean plus the label's bias is
    the label's logit: maps of different films can be compared, ``peak`` tells how strong the evidence is. The other
    methods (Grad-CAM, Score-CAM...) come without a common unit: ``in_logits`` is False.
    """

    values: NDArray[np.float32]
    label: str
    method: str = "cam"
    in_logits: bool = True
    region: Region | None = None  # the part of the film that was judged

    def box(self, rows: int, columns: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of what the map covers, on a film of so many pixels."""
        return (0.0, 0.0, float(columns), float(rows)) if self.region is None else self.region.box(rows, columns)

    @property
    def peak(self) -> float:
        """The strongest evidence anywhere on the film; negative where every place speaks against the label."""
        return float(self.values.max())
