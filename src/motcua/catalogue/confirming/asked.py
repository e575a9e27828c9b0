"""Questions about confirmations: those of a procedure, and what waits for a second person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.catalogue.content import LABELS
from motcua.catalogue.models import MarkConfirmation


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """A confirmation as a value; `label` names the fact."""

    uuid: UUID
    slug: str
    version_on: date
    fact: str
    label: str
    number: str
    signed_on: date
    article: str
    entered_at: datetime
    entered_by: str
    entered_by_id: int
    approved_at: datetime | None
    approved_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str

    @property
    def waits(self) -> bool:
        """Whether a second person has still to look."""
        return self.approved_at is None and self.withdrawn_at is None


def confirmations_of(procedure_id: int) -> Sequence[ConfirmationRow]:
    """All of a procedure, the newest first, those taken back too. One query."""
    return [_row(one) for one in _rows().filter(procedure_id=procedure_id)]


def confirmations_waiting() -> Sequence[ConfirmationRow]:
    """What waits to be approved, the oldest first. One query."""
    rows = _rows().filter(approved_at=None, withdrawn_at=None)
    return [_row(one) for one in rows.order_by("entered_at", "id")]


def slug_of_confirmation(uuid: UUID) -> str:
    """The procedure it is about; empty when there is no such confirmation. One query."""
    rows = MarkConfirmation.objects.filter(uuid=uuid).values_list("procedure__slug", flat=True)
    return rows.first() or ""


def _rows() -> QuerySet[MarkConfirmation]:
    return MarkConfirmation.objects.select_related(
        "procedure", "entered_by", "approved_by", "withdrawn_by"
    ).order_by("-entered_at", "-id")


def _row(one: MarkConfirmation) -> ConfirmationRow:
    return ConfirmationRow(
        uuid=one.uuid,
        slug=one.procedure.slug,
        version_on=one.version_on,
        fact=one.fact,
        label=_label(one),
        number=one.number,
        signed_on=one.signed_on,
        article=one.article,
        entered_at=one.entered_at,
        entered_by=one.entered_by.full_name,
        entered_by_id=one.entered_by_id,
        approved_at=one.approved_at,
        approved_by=one.approved_by.full_name if one.approved_by else "",
        withdrawn_at=one.withdrawn_at,
        withdrawn_by=one.withdrawn_by.full_name if one.withdrawn_by else "",
        withdrawn_reason=one.withdrawn_reason,
    )


def _label(one: MarkConfirmation) -> str:
    kind, _, rest = one.fact.partition(":")
    if not rest:
        return LABELS.get(one.fact, one.fact)
    return f"{LABELS[kind]}: {one.said.get('name', rest)}"
