"""A version comes into use by a reason and by evidence, or by words against it; going back is one step."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.admin import installing, parcels, promotion, site_key
from xraydesk.admin.evidence import Evidence, Outcome, read_evidence
from xraydesk.admin.people import People
from xraydesk.admin.room import AdminRoom
from xraydesk.errors import BundleError, PromotionRefused, SettingsError, SignInRefused, UnknownModel
from xraydesk.inference.card import ModelCard
from xraydesk.settings import Settings
from xraydesk.store.accounts import Role
from xraydesk.store.audit import AuditLog
from xraydesk.store.verdicts import VerdictLog

MakeVersion = Callable[..., ModelCard]


@pytest.fixture
def better(room: AdminRoom, make_version: MakeVersion, tmp_path: Path) -> ModelCard:
    """Return a second version, installed from its run's folder."""
    make_version("1.1")
    return installing.install_run(room, tmp_path / "runs" / "1.1")


def evidence(room: AdminRoom, card: ModelCard, outcome: Outcome = Outcome.NOT_WORSE) -> Evidence:
    used = promotion.champion(room, card.id).card
    return Evidence(used.weights_sha256, card.weights_sha256, outcome, 0.02, {"studies": 400})


def used(room: AdminRoom) -> str:
    return promotion.champion(room, "tiny").card.version


def test_a_version_that_is_installed_does_not_come_into_use(room: AdminRoom, better: ModelCard) -> None:
    assert used(room) == "1.0"
    (row,) = promotion.history(room, "tiny")
    assert (row.version, row.reason, row.author) == ("1.0", "in use when 1.1 was installed", "Ada")
    assert promotion.pin(room, replace(better, version="1.2")) is None
    assert [entry["action"] for entry in AuditLog(room.database).entries()] == ["promotion", "model"]


def test_the_first_version_of_a_model_needs_no_pin(room: AdminRoom, better: ModelCard) -> None:
    assert promotion.pin(room, replace(better, id="another")) is None


def test_promoted_and_rolled_back(room: AdminRoom, better: ModelCard) -> None:
    row = promotion.promote(room, "tiny@1.1", evidence(room, better), "better on our own films")
    assert (used(room), row.evidence["outcome"], row.evidence["studies"]) == ("1.1", "not worse", 400)
    assert "overruled_because" not in row.evidence
    back = promotion.roll_back(room, "tiny", "it misses lateral films")
    assert (used(room), back.kind) == ("1.0", "roll back")
    assert [version.in_use for version in promotion.versions(room)] == [False, True]
    assert [version.card.version for version in promotion.versions(room)] == ["1.1", "1.0"]
    with pytest.raises(PromotionRefused, match="No other version of tiny was in use before"):
        promotion.roll_back(room, "tiny", "further")
    assert VerdictLog(room.database).verify() == []


def test_both_versions_and_their_files_stay(room: AdminRoom, better: ModelCard) -> None:
    before = {path: path.read_bytes() for path in (room.data_dir / "models").rglob("*") if path.is_file()}
    promotion.promote(room, "tiny@1.1", evidence(room, better), "better")
    promotion.roll_back(room, "tiny", "worse")
    assert {path: path.read_bytes() for path in before} == before
    with pytest.raises(BundleError, match="installed already"):
        installing.install_run(room, next(p for p in (room.data_dir / "models").iterdir() if "1_1" in p.name))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda found: None, "was not compared"),
        (lambda found: replace(found, outcome=Outcome.WORSE), "is less sensitive than tiny 1.0"),
        (lambda found: replace(found, outcome=Outcome.NOT_SHOWN), "It is not shown"),
        (lambda found: replace(found, champion="f" * 64), "The comparison is not of"),
        (lambda found: replace(found, challenger="f" * 64), "The comparison is not of"),
        (lambda found: replace(found, margin=0.1), "allowed a margin of 10.0 percentage points, this site allows 2.0"),
    ],
)
def test_a_doubt_needs_words(
    room: AdminRoom, better: ModelCard, change: Callable[[Evidence], Evidence | None], words: str
) -> None:
    found = change(evidence(room, better))
    for override in ("", "   "):
        with pytest.raises(PromotionRefused, match=words) as refused:
            promotion.promote(room, "tiny@1.1", found, "better", override)
        assert "say why" in str(refused.value).lower()
    assert used(room) == "1.0"
    row = promotion.promote(room, "tiny@1.1", found, "better", "specificity is what we need")
    assert used(room) == "1.1"
    assert row.evidence["overruled_because"] == "specificity is what we need"
    assert words in row.evidence["doubt"]


