"""The charts every page of results has: ROC, precision against recall, reliability, and the probabilities said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.calibration import reliability_curve
from xraydesk.evaluation.curves import pr_curve, roc_curve
from xraydesk.training.charts import Axis, histogram, line_chart

Answered = tuple[NDArray[np.bool_], NDArray[np.float64]]  # truth and calibrated probability, both (n,)


def curve_charts(
    groups: Mapping[str, Answered], marks: Sequence[tuple[str, float, float]], captions: Sequence[str]
) -> dict[str, str]:
    """Return SVG by caption.

    Parameters
    ----------
    groups
        By class of line ("a", "b"): the answers whose curves are drawn; the histogram is of the first.
    marks
        Name, sensitivity and specificity of points on the ROC.
    captions
        Four, for the charts in their order.
    """
    rocs = {kind: roc_curve(*one) for kind, one in groups.items()}
    prs = {kind: pr_curve(*one) for kind, one in groups.items()}
    calibrations = {kind: reliability_curve(*one) for kind, one in groups.items()}
    truth, p = next(iter(groups.values()))
    drawn = (
        line_chart([(k, c.false_positive_rate, c.true_positive_rate) for k, c in rocs.items()],
                   Axis("1 - specificity"), Axis("sensitivity"), diagonal=True,
                   marks=[(name, 1 - specificity, sensitivity) for name, sensitivity, specificity in marks]),
        line_chart([(k, c.recall, c.precision) for k, c in prs.items()], Axis("recall"), Axis("precision")),
        line_chart([(k, c.probability, c.frequency) for k, c in calibrations.items()],
                   Axis("probability said"), Axis("frequency found"), diagonal=True, dots=True),
        histogram([("a", p[~truth]), ("b", p[truth])], "probability"),
    )  # fmt: skip
    return dict(zip(captions, drawn, strict=True))
