"""Offices merged, divided, renamed, moved: proposed by one, approved by another, taken back.

Approving writes rows that take effect by their dates; nothing has to happen on the day.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.organization import selectors
from motcua.organization.models import Reorganization
from motcua.organization.noting import Doer, note
from motcua.organization.services import reorganization_checks as checks
from motcua.organization.services.reorganization_rows import apply, undo

LONGEST_INSTRUMENT = 200


@dataclass(frozen=True, slots=True)
class Successor:
    """Who comes after: an office of the tree by `slug`, else a new one by `name` and the rest.

    `fields` and `places` are what goes to it when an office is divided.
    """

    slug: str = ""
    name: str = ""
    kind: str = ""
    agency_code: str = ""
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done on a day. `offices` end (merge, split) or change (rename, move).

    `name` and `agency_code` are the new ones of a renaming, `parent` the slug of who is above
    from then on.
    """

    kind: str
    effective_on: date
    instrument: str
    offices: tuple[str, ...]
    successors: tuple[Successor, ...] = ()
    name: str = ""
    agency_code: str = ""
    parent: str = ""


def wanted_of(row: Reorganization) -> Wanted:
    """What was proposed, as it was asked."""
    said: dict[str, Any] = row.document["wanted"]
    after = tuple(
        Successor(**{**one, "fields": tuple(one["fields"]), "places": tuple(one["places"])})
        for one in said["successors"]
    )
    return Wanted(
        kind=row.kind,
        effective_on=row.effective_on,
        instrument=row.instrument,
        offices=tuple(said["offices"]),
        successors=after,
        name=said["name"],
        agency_code=said["agency_code"],
        parent=said["parent"],
    )


@transaction.atomic
def propose(wanted: Wanted, *, at: datetime, by: Doer) -> UUID:
    """The uuid of what waits for somebody else's approval. Refused: as `checks.check`."""
    checks.check(wanted, _day(at))
    said = asdict(wanted)
    del said["kind"], said["effective_on"], said["instrument"]
    row = Reorganization.objects.create(
        uuid=uuid4(),
        kind=wanted.kind,
        effective_on=wanted.effective_on,
        instrument=clean(wanted.instrument)[:LONGEST_INSTRUMENT],
        source="Đơn vị tự ghi",
        document={"wanted": said},
        proposed_by=by.account_uuid,
        proposed_at=at,
    )
    note("propose_reorganization", str(row.uuid), by=by)
    return row.uuid


@transaction.atomic
def approve(uuid: UUID, *, at: datetime, by: Doer) -> None:
    """It takes effect at 00:00 of its day. Refused: unknown_reorganization,
    reorganization_decided, same_person, and as `checks.check`, since much may have changed."""
    row = _waiting(uuid)
    if row.proposed_by == by.account_uuid:
        raise Refused("same_person")
    wanted = wanted_of(row)
    checks.check(wanted, _day(at))
    row.document = {**row.document, **apply(row, wanted)}
    row.approved_by, row.approved_at = by.account_uuid, at
    row.save(update_fields=["document", "approved_by", "approved_at"])
    selectors.forget()
    checks.untangled()
    note("approve_reorganization", str(row.uuid), by=by)


@transaction.atomic
def take_back(uuid: UUID, *, at: datetime, by: Doer) -> None:
    """As if it had never been proposed, except that this is on record.

    Refused: unknown_reorganization, reorganization_in_effect from 00:00 of its day on.
    """
    row = _found(uuid)
    if row.key or row.taken_back_at is not None:
        raise Refused("unknown_reorganization")
    if row.effective_on <= _day(at) and row.approved_at is not None:
        raise Refused("reorganization_in_effect", day=f"{row.effective_on:%d/%m/%Y}")
    if row.approved_at is not None:
        undo(row)
    row.taken_back_by, row.taken_back_at = by.account_uuid, at
    row.save(update_fields=["taken_back_by", "taken_back_at"])
    selectors.forget()
    note("take_back_reorganization", str(row.uuid), by=by)


def _found(uuid: UUID) -> Reorganization:
    row = Reorganization.objects.select_for_update().filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_reorganization")
    return row


def _waiting(uuid: UUID) -> Reorganization:
    row = _found(uuid)
    if row.key or row.approved_at is not None or row.taken_back_at is not None:
        raise Refused("reorganization_decided")
    return row


def _day(at: datetime) -> date:
    return at.astimezone(VN).date()
