"""The control sheet of a dossier: one line a hand-over, from its events and visits to steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow.deciding.assigning import RECEIPTS
from motcua.core.refusal import Refused
from motcua.core.tally import settle
from motcua.dossiers.holders import Holder
from motcua.dossiers.models import Dossier, DossierStep, Event, Party
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.doors import holder_words
from motcua.dossiers.selectors.visibility import visible_to
from motcua.dossiers.words import EVENT_TITLES
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow, office_on

RESULTS = {"early": "Trước hạn", "on_time": "Đúng hạn", "overdue": "Quá hạn"}
UNJUDGED = "Không tính"
RECEIVED_BY_LEAVING = ("handed_over", "approved", "sent_back", "finished", "result_returned")


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand-over: given to a body, taken by it, left it. Moments in Asia/Ho_Chi_Minh.

    `taker` is empty while nobody there has opened it. `result` is empty while it is there, and
    `Không tính` for a step outside the term. Officials only; nothing of the citizen.
    """

    body: str
    step: str
    given_at: datetime
    giver: str
    taken_at: datetime | None
    taker: str
    left_at: datetime | None
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class ControlSheet:
    """The sheet with its head. `ending` is what ended the dossier and when, in words; `late_slip`
    the number of the slip written by hand of a late entry (nhập bù), empty for any other."""

    code: str
    office: OfficeRow
    procedure: str
    owner: str
    owner_phone: str
    received_at: datetime
    receiver: str
    due_at: datetime | None
    hands: Sequence[Hand]
    ending: str
    late_slip: str = ""


def control_sheet(code: str, actor: Actor) -> ControlSheet:
    """The sheet of `code`. Raises Refused("not_found") outside the officer's scope. Four queries.

    Source: TT 01/2018, Mẫu 05; TT 03/2025, form 06.
    """
    dossier = visible_to(actor).filter(code=code).first()
    if dossier is None:
        raise Refused("not_found", dossier=code)
    events = list(dossier.events.select_related("account", "position").order_by("seq"))
    visits = list(dossier.steps.order_by("opened_seq", "id"))
    owner = dossier.parties.filter(role=Role.OWNER, ordinal=0).first() or Party()
    received = dossier.received_at.astimezone(VN)
    first = events[0]
    return ControlSheet(
        code=dossier.code,
        office=office_on(dossier.office_id, received.date()),
        procedure=catalogue.version(dossier.procedure_version_id).name,
        owner=owner.name,
        owner_phone=owner.phone,
        received_at=received,
        receiver=_who(first),
        due_at=dossier.due_at and dossier.due_at.astimezone(VN),
        hands=_hands(dossier, visits, events),
        ending=_ending(events),
        late_slip=next((one.payload["slip"] for one in events if one.kind == "entered_late"), ""),
    )


def _hands(
    dossier: Dossier, visits: Sequence[DossierStep], events: Sequence[Event]
) -> Sequence[Hand]:
    by_seq = {event.seq: event for event in events}
    return tuple(_hand(dossier, visit, by_seq, events) for visit in visits)


def _hand(
    dossier: Dossier, visit: DossierStep, by_seq: Mapping[int, Event], events: Sequence[Event]
) -> Hand:
    left = by_seq.get(visit.left_seq) if visit.left_seq else None
    taken = _taken(visit, events) or (left if _took(left) else None)
    given = by_seq[visit.opened_seq]
    if visit.opened_seq == 1:
        taken = given
    return Hand(
        body=holder_words(Holder(visit.office_id, visit.department_id, visit.position_kind)),
        step=visit.name,
        given_at=visit.entered_at.astimezone(VN),
        giver=_who(given),
        taken_at=taken.at.astimezone(VN) if taken else None,
        taker=_who(taken) if taken else "",
        left_at=visit.left_at and visit.left_at.astimezone(VN),
        result=_result(visit),
        note=_note(given, left),
    )


def _taken(visit: DossierStep, events: Sequence[Event]) -> Event | None:
    """The first receipt of the step within this visit."""
    last = visit.left_seq or len(events) + 1
    return next(
        (
            one
            for one in events
            if one.kind in RECEIPTS
            and visit.opened_seq < one.seq < last
            and one.payload.get("step") == visit.key
        ),
        None,
    )


def _took(left: Event | None) -> bool:
    """Who passed it on had it, though they never opened its page (acts on many at once)."""
    return left is not None and left.kind in RECEIVED_BY_LEAVING


def _result(visit: DossierStep) -> str:
    if visit.left_at is None:
        return ""
    if visit.due_at is None:
        return UNJUDGED
    return RESULTS[settle(visit.due_at, visit.left_at)]


def _note(given: Event, left: Event | None) -> str:
    """How it came and went, where that is more than being handed on."""
    told = []
    if given.kind in ("sent_back", "recalled", "reopened", "undone", "transferred_office"):
        told.append(EVENT_TITLES[given.kind])
    if given.payload.get("document"):
        told.append(f"Văn bản số {given.payload['document']}")
    plain = ("handed_over", "approved")
    if left is not None and left.kind not in plain:
        told.append(EVENT_TITLES[left.kind])
    return ". ".join(told)


def _who(event: Event) -> str:
    return f"{event.account.full_name}, {event.position.title}"


def _ending(events: Sequence[Event]) -> str:
    """The last event that ended the dossier, unless it was taken back or opened again."""
    ended = ("finished", "result_returned", "withdrawn", "stopped", "voided")
    for event in reversed(events):
        if event.kind in ("undone", "reopened"):
            return ""
        if event.kind in ended:
            at = event.at.astimezone(VN)
            return f"{EVENT_TITLES[event.kind]} lúc {at:%H:%M} ngày {at:%d/%m/%Y}"
    return ""
