"""One round for who collects: every office with what it answered, and what counts otherwise now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.consolidating import COURSE, Standing, Step, answer, differing
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization.selectors import office_by_id
from motcua.reports import offices
from motcua.reports.canonical import digest
from motcua.reports.consolidation.figures import Line, figures_of, stood
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import (
    Confirmation,
    Consolidation,
    ConsolidationHappening,
    ConsolidationUnit,
)
from motcua.reports.consolidation.noting import span_of, standing_of
from motcua.reports.consolidation.scope import units
from motcua.reports.consolidation.selectors import (
    Done,
    Round,
    done,
    found_round,
    happenings,
    round_row,
)
from motcua.reports.consolidation.words import ANSWERS, NO_FIGURES, STEPS


@dataclass(frozen=True, slots=True)
class Unit:
    """An office in a round. `differs`: how many figures count otherwise now."""

    slug: str
    name: str
    own: bool
    on_paper: bool
    answer: str
    words: str
    confirmed_at: datetime | None
    person: str
    title: str
    differs: int
    reminded_at: datetime | None
    returned: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """One round for who collects, or looks on. `intact`: what is frozen still has its hash."""

    row: Round
    units: Sequence[Unit]
    history: Sequence[Done]
    steps: Sequence[Step]
    sha256: str
    intact: bool
    closed_at: datetime | None

    @property
    def missing(self) -> int:
        """How many of those asked have not answered."""
        return sum(1 for one in self.units if one.confirmed_at is None and not one.own)


def round_page(actor: Actor, uuid: UUID, at: datetime) -> RoundPage:
    """One round, with every figure that counts otherwise now. Five queries. Raises
    Refused("no_such_consolidation")."""
    row = found_round(actor, uuid)
    asked = list(row.units.order_by("-own", "pk"))
    standing = standing_of(row)
    history = happenings(row)
    moved = _moved(row, asked, standing)
    day = at.astimezone(VN).date()
    shown = [_unit(row, unit, standing.get(unit.pk), history, moved, day) for unit in asked]
    return RoundPage(
        row=round_row(row, len(asked), len(standing)),
        units=shown,
        history=[done(one) for one in history],
        steps=collecting(actor, row),
        sha256=row.sha256,
        intact=row.frozen is None or digest(row.frozen) == row.sha256,
        closed_at=row.closed_at.astimezone(VN) if row.closed_at else None,
    )


def moved_lines(
    frozen: Sequence[Line], now: Sequence[Line]
) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """The figures that count otherwise now, by the place of their line. What was typed from paper
    and what is told of many offices together is not counted anew."""
    then = {one.place: one.numbers for one in frozen if not one.sheet and not one.counts}
    return differing(then, {one.place: one.numbers for one in now})


def _unit(
    row: Consolidation,
    unit: ConsolidationUnit,
    standing: Confirmation | None,
    history: Sequence[ConsolidationHappening],
    moved: Mapping[int, int],
    day: date,
) -> Unit:
    at = standing.known_at.astimezone(VN) if standing else None
    said = answer(row.due_on, at.date() if at else None, day)
    about = [one for one in history if one.unit_id == unit.pk]
    told = [one.at for one in about if one.step == Step.REMIND]
    last = next(
        (one for one in reversed(about) if one.step in (Step.SEND_BACK, Step.TAKE_BACK)), None
    )
    office = stood(office_by_id(unit.office_id).slug, span_of(row))
    return Unit(
        slug=office.slug,
        name=office.name,
        own=unit.own,
        on_paper=unit.on_paper,
        answer=said.value,
        words=ANSWERS[said] if at or row.standing == Standing.OPEN else NO_FIGURES,
        confirmed_at=at,
        person=standing.person if standing else "",
        title=standing.title if standing else "",
        differs=moved.get(unit.pk, 0),
        reminded_at=told[-1].astimezone(VN) if told else None,
        returned=f"{STEPS[Step(last.step)]}: {last.words}" if last and not standing else "",
    )


def _moved(
    row: Consolidation, asked: Sequence[ConsolidationUnit], standing: Mapping[int, Confirmation]
) -> Mapping[int, int]:
    """How many figures of each confirmed unit count otherwise now. One query."""
    span, top = span_of(row), office_by_id(row.office_id)
    counted = [one for one in asked if one.pk in standing and not one.on_paper]
    if not counted:
        return {}
    now = FORMS[row.report].alone(offices.units(top.slug, span.period, below=True), span)
    found = {}
    for unit in counted:
        lines = figures_of(standing[unit.pk].figures).lines
        ours = {one.slug for one in units(top, office_by_id(unit.office_id), span)}
        ours -= {one.office for one in lines if one.sheet}
        there = [one for one in now if one.office in ours]
        found[unit.pk] = sum(map(len, moved_lines(lines, there).values()))
    return found


def collecting(actor: Actor, row: Consolidation) -> Sequence[Step]:
    """What the actor may do now as who collects; nothing for anybody else. No query."""
    if row.office_id != actor.office_id or not has(actor, Duty.CONSOLIDATE):
        return ()
    return COURSE.offered(Standing(row.standing))
