"""Do probabilities mean what they say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import truth_and_score


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """What was said and what came true, bin by bin; shapes (bins,)."""

    probability: NDArray[np.float64]  # mean of the bin
    frequency: NDArray[np.float64]  # of the abnormal among its cases
    count: NDArray[np.int64]


def platt(truth: ArrayLike, logit: ArrayLike, weight: ArrayLike | None = None) -> tuple[float, float]:
    """Fit slope and offset of a logistic curve over logits.

    Platt's smoothed targets keep the fit finite where the classes are separated (Platt 1999; Newton steps after
    Lin, Lin and Weng 2007). The slope is kept positive, so that calibration never reverses the order.

    Returns
    -------
    slope, offset with probability = 1 / (1 + exp(-(slope * logit + offset))).

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a logit is not finite.
    """
    labels, x = truth_and_score(truth, logit)
    w = np.ones_like(x) if weight is None else np.asarray(weight, dtype=np.float64)
    positives, negatives = w[labels].sum(), w[~labels].sum()
    target = np.where(labels, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    design = np.stack([x, np.ones_like(x)], axis=1)
    theta = np.array([0.0, np.log((positives + 1) / (negatives + 1))])
    loss = _loss(design, theta, target, w)
    for _ in range(100):
        p = sigmoid(design @ theta)
        gradient = design.T @ (w * (p - target))
        hessian = (design * (w * p * (1 - p))[:, None]).T @ design + 1e-9 * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        scale = 1.0
        while scale > 1e-6 and _loss(design, theta - scale * step, target, w) > loss:
            scale /= 2
        theta = theta - scale * step
        loss = _loss(design, theta, target, w)
        if np.abs(scale * step).max() < 1e-8:
            break
    return max(float(theta[0]), 1e-3), float(theta[1])


def sigmoid(x: ArrayLike) -> NDArray[np.float64]:
    """Return 1 / (1 + exp(-x)) without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * np.asarray(x, dtype=np.float64))))


def expected_calibration_error(truth: ArrayLike, probability: ArrayLike, bins: int = 10) -> float:
    """Return the mean gap between probability and frequency over bins of equal mass (Nixon et al. 2019).

    NaN without cases. ValueError as in `platt`.
    """
    labels, p = truth_and_score(truth, probability)
    if not len(p):
        return float("nan")
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return float(sum(len(i) * abs(p[i].mean() - labels[i].mean()) for i in parts if len(i)) / len(p))


def reliability_curve(truth: ArrayLike, probability: ArrayLike, bins: int = 10) -> Reliability:
    """Return the reliability diagram over the same bins of equal mass as the error above (Niculescu-Mizil 2005).

    With fewer cases than bins each case is a bin; without cases the curve is empty. ValueError as in
    `platt`.
    """
    labels, p = truth_and_score(truth, probability)
    parts = [i for i in np.array_split(np.argsort(p, kind="stable"), bins) if len(i)]
    return Reliability(
        np.array([p[i].mean() for i in parts], dtype=np.float64),
        np.array([labels[i].mean() for i in parts], dtype=np.float64),
        np.array([len(i) for i in parts], dtype=np.int64),
    )


def brier(truth: ArrayLike, probability: ArrayLike) -> float:
    """Return the mean squared difference of probability and outcome (Brier 1950).

    NaN without cases. ValueError as in `platt`.
    """
    labels, p = truth_and_score(truth, probability)
    return float(np.mean((p - labels) ** 2)) if len(p) else float("nan")


def _loss(
    design: NDArray[np.float64], theta: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64]
) -> float:
    z = design @ theta
    return float((weight * (np.logaddexp(0, z) - target * z)).sum())
