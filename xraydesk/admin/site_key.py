"""The key this site signs with (Ed25519, RFC 8032), and the keys of other sites it trusts.

The private key never leaves the data folder and is readable by its owner only. Trust is given by a person who compares
fingerprints with the other site by another way than the file itself came.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.errors import SettingsError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_NAME = "site-key.pem"
TRUSTED_NAME = "trusted-keys.json"
_RAW_BYTES = 32


def public_key(data_dir: Path) -> bytes:
    """Return the site's public key, 32 bytes; the pair is made at the first call.

    Raises
    ------
    SettingsError
        The key file cannot be read or written.
    """
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return _private(data_dir).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(data_dir: Path, message: bytes) -> bytes:
    """Return the site's signature of a message, 64 bytes; raises as `public_key`."""
    return _private(data_dir).sign(message)


def signed_by(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature of a message is of a public key; malformed keys sign nothing."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: bytes) -> str:
    """Return what two people can compare by telephone: eight groups of four letters and figures."""
    digest = hashlib.sha256(key).hexdigest()[:32].upper()
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def trusted(data_dir: Path) -> dict[str, str]:
    """Return the names of the sites whose models are taken, by fingerprint; this site's own key is one of them.

    Raises
    ------
    SettingsError
        The file cannot be read.
    """
    path = data_dir / TRUSTED_NAME
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        found = {}
    except (OSError, ValueError) as error:
        raise SettingsError("The list of trusted keys cannot be read", subject=path) from error
    if not isinstance(found, dict):
        raise SettingsError("The list of trusted keys cannot be read", subject=path)
    return {fingerprint(public_key(data_dir)): "this site", **{str(k): str(v) for k, v in found.items()}}


def trust(data_dir: Path, print_: str, name: str) -> None:
    """Take models signed with the key of this fingerprint from now on; raises `SettingsError` as `trusted`."""
    wanted = " ".join(print_.upper().split())
    if len(wanted.replace(" ", "")) != _RAW_BYTES or not set(wanted) <= set("0123456789ABCDEF "):
        raise SettingsError("This is no fingerprint of a key", remedy="It has eight groups of four letters and figures")
    others = {known: word for known, word in trusted(data_dir).items() if word != "this site"}
    text = json.dumps({**others, wanted: name}, indent=1, ensure_ascii=False) + "\n"
    _write(data_dir / TRUSTED_NAME, text.encode(), 0o644)


def encoded(raw: bytes) -> str:
    """Return bytes as text for JSON."""
    return base64.b64encode(raw).decode("ascii")


def decoded(text: object) -> bytes:
    """Return the bytes of such a text; ValueError where it is none."""
    return base64.b64decode(str(text), validate=True)


def _private(data_dir: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        load_pem_private_key,
    )

    path = data_dir / KEY_NAME
    try:
        found = load_pem_private_key(path.read_bytes(), None)
    except FileNotFoundError:
        made = Ed25519PrivateKey.generate()
        _write(path, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
        return made
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            "The site's key cannot be read", subject=path, remedy="Bring it back from a copy"
        ) from error
    if not isinstance(found, Ed25519PrivateKey):
        raise SettingsError("The site's key is of another kind", subject=path, remedy="Bring it back from a copy")
    return found


def _write(path: Path, content: bytes, mode: int) -> None:
    """Write beside and move into place: nobody sees half a file, or a private key that others may read."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise SettingsError("The site's keys cannot be saved", subject=path) from error
