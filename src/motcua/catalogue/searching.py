"""Find a procedure by what people type: part of its name, everyday words, initials, slips.

The catalogue of an office is a few hundred rows, so the search runs over words in memory: no
database index to keep, and ranking rules that can be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from motcua.catalogue.indexing import INITIALS, Index, Phrase, Text, everyday, index
from motcua.catalogue.selectors import VersionRow, procedures_in_force, procedures_of
from motcua.catalogue.typed import Word, words_of

ENOUGH = 0.4
"""The part of what was typed, by weight, that a procedure must answer to be found."""

LONGEST = 200
"""Signs of a query that are read; nobody names a procedure in more."""

Meant = list[tuple[float, Mapping[Word, float]]]
_indexes: dict[int | None, Index] = {}


def search_procedures(
    office_id: int | None, words: str, day: date, limit: int = 8
) -> Sequence[VersionRow]:
    """The best matches of `words`, best first; all in force in Vietnamese order when empty.

    Over the procedures of an office, or of every level when `office_id` is None. No query once
    the day's catalogue is read; about 2 ms, and 50 ms the first time after the catalogue changed.
    """
    rows = procedures_of(office_id, day) if office_id else procedures_in_force(day)
    typed = words_of(words[:LONGEST])
    if not typed:
        return () if words.strip() else tuple(rows[:limit])
    laid_out = _index(office_id, rows)
    best: dict[int, float] = {}
    for phrase in _readings(typed):
        for place, score in _scores(laid_out, phrase):
            best[place] = max(score, best.get(place, 0.0))
    exact = words.strip().lower()
    best |= {i: 9.0 for i, row in enumerate(rows) if exact in (row.code.lower(), row.slug)}
    order = sorted(best, key=lambda i: (-round(best[i], 4), len(rows[i].name), rows[i].sort_key))
    return tuple(rows[i] for i in order[:limit])


def _index(office_id: int | None, rows: Sequence[VersionRow]) -> Index:
    """The index of `rows`; the catalogue is read anew every minute, and often it is the same."""
    known = _indexes.get(office_id)
    if known is None or known.rows != rows:
        known = _indexes[office_id] = index(rows)
    known.rows = rows
    return known


def _readings(typed: Phrase) -> Iterator[Phrase]:
    """What was typed, and the same with everyday phrases and abbreviations as the law says them."""
    yield typed
    said: list[Word] = []
    place, changed = 0, False
    while place < len(typed):
        for phrase, means in everyday():
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


def _scores(laid_out: Index, typed: Phrase) -> Iterator[tuple[int, float]]:
    """Each procedure that answers enough of `typed`, with how well: its best text weighs most, then
    what all its texts together answer."""
    meant = [laid_out.meant(word, last=word is typed[-1]) for word in typed]
    weighed = [
        (laid_out.weight(word, known), known) for word, known in zip(typed, meant, strict=True)
    ]
    total = sum(weight for weight, _ in weighed)
    hits = _hits(laid_out, typed, weighed)
    together: dict[int, list[float]] = {}
    texts: dict[int, float] = {}
    for number, fits in hits.items():
        text = laid_out.texts[number]
        half = 0.5 if text.is_field else 1.0
        answered = together.setdefault(text.of, [0.0] * len(typed))
        for i, fit in fits.items():
            answered[i] = max(answered[i], fit * half)
        score = half * _text_score(text, fits, weighed, total)
        texts[text.of] = max(score, texts.get(text.of, 0.0))
    for place, answered in together.items():
        part = sum(fit * weight for fit, (weight, _) in zip(answered, weighed, strict=True)) / total
        if part >= ENOUGH:
            yield place, texts[place] + 0.6 * part


def _hits(laid_out: Index, typed: Phrase, weighed: Meant) -> dict[int, dict[int, float]]:
    """For each text, which of the typed words it answers, and how well."""
    hits: dict[int, dict[int, float]] = {}
    for i, (_, known) in enumerate(weighed):
        for word, fit in known.items():
            for number in laid_out.postings[word]:
                fits = hits.setdefault(number, {})
                fits[i] = max(fit, fits.get(i, 0.0))
        short = typed[i].folded
        if len(short) >= 3 and not any(fit == 1.0 for fit in known.values()):
            for number, text in enumerate(laid_out.texts):
                if short in text.initials:
                    hits.setdefault(number, {})[i] = INITIALS
    return hits


def _text_score(text: Text, fits: Mapping[int, float], weighed: Meant, total: float) -> float:
    """How much of what was typed the text answers, how little else it says, in which order, and
    whether it begins so."""
    answered = sum(fit * weighed[i][0] for i, fit in fits.items())
    precise = min(1.0, answered / text.weight) if text.weight else 0.0
    pairs = sum(
        1
        for i in fits
        if i + 1 in fits
        and any(one in weighed[i][1] and other in weighed[i + 1][1] for one, other in text.pairs)
    )
    ordered = pairs / max(1, len(weighed) - 1)
    begins = 0.15 if any(text.first in known for _, known in weighed[:2]) else 0.0
    return answered / total * (0.6 + 0.5 * precise + 0.3 * ordered) + begins
