"""What is taken as true, in words."""

from __future__ import annotations

from xraydesk.research.figures import decimal
from xraydesk.research.truth import Rule, TruthRule

_WORDS = {
    Rule.MAJORITY: "what more than half of the readers say",
    Rule.TWO: "what two readers say and none denies",
    Rule.ALL: "what all readers say, two of them at least",
}


def standard_words(rule: TruthRule) -> str:
    """Return a standard of truth as words: "reference labels of all sources", "the verdicts of A. Reader"."""
    if rule.rule is Rule.REFERENCE:
        of = f"of {rule.source}" if rule.source else "of all sources that do not contradict each other"
        label = f' for "{rule.label}"' if rule.label else ""
        grade = f", abnormal from {decimal(rule.threshold, 1)} on" if rule.threshold != 1 else ""
        return f"reference labels {of}{label}{grade}"
    if rule.rule is Rule.ONE:
        return f"the verdicts of {rule.readers[0]}" if rule.readers else "the verdicts of the first reader"
    among = f", of {', '.join(rule.readers)}" if rule.readers else ""
    return _WORDS[rule.rule] + among
