"""Score-CAM in small steps, so that other work goes on in between and a reader who moved on ends it.

The library's own loop makes all masked films at once (1,280 channels: 770 MB) and cannot be stopped before its end,
half a minute later on a small CPU. Only that loop is replaced; everything around it stays the library's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

STEP = 16  # masked films that go through the network at once

Pause = Callable[[float], None]  # told the share done between two steps; raises to give the map up


def in_steps(base: type[Any], pause: Pause | None) -> type[Any]:
    """Return the library's ``ScoreCAM`` with the loop over channels done in steps and ``pause`` called in between."""

    class SteppedScoreCam(base):  # type: ignore[misc]
        """Wang et al. 2020, "Score-CAM", equations 5 to 8, as in the library."""

        def get_cam_weights(
            self, film: Tensor, layer: object, targets: list[Any], activations: NDArray[np.float32], grads: object
        ) -> NDArray[np.float32]:
            """Return the weight of each channel, shape (1, channels): softmax of the masked films' logits."""
            del layer, grads
            self.activations_and_grads.release()  # or its hook would keep the features of every masked film
            channels = torch.from_numpy(activations).to(film.device)[0]
            scores: list[Tensor] = []
            with torch.no_grad():
                for start in range(0, len(channels), STEP):
                    if pause is not None:
                        pause(start / len(channels))
                    masked = film.detach() * _masks(channels[start : start + STEP], film.shape[-2:])
                    scores += [targets[0](output) for output in self.model(masked)]
                weights: NDArray[np.float32] = torch.stack(scores).float().softmax(0)[None].cpu().numpy()
            return weights

    return SteppedScoreCam


def _masks(channels: Tensor, size: torch.Size) -> Tensor:
    """Return channels enlarged to the film and stretched to 0..1 each, shape (n, 1, height, width)."""
    grown = functional.interpolate(channels[:, None], size=tuple(size), mode="bilinear", align_corners=True)
    low, high = grown.amin((2, 3), keepdim=True), grown.amax((2, 3), keepdim=True)
    return (grown - low) / (high - low + 1e-8)
