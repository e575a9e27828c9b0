"""The register of an office (sổ theo dõi hồ sơ): every number it gave in a period, in order.

Read from the dossiers and their events; nothing in it is written by hand and no line ever goes
away: what was voided or not taken in keeps its line and says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Min, Q, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Event, Party
from motcua.dossiers.models.dossier import BEFORE_INTAKE
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.doors import who_holds
from motcua.identity.actors import Actor

PAGE = 50
CHUNK = 500
MOST = 10_000
"""Lines of one file; a longer period is taken in parts."""

BACK_BY = {"desk": "Tại quầy", "post": "Bưu chính"}
NOTES = {
    "void": "Đã huỷ tiếp nhận",
    "intake_refused": "Không tiếp nhận",
    "withdrawn": "Người nộp rút hồ sơ",
    "stopped": "Dừng giải quyết",
}
ENTERED_LATE = "Nhập bù"
STATES: Mapping[str, Q] = {
    "dang-giai-quyet": Q(finished_at=None) & ~Q(stage__in=("void", "intake_refused")),
    "cho-tra": Q(stage="finished"),
    "da-tra": Q(stage="returned"),
    "khong-nhan": Q(stage__in=("void", "intake_refused")),
    "da-huy": Q(stage="void"),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """Which lines: days of receipt, both counted; a state of `STATES` or ""; the end of a code
    or ""."""

    start: date
    end: date
    state: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Days and moments in Asia/Ho_Chi_Minh; `ordinal` counts within the period."""

    ordinal: int
    code: str
    procedure: str
    copies: int
    owner: str
    address: str
    phone: str
    handled_by: str
    received_at: datetime
    promised_at: datetime | None
    passed_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    return_by: str
    note: str
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of one page of `pages`, counted from 1, of `count` in all; `voided` of these were taken
    in by mistake."""

    lines: Sequence[Line]
    number: int
    pages: int
    count: int
    voided: int = 0


def register_page(actor: Actor, asking: Asking, number: int) -> Page:
    """Page `number` of the register of the officer's office; the last one when past it.

    Five queries.
    """
    found = chosen(actor, asking)
    told = found.aggregate(count=Count("pk"), voided=Count("pk", filter=STATES["da-huy"]))
    count = told["count"]
    pages = max(1, -(-count // PAGE))
    number = min(max(1, number), pages)
    first = (number - 1) * PAGE
    lines = lines_of(list(_ordered(found)[first : first + PAGE]), first)
    return Page(lines, number, pages, count, told["voided"])


def register_count(actor: Actor, asking: Asking) -> int:
    """How many lines there are. One query."""
    return chosen(actor, asking).count()


def register_lines(
    actor: Actor, asking: Asking, first: int = 0, most: int = MOST
) -> Iterator[Line]:
    """Lines from the place `first` (0 is the first) on, at most `most`, read 500 at a time with
    four queries each, so that ten thousand are never held at once."""
    ordered = _ordered(chosen(actor, asking))
    for start in range(first, first + most, CHUNK):
        found = lines_of(list(ordered[start : min(start + CHUNK, first + most)]), start)
        yield from found
        if len(found) < CHUNK:
            return


def chosen(actor: Actor, asking: Asking) -> QuerySet[Dossier]:
    """The dossiers of those lines, in no order."""
    midnight = datetime.combine(asking.start, time(), VN)
    after = datetime.combine(asking.end + timedelta(days=1), time(), VN)
    found = Dossier.objects.filter(
        office_id=actor.office_id, received_at__gte=midnight, received_at__lt=after
    ).exclude(stage__in=BEFORE_INTAKE)
    if asking.state in STATES:
        found = found.filter(STATES[asking.state])
    return found.filter(code__endswith=f"-{asking.tail}") if asking.tail else found


def _ordered(found: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """By the moment of receipt: an import of old dossiers takes its place among them."""
    return found.order_by("received_at", "id").defer("flow", "head_hash")


def lines_of(dossiers: Sequence[Dossier], first: int) -> Sequence[Line]:
    """Their lines, of which `first` came before. Three queries."""
    ids = [row.pk for row in dossiers]
    owners = {
        party.dossier_id: party
        for party in Party.objects.filter(dossier_id__in=ids, role=Role.OWNER, ordinal=0)
    }
    promised = dict(
        Event.objects.filter(dossier_id__in=ids, seq=1).values_list("dossier_id", "payload__due_at")
    )
    first_of: dict[tuple[int, str], datetime] = {
        (dossier, kind): at
        for dossier, kind, at in Event.objects.filter(
            dossier_id__in=ids, kind__in=("handed_over", "entered_late")
        )
        .values("dossier_id", "kind")
        .annotate(first=Min("at"))
        .values_list("dossier_id", "kind", "first")
    }
    return [
        _line(
            place, row, owners.get(row.pk), promised.get(row.pk),
            first_of.get((row.pk, "handed_over")), (row.pk, "entered_late") in first_of,
        )
        for place, row in enumerate(dossiers, start=first + 1)
    ]  # fmt: skip


def _line(
    ordinal: int, row: Dossier, owner: Party | None, promised: str | None,
    passed: datetime | None, entered_late: bool,
) -> Line:  # fmt: skip
    return Line(
        ordinal=ordinal,
        code=row.code,
        procedure=catalogue.version(row.procedure_version_id).name,
        copies=row.copies,
        owner=owner.name if owner else "",
        address=owner.address if owner else "",
        phone=owner.phone if owner else "",
        handled_by=_handler(row),
        received_at=row.received_at.astimezone(VN),
        promised_at=datetime.fromisoformat(promised).astimezone(VN) if promised else None,
        passed_at=passed and passed.astimezone(VN),
        finished_at=row.finished_at and row.finished_at.astimezone(VN),
        returned_at=row.returned_at and row.returned_at.astimezone(VN),
        return_by=BACK_BY.get(row.result_by, "") if row.returned_at else "",
        note=_note(row, entered_late),
        voided=row.stage == "void",
    )


def _handler(row: Dossier) -> str:
    """Who mainly handles it: whoever holds the first step after the desk's."""
    steps = catalogue.process(row.process_id).route.steps
    step = next((step for step in steps if step.position != steps[0].position), steps[0])
    return who_holds(step, row.handled_by_id or row.office_id)


def _note(row: Dossier, entered_late: bool) -> str:
    told = [NOTES.get(row.stage, ""), ENTERED_LATE if entered_late else ""]
    if row.outcome == "refused":
        told.append("Từ chối giải quyết")
    if row.promised_at:
        told.append(f"Hẹn lại {row.promised_at.astimezone(VN):%d/%m/%Y}")
    if row.finished_at and row.due_at and _late(row.due_at, row.finished_at):
        told.append("Quá hạn")
    return ". ".join(part for part in told if part)


def _late(due_at: datetime, finished_at: datetime) -> bool:
    return finished_at.replace(second=0, microsecond=0) > due_at
