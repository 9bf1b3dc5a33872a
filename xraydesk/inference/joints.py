"""Joints on a whole film: found by their likeness to the training images, each cut out and judged by itself.

First all squares of several sizes on a coarse grid (`sliding`), then real crops around the best of them, in smaller and
smaller steps. What is kept must pass the gate as any film must; two joints must look like the two knees of one person:
side by side, of nearly one size, at nearly one height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xraydesk.inference.answers import Answers, predictions, refusal
from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction, Region
from xraydesk.inference.preprocess import cut
from xraydesk.inference.sliding import Film, Spot, Square, likeness

NAME = "knee"
NOT_FOUND = "no knee joint was found on this film"
_SQUARENESS = 0.8  # of a film that may be a crop already: shorter over longer side
_LOOKED_AT = 6  # places of the coarse grid that are cut out
_REFINED = 2  # the best of them
_HOPELESS = -12.0  # likeness of a place that no shift makes a joint
_FAR = 0.0  # likeness of a place that a second round does not make a joint
_ROUNDS = 3
_APART = 0.25  # overlap from which two places are one
_STEPS = (0.2, 0.1, 0.05)  # of the side, in which a crop is shifted, made larger and smaller

Look = Callable[[Sequence[Film]], Answers]  # what the network and the gate say of crops


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """A square on the film with what the model says of it; ``answers`` of one crop."""

    square: Square
    answers: Answers
    score: float

    def accepted(self, card: ModelCard) -> bool:
        """Tell whether the gate lets the model speak about it."""
        domain = None if self.answers.domain is None else float(self.answers.domain[0])
        return not refusal(card.gate, float(self.answers.distance[0]), domain)


def is_crop(film: Film, whole: Prediction) -> bool:
    """Tell whether a film is one joint cut out already: nearly square, and the gate takes it ``whole``."""
    rows, columns = film.shape
    return min(rows, columns) >= _SQUARENESS * max(rows, columns) and not whole.refusal


def find(film: Film, spots: Sequence[Spot], look: Look, judge: Look, card: ModelCard) -> list[Joint]:
    """Return the one or two joints on a film, the one with the higher first logit first; empty where there is none.

    Parameters
    ----------
    film
        From `preprocess.prepare`.
    spots
        From `Slider.scan`.
    look
        Tells joints from what is none, for the search.
    judge
        Answers for the crops that were found.
    card
        Of the model.
    """
    squares = apart([spot.square for spot in spots])
    if not squares:
        return []
    starts = sorted(_judged(film, squares, look, card), key=lambda joint: -joint.score)[:_REFINED]
    joints = [_refined(film, start, look, card) for start in starts if start.score > _HOPELESS]
    best = sorted((joint for joint in joints if joint.accepted(card)), key=lambda joint: -joint.score)
    if not best:
        return []
    other = next((joint for joint in best[1:] if _pair(best[0].square, joint.square)), None)
    pair = [best[0].square] if other is None else [best[0].square, other.square]
    return sorted(_judged(film, pair, judge, card), key=lambda joint: -float(joint.answers.logits[0, 0]))


def answer(joints: Sequence[Joint], whole: Prediction, film: Film, card: ModelCard) -> Prediction:
    """Return what a model says of a film: what it says of the first joint, or that there is none.

    Parameters
    ----------
    joints
        From `find`.
    whole
        The answer to the film as it is; its numbers are kept with the refusal.
    film
        From `preprocess.prepare`.
    card
        Of the model.
    """
    if not joints:
        return replace(whole, refusal=NOT_FOUND)
    each = predictions(card, Answers.concatenate([joint.answers for joint in joints]))
    regions = tuple(_region(joint, said, film) for joint, said in zip(joints, each, strict=True))
    return replace(each[0], regions=regions)


def crop(film: Film, region: Region, card: ModelCard) -> Film:
    """Return the crop of a region as the network sees it, uint8 of shape (size, size)."""
    rows, columns = film.shape
    return cut(film, region.box(rows, columns), card.input)


def _region(joint: Joint, said: Prediction, film: Film) -> Region:
    rows, columns = film.shape
    left, top, right, bottom = joint.square.box(film.shape)
    return Region(
        row=top / rows,
        column=left / columns,
        height=(bottom - top) / rows,
        width=(right - left) / columns,
        probabilities=tuple(said.probabilities.tolist()),
        name=NAME,
        logits=tuple(said.logits.tolist()),
    )


def apart(squares: Sequence[Square], most: int = _LOOKED_AT) -> list[Square]:
    """Return the first of each group of overlapping squares, in order: non-maximum suppression."""
    kept: list[Square] = []
    for square in squares:
        if all(square.overlap(other) < _APART for other in kept):
            kept.append(square)
            if len(kept) == most:
                break
    return kept


def _judged(film: Film, squares: Sequence[Square], look: Look, card: ModelCard) -> list[Joint]:
    """Cut squares out and judge them."""
    answers = look([cut(film, square.box(film.shape), card.input) for square in squares])
    scores = likeness(answers.distance, answers.domain, card.gate.distance_cutoff)
    return [Joint(square, answers.one(n), float(scores[n])) for n, square in enumerate(squares)]


def _refined(film: Film, joint: Joint, look: Look, card: ModelCard) -> Joint:
    """Shift and enlarge a crop in smaller and smaller steps as long as it grows more alike.

    Where the gate still does not take it, once more from where that ended: the grid may begin far from the joint.
    """
    for _ in range(_ROUNDS):
        before = joint
        for step in _STEPS:
            around = [joint.square.moved(*move).within(film.shape) for move in _moves(step)]
            joint = max([joint, *_judged(film, around, look, card)], key=lambda one: one.score)
        if joint is before or joint.accepted(card) or joint.score < _FAR:
            break
    return joint


def _moves(step: float) -> list[tuple[float, float, float]]:
    shifts = [(down * step, across * step, 1.0) for down, across in ((-1, 0), (1, 0), (0, -1), (0, 1))]
    return [*shifts, (0.0, 0.0, 1 + step), (0.0, 0.0, 1 / (1 + step))]


def _pair(one: Square, other: Square) -> bool:
    """Tell whether two places can be the two knees of one film: side by side, alike in size and height."""
    side = min(one.side, other.side)
    beside = abs(one.column - other.column) >= 0.7 * side
    return beside and abs(one.row - other.row) <= 0.6 * side and max(one.side, other.side) <= 1.6 * side
