"""A named training set-up as frozen data; the run keeps a copy beside its weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from xraydesk.inference.card import InputSpec, Population


@dataclass(frozen=True, slots=True)
class AugmentSpec:
    """How films are varied in training. Shares are probabilities per film, ranges are drawn uniformly."""

    rotate_degrees: float = 12.0
    zoom: tuple[float, float] = (0.85, 1.25)
    stretch: float = 0.15  # relative change of width against height: aspect ratio must not tell the classes apart
    shift: float = 0.08  # of the side
    flip_share: float = 0.5
    gamma: tuple[float, float] = (0.6, 1.7)
    equalise_share: float = 0.15
    blur_share: float = 0.5
    blur_sigma: tuple[float, float] = (0.3, 2.2)  # pixels
    sharpen_share: float = 0.2
    resample_share: float = 0.3
    resample_sides: tuple[int, ...] = (80, 112, 144, 176)
    noise_share: float = 0.5
    noise_sigma: tuple[float, float] = (0.005, 0.06)  # of the full scale
    marker_share: float = 0.25  # bright or dark bars, as text and markers are
    border_share: float = 0.25  # black or white borders


NO_AUGMENT = AugmentSpec(
    rotate_degrees=0, zoom=(1, 1), stretch=0, shift=0, flip_share=0, gamma=(1, 1), equalise_share=0, blur_share=0,
    sharpen_share=0, resample_share=0, noise_share=0, marker_share=0, border_share=0,
)  # fmt: skip

ALL_CHECKS = ("clean", "blur", "noise", "contrast", "crop", "elsewhere")


@dataclass(frozen=True, slots=True)
class HeadPhase:
    """A first stage: the head alone, on features of the frozen network computed once and kept on disk."""

    epochs: int
    batch_size: int = 256
    learning_rate: float = 1e-3
    weight_decay: float = 1e-4


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What people write for the card of the model that comes out."""

    title: str
    version: str
    intended_use: str
    not_for: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to train a network for one label, yes or no, or for a grade.

    A grade is learnt as one answer for each of ``ends``, "the label is this or more" (Frank and Hall 2001,
    doi:10.1007/3-540-44795-4_13); the first orders the worklist. Yes or no is the grade with the single end 1.
    """

    name: str
    words: str
    architecture: str
    label: str
    input: InputSpec
    population: Population
    texts: CardTexts
    epochs: int
    batch_size: int
    learning_rate: float
    weight_decay: float = 1e-4
    warmup_steps: int = 100
    frozen_stages: int = 0  # first stages left as they are: edges are edges, and their backward pass costs the most
    clip_norm: float = 1.0
    label_smoothing: float = 0.03
    ema_decay: float = 0.995
    mixup: float = 0.0  # Beta parameter of the share in which another film is mixed into each; 0: none
    validation_share: float = 0.18
    others_share: float = 0.2  # of each batch: films of other kinds, for the in-domain head
    others_weight: float = 0.3  # of their loss against the label's
    misframed_share: float = 0.0  # of the other films: own films in a wrong frame, for models that judge crops
    ends: tuple[int, ...] = (1,)  # each output: is the label this or more
    end_words: str = ""  # names the outputs of a grade, as "KL >= {}"
    rule_out_sensitivity: float = 0.97  # lower 95 % bound to be met on validation
    rule_in_specificity: float = 0.95  # lower 95 % bound to be met under every stress
    gross_errors_in_sight: float = 0.95  # share of grades wrong by two or more that lie above the rule-out point
    seed: int = 20
    split_seed: int | None = None  # of who is kept aside, so that runs of several seeds share it; None: the seed
    augment: AugmentSpec = field(default_factory=AugmentSpec)
    architecture_options: Mapping[str, Any] = field(default_factory=dict)
    layout: str = ""  # of the films; found by itself where empty
    optimizer: Literal["adamw", "adam", "sgd"] = "adamw"
    schedule: Literal["cosine", "constant"] = "cosine"
    free_blocks: int | None = None  # the last so many blocks learn, 0: the head alone; None: all but frozen_stages
    head_start: Literal["", "he", "xavier", "random"] = ""  # empty: as torch draws them
    head_first: HeadPhase | None = None
    batch_norm: bool = False  # put back where it was folded in, for as long as the network learns
    sampling: Literal["balanced", "as they come"] = "balanced"
    class_weights: tuple[float, float] = (1.0, 1.0)  # of the loss on films without and with the finding
    facts_dropout: float = (
        0.3  # share of films whose patient's age, sex and view are withheld, where the net takes them
    )
    checks: tuple[str, ...] = ALL_CHECKS  # stresses that validation is seen under
    choose_by: str = "robust_auroc"  # the greatest keeps the epoch
    patience: int | None = None  # epochs without a better one, then the run stops
    points_required: bool = True  # no bundle where no threshold reaches what is wanted

    @property
    def outputs(self) -> int:
        """One for each end, then "is of the kind this model is for" where films of other kinds are shown."""
        return len(self.ends) + bool(self.others_share)

    @property
    def seed_of_split(self) -> int:
        """The seed that says who is kept aside."""
        return self.seed if self.split_seed is None else self.split_seed

    @property
    def learning_input(self) -> InputSpec:
        """The input while the network learns: it sees the edges too, for augmentation zooms in by itself."""
        return replace(self.input, centre=1.0)

    @property
    def output_names(self) -> tuple[str, ...]:
        """What the outputs that go into the bundle are called."""
        return tuple(self.end_words.format(end) for end in self.ends) if self.end_words else (self.label,)


def shortened(recipe: Recipe, epochs: int) -> Recipe:
    """Return the recipe with so many epochs, and so many of its first stage at most: for a first look."""
    head = recipe.head_first
    if head is not None:
        head = replace(head, epochs=min(head.epochs, 10 * epochs))
    return replace(recipe, epochs=epochs, head_first=head)