def test_no_reason_no_promotion(room: AdminRoom, better: ModelCard) -> None:
    found = evidence(room, better)
    with pytest.raises(PromotionRefused, match="for a reason"):
        promotion.promote(room, "tiny@1.1", found, "  ", "all the same")
    with pytest.raises(PromotionRefused, match="in use already"):
        promotion.promote(room, "tiny@1.0", found, "better")
    with pytest.raises(UnknownModel):
        promotion.promote(room, "tiny@7", found, "better")
    promotion.promote(room, "tiny@1.1", found, "better")
    with pytest.raises(PromotionRefused, match="for a reason"):
        promotion.roll_back(room, "tiny", "")
    assert used(room) == "1.1"


def test_only_an_administrator(room: AdminRoom, better: ModelCard, tmp_path: Path) -> None:
    people = People(room.database)
    boss = people.begin("Boss", "correct horse battery")
    reader = people.add(boss, "Reader", Role.RESEARCHER, "four other long words")
    sitting = replace(room, account=reader)
    for act in (
        lambda: promotion.promote(sitting, "tiny@1.1", evidence(room, better), "better"),
        lambda: promotion.roll_back(sitting, "tiny", "worse"),
        lambda: promotion.set_margin(sitting, 0.1),
        lambda: installing.install_run(sitting, tmp_path),
        lambda: installing.install_file(sitting, tmp_path),
        lambda: installing.export_file(sitting, "tiny", tmp_path),
        lambda: installing.trust_key(sitting, "A" * 32, "there"),
    ):
        with pytest.raises(SignInRefused, match="administrator"):
            act()
    row = promotion.promote(replace(room, account=boss), "tiny@1.1", evidence(room, better), "better")
    assert row.author == "Boss"


def test_the_margin_is_the_site_s(room: AdminRoom, better: ModelCard) -> None:
    promotion.set_margin(room, 0.1)
    assert promotion.margin(room) == Settings.load(room.data_dir).sensitivity_margin == 0.1
    promotion.promote(room, "tiny@1.1", replace(evidence(room, better), margin=0.1), "better")
    assert AuditLog(room.database).entries()[-2]["subject"] == "sensitivity_margin"
    with pytest.raises(PromotionRefused, match="between 0 and 20%"):
        promotion.set_margin(room, 0.5)


def test_a_margin_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('sensitivity_margin = "wide"')
    with pytest.raises(SettingsError, match="number from 0 to 1"):
        Settings.read(tmp_path)


def test_evidence_travels_as_a_file(room: AdminRoom, better: ModelCard, tmp_path: Path) -> None:
    found, path = evidence(room, better), tmp_path / "comparison.json"
    path.write_text(json.dumps(found.to_json()))
    assert read_evidence(path) == found
    for text in ("", "[]", "{}", '{"margin": "x"}', json.dumps(found.to_json() | {"schema": 0})):
        path.write_text(text)
        with pytest.raises(PromotionRefused, match="no file of a comparison"):
            read_evidence(path)
    with pytest.raises(PromotionRefused, match="cannot be read"):
        read_evidence(tmp_path / "nowhere.json")


def test_a_file_from_another_site_waits_beside_the_version_in_use(
    room: AdminRoom, make_version: MakeVersion, tmp_path: Path
) -> None:
    make_version("2.0")
    there = tmp_path / "there"
    file = parcels.export_model(tmp_path / "runs" / "2.0", tmp_path, there).path
    with pytest.raises(BundleError, match="not trusted"):
        installing.install_file(room, file)
    assert promotion.history(room) == []
    installing.trust_key(room, site_key.fingerprint(site_key.public_key(there)), "the other house")
    assert installing.install_file(room, file).version == "2.0"
    assert used(room) == "1.0"
    said = [entry["detail"].get("what") for entry in AuditLog(room.database).entries()]
    assert said == ["key trusted", None, "imported"]


def test_what_goes_out_is_in_the_audit_log(room: AdminRoom, tmp_path: Path) -> None:
    parcel = installing.export_file(room, "tiny", tmp_path)
    assert parcel.fingerprint == installing.own_fingerprint(room)
    entry = AuditLog(room.database).entries()[-1]
    assert (entry["subject"], entry["detail"]["what"]) == ("tiny@1.0", "exported")
    assert installing.problems(room) == []
    (room.data_dir / "models" / "tiny" / "model.safetensors").write_bytes(b"none")
    assert "hash" in installing.problems(room)[0].problem
