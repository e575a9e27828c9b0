"""Opinions asked for: whom one may ask, what waits for an answer, what became of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import State
from motcua.core.flow.deciding.consulting import answer_day, usual_days
from motcua.dossiers.asides import STANCES, asked_holder, body_words, opinion_of
from motcua.dossiers.contexts import context_for
from motcua.dossiers.models import AskedOpinion, Dossier, DossierStep, Party
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.waiting import asked_of_us, held_by
from motcua.identity.actors import Actor
from motcua.organization.selectors import (
    OfficeRow,
    department_by_id,
    departments,
    office_by_id,
    offices,
)

Side = Literal["answer", "waiting"]
MOST = 200


@dataclass(frozen=True, slots=True)
class Askable:
    """One body that may be asked. `group` is the head it stands under."""

    office: str
    department: str
    words: str
    group: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What a request is made of: whom, within how many days, until when that is, and the law by
    which silence is then consent ("" for none)."""

    bodies: Sequence[Askable]
    days: int
    until: date
    article: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One body that was asked about a dossier. `owner` is the first owner's name."""

    code: str
    owner: str
    procedure: str
    ordinal: int
    who: str
    asked_by: str
    asked_seq: int
    asked_at: datetime
    due_on: date
    consents: bool
    overdue: bool
    ended_on: date | None
    ended: str
    entered_late: bool = False


def asking(dossier: Dossier, actor: Actor, at: datetime) -> Asking:
    """Whom `actor` may ask: the other departments, the offices around, the bodies outside. No
    query once the offices are cached."""
    state = State.from_json(dossier.flow)
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=actor,
        case=state.case,
        office_id=dossier.handled_by_id or dossier.office_id,
    )
    days = usual_days(context)
    until = answer_day(days, context, context.now)
    return Asking(tuple(_askable(actor)), days, until, context.silence_article)


def _askable(actor: Actor) -> Iterator[Askable]:
    own = office_by_id(actor.office_id)
    for part in departments(actor.office_id):
        if part.id != actor.department_id:
            yield Askable(own.slug, part.code, part.name, f"Phòng ban của {own.short_name}")
    around = [row for row in offices() if row.id != own.id and _is_near(row, own)]
    for row in sorted(around, key=lambda one: one.kind == "outside"):
        group = "Cơ quan phối hợp" if row.kind == "outside" else "Đơn vị khác"
        yield Askable(row.slug, "", body_words(row.slug, ""), group)


def _is_near(row: OfficeRow, own: OfficeRow) -> bool:
    """An outside body, who is above, who is below, and who is beside under the same."""
    beside = own.parent_id is not None and row.parent_id == own.parent_id
    return row.kind == "outside" or row.id == own.parent_id or row.parent_id == own.id or beside


def on_paper(dossier: Dossier, actor: Actor, item: int | None) -> bool:
    """Whether `actor` writes down an answer that came on paper: not one of the body asked."""
    waited = opinion_of(State.from_json(dossier.flow), item)
    if waited is None:
        return False
    body = asked_holder(waited, actor.kind)
    ours = body.department_id in (None, actor.department_id)
    return not (body.office_id == actor.office_id and ours)


def waited_for(actor: Actor, side: Side) -> QuerySet[AskedOpinion]:
    """What `actor` is to answer, or waits for from others. No query yet."""
    if side == "answer":
        return asked_of_us(actor)
    held = DossierStep.objects.filter(
        held_by(actor), dossier_id=OuterRef("dossier_id"), key=OuterRef("step")
    )
    rows = AskedOpinion.objects.filter(ended_at=None, dossier__stage__in=OPEN_STAGES)
    return rows.filter(Exists(held))


def asked_rows(actor: Actor, side: Side, at: datetime) -> Sequence[AskedRow]:
    """The rows of one side, the first due first, at most `MOST`. One query."""
    owner = Party.objects.filter(dossier_id=OuterRef("dossier_id"), role=Role.OWNER, ordinal=0)
    rows = (
        waited_for(actor, side)
        .select_related("dossier")
        .defer("dossier__flow", "dossier__head_hash")
        .annotate(owner=Subquery(owner.values("name")[:1]), late=F("dossier__flow__late"))
        .order_by("due_on", "dossier_id", "ordinal")
    )
    return tuple(_row(one, at, getattr(one, "owner", "") or "") for one in rows[:MOST])


def opinions_of(dossier: Dossier, at: datetime) -> Sequence[AskedRow]:
    """Everybody ever asked about a dossier, in order. One query, none when nobody was."""
    if not dossier.flow.get("consulted"):
        return ()
    rows = AskedOpinion.objects.filter(dossier=dossier).order_by("ordinal")
    return tuple(_row(one, at, "", dossier) for one in rows)


def overdue(at: datetime) -> Q:
    """What should have been answered before the day of `at`."""
    return Q(ended_at=None, due_on__lt=at.astimezone(VN).date())


def _row(one: AskedOpinion, at: datetime, owner: str, of: Dossier | None = None) -> AskedRow:
    dossier = of or one.dossier
    route = catalogue.process(dossier.process_id).route
    return AskedRow(
        code=dossier.code,
        owner=owner,
        procedure=catalogue.version(dossier.procedure_version_id).name,
        ordinal=one.ordinal,
        who=_who(one),
        asked_by=f"{route.step(one.step).name}, {office_by_id(dossier.office_id).short_name}",
        asked_seq=one.asked_seq,
        asked_at=one.asked_at.astimezone(VN),
        due_on=one.due_on,
        consents=one.consents,
        overdue=(one.ended_on or at.astimezone(VN).date()) > one.due_on,
        ended_on=one.ended_on,
        ended=_ended(one),
        entered_late=bool(getattr(one, "late", None)),
    )


def _who(one: AskedOpinion) -> str:
    if one.department_id:
        return department_by_id(one.department_id).name
    return body_words(office_by_id(one.office_id).slug, "")


def _ended(one: AskedOpinion) -> str:
    if one.ended_by == "opinion_given":
        return STANCES[one.stance]
    words = {
        "": "",
        "consent_presumed": "Coi như đồng ý",
        "opinion_withdrawn": "Thôi chờ",
    }
    return words.get(one.ended_by, "Hồ sơ đã kết thúc")
