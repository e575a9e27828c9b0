"""The hashes that make a history tamper-evident. They are promises to the past: never changed.

A hash is SHA-256 over canonical JSON: an array, keys sorted, no spaces, text in NFC, integers and
no other numbers, moments as `YYYY-MM-DDTHH:MM:SS.ffffff+07:00`. `form` numbers the layout of the
array, so that a later layout can stand beside this one. The golden vectors of the tests stay.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from motcua.core.text import nfc

FORM = 1

_VN = ZoneInfo("Asia/Ho_Chi_Minh")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
"""Made once: `json.dumps` makes one for each call, which costs as much as a short text."""


class NotCanonical(TypeError):
    """A value that has no single JSON form: a float, an unknown type, text that is no Unicode."""


def event_hash(
    form: int,
    dossier_uuid: UUID,
    seq: int,
    kind: str,
    version: int,
    at: datetime,
    recorded_at: datetime,
    actor: Any,
    payload: Mapping[str, Any],
    previous: bytes | None,
) -> bytes:
    """The 32 bytes that bind one event to all before it; `previous` is None for the first.

    `actor` and `payload` are JSON values. Raises NotCanonical. About 20 µs.
    """
    return written_event_hash(
        form, dossier_uuid, seq, kind, version, at, recorded_at, canonical(actor),
        canonical(payload), previous,
    )  # fmt: skip


def written_event_hash(
    form: int,
    dossier_uuid: UUID,
    seq: int,
    kind: str,
    version: int,
    at: datetime,
    recorded_at: datetime,
    actor: bytes,
    payload: bytes,
    previous: bytes | None,
) -> bytes:
    """The same hash when `actor` and `payload` are in canonical form already, as whoever writes
    the payload has it: the form of an array is that of its items, with commas between."""
    head = [form, str(dossier_uuid), seq, kind, version, moment_text(at), moment_text(recorded_at)]
    items = [canonical(head)[1:-1], actor, payload, canonical(_hex(previous))]
    return hashlib.sha256(b"[%b]" % b",".join(items)).digest()


def row_hash(form: int, table: str, row: Mapping[str, Any]) -> bytes:
    """The 32 bytes of one row that is sealed in a block; moments and UUIDs may stand in it."""
    return _hash([form, table, row])


def block_hash(
    form: int,
    number: int,
    sealed_at: datetime,
    rows: Sequence[bytes],
    previous: bytes | None,
) -> bytes:
    """The 32 bytes of a block of row hashes, in their order, chained to the block before it."""
    return _hash(
        [form, number, moment_text(sealed_at), [_hex(row) for row in rows], _hex(previous)]
    )


def digest(value: str, salt: bytes) -> str:
    """A reference to text that may one day be destroyed: 64 hex digits, meaningless without salt.

    The salt lies with the text; when both are gone the chain still holds and says nothing.
    """
    return hmac.new(salt, nfc(value).encode(), hashlib.sha256).hexdigest()


def moment_text(at: datetime) -> str:
    """`2017-04-26T09:15:00.000000+07:00`, whatever zone `at` came in; it must be aware."""
    if at.tzinfo is None:
        raise NotCanonical("a moment without a time zone")
    local = at if at.tzinfo is _VN else at.astimezone(_VN)
    return local.isoformat(timespec="microseconds")


def canonical(value: Any) -> bytes:
    """The one JSON text of a value as UTF-8 bytes; raises NotCanonical where there is none."""
    try:
        return _ENCODER.encode(_plain(value)).encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("text with half a surrogate pair") from error


def _hash(values: list[Any]) -> bytes:
    return hashlib.sha256(canonical(values)).digest()


def _hex(value: bytes | None) -> str | None:
    return None if value is None else value.hex()


def _plain(value: Any) -> Any:
    kind = type(value)  # asked first: nearly every value is one of these
    if kind is str:
        return value if value.isascii() else nfc(value)
    if value is None or kind is int or kind is bool:
        return value
    return _plain_other(value)


def _plain_other(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, int):
        return value
    raise NotCanonical(f"{type(value).__name__} has no canonical form")


def _plain_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical("a key that is no text")
        plain[key if key.isascii() else nfc(key)] = _plain(item)
    if len(plain) != len(value):
        raise NotCanonical("two keys with the same composed form")
    return plain
