"""Which of the models in use may judge a film by its header, and what is said of a film that none of them may."""

from __future__ import annotations

from collections.abc import Sequence

from xraydesk.imaging.radiograph import Header
from xraydesk.inference.card import ModelCard
from xraydesk.triage.population import Mismatch, mismatch, population_words, refusal, region_words


def admitted(header: Header, cards: Sequence[ModelCard]) -> tuple[ModelCard, ...]:
    """Return the models that nothing in the header speaks against; what it leaves empty speaks against none."""
    return tuple(card for card in cards if not mismatch(header, card.population).words)


def no_model(header: Header, cards: Sequence[ModelCard]) -> str:
    """Return why none of the models may judge a film, in words; meant for a header that `admitted` finds none for.

    A model for the body part comes close, and its own reason is the one to know: "adult (54 y): Chest pneumonia is
    for children of 1-5 years". Otherwise what is missing is said: "no model here is for the hand".
    """
    if len(cards) == 1:
        return refusal(header, cards[0].population)
    against = [(card, mismatch(header, card.population)) for card in cards]
    if all(found.modality for _, found in against):
        return f"{against[0][1].modality}: no model here is for it"
    region = region_words(header.body_part)
    close = [(card, found) for card, found in against if not (found.modality or found.body_part)]
    if region and not close:
        return f"no model here is for {region}"
    if not region and all(found.age and not found.view for _, found in close):
        return f"{close[0][1].age}: no model here is for this age"
    return "; ".join(_for_another(card, found) for card, found in close)


def _for_another(card: ModelCard, found: Mismatch) -> str:
    return f"{found.words}: {card.title} is for {population_words(card.population)}"
