"""What a notice may say of its dossier, and to whom it goes. The one place that reads both."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.text import search_key
from motcua.dossiers.models import Dossier, Event, Party
from motcua.dossiers.models.dossier import Outcome, ResultBy, Stage
from motcua.dossiers.models.intake import Role
from motcua.messages.channels import EMAIL, SMS, ZALO
from motcua.messages.models import OutboxMessage
from motcua.messages.wordings import kind_of
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.papers.services import lookup_url, result_url

MONEY = "nvtc"
"""The reason of a wait that is about money due (`dossiers/data/overdue-reasons.csv`)."""
UNNAMED = "thủ tục hành chính đã nộp"
REFUSED_STAGES = {
    Stage.FINISHED: "Đã có văn bản từ chối giải quyết",
    Stage.RETURNED: "Đã trả văn bản từ chối giải quyết",
}
"""Where a dossier stands whose answer is a refusal: never as if it had been granted."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How its owner can be told, or whoever handed it in when the owner left nothing. All of it is
    personal data."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""

    def possible(self) -> Mapping[str, str]:
        """The address for each channel there is one for."""
        found = {EMAIL: self.email, ZALO: self.phone, SMS: self.phone}
        return {name: address for name, address in found.items() if address}


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice with everything it may say. `kind` is that of its words."""

    id: int
    key: UUID
    kind: str
    code: str
    office: OfficeRow
    by_post: bool
    stage: str
    facts: Mapping[str, str]


def notice_of(message: OutboxMessage) -> Notice:
    """What `message` tells, as the dossier stands now. One query once the catalogue is read."""
    return notices_of([message])[0]


def notices_of(messages: Sequence[OutboxMessage]) -> Sequence[Notice]:
    """What each of them tells; their dossiers are read already. One query."""
    events = {
        (event.dossier_id, event.seq): event
        for event in Event.objects.filter(
            dossier_id__in=[one.dossier_id for one in messages],
            seq__in={one.seq for one in messages},
        )
    }
    return [_notice(one, events.get((one.dossier_id, one.seq))) for one in messages]


def _notice(message: OutboxMessage, event: Event | None) -> Notice:
    dossier = message.dossier
    office = office_by_id(dossier.handled_by_id or dossier.office_id)
    by_post = dossier.result_by == ResultBy.POST
    return Notice(
        id=message.pk,
        key=key_of(dossier.uuid, message.seq, message.ordinal),
        kind=kind_of(
            message.kind,
            money=_about_money(event),
            by_post=by_post,
            electronic=went_electronically(event),
            refused=_refuses(dossier, event),
        ),
        code=dossier.code,
        office=office,
        by_post=by_post,
        stage=dossier.stage,
        facts={
            **_facts(dossier, office, _happened_at(message, event)),
            **_of_visit(event),
            "kiem_tra_truoc": _looked_at_by(event),
            "tai_ve": _fetched_at(dossier.code, event),
        },
    )


def key_of(dossier: UUID, seq: int, ordinal: int) -> UUID:
    """The notice's own key: the same for every attempt."""
    return uuid5(dossier, f"{seq}/{ordinal}")


def contact_of(dossier_id: int) -> Contact:
    """The owner's e-mail or phone; else the submitter's. One query."""
    return contacts_of([dossier_id]).get(dossier_id, Contact())


def contacts_of(dossiers: Collection[int]) -> Mapping[int, Contact]:
    """The same for many. One query."""
    order = {Role.OWNER: 0, Role.SUBMITTER: 1}
    people: dict[int, list[Party]] = {}
    for one in Party.objects.filter(dossier_id__in=dossiers, role__in=order):
        people.setdefault(one.dossier_id, []).append(one)
    for known in people.values():
        known.sort(key=lambda one: (order[Role(one.role)], one.ordinal))
    return {dossier: _contact(known) for dossier, known in people.items()}


def _contact(people: Sequence[Party]) -> Contact:
    who = next((one for one in people if one.email or one.phone), people[0])
    return Contact(who.name, who.email, who.phone, who.address)


