"""Questions about hand-over lists: the list of lists, one list as it stands, who may take it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.selectors.handover import Taken, dossier_with, taken
from motcua.dossiers.selectors.search import code_in
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import DepartmentRow, OfficeRow, department_by_id, office_on
from motcua.papers.models import HandoverDifference, HandoverLine, HandoverList

PAGE = 50
_CODE = re.compile(r"BG-(\d{1,9})\.(\d{1,9})-(\d{4})-(\d{3,7})")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list. `count` dossiers, of which the department has `taken`. Moments in local time."""

    id: int
    code: str
    number: int
    office: OfficeRow
    department: DepartmentRow
    made_at: datetime
    person: str
    title: str
    count: int
    taken: int
    differences: int
    printed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ListLine:
    """One dossier of a list, how it stands, and what the department found otherwise."""

    ordinal: int
    step: str
    taken: Taken
    differences: Sequence[str]


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list with its dossiers."""

    row: ListRow
    lines: Sequence[ListLine]


def code_of(office_id: int, department_id: int, year: int, number: int) -> str:
    """What stands in the list's barcode and address."""
    return f"BG-{office_id}.{department_id}-{year}-{number:04d}"


def is_list_code(words: str) -> bool:
    """Whether what was scanned is the code of a list."""
    return _CODE.fullmatch(words.strip().upper()) is not None


def lists(actor: Actor, asked: str = "") -> Sequence[ListRow]:
    """The lists the officer may see, newest first, at most 50; `asked` is a list's number or code,
    or a dossier's code. Seven queries, whatever the number."""
    chosen = _seen_by(actor)
    words = asked.strip().upper()
    if words.isdigit():
        chosen = chosen.filter(number=int(words[:9]))
    elif is_list_code(words):
        chosen = chosen.filter(_numbered(words))
    elif words:
        code = code_in(words)
        dossier = dossier_with(code) if code else None
        chosen = chosen.filter(lines__dossier_id=dossier) if dossier else chosen.none()
    found = list(_whole(chosen.order_by("-made_at", "-id"))[:PAGE])
    return _rows(found)


def made_with(actor: Actor, key: UUID) -> Sequence[ListRow]:
    """The lists that the button `key` made. Seven queries."""
    return _rows(list(_whole(_seen_by(actor).filter(key=key).order_by("department_id"))))


def list_of(actor: Actor, code: str) -> ShownList:
    """The list of that code. Raises Refused("no_such_list") for what the officer may not see.

    Seven queries.
    """
    if not is_list_code(code):
        raise Refused("no_such_list")
    found = _whole(_seen_by(actor).filter(_numbered(code.strip().upper()))).first()
    if found is None:
        raise Refused("no_such_list")
    lines = list(found.lines.order_by("ordinal"))
    stands = taken([(line.dossier_id, line.opened_seq, line.step) for line in lines])
    said = _differences([line.pk for line in lines])
    shown = tuple(
        ListLine(line.ordinal, line.step, one, said.get(line.pk, ()))
        for line, one in zip(lines, stands, strict=True)
    )
    got = sum(1 for one in stands if one.taken_at is not None)
    return ShownList(_row(found, len(lines), got, sum(len(one) for one in said.values())), shown)


def may_take(actor: Actor, row: ListRow) -> bool:
    """Whether the officer works in the department the list went to."""
    return actor.department_id == row.department.id


def _seen_by(actor: Actor) -> QuerySet[HandoverList]:
    """The desk and the head of the office see the office's; a department those it was given."""
    scope = scope_of(actor, Duty.HANDOVER_LISTS)
    if scope is Scope.OFFICE:
        return HandoverList.objects.filter(office_id=actor.office_id)
    if scope is Scope.DEPARTMENT and actor.department_id is not None:
        return HandoverList.objects.filter(department_id=actor.department_id)
    return HandoverList.objects.none()


def _numbered(code: str) -> Q:
    found = _CODE.fullmatch(code)
    if found is None:
        return Q(pk=None)
    office, department, year, number = (int(part) for part in found.groups())
    return Q(office_id=office, department_id=department, year=year, number=number)


def _whole(chosen: QuerySet[HandoverList]) -> QuerySet[HandoverList]:
    return chosen.select_related("account", "position")


def _rows(found: Sequence[HandoverList]) -> Sequence[ListRow]:
    ids = [one.pk for one in found]
    lines = list(HandoverLine.objects.filter(list_id__in=ids))
    stands = taken([(line.dossier_id, line.opened_seq, line.step) for line in lines])
    count: dict[int, int] = {}
    got: dict[int, int] = {}
    for line, one in zip(lines, stands, strict=True):
        count[line.list_id] = count.get(line.list_id, 0) + 1
        got[line.list_id] = got.get(line.list_id, 0) + (one.taken_at is not None)
    said = dict(
        HandoverDifference.objects.filter(line__list_id__in=ids)
        .values("line__list_id")
        .annotate(count=Count("id"))
        .values_list("line__list_id", "count")
    )
    return tuple(
        _row(one, count.get(one.pk, 0), got.get(one.pk, 0), said.get(one.pk, 0)) for one in found
    )


def _row(found: HandoverList, count: int, got: int, differences: int) -> ListRow:
    made = found.made_at.astimezone(VN)
    return ListRow(
        id=found.pk,
        code=code_of(found.office_id, found.department_id, found.year, found.number),
        number=found.number,
        office=office_on(found.office_id, made.date()),
        department=department_by_id(found.department_id),
        made_at=made,
        person=found.account.full_name,
        title=found.position.title,
        count=count,
        taken=got,
        differences=differences,
        printed_at=found.printed_at and found.printed_at.astimezone(VN),
    )


def _differences(lines: Sequence[int]) -> Mapping[int, Sequence[str]]:
    said: dict[int, list[str]] = {}
    found = HandoverDifference.objects.filter(line_id__in=lines).select_related("account")
    for one in found.order_by("id"):
        words = f"{one.words} ({one.account.full_name}, {one.said_at.astimezone(VN):%H:%M %d/%m})"
        said.setdefault(one.line_id, []).append(words)
    return said
