"""What each value of a recipe means, where it belongs, how far it may go. The only place where they are named."""

from __future__ import annotations

from xraydesk.training.recipe import ALL_CHECKS

SETTABLE = ("augment", "head_first", "texts", "input")  # parts of a recipe that are looked into
_SHARE = (0.0, 1.0)
_RATE = (1e-8, 1.0)

_TABLE: dict[str, dict[str, str | tuple[str, tuple[float, float]]]] = {
    "course": {
        "epochs": ("Epochs at most", (1, 1000)),
        "batch_size": ("Films in a step; fewer need less memory", (2, 4096)),
        "learning_rate": ("Learning rate: how far a step goes", _RATE),
        "weight_decay": ("Weight decay: pulls weights towards nought", _SHARE),
        "warmup_steps": ("Steps in which the learning rate rises to its value", (0, 100_000)),
        "frozen_stages": ("First stages of the network that do not learn", (0, 100)),
        "clip_norm": ("Greatest length of a gradient; longer ones are cut", (1e-3, 1e6)),
        "label_smoothing": ("Label smoothing: how unsure the labels are taken to be", (0.0, 0.49)),
        "mixup": ("Mixup: how evenly another film and its label are mixed into each; 0: none", (0.0, 10.0)),
        "ema_decay": ("How slowly the averaged weights follow; 0: no average", (0.0, 0.99999)),
        "seed": ("Seed of all chance; the same seed gives the same run", (0, 2**31 - 1)),
        "batch_norm": "Batch norm is put back while it learns, where it was folded into the weights",
        "optimizer": "Optimiser",
        "schedule": "How the learning rate goes down",
        "free_blocks": ("Last blocks that learn, 0: the head alone; none: all but the frozen stages", (0, 100)),
        "head_start": "How the head is filled at first; nothing: as torch does",
        "patience": ("Epochs without a better one, after which the run ends; none: it never does", (1, 1000)),
        "head_first.epochs": ("First stage, head alone: epochs", (1, 10_000)),
        "head_first.batch_size": ("First stage: films in a step", (2, 65_536)),
        "head_first.learning_rate": ("First stage: learning rate", _RATE),
        "head_first.weight_decay": ("First stage: weight decay", _SHARE),
    },
    "data": {
        "input.size": ("Side of the square that the network sees, in pixels", (32, 1024)),
        "others_share": ("Share of films of other kinds in a batch", (0.0, 0.9)),
        "others_weight": ("What they count against the films of its own kind", (0.0, 10.0)),
        "misframed_share": ("Share of them that are films of its own kind in a wrong frame", _SHARE),
        "sampling": "Films of both classes equally often, or as they come",
        "class_weights": ("What a film without and with the finding counts", (1e-3, 1e3)),
        "facts_dropout": ("Share of films whose patient's age, sex and view are withheld", _SHARE),
    },
    "validation": {
        "split_seed": ("Seed of who is kept aside; none: the seed of all chance", (0, 2**31 - 1)),
        "validation_share": ("Share of patients kept aside for validation", (0.05, 0.8)),
        "checks": "What validation films are seen under",
        "choose_by": "Which figure chooses the best epoch",
    },
    "points": {
        "rule_out_sensitivity": ("Sensitivity wanted at the rule-out point, lower 95 % bound", (0.5, 0.9999)),
        "rule_in_specificity": ("Specificity wanted at the rule-in point, lower 95 % bound", (0.0, 0.9999)),
        "gross_errors_in_sight": ("Share of gross errors of a grade above the rule-out point", _SHARE),
        "points_required": "No model comes out where no threshold reaches what is wanted",
    },
    "augmentation": {
        "augment.rotate_degrees": ("Rotation either way, in degrees", (0.0, 180.0)),
        "augment.zoom": ("Zoom, from and to", (0.2, 5.0)),
        "augment.stretch": ("Change of width against height", (0.0, 0.9)),
        "augment.shift": ("Shift, as a share of the side", (0.0, 0.5)),
        "augment.flip_share": ("Share of films that are mirrored", _SHARE),
        "augment.gamma": ("Gamma of the grey values, from and to", (0.1, 10.0)),
        "augment.equalise_share": ("Share of films whose histogram is equalised", _SHARE),
        "augment.blur_share": ("Share of films that are blurred", _SHARE),
        "augment.blur_sigma": ("Width of the blur in pixels, from and to", (0.05, 20.0)),
        "augment.sharpen_share": ("Share of films that are sharpened", _SHARE),
        "augment.resample_share": ("Share of films that are made coarser and enlarged again", _SHARE),
        "augment.resample_sides": ("Sides of the coarser films in pixels", (8, 1024)),
        "augment.noise_share": ("Share of films with noise", _SHARE),
        "augment.noise_sigma": ("Strength of the noise, from and to", _SHARE),
        "augment.marker_share": ("Share of films with made-up markers", _SHARE),
        "augment.border_share": ("Share of films with made-up borders", _SHARE),
    },
    "card": {
        "texts.title": ("Name of the model that comes out", (1, 120)),
        "texts.version": ("Its version", (1, 60)),
        "texts.intended_use": ("What it is for", (1, 2000)),
        "texts.not_for": ("What it is not for", (1, 2000)),
        "texts.licence": ("Licence", (1, 200)),
        "texts.attribution": ("Whom to name", (0, 2000)),
    },
}  # fmt: skip

WORDS = {n: w if isinstance(w, str) else w[0] for part in _TABLE.values() for n, w in part.items()}
LIMITS = {n: w[1] for part in _TABLE.values() for n, w in part.items() if not isinstance(w, str)}
GROUPS = {n: group for group, part in _TABLE.items() for n in part}
FROM_TO = ("augment.zoom", "augment.gamma", "augment.blur_sigma", "augment.noise_sigma")
CHOICES: dict[str, tuple[str, ...]] = {
    "checks": ALL_CHECKS,
    "choose_by": ("robust_auroc", "auroc_clean", "accuracy", "f1", "f3"),
}
NOT_CHANGED = {  # what makes a recipe this one and no other; told by their own options, or by the network
    "name", "words", "architecture", "architecture_options", "label", "layout", "population", "ends", "end_words",
    "augment", "texts", "head_first", "input",
}  # fmt: skip
