"""Several readings of what was typed: joined words parted, everyday phrases as the law says it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from motcua.catalogue.search.indexing import Index, Phrase
from motcua.catalogue.search.typed import Word, spelled, words_of

BETWEEN = frozenset(("toi", "em", "minh", "noi", "ngoai", "vua", "moi"))
"""Whose, and just now: words that may stand within an everyday phrase, `bố (tôi vừa) mất`."""


@lru_cache(maxsize=1)
def everyday() -> Mapping[str, Sequence[tuple[Phrase, Phrase]]]:
    """Phrases and abbreviations of `data/words.csv` with what they mean, by the first word
    without accents; the longest first."""
    text = files("motcua.catalogue").joinpath("data/words.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[Phrase, Phrase]]] = {}
    for row in csv.DictReader(text.splitlines()):
        phrase = words_of(row["typed"])
        found.setdefault(spelled(phrase[0].folded), []).append((phrase, words_of(row["means"])))
    return {first: sorted(pairs, key=lambda pair: -len(pair[0])) for first, pairs in found.items()}


def readings(laid_out: Index, typed: Phrase) -> Iterator[Phrase]:
    """What was typed, also with joined words parted, and each of these with everyday phrases and
    abbreviations as the law says them."""
    for phrase in dict.fromkeys((typed, _parted(laid_out, typed))):
        yield phrase
        if (lawful := _as_law_says(phrase)) != phrase:
            yield lawful


def _parted(laid_out: Index, typed: Phrase) -> Phrase:
    parted: list[Word] = []
    for word in typed:
        parts = () if word.folded in laid_out.folded else laid_out.parted(word.folded)
        parted += [Word(part, part) for part in parts] or [word]
    return tuple(parted)


def _as_law_says(typed: Phrase) -> Phrase:
    said: list[Word] = []
    place = 0
    while place < len(typed):
        for phrase, means in everyday().get(spelled(typed[place].folded), ()):
            if length := _length(typed[place:], phrase):
                said += means
                place += length
                break
        else:
            said.append(typed[place])
            place += 1
    return tuple(said)


def _length(typed: Phrase, phrase: Phrase) -> int:
    """How many words `typed` begins with to say `phrase`, with what may stand between; 0 when it
    does not."""
    words = iter(enumerate(typed, start=1))
    length = 0
    for listed in phrase:
        for length, word in words:
            if _is_meant(word, listed):
                break
            if length == 1 or word.folded not in BETWEEN:
                return 0
        else:
            return 0
    return length


def _is_meant(word: Word, listed: Word) -> bool:
    if word.has_accents:
        return spelled(word.toned) == spelled(listed.toned)
    return spelled(word.folded) == spelled(listed.folded)
