"""A decision compared with the catalogue of its day, and what is done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from motcua.catalogue.decisions.asked import KINDS
from motcua.catalogue.decisions.judging import Judged, Judgement
from motcua.catalogue.decisions.promulgations import COMING, WAITING, PromulgationRow, judged
from motcua.catalogue.decisions.touching import Touched, boards, touched_by
from motcua.catalogue.services.promulgations import approve_promulgation, withdraw_promulgation
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.promulgations.frame import back, draw, found, may_approve, may_enter
from motcua.dossiers.selectors.in_flight import MOST, in_flight, in_flight_counts
from motcua.files import store
from motcua.identity.grants import Duty

STATES = {
    "waiting": ("Chờ duyệt", "tag--near"),
    "coming": ("Sắp có hiệu lực", "tag--new"),
    "in_force": ("Đang có hiệu lực", "tag--done"),
    "withdrawn": ("Đã rút lại", "tag--paused"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One procedure on the page: what changes, what it touches, how many dossiers keep the old."""

    item: Judged
    touched: Touched
    in_flight: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What the decision touches in all."""

    offices: int
    exceeding: int
    dossiers: int
    forms: int
    pages: int
    boards: int


@official(Duty.CATALOGUE)
def compare(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Procedure by procedure, field by field, old beside new."""
    return _draw(request, found(request, uuid))


@official(Duty.APPROVE_PROMULGATION)
@require_POST
def approve(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """A second person lets it take effect from its day."""
    row = found(request, uuid)
    try:
        approve_promulgation(uuid, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, row, said(refused), 409)
    return back(uuid, f"Đã duyệt. Có hiệu lực từ 0 giờ {row.holds_from:%d/%m/%Y}.")


@official(Duty.PROMULGATE, Duty.APPROVE_PROMULGATION)
@require_POST
def withdraw(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Taken back before its day; all is as before."""
    row = found(request, uuid)
    reason = clean(request.POST.get("reason", ""))
    try:
        withdraw_promulgation(uuid, reason=reason, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, row, said(refused), 409)
    return back(uuid, f"Đã rút lại quyết định {row.head.number}.")


@official(Duty.CATALOGUE)
def dossiers(request: DeskRequest, uuid: UUID, slug: str) -> HttpResponse:
    """The dossiers in flight that keep the version they were received under."""
    row = found(request, uuid)
    item = next((one for one in _judged(request, row).items if one.slug == slug), None)
    if item is None or item.procedure_id is None:
        raise Http404("the decision does not speak of it")
    context = {
        "row": row,
        "item": item,
        "lines": in_flight(request.actor.office_id, item.procedure_id),
        "most": MOST,
    }
    return draw(request, "dossiers", context)


@official(Duty.CATALOGUE)
def original(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The file the decision came in, byte for byte."""
    row = found(request, uuid)
    if not row.file_sha256:
        raise Http404("entered on screen")
    name = "quyet-dinh.xlsx" if row.file_name.lower().endswith(".xlsx") else "quyet-dinh.csv"
    answer = HttpResponse(store.read(row.file_sha256), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _draw(
    request: DeskRequest, row: PromulgationRow, fault: str = "", status: int = 200
) -> HttpResponse:
    judgement = _judged(request, row)
    touched = touched_by(judgement)
    known = [item.procedure_id for item in judgement.items if item.procedure_id is not None]
    counts = in_flight_counts(request.actor.office_id, known) if known else {}
    shown = [
        Shown(item, touched[item.slug], counts.get(item.procedure_id or 0, 0))
        for item in judgement.items
    ]
    words, css = STATES[row.state]
    context = {
        "row": row,
        "state": words,
        "state_css": css,
        "groups": _groups(shown),
        "sums": _sums(judgement, shown),
        "faults": judgement.faults,
        "warnings": judgement.warnings,
        "fault": fault,
        "can_edit": row.state == WAITING
        and may_enter(request)
        and row.entered_by_id == request.actor.account_id,
        "waits": row.state == WAITING,
        "why_not": _why_not(request, row, judgement),
        "can_withdraw": row.state in (WAITING, COMING)
        and (may_enter(request) or may_approve(request)),
    }
    return draw(request, "compare", context, status)


def _judged(request: DeskRequest, row: PromulgationRow) -> Judgement:
    return judged(row.uuid, request.at.astimezone(VN).date())


def _groups(shown: Sequence[Shown]) -> list[tuple[str, str, list[Shown]]]:
    found = [
        (kind, word, [one for one in shown if one.item.entry.kind == kind])
        for kind, word in KINDS.items()
    ]
    return [group for group in found if group[2]]


def _sums(judgement: Judgement, shown: Sequence[Shown]) -> Sums:
    touched = {one.item.slug: one.touched for one in shown}
    return Sums(
        offices=len({office.id for one in touched.values() for office in one.offices}),
        exceeding=sum(len(one.exceeding) for one in touched.values()),
        dossiers=sum(one.in_flight for one in shown),
        forms=sum(len(one.forms) for one in touched.values()),
        pages=sum(len(one.offices) for one in touched.values()),
        boards=boards(judgement, touched),
    )


def _why_not(request: DeskRequest, row: PromulgationRow, judgement: Judgement) -> str:
    """Why this person cannot approve it now; empty when they can."""
    if not may_approve(request):
        return "Lãnh đạo hoặc cán bộ kiểm soát thủ tục của tỉnh, thị xã duyệt."
    if row.entered_by_id == request.actor.account_id:
        return "Người nhập không tự duyệt. Nhờ người thứ hai."
    if judgement.faults:
        return "Còn chỗ phải sửa."
    return "" if judgement.items else "Chưa có thủ tục nào."
