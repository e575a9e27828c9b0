"""The code a paper carries so that anyone can tell, without asking the office, that it is genuine.

Text `<subject>/<sign>`, where `sign` is 144 signs of an alphabet of 28: 22 bytes of facts and the
64 of an Ed25519 signature over them and the subject. No vowel, D, W or Y stands in it, so that the
typing of a scanner passes Telex and VNI unharmed; all signs are of a QR's alphanumeric mode, which
packs them tightest. It holds no personal data: a subject, moments, and a keyed digest.

The layout is a promise to papers in people's hands: a later one takes another `VERSION`. The
program `deploy/verify_qr.py` reads the same without this package.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from motcua.core.clock import VN

VERSION = 1
ALPHABET = "0123456789BCFGHJKLMNPQRSTVXZ"
DIGEST_LENGTH = 8
KEY_ID_LENGTH = 4
SIGNATURE_LENGTH = 64
LENGTH = 144
"""Signs of 86 bytes: the least power of 28 above 256 to the 86th."""
MARK = "/Q/"
"""What stands before the text in the address of a QR."""

_CONTEXT = b"motcua-qr"
_BYTES = 2 + KEY_ID_LENGTH + 4 + 4 + DIGEST_LENGTH + SIGNATURE_LENGTH
_EPOCH = datetime(2000, 1, 1, tzinfo=VN)
_SUBJECT = re.compile(r"[A-Z0-9][A-Z0-9.-]{2,39}")


class NotASeal(ValueError):
    """Text that no office can have written: damaged, cut, or something else altogether."""


class SealedPaper(IntEnum):
    """What kind of paper the code stands on. Numbers stay for ever."""

    RECEIPT = 1
    LETTER = 2
    DOCUMENT = 3
    FEE_RECEIPT = 4
    CONTROL = 5
    HANDOVER = 6
    REGISTER = 7
    REFUND = 8
    TAX_SLIP = 9
    HANDING = 10
    DOCUMENTS = 11
    CASH_SHEET = 12
    NOTICE = 13
    COMPLAINT = 14


@dataclass(frozen=True, slots=True)
class Seal:
    """What the code says: the dossier's code or a document's, when the paper was given, until when
    it promises something (if it does), and 8 bytes that stand for the rest of what it says.

    Moments to the minute, in Asia/Ho_Chi_Minh, from 2000 on.
    """

    paper: SealedPaper
    subject: str
    at: datetime
    until_at: datetime | None
    digest: bytes


@dataclass(frozen=True, slots=True)
class Sealed:
    """A code taken apart: what it says, whose key is named, the signature, and over what."""

    seal: Seal
    key_id: str
    signature: bytes
    message: bytes


def message_of(seal: Seal, key_id: str) -> bytes:
    """The bytes that are signed. Raises ValueError for what has no place in the layout."""
    return _CONTEXT + _facts(seal, key_id) + seal.subject.encode("ascii")


def written(seal: Seal, key_id: str, signature: bytes) -> str:
    """The text for the paper. `signature` is over `message_of` the same."""
    if len(signature) != SIGNATURE_LENGTH:
        raise ValueError("an Ed25519 signature has 64 bytes")
    return f"{seal.subject}/{_spelt(_facts(seal, key_id) + signature)}"


def read(text: str) -> Sealed:
    """A code taken apart, whether scanned whole with its address or pasted without.

    Raises NotASeal. Whether the signature holds is for who has the key to say.
    """
    subject, slash, sign = text.strip().rpartition(MARK)[2].partition("/")
    if not slash or not _SUBJECT.fullmatch(subject):
        raise NotASeal("no subject")
    content = _read(sign)
    facts, signature = content[:-SIGNATURE_LENGTH], content[-SIGNATURE_LENGTH:]
    if facts[0] != VERSION:
        raise NotASeal("a version not known here")
    try:
        paper = SealedPaper(facts[1])
    except ValueError as error:
        raise NotASeal("a kind of paper not known here") from error
    at, until = facts[6:10], facts[10:14]
    seal = Seal(paper, subject, _moment(at), _moment(until) if any(until) else None, facts[14:])
    key_id = facts[2:6].hex()
    return Sealed(seal, key_id, signature, message_of(seal, key_id))


def address(origin: str, text: str) -> str:
    """The address a QR carries: `text` under the origin of the pages.

    Scheme and host are put in capitals, which browsers take the same and a QR packs tighter.
    """
    scheme, mark, rest = origin.rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.upper()}{mark}{host.upper()}{slash}{path}{MARK}{text}"


def _facts(seal: Seal, key_id: str) -> bytes:
    if not _SUBJECT.fullmatch(seal.subject):
        raise ValueError("a subject is a code in capitals")
    if len(seal.digest) != DIGEST_LENGTH or len(bytes.fromhex(key_id)) != KEY_ID_LENGTH:
        raise ValueError("the digest has 8 bytes, the key's name 4")
    until = _minutes(seal.until_at) if seal.until_at else b"\0\0\0\0"
    return (
        bytes((VERSION, seal.paper)) + bytes.fromhex(key_id) + _minutes(seal.at) + until
        + seal.digest
    )  # fmt: skip


def _minutes(at: datetime) -> bytes:
    minutes = (at - _EPOCH) // timedelta(minutes=1)
    if not 0 < minutes < 1 << 32:
        raise ValueError("a moment before 2000 or far from now")
    return minutes.to_bytes(4, "big")


def _moment(minutes: bytes) -> datetime:
    return _EPOCH + timedelta(minutes=int.from_bytes(minutes, "big"))


def _spelt(content: bytes) -> str:
    value, signs = int.from_bytes(content, "big"), ""
    for _ in range(LENGTH):
        value, index = divmod(value, len(ALPHABET))
        signs += ALPHABET[index]
    return signs


def _read(sign: str) -> bytes:
    """Each sequence of bytes has one spelling: of fixed length, and none beyond the last value."""
    if len(sign) != LENGTH or not set(sign) <= set(ALPHABET):
        raise NotASeal("not the signs of a code")
    value = 0
    for each in reversed(sign):
        value = value * len(ALPHABET) + ALPHABET.index(each)
    if value >= 1 << (8 * _BYTES):
        raise NotASeal("no bytes are spelt so")
    return value.to_bytes(_BYTES, "big")
