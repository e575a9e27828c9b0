"""Transfers that are waited for, the account they go to, and the credits nobody has matched."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.statement import Verdict, Waited
from motcua.core.vietqr import Transfer, payload
from motcua.fees.models import Demand, OfficeMoney, StatementLine
from motcua.fees.selectors.owing import owed
from motcua.identity.actors import Actor
from motcua.papers.receipt import Pay

MOST = 200
WORDS: Mapping[str, str] = {
    Verdict.MATCHED: "khớp",
    Verdict.WRONG_AMOUNT: "sai số tiền",
    Verdict.UNKNOWN: "số tham chiếu lạ",
    Verdict.NO_REFERENCE: "không có số tham chiếu",
    Verdict.DOUBLE: "trả hai lần",
    Verdict.BY_HAND: "khớp tay",
}


@dataclass(frozen=True, slots=True)
class Account:
    """Where an office's transfers go, and what its receipts say of it."""

    tax_code: str
    address: str
    bank_bin: str
    bank_name: str
    bank_account: str
    holder: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A transfer that is waited for; `qr` is the text of its VietQR."""

    uuid: UUID
    reference: str
    amount_vnd: int
    asked_at: datetime
    qr: str
    account: Account


@dataclass(frozen=True, slots=True)
class CreditRow:
    """A credit of a statement and what became of it."""

    uuid: UUID
    booked_on: date
    amount_vnd: int
    content: str
    verdict: str
    words: str
    note: str
    matched: bool


@lru_cache(maxsize=1)
def banks() -> Mapping[str, str]:
    """Names by BIN. Source: NAPAS's list, from memory [M]."""
    text = files("motcua.fees").joinpath("data/banks.csv").read_text(encoding="utf-8")
    return {row["bin"]: row["name"] for row in csv.DictReader(text.splitlines())}


def account_of(office_id: int) -> Account | None:
    """What an administrator wrote down for an office. One query."""
    row = OfficeMoney.objects.filter(office_id=office_id).first()
    if row is None:
        return None
    name = banks().get(row.bank_bin, row.bank_bin)
    return Account(
        row.tax_code, row.address, row.bank_bin, name, row.bank_account, row.account_holder
    )


def asked_of(dossier: int) -> Asked | None:
    """The transfer a dossier waits for. Two queries, one when there is none."""
    found = Demand.objects.filter(dossier_id=dossier, payment=None, closed_at=None).first()
    account = account_of(found.office_id) if found else None
    if found is None or account is None or not account.bank_account:
        return None
    return Asked(
        uuid=found.uuid,
        reference=found.reference,
        amount_vnd=found.amount_vnd,
        asked_at=found.asked_at.astimezone(VN),
        qr=_text(found, account),
        account=account,
    )


def pays_of(codes: Sequence[str]) -> Mapping[str, Pay]:
    """What slips of those dossiers ask to be transferred, by code: each demand that still is what
    is owed. Three queries, one when nothing is waited for."""
    found = list(
        Demand.objects.filter(dossier__code__in=codes, payment=None, closed_at=None)
        .select_related("dossier")
        .defer("dossier__flow", "dossier__head_hash")
    )
    due = owed([one.dossier_id for one in found])
    accounts = {office: account_of(office) for office in {one.office_id for one in found}}
    return {
        one.dossier.code: _pay(one, account)
        for one in found
        if (account := accounts[one.office_id])
        and account.bank_account
        and due.get(one.dossier_id) == one.amount_vnd
    }


def _pay(demand: Demand, account: Account) -> Pay:
    return Pay(
        _text(demand, account),
        f"{account.bank_name}, số {account.bank_account}, {account.holder}",
        demand.amount_vnd,
        demand.reference,
    )


def _text(demand: Demand, account: Account) -> str:
    """What the square says."""
    return payload(
        Transfer(account.bank_bin, account.bank_account, demand.amount_vnd, demand.reference)
    )


def waited(office_id: int) -> Mapping[str, Waited]:
    """Every reference the office gave out, those closed unpaid left out. One query."""
    rows = Demand.objects.filter(office_id=office_id).exclude(closed_at__isnull=False, payment=None)
    return {
        reference: Waited(amount, payment is not None)
        for reference, amount, payment in rows.values_list("reference", "amount_vnd", "payment")
    }


def credits_of(actor: Actor, *, unmatched: bool) -> Sequence[CreditRow]:
    """The office's credits, the newest first, at most 200. One query."""
    rows = StatementLine.objects.filter(office_id=actor.office_id)
    if unmatched:
        rows = rows.filter(payment=None)
    return [
        CreditRow(
            uuid=row.uuid,
            booked_on=row.booked_on,
            amount_vnd=row.amount_vnd,
            content=row.content,
            verdict=row.verdict,
            words=WORDS.get(row.verdict, row.verdict),
            note=row.note,
            matched=row.payment_id is not None,
        )
        for row in rows.order_by("-booked_on", "-id")[:MOST]
    ]
