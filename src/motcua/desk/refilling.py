"""What was typed before a session ended, put back into the page that is drawn for it.

Here for every form at once: on the page as it will be sent, the form that has most of the fields
sent gets their values. A view whose form depends on what was typed takes it itself (`kept.take`).
Keys, numbers of events and other hidden fields stay as drawn; passwords and files are never kept.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponse, HttpResponseBase

from motcua.desk import kept

Attrs = dict[str, str | None]
Edit = tuple[int, int, str]
"""From where to where in the page, and what stands there instead."""

UNTOUCHED = frozenset({"hidden", "password", "file", "submit", "button", "reset", "image"})


@dataclass(slots=True)
class _Field:
    """A control of a form, where its tag stands; of a text area and a list, what is inside."""

    tag: str
    attrs: Attrs
    start: int
    end: int
    inside: int = 0
    options: list["_Field"] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.attrs.get("name") or ""

    @property
    def kind(self) -> str:
        return (self.attrs.get("type") or "text") if self.tag == "input" else self.tag


class _Reader(HTMLParser):
    """Collects the controls of the forms that are sent by POST to `path`."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__(convert_charrefs=False)
        self._path, self._form = path, ""
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._open: _Field | None = None
        self._ours: set[str] = set()
        self._owned: list[tuple[str, _Field]] = []
        self.feed(page)
        self.close()

    def forms(self) -> Sequence[Sequence[_Field]]:
        """The controls of each form, also of those that stand outside and name it."""
        return [[one for owner, one in self._owned if owner == form] for form in self._ours]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = _Field(tag, dict(attrs), start := self._at(), start + self._length())
        if tag == "form":
            self._enter(found)
        elif tag in ("input", "select", "textarea"):
            self._owned.append((found.attrs.get("form") or self._form, found))
            self._open = found if tag != "input" else self._open
        elif tag == "option" and self._open is not None:
            self._open.options.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = ""
        elif self._open is not None and tag == self._open.tag:
            self._open.inside, self._open = self._at(), None

    def _enter(self, form: _Field) -> None:
        self._form = form.attrs.get("id") or f"#{form.start}"
        to = urlsplit(form.attrs.get("action") or self._path).path
        if (form.attrs.get("method") or "").lower() == "post" and to == self._path:
            self._ours.add(self._form)

    def _length(self) -> int:
        return len(self.get_starttag_text() or "")

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def refilled(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """`response`, with what waits for its address in its form. Nothing is acted on."""
    if request.method != "GET" or response.status_code != 200 or response.streaming:
        return response
    typed = kept.take(request)
    if typed is not None and isinstance(response, HttpResponse):
        response.content = refill(response.content.decode(), request.path, typed)
    return response


def refill(page: str, path: str, typed: QueryDict) -> str:
    """The page with `typed` in the form that is sent to `path`."""
    forms = _Reader(page, path).forms()
    best = max(forms, key=lambda form: len({one.name for one in form} & set(typed)), default=())
    left = {name: list(typed.getlist(name)) for name in typed}
    for start, end, text in sorted(_edits(best, left), reverse=True):
        page = page[:start] + text + page[end:]
    return page


def _edits(form: Iterable[_Field], typed: dict[str, list[str]]) -> Iterable[Edit]:
    for one in form:
        if one.kind not in UNTOUCHED:
            yield from FILLS.get(one.kind, _written)(one, typed)


def _ticked(one: _Field, typed: dict[str, list[str]]) -> Iterable[Edit]:
    yield _marked(one, "checked", (one.attrs.get("value") or "on") in typed.get(one.name, []))


def _picked(one: _Field, typed: dict[str, list[str]]) -> Iterable[Edit]:
    if one.name in typed:
        for option in one.options:
            yield _marked(option, "selected", option.attrs.get("value") in typed[one.name])


def _within(one: _Field, typed: dict[str, list[str]]) -> Iterable[Edit]:
    if typed.get(one.name):
        yield one.end, one.inside, "\n" + escape(typed[one.name].pop(0))


def _written(one: _Field, typed: dict[str, list[str]]) -> Iterable[Edit]:
    if typed.get(one.name):
        yield one.start, one.end, _tag(one.tag, {**one.attrs, "value": typed[one.name].pop(0)})


def _marked(one: _Field, mark: str, marked: bool) -> Edit:
    others = {name: value for name, value in one.attrs.items() if name != mark}
    return one.start, one.end, _tag(one.tag, {**others, mark: None} if marked else others)


def _tag(name: str, attrs: Attrs) -> str:
    said = [key if value is None else f'{key}="{escape(value)}"' for key, value in attrs.items()]
    return f"<{' '.join([name, *said])}>"


FILLS: dict[str, Callable[[_Field, dict[str, list[str]]], Iterable[Edit]]] = {
    "checkbox": _ticked,
    "radio": _ticked,
    "select": _picked,
    "textarea": _within,
}
