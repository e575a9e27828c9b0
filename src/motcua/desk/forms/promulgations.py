"""The forms of a decision: its head, and what it says of one procedure, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.catalogue.content import FIELD, GROUPS, LISTS, Content, Field, Kind, ListField
from motcua.catalogue.decisions.asked import Fault, Head
from motcua.catalogue.services.confirming import Source
from motcua.catalogue.sheets.cells import BadCell, text_of, value_of
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text

SPARE = 2
"""Empty lines under each list, to write in."""

MOST_LINES = 60
AREAS = frozenset({Kind.LINES, Kind.ARTICLES})


def _day() -> forms.TextInput:
    return text(inputmode="numeric", placeholder="05/04/2017")


class HeadForm(forms.Form):
    """Which decision it is, and from when it holds."""

    use_required_attribute = False

    number = Line(what="số quyết định", longest=60, label="Số quyết định", widget=text())
    signed_on = Day(what="ngày ký", label="Ngày ký", widget=_day())
    issuer = Line(what="cơ quan ban hành", longest=200, label="Cơ quan ban hành", widget=text())
    title = Line(what="trích yếu", longest=500, required=False, label="Trích yếu", widget=text())
    effective_on = Day(what="ngày có hiệu lực", label="Ngày có hiệu lực", widget=_day())
    rebased_on = Day(
        what="ngày áp dụng lại", required=False, label="Áp dụng lại từ ngày", widget=_day(),
        help_text="Chỉ ghi khi ngày có hiệu lực đã qua; từ ngày mai trở đi.",
    )  # fmt: skip

    def head(self) -> Head:
        """The head, once the form is valid."""
        given = self.cleaned_data
        return Head(
            given["number"],
            given["signed_on"],
            given["issuer"],
            given["effective_on"],
            given["title"],
        )

    def put(self, faults: Sequence[Fault]) -> None:
        """Say each fault of the head beside its field."""
        for fault in faults:
            name = fault.key if fault.key in self.fields and not fault.row else None
            if not fault.sheet:
                self.add_error(name, fault.sentence)


class SourceForm(forms.Form):
    """Where a marked fact was read."""

    use_required_attribute = False

    number = Line(what="số văn bản", longest=60, label="Số văn bản", widget=text())
    signed_on = Day(what="ngày ký", label="Ngày ký", widget=_day())
    article = Line(what="điều, khoản", longest=300, label="Điều, khoản", widget=text())

    def source(self) -> Source:
        """The source, once the form is valid."""
        given = self.cleaned_data
        return Source(given["number"], given["signed_on"], given["article"])


@dataclass(slots=True)
class Drawn:
    """One field of the form as it is drawn: its name, what stands in it, what is wrong."""

    field: Field
    name: str
    text: str
    error: str = ""
    chosen: Sequence[str] = ()
    now: str = ""

    @property
    def shape(self) -> str:
        """`area`, `choice`, `choices`, `file` or `line`."""
        if self.field.kind is Kind.FILE:
            return "file"
        if self.field.kind in AREAS:
            return "area"
        if self.field.kind is Kind.CHOICES:
            return "choices"
        return "choice" if self.field.kind in (Kind.CHOICE, Kind.FLAG) else "line"

    @property
    def options(self) -> Sequence[tuple[str, str]]:
        """The choices, key and word."""
        if self.field.kind is Kind.FLAG:
            return (("có", "có"), ("không", "không"))
        return tuple(self.field.words.items())


@dataclass(slots=True)
class DrawnList:
    """A list of the form: its lines, each a row of fields."""

    known: ListField
    rows: list[list[Drawn]] = field(default_factory=list)


class EntryForm:
    """What a decision says of one procedure: every field of a version, filled with what is said.

    Nothing is lost when something is wrong: what was typed stays. `faults` are (id, sentence).
    """

    def __init__(
        self, said: Content, *, data: QueryDict | None = None, now: Content | None
    ) -> None:
        self.data, self.said, self.now = data, said, now or {}
        self.values: dict[str, Any] = {}
        self.faults: list[tuple[str, str]] = []
        self.groups = {
            group: [self._drawn(one) for one in fields] for group, fields in GROUPS.items()
        }
        self.lists = [self._list(known) for known in LISTS]

    def put(self, key: str, sentence: str) -> None:
        """Say what is wrong beside the field, or on top where it is a list's."""
        anchor = f"id_{key}" if key in FIELD else (f"id_{key}-list" if key else "")
        self.faults.append((anchor, sentence))
        for drawn in (one for fields in self.groups.values() for one in fields):
            if drawn.name == key:
                drawn.error = sentence

    def changed(self) -> dict[str, Any]:
        """Only what differs from what is in force, or from saying nothing."""
        return {key: value for key, value in self.values.items() if self.now.get(key) != value}

    def _drawn(self, one: Field) -> Drawn:
        now = text_of(one, self.now.get(one.key)) if self.now else ""
        if self.data is None:
            value = self.said.get(one.key, one.empty)
            self.values[one.key] = value
            chosen = tuple(value) if isinstance(value, list) else ()
            said = text_of(one, value)
            if one.kind is Kind.FLAG:
                said = "có" if value else "không"
            elif one.kind is Kind.CHOICE:
                said = str(value)
            return Drawn(one, one.key, said, chosen=chosen, now=now)
        chosen = tuple(self.data.getlist(one.key)) if one.kind is Kind.CHOICES else ()
        given = "; ".join(chosen) if chosen else self.data.get(one.key, "")
        drawn = Drawn(one, one.key, str(given), chosen=chosen, now=now)
        self.values[one.key] = self._read(one, drawn, f"id_{one.key}")
        return drawn

    def _read(self, one: Field, drawn: Drawn, anchor: str) -> Any:
        try:
            return value_of(one, drawn.text)
        except BadCell as bad:
            drawn.error = str(bad)
            self.faults.append((anchor, f"{one.label}: {bad}"))
            return one.empty

    def _list(self, known: ListField) -> DrawnList:
        drawn = DrawnList(known)
        lines = list(self.said.get(known.key, ())) if self.data is None else []
        values: list[Mapping[str, Any]] = [] if self.data is not None else lines
        count = self._lines(known, len(lines))
        for place in range(count):
            row = [self._cell(known, one, place, lines) for one in known.columns]
            drawn.rows.append(row)
            if self.data is not None and any(_is_said(cell) for cell in row):
                values.append(self._line(known, row))
        self.values[known.key] = values
        return drawn

    def _lines(self, known: ListField, have: int) -> int:
        if self.data is None:
            return have + SPARE
        given = self.data.get(f"{known.key}-count", "")
        count = int(given) if given.isascii() and given.isdigit() else 0
        more = 3 if self.data.get("more") == known.key else 0
        return min(count + more, MOST_LINES)

    def _cell(
        self, known: ListField, one: Field, place: int, lines: Sequence[Mapping[str, Any]]
    ) -> Drawn:
        name = f"{known.key}-{place}-{one.key}"
        if self.data is not None:
            return Drawn(one, name, str(self.data.get(name, "")))
        if place >= len(lines):
            return Drawn(one, name, "")
        value = lines[place].get(one.key)
        plain = one.kind is Kind.CHOICE and value
        return Drawn(one, name, str(value) if plain else text_of(one, value))

    def _line(self, known: ListField, row: Sequence[Drawn]) -> dict[str, Any]:
        found = {}
        for cell in row:
            one = cell.field
            if one.needed and one.empty in ("", None) and not cell.text.strip():
                cell.error = f"Chưa ghi {one.label.lower()}."
                self.faults.append((f"id_{cell.name}", f"{known.label}: {cell.error}"))
            found[one.key] = self._read(one, cell, f"id_{cell.name}")
        return found


def _is_said(cell: Drawn) -> bool:
    """Choices have a word from the start; only what was typed makes a line."""
    return bool(cell.text.strip()) and cell.shape not in ("choice", "choices", "file")


def options(form: EntryForm) -> Iterator[Drawn]:
    """All fields drawn, for tests and templates."""
    for fields in form.groups.values():
        yield from fields


def parse_day(given: str) -> date | None:
    """A day of a form outside a form; None when it is none."""
    try:
        return Day(what="ngày", required=False).clean(given)  # type: ignore[no-any-return]
    except forms.ValidationError:
        return None
