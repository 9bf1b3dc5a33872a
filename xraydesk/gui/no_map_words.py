"""Why an image has no map, in words."""

from __future__ import annotations

from typing import NamedTuple

from xraydesk.gui import words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.triage.assessment import ImageAssessment, ImageStatus


class NoMap(NamedTuple):
    """What is said in place of a map; the reason may tell of the patient, the rest not."""

    what: str = ""
    reason: str = ""

    def __bool__(self) -> bool:
        """Whether there is no map."""
        return bool(self.what)


def no_map(image: ImageAssessment, label: str, *, hidden: bool) -> NoMap:
    """Return why an image has no map for a label; nothing where it may have one.

    Parameters
    ----------
    image
        What the reader may know of it.
    label
        Whose map is wanted.
    hidden
        Whether the model's answer is hidden until the first verdict.
    """
    if hidden:
        return NoMap(translate("NoMap", "No map: the model's answer is hidden until your first verdict"))
    if image.status is ImageStatus.PENDING:
        return NoMap(translate("NoMap", "No map yet: the model has not judged this image"))
    if image.status is not ImageStatus.SCORED:
        what = translate("NoMap", "No map: the model did not assess this image")
        return NoMap(what, words.sentence(said(image.reason)))
    if image.probabilities and label not in image.probabilities:
        return NoMap(translate("NoMap", "No map: another model judged this image"))
    return NoMap()
