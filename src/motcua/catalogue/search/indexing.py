"""The words of a catalogue laid out for the search: in which texts each stands, how rare it is.

A procedure has several texts: its name, its field, and each everyday way to say it. Words are
numbers here, so that ten thousand procedures take tens of megabytes and not hundreds.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from math import log

from motcua.catalogue.search.typed import (
    Word,
    keys_left,
    left_out,
    one_slip,
    sound,
    spelled,
    words_of,
)
from motcua.catalogue.selectors import VersionRow

_ASKING = ("xin", "lam", "toi", "em", "muon", "can", "gi", "dau", "nay", "co")
_JOINING = ("cho", "cua", "va", "cac", "o")
_OFFICIAL = ("thu", "tuc", "giay", "to", "dang", "ky", "ki", "cap")
NOISE = frozenset([*_ASKING, *_JOINING, *_OFFICIAL])
"""Words that say little by themselves; they weigh a fifth."""

EXACT, OTHER_TONES, INITIALS, BEGINNING, KEYS, SLIP = 1.0, 0.8, 0.9, 0.8, 0.75, 0.6
PREFIX_MOST = 40
SHORTEST_SLIP = 3
LONGEST_SYLLABLE = 7
LONGEST_JOINED = 30
MOST_WAYS = 8
VOWEL = re.compile("[aeiouy]")
Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One way to say a procedure, its words by number; a field counts by half."""

    words: tuple[int, ...]
    weight: float
    first: int
    is_field: bool


@dataclass(slots=True)
class Index:
    """All texts of `rows`; for each word by its number its weight and the places it stands in.

    `initials` are the first letters of every text in one string, a bar between two texts, so that
    letters are found at the speed of a search in a string; `ends` says where each text ends.
    `shortest` is the weight of each procedure's text that says least else.
    """

    rows: Sequence[VersionRow]
    texts: list[tuple[Text, ...]] = field(default_factory=list)
    shortest: Sequence[float] = ()
    numbers: Mapping[Word, int] = field(default_factory=dict)
    weights: Sequence[float] = ()
    places: Sequence[Sequence[int]] = ()
    folded: Mapping[str, Sequence[int]] = field(default_factory=dict)
    spellings: Mapping[str, Sequence[int]] = field(default_factory=dict)
    sounds: Mapping[str, Sequence[int]] = field(default_factory=dict)
    slips: Mapping[str, Sequence[str]] = field(default_factory=dict)
    vocabulary: Sequence[str] = ()
    initials: str = ""
    ends: Sequence[int] = ()
    owners: Sequence[tuple[int, int]] = ()
    words: Sequence[Word] = ()
    codes: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def weight(self, word: Word, meant: Mapping[int, float]) -> float:
        """How much a typed word says: the rarest of what it may mean; an unknown one much."""
        known = max((self.weights[one] for one in meant), default=log(1 + len(self.rows)))
        return known / 5 if word.folded in NOISE else known

    def meant(self, word: Word, *, last: bool) -> Mapping[int, float]:
        """The known words a typed one may mean, with how well each fits. Slips and keys are tried
        only when nothing is written alike; beginnings only of the last word or a long one."""
        found: dict[int, float] = {}
        if last or len(word.folded) >= 3:
            for known in self._beginning(word.folded):
                found[known] = BEGINNING
        found.update(self._alike(word))
        if found:
            return found
        for known in self.folded.get(keys_left(word.folded), ()):
            found[known] = KEYS
        return found or self._slips(word.folded)

    def with_initials(self, letters: str) -> Iterator[tuple[int, int]]:
        """The place and text whose words begin with these letters, in this order."""
        at = self.initials.find(letters)
        while at >= 0:
            number = bisect_right(self.ends, at)
            yield self.owners[number]
            at = self.initials.find(letters, self.ends[number])

    def parted(self, folded: str) -> Sequence[str]:
        """The fewest known syllables that make up what was typed without spaces, `kethon` as `ket`,
        `hon`; of several such (`ke`, `thon`) those that stand together most. Empty when none do."""
        if len(folded) > LONGEST_JOINED:
            return ()
        fewest: list[list[tuple[str, ...]]] = [[()], *([] for _ in folded)]
        for end in range(2, len(folded) + 1):
            found = [
                (*before, folded[start:end])
                for start in range(max(0, end - LONGEST_SYLLABLE), end - 1)
                if self._is_syllable(folded[start:end])
                for before in fewest[start]
            ]
            least = min(map(len, found), default=0)
            fewest[end] = [parts for parts in found if len(parts) == least][:MOST_WAYS]
        return max(fewest[-1], key=self._together, default=())

    def _is_syllable(self, part: str) -> bool:
        return part in self.folded and VOWEL.search(part) is not None

    def _together(self, parts: Sequence[str]) -> int:
        """How many procedures have all the parts."""
        standing = ({p for known in self.folded[one] for p in self.places[known]} for one in parts)
        return len(frozenset.intersection(*map(frozenset, standing)))

    def _alike(self, word: Word) -> Iterator[tuple[int, float]]:
        toned = spelled(word.toned)
        for known in self.spellings.get(spelled(word.folded), ()):
            same = spelled(self.words[known].toned) == toned or not word.has_accents
            yield known, EXACT if same else OTHER_TONES

    def _beginning(self, folded: str) -> Iterator[int]:
        start = bisect_left(self.vocabulary, folded)
        for known in self.vocabulary[start : start + PREFIX_MOST]:
            if not known.startswith(folded):
                return
            yield from self.folded[known]

    def _slips(self, folded: str) -> Mapping[int, float]:
        found = dict.fromkeys(self.sounds.get(sound(folded), ()), SLIP)
        if len(folded) >= SHORTEST_SLIP:
            near = {one for part in left_out(folded) for one in self.slips.get(part, ())}
            for known in near:
                if one_slip(folded, known):
                    found.update(dict.fromkeys(self.folded[known], SLIP))
        return found


