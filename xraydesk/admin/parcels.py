"""A model as one file that can be handed to another site: card, weights and a signature in a zip.

An imported file is taken for hostile until it is checked: exactly three entries of known names, stored without
compression (no zip bombs), sizes within limits, signed by a key this site trusts, and then everything `load_bundle`
checks: hash before parsing, safetensors only, names, shapes and types of the architecture, values that are finite.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xraydesk.admin import site_key
from xraydesk.errors import BundleError, XraydeskError
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import CARD_NAME, card_from_json, read_card

SUFFIX = ".xraydesk-model"
WEIGHTS_NAME = "model.safetensors"
SIGNATURE_NAME = "signature.json"
_LIMITS = {CARD_NAME: 2**20, WEIGHTS_NAME: 2**30, SIGNATURE_NAME: 2**16}
_FORMAT = 1
_TAG = b"xraydesk model 1\n"
_ASK = "Ask for the file again, from where it came"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file that holds a model, and who signed it."""

    path: Path
    card: ModelCard
    fingerprint: str
    site: str  # whose key it is; "" where the key is not trusted here


def export_model(folder: Path, out: Path, data_dir: Path) -> Parcel:
    """Write an installed model as one signed file.

    Parameters
    ----------
    folder
        The model's folder.
    out
        The file, or the folder to put it into under the model's name.
    data_dir
        Where the site's key lies.

    Raises
    ------
    BundleError
        The model is not sound, or the file cannot be written.
    SettingsError
        The site's key cannot be read.
    """
    from xraydesk.inference.bundle import load_bundle

    card = load_bundle(folder).card
    path = out / f"{card.id}-{card.version}{SUFFIX}" if out.is_dir() else out
    parts = {name: (folder / name).read_bytes() for name in (CARD_NAME, WEIGHTS_NAME)}
    key = site_key.public_key(data_dir)
    content = {
        "format": _FORMAT,
        "key": site_key.encoded(key),
        "signature": site_key.encoded(site_key.sign(data_dir, _message(parts))),
    }
    parts[SIGNATURE_NAME] = json.dumps(content, indent=1).encode()
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(scratch, "w", zipfile.ZIP_STORED) as file:
            for name, data in parts.items():
                file.writestr(zipfile.ZipInfo(name), data)  # no time stamp: the same model is the same file
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise BundleError(f"The model cannot be written: {error.strerror}", subject=path) from error
    return Parcel(path, card, site_key.fingerprint(key), "this site")


def open_parcel(path: Path, data_dir: Path) -> Parcel:
    """Return what a file says it holds, once its signature fits; nothing is installed.

    Raises
    ------
    BundleError
        It is no such file, was changed, or holds something else beside a model; the sentence says what.
    """
    parts = _parts(path)
    content = _json(parts[SIGNATURE_NAME], path)
    if content.get("format") != _FORMAT:
        raise BundleError("The file is of another version of xraydesk", subject=path, remedy="Update xraydesk")
    try:
        key, signature = site_key.decoded(content.get("key")), site_key.decoded(content.get("signature"))
    except ValueError as error:
        raise BundleError("The file's signature cannot be read", subject=path, remedy=_ASK) from error
    if not site_key.signed_by(key, signature, _message(parts)):
        raise BundleError("The file was changed after it was signed", subject=path, remedy=_ASK)
    card = card_from_json(_json(parts[CARD_NAME], path))
    print_ = site_key.fingerprint(key)
    return Parcel(path, card, print_, site_key.trusted(data_dir).get(print_, ""))


def unpack(path: Path, data_dir: Path, place: Path) -> Path:
    """Unpack what a file holds below a folder, to look at it; raises as `open_parcel`. Nothing is installed."""
    parcel = open_parcel(path, data_dir)
    return _unpacked(_parts(path), place / _folder_name(parcel.card))


