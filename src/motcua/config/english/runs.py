"""A template's source cut into what is said, and what is not.

A run is text as somebody reads it, between two tags: letters, and gaps where a variable is shown.
Attributes that are read aloud or shown are runs as well. Everything else passes as it is.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

SAID = frozenset({"title", "aria-label", "placeholder", "alt", "label", "data-confirm"})
"""Attributes a person reads."""
RAW = frozenset({"script", "style", "textarea"})
SPEAKING = frozenset({"clock"})
"""Our tags that say something."""
VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
BETWEEN = " · "
"""What stands between two sayings of one line."""
_TEMPLATE = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})")
_LITERAL = re.compile(r'"([^"]*)"')
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][\w-]*)$|<(/?)([a-zA-Z][\w-]*)[\s>]")
_FOREIGN = re.compile(r"<(?!html)([a-zA-Z][\w-]*)[^>]*\slang=\"vi\"")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*$")
_PLACE = re.compile(r"\{(\d+)\}")
_GAP = re.compile(r"\{\d+\}|&\w+;?")
_LETTER = re.compile(r"[^\W\d_]")
_CORE = re.compile(r"^([\s,.:;()“”–…-]*)(.*?)([\s,.:;()“”–…-]*)$", re.S)

Say = Callable[[str], str | None]
"""The English of a saying with gaps `{1}`, `{2}`…; None when it has none."""


def translated(source: str, say: Say, shown: str) -> str:
    """The source in English. `shown` is the filter that what a variable holds goes through."""
    return "".join(_Cutting(say, shown).of(source))


def sayings(source: str) -> Iterator[str]:
    """Everything a template says, once for each place."""
    heard: list[str] = []

    def hear(words: str) -> None:
        heard.append(words)

    list(_Cutting(hear, "").of(source))
    yield from heard


def put(words: str, say: Say) -> str | None:
    """The English of a line of sayings; None when none of them has any. Marks at its ends stay."""
    english, found = [], False
    for piece in words.split(BETWEEN):
        before, core, after = _parted(piece)
        said = say(core) if _LETTER.search(_GAP.sub("", core)) else None
        found = found or said is not None
        english.append(f"{before}{core if said is None else said}{after}")
    return BETWEEN.join(english) if found else None


def core_of(piece: str) -> str:
    """A saying without the marks at its ends."""
    return _parted(piece)[1]


def _parted(piece: str) -> tuple[str, str, str]:
    found = _CORE.match(piece)
    assert found  # noqa: S101 (it matches anything)
    before, core, after = found.groups()
    return before, core, after


@dataclass(slots=True)
class _Gap:
    expression: str


class _Cutting:
    """One pass over a source: where it stands, and the run it is in."""

    def __init__(self, say: Say, shown: str) -> None:
        self.say, self.shown = say, shown
        self.run: list[str | _Gap] = []
        self.within = "text"  # or: tag, kept (an attribute's value), said (another's)
        self.quote, self.opened, self.raw, self.marked = "", "", "", ""
        self.foreign, self.deep = "", 0  # an element in Vietnamese whatever the page's language

    def of(self, source: str) -> Iterator[str]:
        for token in _TEMPLATE.split(source):
            if token.startswith(("{%", "{{", "{#")):
                yield from self._token(token)
            else:
                yield from self._text(token)
        yield self._flushed()

    def _token(self, token: str) -> Iterator[str]:
        silent = self.raw or self.marked or self.foreign
        reading = self.within in ("text", "said") and not silent
        if token.startswith("{{") and reading:
            self.run.append(_Gap(token[2:-2].strip()))
            return
        yield self._flushed()
        name = token[2:-2].split(maxsplit=1)[0] if token[2:-2].strip() else ""
        if name == "blocktranslate":
            self.marked = name
        elif name == "endblocktranslate":
            self.marked = ""
        if name in SPEAKING and self.shown and not self.foreign:
            token = f"{{% filter {self.shown} %}}{token}{{% endfilter %}}"
        told = name == "include" and not (self.marked or self.foreign)
        yield _LITERAL.sub(self._literal, token) if told else token

    def _literal(self, found: re.Match[str]) -> str:
        """What a part is told to say: `with said="Hết việc."`."""
        english = put(found[1], self.say) if VIETNAMESE.search(found[1]) else None
        return found[0] if english is None else f'"{english}"'

    def _text(self, text: str) -> Iterator[str]:
        while text:
            if self.marked:
                yield text
                return
            if self.within == "text":
                text = yield from self._outside(text)
            elif self.within == "tag":
                text = yield from self._inside(text)
            else:
                text = yield from self._value(text)

    def _outside(self, text: str) -> Generator[str, None, str]:
        at = text.find("</" + self.raw) if self.raw else text.find("<")
        before, rest = (text, "") if at < 0 else (text[:at], text[at:])
        if self.raw or self.foreign:
            yield before
        elif before:
            self.run.append(before)
        if rest:
            yield self._flushed()
            self.within, self.opened = "tag", ""
        return rest

    def _inside(self, text: str) -> Generator[str, None, str]:
        found = re.search(r"[\"'>]", text)
        if not found:
            self.opened += text
            yield text
            return ""
        upto, mark = text[: found.end()], found[0]
        if mark == ">":
            self.opened += upto
            element = _ELEMENT.match(self.opened)
            name = (element[2] or element[4] or "").lower() if element else ""
            closing = bool(element and (element[1] or element[3]))
            self.raw = name if name in RAW and not closing else ""
            self.within = "text"
            self._abroad(name, closing)
        else:
            name = _ATTRIBUTE.search(self.opened + upto[:-1])
            self.opened += upto
            self.within = "said" if name and name[1] in SAID else "kept"
            self.quote = mark
        yield upto
        return text[found.end() :]

    def _abroad(self, name: str, closing: bool) -> None:
        """Follows an element that says it is Vietnamese to its end: a document of the law."""
        if self.foreign and name == self.foreign:
            self.deep += -1 if closing else 1
            self.foreign = self.foreign if self.deep else ""
        elif not self.foreign and (found := _FOREIGN.match(self.opened)):
            self.foreign, self.deep = found[1].lower(), 1

    def _value(self, text: str) -> Generator[str, None, str]:
        at = text.find(self.quote)
        value, rest = (text, "") if at < 0 else (text[:at], text[at:])
        self.opened += value + rest[:1]
        if self.within == "said" and not self.foreign:
            self.run.append(value)
        else:
            yield value
        if rest:
            yield self._flushed()
            yield rest[0]
            self.within, rest = "tag", rest[1:]
        return rest

    def _flushed(self) -> str:
        """The run that ends here, in English where it has one."""
        run, self.run = self.run, []
        gaps = [part.expression for part in run if isinstance(part, _Gap)]
        for fallback in (words for gap in gaps for words in _LITERAL.findall(gap)):
            if VIETNAMESE.search(fallback):
                put(fallback, self.say)  # `default:"chưa có"`, put in English when it is shown
        places = iter(range(1, len(gaps) + 1))
        text = "".join(part if isinstance(part, str) else f"{{{next(places)}}}" for part in run)
        words = " ".join(text.split())
        english = put(words, self.say)
        if english is None:
            return self._filled(text, gaps)
        start = text[: len(text) - len(text.lstrip())]
        end = text[len(text.rstrip()) :] if text.strip() else ""
        return start + self._filled(english, gaps) + end

    def _filled(self, text: str, gaps: list[str]) -> str:
        return _PLACE.sub(lambda found: self._shown(gaps[int(found[1]) - 1]), text)

    def _shown(self, expression: str) -> str:
        plain = not self.shown or expression == "block.super"
        return f"{{{{ {expression} }}}}" if plain else f"{{{{ {expression}|{self.shown} }}}}"
