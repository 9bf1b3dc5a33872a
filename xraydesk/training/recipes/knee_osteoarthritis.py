"""Radiographic osteoarthritis of the adult knee, as Kellgren-Lawrence grade."""

from __future__ import annotations

from dataclasses import replace

from xraydesk.inference.card import KNEE_JOINTS, Clahe, InputSpec, Population
from xraydesk.training.recipe import AugmentSpec, CardTexts, Recipe

KNEE_OSTEOARTHRITIS_FIRST = Recipe(
    name="knee-osteoarthritis-first",
    words="MobileNetV2 for the Kellgren-Lawrence grade of adult knees, first step: an answer for each step of it",
    architecture="mobilenet_v2_folded",
    layout="graded",
    label="grade",
    ends=(2, 1, 3, 4),
    end_words="KL >= {}",
    input=InputSpec(size=224, mean=0.5, std=0.5, stretch=(0.5, 99.5), region=KNEE_JOINTS, equalise=Clahe()),
    population=Population(
        modalities=("CR", "DX", "DR", "RG"),
        body_parts=("KNEE", "LEG"),
        views=("AP", "PA"),
        age_min=18.0,
        words="adults, frontal knee",
    ),
    texts=CardTexts(
        title="Knee osteoarthritis",
        version="1.1",
        intended_use=(
            "Orders a reading list of frontal knee radiographs of adults by the probability of radiographic "
            "osteoarthritis (Kellgren-Lawrence grade 2 or more), for research on triage. A reader looks at every study."
        ),
        not_for=(
            "Diagnosis; anything but osteoarthritis: a fracture, a tumour or an effusion is not looked for, and a knee "
            "with one may stand at the end of the list; children; lateral and skyline views; knees with a prosthesis. "
            "Trained on films of one study of people with or at risk of osteoarthritis: the thresholds must be checked "
            "on local films before they mean anything there."
        ),
        licence="CC-BY-4.0",
        attribution=(
            "Trained on Chen: Knee Osteoarthritis Severity Grading Dataset, Mendeley Data 56rmx5bjcr v1, CC BY 4.0, "
            "from the Osteoarthritis Initiative. The gate was shown child chests of Kermany, Zhang, Goldbaum, Mendeley "
            "Data rscbjbr9sj v2, CC BY 4.0, and adult chests of the NIH Clinical Center (ChestX-ray14) and of the RSNA "
            "Pneumonia Detection Challenge. Starting weights: MobileNetV2, Google, Apache-2.0."
        ),
    ),
    epochs=12,
    batch_size=40,
    learning_rate=3e-4,
    weight_decay=1e-2,
    frozen_stages=4,
    others_share=0.15,
    misframed_share=0.5,
    label_smoothing=0.02,
    ema_decay=0.998,
    validation_share=0.15,
    # The joint space is a few pixels wide: what blurs or bends it much teaches nothing that a hospital would show.
    augment=replace(
        AugmentSpec(),
        rotate_degrees=8.0,
        zoom=(0.88, 1.18),
        stretch=0.08,
        shift=0.06,
        equalise_share=0.2,
        blur_share=0.3,
        blur_sigma=(0.3, 1.5),
        resample_sides=(112, 144, 176),
        noise_share=0.4,
        noise_sigma=(0.005, 0.04),
        marker_share=0.15,
        border_share=0.15,
    ),
)

KNEE_OSTEOARTHRITIS_256 = replace(
    KNEE_OSTEOARTHRITIS_FIRST,
    name="knee-osteoarthritis-256",
    words="MobileNetV2 for the grade of adult knees, second step from the first's model, 256 pixels, batch norm back",
    input=replace(KNEE_OSTEOARTHRITIS_FIRST.input, size=256),
    epochs=9,
    learning_rate=4e-4,
    batch_norm=True,
    split_seed=KNEE_OSTEOARTHRITIS_FIRST.seed,  # the first step's: who was kept aside there stays so here
    augment=replace(KNEE_OSTEOARTHRITIS_FIRST.augment, resample_sides=(128, 160, 200), blur_sigma=(0.3, 1.7)),
)

KNEE_OSTEOARTHRITIS = replace(
    KNEE_OSTEOARTHRITIS_256,
    name="knee-osteoarthritis",
    words="MobileNetV2 for the grade of adult knees, second step at 288 pixels; stands beside that of 256",
    input=replace(KNEE_OSTEOARTHRITIS_256.input, size=288),
    texts=replace(KNEE_OSTEOARTHRITIS_256.texts, version="1.3"),
    epochs=7,
    seed=23,
    checks=("clean", "blur", "crop"),
    augment=replace(KNEE_OSTEOARTHRITIS_256.augment, resample_sides=(144, 180, 224), blur_sigma=(0.3, 1.9)),
)
