"""What waits to be received: sent in and not looked at yet, or not complete and with its owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.codes import normalize
from motcua.core.flow import State
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import Dossier, DossierComponent, Party
from motcua.dossiers.models.dossier import BEFORE_INTAKE, Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.references import reference_in
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.page import face_of
from motcua.identity.actors import Actor

PAGE = 200


@dataclass(frozen=True, slots=True)
class Arrived:
    """One of them in a list. `face` is the clock of the check; `asked` names the papers its owner
    was told of, `late` tells that the day to answer by has passed: nothing lapses by itself."""

    code: str
    owner: str
    phone: str
    procedure: str
    channel: str
    stage: str
    came_at: datetime
    due_at: datetime | None
    face: Face
    guided_at: datetime | None
    reply_by: date | None
    asked: Sequence[str]
    late: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """One of them whole, to be received with what was told of it."""

    id: int
    seq: int
    code: str
    stage: str
    channel: str
    procedure: str
    case: str
    copies: int
    result_by: str
    fee_vnd: int
    owners: Sequence[Party]
    submitter: Party | None
    papers: Sequence[DossierComponent]
    asked: Sequence[int]


def to_check(actor: Actor, at: datetime) -> Sequence[Arrived]:
    """What was sent in and nobody looked at, what is due first on top. Two queries."""
    return _rows(waiting_at(actor, Stage.SUBMITTED).order_by("due_at", "id"), at)


def to_complete(actor: Actor, at: datetime, words: str = "") -> Sequence[Arrived]:
    """What waits for its owner, the longest first; with `words` (the reference, a name, the number
    of a paper or a telephone) what they find. Two queries."""
    chosen = waiting_at(actor, Stage.INCOMPLETE)
    if words:
        chosen = chosen.filter(_told_by(words))
    return _rows(chosen.order_by("received_at", "id"), at)


def waiting_at(actor: Actor, *stages: Stage) -> QuerySet[Dossier]:
    """What waits to be received at the officer's office, what came to it from one that ended
    included. No query yet."""
    return Dossier.objects.filter(answered_by(actor.office_id), stage__in=stages or BEFORE_INTAKE)


def kept_of(actor: Actor, code: str) -> Kept:
    """The one of that reference, whole. Raises Refused("not_found"). Three queries."""
    dossier = waiting_at(actor).filter(code=normalize(code)).first()
    if dossier is None:
        raise Refused("not_found", dossier=code)
    people = list(dossier.parties.order_by("role", "ordinal"))
    return Kept(
        id=dossier.id,
        seq=dossier.head_seq,
        code=dossier.code,
        stage=dossier.stage,
        channel=dossier.channel,
        procedure=catalogue.version(dossier.procedure_version_id).slug,
        case=dossier.flow.get("case", ""),
        copies=dossier.copies,
        result_by=dossier.result_by,
        fee_vnd=dossier.fee_vnd,
        owners=[one for one in people if one.role == Role.OWNER],
        submitter=next((one for one in people if one.role == Role.SUBMITTER), None),
        papers=tuple(dossier.components.order_by("ordinal")),
        asked=State.from_json(dossier.flow).asked_items,
    )


def _told_by(words: str) -> Q:
    reference = reference_in(words)
    if reference:
        return Q(code=reference)
    digits = "".join(words.split())
    people = Party.objects.filter(dossier_id=OuterRef("pk"))
    if digits.isdigit():
        return Q(Exists(people.filter(Q(id_number=digits) | Q(phone=digits))))
    named = Q()
    for word in search_key(words).split():
        named &= Q(search_key__contains=word)
    return Q(Exists(people.filter(named)))


def _rows(chosen: QuerySet[Dossier], at: datetime) -> Sequence[Arrived]:
    owners = Party.objects.filter(role=Role.OWNER, ordinal=0)
    found = chosen.prefetch_related(Prefetch("parties", owners))
    return tuple(_row(dossier, at) for dossier in found[:PAGE])


def _row(dossier: Dossier, at: datetime) -> Arrived:
    state = State.from_json(dossier.flow)
    version = catalogue.version_in_case(dossier.procedure_version_id, state.case)
    names = {component.ordinal: component.name for component in version.components}
    owner = next(iter(dossier.parties.all()), None)
    due = dossier.due_at and dossier.due_at.astimezone(VN)
    reply_by = date.fromisoformat(state.reply_by) if state.reply_by else None
    return Arrived(
        code=dossier.code,
        owner=owner.name if owner else "",
        phone=owner.phone if owner else "",
        procedure=version.name,
        channel=dossier.channel,
        stage=dossier.stage,
        came_at=dossier.received_at.astimezone(VN),
        due_at=due,
        face=face_of(dossier, at),
        guided_at=state.guided_at,
        reply_by=reply_by,
        asked=[names.get(item, f"Giấy tờ số {item}") for item in state.asked_items],
        late=reply_by is not None and reply_by < at.astimezone(VN).date(),
    )