def index(rows: Sequence[VersionRow]) -> Index:
    """Lay out `rows`: about 15 ms for a town's catalogue, 1 s for ten thousand procedures."""
    made = Index(rows)
    numbers: dict[Word, int] = {}
    places: list[array[int]] = []
    kept: list[list[tuple[tuple[int, ...], bool]]] = []
    for place, row in enumerate(rows):
        said = []
        for phrase, is_field in _texts(row):
            words = tuple(numbers.setdefault(word, len(numbers)) for word in phrase)
            while len(places) < len(numbers):
                places.append(array("L"))
            for word in words:
                if not places[word] or places[word][-1] != place:
                    places[word].append(place)
            said.append((words, is_field))
        kept.append(said)
    made.numbers, made.words, made.places = numbers, tuple(numbers), places
    made.weights = [log(1 + len(rows) / len(found)) for found in places]
    light = [
        weight / 5 if word.folded in NOISE else weight
        for word, weight in zip(made.words, made.weights, strict=True)
    ]
    made.texts = [tuple(_text(words, is_f, made.words, light) for words, is_f in k) for k in kept]
    made.shortest = [min((text.weight for text in texts), default=0.0) for texts in made.texts]
    _lay_out_words(made)
    _lay_out_initials(made)
    codes: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for name in {row.code.lower(), row.slug} - {""}:
            codes[name].append(place)
    made.codes = dict(codes)
    return made


@lru_cache(maxsize=256)
def phrase_of(text: str) -> Phrase:
    """The words of a text that many procedures share: fields."""
    return words_of(text)


def _texts(row: VersionRow) -> Iterator[tuple[Phrase, bool]]:
    name = words_of(row.name)
    bare = name[2:] if [word.folded for word in name[:2]] == ["thu", "tuc"] else name
    if bare:
        yield bare, False
    for way in row.people_words.split(";"):
        if words := words_of(way):
            yield words, False
    if words := phrase_of(row.field):
        yield words, True


def _text(
    words: tuple[int, ...], is_field: bool, known: Sequence[Word], light: Sequence[float]
) -> Text:
    first = next((word for word in words if known[word].folded not in NOISE), words[0])
    return Text(words, sum(light[word] for word in set(words)), first, is_field)


def _lay_out_words(made: Index) -> None:
    folded: dict[str, list[int]] = defaultdict(list)
    spellings: dict[str, list[int]] = defaultdict(list)
    sounds: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(made.words):
        folded[word.folded].append(number)
        spellings[spelled(word.folded)].append(number)
        sounds[sound(word.folded)].append(number)
    made.folded, made.spellings, made.sounds = dict(folded), dict(spellings), dict(sounds)
    made.vocabulary = sorted(folded)
    slips: dict[str, list[str]] = defaultdict(list)
    for known in made.vocabulary:
        if len(known) >= SHORTEST_SLIP - 1:
            for part in left_out(known):
                slips[part].append(known)
    made.slips = dict(slips)


def _lay_out_initials(made: Index) -> None:
    letters = [word.folded[0] for word in made.words]
    owners = [(place, n) for place, texts in enumerate(made.texts) for n in range(len(texts))]
    parts = ["".join(letters[word] for word in made.texts[p][n].words) + "|" for p, n in owners]
    made.owners, made.initials = owners, "".join(parts)
    made.ends = list(accumulate(len(part) for part in parts))
