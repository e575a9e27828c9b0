"""Questions about rounds: what an office owes, what it asked, and a round put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from motcua.core.clock import VN
from motcua.core.consolidating import Answer, Standing, Step, answer
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, has, scope_of
from motcua.organization.selectors import office_by_id, office_ids_below, predecessor_ids
from motcua.reports.consolidation.figures import Span
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import (
    Confirmation,
    Consolidation,
    ConsolidationHappening,
    ConsolidationUnit,
)
from motcua.reports.consolidation.noting import span_of, standing_of
from motcua.reports.consolidation.putting import Together, together
from motcua.reports.consolidation.words import ANSWERS, NO_FIGURES, STANDINGS, STEPS
from motcua.reports.quarters import period_name

MOST = 100


@dataclass(frozen=True, slots=True)
class Round:
    """A round in a list."""

    uuid: UUID
    office: str
    report: str
    slug: str
    name: str
    span: Span
    due_on: date
    note: str
    standing: str
    standing_words: str
    asked: int
    confirmed: int

    @property
    def is_open(self) -> bool:
        """Whether it still takes answers."""
        return self.standing == Standing.OPEN


@dataclass(frozen=True, slots=True)
class Owed:
    """What an office is asked for: which round, how it stands, when it was reminded last."""

    round: Round
    office: str
    answer: str
    words: str
    late: bool
    on_paper: bool
    reminded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in a round."""

    words: str
    about: str
    at: datetime
    person: str
    title: str
    note: str


def owing(actor: Actor, day: date) -> QuerySet[ConsolidationUnit]:
    """The units of open rounds the actor's office owes an answer to. No query yet."""
    standing = Confirmation.objects.filter(unit_id=OuterRef("pk"), ended_at=None)
    return _asked_of(actor, day).filter(
        ~Exists(standing), consolidation__standing=Standing.OPEN, own=False
    )


def owed(actor: Actor, at: datetime, *, answered: bool = False) -> Sequence[Owed]:
    """What the actor's office owes, the earliest day first; with `answered`, also what it confirmed
    and what is closed, newest last. Nothing for who has no duty in it. One query."""
    if not (has(actor, Duty.CONFIRM_FIGURES) or has(actor, Duty.ENTER_FIGURES)):
        return ()
    day = at.astimezone(VN).date()
    rows = _asked_of(actor, day).filter(own=False) if answered else owing(actor, day)
    rows = rows.exclude(consolidation__standing=Standing.CANCELLED).select_related("consolidation")
    standing = Confirmation.objects.filter(unit_id=OuterRef("pk"), ended_at=None)
    told = rows.annotate(
        confirmed_at=Subquery(standing.values("known_at")[:1]),
        reminded_at=Max("reminders__reminded_at"),
    )
    found = told.order_by(F("consolidation__standing").desc(), "consolidation__due_on", "pk")
    return [_owed(one, one.confirmed_at, one.reminded_at, day) for one in found[:MOST]]


def rounds(actor: Actor, *, below: bool = True) -> Sequence[Round]:
    """The rounds of the actor's office, and those below it may look at, newest period first. One
    query."""
    rows = _visible(actor) if below else Consolidation.objects.filter(office_id=actor.office_id)
    asked = rows.exclude(standing=Standing.CANCELLED).annotate(
        asked=Count("units", distinct=True),
        confirmed=Count("units__confirmations", filter=Q(units__confirmations__ended_at=None),
                        distinct=True),
    )  # fmt: skip
    ordered = asked.order_by("-to_on", "-from_on", "-pk")[:MOST]
    return [round_row(row, row.asked, row.confirmed) for row in ordered]


def consolidated(actor: Actor, uuid: UUID) -> tuple[Consolidation, Together]:
    """The round put together. Three queries and those of its report, none of those where it is
    closed. Raises Refused("no_such_consolidation")."""
    row = found_round(actor, uuid)
    return row, together(row, list(row.units.order_by("-own", "pk")), standing_of(row))


