"""The row of doors: the steps of a dossier's process, passed, here or to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Exists, OuterRef, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, Pause, working_minutes
from motcua.core.flow import Route, State, Step
from motcua.dossiers.holders import Holder, holder
from motcua.dossiers.models import Dossier, DossierStep, Event
from motcua.dossiers.models.dossier import OPEN_STAGES, Stage
from motcua.identity.selectors import title_of
from motcua.identity.words import position_words
from motcua.organization.selectors import calendar_of, department_by_id, office_by_id

TAKEN_BACK = ("undone", "recalled")
"""What ends a visit that was a mistake: nothing of it counts."""


@dataclass(frozen=True, slots=True)
class Door:
    """One step as a door. `spent` and `budget` are working minutes; `who` names no person.

    `column` groups parallel branches: doors of one column stand above one another. `untaken`:
    handed over at `entered_at`, and nobody there has received it. `waits_until`: the step is open
    and cannot be left before (niêm yết).
    """

    key: str
    name: str
    who: str
    state: Literal["passed", "here", "ahead", "off"]
    spent: int
    budget: int
    column: int
    outside_clock: bool
    wait_days: int
    entered_at: datetime | None = None
    left_at: datetime | None = None
    untaken: bool = False
    waits_until: datetime | None = None


def doors(dossier: Dossier, at: datetime) -> Sequence[Door]:
    """The doors of `dossier` at `at`, in the order of its process. One query."""
    route = catalogue.process(dossier.process_id).route
    visits: dict[str, list[DossierStep]] = {}
    for visit in _visits(dossier):
        visits.setdefault(visit.key, []).append(visit)
    columns = depths(route)
    pauses = State.from_json(dossier.flow).pauses
    return tuple(
        _door(step, visits.get(step.key, []), dossier, columns[step.key], at, pauses)
        for step in route.steps
    )


def depths(route: Route) -> dict[str, int]:
    """How many doors lie before each step on the longest way without a loop, as its column."""
    depth = {route.steps[0].key: 0}
    keys = {step.key for step in route.steps}
    for _ in route.steps:
        for step in route.steps:
            for following in step.next:
                if step.key in depth and following in keys:
                    further = depth[step.key] + 1
                    if depth.get(following, 0) < further < len(keys):
                        depth[following] = further
    return {key: depth.get(key, 0) for key in keys}


def who_holds(step: Step, office_id: int, state: State | None = None) -> str:
    """The holder in words for anyone: the department, else the office and the position."""
    return holder_words(holder(step, office_id, state))


def holder_words(held: Holder) -> str:
    """The department, else the body outside by its name, else the position and the office."""
    if held.department_id:
        return department_by_id(held.department_id).name
    office = office_by_id(held.office_id)
    if office.kind == "outside":
        return office.short_name
    return f"{position_words(held.kind)}, {office.short_name}"


def _visits(dossier: Dossier) -> QuerySet[DossierStep]:
    """Its visits in order; those that an undoing or a recall took back again are left out."""
    end = Event.objects.filter(
        dossier_id=OuterRef("dossier_id"), seq=OuterRef("left_seq"), kind__in=TAKEN_BACK
    )
    return dossier.steps.filter(~Exists(end)).order_by("opened_seq")


def _door(
    step: Step,
    visits: Sequence[DossierStep],
    dossier: Dossier,
    column: int,
    at: datetime,
    pauses: Sequence[Pause],
) -> Door:
    last = visits[-1] if visits else None
    return Door(
        key=step.key,
        name=step.name,
        who=_who(step, last, dossier),
        state=_state(last, dossier),
        spent=_spent(visits, dossier, at, () if step.clock_stops else pauses),
        budget=step.budget_minutes,
        column=column,
        outside_clock=step.clock_stops,
        wait_days=step.wait_days,
        entered_at=last.entered_at.astimezone(VN) if last else None,
        left_at=last.left_at.astimezone(VN) if last and last.left_at else None,
        untaken=_untaken(last, dossier),
        waits_until=waits_until(step, last),
    )


def _who(step: Step, last: DossierStep | None, dossier: Dossier) -> str:
    """Who holds it, or, once an office has ended, who held it when it was passed."""
    state = _transferred(dossier)
    if state is not None and last is not None and last.left_at is not None:
        return holder_words(Holder(last.office_id, last.department_id, last.position_kind))
    words = who_holds(step, dossier.office_id, state)
    given = last.assignee if last is not None and last.left_at is None else None
    return f"{words}, {title_of(given)}" if given else words


def waits_until(step: Step, visit: DossierStep | None) -> datetime | None:
    """When the calendar days of an open waiting step are over; None for any other."""
    if not step.wait_days or visit is None or visit.left_at is not None:
        return None
    return step.free_from(visit.entered_at.astimezone(VN))


def _untaken(last: DossierStep | None, dossier: Dossier) -> bool:
    running = last is not None and last.left_at is None and dossier.stage in OPEN_STAGES
    return running and last is not None and not (last.seen or last.taken)


def _transferred(dossier: Dossier) -> State | None:
    """The state of a dossier some of whose steps lie elsewhere since an office ended."""
    moved = dossier.handled_by_id is not None or "homes" in dossier.flow
    return State.from_json(dossier.flow) if moved else None


def _state(last: DossierStep | None, dossier: Dossier) -> Literal["passed", "here", "ahead", "off"]:
    if last is None:
        return "ahead"
    if last.left_at is not None or dossier.stage == Stage.RETURNED:
        return "passed"
    if dossier.stage not in (*OPEN_STAGES, Stage.FINISHED):
        return "passed"
    return "here" if dossier.stage in (Stage.IN_PROGRESS, Stage.FINISHED) else "off"


def _spent(
    visits: Sequence[DossierStep], dossier: Dossier, at: datetime, pauses: Sequence[Pause]
) -> int:
    """Working minutes at the step outside `pauses`. What an undoing put back is the same stay as
    before it: it began at the same moment and counts once."""
    stays = {visit.entered_at: visit for visit in visits}
    return sum(_stayed(visit, dossier, at, pauses) for visit in stays.values())


def _stayed(visit: DossierStep, dossier: Dossier, at: datetime, pauses: Sequence[Pause]) -> int:
    until = visit.left_at or dossier.finished_at or at
    if dossier.handled_by_id and dossier.finished_at:
        until = min(until, dossier.finished_at)
    if until <= visit.entered_at:
        return 0
    return working_minutes(
        calendar_of(dossier.office_id),
        visit.entered_at.astimezone(VN),
        until.astimezone(VN),
        pauses,
    )
