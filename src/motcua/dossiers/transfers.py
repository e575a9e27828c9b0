"""What a transfer between offices comes to: who holds which step afterwards, and how it is told."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from motcua.core.flow import Home, Route, Step
from motcua.dossiers.holders import Holder, answering_office, holder, nearest
from motcua.dossiers.rows.locking import Locked
from motcua.identity.kinds import PositionKind
from motcua.identity.selectors import has_post
from motcua.identity.words import position_words
from motcua.organization.selectors import (
    department_by_code,
    department_by_id,
    departments,
    office_by_id,
    office_by_slug,
    successor_of,
)


def homes_after(route: Route, row: Locked, new_office_id: int, day: date) -> tuple[Home, ...]:
    """The steps whose holder's office has ended by `day`, each with who holds it instead."""
    owner = answering_office(row.office_id, row.state)
    found = []
    for step in route.steps:
        held = holder(step, row.office_id, row.state)
        if held.office_id == owner:
            target = new_office_id
        else:
            target = successor_of(held.office_id, day, nearest(new_office_id)).id
        if target != held.office_id:
            found.append(_home(step, held, target))
    return tuple(found)


def _home(step: Step, held: Holder, target: int) -> Home:
    """In the department of the same code or the one that took over its work; else with the head of
    the desk there, the chair where the desk has none."""
    slug = office_by_id(target).slug
    if held.department_id is None:
        return Home(step.key, slug, "", held.kind)
    department = department_by_code(target, department_by_id(held.department_id).code)
    if department is not None:
        return Home(step.key, slug, department.code, held.kind)
    desk = next((one for one in departments(target) if one.has_desk), None)
    if desk is not None and has_post(target, desk.id, PositionKind.DEPARTMENT_HEAD):
        return Home(step.key, slug, desk.code, PositionKind.DEPARTMENT_HEAD.value, to_desk=True)
    return Home(step.key, slug, "", PositionKind.CHAIR.value, to_desk=True)


def said_of_transfer(payload: Mapping[str, Any], route: Route) -> Sequence[str]:
    """The event in words: who answers now, and which steps went to the head of the desk."""
    names = {step.key: step.name for step in route.steps}
    said = []
    if payload["office"] != payload["office_was"]:
        said.append(f"Cơ quan giải quyết từ nay: {office_by_slug(payload['office']).name}")
    for key, slug, _, kind, to_desk in payload["homes"]:
        if to_desk:
            where = office_by_slug(slug).short_name
            who = position_words(kind).lower()
            said.append(
                f"Bước “{names.get(key, key)}”: không có phòng cùng việc, {who} {where} giữ"
            )
    return said
