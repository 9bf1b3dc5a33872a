"""One model on one device: prepared films in, answers out.

One forward pass gives logits, activation maps and the gate's measures, for all come from the same features. What
happens when a device runs out of memory or fails is said in `inference.placement`.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.imaging.radiograph import Grey
from xraydesk.inference import joints, preprocess
from xraydesk.inference.answers import Answers, predictions
from xraydesk.inference.bundle import Bundle
from xraydesk.inference.cam import head_of, pooled_linear_maps
from xraydesk.inference.card import ModelCard
from xraydesk.inference.device import CPU_CHUNK
from xraydesk.inference.gradcam import ActivationMapArray, activation_map
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.patient import FACTS, Facts
from xraydesk.inference.placement import Placement
from xraydesk.inference.prediction import Prediction
from xraydesk.inference.score_cam import Pause
from xraydesk.inference.sliding import Slider

Input = NDArray[np.uint8]
_Case = tuple[Input, Facts]


class Scorer:
    """Runs a bundle on a device. `prepare` is for any thread; the rest belongs to one thread at a time.

    Parameters
    ----------
    bundle
        From `bundle.load_bundle`; its network stays on the CPU, untouched, as the fall-back.
    device
        "auto", "cpu", "cuda" or "mps".

    Raises
    ------
    DeviceError
        The device asked for is not there.
    """

    def __init__(self, bundle: Bundle, device: str = "auto") -> None:
        self._bundle = bundle
        self._place = Placement(bundle, device)

    @property
    def card(self) -> ModelCard:
        """The card of the model."""
        return self._bundle.card

    @property
    def batch_size(self) -> int:
        """How many films `score` takes best at once; shrinks when memory runs out."""
        return self._place.batch_size

    @property
    def device_words(self) -> str:
        """What the network runs on, in words."""
        return self._place.device.words

    @property
    def notices(self) -> tuple[str, ...]:
        """The fall-backs that happened, as sentences, oldest first."""
        return tuple(self._place.notices)

    def prepare(self, grey: Grey) -> Input:
        """Squeeze a film to the model's input, or reduce it where the model judges a region: `preprocess.prepare`."""
        return preprocess.prepare(grey, self.card.input)

    def score(self, batch: Sequence[Input], facts: Sequence[Facts] | None = None) -> list[Prediction]:
        """Return one answer for each prepared film, in order. Any number of films, of which none changes another's.

        A model that judges a region looks for it on every film that the gate does not accept as it is.

        Parameters
        ----------
        batch
            Films from `prepare`.
        facts
            What `patient.patient_facts` says of each film's patient, for networks that take it; None is "not known".

        Raises
        ------
        ValueError
            An input is not what `prepare` gives, or there are not as many facts as films.
        DeviceError
            Memory does not suffice for one film even on the CPU.
        XraydeskError
            The model's answer to a film is not finite.
        """
        preprocess.check_prepared(batch, self.card.input)
        not_known = np.zeros(FACTS, np.float32)
        known = [not_known] * len(batch) if facts is None else facts
        cases = [(self._squeezed(film), fact) for film, fact in zip(batch, known, strict=True)]
        if not cases:
            return []
        whole = predictions(self.card, self._judged(cases))
        if not self.card.input.region:
            return whole
        return [self._with_joints(film, fact, said) for film, fact, said in zip(batch, known, whole, strict=True)]

    def activation_map(
        self, image: Input, label_index: int, method: str = "cam", pause: Pause | None = None
    ) -> ActivationMapArray:
        """Return the map of one prepared film for one label by one of `gradcam.METHODS`; see `gradcam.activation_map`.

        The map of a model that judges a region covers the part of the film that `score` names first. A network whose
        head "cam" cannot read answers with "gradcam", its generalisation in the same unit. ``pause``
        is called between the steps of a long method, and may score other films meanwhile or raise.

        Raises
        ------
        ValueError
            An unknown method or label, or an input of the wrong shape.
        DeviceError
            As in `score`.
        """
        preprocess.check_prepared([image], self.card.input)
        if method == "cam" and head_of(self._place.network) is None:
            method = "gradcam"
        region = self.score([image])[0].region if self.card.input.region else None
        film = self._squeezed(image) if region is None else joints.crop(image, region, self.card)
        found = self._place.insist(
            lambda: activation_map(self._place.network, self._input([film]), label_index, method, pause=pause)
        )
        return replace(found, region=region or preprocess.seen(self.card.input))

    # -- joints ------------------------------------------------------------------------------------------------------

    def _squeezed(self, film: Input) -> Input:
        return preprocess.to_input(film, self.card.input.size) if self.card.input.region else film

    def _with_joints(self, film: Input, facts: Facts, whole: Prediction) -> Prediction:
        """Return the answer to the worse joint of a film, or to the whole film where it is a crop already."""
        if joints.is_crop(film, whole):
            return whole
        spots = self._place.insist(
            lambda: Slider(self._place.network.first, self._place.gate, self.card).scan(
                film, self._place.device.workers
            )
        )

        def look(crops: Sequence[Input]) -> Answers:
            return self._judged([(one, facts) for one in crops], first=True)

        def judge(crops: Sequence[Input]) -> Answers:
            return self._judged([(one, facts) for one in crops])

        return joints.answer(joints.find(film, spots, look, judge, self.card), whole, film, self.card)

    # -- the forward pass --------------------------------------------------------------------------------------------

    def _judged(self, cases: Sequence[_Case], *, first: bool = False) -> Answers:
        """Run any number of squeezed films, at least one, in batches that the device takes.

        ``first``: of networks side by side by the first alone, which is all that the gate looks at.
        """
        parts: list[Answers] = []
        done = 0
        while done < len(cases):
            part = cases[done : done + self._place.batch_size]
            answers = self._place.guarded(lambda part=part: self._answers(part, first))  # type: ignore[misc]
            if answers is not None:  # None: something was made smaller, so try again
                parts.append(answers)
                done += len(part)
        return Answers.concatenate(parts)

    def _answers(self, batch: Sequence[_Case], first: bool) -> Answers:
        """Run a batch, shared among the device's workers in chunks that fit the cache."""
        if not self._place.device.is_cpu:
            return self._forward(batch, first)
        size = min(CPU_CHUNK, -(-len(batch) // self._place.device.workers))
        chunks = [batch[i : i + size] for i in range(0, len(batch), size)]
        if len(chunks) == 1:
            return self._forward(batch, first)
        with ThreadPoolExecutor(min(self._place.device.workers, len(chunks)), "xraydesk-forward") as pool:
            return Answers.concatenate(list(pool.map(lambda chunk: self._forward(chunk, first), chunks)))

    def _forward(self, batch: Sequence[_Case], first: bool) -> Answers:
        network = self._place.network.first if first else self._place.network
        answers = self._pass(network, batch, half=self._place.half)
        if self._place.half and not answers.finite:  # float16 ends at 65504; a network may go beyond it inside
            answers = self._pass(network, batch, half=False)
        if not answers.finite:
            raise XraydeskError("The model gave no finite answer")
        return answers

    def _pass(self, network: ClassifierNet, batch: Sequence[_Case], *, half: bool) -> Answers:
        kind = self._place.device.torch_device.type
        with torch.inference_mode():
            images = self._input([image for image, _ in batch])
            with torch.autocast(kind, dtype=torch.float16, enabled=half):
                features = network.forward_features(images)
            final = features.final.float()
            pooled = self._place.gate.pooled(features)
            head = head_of(network)
            return Answers.from_tensors(
                logits=network.classify(final, self._facts(batch)),
                maps=None if head is None else pooled_linear_maps(final, head.weight),
                distance=self._place.gate.distance(pooled),
                domain=self._place.gate.domain(pooled),
                features=pooled,
            )

    def _input(self, batch: Sequence[Input]) -> torch.Tensor:
        images = torch.from_numpy(np.stack(batch)).to(self._place.device.torch_device)
        return preprocess.normalise(images, self.card.input)

    def _facts(self, batch: Sequence[_Case]) -> torch.Tensor | None:
        if not self._place.network.facts:
            return None
        return torch.from_numpy(np.stack([facts for _, facts in batch])).to(self._place.device.torch_device)
