"""What people type, taken apart: words without and with their tones, slips, Telex left undone.

Pure; the search compares what it makes of the typed words with what it makes of the catalogue.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from motcua.core.text import nfc, search_key

_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TELEX = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("aw", "a"), ("ow", "o"), ("w", "u"))
_TELEX_TONES = re.compile(r"(?<=[aeiouy])([a-z]*?)[sfrxj]$")
_VNI = re.compile(r"(?<=[a-z])\d")
_FINAL_Y = re.compile(r"(?:(?<=[hklmst])|(?<=qu))y(?=[\u0300-\u0323]?$)")
_SOUNDS = (("gi", "d"), ("tr", "ch"), ("x", "s"), ("r", "d"), ("n", "l"), ("k", "c"), ("q", "c"))


class Word(NamedTuple):
    """`folded` without any accent; `toned` with them, the tone last wherever it was written."""

    folded: str
    toned: str

    @property
    def has_accents(self) -> bool:
        """Whether anything was lost by folding."""
        return self.folded != self.toned


def words_of(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, without punctuation."""
    return tuple(map(_word, _WORD.findall(nfc(text).casefold())))


def left_out(folded: str) -> frozenset[str]:
    """The word, and the word without each of its letters: two words that are one slip apart have
    one of these in common, so that slips are looked up and not searched for."""
    return frozenset((folded, *(folded[:i] + folded[i + 1 :] for i in range(len(folded)))))


def keys_left(folded: str) -> str:
    """`ddawng` and `d9a8ng` as `dang`: what was typed while the input method was off."""
    plain = _VNI.sub("", folded)
    for keys, letter in _TELEX:
        plain = plain.replace(keys, letter)
    return _TELEX_TONES.sub(r"\1", plain)


def spelled(word: str) -> str:
    """A key that two spellings of one word share, folded or toned: `kí` and `ký`, `sĩ` and `sỹ`."""
    return _FINAL_Y.sub("i", word)


def sound(folded: str) -> str:
    """A key that words which many people pronounce alike share: `xinh` and `sinh`, `chẻ`, `trẻ`."""
    for start, alike in _SOUNDS:
        if folded.startswith(start) and len(folded) > len(start):
            return alike + folded[len(start) :]
    return folded


def one_slip(a: str, b: str) -> bool:
    """Whether one letter changed, left out, put in, or two swapped turns one into the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    same = zip(a, b, strict=False)
    start = next((i for i, (x, y) in enumerate(same) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


@lru_cache(maxsize=20_000)
def _word(found: str) -> Word:
    """Kept: the syllables of the language are few, and each stands in thousands of names."""
    return Word(search_key(found), _toned(found))


def _toned(word: str) -> str:
    """`hoà` and `hòa` both as `hoa` followed by the tone; shapes (ă, ơ, đ) stay where they are."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in decomposed if sign in _TONES)
    return nfc("".join(sign for sign in decomposed if sign not in _TONES)) + tones
