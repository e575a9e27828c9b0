"""The code a banking application reads to pay: VietQR, an EMVCo merchant-presented payload.

Fields are tag, length, value, and the last one is a CRC-16/CCITT-FALSE over all before it.
Sources: EMVCo QR Code Specification for Payment Systems, merchant-presented mode; NAPAS for the
tags of field 38 [M].
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

GUID = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
DONG = "704"
LONGEST_CONTENT = 25
"""Signs of a reference that every bank carries through; a longer one may be cut."""

_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[A-Za-z0-9]{1,19}")
_PRINTABLE = re.compile(r"[ -~]+")
_MOST = 10**12


class NotVietQR(ValueError):
    """Text that is no VietQR payload, or was altered."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer asked for: to the account at the bank of that BIN, `amount_vnd` đồng.

    Without an amount the payer types one; `content` comes back on the bank's statement, so it
    should be a short number and never a person.
    """

    bank_bin: str
    account: str
    amount_vnd: int | None = None
    content: str = ""


def payload(transfer: Transfer) -> str:
    """The text a QR carries. Raises ValueError for what a bank would refuse or cut unseen."""
    _check(transfer)
    beneficiary = _field("00", transfer.bank_bin) + _field("01", transfer.account)
    account = _field("00", GUID) + _field("01", beneficiary) + _field("02", TO_ACCOUNT)
    once = transfer.amount_vnd is not None
    text = _field("00", "01") + _field("01", "12" if once else "11")
    text += _field("38", account) + _field("53", DONG)
    if transfer.amount_vnd is not None:
        text += _field("54", str(transfer.amount_vnd))
    text += _field("58", "VN")
    if transfer.content:
        text += _field("62", _field("08", transfer.content))
    text += "6304"
    return text + f"{crc16(text.encode('ascii')):04X}"


def read(text: str) -> Transfer:
    """What a payload asks for. Raises NotVietQR when it is none, or one sign of it is another."""
    if len(text) < 8 or text[-8:-4] != "6304" or not text.isascii():
        raise NotVietQR("no checksum at the end")
    if f"{crc16(text[:-4].encode('ascii')):04X}" != text[-4:]:
        raise NotVietQR("the checksum is of another text")
    fields = dict(_fields(text))
    account = dict(_fields(_of(fields, "38")))
    if _of(account, "00") != GUID or _of(account, "02") != TO_ACCOUNT:
        raise NotVietQR("not a transfer to an account")
    beneficiary = dict(_fields(_of(account, "01")))
    amount = fields.get("54")
    if amount is not None and not amount.isdigit():
        raise NotVietQR("the amount is no whole number")
    return Transfer(
        bank_bin=_of(beneficiary, "00"),
        account=_of(beneficiary, "01"),
        amount_vnd=int(amount) if amount else None,
        content=dict(_fields(fields.get("62", ""))).get("08", ""),
    )


def reference(text: str) -> str:
    """`text` as a statement will bring it back: capitals and figures without marks or spaces.

    Banks drop points and dashes and cut after some 25 signs. Raises ValueError when longer.
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).upper()
    kept = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())
    if len(kept) > LONGEST_CONTENT:
        raise ValueError(f"longer than {LONGEST_CONTENT} signs")
    return kept


def crc16(data: bytes) -> int:
    """CRC-16/CCITT-FALSE: polynomial 0x1021, begun with 0xFFFF."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021) if crc & 0x8000 else crc << 1
            crc &= 0xFFFF
    return crc


def _check(transfer: Transfer) -> None:
    if not _BIN.fullmatch(transfer.bank_bin):
        raise ValueError("a bank's BIN has six figures")
    if not _ACCOUNT.fullmatch(transfer.account):
        raise ValueError("an account has 1 to 19 letters and figures")
    if transfer.amount_vnd is not None and not 0 < transfer.amount_vnd < _MOST:
        raise ValueError("an amount is above zero and below 10^12")
    if transfer.content and not _PRINTABLE.fullmatch(transfer.content):
        raise ValueError("the content is plain ASCII")


def _field(tag: str, value: str) -> str:
    if len(value) > 99:
        raise ValueError("a field has at most 99 signs")
    return f"{tag}{len(value):02d}{value}"


def _fields(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(text):
        tag, length = text[place : place + 2], text[place + 2 : place + 4]
        if len(tag) < 2 or not (length.isascii() and length.isdigit()) or len(length) < 2:
            raise NotVietQR("a field without its length")
        value = text[place + 4 : place + 4 + int(length)]
        if len(value) != int(length):
            raise NotVietQR("a field shorter than it says")
        yield tag, value
        place += 4 + int(length)


def _of(fields: Mapping[str, str], tag: str) -> str:
    if tag not in fields:
        raise NotVietQR(f"field {tag} is missing")
    return fields[tag]
