"""The acts of the office that collects: a round opened, offices reminded, sent back, closed.

Each locks the round, asks the core, and writes down who; the audit is told as well.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from motcua.core.clock import VN
from motcua.core.consolidating import Standing, Step, check_days
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization.selectors import office_by_id
from motcua.reports.consolidation.answering import confirm_own, end_confirmation
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import (
    LONGEST,
    Consolidation,
    ConsolidationReminder,
    ConsolidationUnit,
)
from motcua.reports.consolidation.noting import happened, locked, standing_of, unit_of
from motcua.reports.consolidation.putting import freeze, gathered
from motcua.reports.consolidation.scope import answering


@dataclass(frozen=True, slots=True)
class Opening:
    """What is asked: which report, over which days, judged at the end of which, until when."""

    report: str
    from_on: date
    to_on: date
    as_of_on: date
    due_on: date
    note: str = ""
    on_paper: Collection[str] = ()
    """The offices, by their slugs, that keep their dossiers elsewhere."""


def open_round(actor: Actor, asked: Opening, *, at: datetime) -> UUID:
    """Ask the offices right below for their figures. Refused: not_your_consolidation, and what is
    wrong with the days: period_backwards, consolidation_judged_outside, consolidation_due_past;
    consolidation_nobody_below, consolidation_there."""
    _authorize(actor)
    check_days(asked.from_on, asked.to_on, asked.as_of_on, asked.due_on, at.astimezone(VN).date())
    if asked.report not in FORMS:
        raise Refused("no_such_consolidation")
    office = office_by_id(actor.office_id)
    below = answering(office, asked.to_on)
    if not below:
        raise Refused("consolidation_nobody_below")
    try:
        with transaction.atomic():
            row = Consolidation.objects.create(
                uuid=uuid4(), office_id=office.id, report=asked.report, from_on=asked.from_on,
                to_on=asked.to_on, as_of_on=asked.as_of_on, due_on=asked.due_on,
                note=clean(asked.note)[:LONGEST], standing=Standing.OPEN, opened_at=at,
            )  # fmt: skip
            own = [office] if office.desk else []
            ConsolidationUnit.objects.bulk_create(
                ConsolidationUnit(
                    consolidation=row, office_id=one.id, own=one.id == office.id,
                    on_paper=one.slug in asked.on_paper,
                )
                for one in (*own, *below)
            )  # fmt: skip
            happened(row, Step.OPEN, actor, at, words=row.note)
    except IntegrityError:
        raise Refused("consolidation_there") from None
    return row.uuid


@transaction.atomic
def switch(actor: Actor, uuid: UUID, office: str, *, on_paper: bool, at: datetime) -> None:
    """Say that an office keeps its dossiers on paper, or in the program after all. Refused:
    consolidation_confirmed once it has answered."""
    row = _asked_by(actor, uuid, Step.SWITCH)
    unit = unit_of(row, office)
    if unit.pk in standing_of(row):
        raise Refused("consolidation_confirmed")
    unit.on_paper = on_paper
    unit.save(update_fields=["on_paper"])
    happened(row, Step.SWITCH, actor, at, unit=unit, words="sổ giấy" if on_paper else "phần mềm")


@transaction.atomic
def remind(actor: Actor, uuid: UUID, offices: Sequence[str], *, at: datetime) -> int:
    """Remind those of `offices` (all, when none is named) that have not answered and were not
    reminded today; answers how many were. They read it at their posts, and in the morning's mail.
    """
    row = _asked_by(actor, uuid, Step.REMIND)
    day, standing = at.astimezone(VN).date(), standing_of(row)
    units = row.units.filter(own=False).select_related("office").order_by("pk")
    if offices:
        units = units.filter(office__slug__in=offices)
    told = set(
        ConsolidationReminder.objects.filter(unit__consolidation=row, day_on=day).values_list(
            "unit_id", flat=True
        )
    )
    wanted = [unit for unit in units if unit.pk not in standing and unit.pk not in told]
    ConsolidationReminder.objects.bulk_create(
        ConsolidationReminder(unit=unit, day_on=day, reminded_at=at) for unit in wanted
    )
    for unit in wanted:
        happened(row, Step.REMIND, actor, at, unit=unit)
    return len(wanted)


@transaction.atomic
def send_back(actor: Actor, uuid: UUID, office: str, *, because: str, at: datetime) -> None:
    """What an office confirmed is not taken, with the reason; it confirms anew. Refused:
    consolidation_no_words, consolidation_not_confirmed."""
    row = _asked_by(actor, uuid, Step.SEND_BACK)
    unit = unit_of(row, office)
    said = clean(because)[:LONGEST]
    if not said:
        raise Refused("consolidation_no_words")
    end_confirmation(unit, Step.SEND_BACK, said, at)
    happened(row, Step.SEND_BACK, actor, at, unit=unit, words=said)


@transaction.atomic
def close(actor: Actor, uuid: UUID, *, at: datetime) -> int:
    """Freeze what stands; the own figures are confirmed with it where nobody did. Answers how many
    offices are missing, which the report names. Refused: consolidation_not_over, and
    consolidation_no_sheet where the office that asks is on paper itself."""
    row = _asked_by(actor, uuid, Step.CLOSE)
    confirm_own(actor, row, at)
    asked = list(row.units.order_by("pk"))
    figures = gathered(row, asked, standing_of(row))
    freeze(row, figures, at)
    row.save()
    happened(row, Step.CLOSE, actor, at, words=f"SHA-256 {row.sha256[:12]}…")
    return len(figures.missing)


@transaction.atomic
def reopen(actor: Actor, uuid: UUID, *, because: str, at: datetime) -> None:
    """A closed round goes on; what was confirmed stands. Refused: consolidation_no_words,
    consolidation_used_above when it was confirmed to the office above."""
    row = _asked_by(actor, uuid, Step.REOPEN)
    said = clean(because)[:LONGEST]
    if not said:
        raise Refused("consolidation_no_words")
    if row.used.filter(ended_at=None).exists():
        raise Refused("consolidation_used_above")
    row.frozen, row.sha256, row.closed_at = None, "", None
    row.save()
    happened(row, Step.REOPEN, actor, at, words=said)


@transaction.atomic
def cancel(actor: Actor, uuid: UUID, *, because: str, at: datetime) -> None:
    """The round was a mistake; nobody owes it any more. Refused: consolidation_no_words."""
    row = _asked_by(actor, uuid, Step.CANCEL)
    said = clean(because)[:LONGEST]
    if not said:
        raise Refused("consolidation_no_words")
    row.save()
    happened(row, Step.CANCEL, actor, at, words=said)


def _asked_by(actor: Actor, uuid: UUID, step: Step) -> Consolidation:
    """The round, locked, of the actor's own office. Refused: no_such_consolidation,
    not_your_consolidation, consolidation_not_now."""
    _authorize(actor)
    row = locked(uuid, step)
    if row.office_id != actor.office_id:
        raise Refused("no_such_consolidation")
    return row


def _authorize(actor: Actor) -> None:
    if not has(actor, Duty.CONSOLIDATE):
        raise Refused("not_your_consolidation", title=actor.title)
