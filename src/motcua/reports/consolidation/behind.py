"""What stands behind a figure of a round, or of what one office answers: whose figures it sums, and
the dossiers or the sheet each of them comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow, office_on
from motcua.reports.consolidation.figures import Line, Span, stood
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import Consolidation
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.pages import answered
from motcua.reports.consolidation.papers import found_unit
from motcua.reports.consolidation.selectors import Round, consolidated, round_row
from motcua.reports.drill import Sought


@dataclass(frozen=True, slots=True)
class Part:
    """What one office adds to a figure, and where it comes from: dossiers as known at a moment, as
    they are (neither), or a sheet. `opens`: it counts dossiers that can be listed."""

    office: str
    slug: str
    name: str
    key: str
    number: int
    known_at: datetime | None
    sheet: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure by its parts; `head` is its column in words."""

    round: Round
    office: OfficeRow
    head: str
    total: int
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Behind:
    """A line whose dossiers are to be listed, and what they are found by."""

    round: Round
    office: OfficeRow
    line: Line
    head: str
    sought: Sought


def parts(actor: Actor, uuid: UUID, unit: str, row: str, column: str, at: datetime) -> Parts:
    """What each office adds to the cell of a row and a column: of the round put together, or of
    what `unit` answers, where one is named. Queries as `consolidated`, or as the unit's page.

    Raises Refused("no_such_consolidation"), also for no such figure.
    """
    asked, top, lines = _lines(actor, uuid, unit, at)
    form, span = FORMS[asked.report], span_of(asked)
    found = [one for one in form.behind(top, lines, row) if column in one.numbers]
    if not found:
        raise Refused("no_such_consolidation")
    told = [_part(one, column, span, asked.report) for one in found]
    number = sum(one.number for one in told)
    return Parts(round_row(asked), top, _head(asked, column), number, told)


def dossiers_of(
    actor: Actor, uuid: UUID, unit: str, place: tuple[str, str], column: str, at: datetime
) -> Behind:
    """The dossiers of one line, by its office and key, as they were known when it was confirmed.
    Queries as `parts`. Raises Refused("no_such_consolidation"), also for what is no dossiers."""
    asked, _, lines = _lines(actor, uuid, unit, at)
    line = next((one for one in lines if (one.office, one.key) == place), None)
    if line is None or column not in line.numbers or line.sheet:
        raise Refused("no_such_consolidation")
    span = span_of(asked)
    sought = FORMS[asked.report].sought(line, column, span)
    if sought is None:
        raise Refused("no_such_consolidation")
    return Behind(round_row(asked), stood(line.office, span), line, _head(asked, column), sought)


def _lines(
    actor: Actor, uuid: UUID, unit: str, at: datetime
) -> tuple[Consolidation, OfficeRow, Sequence[Line]]:
    if not unit:
        row, found = consolidated(actor, uuid)
        return row, found.top, found.figures.lines
    one = found_unit(actor, uuid, unit, at)
    figures = answered(one)
    span = span_of(one.consolidation)
    top = office_on(one.office_id, span.to_on)
    return one.consolidation, top, figures.lines if figures else ()


def _part(line: Line, column: str, span: Span, report: str) -> Part:
    at = datetime.fromisoformat(line.known_at).astimezone(VN) if line.known_at else None
    office = stood(line.office, span).name
    opens = not line.sheet and FORMS[report].sought(line, column, span) is not None
    return Part(
        office, line.office, "" if line.name == office else line.name, line.key,
        line.numbers.get(column, 0), at, line.sheet, opens,
    )  # fmt: skip


def _head(row: Consolidation, column: str) -> str:
    found = next(one for one in FORMS[row.report].columns if one.key == column)
    return f"{found.over} {found.head}".strip()
