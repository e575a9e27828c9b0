"""One office in a round: what it would confirm, what it did, what that counts as now; and, of an
office on paper, the lines it fills in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.consolidating import COURSE, Answer, Standing, Step, answer
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.reports.canonical import digest
from motcua.reports.consolidation.answering import may_answer, own_round
from motcua.reports.consolidation.figures import Figures, figures_of, seen_of, stood
from motcua.reports.consolidation.forms import FORMS, Form, Made, Told
from motcua.reports.consolidation.models import Confirmation, Consolidation, ConsolidationUnit
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.overview import collecting, moved_lines
from motcua.reports.consolidation.papers import Paper, found_unit, last_sheet, said_of
from motcua.reports.consolidation.putting import computed
from motcua.reports.consolidation.scope import units
from motcua.reports.consolidation.selectors import (
    Done,
    Round,
    done,
    happenings,
    looks_at,
    round_row,
)
from motcua.reports.consolidation.typed import TypedLine
from motcua.reports.consolidation.words import ANSWERS


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Who confirmed, when, and whether what is kept still has its hash."""

    at: datetime
    person: str
    title: str
    sha256: str
    intact: bool
    of_round: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that counts otherwise now."""

    line: str
    column: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One office in a round. `made` holds what it confirmed, else what it would confirm now; None
    where nothing was typed from its paper yet, or its own round is open (`waits`)."""

    row: Round
    office: OfficeRow
    own: bool
    on_paper: bool
    words: str
    late: bool
    confirmed: Confirmed | None
    paper: Paper | None
    figures: Figures | None
    seen: str
    made: Made | None
    moved: Sequence[Moved]
    waits: str
    over: bool
    steps: Sequence[Step]
    may_send_back: bool
    may_switch: bool
    sees_round: bool
    history: Sequence[Done]


@dataclass(frozen=True, slots=True)
class Grid:
    """What an office on paper fills in, and what it typed last."""

    row: Round
    office: OfficeRow
    form: Form
    lines: Sequence[TypedLine]
    last: Paper | None


def unit_page(actor: Actor, uuid: UUID, office: str, at: datetime) -> UnitPage:
    """One office in a round. Four queries, and those of its report before it confirmed, one after.
    Raises Refused("no_such_consolidation")."""
    unit = found_unit(actor, uuid, office, at)
    row, span = unit.consolidation, span_of(unit.consolidation)
    standing = _standing(unit)
    paper = _paper(unit, standing)
    figures, waits = _figures(unit, standing, paper)
    top = stood(office, span)
    on = standing.known_at.astimezone(VN).date() if standing else None
    said = answer(row.due_on, on, at.astimezone(VN).date())
    told = Told(_notes(standing, paper))
    collects = collecting(actor, row)
    return UnitPage(
        row=round_row(row),
        office=top,
        own=unit.own,
        on_paper=unit.on_paper,
        words=ANSWERS[said],
        late=said is Answer.LATE,
        confirmed=_confirmed(standing),
        paper=paper,
        figures=figures,
        seen=seen_of(figures.lines) if figures else "",
        made=FORMS[row.report].made(top, span, figures.lines, told) if figures else None,
        moved=_moved(row, unit, figures) if standing and figures else (),
        waits=waits,
        over=at >= span.over_at,
        steps=_steps(actor, row, unit, standing, at),
        may_send_back=standing is not None and not unit.own and Step.SEND_BACK in collects,
        may_switch=standing is None and Step.SWITCH in collects,
        sees_round=looks_at(actor, row.office_id),
        history=[done(one) for one in happenings(row) if one.unit_id == unit.pk],
    )  # fmt: skip


