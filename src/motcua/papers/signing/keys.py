"""The keys an installation signs with: put in by an administrator, opened with a PIN to sign.

Files lie in `keys/signing`, readable by nobody else, locked with their own PIN as they came.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from motcua.audit.recording import record
from motcua.core.care import KEY_ENDS_SOON
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.models import Position
from motcua.organization.timekeeping import real_now
from motcua.papers.models import SigningKey
from motcua.papers.signing.blocks import SEAL_MM, UNDER_SEAL_MM, Placed, agency_block
from motcua.papers.signing.signer import FileSigner, open_content, open_file

LARGEST = 256 * 1024
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as the administrator sees it. `state`: `good`, `near` its end, or `over`."""

    uuid: UUID
    office: str
    title: str
    name: str
    organization: str
    issuer: str
    serial: str
    from_at: datetime
    until_at: datetime
    state: str


def keys_of(offices: Sequence[int], at: datetime) -> Sequence[KeyRow]:
    """The keys in use of those offices, the agency's before its people's. One query."""
    rows = (
        SigningKey.objects.filter(office_id__in=offices, removed_at=None)
        .select_related("office", "position")
        .order_by("office__name", "position_id", "id")
    )
    found = [
        KeyRow(
            row.uuid, row.office.name, row.position.title if row.position else "", row.name,
            row.organization, row.issuer, row.serial, row.from_at.astimezone(VN),
            row.until_at.astimezone(VN), state_at(row.until_at, at),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row.office, bool(row.title), row.title))


def ends() -> Sequence[tuple[str, datetime]]:
    """Whose each key in use is, and when its certificate ends. One query."""
    rows = SigningKey.objects.filter(removed_at=None).order_by("until_at")
    return [(row.name, row.until_at.astimezone(VN)) for row in rows]


def state_at(until_at: datetime, at: datetime) -> str:
    """Whether a certificate holds at `at`, and whether it is soon over."""
    if at > until_at:
        return "over"
    return "near" if at + KEY_ENDS_SOON > until_at else "good"


@transaction.atomic
def add_key(
    content: bytes, pin: str, *, office_id: int, position: UUID | None, by: Actor | None,
    seal: bytes = b"",
) -> UUID:  # fmt: skip
    """Keep a key file, in place of the one before. The PIN opens it once, to read whose it is.

    `seal`: the picture of an agency's seal (PNG). Refused: key_too_large, wrong_pin, bad_seal,
    no_such_position.
    """
    if len(content) > LARGEST:
        raise Refused("key_too_large")
    facts = open_content(content, pin).certificate
    at, uuid = real_now(), uuid4()
    if seal:
        _check(seal, at)
        _keep(f"{uuid}.png", seal)
    _keep(f"{uuid}.p12", content)
    position_id = _position(office_id, position) if position else None
    of_whom = Q(position_id=position_id) if position_id else Q(position=None)
    SigningKey.objects.filter(of_whom, office_id=office_id, removed_at=None).update(removed_at=at)
    SigningKey.objects.create(
        uuid=uuid, office_id=office_id, position_id=position_id, name=facts.name[:200],
        organization=facts.organization[:200], issuer=facts.issuer[:200], serial=facts.serial[:64],
        fingerprint=facts.fingerprint, from_at=facts.from_at, until_at=facts.until_at, added_at=at,
        account_id=by.account_id if by else None,
    )  # fmt: skip
    _note("add_signing_key", uuid, by)
    return uuid


@transaction.atomic
def remove_key(uuid: UUID, *, offices: Sequence[int], by: Actor) -> None:
    """Nothing is signed with it any more; its file is deleted. Refused: no_such_key."""
    row = SigningKey.objects.filter(
        uuid=uuid, office_id__in=offices, removed_at=None
    ).first()  # fmt: skip
    if row is None:
        raise Refused("no_such_key")
    row.removed_at = real_now()
    row.save(update_fields=["removed_at"])
    for name in (f"{uuid}.p12", f"{uuid}.png"):
        (folder() / name).unlink(missing_ok=True)
    _note("remove_signing_key", uuid, by)


def has_own(actor: Actor) -> bool:
    """Whether the position of `actor` has a key. One query."""
    return _own(actor) is not None


def has_seal(office_id: int) -> bool:
    """Whether the office has a key of its own. One query."""
    return _seal(office_id) is not None


def open_own(actor: Actor, pin: str) -> FileSigner:
    """The key of the actor's position. Refused: no_own_key, wrong_pin, key_missing, key_over."""
    row = _own(actor)
    if row is None:
        raise Refused("no_own_key")
    return _opened(row, pin)


def open_seal(office_id: int, pin: str) -> tuple[FileSigner, bytes]:
    """The office's key and the picture of its seal. Refused as `open_own`, or no_seal_key."""
    row = _seal(office_id)
    if row is None:
        raise Refused("no_seal_key")
    picture = folder() / f"{row.uuid}.png"
    return _opened(row, pin), picture.read_bytes() if picture.exists() else b""


def folder() -> Path:
    """Where key files lie."""
    return Path(settings.MOTCUA_DATA) / "keys" / "signing"


def _opened(row: SigningKey, pin: str) -> FileSigner:
    if state_at(row.until_at, real_now()) == "over":
        raise Refused("key_over", until=row.until_at.astimezone(VN))
    path = folder() / f"{row.uuid}.p12"
    return open_file(path, pin, time_stamps_at=settings.MOTCUA_TSA_URL)


def _own(actor: Actor) -> SigningKey | None:
    return SigningKey.objects.filter(position_id=actor.position_id, removed_at=None).first()


def _seal(office_id: int) -> SigningKey | None:
    return SigningKey.objects.filter(office_id=office_id, position=None, removed_at=None).first()


def _position(office_id: int, uuid: UUID) -> int:
    found = Position.objects.filter(uuid=uuid, office_id=office_id).values_list("id", flat=True)
    if not found:
        raise Refused("no_such_position")
    return int(found[0])


def _check(seal: bytes, at: datetime) -> None:
    if len(seal) > LARGEST or not seal.startswith(PNG):
        raise Refused("bad_seal")
    try:
        agency_block("X", at, Placed(0, 0, 0, SEAL_MM, SEAL_MM + UNDER_SEAL_MM), seal=seal)
    except RuntimeError as error:
        raise Refused("bad_seal") from error


def _keep(name: str, content: bytes) -> None:
    """Whole or not at all."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder() / f".{name}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder() / name)


def _note(action: str, uuid: UUID, by: Actor | None) -> None:
    record(
        action,
        at=real_now(),
        account=by.account_uuid if by else None,
        position=by.position_uuid if by else None,
        office=by.office_slug if by else "",
        subject_kind="signing_key",
        subject=str(uuid),
    )
