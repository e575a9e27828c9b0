"""The drawer of a clerk: opened with a count, closed with a count, signed by a second person."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet, Sum

from motcua.core import drawer as rules
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.fees.models import CashDay, Movement
from motcua.fees.models.cash import MovementKind
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import calendar_of

LONGEST_NOTE = 300


@transaction.atomic
def open_drawer(*, by: Actor, at: datetime, counted_vnd: int, words: str = "") -> CashDay:
    """Begin a day of the book with what was counted. Three statements.

    Raises Refused("not_your_money", "drawer_open_already", "opening_differs",
    "counted_below_zero").
    """
    _may(by, Duty.COLLECT, at)
    last = _of(by).select_for_update().order_by("-day_on").first()
    if last is not None and last.closed_at is None:
        raise Refused("drawer_open_already", day=f"{last.day_on:%d/%m/%Y}")
    rules.check_opening(last.counted_vnd if last else None, counted_vnd, words)
    today = at.astimezone(VN).date()
    return CashDay.objects.create(
        uuid=uuid4(),
        office_id=by.office_id,
        position_id=by.position_id,
        account_id=by.account_id,
        day_on=rules.day_of_book(today, last.day_on if last else None, calendar_of(by.office_id)),
        opened_at=at,
        opening_vnd=counted_vnd,
        opening_note=words.strip()[:LONGEST_NOTE],
    )


def drawer_of(by: Actor, at: datetime) -> CashDay:
    """The open drawer of `by`, locked. One statement.

    Raises Refused: `drawer_not_open`, or `drawer_left_open` when it is one of a day before.
    """
    found = _of(by).select_for_update().filter(closed_at=None).first()
    if found is None:
        raise Refused("drawer_not_open")
    if found.day_on < at.astimezone(VN).date():
        raise Refused("drawer_left_open", day=f"{found.day_on:%d/%m/%Y}")
    return found


@transaction.atomic
def hand_in(*, by: Actor, at: datetime, amount_vnd: int, paper: str) -> None:
    """Money leaves the drawer for the treasury (kho bạc) or the office's cashier, on a `paper`.

    Raises Refused("drawer_not_open", "no_paper", "not_that_much").
    """
    found = _locked_open(by)
    if not paper.strip():
        raise Refused("no_paper")
    if not 0 < amount_vnd <= expected_of(found):
        raise Refused("not_that_much", most=expected_of(found))
    Movement.objects.create(
        office_id=found.office_id,
        cash_day=found,
        day_on=found.day_on,
        at=at,
        kind=MovementKind.HANDED_IN,
        amount_vnd=-amount_vnd,
        note=paper.strip()[:LONGEST_NOTE],
    )


@transaction.atomic
def close_drawer(*, by: Actor, at: datetime, counted_vnd: int, reason: str = "") -> CashDay:
    """Freeze the day with what was counted; a difference is explained. Three statements.

    Raises Refused("drawer_not_open", "difference_unexplained", "counted_below_zero").
    """
    found = _locked_open(by)
    found.expected_vnd = expected_of(found)
    rules.check_closing(found.expected_vnd, counted_vnd, reason)
    found.counted_vnd, found.closed_at = counted_vnd, at
    found.difference_reason = reason.strip()[:LONGEST_NOTE]
    found.save(update_fields=["expected_vnd", "counted_vnd", "closed_at", "difference_reason"])
    return found


@transaction.atomic
def sign_drawer(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """A second person has seen a closed day. Raises Refused("unknown_drawer", "not_closed_yet",
    "signs_own_drawer", "signed_already")."""
    found = CashDay.objects.select_for_update().filter(uuid=uuid).first()
    subject = Subject(owner_office_id=found.office_id if found else 0)
    if found is None or not can(by, Duty.SIGN_CASH, subject, at):
        raise Refused("unknown_drawer")
    if found.closed_at is None:
        raise Refused("not_closed_yet")
    if found.account_id == by.account_id:
        raise Refused("signs_own_drawer")
    if found.signed_at is not None:
        raise Refused("signed_already")
    found.signed_at, found.signed_by_id = at, by.account_id
    found.save(update_fields=["signed_at", "signed_by"])
    note("cash_day_signed", f"{found.day_on:%Y-%m-%d}", by)


def expected_of(day: CashDay) -> int:
    """What the book says is in the drawer. One query."""
    moved = day.movements.aggregate(total=Sum("amount_vnd"))["total"] or 0
    return rules.expected(day.opening_vnd, [moved])


def _of(by: Actor) -> QuerySet[CashDay]:
    return CashDay.objects.filter(position_id=by.position_id, account_id=by.account_id)


def _locked_open(by: Actor) -> CashDay:
    """Also of a day before: it has to be closed some time."""
    found = _of(by).select_for_update().filter(closed_at=None).first()
    if found is None:
        raise Refused("drawer_not_open")
    return found


def _may(by: Actor, duty: Duty, at: datetime) -> None:
    if not can(by, duty, Subject(owner_office_id=by.office_id), at):
        raise Refused("not_your_money")
