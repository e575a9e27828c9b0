"""Numbers that say who someone is: CCCD, CMND, passport, tax code; and the QR of a CCCD card.

Digits of CCCD and CMND: NĐ 59/2022 and before [M]; check digit of a tax code: TT 95/2016 [M]; the
fields of the card's QR and their order [M]. Whoever reads the gazette corrects them here.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.core.refusal import Refused
from motcua.core.text import clean

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_SIGNS = re.compile(r"[\s.\-]")
_PASSPORT = re.compile(r"(?=.*\d)[A-Z0-9]{6,12}")
_SEEN_AS_PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,8}")


class IdKind(StrEnum):
    """Which paper a number was read from; `none`: the person has none, with a reason."""

    CCCD = "cccd"
    CMND = "cmnd"
    PASSPORT = "passport"
    TAX = "tax"
    NONE = "none"


LENGTHS = {IdKind.CCCD: (12,), IdKind.CMND: (9,), IdKind.TAX: (10, 13)}
OF_PERSON = (IdKind.CCCD, IdKind.CMND, IdKind.TAX)
OF_ORGANISATION = (IdKind.TAX,)


@dataclass(frozen=True, slots=True)
class Card:
    """What the QR of a CCCD card says. `birth_on` None: only a year, or no day at all, is on it."""

    number: str
    earlier_number: str
    name: str
    birth_on: date | None
    sex: str
    address: str
    issued_on: date | None


def compact(text: str) -> str:
    """A number without the signs people put between its digits, letters in capitals."""
    return _SIGNS.sub("", text).upper()


def read_number(text: str, kind: IdKind | None = None, *, organisation: bool) -> tuple[IdKind, str]:
    """The kind and the number that `text` is; without `kind` its shape says which.

    Raises Refused: id_kind (a paper such a one cannot have), id_digits, id_length, id_passport,
    id_check_digit; the facts never hold the number, only what is wrong with it.
    """
    number = compact(text)
    allowed = OF_ORGANISATION if organisation else (*OF_PERSON, IdKind.PASSPORT)
    found = kind or _seen(number, organisation=organisation)
    if found not in allowed:
        raise Refused("id_kind")
    if found is IdKind.PASSPORT:
        if not _PASSPORT.fullmatch(number):
            raise Refused("id_passport")
        return found, number
    _digits(number, found, organisation=organisation, said=kind is not None)
    return found, number


def tax_check_digit(number: str) -> int | None:
    """The tenth digit of a tax code from its first nine; None: no code begins so."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:9], strict=True))
    rest = 10 - total % 11
    return None if rest == 10 else rest


def is_card(text: str) -> bool:
    """Whether `text` looks like the QR of a CCCD card."""
    return text.count("|") >= 5 and bool(re.match(r"\s*\d{12}\|", text))


def read_card(text: str) -> Card | None:
    """The card whose QR reads `id|old id|name|ddmmyyyy|sex|address|issued ddmmyyyy`, or None.

    Later cards carry more after these; it is left out. Never raises.
    """
    if not is_card(text):
        return None
    number, earlier, name, birth, sex, address, issued = [
        clean(part) for part in [*text.split("|"), "", ""][:7]
    ]
    if not name:
        return None
    earlier = earlier if earlier.isascii() and earlier.isdigit() and len(earlier) == 9 else ""
    return Card(number, earlier, name, _day(birth), sex, address, _day(issued))


def _seen(number: str, *, organisation: bool) -> IdKind:
    """The kind that the shape of a number says; CCCD, the usual one, when none does."""
    if organisation:
        return IdKind.TAX
    if _SEEN_AS_PASSPORT.fullmatch(number):
        return IdKind.PASSPORT
    for kind in OF_PERSON:
        if len(number) in LENGTHS[kind]:
            return kind
    return IdKind.CCCD


def _digits(number: str, kind: IdKind, *, organisation: bool, said: bool) -> None:
    facts = {"kind": kind, "organisation": organisation, "said": said}
    if not (number.isascii() and number.isdigit()):
        raise Refused("id_digits", **facts)
    if len(number) not in LENGTHS[kind]:
        raise Refused("id_length", length=len(number), **facts)
    if kind is IdKind.TAX and str(tax_check_digit(number)) != number[9]:
        raise Refused("id_check_digit", length=len(number), **facts)


def _day(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{8}", text):
        return None
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None
