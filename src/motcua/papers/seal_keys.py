"""The office's keys for the codes on papers: Ed25519, files of `keys/qr/`, one of them in use.

A key that was followed by another still proves the papers it signed; one that got into other hands
is revoked and proves nothing any more. Days are those of the machine's clock: keys are things of
the installation. Needs no Django; `cryptography` is loaded when first used (30 ms).
"""

import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from motcua.core.seals import KEY_ID_LENGTH


@dataclass(frozen=True, slots=True)
class SealKey:
    """One key. `until_on` is the last day it signed, None while it is in use."""

    id: str
    seed: bytes
    public: bytes
    from_on: date
    until_on: date | None = None
    revoked: bool = False

    @property
    def state(self) -> str:
        """`revoked`, `followed` or `in_use`."""
        if self.revoked:
            return "revoked"
        return "followed" if self.until_on else "in_use"

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes; the same message, the same bytes. 50 µs."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)

    def proves(self, message: bytes, signature: bytes) -> bool:
        """Whether the signature is of this key, and the key is one to believe."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        if self.revoked:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def published(self) -> dict[str, str | None]:
        """What anyone may know of it, as it stands in `khoa-kiem-tra.json`."""
        return {
            "id": self.id,
            "public": self.public.hex(),
            "from_on": self.from_on.isoformat(),
            "until_on": self.until_on.isoformat() if self.until_on else None,
            "state": self.state,
        }


def ensure(data: Path, today: date) -> None:
    """Make the first key of the data folder when there is none. Two that start at once may make
    two; then the greater name is in use and both prove."""
    if not keys(data):
        _write(data, _new(today))


def keys(data: Path) -> Sequence[SealKey]:
    """Every key, the one in use first. Read again when the folder changed."""
    folder = _folder(data)
    try:
        return _read(folder, folder.stat().st_mtime_ns)
    except FileNotFoundError:
        return ()


def in_use(data: Path) -> SealKey | None:
    """The key that signs today; None before the first start."""
    return next((key for key in keys(data) if key.state == "in_use"), None)


def renew(data: Path, today: date) -> SealKey:
    """A new key signs from now on; those before it still prove their papers."""
    for old in keys(data):
        if old.state == "in_use":
            _write(data, replace(old, until_on=today))
    new = _new(today)
    _write(data, new)
    return new


def revoke(data: Path, key_id: str, today: date) -> bool:
    """What this key signed proves nothing any more. False when there is no such key; a new one is
    made when it was the one in use."""
    old = next((key for key in keys(data) if key.id == key_id), None)
    if old is None:
        return False
    _write(data, replace(old, until_on=old.until_on or today, revoked=True))
    if in_use(data) is None:
        _write(data, _new(today))
    return True


def _folder(data: Path) -> Path:
    return data / "keys" / "qr"


def _new(today: date) -> SealKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = Ed25519PrivateKey.generate()
    public = made.public_key().public_bytes_raw()
    return SealKey(_name(public), made.private_bytes_raw(), public, today)


def _name(public: bytes) -> str:
    return sha256(public).hexdigest()[: 2 * KEY_ID_LENGTH]


def _write(data: Path, key: SealKey) -> None:
    """Whole or not at all, readable by nobody else."""
    folder = _folder(data)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{uuid.uuid4().hex}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(key.published() | {"seed": key.seed.hex()}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / f"{key.id}.json")


@lru_cache(maxsize=4)
def _read(folder: Path, stamp: int) -> Sequence[SealKey]:
    found = [_key(json.loads(path.read_text("utf-8"))) for path in folder.glob("[!.]*.json")]
    ranks = {"in_use": 0, "followed": 1, "revoked": 2}
    return tuple(
        sorted(found, key=lambda key: (ranks[key.state], -key.from_on.toordinal(), key.id))
    )


def _key(row: dict[str, Any]) -> SealKey:
    return SealKey(
        id=row["id"],
        seed=bytes.fromhex(row["seed"]),
        public=bytes.fromhex(row["public"]),
        from_on=date.fromisoformat(row["from_on"]),
        until_on=date.fromisoformat(row["until_on"]) if row["until_on"] else None,
        revoked=row["state"] == "revoked",
    )
