"""What keeps a process from being published, beyond its shape: who holds its steps, and the tier.

The faults of shape and time are those of `motcua check process` (`core.flow.process.check`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from motcua.catalogue.processes.scope import Target, offices_of
from motcua.catalogue.selectors import (
    LEVEL_OF,
    ProcessRow,
    VersionRow,
    process_above,
    process_for,
)
from motcua.core.flow.measures import allowance_hours, hours_words
from motcua.core.flow.process.check import OVER_CASE, Fault, check, needed_hours
from motcua.core.flow.process.tightening import looser
from motcua.core.refusal import Refused
from motcua.identity.kinds import PositionKind
from motcua.organization.selectors import (
    OfficeRow,
    department_by_code,
    office_by_id,
    office_by_slug,
)

OVER_TERM = "over-allowance"
DESK = PositionKind.DESK_CLERK.value
HOLDERS = (
    PositionKind.DESK_CLERK,
    PositionKind.CASE_OFFICER,
    PositionKind.DEPARTMENT_HEAD,
    PositionKind.CHAIR,
    PositionKind.RECORDS_CLERK,
)
"""The kinds of position that may hold a step."""


def faults_of(
    document: Mapping[str, Any], target: Target, version: VersionRow, day: date
) -> list[Fault]:
    """All faults of a document for those it is meant for from `day` on, under the term of
    `version`. Raises Refused("bad_process") for what is no process. A query for what is not warm.
    """
    try:
        found = check({**document, "allowance": version.allowance.to_json()})
        offices = offices_of(target, version.procedure_id, day)
        found += [fault for step in _first_of_each(document) for fault in _held(step, offices)]
        if document["steps"] and not _at_the_desk(document["steps"][0]):
            key = document["steps"][0]["key"]
            found.append(Fault("not-at-desk", key, f"Bước đầu “{key}” phải ở bộ phận một cửa."))
        found += _cases(document, version)
        return found + _tier(document, target, version, day)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused("bad_process", why=str(error)) from None


def hindrances(found: Sequence[Fault]) -> list[Fault]:
    """Those that keep it from being published."""
    return [fault for fault in found if not fault.is_warning]


def faults_in_force(row: ProcessRow, office_id: int, version: VersionRow, day: date) -> list[Fault]:
    """What is wrong by now with the process an office works by: its shape and time under the term
    of today, and its own one beside the common one of today."""
    found = hindrances(judged(row, version)[1])
    if row.office_id == office_id:
        found += _tier(row.document, Target(office_id), version, day)
    return found


@dataclass(frozen=True, slots=True)
class ToCome:
    """A version approved and still to come, and how the process of its day exceeds its term."""

    version: VersionRow
    fault: Fault


def exceeding_to_come(coming: Sequence[VersionRow], office_id: int) -> ToCome | None:
    """The first of the coming versions whose term the process of an office will exceed. No query
    once the catalogue of their days is read."""
    for version in coming:
        row = process_for(version.id, office_id, version.effective_on)
        if row is None or version.abolished or not version.at_desk:
            continue
        for fault in judged(row, version)[1]:
            if fault.code == OVER_TERM:
                return ToCome(version, fault)
    return None


_judged: dict[tuple[UUID, str], tuple[float, tuple[Fault, ...]]] = {}


def judged(row: ProcessRow, version: VersionRow) -> tuple[float, tuple[Fault, ...]]:
    """The working hours of a process, and its faults of shape and time under the term of `version`.

    Kept: a process never changes. 0.1 ms the first time.
    """
    term = version.allowance.to_json()
    known = _judged.get((row.uuid, str(term)))
    if known is None:
        if len(_judged) > 8192:
            _judged.clear()
        hours = float(needed_hours(row.document))
        known = hours, tuple(check({**row.document, "allowance": term}))
        _judged[row.uuid, str(term)] = known
    return known


def _tier(
    document: Mapping[str, Any], target: Target, version: VersionRow, day: date
) -> list[Fault]:
    """A commune's own process beside the common one; a common one nobody decided binds nobody."""
    if target.office_id is None or LEVEL_OF.get(office_by_id(target.office_id).kind) != "commune":
        return []
    common = process_above(version.id, target.office_id, day)
    return looser(document, common.document) if common and not common.derived else []


def _cases(document: Mapping[str, Any], version: VersionRow) -> Iterator[Fault]:
    """Cases of the procedure with a shorter term than the steps take: one process serves them all,
    so this is said and hinders nothing."""
    needed = needed_hours(document)
    for case in version.cases:
        hours = allowance_hours(case.allowance.to_json()) if case.allowance else None
        if hours is not None and needed > hours:
            said = (
                f"Trường hợp “{case.name}” có thời hạn {hours_words(hours)} giờ, "
                f"các bước cần {hours_words(needed)} giờ."
            )
            yield Fault(OVER_CASE, None, said)


def _first_of_each(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    seen: set[str] = set()
    for step in document["steps"]:
        if step["key"] not in seen:
            seen.add(step["key"])
            yield step


def _at_the_desk(step: Mapping[str, Any]) -> bool:
    return step.get("position") == DESK and not step.get("office")


def _held(step: Mapping[str, Any], offices: Sequence[OfficeRow]) -> Iterator[Fault]:
    """Whether a step says what is done and who does it, in each of the offices."""
    key = step["key"]
    if not step.get("name"):
        yield Fault("no-name", key, f"Bước “{key}” chưa có tên.")
    if step.get("position") not in set(HOLDERS):
        yield Fault("no-position", key, f"Bước “{key}” chưa có vị trí thực hiện.")
    if step.get("office"):
        yield from _elsewhere(step)
        return
    code = step.get("department")
    if not code:
        if step.get("position") == PositionKind.DEPARTMENT_HEAD:
            yield Fault("no-department", key, f"Bước “{key}” của lãnh đạo phòng chưa chọn phòng.")
        return
    lacking = [office.short_name for office in offices if not _has(office, code)]
    if lacking:
        said = f"Bước “{key}”: {', '.join(lacking)} không có phòng mã {code}."
        yield Fault("unknown-department", key, said)


def _elsewhere(step: Mapping[str, Any]) -> Iterator[Fault]:
    key, slug = step["key"], str(step["office"])
    try:
        office = office_by_slug(slug)
    except Refused:
        yield Fault("unknown-office", key, f"Bước “{key}”: không có đơn vị “{slug}”.")
        return
    code = step.get("department")
    if code and not _has(office, code):
        said = f"Bước “{key}”: {office.short_name} không có phòng mã {code}."
        yield Fault("unknown-department", key, said)


def _has(office: OfficeRow, code: str) -> bool:
    department = department_by_code(office.id, code)
    return department is not None and department.ended_on is None
