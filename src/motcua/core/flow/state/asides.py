"""What goes on beside an open step and keeps it open: opinions asked for, visits on the ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.core.clock import VN
from motcua.core.ledger import moment_text


@dataclass(frozen=True, slots=True)
class Opinion:
    """One body asked from `step` that has not answered yet. `ordinal` counts those ever asked.

    `office` is a slug, `department` the code of one of its departments, "" for the office whole.
    `asked_on` and `due_on` are days as ISO text; `article` is the law by which silence beyond
    `due_on` is consent, "" where silence says nothing.
    """

    ordinal: int
    step: str
    office: str
    department: str
    asked_on: str
    due_on: str
    article: str = ""

    def is_overdue(self, day: date) -> bool:
        """Whether its day is over on `day`."""
        return day > date.fromisoformat(self.due_on)


@dataclass(frozen=True, slots=True)
class FieldVisit:
    """A visit on the ground that is fixed for `visit_at` and has no record yet."""

    ordinal: int
    step: str
    visit_at: datetime


def opinion_to_json(opinion: Opinion) -> list[Any]:
    """An opinion as a list, in the order of its fields."""
    return [
        opinion.ordinal, opinion.step, opinion.office, opinion.department, opinion.asked_on,
        opinion.due_on, opinion.article,
    ]  # fmt: skip


def opinion_from_json(value: Sequence[Any]) -> Opinion:
    """Reads what `opinion_to_json` wrote."""
    return Opinion(*value)


def visit_to_json(visit: FieldVisit) -> list[Any]:
    """A visit as a list, in the order of its fields."""
    return [visit.ordinal, visit.step, moment_text(visit.visit_at)]


def visit_from_json(value: Sequence[Any]) -> FieldVisit:
    """Reads what `visit_to_json` wrote."""
    ordinal, step, visit_at = value
    return FieldVisit(ordinal, step, datetime.fromisoformat(visit_at).astimezone(VN))
