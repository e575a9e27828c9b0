"""Parts of an office that people hold posts in: none ends while somebody does."""

from datetime import datetime

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.models import Holding, held_on_or_after
from motcua.identity.reach import reach_office
from motcua.organization.selectors import OfficeRow, department_by_code
from motcua.organization.services import NewOffice, add_below, end_department


@transaction.atomic
def add_office_below(office_id: int, asked: NewOffice, *, at: datetime, by: Actor) -> OfficeRow:
    """An office under one that `by` administers. Refused: out_of_reach, and as `add_below`."""
    reach_office(by, office_id, at)
    return add_below(office_id, asked, at=at, by=by)


@transaction.atomic
def close_department(office_id: int, code: str, *, at: datetime, by: Actor) -> None:
    """The department is no more from the day of `at`.

    Refused: out_of_reach, unknown_department, department_held, part_ended_already.
    """
    reach_office(by, office_id, at)
    part = department_by_code(office_id, code)
    if part is None:
        raise Refused("unknown_department")
    today = at.astimezone(VN).date()
    held = Holding.objects.filter(held_on_or_after(today), position__department_id=part.id)
    first = held.select_related("account").order_by("id").first()
    if first is not None:
        raise Refused("department_held", name=part.name, person=first.account.full_name)
    end_department(part.id, on=today, by=by)
