"""Money taken for dossiers: payment, receipt with its number, and movement, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier, Party
from motcua.fees.models import CashDay, Line, Method, Movement, OfficeMoney, Payment, Receipt
from motcua.fees.models.cash import MovementKind
from motcua.fees.numbering import take_numbers
from motcua.fees.selectors.owing import owed
from motcua.fees.services.drawers import drawer_of
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import OfficeRow, office_on


@dataclass(frozen=True, slots=True)
class Paying:
    """One dossier that is paid for: row id, the moment, how much (None: all that is owed), who
    pays (empty: the owner)."""

    dossier: int
    at: datetime
    amount_vnd: int | None = None
    payer: str = ""
    payer_address: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The receipt made, its amount in đồng; `again` when the same key had made it before."""

    dossier: int
    receipt: UUID
    amount_vnd: int
    again: bool = False


@transaction.atomic
def take(
    asked: Sequence[Paying], *, by: Actor, key: UUID, method: Method = Method.CASH
) -> list[Taken]:
    """Take the money for all of `asked` or for none; each gets a receipt with the next number.

    Cash lies in the drawer of `by`, which must be open. The same key answers with what it did.
    Locks dossiers in id order, then the drawer, the book of receipts last; nine statements,
    however many. Raises Refused("not_your_money", "nothing_owed", "too_much", "amount_zero",
    "drawer_not_open", "drawer_left_open", "no_receipt_book").
    """
    rows = _locked([one.dossier for one in asked])
    before = _before(key)
    if before:
        return before
    for one in asked:
        _may(by, rows.get(one.dossier), one.at)
    due = owed(list(rows))
    amounts = [_amount(one, due.get(one.dossier, 0)) for one in asked]
    drawer = drawer_of(by, max(one.at for one in asked)) if method is Method.CASH else None
    made = Payment.objects.bulk_create(
        Payment(
            key=key,
            office_id=by.office_id,
            dossier_id=one.dossier,
            method=method,
            amount_vnd=amount,
            paid_at=one.at,
            account_id=by.account_id,
            position_id=by.position_id,
        )
        for one, amount in zip(asked, amounts, strict=True)
    )
    receipts = _receipts(asked, made, by)
    Movement.objects.bulk_create(_movement(one, drawer) for one in receipts)
    return [
        Taken(one.dossier, receipt.uuid, receipt.amount_vnd)
        for one, receipt in zip(asked, receipts, strict=True)
    ]


def _locked(dossiers: Sequence[int]) -> Mapping[int, Dossier]:
    rows = Dossier.objects.select_for_update(of=("self",)).only("id", "office_id", "handled_by_id")
    return {row.pk: row for row in rows.filter(pk__in=list(dossiers)).order_by("id")}


def _before(key: UUID) -> list[Taken]:
    found = Receipt.objects.filter(payment__key=key, replaces=None).order_by("payment_id")
    return [
        Taken(dossier, uuid, amount, again=True)
        for dossier, uuid, amount in found.values_list("payment__dossier_id", "uuid", "amount_vnd")
    ]


def _may(by: Actor, row: Dossier | None, at: datetime) -> None:
    owner = (row.handled_by_id or row.office_id) if row else 0
    if row is None or not can(by, Duty.COLLECT, Subject(owner_office_id=owner), at):
        raise Refused("not_your_money")


def _amount(one: Paying, due: int) -> int:
    if not due:
        raise Refused("nothing_owed")
    amount = due if one.amount_vnd is None else one.amount_vnd
    if amount <= 0:
        raise Refused("amount_zero")
    if amount > due:
        raise Refused("too_much", amount=format_vnd(due))
    return amount


def _movement(receipt: Receipt, drawer: CashDay | None) -> Movement:
    payment = receipt.payment
    return Movement(
        office_id=payment.office_id,
        cash_day=drawer,
        day_on=drawer.day_on if drawer else payment.paid_at.astimezone(VN).date(),
        at=payment.paid_at,
        kind=MovementKind.PAID,
        amount_vnd=payment.amount_vnd,
        payment=payment,
        receipt=receipt,
    )


def _receipts(asked: Sequence[Paying], made: Sequence[Payment], by: Actor) -> Sequence[Receipt]:
    owners = _owners([one.dossier_id for one in made])
    lines = _lines([one.dossier_id for one in made])
    own = OfficeMoney.objects.filter(office_id=by.office_id).first()
    office = office_on(by.office_id, made[0].paid_at.astimezone(VN).date())
    numbers = take_numbers(by.office_id, len(made))
    return Receipt.objects.bulk_create(
        Receipt(
            uuid=uuid4(),
            book=book,
            number=number,
            payment=payment,
            issued_at=payment.paid_at,
            payer=one.payer or owners.get(one.dossier, ("", ""))[0],
            payer_address=one.payer_address or owners.get(one.dossier, ("", ""))[1],
            lines=lines_of(lines.get(one.dossier, ()), payment.amount_vnd),
            amount_vnd=payment.amount_vnd,
            method=payment.method,
            office_name=name_of(office),
            tax_code=own.tax_code if own else "",
            office_address=own.address if own else "",
            account_id=by.account_id,
            officer=by.person,
        )
        for one, payment, (book, number) in zip(asked, made, numbers, strict=True)
    )


def name_of(office: OfficeRow) -> str:
    """The office as papers call it."""
    return office.name if office.name.startswith("UBND") else f"UBND {office.name}"


def lines_of(lines: Sequence[tuple[str, str, int]], amount: int) -> list[list[object]]:
    """The lines a receipt prints: those of the bill when they make up what was paid, else the one
    sum under the names of all."""
    if sum(vnd for _, _, vnd in lines) == amount:
        return [[name, quantity, vnd] for name, quantity, vnd in lines if vnd]
    names = "; ".join(dict.fromkeys(name for name, _, vnd in lines if vnd > 0))
    return [[names or "Phí, lệ phí", "", amount]]


def _owners(dossiers: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    found = Party.objects.filter(dossier_id__in=dossiers, role="owner", ordinal=0)
    return {
        dossier: (name, address)
        for dossier, name, address in found.values_list("dossier_id", "name", "address")
    }


def _lines(dossiers: Sequence[int]) -> Mapping[int, Sequence[tuple[str, str, int]]]:
    """What stands of each bill: lines that were taken back, and what took them back, left out."""
    found: dict[int, list[tuple[str, str, int]]] = {}
    standing = Line.objects.filter(dossier_id__in=dossiers, cancels=None, cancelled_by=None)
    for dossier, name, quantity, vnd in standing.order_by("dossier_id", "ordinal").values_list(
        "dossier_id", "name", "quantity", "amount_vnd"
    ):
        found.setdefault(dossier, []).append((name, quantity, vnd))
    return found