def import_model(path: Path, data_dir: Path) -> ModelCard:
    """Install the model of a file among the site's own; nothing that is there is ever replaced.

    Raises
    ------
    BundleError
        As `open_parcel`; the key is not trusted here; a model of this id and version is installed; or the model is not
        sound.
    """
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.triage.models import scan_models

    parcel = open_parcel(path, data_dir)
    if not parcel.site:
        raise BundleError(
            f"The file is signed with a key that is not trusted here: {parcel.fingerprint}",
            subject=path,
            remedy="Compare the fingerprint with whoever sent it, then trust the key",
        )
    name = f"{parcel.card.id} {parcel.card.version}"
    if any((m.card.id, m.card.version) == (parcel.card.id, parcel.card.version) for m in scan_models(data_dir).models):
        raise BundleError(f"{name} is installed already", subject=path, remedy="A version is never replaced")
    place = data_dir / "models" / _folder_name(parcel.card)
    scratch = _unpacked(_parts(path), place)
    try:
        card = load_bundle(scratch).card
        scratch.rename(place)
    except OSError as error:
        raise BundleError(f"The model cannot be written: {error.strerror}", subject=place) from error
    except XraydeskError as error:
        raise BundleError(error.what, subject=path, remedy=_ASK) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return card


def install_folder(folder: Path, data_dir: Path) -> ModelCard:
    """Install a model that was trained here, from the folder of its run; raises as `import_model`."""
    card = read_card(folder)
    out = Path(tempfile.mkdtemp(prefix="xraydesk-"))
    try:
        return import_model(export_model(folder, out, data_dir).path, data_dir)
    except BundleError as error:
        raise BundleError(error.what, subject=f"{card.id} {card.version}", remedy=error.remedy) from error
    finally:
        shutil.rmtree(out, ignore_errors=True)


def _parts(path: Path) -> dict[str, bytes]:
    """Return the three entries of a file, each read once."""
    try:
        with zipfile.ZipFile(path) as file:
            entries = file.infolist()
            names = [entry.filename for entry in entries]
            if sorted(names) != sorted(_LIMITS):
                raise BundleError("The file holds something else than a model", subject=path, remedy=_ASK)
            for entry in entries:
                if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
                    raise BundleError("The file is packed in another way than a model is", subject=path, remedy=_ASK)
                if entry.file_size > _LIMITS[entry.filename]:
                    raise BundleError(f"{entry.filename} is larger than any model's", subject=path, remedy=_ASK)
            return {name: file.read(name) for name in names}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BundleError("This is no file of a model, or it is damaged", subject=path, remedy=_ASK) from error
    except OSError as error:
        raise BundleError(f"The file cannot be read: {error.strerror}", subject=path) from error


def _message(parts: dict[str, bytes]) -> bytes:
    """Return what is signed: the hashes of card and weights, each under its name."""
    lines = [f"{name} {hashlib.sha256(parts[name]).hexdigest()}\n" for name in (CARD_NAME, WEIGHTS_NAME)]
    return _TAG + "".join(lines).encode()


def _json(data: bytes, path: Path) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BundleError("The file's card or signature cannot be read", subject=path, remedy=_ASK) from error
    if not isinstance(found, dict):
        raise BundleError("The file's card or signature cannot be read", subject=path, remedy=_ASK)
    return found


def _folder_name(card: ModelCard) -> str:
    """Return a folder's name that no id or version can lead out of the models' folder."""
    safe = "".join(c if c.isalnum() or c in "-_+" else "-" for c in f"{card.id}-{card.version}".replace(".", "_"))
    return f"{safe[:80]}-{card.weights_sha256[:8]}"


def _unpacked(parts: dict[str, bytes], place: Path) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".arriving-", dir=place.parent))
        for name in (WEIGHTS_NAME, CARD_NAME):
            (scratch / name).write_bytes(parts[name])
        with suppress(OSError):
            scratch.chmod(0o755)
    except OSError as error:
        raise BundleError(f"The model cannot be written: {error.strerror}", subject=place) from error
    return scratch
