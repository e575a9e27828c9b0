"""The words of a catalogue laid out for the search: in which texts each stands, how rare it is.

A procedure has several texts: its name, its field, and each everyday way to say it.
"""

import csv
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log

from motcua.catalogue.selectors import VersionRow
from motcua.catalogue.typed import Word, keys_left, one_slip, sound, words_of

_ASKING = ("xin", "lam", "toi", "em", "muon", "can", "gi", "dau", "nay", "co")
_JOINING = ("cho", "cua", "va", "cac", "o")
_OFFICIAL = ("thu", "tuc", "giay", "to", "dang", "ky", "cap")
NOISE = frozenset([*_ASKING, *_JOINING, *_OFFICIAL])
"""Words that say little by themselves; they weigh a fifth."""

EXACT, OTHER_TONES, INITIALS, BEGINNING, KEYS, SLIP = 1.0, 0.8, 0.9, 0.8, 0.75, 0.6
PREFIX_MOST = 40
Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One way to say a procedure: `of` is its place in the rows; a field counts by half."""

    of: int
    words: Phrase
    initials: str
    weight: float
    pairs: frozenset[tuple[Word, Word]]
    first: Word
    is_field: bool = False


@dataclass(slots=True)
class Index:
    """All texts of `rows`, and for each word the texts it stands in."""

    rows: Sequence[VersionRow]
    texts: list[Text] = field(default_factory=list)
    postings: Mapping[Word, Sequence[int]] = field(default_factory=dict)
    folded: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    sounds: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    vocabulary: Sequence[str] = ()
    weights: Mapping[Word, float] = field(default_factory=dict)

    def weight(self, word: Word, meant: Mapping[Word, float]) -> float:
        """How much a typed word says: the rarest of what it may mean; an unknown one much."""
        known = max((self.weights[one] for one in meant), default=log(1 + len(self.rows)))
        return known / 5 if word.folded in NOISE else known

    def meant(self, word: Word, *, last: bool) -> Mapping[Word, float]:
        """The known words a typed one may mean, with how well each fits. Slips and keys are tried
        only when nothing is written alike; beginnings only of the last word or a long one."""
        found: dict[Word, float] = {}
        if last or len(word.folded) >= 3:
            for known in self._beginning(word.folded):
                found[known] = BEGINNING
        found.update(self._alike(word))
        if found:
            return found
        for known in self.folded.get(keys_left(word.folded), ()):
            found[known] = KEYS
        return found or self._slips(word.folded)

    def _alike(self, word: Word) -> Iterator[tuple[Word, float]]:
        for known in self.folded.get(word.folded, ()):
            same = known.toned == word.toned or not word.has_accents
            yield known, EXACT if same else OTHER_TONES

    def _beginning(self, folded: str) -> Iterator[Word]:
        start = bisect_left(self.vocabulary, folded)
        for known in self.vocabulary[start : start + PREFIX_MOST]:
            if not known.startswith(folded):
                return
            yield from self.folded[known]

    def _slips(self, folded: str) -> Mapping[Word, float]:
        found = dict.fromkeys(self.sounds.get(sound(folded), ()), SLIP)
        if len(folded) >= 4:
            for known in self.vocabulary:
                if one_slip(folded, known):
                    found.update(dict.fromkeys(self.folded[known], SLIP))
        return found


def index(rows: Sequence[VersionRow]) -> Index:
    """Lay out `rows`: about 50 ms for the whole catalogue."""
    made = Index(rows)
    postings: dict[Word, list[int]] = defaultdict(list)
    told: dict[Word, set[int]] = defaultdict(set)
    kept: list[tuple[int, Phrase, bool]] = []
    for place, row in enumerate(rows):
        for words, is_field in _texts(row):
            kept.append((place, words, is_field))
            for word in words:
                told[word].add(place)
    made.weights = {word: log(1 + len(rows) / len(places)) for word, places in told.items()}
    for place, words, is_field in kept:
        for word in set(words):
            postings[word].append(len(made.texts))
        made.texts.append(_text(place, words, is_field, made.weights))
    made.postings = postings
    made.folded, made.sounds = _by(told, plain=True), _by(told, plain=False)
    made.vocabulary = sorted(made.folded)
    return made


@lru_cache(maxsize=1)
def everyday() -> Sequence[tuple[Phrase, Phrase]]:
    """Phrases and abbreviations of `data/words.csv` with what they mean; the longest first."""
    text = files("motcua.catalogue").joinpath("data/words.csv").read_text(encoding="utf-8")
    pairs = [
        (words_of(row["typed"]), words_of(row["means"]))
        for row in csv.DictReader(text.splitlines())
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _texts(row: VersionRow) -> Iterator[tuple[Phrase, bool]]:
    name = words_of(row.name)
    yield (name[2:] if [word.folded for word in name[:2]] == ["thu", "tuc"] else name), False
    for way in row.people_words.split(";"):
        if words := words_of(way):
            yield words, False
    yield words_of(row.field), True


def _text(place: int, words: Phrase, is_field: bool, weights: Mapping[Word, float]) -> Text:
    light = (weights[word] / 5 if word.folded in NOISE else weights[word] for word in set(words))
    return Text(
        of=place,
        words=words,
        initials="".join(word.folded[0] for word in words),
        weight=sum(light),
        pairs=frozenset(pairwise(words)),
        first=next((word for word in words if word.folded not in NOISE), words[0]),
        is_field=is_field,
    )


def _by(words: Mapping[Word, object], *, plain: bool) -> Mapping[str, Sequence[Word]]:
    found: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        found[word.folded if plain else sound(word.folded)].append(word)
    return found
