"""How much of a recipe fits into some minutes on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import torch

from xraydesk.inference.networks import ClassifierNet, build
from xraydesk.inference.patient import FACTS
from xraydesk.training.devices import Choice, make_fabric
from xraydesk.training.optimise import freeze
from xraydesk.training.recipe import Recipe, shortened
from xraydesk.training.stress import STRESSES

Clock = Callable[[], float]
_FILMS = 4  # that the pace is measured on
_LEAST = 40  # films of each class: with fewer there is no validation to speak of
_CHOICES = 3  # of weights at the end of a run, each validated once more
_GATE = 2  # passes of the training films through the network, plain and varied


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one recipe gets: films of each class, epochs, minutes, pixels a side, films a step."""

    films: int = 600
    epochs: int = 3
    minutes: float = 2.0
    size: int = 128
    batch: int = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """What one recipe gets: films of each class, and epochs."""

    films: int
    epochs: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that one film takes in a training step and in a forward pass alone."""

    training: float
    forward: float


def limited(recipe: Recipe, limits: Limits, epochs: int) -> Recipe:
    """Return the recipe with fewer epochs and smaller steps, and fewer pixels where its network takes any number."""
    short = replace(shortened(recipe, epochs), batch_size=min(recipe.batch_size, limits.batch))
    if "size" in recipe.architecture_options:
        return short
    return replace(short, input=replace(recipe.input, size=min(recipe.input.size, limits.size)))


def planned(recipe: Recipe, limits: Limits, judged: int, pace: Pace) -> Plan:
    """Return the most epochs for which all films fit into the minutes; for one epoch, as many films as fit."""
    seconds = 60 * limits.minutes - judged * pace.forward
    fits = {epochs: int(seconds / _cost(recipe, pace, epochs)) for epochs in range(limits.epochs, 0, -1)}
    for epochs, films in fits.items():
        if films >= limits.films:
            return Plan(limits.films, epochs)
    return Plan(max(min(_LEAST, limits.films), fits[1]), 1)


def stopwatch(device: str) -> Clock:
    """Return a clock in seconds that other programs on the machine do not move, or they would change the table.

    On a CPU it counts what each thread computes; where a GPU computes, it is the wall's.
    """
    if make_fabric(cast(Choice, device)).device.type != "cpu":
        return time.monotonic
    threads = torch.get_num_threads()
    return lambda: time.process_time() / threads


def measured(recipe: Recipe, device: str) -> Pace:
    """Take a step with an empty network of the recipe and measure it; the first one, which warms up, does not count."""
    net = build(recipe.architecture, recipe.outputs, recipe.architecture_options)
    freeze(net, recipe)
    place, clock = make_fabric(cast(Choice, device)).device, stopwatch(device)
    net.to(place)
    films = torch.zeros(_FILMS, 1, recipe.input.size, recipe.input.size, device=place)
    facts = torch.zeros(_FILMS, FACTS, device=place) if net.facts else None
    steps = [(_step(net, films, facts, clock), _pass(net, films, facts, clock)) for _ in range(2)]
    return Pace(*(seconds / _FILMS for seconds in steps[1]))


def _cost(recipe: Recipe, pace: Pace, epochs: int) -> float:
    """Return the seconds that each film of a class costs: two films, one of each class."""
    validation = recipe.validation_share
    passes = validation * (len(recipe.checks) * (epochs + _CHOICES) + len(STRESSES)) + (1 - validation) * _GATE
    passes += recipe.head_first is not None
    return 2 * ((1 - validation) * epochs * pace.training + passes * pace.forward)


def _step(net: ClassifierNet, films: torch.Tensor, facts: torch.Tensor | None, clock: Clock) -> float:
    net.train()
    started = clock()
    loss = net(films, facts).sum()
    loss.backward()
    float(loss.detach())  # waits for a GPU
    return clock() - started


def _pass(net: ClassifierNet, films: torch.Tensor, facts: torch.Tensor | None, clock: Clock) -> float:
    net.eval()
    started = clock()
    with torch.inference_mode():
        float(net(films, facts).sum())
    return clock() - started
