"""Pneumonia on frontal chest films of children of one to five years."""

from __future__ import annotations

from dataclasses import replace

from xraydesk.inference.card import InputSpec, Population
from xraydesk.training.recipe import AugmentSpec, CardTexts, Recipe

CHEST_PNEUMONIA = Recipe(
    name="chest-pneumonia",
    words="MobileNetV2 for pneumonia in children of 1-5 years, trained against source, sharpness and shape cues",
    architecture="mobilenet_v2_folded",
    layout="kermany",
    label="pneumonia",
    input=InputSpec(size=224, mean=0.5, std=0.5, stretch=(0.5, 99.5), centre=0.9),
    population=Population(
        modalities=("CR", "DX", "DR", "RG"),
        body_parts=("CHEST",),
        views=("AP", "PA"),
        age_min=1.0,
        age_max=6.0,
        words="children of 1-5 years, frontal chest",
    ),
    texts=CardTexts(
        title="Chest pneumonia",
        version="1.2",
        intended_use=(
            "Orders a reading list of frontal chest radiographs of children of one to five years by the probability "
            "of pneumonia, for research on triage. A reader looks at every study."
        ),
        not_for=(
            "Diagnosis; adults, infants and older children; lateral views; follow-up; any illness but pneumonia. "
            "Trained on films of one hospital: the thresholds must be checked on local films before they mean "
            "anything there. What lies in the outermost twentieth of a film, at each edge, is not looked at."
        ),
        licence="CC-BY-4.0",
        attribution=(
            "Trained on Kermany, Zhang, Goldbaum: Labeled Optical Coherence Tomography (OCT) and Chest X-Ray Images "
            "for Classification, Mendeley Data rscbjbr9sj v2, CC BY 4.0. The gate was shown adult chests of the NIH "
            "Clinical Center (ChestX-ray14), of the RSNA Pneumonia Detection Challenge and of Mendeley Data 8j2g3csprk "
            "(tuberculosis, CC BY 4.0), and knees of Chen, Mendeley Data 56rmx5bjcr v1, CC BY 4.0 (Osteoarthritis "
            "Initiative). Starting weights: MobileNetV2, Google, "
            "Apache-2.0."
        ),
    ),
    epochs=5,
    batch_size=40,
    learning_rate=2e-4,
    weight_decay=1e-2,
    frozen_stages=4,
    ema_decay=0.998,
    # The edge of a film tells its source; the middle tells the lungs.
    augment=replace(AugmentSpec(), zoom=(0.88, 1.4), gamma=(0.5, 2.0), marker_share=0.4),
)