def consolidated_of(office: str, report: str, from_on: date, to_on: date) -> Together:
    """The round of an office over a period, by slug and days, for the command line. Raises
    Refused("no_consolidation_then")."""
    rows = Consolidation.objects.filter(
        office__slug=office, report=report, from_on=from_on, to_on=to_on
    )
    row = rows.exclude(standing=Standing.CANCELLED).first()
    if row is None:
        raise Refused("no_consolidation_then")
    return together(row, list(row.units.order_by("-own", "pk")), standing_of(row))


def last_on_paper(actor: Actor) -> Sequence[str]:
    """The offices, by slug, that were on paper in the last round the actor's office opened. One
    query."""
    last = Consolidation.objects.filter(office_id=actor.office_id).order_by("-opened_at", "-pk")
    found = ConsolidationUnit.objects.filter(consolidation=last[:1], on_paper=True)
    return [office_by_id(one).slug for one in found.values_list("office_id", flat=True)]


def found_round(actor: Actor, uuid: UUID) -> Consolidation:
    """The row, if the actor may see all of it. One query. Raises
    Refused("no_such_consolidation")."""
    row = _visible(actor).filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_consolidation")
    return row


def happenings(row: Consolidation) -> Sequence[ConsolidationHappening]:
    """What was done in a round, oldest first. One query."""
    rows = row.happenings.select_related("account", "position", "unit")
    return list(rows.order_by("at", "pk"))


def _asked_of(actor: Actor, day: date) -> QuerySet[ConsolidationUnit]:
    mine = (actor.office_id, *predecessor_ids(actor.office_id, day))
    return ConsolidationUnit.objects.filter(office_id__in=mine)


def looks_at(actor: Actor, office_id: int) -> bool:
    """Whether the actor may look at the rounds an office opened: one's own, and those of offices
    below for who has REPORT that far. No query."""
    scope = scope_of(actor, Duty.REPORT)
    if scope is Scope.BELOW and office_id in office_ids_below(actor.office_id):
        return True
    mine = office_id == actor.office_id
    return mine and (scope is not None or has(actor, Duty.CONSOLIDATE))


def _visible(actor: Actor) -> QuerySet[Consolidation]:
    below = [one for one in office_ids_below(actor.office_id) if looks_at(actor, one)]
    return Consolidation.objects.filter(office_id__in=below)


def round_row(row: Consolidation, asked: int = 0, confirmed: int = 0) -> Round:
    """A round as a value; without counts where nobody asks for them."""
    standing = Standing(row.standing)
    return Round(
        uuid=row.uuid,
        office=office_by_id(row.office_id).name,
        report=FORMS[row.report].name,
        slug=row.report,
        name=period_name(row.from_on, row.to_on),
        span=span_of(row),
        due_on=row.due_on,
        note=row.note,
        standing=standing.value,
        standing_words=STANDINGS[standing],
        asked=asked,
        confirmed=confirmed,
    )


def _owed(
    unit: ConsolidationUnit, confirmed_at: datetime | None, told: datetime | None, day: date
) -> Owed:
    row = unit.consolidation
    on = confirmed_at.astimezone(VN).date() if confirmed_at else None
    said = answer(row.due_on, on, day)
    return Owed(
        round=round_row(row),
        office=office_by_id(unit.office_id).slug,
        answer=said.value,
        words=ANSWERS[said] if on or row.standing == Standing.OPEN else NO_FIGURES,
        late=said is Answer.LATE,
        on_paper=unit.on_paper,
        reminded_at=told.astimezone(VN) if told else None,
    )


def done(one: ConsolidationHappening) -> Done:
    """One line of the history."""
    about = office_by_id(one.unit.office_id).short_name if one.unit else ""
    return Done(
        STEPS[Step(one.step)], about, one.at.astimezone(VN), one.account.full_name,
        one.position.title, one.words,
    )  # fmt: skip