def grid(actor: Actor, uuid: UUID, office: str, at: datetime) -> Grid:
    """What an office on paper fills in, and what it typed last. Three queries. Raises Refused:
    no_such_consolidation, consolidation_not_on_paper, not_your_consolidation."""
    unit = found_unit(actor, uuid, office, at)
    row, span = unit.consolidation, span_of(unit.consolidation)
    if not may_answer(actor, row, unit, Duty.ENTER_FIGURES, at):
        raise Refused("not_your_consolidation", title=actor.title)
    if not unit.on_paper:
        raise Refused("consolidation_not_on_paper")
    there = units(office_by_id(row.office_id), office_by_id(unit.office_id), span)
    form = FORMS[row.report]
    return Grid(
        round_row(row), stood(office, span), form, form.typed(there, span), last_sheet(unit)
    )


def answered(unit: ConsolidationUnit) -> Figures | None:
    """What an office confirmed, else what it would confirm now; None where that is nothing. Two
    queries, and before it confirmed those of its report."""
    standing = _standing(unit)
    return _figures(unit, standing, _paper(unit, standing))[0]


def _figures(
    unit: ConsolidationUnit, standing: Confirmation | None, paper: Paper | None
) -> tuple[Figures | None, str]:
    """What was confirmed, else what would be now; or why there is nothing to confirm."""
    row = unit.consolidation
    if standing is not None:
        return figures_of(standing.figures), ""
    if unit.on_paper:
        return (Figures(paper.lines), "") if paper else (None, "")
    try:
        of = own_round(row, unit)
    except Refused as refused:
        return None, refused.code
    if of is not None:
        return figures_of(of.frozen or {}), ""
    return Figures(computed(row, office_by_id(unit.office_id), None)), ""


def _moved(row: Consolidation, unit: ConsolidationUnit, figures: Figures) -> Sequence[Moved]:
    span, top = span_of(row), office_by_id(row.office_id)
    form = FORMS[row.report]
    on_paper = {line.office for line in figures.lines if line.sheet}
    there = [
        one for one in units(top, office_by_id(unit.office_id), span) if one.slug not in on_paper
    ]
    if not there:
        return ()
    now = form.alone(there, span)
    names = {one.place: one.name for one in (*now, *figures.lines)}
    heads = {one.key: f"{one.over} {one.head}".strip() for one in form.columns}
    return [
        Moved(names[place], heads[column], then, later)
        for place, cells in moved_lines(figures.lines, now).items()
        for column, (then, later) in cells.items()
    ]


def _standing(unit: ConsolidationUnit) -> Confirmation | None:
    rows = Confirmation.objects.filter(unit=unit, ended_at=None)
    return rows.select_related("sheet").first()


def _paper(unit: ConsolidationUnit, standing: Confirmation | None) -> Paper | None:
    """The sheet that was confirmed, else the last one typed; None of an office in the program."""
    if not unit.on_paper:
        return None
    return last_sheet(unit, standing.sheet_id if standing else None)


def _notes(standing: Confirmation | None, paper: Paper | None) -> Sequence[str]:
    notes = [said_of(paper)] if paper else []
    if standing is not None:
        at = standing.known_at.astimezone(VN)
        notes.append(f"Xác nhận lúc {at:%H:%M ngày %d/%m/%Y}. SHA-256: {standing.sha256}")
    return notes


def _confirmed(row: Confirmation | None) -> Confirmed | None:
    if row is None:
        return None
    return Confirmed(
        row.known_at.astimezone(VN), row.person, row.title, row.sha256,
        digest(row.figures) == row.sha256, row.of_id is not None,
    )  # fmt: skip


def _steps(
    actor: Actor,
    row: Consolidation,
    unit: ConsolidationUnit,
    standing: Confirmation | None,
    at: datetime,
) -> Sequence[Step]:
    """What the office itself may do now, or who collects for an office on paper."""
    offered = COURSE.offered(Standing(row.standing))
    wanted = [(Step.TAKE_BACK, Duty.CONFIRM_FIGURES)]
    if standing is None:
        wanted = [(Step.CONFIRM, Duty.CONFIRM_FIGURES)]
        wanted += [(Step.ENTER, Duty.ENTER_FIGURES)] if unit.on_paper else []
    return [
        step for step, duty in wanted if step in offered and may_answer(actor, row, unit, duty, at)
    ]
