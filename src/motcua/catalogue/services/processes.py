"""Internal processes written, published and taken back. What is published never changes.

A process begins on a day of its own, tomorrow at the earliest: all dossiers of one day follow the
same one, and whoever has received some today need not ask which. Common processes reach the
offices below the one that sets them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID, uuid4

from django.db import transaction

from motcua.audit.recording import record
from motcua.catalogue import selectors
from motcua.catalogue.models import Procedure, Process, ProcessDraft
from motcua.catalogue.processes.faults import faults_of, hindrances
from motcua.catalogue.processes.scope import Target, offices_of, require, version_on
from motcua.catalogue.processes.selectors import draft_row
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN, ClockError
from motcua.core.flow import Route
from motcua.core.flow.process.plain import plain_route
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.identity.actors import Actor
from motcua.organization.timekeeping import real_now

Beginning = Literal["in_force", "plain", "empty"]
LONGEST_SOURCE, LONGEST_NAME = 300, 200
MOST_STEPS, MOST_EARLIER = 60, 20


@dataclass(frozen=True, slots=True)
class Writing:
    """What of a draft is saved: its steps, the day it is to begin, the decision it rests on."""

    document: Mapping[str, Any]
    effective_on: date | None = None
    source: str = ""


@transaction.atomic
def begin_draft(
    procedure_id: int, target: Target, beginning: Beginning, *, at: datetime, by: Actor
) -> UUID:
    """A draft for `target`, with the steps of the process in force there, of a plain one that
    fills the term, or none.

    Refused: not_your_process, no_version_then, process_not_handled.
    """
    require(by, target, at)
    day = at.astimezone(VN).date()
    version = version_on(procedure_id, day)
    offices = offices_of(target, procedure_id, day)
    if not offices or not version.at_desk:
        raise Refused("process_not_handled", procedure=version.name)
    known = selectors.process_for(version.id, offices[0].id, day)
    if beginning == "in_force" and known:
        document: Mapping[str, Any] = known.document
    elif beginning == "empty":
        document = {"steps": []}
    else:
        level = selectors.LEVEL_OF[offices[0].kind]
        document = plain_route(
            version.slug, version.name, version.allowance, level, version.department_code
        )
    return write_draft(version, target, document, at=at, by=by)


def write_draft(
    version: VersionRow, target: Target, document: Mapping[str, Any], *, at: datetime, by: Actor
) -> UUID:
    """The row of a new draft and its line in the audit; the caller asked whether it may be."""
    row = ProcessDraft.objects.create(
        uuid=uuid4(),
        procedure_id=version.procedure_id,
        office_id=target.office_id,
        office_kind=target.kind,
        owner_office_id=target.under_id or by.office_id,
        document=in_form(document, version),
        edited_at=at,
        edited_by_id=by.account_id,
    )
    note("begin_process_draft", version.slug, row.uuid, by=by)
    return row.uuid


@transaction.atomic
def save_draft(uuid: UUID, writing: Writing, *, revision: int, at: datetime, by: Actor) -> int:
    """The draft as written now; what it was before stays for `undo_draft`. Answers the revision.

    Refused: unknown_draft, not_your_process, draft_moved, process_too_long, bad_process.
    """
    row = _locked(uuid, revision, at, by)
    day = writing.effective_on or at.astimezone(VN).date()
    document = in_form(writing.document, version_on(row.procedure_id, day))
    if document["steps"] != row.document["steps"]:
        row.earlier = [*row.earlier, row.document][-MOST_EARLIER:]
    row.document, row.effective_on = document, writing.effective_on
    row.source = clean(writing.source)[:LONGEST_SOURCE]
    return _kept(row, at, by)


@transaction.atomic
def undo_draft(uuid: UUID, *, revision: int, at: datetime, by: Actor) -> int:
    """The steps as they were before the last saving that changed them. Answers the revision.

    Refused: unknown_draft, not_your_process, draft_moved, nothing_to_undo.
    """
    row = _locked(uuid, revision, at, by)
    if not row.earlier:
        raise Refused("nothing_to_undo")
    *row.earlier, row.document = row.earlier
    return _kept(row, at, by)


@transaction.atomic
def drop_draft(uuid: UUID, *, at: datetime, by: Actor) -> None:
    """The draft is no more. Refused: unknown_draft, not_your_process."""
    row = _locked(uuid, None, at, by)
    note("drop_process_draft", row.procedure.slug, row.uuid, by=by)
    row.delete()


@transaction.atomic
def publish_process(uuid: UUID, *, revision: int, at: datetime, by: Actor) -> UUID:
    """The draft becomes the process of its target from its day on; dossiers received before keep
    theirs. Answers the process.

    Refused: unknown_draft, not_your_process, draft_moved, no_process_day, process_day_passed,
    process_day_taken, no_version_then, process_not_handled, process_faulty (naming the steps).
    """
    row = _locked(uuid, revision, at, by)
    if row.effective_on is None:
        raise Refused("no_process_day")
    found = draft_row(row)
    published = put_in_force(
        found.target, row.procedure_id, row.document, row.effective_on, row.source, at=at, by=by
    )
    row.delete()
    return published


def put_in_force(
    target: Target,
    procedure_id: int,
    document: Mapping[str, Any],
    effective_on: date,
    source: str,
    *,
    at: datetime,
    by: Actor,
) -> UUID:
    """The row of a process without fault; within the caller's transaction, rights asked before."""
    if effective_on <= at.astimezone(VN).date():
        raise Refused("process_day_passed")
    version = version_on(procedure_id, effective_on)
    if not offices_of(target, procedure_id, effective_on):
        raise Refused("process_not_handled", procedure=version.name)
    whole = in_form(document, version)
    faults = hindrances(faults_of(whole, target, version, effective_on))
    if faults:
        raise Refused("process_faulty", why=" ".join(fault.message for fault in faults[:5]))
    Procedure.objects.select_for_update().get(pk=procedure_id)
    scope = {"office_id": target.office_id, "office_kind": target.kind, "under_id": target.under_id}
    taken = Process.objects.filter(
        procedure_id=procedure_id, effective_on=effective_on, taken_back_at=None, **scope
    )
    if taken.exists():
        raise Refused("process_day_taken", day=f"{effective_on:%d/%m/%Y}")
    row = Process.objects.create(
        uuid=uuid4(),
        procedure_id=procedure_id,
        effective_on=effective_on,
        document=whole,
        source=source,
        published_at=at,
        published_by_id=by.account_id,
        published_as_id=by.position_id,
        **scope,
    )
    note("publish_process", version.slug, row.uuid, by=by)
    transaction.on_commit(selectors.forget)
    return row.uuid


