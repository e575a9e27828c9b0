"""The row of a round, locked, and what was done to it written down: for both sides of it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.audit.recording import record
from motcua.core.consolidating import COURSE, Standing, Step
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.organization.timekeeping import real_now
from motcua.reports.consolidation.figures import Span
from motcua.reports.consolidation.models import (
    LONGEST,
    Confirmation,
    Consolidation,
    ConsolidationHappening,
    ConsolidationUnit,
)


def locked(uuid: UUID, step: Step) -> Consolidation:
    """The round, locked, and standing as `step` leaves it; not saved here. Refused:
    no_such_consolidation, consolidation_not_now."""
    rows = Consolidation.objects.select_for_update(of=("self",)).select_related("office")
    row = rows.filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_consolidation")
    row.standing = COURSE.after(Standing(row.standing), step)
    return row


def unit_of(row: Consolidation, office: str) -> ConsolidationUnit:
    """The office in the round, by its slug. Refused: no_such_consolidation."""
    unit = row.units.select_related("office").filter(office__slug=office).first()
    if unit is None:
        raise Refused("no_such_consolidation")
    return unit


def span_of(row: Consolidation) -> Span:
    """What the round asks, as a value."""
    return Span(row.report, row.from_on, row.to_on, row.as_of_on)


def standing_of(row: Consolidation) -> Mapping[int, Confirmation]:
    """What stands confirmed, by the row of the unit. One query."""
    found = Confirmation.objects.filter(unit__consolidation=row, ended_at=None)
    return {one.unit_id: one for one in found.select_related("unit", "sheet", "of")}


def happened(
    row: Consolidation,
    step: Step,
    actor: Actor,
    at: datetime,
    *,
    unit: ConsolidationUnit | None = None,
    words: str = "",
) -> None:
    """Write down who did it, in the round's own history and in the audit. Two statements."""
    ConsolidationHappening.objects.create(
        consolidation=row, unit=unit, step=step, at=at, account_id=actor.account_id,
        position_id=actor.position_id, words=words[:LONGEST],
    )  # fmt: skip
    record(
        f"consolidation_{step}",
        at=real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="consolidation",
        subject=str(row.uuid),
    )
