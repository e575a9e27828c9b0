"""Questions about internal processes: what an office works by, what is written, what was before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.catalogue.models import Process, ProcessDraft
from motcua.catalogue.processes.faults import faults_in_force, judged
from motcua.catalogue.processes.scope import Target, require
from motcua.catalogue.rows import process_row
from motcua.catalogue.selectors import (
    ProcessRow,
    VersionRow,
    procedures_offered,
    process_for,
    scopes_of,
)
from motcua.core.clock import VN
from motcua.core.flow.process.check import Fault
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor

Tier = Literal["own", "common", "derived", "none"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A procedure of an office with the process it is handled by. `hours` of working time; the
    faults are those that would keep it from being published today. `coming` begins on that day."""

    version: VersionRow
    process: ProcessRow | None
    tier: Tier
    hours: float
    faults: Sequence[Fault]
    drafts: int
    coming: date | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft as a value. `undoable`: how many savings can be taken back."""

    id: int
    uuid: UUID
    procedure_id: int
    slug: str
    target: Target
    owner_office_id: int
    effective_on: date | None
    document: Mapping[str, Any]
    source: str
    revision: int
    undoable: int
    edited_at: datetime
    edited_by: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A process of the past, the present or to come. `by` empty: it ships with the program."""

    uuid: UUID
    process: ProcessRow
    slug: str
    target: Target
    effective_on: date
    by: str
    by_title: str
    published_at: datetime | None
    taken_back_at: datetime | None
    taken_back_by: str


def listed(office_id: int, day: date) -> Sequence[Listed]:
    """Every procedure an office takes in on `day` with how it is handled. Two queries once warm."""
    rows = procedures_offered(office_id, day)
    drafts: dict[int, int] = {}
    for procedure_id in _drafts_for(office_id).values_list("procedure_id", flat=True):
        drafts[procedure_id] = drafts.get(procedure_id, 0) + 1
    coming: dict[int, date] = {}
    ahead = _for_office(office_id).filter(effective_on__gt=day, taken_back_at=None)
    ahead = ahead.exclude(published_at=None)
    for procedure_id, begins in ahead.order_by("-effective_on").values_list(
        "procedure_id", "effective_on"
    ):
        coming[procedure_id] = begins
    return tuple(_listed(row, office_id, day, drafts, coming) for row in rows)


def drafts_of(procedure_id: int, office_id: int) -> Sequence[DraftRow]:
    """The drafts that would count at an office, newest first. One query."""
    rows = _drafts_for(office_id).filter(procedure_id=procedure_id).order_by("-edited_at", "-id")
    return tuple(draft_row(row) for row in rows.select_related("procedure", "edited_by"))


def draft(uuid: UUID, by: Actor, at: datetime) -> DraftRow:
    """A draft `by` may write. Raises Refused: unknown_draft, not_your_process. One query."""
    row = ProcessDraft.objects.select_related("procedure", "edited_by").filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_draft")
    found = draft_row(row)
    require(by, found.target, at)
    return found


def editions(procedure_id: int, office_id: int, day: date) -> Sequence[Edition]:
    """Every process ever set that counted, counts or will count at an office unless a narrower one
    does; the newest first, those taken back among them. What ships for a time after `day` nobody
    has set yet and is left out. One query."""
    rows = _for_office(office_id).filter(procedure_id=procedure_id)
    rows = rows.exclude(published_at=None, effective_on__gt=day)
    return tuple(_edition(row) for row in _whole(rows).order_by("-effective_on", "-id"))


def edition(uuid: UUID) -> Edition:
    """One process. Raises Refused("unknown_process"). One query."""
    row = _whole(Process.objects.filter(uuid=uuid)).first()
    if row is None:
        raise Refused("unknown_process")
    return _edition(row)


def draft_row(row: ProcessDraft) -> DraftRow:
    """The value of a row read with its procedure and who edited it last."""
    common = row.office_id is None
    return DraftRow(
        id=row.pk,
        uuid=row.uuid,
        procedure_id=row.procedure_id,
        slug=row.procedure.slug,
        target=Target(row.office_id, row.office_kind, row.owner_office_id if common else None),
        owner_office_id=row.owner_office_id,
        effective_on=row.effective_on,
        document=row.document,
        source=row.source,
        revision=row.revision,
        undoable=len(row.earlier),
        edited_at=row.edited_at.astimezone(VN),
        edited_by=row.edited_by.full_name,
    )


def _listed(
    row: VersionRow,
    office_id: int,
    day: date,
    drafts: Mapping[int, int],
    coming: Mapping[int, date],
) -> Listed:
    found = process_for(row.id, office_id, day)
    return Listed(
        version=row,
        process=found,
        tier=tier_of(found, office_id),
        hours=judged(found, row)[0] if found else 0.0,
        faults=faults_in_force(found, office_id, row, day) if found else (),
        drafts=drafts.get(row.procedure_id, 0),
        coming=coming.get(row.procedure_id),
    )


def tier_of(found: ProcessRow | None, office_id: int) -> Tier:
    """Whose process it is, seen from an office."""
    if found is None:
        return "none"
    if found.derived:
        return "derived"
    return "own" if found.office_id == office_id else "common"


def _for_office(office_id: int) -> QuerySet[Process]:
    return Process.objects.filter(_reaching(office_id, "under"))


def _drafts_for(office_id: int) -> QuerySet[ProcessDraft]:
    return ProcessDraft.objects.filter(_reaching(office_id, "owner_office"))


def _reaching(office_id: int, under_name: str) -> Q:
    wanted = Q(pk__in=())
    for office, kind, under in scopes_of(office_id):
        scope = Q(office_id=office, office_kind=kind)
        wanted |= scope if office else scope & Q(**{f"{under_name}_id": under})
    return wanted


def _whole(rows: QuerySet[Process]) -> QuerySet[Process]:
    return rows.select_related("procedure", "published_by", "published_as", "taken_back_by")


def _edition(row: Process) -> Edition:
    return Edition(
        uuid=row.uuid,
        process=process_row(row),
        slug=row.procedure.slug,
        target=Target(row.office_id, row.office_kind, row.under_id),
        effective_on=row.effective_on,
        by=row.published_by.full_name if row.published_by else "",
        by_title=row.published_as.title if row.published_as else "",
        published_at=row.published_at.astimezone(VN) if row.published_at else None,
        taken_back_at=row.taken_back_at.astimezone(VN) if row.taken_back_at else None,
        taken_back_by=row.taken_back_by.full_name if row.taken_back_by else "",
    )