@transaction.atomic
def take_back(uuid: UUID, *, at: datetime, by: Actor) -> UUID:
    """A published process whose day has not come is not to begin; it stays on record and its steps
    become a draft again. Answers the draft.

    Refused: unknown_process, not_your_process, process_began, process_taken_back.
    """
    row = Process.objects.select_for_update(of=("self",)).select_related("procedure")
    found = row.filter(uuid=uuid).first()
    if found is None:
        raise Refused("unknown_process")
    target = Target(found.office_id, found.office_kind, found.under_id)
    require(by, target, at)
    if found.taken_back_at is not None:
        raise Refused("process_taken_back")
    if found.effective_on <= at.astimezone(VN).date():
        raise Refused("process_began", day=f"{found.effective_on:%d/%m/%Y}")
    found.taken_back_at, found.taken_back_by_id = at, by.account_id
    found.save(update_fields=["taken_back_at", "taken_back_by"])
    note("take_back_process", found.procedure.slug, found.uuid, by=by)
    transaction.on_commit(selectors.forget)
    version = version_on(found.procedure_id, found.effective_on)
    return write_draft(version, target, found.document, at=at, by=by)


def in_form(document: Mapping[str, Any], version: VersionRow) -> dict[str, Any]:
    """The document under the term and the name of its procedure, which no process sets itself.

    Refused: process_too_long, bad_process.
    """
    steps = document.get("steps")
    if not isinstance(steps, list) or len(steps) > MOST_STEPS:
        raise Refused("process_too_long", most=MOST_STEPS)
    whole = {
        "procedure": version.slug,
        "name": version.name,
        "allowance": version.allowance.to_json(),
        "steps": json.loads(nfc(json.dumps(steps, ensure_ascii=False))),
    }
    try:
        route = Route.from_json(whole)
    except (KeyError, TypeError, ValueError, AttributeError, ClockError) as error:
        raise Refused("bad_process", why=str(error)) from None
    if any(len(step.name) > LONGEST_NAME for step in route.steps):
        raise Refused("process_too_long", most=MOST_STEPS)
    return whole


def note(action: str, slug: str, uuid: UUID, *, by: Actor) -> None:
    """What was done to a process or a draft, by whom; the machine's clock, as in every log."""
    record(
        action,
        at=real_now(),
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="process",
        subject=f"{uuid} {slug}"[:80],
    )


def _locked(uuid: UUID, revision: int | None, at: datetime, by: Actor) -> ProcessDraft:
    rows = ProcessDraft.objects.select_for_update(of=("self",))
    row = rows.select_related("procedure", "edited_by").filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_draft")
    require(by, draft_row(row).target, at)
    if revision is not None and revision != row.revision:
        when = f"{row.edited_at.astimezone(VN):%H:%M %d/%m/%Y}"
        raise Refused("draft_moved", when=when)
    return row


def _kept(row: ProcessDraft, at: datetime, by: Actor) -> int:
    row.revision += 1
    row.edited_at, row.edited_by_id = at, by.account_id
    row.save()
    return row.revision
