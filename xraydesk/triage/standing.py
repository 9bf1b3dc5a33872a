"""What the verdicts on a study come to, seen by one reader: status, agreement, what is hidden.

A reader's word is the last verdict not taken back. With the before-and-after protocol a verdict given before the
model's answer was in sight is a first one: the study is read only after the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xraydesk.store.verdicts import Verdict
from xraydesk.store.worklist_lines import SECOND
from xraydesk.triage.assessment import Assessment, Band


class Status(StrEnum):
    """How far a study is read."""

    UNREAD = "unread"
    DRAFT = "draft"  # this reader has begun: entered something, or given the first of two verdicts
    READ = "read"
    SECOND = SECOND  # the site wants two readers, or those who read it disagree


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """Who reads here, and how the site wants it done."""

    reader: str = ""
    blind_first: bool = False  # the model's answer is hidden until the first verdict, then a second is asked for
    reads: int = 1  # readers wanted for each study


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a study stands for one reader."""

    status: Status = Status.UNREAD
    agreement: str = ""  # "agree" or "disagree" once two have read it
    verdict: Verdict | None = None  # the reader's own, else the last of another, where that may be seen
    mine: bool = False  # whether the verdict is the reader's own
    due: bool = True  # whether the reader still has to do something here
    hidden: bool = False  # the model's answer, until the first verdict
    second: bool = False  # the first verdict is given, the second awaited


UNREAD = Standing()
_BLANK = {  # by begun and hidden: a long list has a hundred thousand of these
    (begun, hidden): Standing(Status.DRAFT if begun else Status.UNREAD, hidden=hidden)
    for begun in (False, True)
    for hidden in (False, True)
}


def standing(
    verdicts: Sequence[Verdict], assessment: Assessment, rules: ReadingRules, *, begun: bool = False
) -> Standing:
    """Return where a study stands.

    Parameters
    ----------
    verdicts
        All that were given, oldest first, those taken back among them.
    assessment
        What the model says. Where it was refused there is nothing to hide, and no second verdict to ask for.
    rules
        Who asks, and how the site reads.
    begun
        Whether this reader has entered something that is not given yet.
    """
    blind = rules.blind_first and assessment.band is not Band.NOT_ASSESSED
    if not verdicts:
        return _BLANK[begun, blind]
    words = {verdict.reader: verdict for verdict in verdicts if verdict.withdrawn is None}
    final = {reader: verdict for reader, verdict in words.items() if verdict.model_shown or not blind}
    mine, done = words.get(rules.reader), rules.reader in final
    # Whoever has answered once has seen the model's answer, even if the verdict was taken back.
    seen = any(verdict.reader == rules.reader for verdict in verdicts)
    second = mine is not None and not done
    status = Status.DRAFT if second or (begun and not done) else _status(final, rules)
    return Standing(
        status=status,
        agreement=_agreement(final),
        verdict=mine or (None if veiled(rules, done=done) else _last(final)),
        mine=mine is not None,
        due=status in (Status.UNREAD, Status.DRAFT) or (status is Status.SECOND and not done),
        hidden=blind and not seen,
        second=second,
    )


def veiled(rules: ReadingRules, *, done: bool) -> bool:
    """Return whether other readers' verdicts stay unseen: where readings must be independent, until one's own."""
    return not done and (rules.blind_first or rules.reads > 1)


def visible(verdicts: Sequence[Verdict], assessment: Assessment, rules: ReadingRules) -> list[Verdict]:
    """Return the verdicts this reader may see, oldest first, those taken back left out."""
    now = standing(verdicts, assessment, rules)
    done = now.mine and not now.second
    veil = veiled(rules, done=done)
    return [said for said in verdicts if said.withdrawn is None and (not veil or said.reader == rules.reader)]


def _status(final: Mapping[str, Verdict], rules: ReadingRules) -> Status:
    if not final:
        return Status.UNREAD
    most = Counter(verdict.answer for verdict in final.values()).most_common(1)[0][1]
    settled = 2 * most > len(final)  # a third reader decides between two
    return Status.READ if len(final) >= rules.reads and settled else Status.SECOND


def _agreement(final: Mapping[str, Verdict]) -> str:
    if len(final) < 2:
        return ""
    return "agree" if len({verdict.answer for verdict in final.values()}) == 1 else "disagree"


def _last(final: Mapping[str, Verdict]) -> Verdict | None:
    return max(final.values(), key=lambda verdict: verdict.number, default=None)
