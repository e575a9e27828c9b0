"""Questions about desks: what the rule in force demands, what each has, what it lacks.

The rules are data (`data/desk-requirements.csv`): what begins on a later day replaces what an
earlier one demanded of offices of that kind, whole.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.core.clock import VN
from motcua.core.desk_conditions import Judged, Requirement, judge, meets
from motcua.organization.models import DeskPrice, DeskSurvey
from motcua.organization.selectors import OfficeRow, office_on

MOST_HISTORY = 50


@dataclass(frozen=True, slots=True)
class Rule:
    """What is demanded of desks of a kind from a day on."""

    name: str
    from_on: date
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One survey as a value, with how it is judged by the rule of its day."""

    uuid: UUID
    surveyed_on: date
    found: Mapping[str, Decimal]
    judged: Sequence[Judged]
    meets: bool | None
    three_no: bool
    note: str
    source: str
    recorded_at: datetime
    recorded_title: str
    taken_back_at: datetime | None
    taken_back_because: str


@dataclass(frozen=True, slots=True)
class DeskState:
    """A desk on a day: the survey that stands, judged by the rule of that day. Nobody surveyed it:
    `survey` is None and all that is demanded counts as missing."""

    office: OfficeRow
    rule: Rule | None
    survey: SurveyRow | None
    judged: Sequence[Judged]
    meets: bool | None

    @property
    def missing(self) -> Sequence[Judged]:
        """What the rule demands and the desk does not have."""
        return [one for one in self.judged if not one.met]


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Something a desk lacks: how much, and what it would cost. Without a price both are None."""

    office: OfficeRow
    judged: Judged
    price_vnd: int | None
    source: str

    @property
    def cost_vnd(self) -> int | None:
        """Whole đồng, rounded up."""
        if self.price_vnd is None:
            return None
        return int(-(-self.judged.missing * self.price_vnd // 1))


@dataclass(frozen=True, slots=True)
class Budget:
    """What is to be asked for: the lines, and the sum of those that have a price."""

    lines: Sequence[BudgetLine]
    priced_vnd: int
    unpriced: int


@cache
def rules() -> Mapping[str, Sequence[Rule]]:
    """The rules for desks by kind of office, oldest first."""
    text = files("motcua.organization").joinpath("data/desk-requirements.csv").read_text("utf-8")
    found: dict[str, dict[tuple[date, str], list[Requirement]]] = {}
    for row in csv.DictReader(text.splitlines()):
        least = Decimal(row["least"]) if row["least"] else None
        one = Requirement(
            row["key"], row["name"], row["unit"], least, row["article"], row["mark"]
        )  # fmt: skip
        for kind in row["office_kinds"].split():
            begun = (date.fromisoformat(row["from_on"]), row["rule"])
            found.setdefault(kind, {}).setdefault(begun, []).append(one)
    return {
        kind: [Rule(name, day, tuple(many)) for (day, name), many in sorted(of.items())]
        for kind, of in found.items()
    }


def rule_on(kind: str, day: date) -> Rule | None:
    """The rule for desks of a kind of office on `day`; None before the first."""
    begun = [one for one in rules().get(kind, ()) if one.from_on <= day]
    return begun[-1] if begun else None


def states(
    offices: Sequence[OfficeRow], day: date, known_at: datetime | None = None
) -> Sequence[DeskState]:
    """How the desks of `offices` stood on `day`, by what was written down until `known_at` (now).

    One query.
    """
    newest = (
        _standing(known_at)
        .filter(office_id__in=[one.id for one in offices], surveyed_on__lte=day)
        .order_by("office_id", "-surveyed_on", "-recorded_at", "-id")
        .distinct("office_id")
    )
    found = {row.office_id: row for row in newest}
    return [_state(office, found.get(office.id), day) for office in offices]


def history(office_id: int) -> Sequence[SurveyRow]:
    """The surveys of a desk, newest first, at most fifty; what was taken back among them. One
    query."""
    rows = DeskSurvey.objects.filter(office_id=office_id)
    found = rows.order_by("-surveyed_on", "-recorded_at", "-id")[:MOST_HISTORY]
    return [_row(row, office_on(office_id, row.surveyed_on).kind) for row in found]


def prices(office_id: int) -> Mapping[str, tuple[int, str]]:
    """What `office_id` reckons one of each thing at, with what that rests on. One query."""
    newest = DeskPrice.objects.filter(office_id=office_id).order_by("key", "-recorded_at", "-id")
    return {row.key: (row.price_vnd, row.source) for row in newest.distinct("key")}


def budget(found: Sequence[DeskState], prices_of: Mapping[str, tuple[int, str]]) -> Budget:
    """What the desks lack, with its cost where a price is known. No query."""
    lines = [
        BudgetLine(state.office, one, *prices_of.get(one.requirement.key, (None, "")))
        for state in found
        for one in state.missing
    ]
    costs = [line.cost_vnd for line in lines]
    priced = [cost for cost in costs if cost is not None]
    return Budget(lines, sum(priced), len(costs) - len(priced))


def _standing(known_at: datetime | None) -> QuerySet[DeskSurvey]:
    """What had been written down and not been taken back."""
    if known_at is None:
        return DeskSurvey.objects.filter(taken_back_at=None)
    back = Q(taken_back_at=None) | Q(taken_back_at__gt=known_at)
    return DeskSurvey.objects.filter(back, recorded_at__lte=known_at)


def _state(office: OfficeRow, row: DeskSurvey | None, day: date) -> DeskState:
    rule = rule_on(office.kind, day)
    survey = _row(row, office.kind) if row else None
    judged = judge(rule.requirements if rule else (), survey.found if survey else {})
    return DeskState(office, rule, survey, judged, meets(judged))


def _row(row: DeskSurvey, kind: str) -> SurveyRow:
    rule = rule_on(kind, row.surveyed_on)
    found = {key: Decimal(amount) for key, amount in row.found.items()}
    judged = judge(rule.requirements if rule else (), found)
    return SurveyRow(
        uuid=row.uuid,
        surveyed_on=row.surveyed_on,
        found=found,
        judged=judged,
        meets=meets(judged),
        three_no=row.three_no,
        note=row.note,
        source=row.source,
        recorded_at=row.recorded_at.astimezone(VN),
        recorded_title=row.recorded_title,
        taken_back_at=row.taken_back_at.astimezone(VN) if row.taken_back_at else None,
        taken_back_because=row.taken_back_because,
    )
