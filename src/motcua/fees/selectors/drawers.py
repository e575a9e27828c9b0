"""Days of the cash book: a clerk's own drawer, and those of an office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from motcua.core.clock import VN
from motcua.core.drawer import expected
from motcua.core.refusal import Refused
from motcua.fees.models import CashDay, Movement
from motcua.fees.models.cash import MONEY_BACK, MONEY_IN, MovementKind
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of

MOST = 200


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One movement: above zero came in. `paper` is the receipt's number or the paper it went on,
    `clerk` whose drawer it is (empty: the office's account)."""

    at: datetime
    kind: str
    words: str
    amount_vnd: int
    paper: str
    code: str
    clerk: str


@dataclass(frozen=True, slots=True)
class DrawerRow:
    """A day of a drawer with its sums, in đồng; what went out is below zero."""

    uuid: UUID
    day_on: date
    clerk: str
    desk: str
    opened_at: datetime
    opening_vnd: int
    opening_note: str
    taken_vnd: int
    given_back_vnd: int
    handed_in_vnd: int
    expected_vnd: int
    counted_vnd: int | None
    closed_at: datetime | None
    difference_vnd: int
    difference_reason: str
    signed_by: str
    signed_at: datetime | None
    own: bool


@dataclass(frozen=True, slots=True)
class DrawerPage:
    """One day with each of its movements."""

    row: DrawerRow
    movements: Sequence[MovementRow]


def open_drawer_of(actor: Actor) -> DrawerPage | None:
    """The officer's open drawer; None when there is none. At most two queries."""
    mine = CashDay.objects.filter(
        position_id=actor.position_id, account_id=actor.account_id, closed_at=None
    )
    found = summed(mine).first()
    return _page(found, actor) if found else None


def carried(actor: Actor) -> int:
    """What the officer left in the drawer the last time. One query."""
    mine = CashDay.objects.filter(position_id=actor.position_id, account_id=actor.account_id)
    last = mine.exclude(closed_at=None).order_by("-day_on").values_list("counted_vnd", flat=True)
    return last.first() or 0


def drawer(actor: Actor, uuid: UUID) -> DrawerPage:
    """One day of a drawer in reach. Two queries. Raises Refused("unknown_drawer")."""
    found = summed(_in_reach(actor)).filter(uuid=uuid).first()
    if found is None:
        raise Refused("unknown_drawer")
    return _page(found, actor)


def drawers(actor: Actor, first: date, last: date) -> Sequence[DrawerRow]:
    """The days of the drawers in reach from `first` to `last`, the newest first. One query."""
    rows = summed(_in_reach(actor)).filter(day_on__range=(first, last))
    return [_row(one, actor) for one in rows.order_by("-day_on", "id")[:MOST]]


def _in_reach(actor: Actor) -> QuerySet[CashDay]:
    """All of the office for who signs, else one's own."""
    if scope_of(actor, Duty.SIGN_CASH) is not None:
        return CashDay.objects.filter(office_id=actor.office_id)
    return CashDay.objects.filter(position_id=actor.position_id, account_id=actor.account_id)


def summed(rows: QuerySet[CashDay]) -> QuerySet[CashDay]:
    """Days with what was `taken`, `given_back` and `handed_in`; what went out is below zero."""

    def of(*kinds: str) -> Sum:
        return Sum("movements__amount_vnd", filter=Q(movements__kind__in=kinds), default=0)

    return rows.select_related("account", "position", "signed_by").annotate(
        taken=of(*MONEY_IN),
        given_back=of(*MONEY_BACK),
        handed_in=of(MovementKind.HANDED_IN),
    )


def _page(found: CashDay, actor: Actor) -> DrawerPage:
    rows = Movement.objects.filter(cash_day=found).order_by("at", "id")
    return DrawerPage(_row(found, actor), movements_of(rows))


def movements_of(rows: QuerySet[Movement]) -> Sequence[MovementRow]:
    """Movements with their papers, in the order given. One query."""
    read = rows.select_related("payment__dossier", "refund", "receipt__book", "cash_day__account")
    found = read.defer("payment__dossier__flow")
    return [
        MovementRow(
            at=one.at.astimezone(VN),
            kind=one.kind,
            words=MovementKind(one.kind).label,
            amount_vnd=one.amount_vnd,
            paper=_paper(one),
            code=one.payment.dossier.code if one.payment else "",
            clerk=one.cash_day.account.full_name if one.cash_day else "",
        )
        for one in found
    ]


def _paper(one: Movement) -> str:
    if one.refund is not None:
        return f"Phiếu hoàn {one.refund.number}/{one.refund.year}"
    if one.receipt is None:
        return one.note
    book = one.receipt.book
    return f"Biên lai {book.serial} {one.receipt.number:0{book.digits}d}"


def _row(found: CashDay, actor: Actor) -> DrawerRow:
    sums = [getattr(found, name) for name in ("taken", "given_back", "handed_in")]
    now = expected(found.opening_vnd, sums)
    counted = found.counted_vnd
    return DrawerRow(
        uuid=found.uuid,
        day_on=found.day_on,
        clerk=found.account.full_name,
        desk=found.position.title,
        opened_at=found.opened_at.astimezone(VN),
        opening_vnd=found.opening_vnd,
        opening_note=found.opening_note,
        taken_vnd=sums[0],
        given_back_vnd=sums[1],
        handed_in_vnd=sums[2],
        expected_vnd=now,
        counted_vnd=counted,
        closed_at=found.closed_at.astimezone(VN) if found.closed_at else None,
        difference_vnd=0 if counted is None else counted - now,
        difference_reason=found.difference_reason,
        signed_by=found.signed_by.full_name if found.signed_by else "",
        signed_at=found.signed_at.astimezone(VN) if found.signed_at else None,
        own=found.account_id == actor.account_id,
    )
