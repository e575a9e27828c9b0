"""The figures of one round as values: lines by office, where each comes from, and their JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from motcua.core.clock import VN
from motcua.core.consolidating import Numbers
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.reports.canonical import digest
from motcua.reports.offices import last_day
from motcua.reports.period import Period

FORM = 1
"""The form of what is frozen; another form gets another number, this one stays readable."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one office counts in one line: `key` is the form's (a field, a reason, "" for the one
    line of a unit), `name` what stands before the figures.

    Counted by the program, `known_at` is the moment whose knowledge it shows; typed from paper,
    `sheet` is the uuid of what was typed. `counts`: the offices a line told of many together
    speaks of, by their slugs; none where it is of `office` alone.
    """

    office: str
    key: str
    name: str
    numbers: Numbers
    note: str = ""
    known_at: str = ""
    sheet: str = ""
    counts: Sequence[str] = ()

    @property
    def place(self) -> str:
        """The line by its office and key: one name in forms and comparisons."""
        return place_of(self.office, self.key)


@dataclass(frozen=True, slots=True)
class Figures:
    """The lines of an office, and the names of those below it that said nothing."""

    lines: Sequence[Line]
    missing: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """What a round asks: which report, over which days, judged at the end of `as_of_on`."""

    report: str
    from_on: date
    to_on: date
    as_of_on: date

    @property
    def period(self) -> Period:
        """The days and the one moment everybody's figures are judged at."""
        return Period(self.from_on, self.to_on, self.over_at)

    @property
    def over_at(self) -> datetime:
        """From when on figures can be confirmed: nothing more can happen before it."""
        return datetime.combine(self.as_of_on + timedelta(days=1), time.min, VN)


def place_of(office: str, key: str) -> str:
    """An office's slug and the form's key, which may hold any sign."""
    return f"{office}:{key}"


def stood(slug: str, span: Span) -> OfficeRow:
    """A unit under its name in the period: of its last day where it ended before. No query."""
    found = office_by_slug(slug)
    return office_on(found.id, min(span.to_on, last_day(found)))


def typed_from(lines: Sequence[Line], sheet: str) -> Sequence[Line]:
    """The same lines as figures of that sheet."""
    return [replace(line, sheet=sheet, known_at="") for line in lines]


def lines_to_json(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Each line as an object; what is empty is left out."""
    return [
        {
            "office": line.office,
            "key": line.key,
            "name": line.name,
            "numbers": dict(line.numbers),
            **{
                name: value
                for name in ("note", "known_at", "sheet")
                if (value := getattr(line, name))
            },
            **({"counts": list(line.counts)} if line.counts else {}),
        }
        for line in lines
    ]


def lines_from_json(value: Sequence[Mapping[str, Any]]) -> Sequence[Line]:
    """The lines as they were written. KeyError for what is none."""
    return [
        Line(
            one["office"], one["key"], one["name"], dict(one["numbers"]),
            one.get("note", ""), one.get("known_at", ""), one.get("sheet", ""),
            tuple(one.get("counts", ())),
        )
        for one in value
    ]  # fmt: skip


def seen_of(lines: Sequence[Line]) -> str:
    """A digest of the figures alone: what somebody confirms is what they were shown."""
    return digest({line.place: dict(line.numbers) for line in lines})


def frozen_of(span: Span, office: str, figures: Figures, known_at: datetime) -> dict[str, Any]:
    """What is kept of figures that were confirmed, or of a round that was closed."""
    return {
        "form": FORM,
        "report": span.report,
        "office": office,
        "from": span.from_on.isoformat(),
        "to": span.to_on.isoformat(),
        "as_of": span.as_of_on.isoformat(),
        "known_at": known_at.astimezone(VN).isoformat(),
        "lines": lines_to_json(figures.lines),
        "missing": list(figures.missing),
    }


def figures_of(frozen: Mapping[str, Any]) -> Figures:
    """The figures as they were frozen."""
    return Figures(lines_from_json(frozen["lines"]), tuple(frozen["missing"]))
