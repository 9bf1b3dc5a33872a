"""A model as one file: it comes back as it was, and whatever was done to it on the way is refused with the reason."""

from __future__ import annotations

import contextlib
import json
import pickle
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from xraydesk.admin import site_key
from xraydesk.admin.parcels import SIGNATURE_NAME, WEIGHTS_NAME, export_model, import_model, install_folder, open_parcel
from xraydesk.errors import BundleError, SettingsError
from xraydesk.inference.card_json import CARD_NAME
from xraydesk.triage import models

Change = Callable[[dict[str, bytes]], dict[str, bytes]]


@pytest.fixture
def parcel(installed: Path, tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return export_model(models.in_use(installed)[0].folder, tmp_path / "out", installed).path


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of another site, where nothing is installed."""
    monkeypatch.setattr(models, "model_folders", lambda data_dir: [data_dir / "models"])
    return tmp_path / "elsewhere"


def trusting(installed: Path, elsewhere: Path) -> None:
    site_key.trust(elsewhere, site_key.fingerprint(site_key.public_key(installed)), "the other house")


def rewritten(path: Path, change: Change, *, compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    out = path.with_name("changed.xraydesk-model")
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data in change(parts).items():
            file.writestr(name, data)
    return out


def signed_anew(installed: Path, path: Path, change: Change) -> Path:
    """Change a file as somebody would who holds a trusted key: the signature fits."""
    from xraydesk.admin.parcels import _message

    def sign(parts: dict[str, bytes]) -> dict[str, bytes]:
        parts = change(parts)
        content = json.loads(parts[SIGNATURE_NAME])
        content["signature"] = site_key.encoded(site_key.sign(installed, _message(parts)))
        return {**parts, SIGNATURE_NAME: json.dumps(content).encode()}

    return rewritten(path, sign)


def test_a_model_travels(installed: Path, parcel: Path, elsewhere: Path) -> None:
    trusting(installed, elsewhere)
    assert open_parcel(parcel, elsewhere).site == "the other house"
    card = import_model(parcel, elsewhere)
    found = models.in_use(elsewhere)[0]
    assert found.card == card == models.in_use(installed)[0].card
    from xraydesk.inference.bundle import load_bundle

    assert load_bundle(found.folder).card == card
    assert [folder.name[0] for folder in (elsewhere / "models").iterdir()] != ["."]
    with pytest.raises(BundleError, match="installed already"):
        import_model(parcel, elsewhere)


def test_a_key_nobody_trusts_is_refused_with_its_fingerprint(parcel: Path, elsewhere: Path, installed: Path) -> None:
    print_ = site_key.fingerprint(site_key.public_key(installed))
    with pytest.raises(BundleError, match=print_):
        import_model(parcel, elsewhere)
    assert not list((elsewhere / "models").glob("*"))


def test_the_same_model_is_the_same_file(installed: Path, parcel: Path, tmp_path: Path) -> None:
    again = export_model(models.in_use(installed)[0].folder, tmp_path / "again.xraydesk-model", installed)
    assert again.path.read_bytes() == parcel.read_bytes()


def more(name: str) -> Change:
    return lambda parts: {**parts, name: b"x"}


def without(name: str) -> Change:
    return lambda parts: {key: data for key, data in parts.items() if key != name}


def flipped(name: str) -> Change:
    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        data = bytearray(parts[name])
        data[len(data) // 2] ^= 1
        return {**parts, name: bytes(data)}

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (more("../../evil.py"), "something else"),
        (more("/etc/evil"), "something else"),
        (more("model.pkl"), "something else"),
        (without(SIGNATURE_NAME), "something else"),
        (flipped(WEIGHTS_NAME), "changed after it was signed"),
        (flipped(CARD_NAME), "changed after it was signed"),
        (lambda parts: {**parts, SIGNATURE_NAME: b"[]"}, "cannot be read"),
        (lambda parts: {**parts, SIGNATURE_NAME: b'{"format": 2}'}, "another version"),
        (lambda parts: {**parts, SIGNATURE_NAME: b'{"format": 1, "key": 7, "signature": "?"}'}, "cannot be read"),
        (lambda parts: {**parts, SIGNATURE_NAME: b"[" * 50_000}, "cannot be read"),
    ],
)
def test_changed_files_are_refused(installed: Path, parcel: Path, elsewhere: Path, change: Change, words: str) -> None:
    trusting(installed, elsewhere)
    with pytest.raises(BundleError, match=words):
        import_model(rewritten(parcel, change), elsewhere)
    assert not list((elsewhere / "models").glob("*"))


def test_compressed_files_are_refused(installed: Path, parcel: Path, elsewhere: Path) -> None:
    trusting(installed, elsewhere)
    with pytest.raises(BundleError, match="packed in another way"):
        import_model(rewritten(parcel, lambda parts: parts, compression=zipfile.ZIP_DEFLATED), elsewhere)


def test_doubled_names_and_other_files_are_refused(parcel: Path, elsewhere: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(parcel, "a") as file:
        file.writestr(CARD_NAME, b"{}")
    with pytest.raises(BundleError, match="something else"):
        import_model(parcel, elsewhere)
    other = tmp_path / "other.xraydesk-model"
    other.write_bytes(b"no zip at all")
    with pytest.raises(BundleError, match="no file of a model"):
        import_model(other, elsewhere)
    with pytest.raises(BundleError, match="cannot be read"):
        import_model(tmp_path / "nowhere", elsewhere)


def pickled(parts: dict[str, bytes]) -> dict[str, bytes]:
    import hashlib

    data = pickle.dumps({"weights": [1, 2, 3]})
    card = json.loads(parts[CARD_NAME]) | {"weights_sha256": hashlib.sha256(data).hexdigest()}
    return {**parts, WEIGHTS_NAME: data, CARD_NAME: json.dumps(card).encode()}


def card_says(**changes: object) -> Change:
    return lambda parts: {**parts, CARD_NAME: json.dumps(json.loads(parts[CARD_NAME]) | changes).encode()}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (pickled, "no sound safetensors"),
        (card_says(weights_sha256="0" * 64), "hash"),
        (card_says(architecture="os.system"), "does not know the architecture"),
        (card_says(version="../../../up"), ""),
    ],
)
def test_a_trusted_key_does_not_make_a_bad_model_good(
    installed: Path, parcel: Path, elsewhere: Path, change: Change, words: str
) -> None:
    trusting(installed, elsewhere)
    bad = signed_anew(installed, parcel, change)
    if words:
        with pytest.raises(BundleError, match=words):
            import_model(bad, elsewhere)
        assert not list((elsewhere / "models").glob("*"))
        return
    with contextlib.suppress(BundleError):
        import_model(bad, elsewhere)
    inside = list((elsewhere / "models").glob("*"))
    assert all(folder.parent == elsewhere / "models" for folder in inside)
    assert {path.name for path in elsewhere.parent.iterdir()} <= {"out", "elsewhere", "xraydesk", *_of(installed)}


def _of(installed: Path) -> set[str]:
    return {path.name for path in installed.parent.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_private_key_is_the_owner_s_alone(tmp_path: Path) -> None:
    site_key.public_key(tmp_path)
    assert stat.S_IMODE((tmp_path / site_key.KEY_NAME).stat().st_mode) == 0o600
    assert site_key.public_key(tmp_path) == site_key.public_key(tmp_path)


def test_a_broken_key_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / site_key.KEY_NAME).write_bytes(b"none")
    with pytest.raises(SettingsError, match="key cannot be read"):
        site_key.sign(tmp_path, b"")
    with pytest.raises(SettingsError, match="no fingerprint"):
        site_key.trust(tmp_path / "x", "abc", "name")


def test_a_run_s_bundle_is_installed(installed: Path, elsewhere: Path) -> None:
    folder = next((installed / "models").iterdir())
    card = install_folder(folder, elsewhere)
    assert models.in_use(elsewhere)[0].card == card
    with pytest.raises(BundleError, match="installed already"):
        install_folder(folder, elsewhere)
