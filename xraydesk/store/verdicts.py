"""Readers' verdicts: append-only, hash-chained, on disk when `record` returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Answer = Literal["abnormal", "normal", "unsure"]
ANSWERS: tuple[Answer, ...] = ("abnormal", "normal", "unsure")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer of one reader to one study. Never changed: a second thought is a second verdict."""

    number: int  # place in the log, from 1
    at: datetime
    reader: str
    study_id: str
    answer: Answer
    confidence: int  # 1 (a guess) to 5 (certain)
    comment: str
    seconds: float  # from the study on screen to the answer
    model_shown: bool  # was the model's answer in sight before
    model_id: str
    model_sha256: str
    band: str  # what the worklist said at that moment
    score: float | None
    images: tuple[str, ...]  # content hashes of what was judged
