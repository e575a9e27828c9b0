"""The figures a narrative report is drafted from, as values that go to JSON and come back equal."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Unmet:
    """A desk below that lacks something the rule demands."""

    slug: str
    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desks:
    """Desks on the last day of the period: of the office itself, and of those below it.

    `judged` are those below that the rule in force demands numbers of; `three_no` of all desks
    have posted the three noes.
    """

    rule: str
    top: int
    below: int
    units_below: int
    judged: int
    met: int
    three_no: int
    unmet: tuple[Unmet, ...]

    @property
    def units(self) -> int:
        """All desks together."""
        return self.top + self.below


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Procedures of one field that do not come to the desk, and why."""

    field: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Procedures:
    """Procedures by mechanism. `below` counts each once, however many units have it.

    `online_high` are of level 3 or 4, later of the scopes of NĐ 42/2022 as `online_words` say.
    """

    one_stop: int
    interlinked: int
    below: int
    elsewhere: tuple[Elsewhere, ...]
    online_words: str
    online_high: int

    @property
    def top(self) -> int:
        """At the desk of the office itself."""
        return self.one_stop + self.interlinked

    @property
    def total(self) -> int:
        """At all desks."""
        return self.top + self.below

    @property
    def not_at_desk(self) -> int:
        """Handled, but not at the desk."""
        return sum(one.count for one in self.elsewhere)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit's dossiers received in the period. `source`: counted, entered, sheet."""

    slug: str
    name: str
    group: str
    received: int
    on_time: int
    overdue: int
    source: str


@dataclass(frozen=True, slots=True)
class Below:
    """What units below confirmed for this period: their own figures, each by its source, and the
    names of those that confirmed nothing. `as_of_on`: judged at the end of that day."""

    as_of_on: str
    asked: int
    confirmed: int
    units: tuple[Unit, ...]
    missing: tuple[str, ...]

    @property
    def from_paper(self) -> tuple[Unit, ...]:
        """Those that typed or loaded their figures from books on paper."""
        return tuple(one for one in self.units if one.source != "counted")


def sums(units: Sequence[Unit]) -> tuple[int, int, int]:
    """What these units received, in time and overdue."""
    return (
        sum(one.received for one in units),
        sum(one.on_time for one in units),
        sum(one.overdue for one in units),
    )


@dataclass(frozen=True, slots=True)
class Work:
    """What was received in the period, judged at its end. `saved` is how many were finished how
    many working days before their day."""

    received: int
    on_time: int
    overdue: int
    still_open: int
    early: int
    finished_on_time: int
    finished_late: int
    saved: tuple[tuple[int, int], ...]
    reasons: tuple[tuple[str, int], ...]
    asked_again: int

    @property
    def finished(self) -> int:
        """Finished by the moment of judging."""
        return self.early + self.finished_on_time + self.finished_late

    def saved_between(self, least: int, most: int) -> int:
        """How many were finished `least` to `most` working days before their day."""
        return sum(count for days, count in self.saved if least <= days <= most)


@dataclass(frozen=True, slots=True)
class Listing:
    """How much of the listing hung in its edition in force; `current` of `units` hang whole."""

    units: int
    current: int
    procedures: int
    posted: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another period, beside this one."""

    name: str
    received: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. Days and moments are ISO texts; `known_at` is not among them, so that two
    readings of the same dossiers are equal."""

    office: str
    name: str
    kind: str
    from_on: str
    to_on: str
    judged_at: str
    over: bool
    desks: Desks
    procedures: Procedures
    units: tuple[Unit, ...]
    work: Work
    listing: Listing
    beside: tuple[tuple[str, int], ...]
    before: Earlier
    year_before: Earlier
    appendix: Mapping[str, Any]
    below: Below | None = None

    def count(self, name: str) -> int:
        """A figure of a room beside; nothing when that room has none."""
        return dict(self.beside).get(name, 0)

    def of_group(self, group: str) -> int:
        """What the units of a block of Phụ lục II received."""
        return sum(unit.received for unit in self.units if unit.group == group)


def to_object(facts: Facts) -> dict[str, Any]:
    """The facts as JSON would hold them: lists for tuples."""
    return _plain(asdict(facts))  # type: ignore[no-any-return]


def from_object(held: Mapping[str, Any]) -> Facts:
    """The facts again. KeyError when something is missing."""
    desks, procedures, work = held["desks"], held["procedures"], held["work"]
    unmet = tuple(Unmet(u["slug"], u["name"], tuple(u["missing"])) for u in desks["unmet"])
    elsewhere = tuple(Elsewhere(**one) for one in procedures["elsewhere"])
    return Facts(
        **{name: held[name] for name in _PLAIN},
        desks=Desks(**{**desks, "unmet": unmet}),
        procedures=Procedures(**{**procedures, "elsewhere": elsewhere}),
        units=tuple(Unit(**one) for one in held["units"]),
        work=Work(**{**work, "saved": _pairs(work["saved"]), "reasons": _pairs(work["reasons"])}),
        listing=Listing(**held["listing"]),
        beside=_pairs(held["beside"]),
        before=Earlier(**held["before"]),
        year_before=Earlier(**held["year_before"]),
        below=_below(held.get("below")),
    )


_PLAIN = ("office", "name", "kind", "from_on", "to_on", "judged_at", "over", "appendix")


def _below(held: Mapping[str, Any] | None) -> Below | None:
    """None too in what was frozen before rounds were told of."""
    if held is None:
        return None
    units = tuple(Unit(**one) for one in held["units"])
    return Below(**{**held, "units": units, "missing": tuple(held["missing"])})


def _pairs(rows: Any) -> tuple[tuple[Any, int], ...]:
    return tuple((name, count) for name, count in rows)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
