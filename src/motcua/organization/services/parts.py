"""Departments, the desk and its counters: added, renamed, ended; never taken away from history."""

from datetime import date

from django.db import IntegrityError, transaction

from motcua.core.refusal import Refused
from motcua.core.text import clean, search_key
from motcua.organization import selectors
from motcua.organization.models import Counter, Department, Office
from motcua.organization.noting import Doer, note

LONGEST_CODE = 20


@transaction.atomic
def add_department(office_id: int, *, code: str, name: str, by: Doer) -> int:
    """The row of a new department. Refused: department_code_not_plain, department_code_taken."""
    wanted, words = clean(code).upper(), clean(name)[:120]
    plain = wanted.replace("-", "").replace(".", "")
    if not (wanted.isascii() and plain.isalnum() and len(wanted) <= LONGEST_CODE):
        raise Refused("department_code_not_plain", given=wanted[:40])
    if Department.objects.filter(office_id=office_id, code=wanted).exists():
        raise Refused("department_code_taken", given=wanted)
    last = Department.objects.filter(office_id=office_id).order_by("-ordinal").first()
    row = Department.objects.create(
        office_id=office_id,
        code=wanted,
        name=words,
        ordinal=min((last.ordinal if last else 0) + 1, 32_000),
    )
    _told("add_department", office_id, wanted, by)
    return row.pk


@transaction.atomic
def rename_department(department_id: int, *, name: str, by: Doer) -> None:
    """Another name; its code, which processes speak of, stays."""
    row = Department.objects.select_for_update().get(pk=department_id)
    row.name = clean(name)[:120]
    row.save(update_fields=["name"])
    _told("rename_department", row.office_id, row.code, by)


@transaction.atomic
def end_department(department_id: int, *, on: date, by: Doer) -> None:
    """Nobody new is given a post in it from `on`. Whether it still has work, the caller asked."""
    row = Department.objects.select_for_update().get(pk=department_id)
    if row.ended_on is not None:
        raise Refused("part_ended_already", name=row.name)
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    _told("end_department", row.office_id, row.code, by)


@transaction.atomic
def add_counter(office_id: int, *, name: str, by: Doer) -> int:
    """The row of a new counter. Refused: counter_name_taken, whatever the case and accents."""
    words = clean(name)[:60]
    open_ones = Counter.objects.filter(office_id=office_id, ended_on=None)
    if search_key(words) in {search_key(one.name) for one in open_ones}:
        raise Refused("counter_name_taken", name=words)
    last = open_ones.order_by("-ordinal").first()
    try:
        with transaction.atomic():
            row = Counter.objects.create(
                office_id=office_id, name=words, ordinal=(last.ordinal if last else 0) + 1
            )
    except IntegrityError:
        raise Refused("counter_name_taken", name=words) from None
    _told("add_counter", office_id, str(row.pk), by)
    return row.pk


@transaction.atomic
def end_counter(counter_id: int, *, on: date, by: Doer) -> None:
    """The counter is closed from `on`. Refused: part_ended_already."""
    row = Counter.objects.select_for_update().get(pk=counter_id)
    if row.ended_on is not None:
        raise Refused("part_ended_already", name=row.name)
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    _told("end_counter", row.office_id, str(row.pk), by)


@transaction.atomic
def change_desk(office_id: int, *, desk_name: str, phone: str, address: str, by: Doer) -> None:
    """What papers and pages say of the desk. The office's own name is no matter of its staff."""
    office = Office.objects.select_for_update().get(pk=office_id)
    office.desk_name = clean(desk_name)[:120] or office.desk_name
    office.phone, office.address = clean(phone)[:20], clean(address)[:200]
    office.save(update_fields=["desk_name", "phone", "address"])
    _told("change_desk", office_id, "", by)


def _told(action: str, office_id: int, part: str, by: Doer) -> None:
    selectors.forget()
    slug = selectors.office_by_id(office_id).slug
    note(action, f"{slug} {part}".strip(), by=by)
