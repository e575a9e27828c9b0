"""A process copied for offices below: as drafts to be looked at, or published for a day."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.catalogue.processes.scope import Target, offices_of, require, version_on
from motcua.catalogue.processes.selectors import Edition, edition
from motcua.catalogue.services.processes import put_in_force, write_draft
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.identity.actors import Actor
from motcua.organization.selectors import department_by_code
from motcua.organization.selectors import departments as departments_of


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of the copy for one office: a draft, a process, or why there is none."""

    office_id: int
    draft: UUID | None = None
    process: UUID | None = None
    refused: Refused | None = None


def copy_to_offices(
    uuid: UUID,
    office_ids: Sequence[int],
    *,
    departments: Mapping[str, str] | None = None,
    effective_on: date | None = None,
    at: datetime,
    by: Actor,
) -> list[Copied]:
    """The process `uuid` once for each office, as a draft, or in force from `effective_on` on.

    A department is the office's own of the same code, else that of `departments` (code here to
    code there), else of the same name; one that is not found stays, and is a fault of that copy.
    Each office for itself: one that refuses does not keep the others from theirs. Refused, within
    each: not_your_process, process_not_handled, and as `publish_process`. Raises
    Refused("unknown_process").
    """
    found = edition(uuid)
    return [
        _copied(found, one, departments or {}, effective_on, at, by)
        for one in dict.fromkeys(office_ids)
    ]


def mapped(
    document: Mapping[str, Any], from_office: int | None, office_id: int, chosen: Mapping[str, str]
) -> dict[str, Any]:
    """The document with the department codes of another office. No query once warm."""
    whole = deepcopy(dict(document))
    for step in whole["steps"]:
        if step.get("department") and not step.get("office"):
            step["department"] = _there(step["department"], from_office, office_id, chosen)
    return whole


def _copied(
    found: Edition,
    office_id: int,
    chosen: Mapping[str, str],
    effective_on: date | None,
    at: datetime,
    by: Actor,
) -> Copied:
    target, procedure_id = Target(office_id), found.process.procedure_id
    try:
        with transaction.atomic():
            require(by, target, at)
            day = effective_on or at.astimezone(VN).date()
            version = version_on(procedure_id, day)
            if not offices_of(target, procedure_id, day):
                raise Refused("process_not_handled", procedure=version.name)
            document = mapped(found.process.document, found.target.office_id, office_id, chosen)
            if effective_on is None:
                draft = write_draft(version, target, document, at=at, by=by)
                return Copied(office_id, draft=draft)
            made = put_in_force(
                target, procedure_id, document, effective_on, found.process.source, at=at, by=by
            )
            return Copied(office_id, process=made)
    except Refused as refused:
        return Copied(office_id, refused=refused)


def _there(code: str, from_office: int | None, office_id: int, chosen: Mapping[str, str]) -> str:
    wanted = chosen.get(code, code)
    if department_by_code(office_id, wanted):
        return wanted
    known = department_by_code(from_office, code) if from_office else None
    if known:
        name = search_key(known.name)
        for one in departments_of(office_id):
            if one.ended_on is None and search_key(one.name) == name:
                return one.code
    return code
