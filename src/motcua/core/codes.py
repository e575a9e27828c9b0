"""The code of a dossier (mã hồ sơ) and the check characters printed beside it.

`<agency>-<YYMMDD of receipt>-<number of that day>`. Source: NĐ 61/2018, TT 01/2018/TT-VPCP; the
agency in the style of QCVN 102:2016 (`000.00.19.H56`) or QĐ 20/2020 (`H56.19`).
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date

PATTERN = re.compile(
    r"(?P<agency>[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,4})"
    r"-(?P<day>[0-9]{6})-(?P<number>[0-9]{4,6})"
)
LAST_NUMBER = 999_999

# Neither vowels, D nor W (no word can arise, no Telex key changes it), nor signs that look alike.
CHECK_ALPHABET = "34679CFHJKMNPRTVX"
CHECK_LENGTH = 4

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


class NotACode(ValueError):
    """Text that cannot be the code of a dossier."""


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A code in its parts; `str()` gives the one written form."""

    agency: str
    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.agency}-{self.day:%y%m%d}-{self.number:04d}"

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """Reads what a person typed: any case, spaces anywhere, any dash. Raises NotACode.

        Two-digit years are of this century: the first codes of this form are of 2018.
        """
        match = PATTERN.fullmatch(normalize(text))
        if match is None:
            raise NotACode("not in the form of a dossier code")
        digits = match["day"]
        try:
            day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
        except ValueError as error:
            raise NotACode("no such day") from error
        code = cls(match["agency"], day, int(match["number"]))
        if code.number == 0 or str(code) != match[0]:
            raise NotACode("no such number")
        return code

    @staticmethod
    def format(agency: str, day: date, number: int) -> str:
        """The code of the `number`-th dossier `agency` received that day; raises NotACode."""
        code = str(DossierCode(agency, day, number))
        if number < 1 or not PATTERN.fullmatch(code):
            raise NotACode("not in the form of a dossier code")
        return code


def normalize(text: str) -> str:
    """The form in which codes and check characters are compared: upper-case, without spaces."""
    return "".join(text.split()).translate(_DASHES).upper()


def tail(code: str) -> str:
    """Day and number, which people say aloud and type: `170426-0001`."""
    return code.split("-", 1)[1]


def check_characters(code: str, secret: bytes) -> str:
    """Four characters that only this installation can give: whoever shows them held the slip.

    A keyed hash: they prove the paper and reveal nothing; one guess in about 80,000 hits, so the
    door that asks for them limits the rate.
    """
    value = int.from_bytes(hmac.digest(secret, normalize(code).encode(), hashlib.sha256))
    characters = ""
    for _ in range(CHECK_LENGTH):
        value, index = divmod(value, len(CHECK_ALPHABET))
        characters += CHECK_ALPHABET[index]
    return characters


def fetch_key(code: str, sha256: str, secret: bytes) -> str:
    """What opens a result that went electronically: 128 bits that only this installation can give,
    for that file of that dossier alone."""
    said = f"ket-qua|{normalize(code)}|{sha256}".encode()
    digest = hmac.digest(secret, said, hashlib.sha256)[:16]
    return base64.b32encode(digest).decode().rstrip("=").lower()


def verify_fetch_key(code: str, sha256: str, key: str, secret: bytes) -> bool:
    """Whether the key opens that file of that dossier, in constant time."""
    return hmac.compare_digest(key.encode(), fetch_key(code, sha256, secret).encode())


def verify_check(code: str, characters: str, secret: bytes) -> bool:
    """Whether the characters belong to the code, in constant time, any case, spaces ignored."""
    given = normalize(characters).encode()
    return hmac.compare_digest(given, check_characters(code, secret).encode())
