"""Find a procedure by what people type: part of its name, everyday words, initials, slips.

The words of the catalogue in force are laid out in memory once and serve every office: no database
index to keep, ranking rules that can be read, and no question to the database. Which procedures
could answer is counted first, word by word; only the best of them are then read text by text.
"""

import csv
import heapq
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from motcua.catalogue.search.indexing import INITIALS, Index, Phrase, Text, index
from motcua.catalogue.search.typed import Word, words_of
from motcua.catalogue.selectors import VersionRow, procedures_in_force, procedures_of

ENOUGH = 0.4
"""The part of what was typed, by weight, that a procedure must answer to be found."""

LONGEST = 200
"""Signs of a query that are read; nobody names a procedure in more."""

READ = 300
"""Procedures whose texts are read for one query, those that answer most of it; of thousands that
answer alike, those that say it in the fewest words."""

ALIKE = 0.001
"""Weights that are as good as one."""

AT_ONCE = 2000
"""A catalogue up to this size is laid out while the asker waits (80 ms at most)."""

_laid: list[Index] = []
_laying = threading.Lock()


def search_procedures(
    office_id: int | None, words: str, day: date, limit: int = 8
) -> Sequence[VersionRow]:
    """The best matches of `words`, best first; all in force in Vietnamese order when empty.

    Over the procedures of an office, or of every level when `office_id` is None. No query once
    the day's catalogue is read; about 1 ms, among ten thousand procedures about 10 ms.
    """
    rows = procedures_of(office_id, day) if office_id else procedures_in_force(day)
    typed = words_of(words[:LONGEST])
    if not typed:
        return () if words.strip() else tuple(rows[:limit])
    laid_out = laid_out_of(procedures_in_force(day))
    allowed = _places(laid_out, rows)
    best: dict[int, float] = {}
    for phrase in _readings(typed):
        for place, score in _scores(laid_out, phrase, allowed):
            best[place] = max(score, best.get(place, 0.0))
    known = laid_out.rows
    exact = laid_out.codes.get(words.strip().lower(), ())
    best |= {place: 9.0 for place in exact if place in allowed}
    order = heapq.nsmallest(
        limit, best, key=lambda i: (-round(best[i], 4), len(known[i].name), known[i].sort_key)
    )
    return tuple(known[i] for i in order)


def laid_out_of(rows: Sequence[VersionRow]) -> Index:
    """The words of `rows` laid out. A large catalogue that changed is laid out beside the answers
    (about a second): until then the one before answers, less what is no longer in force."""
    if _laid and (_laid[0].rows is rows or _laid[0].rows == rows):
        _laid[0].rows = rows
        return _laid[0]
    if not _laid or len(rows) <= AT_ONCE:
        _laid[:] = [index(rows)]
    elif _laying.acquire(blocking=False):
        threading.Thread(target=_lay_out, args=(rows,), daemon=True).start()
    return _laid[0]


def forget() -> None:
    """Lay the catalogue out anew at the next search, while its asker waits."""
    _laid.clear()


def _lay_out(rows: Sequence[VersionRow]) -> None:
    try:
        _laid[:] = [index(rows)]
    finally:
        _laying.release()


def _places(laid_out: Index, rows: Sequence[VersionRow]) -> Collection[int]:
    """Where `rows` stand in the index; all of it when they are all."""
    if rows is laid_out.rows:
        return range(len(laid_out.rows))
    wanted = {row.id for row in rows}
    return frozenset(place for place, row in enumerate(laid_out.rows) if row.id in wanted)


