"""Healthy or not on adult chest films: ResNet50 at 512 pixels in two stages.

First the head (dense 512 with tanh, dropout 0.4, softmax over two) on features of the frozen backbone, computed once;
then the last ten layers, which are ResNet50's last bottleneck block, with SGD. The report's metric, F3, does not choose
the epoch here: it is greatest for a network that calls everything unhealthy.
"""

from __future__ import annotations

from xraydesk.training.recipe import HeadPhase, Recipe
from xraydesk.training.recipes.common import MINUS_ONE_TO_ONE, report_recipe


def _resnet(name: str, words: str, *, patient: bool) -> Recipe:
    return report_recipe(
        name=name,
        words=words,
        title="ResNet50 in two stages",
        size=512,
        scale=MINUS_ONE_TO_ONE,
        architecture="resnet50",
        architecture_options={"hidden": 512, "dropout": 0.4, "patient": patient},
        head_first=HeadPhase(epochs=500, batch_size=256, learning_rate=5e-4),
        free_blocks=1,
        epochs=5,
        batch_size=32,
        learning_rate=1e-4,
        optimizer="sgd",
        sampling="as they come",
        validation_share=0.08,
    )


S5 = _resnet(
    "s5",
    "S5: ResNet50 at 512 pixels, head first, then the last ten layers; best started from ImageNet weights",
    patient=False,
)
S5_PATIENT = _resnet("s5-patient", "S5's wish: the same with age, sex and view joined to the features", patient=True)
