"""The acts of an office that is asked: figures typed from paper, confirmed, taken back."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.consolidating import Lines, Standing, Step
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization.selectors import office_by_id
from motcua.reports.canonical import digest
from motcua.reports.consolidation.checking import check
from motcua.reports.consolidation.figures import (
    Figures,
    figures_of,
    frozen_of,
    lines_from_json,
    lines_to_json,
    seen_of,
    typed_from,
)
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import (
    LONGEST,
    Confirmation,
    Consolidation,
    ConsolidationUnit,
    PaperSheet,
)
from motcua.reports.consolidation.noting import happened, locked, span_of, standing_of, unit_of
from motcua.reports.consolidation.putting import computed
from motcua.reports.consolidation.scope import answers_for, units
from motcua.reports.consolidation.sheets import Loaded


@transaction.atomic
def enter(
    actor: Actor,
    uuid: UUID,
    office: str,
    typed: Lines,
    *,
    source: str,
    at: datetime,
    loaded: Loaded | None = None,
) -> UUID:
    """Keep what was typed (by place and column) or `loaded` from a file out of an office's books.

    Refused: consolidation_not_on_paper, consolidation_confirmed, consolidation_no_source,
    consolidation_nothing_typed, consolidation_sums, and as every act no_such_consolidation,
    not_your_consolidation, consolidation_not_now.
    """
    row = locked(uuid, Step.ENTER)
    unit = unit_of(row, office)
    _may(actor, row, unit, Duty.ENTER_FIGURES, at)
    if not unit.on_paper:
        raise Refused("consolidation_not_on_paper")
    if unit.pk in standing_of(row):
        raise Refused("consolidation_confirmed")
    said = clean(source)[:LONGEST]
    if not said:
        raise Refused("consolidation_no_source")
    form, span = FORMS[row.report], span_of(row)
    there = units(office_by_id(row.office_id), office_by_id(unit.office_id), span)
    checked = check(form, form.typed(there, span), typed)
    if checked.faults:
        raise Refused("consolidation_sums")
    if not checked.lines:
        raise Refused("consolidation_nothing_typed")
    kept = store.store(loaded.content, media_type=loaded.media_type, at=at) if loaded else None
    sheet = PaperSheet.objects.create(
        uuid=uuid4(), unit=unit, lines=lines_to_json(checked.lines), source=said, file=kept,
        file_name=loaded.name[:200] if loaded else "", entered_at=at,
        account_id=actor.account_id, position_id=actor.position_id,
    )  # fmt: skip
    happened(row, Step.ENTER, actor, at, unit=unit, words=said)
    return sheet.uuid


def confirm(actor: Actor, uuid: UUID, office: str, *, at: datetime, seen: str = "") -> str:
    """Confirm the figures of an office as they are known at `at`, and freeze them; answers their
    hash. 0.5 ms a dossier where the program counts them. `seen`: the digest of the figures that
    were shown (`seen_of`), which must still be so.

    Refused: consolidation_moved, consolidation_not_over, consolidation_confirmed,
    consolidation_no_sheet, as `own_round`, and as every act no_such_consolidation,
    not_your_consolidation, consolidation_not_now.
    """
    with transaction.atomic():
        row = locked(uuid, Step.CONFIRM)
        unit = unit_of(row, office)
        _may(actor, row, unit, Duty.CONFIRM_FIGURES, at)
        return _confirmed(actor, row, unit, at, seen).sha256


@transaction.atomic
def take_back(actor: Actor, uuid: UUID, office: str, *, because: str, at: datetime) -> None:
    """What was confirmed was wrong; the office confirms anew. Refused: consolidation_no_words,
    consolidation_not_confirmed, and as every act."""
    row = locked(uuid, Step.TAKE_BACK)
    unit = unit_of(row, office)
    _may(actor, row, unit, Duty.CONFIRM_FIGURES, at)
    said = clean(because)[:LONGEST]
    if not said:
        raise Refused("consolidation_no_words")
    end_confirmation(unit, Step.TAKE_BACK, said, at)
    happened(row, Step.TAKE_BACK, actor, at, unit=unit, words=said)


def confirm_own(actor: Actor, row: Consolidation, at: datetime) -> None:
    """Confirm the figures of the office that asks, where nobody did: closing says as much."""
    unit = row.units.select_related("office").filter(own=True).first()
    if unit is not None and unit.pk not in standing_of(row):
        _confirmed(actor, row, unit, at)
    elif at < span_of(row).over_at:
        raise Refused("consolidation_not_over", day=f"{row.as_of_on:%d/%m/%Y}")


def end_confirmation(unit: ConsolidationUnit, step: Step, because: str, at: datetime) -> None:
    """What stands confirmed stands no more, and is kept. Refused: consolidation_not_confirmed."""
    ended = Confirmation.objects.filter(unit=unit, ended_at=None).update(
        ended_at=at, ended_by=step, because=because
    )
    if not ended:
        raise Refused("consolidation_not_confirmed")


def _confirmed(
    actor: Actor, row: Consolidation, unit: ConsolidationUnit, at: datetime, seen: str = ""
) -> Confirmation:
    span = span_of(row)
    if at < span.over_at:
        raise Refused("consolidation_not_over", day=f"{row.as_of_on:%d/%m/%Y}")
    if unit.pk in standing_of(row):
        raise Refused("consolidation_confirmed")
    sheet, of = None, None
    if unit.on_paper:
        sheet = unit.sheets.order_by("-entered_at", "-pk").first()
        if sheet is None:
            raise Refused("consolidation_no_sheet")
        figures = Figures(typed_from(lines_from_json(sheet.lines), str(sheet.uuid)))
    else:
        of = own_round(row, unit)
        figures = (
            figures_of(of.frozen or {})
            if of
            else Figures(computed(row, office_by_id(unit.office_id), at))
        )
    if seen and seen != seen_of(figures.lines):
        raise Refused("consolidation_moved")
    frozen = frozen_of(span, office_by_id(unit.office_id).slug, figures, at)
    made = Confirmation.objects.create(
        uuid=uuid4(), unit=unit, figures=frozen, sha256=digest(frozen), known_at=at, sheet=sheet,
        of=of, account_id=actor.account_id, position_id=actor.position_id, title=actor.title,
        person=actor.person,
    )  # fmt: skip
    happened(row, Step.CONFIRM, actor, at, unit=unit, words=f"SHA-256 {made.sha256[:12]}…")
    return made


def own_round(row: Consolidation, unit: ConsolidationUnit) -> Consolidation | None:
    """The closed round by which an office collected the same itself; None where it collected
    nothing. One query. Refused: consolidation_open_below while it is not closed,
    consolidation_other_day where it was judged at another."""
    if unit.own:
        return None
    rows = Consolidation.objects.filter(
        office_id=unit.office_id, report=row.report, from_on=row.from_on, to_on=row.to_on
    )
    found = rows.exclude(standing=Standing.CANCELLED).first()
    if found is not None and found.standing == Standing.OPEN:
        raise Refused("consolidation_open_below")
    if found is not None and found.as_of_on != row.as_of_on:
        raise Refused("consolidation_other_day", day=f"{found.as_of_on:%d/%m/%Y}")
    return found


def may_answer(
    actor: Actor, row: Consolidation, unit: ConsolidationUnit, duty: Duty, at: datetime
) -> bool:
    """Whether the actor answers for an office: one of its own with `duty`, or, for an office on
    paper, whoever collects. No query."""
    own = answers_for(actor, unit.office_id, at.astimezone(VN).date())
    collects = row.office_id == actor.office_id and has(actor, Duty.CONSOLIDATE)
    return (own and has(actor, duty)) or (unit.on_paper and collects)


def _may(
    actor: Actor, row: Consolidation, unit: ConsolidationUnit, duty: Duty, at: datetime
) -> None:
    if not may_answer(actor, row, unit, duty, at):
        raise Refused("not_your_consolidation", title=actor.title)