@lru_cache(maxsize=1)
def everyday() -> Mapping[str, Sequence[tuple[Phrase, Phrase]]]:
    """Phrases and abbreviations of `data/words.csv` with what they mean, by the first word
    without accents; the longest first."""
    text = files("motcua.catalogue").joinpath("data/words.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[Phrase, Phrase]]] = {}
    for row in csv.DictReader(text.splitlines()):
        phrase = words_of(row["typed"])
        found.setdefault(phrase[0].folded, []).append((phrase, words_of(row["means"])))
    return {first: sorted(pairs, key=lambda pair: -len(pair[0])) for first, pairs in found.items()}


def _readings(typed: Phrase) -> Iterator[Phrase]:
    """What was typed, and the same with everyday phrases and abbreviations as the law says them."""
    yield typed
    said: list[Word] = []
    place, changed = 0, False
    while place < len(typed):
        for phrase, means in everyday().get(typed[place].folded, ()):
            part = typed[place : place + len(phrase)]
            if len(part) == len(phrase) and all(map(_is_meant, part, phrase)):
                said += means
                place += len(phrase)
                changed = True
                break
        else:
            said.append(typed[place])
            place += 1
    if changed:
        yield tuple(said)


def _is_meant(word: Word, listed: Word) -> bool:
    return word.toned == listed.toned or (not word.has_accents and word.folded == listed.folded)


@dataclass(frozen=True, slots=True)
class _Query:
    """Typed words with what each weighs and may mean; for a known word, which of them it answers;
    for each typed word the texts that begin with its letters."""

    weighed: Sequence[tuple[float, Mapping[int, float]]]
    answers: Mapping[int, Sequence[tuple[int, float]]]
    letters: Sequence[frozenset[tuple[int, int]]]
    total: float


def _query(laid_out: Index, typed: Phrase) -> _Query:
    meant = [laid_out.meant(word, last=word is typed[-1]) for word in typed]
    pairs = list(zip(typed, meant, strict=True))
    answers: dict[int, list[tuple[int, float]]] = {}
    for i, known in enumerate(meant):
        for word, fit in known.items():
            answers.setdefault(word, []).append((i, fit))
    weights = [laid_out.weight(word, known) for word, known in pairs]
    return _Query(
        weighed=list(zip(weights, meant, strict=True)),
        answers=answers,
        letters=[_by_letters(laid_out, word, known) for word, known in pairs],
        total=sum(weights),
    )


def _scores(
    laid_out: Index, typed: Phrase, allowed: Collection[int]
) -> Iterator[tuple[int, float]]:
    """Each procedure that answers enough of `typed`, with how well: its best text weighs most, then
    what all its texts together answer."""
    query = _query(laid_out, typed)
    for place in _likely(laid_out, query, allowed):
        together = [0.0] * len(typed)
        best = 0.0
        for n, text in enumerate(laid_out.texts[place]):
            fits = _fits(text, query)
            fits.update(
                (i, INITIALS) for i, found in enumerate(query.letters) if (place, n) in found
            )
            half = 0.5 if text.is_field else 1.0
            for i, fit in fits.items():
                together[i] = max(together[i], fit * half)
            best = max(best, half * _text_score(text, fits, query))
        weighed = zip(together, query.weighed, strict=True)
        part = sum(fit * weight for fit, (weight, _) in weighed) / query.total
        if part >= ENOUGH:
            yield place, best + 0.6 * part


def _by_letters(
    laid_out: Index, word: Word, known: Mapping[int, float]
) -> frozenset[tuple[int, int]]:
    """The texts whose words begin with the letters of a word that is not written so anywhere."""
    if len(word.folded) < 3 or any(fit == 1.0 for fit in known.values()):
        return frozenset()
    return frozenset(laid_out.with_initials(word.folded))


def _likely(laid_out: Index, query: _Query, allowed: Collection[int]) -> Sequence[int]:
    """The procedures worth reading: those that a word with weight names, at most `READ` of them.

    The lightest words that together are not enough name nobody by themselves, so that a query of
    one rare word and three common ones counts only where the rare one stands.
    """
    answered: dict[int, float] = {}
    left = query.total
    for i in sorted(range(len(query.weighed)), key=lambda i: -query.weighed[i][0]):
        weight, known = query.weighed[i]
        if left < ENOUGH * query.total:
            break
        left -= weight
        fits: dict[int, float] = {}
        for word, fit in sorted(known.items(), key=lambda item: item[1]):
            fits.update(dict.fromkeys(laid_out.places[word], fit))
        fits.update(dict.fromkeys((place for place, _ in query.letters[i]), INITIALS))
        for place, fit in fits.items():
            answered[place] = answered.get(place, 0.0) + fit * weight
    named = [place for place in answered if place in allowed]
    if len(named) <= READ:
        return named
    enough = sorted(map(answered.__getitem__, named), reverse=True)[READ - 1]
    better = [place for place in named if answered[place] > enough + ALIKE]
    alike = [place for place in named if abs(answered[place] - enough) <= ALIKE]
    shortest = heapq.nsmallest(READ - len(better), alike, key=laid_out.shortest.__getitem__)
    return better + shortest


def _fits(text: Text, query: _Query) -> dict[int, float]:
    """Which of the typed words a text answers, and how well."""
    fits: dict[int, float] = {}
    for word in text.words:
        for i, fit in query.answers.get(word, ()):
            if fit > fits.get(i, 0.0):
                fits[i] = fit
    return fits


def _text_score(text: Text, fits: Mapping[int, float], query: _Query) -> float:
    """How much of what was typed the text answers, how little else it says, in which order, and
    whether it begins so."""
    if not fits:
        return 0.0
    weighed = query.weighed
    answered = sum(fit * weighed[i][0] for i, fit in fits.items())
    precise = min(1.0, answered / text.weight) if text.weight else 0.0
    pairs = sum(
        1
        for i in fits
        if i + 1 in fits
        and any(
            one in weighed[i][1] and other in weighed[i + 1][1]
            for one, other in pairwise(text.words)
        )
    )
    ordered = pairs / max(1, len(weighed) - 1)
    begins = 0.15 if any(text.first in known for _, known in weighed[:2]) else 0.0
    return answered / query.total * (0.6 + 0.5 * precise + 0.3 * ordered) + begins
