"""Vietnamese text: one form at every entrance, and keys to search and to sort by.

The database has no Vietnamese collation (and may not lean on one), so lists are ordered by
`sort_key` and found by `search_key`, both stored as columns.
"""

import re
import unicodedata

# Tones in the order of Vietnamese dictionaries after the level tone, which is not written:
# huyền, hỏi, ngã, sắc, nặng. Each sign sorts after a space and before every digit and letter.
_TONES = {"\u0300": "!", "\u0309": "#", "\u0303": "$", "\u0301": "%", "\u0323": "&"}

# A letter of its own sorts after all words that begin with its plain letter: ă after az, â after ă.
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_OWN_LETTERS = {
    ("a", _BREVE): "a~",
    ("a", _CIRCUMFLEX): "a~~",
    ("e", _CIRCUMFLEX): "e~",
    ("o", _CIRCUMFLEX): "o~",
    ("o", _HORN): "o~~",
    ("u", _HORN): "u~",
}

_FORMAT_SIGNS = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
)
_RECKONED = ("=", "+", "-", "@", "\t", "\r")
_NOT_A_WORD = re.compile(r"[\W_]+")


def nfc(text: str) -> str:
    """The composed form, the only one stored, compared and hashed."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """One line as typed into a form: composed, without invisible signs, single spaces."""
    if text.isprintable():  # most are: neither format signs nor control characters
        return nfc(" ".join(text.split()))
    without_signs = text.translate(_FORMAT_SIGNS)
    printable = "".join(" " if unicodedata.category(c) == "Cc" else c for c in without_signs)
    return nfc(" ".join(printable.split()))


def sheet_cell(text: str) -> str:
    """Words for a cell of a CSV file: what a spreadsheet would reckon as a formula gets the
    apostrophe by which it takes it for text. Source: OWASP, "CSV Injection"."""
    return f"'{text}" if text.startswith(_RECKONED) else text


def search_key(text: str) -> str:
    """What is left when accents, case and spacing are ignored: `Hoà`, `Hòa` and `hoa` are one.

    Taking the tone away also settles where it is written. Search words go through the same
    function, so that `đ` finds `d` and the reverse.
    """
    plain = clean(text).casefold()
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFD", plain).replace("đ", "d")
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def sort_key(text: str) -> str:
    """A string whose plain code point order is the order of a Vietnamese dictionary.

    Letters first (a ă â b c d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), syllable by
    syllable: every name that begins with `Lê` stands before the first that begins with `Lệ`.
    Case and signs other than letters and digits do not count. Plain ASCII words are their own key.
    """
    words = _NOT_A_WORD.sub(" ", clean(text).casefold()).split()
    return " ".join(_syllable_key(word) for word in words)


def _syllable_key(word: str) -> str:
    letters = [""]
    tones = ""
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tones += _TONES[sign]
        elif sign == "đ":
            letters.append("d~")
        elif not unicodedata.combining(sign):
            letters.append(sign)
        else:
            letters[-1] = _OWN_LETTERS.get((letters[-1], sign), letters[-1])
    return "".join(letters) + tones