def sample_facts(office: OfficeRow, at: datetime) -> Mapping[str, str]:
    """What a made-up dossier would say: for previews, and to judge how long words become."""
    return {
        **_of_office(office),
        "ma_ho_so": "000.00.01.H56-170331-0012",
        "thu_tuc": "thủ tục cấp giấy phép xây dựng nhà ở",
        "trang_thai": Stage.IN_PROGRESS.label,
        "ngay": _day(at),
        "ngay_nhan": _day(at),
        "ngay_xong": _day(at),
        "kiem_tra_truoc": _moment(at),
        "hen_bo_sung": _day(at),
        "hen_tra": _moment(at),
        "hen_lai": _moment(at),
        "hen_thuc_dia": _moment(at),
        "tai_ve": result_url("000.00.01.H56-170331-0012", "0" * 64) or "bộ phận một cửa",
        "tra_cuu": lookup_url("000.00.01.H56-170331-0012") or "bộ phận một cửa",
    }


def _facts(dossier: Dossier, office: OfficeRow, happened_at: datetime) -> Mapping[str, str]:
    version = catalogue.version(dossier.procedure_version_id)
    answer = dossier.flow.get("reply_by")
    return {
        **_of_office(office),
        "ma_ho_so": dossier.code,
        "thu_tuc": UNNAMED if version.sensitive else _said(version.name),
        "trang_thai": _standing(dossier),
        "ngay": _day(happened_at),
        "ngay_nhan": _day(dossier.received_at),
        "ngay_xong": _day(dossier.finished_at) if dossier.finished_at else "",
        "hen_tra": _moment(dossier.due_at) if dossier.due_at else "",
        "hen_lai": _moment(dossier.promised_at) if dossier.promised_at else "",
        "hen_bo_sung": f"{date.fromisoformat(answer):%d/%m/%Y}" if answer else "",
        "tra_cuu": lookup_url(dossier.code),
    }


def _of_office(office: OfficeRow) -> dict[str, str]:
    return {
        "co_quan": committee(office),
        "bo_phan": office.desk_name or "bộ phận một cửa",
        "dia_chi": office.address,
        "dien_thoai": office.phone,
    }


def committee(office: OfficeRow) -> str:
    """Who writes: the People's Committee of the place, as slips say it."""
    return office.name if office.name.startswith("UBND") else f"UBND {office.name}"


def _said(name: str) -> str:
    """A procedure's name in the middle of a sentence: “thủ tục …” in front, no capital."""
    rest = name.removeprefix("Thủ tục ")
    first, _, more = rest.partition(" ")
    lowered = (
        first if first.isupper() and len(search_key(first)) > 1 else first[:1].lower() + first[1:]
    )
    return f"thủ tục {lowered} {more}".rstrip()


def _happened_at(message: OutboxMessage, event: Event | None) -> datetime:
    """The event's moment; a reminder's is the day it was queued."""
    return event.at if event and not message.ordinal else message.queued_at


def _of_visit(event: Event | None) -> Mapping[str, str]:
    """When the visit on the ground is that an event speaks of, or would have been."""
    said = event.payload.get("visit_at") or event.payload.get("visit_was") if event else None
    return {"hen_thuc_dia": _moment(datetime.fromisoformat(said)) if said else ""}


def _looked_at_by(event: Event | None) -> str:
    """By when what was sent in is looked at."""
    said = event.payload["due_at"] if event and event.kind == "submitted" else ""
    return _moment(datetime.fromisoformat(said)) if said else ""


def _refuses(dossier: Dossier, event: Event | None) -> bool:
    """Whether what is told of is a refusal: as the event of the finish says it, else as it is."""
    if event is not None and event.kind == "finished":
        return bool(event.payload.get("outcome") == Outcome.REFUSED)
    return dossier.outcome == Outcome.REFUSED


def _standing(dossier: Dossier) -> str:
    stage = Stage(dossier.stage)
    refused = dossier.outcome == Outcome.REFUSED
    return (refused and REFUSED_STAGES.get(stage)) or str(stage.label)


def went_electronically(event: Event | None) -> bool:
    """Whether the event of a return says that nobody fetched the result at the desk, but a file."""
    returned = event is not None and event.kind == "result_returned"
    return returned and event is not None and event.payload.get("way") == "electronic"


def _fetched_at(code: str, event: Event | None) -> str:
    if event is None or not went_electronically(event):
        return ""
    return result_url(code, event.payload["file"])


def _about_money(event: Event | None) -> bool:
    return bool(event and event.kind == "suspended" and event.payload.get("reason") == MONEY)


def _day(at: datetime) -> str:
    return f"{at.astimezone(VN):%d/%m/%Y}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(VN):%H:%M ngày %d/%m/%Y}"
