"""What the screen says, in English: `locale/en/LC_MESSAGES/desk.po`.

A saying's gaps are `{1}`, `{2}`… in the order of the Vietnamese, and may change places in English.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations
from importlib.resources import files

from django.utils.functional import Promise
from django.utils.safestring import SafeData, SafeString, mark_safe

from motcua.config.english.runs import VIETNAMESE, put

DOMAIN = "desk"
SURE = 4
"""From so many syllables on, only the house says such a sentence."""
_GAP = re.compile(r"\{(\d+)\}")
_NUMBER = re.compile(r"\d[\d.,:/%]*\d%?|\d%?")
_ONE = re.compile(
    r"(?<![\d.,:/])1 (day|dossier|document|file|line|notice|office|paper|set|step)s\b"
)
_READ = re.compile(r"(?<=>)[^<>]+(?=<)|(?<=aria-label=\")[^\"]+|(?<= title=\")[^\"]+")


class _Catalogue(GNUTranslations):
    def sayings(self) -> Mapping[str, str]:
        held: Mapping[str, str] = self._catalog  # type: ignore[attr-defined]
        return held


@cache
def sayings() -> Mapping[str, str]:
    """Vietnamese and its English, read once: some thousands, 20 ms. Empty before `make setup`."""
    file = files("motcua.config") / "locale" / "en" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.is_file():
        return {}
    with file.open("rb") as compiled:
        return {vi: en for vi, en in _Catalogue(compiled).sayings().items() if vi and en}


def say(words: str) -> str | None:
    """The English of a saying as a template has it, gaps and all."""
    return sayings().get(words)


def in_english(value: object) -> object:
    """What a variable holds, as it is shown: words the house says, in English; anything else, above
    all what people typed, unless they typed one of the house's own sayings, as it is."""
    if hasattr(value, "as_widget"):  # a form's field, drawn when it is shown
        value = str(value)
    if not isinstance(value, str) or isinstance(value, Promise) or not VIETNAMESE.search(value):
        return value
    if isinstance(value, SafeData):
        return _marked(value)
    return put(value, _held) or value


def _marked(html: str) -> SafeString:
    """Drawings and lists made in Python: what is read in them, their tags as they are."""
    if "<" not in html:  # a template's own word: `default:"chưa có"`
        return mark_safe(put(html, _held) or html)  # noqa: S308 (ours)
    return mark_safe(_READ.sub(lambda found: put(found[0], _held) or found[0], html))  # noqa: S308 (ours)


@lru_cache(maxsize=8192)
def _held(words: str) -> str | None:
    """The English of what a sentence became once its gaps were filled."""
    if not VIETNAMESE.search(words):
        return None
    ways = (_exact, _counted, _fitting, _sentences)
    return next((english for way in ways if (english := way(words))), None)


def _exact(words: str) -> str | None:
    """As it stands, or with the other case at its head: `capfirst`, or within a sentence."""
    if exact := sayings().get(words):
        return exact
    other = sayings().get(words[0].swapcase() + words[1:])
    if not other:
        return None
    return (other[0].upper() if words[0].isupper() else other[0].lower()) + other[1:]


def _counted(words: str) -> str | None:
    """With a gap for each number."""
    numbers = _NUMBER.findall(words)
    places = iter(range(1, len(numbers) + 1))
    said = sayings().get(_NUMBER.sub(lambda _: f"{{{next(places)}}}", words)) if numbers else None
    return _filled(said, numbers) if said else None


def _fitting(words: str) -> str | None:
    for pattern, english in _candidates(words):
        if found := pattern.pattern.fullmatch(words):
            gaps = [put(gap, _held) or gap for gap in found.groups()]
            if pattern.sure or not any(VIETNAMESE.search(gap) for gap in gaps):
                return _filled(english, gaps)
    return None


def _sentences(words: str) -> str | None:
    """One by one, when any of them has its English."""
    each = words.split(". ")
    english = [put(sentence, _held) for sentence in each] if len(each) > 1 else []
    told = zip(english, each, strict=False)
    return ". ".join(en or vi for en, vi in told) if any(english) else None


def _filled(english: str, gaps: list[str]) -> str:
    words = _GAP.sub(lambda found: gaps[int(found[1]) - 1], english)
    return _ONE.sub(r"1 \1", words)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A saying with gaps. Of few words it is not `sure`: it would fit what people typed, so what
    fills its gaps must be ours as well, or no Vietnamese."""

    pattern: re.Pattern[str]
    sure: bool


def _candidates(words: str) -> Iterator[tuple[_Pattern, str]]:
    known = _patterns()
    first, last = words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    yield from known.get(("first", first), ())
    yield from known.get(("last", last), ())


@cache
def _patterns() -> Mapping[tuple[str, str], list[tuple[_Pattern, str]]]:
    """Sayings with gaps by their first word, else by their last. The longest first."""
    found: dict[tuple[str, str], list[tuple[_Pattern, str]]] = defaultdict(list)
    for words in sorted((w for w in sayings() if _GAP.search(w)), key=len, reverse=True):
        pieces = _GAP.split(words)[::2]
        gaps = [int(gap) for gap in _GAP.findall(words)]
        if not VIETNAMESE.search(words) or gaps != list(range(1, len(pieces))):
            continue
        pattern = re.compile("(.+?)".join(map(re.escape, pieces)))
        sure = len(_GAP.sub(" ", words).split()) >= SURE or pieces[0].endswith(": ")
        head, tail = pieces[0].split(), pieces[-1].split()
        if head and " " in pieces[0]:
            where = "first", head[0]
        elif tail and " " in pieces[-1]:
            where = "last", tail[-1]
        else:
            continue
        found[where].append((_Pattern(pattern, sure), sayings()[words]))
    return found
