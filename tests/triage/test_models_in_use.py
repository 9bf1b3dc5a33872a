"""Which version of a model a desk works with."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.errors import UnknownModel
from xraydesk.inference.card_json import card_to_json, read_card
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.promotions import PromotionDraft, PromotionKind, PromotionLog
from xraydesk.triage import models
from xraydesk.triage.desk import Desk
from xraydesk.triage.headless import triage_folder


def second_version(installed: Path) -> str:
    """Install the only model once more, as a newer version; return its id."""
    first = models.in_use(installed)[0]
    copy = installed / "models" / "second"
    shutil.copytree(first.folder, copy)
    card = card_to_json(replace(read_card(copy), version="99.0"))
    (copy / "card.json").write_text(json.dumps(card), "utf-8")
    return first.card.id


def test_a_desk_works_with_what_was_put_in_use(installed: Path) -> None:
    model_id = second_version(installed)
    old = next(card for card in models.cards(installed) if card.version != "99.0")
    with Desk(installed) as desk:
        assert desk.cards[0].version == "99.0"
        draft = PromotionDraft("Ada", model_id, old.version, old.weights_sha256, PromotionKind.ROLL_BACK, "worse here")
        PromotionLog(desk.database).record(draft)
    with Desk(installed) as desk:
        assert desk.cards[0].version == old.version
    with Desk(installed, model_id=model_id) as desk:
        assert desk.cards[0].version == old.version
    with Desk(installed, model_id=f"{model_id}@99.0") as desk:
        assert desk.cards[0].version == "99.0"
    assert models.choose(installed).card.version == old.version


def test_a_folder_that_was_never_used_gets_no_database(installed: Path) -> None:
    assert models.promoted_here(installed) == {}
    models.choose(installed)
    assert not (installed / FILE_NAME).exists()


def test_a_desk_without_its_model_leaves_no_database_open(installed: Path) -> None:
    with pytest.raises(UnknownModel):
        Desk(installed, model_id="nobody")
    Database.open(installed).close()


def test_a_version_put_in_use_that_is_not_there_any_more_is_told(installed: Path) -> None:
    """As after an upgrade: the program came with a newer version, and without the one before."""
    model = models.in_use(installed)[0].card
    draft = PromotionDraft("Ada", model.id, "0.9", "ab" * 32, PromotionKind.PROMOTION, "better here")
    with closing(Database.open(installed)) as database:
        PromotionLog(database).record(draft)
        PromotionLog(database).record(replace(draft, model_id="hand", version="2.0"))
    folder = installed / "empty"
    folder.mkdir()
    with Desk(installed) as desk:
        assert triage_folder(desk, folder, lambda progress: None).summary.notices == (
            f"{model.id} 0.9, which was put in use here, is not installed any more: {model.version} is used",
            "hand 2.0, which was put in use here, is not installed any more",
        )
    with Desk(installed, model_id=f"{model.id}@{model.version}") as desk:
        assert triage_folder(desk, folder, lambda progress: None).summary.notices == ()


def test_a_version_put_in_use_that_is_there_needs_no_words(installed: Path) -> None:
    used = models.in_use(installed)
    assert models.gone("", used, {used[0].card.id: used[0].card.version}) == ()
    assert models.gone("", used, {}) == ()
