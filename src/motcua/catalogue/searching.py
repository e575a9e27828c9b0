"""Find a procedure by what people type: part of its name, everyday words, initials, one slip.

The catalogue of an office is a few hundred rows, so the search runs over folded words in memory:
no index to keep, and ranking rules that can be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from motcua.catalogue.selectors import VersionRow, procedures_in_force, procedures_of
from motcua.core.text import search_key

NOISE = frozenset(
    {"thu", "tuc", "xin", "lam", "cho", "cua", "va", "cac", "o", "toi", "muon", "giay"}
)
"""Words that say nothing by themselves; they count only when nothing else was typed."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """A procedure's words, folded: its name, everyday ways to say it, its field and initials."""

    name: str
    ways: tuple[str, ...]
    words: frozenset[str]
    field_words: frozenset[str]
    initials: str
    code: str


def search_procedures(
    office_id: int | None, words: str, day: date, limit: int = 8
) -> Sequence[VersionRow]:
    """The best matches of `words`, best first; all in force in Vietnamese order when empty.

    Over the procedures of an office, or of every level when `office_id` is None. No query once
    the day's catalogue is read; a few milliseconds.
    """
    rows = procedures_of(office_id, day) if office_id else procedures_in_force(day)
    typed = search_key(words)
    if not typed:
        return tuple(rows[:limit])
    scored = [(score, row) for row in rows if (score := _score(typed, _folded(row)))]
    scored.sort(key=lambda pair: (-pair[0], len(pair[1].name), pair[1].sort_key))
    return tuple(row for _, row in scored[:limit])


@lru_cache(maxsize=4096)
def _folded(row: VersionRow) -> _Folded:
    name = search_key(row.name).removeprefix("thu tuc ")
    ways = tuple(search_key(way) for way in row.people_words.split(";") if way.strip())
    words = frozenset(name.split()).union(*(way.split() for way in ways))
    return _Folded(
        name=name,
        ways=ways,
        words=words,
        field_words=frozenset(search_key(row.field).split()),
        initials="".join(word[0] for word in name.split()),
        code=row.code.lower(),
    )


def _score(typed: str, folded: _Folded) -> float:
    if typed in (folded.code, folded.name) or typed in folded.ways:
        return 1000.0
    whole = _whole(typed, folded)
    wanted = [word for word in typed.split() if word not in NOISE] or typed.split()
    hits = [_word_score(word, folded) for word in wanted]
    found = sum(1 for hit in hits if hit)
    if not whole and found < max(1, round(0.6 * len(wanted))):
        return 0.0
    near = max((_overlap(wanted, way.split()) for way in (*folded.ways, folded.name)), default=0.0)
    return whole + 60.0 * sum(hits) / len(wanted) + 40.0 * near


def _whole(typed: str, folded: _Folded) -> float:
    if folded.name.startswith(typed):
        return 120.0
    if any(way.startswith(typed) for way in folded.ways):
        return 110.0
    if typed in folded.name:
        return 90.0
    if any(typed in way for way in folded.ways):
        return 85.0
    compact = typed.replace(" ", "")
    if len(compact) >= 3 and compact in folded.initials:
        return 50.0
    return 0.0


def _word_score(word: str, folded: _Folded) -> float:
    if word in folded.words:
        return 1.0
    if len(word) >= 2 and any(known.startswith(word) for known in folded.words):
        return 0.8
    if word in folded.field_words:
        return 0.5
    if len(word) >= 4 and any(_one_slip(word, known) for known in folded.words):
        return 0.6
    return 0.0


def _overlap(wanted: Sequence[str], way: Sequence[str]) -> float:
    """How much of what was typed a way of saying it holds, and how little else it says."""
    both = len(set(wanted) & set(way))
    return both / max(1, len(set(wanted) | {word for word in way if word not in NOISE}))


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter changed, left out, put in, or two swapped turns one into the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
