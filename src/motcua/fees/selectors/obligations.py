"""Notices of the tax office: those of one dossier, and all that wait, the first due first."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from uuid import UUID

from django.db.models import F, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core import obligations as rules
from motcua.core.clock import VN
from motcua.core.codes import normalize
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.selectors.visibility import visible_to
from motcua.fees.models import Obligation, TransferSlip
from motcua.fees.services.obligations import BOOK, levies_of
from motcua.identity.actors import Actor
from motcua.papers.documents.kinds import kinds as kinds_of_document

MOST = 200
WORDS: Mapping[str, str] = {
    "met": "đã nộp",
    "waiting": "chờ nộp",
    "soon": "sắp đến hạn",
    "overdue": "quá hạn nộp",
    "deferred": "ghi nợ",
}


@dataclass(frozen=True, slots=True)
class LevyKind:
    """A kind of levy and in how many days it is usually due."""

    code: str
    name: str
    days: int


@dataclass(frozen=True, slots=True)
class LevyRow:
    """One levy of a notice, in words."""

    name: str
    amount_vnd: int
    due_on: date
    deferred: bool
    proof: str
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice with how it stands today."""

    uuid: UUID
    code: str
    owner: str
    phone: str
    procedure: str
    number: str
    received_on: date
    due_on: date
    levies: Sequence[LevyRow]
    to_pay_vnd: int
    debt_vnd: int
    standing: str
    words: str
    met: bool
    reminded_at: datetime | None
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A transfer slip that was made."""

    uuid: UUID
    number: str
    made_at: datetime
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ObligationPage:
    """One dossier with its notices and slips."""

    dossier: int
    seq: int
    code: str
    stage: str
    owner: str
    procedure: str
    notices: Sequence[NoticeRow]
    slips: Sequence[SlipRow]
    entered_late: bool = False


@lru_cache(maxsize=1)
def kinds() -> Sequence[LevyKind]:
    """Kinds of levy, from `data/levies.csv` [M]."""
    text = files("motcua.fees").joinpath("data/levies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(LevyKind(row["code"], row["name"], int(row["days"])) for row in rows)


def page_of(actor: Actor, code: str, today: date) -> ObligationPage:
    """The notices and slips of one dossier. Five queries. Raises Refused("not_found")."""
    mine = visible_to(actor).annotate(late=F("flow__late")).defer("flow", "head_hash")
    found = mine.filter(code=normalize(code)).first()
    if found is None:
        raise Refused("not_found", dossier=code)
    rows = Obligation.objects.filter(dossier=found).order_by("received_on", "id")
    slips = TransferSlip.objects.filter(dossier=found).order_by("id")
    owner = Party.objects.filter(dossier=found, role="owner", ordinal=0).first()
    return ObligationPage(
        dossier=found.pk,
        seq=found.head_seq,
        code=found.code,
        stage=found.stage,
        owner=owner.name if owner else "",
        procedure=catalogue.version(found.procedure_version_id).name,
        notices=_rows(rows, today),
        slips=[
            SlipRow(one.uuid, number_of(one), one.made_at.astimezone(VN), one.facts)
            for one in slips
        ],
        entered_late=bool(getattr(found, "late", None)),
    )


def number_of(slip: TransferSlip) -> str:
    """A slip's number as the register has it: `07/PCTT`."""
    return kinds_of_document()[BOOK].number_words(slip.number, "")


def waiting(actor: Actor, today: date) -> Sequence[NoticeRow]:
    """Notices not met yet of the dossiers in reach, the first due first, at most 200. Two
    queries."""
    rows = Obligation.objects.filter(met_at=None, dossier__in=visible_to(actor))
    return _rows(rows.order_by("due_on", "id")[:MOST], today)


def overdue(actor: Actor, today: date) -> int:
    """How many of them are past their day; what is left of debts alone never is. One query."""
    asks = [{"deferred": False}]
    rows = Obligation.objects.filter(met_at=None, due_on__lt=today, levies__contains=asks)
    mine = rows.filter(dossier__in=visible_to(actor)).only("levies", "proof", "paid_on")
    return sum(rules.holds_up(levies_of(one)) for one in mine)


def _rows(rows: QuerySet[Obligation], today: date) -> Sequence[NoticeRow]:
    marked = rows.select_related("dossier").annotate(late=F("dossier__flow__late"))
    found = list(marked.defer("dossier__flow", "dossier__head_hash"))
    people = {
        one.dossier_id: one
        for one in Party.objects.filter(
            dossier_id__in=[row.dossier_id for row in found], role="owner", ordinal=0
        )
    }
    return [_row(one, one.dossier, people.get(one.dossier_id), today) for one in found]


def _row(one: Obligation, dossier: Dossier, owner: Party | None, today: date) -> NoticeRow:
    levies = levies_of(one)
    standing = rules.standing(levies, met=one.met_at is not None, today=today)
    names = {kind.code: kind.name for kind in kinds()}
    return NoticeRow(
        uuid=one.uuid,
        code=dossier.code,
        owner=owner.name if owner else "",
        phone=owner.phone if owner else "",
        procedure=catalogue.version(dossier.procedure_version_id).name,
        number=one.number,
        received_on=one.received_on,
        due_on=one.due_on,
        levies=[
            LevyRow(
                names.get(v.kind, v.kind), v.amount_vnd, v.due_on, v.deferred, v.proof, v.paid_on
            )
            for v in levies
        ],
        to_pay_vnd=rules.to_pay(levies),
        debt_vnd=rules.debt(levies),
        standing=standing,
        words=WORDS[standing],
        met=one.met_at is not None,
        reminded_at=one.reminded_at.astimezone(VN) if one.reminded_at else None,
        entered_late=bool(getattr(one, "late", None)),
    )
