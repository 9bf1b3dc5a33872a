"""A question as somebody types it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.research.archive import Snapshot
from xraydesk.research.scene import Question, first_question
from xraydesk.research.truth import Rule, TruthRule

RULES = {"reference": Rule.REFERENCE, "majority": Rule.MAJORITY, "two": Rule.TWO, "unanimous": Rule.ALL}
READER, SOURCE = "reader:", "source:"


def question_of(
    snapshot: Snapshot, model: str = "", truth: str = "", finding: str = "", folder: Path | None = None
) -> Question:
    """Return the question; what is "" is as in `first_question`.

    Parameters
    ----------
    snapshot
        What there is to ask about.
    model
        ``id@version``, or an id alone for the last of its versions that has said something.
    truth
        A rule of `RULES`, ``reader:NAME``, ``source:NAME`` or the name of a source.
    finding, folder
        As in `Question`.

    Raises
    ------
    XraydeskError
        There is no such model, reader, source, finding or folder.
    """
    asked = first_question(snapshot)
    if model:
        named = [name for name in snapshot.answers if model in (name, name.rpartition("@")[0])]
        asked = replace(asked, model=_last("model that has said something of these studies", model, named,
                                           list(snapshot.answers)))  # fmt: skip
    if truth:
        asked = replace(asked, rule=rule_of(snapshot, truth))
    if finding:
        _last("finding that readers answered", finding, [f for f in snapshot.findings if f == finding],
              snapshot.findings)  # fmt: skip
    if folder is not None:
        folder = folder.absolute()
        known = sorted({str(place) for place in snapshot.cases.folders})
        _last("folder in the log", str(folder), [name for name in known if name == str(folder)], known)
    return replace(asked, finding=finding, folder=folder)


def rule_of(snapshot: Snapshot, text: str) -> TruthRule:
    """Return a standard of truth by its name; XraydeskError where there is none such."""
    if text in RULES:
        return TruthRule(RULES[text])
    if text.startswith(READER):
        reader = text.removeprefix(READER)
        return TruthRule(Rule.ONE, readers=(_last("reader", reader, [r for r in snapshot.readers if r == reader],
                                                  snapshot.readers),))  # fmt: skip
    source = text.removeprefix(SOURCE)
    there = [*RULES, *(f"{SOURCE}{name}" for name in snapshot.sources), *(f"{READER}{r}" for r in snapshot.readers)]
    found = [name for name in snapshot.sources if name == source]
    return TruthRule(source=_last("standard of truth", text, found, there))


def _last(what: str, name: str, found: Sequence[str], there: Sequence[str]) -> str:
    if not found:
        raise XraydeskError(f'There is no {what} by the name "{name}"', remedy=f"There is: {', '.join(there) or '-'}")
    return found[-1]
