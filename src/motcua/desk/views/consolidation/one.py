"""One round: who has confirmed, what is put together of it, and the acts of who collects."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse

from motcua.core.consolidating import Step
from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.consolidation.frame import (
    ASKS,
    LONGEST,
    back,
    beside,
    draw,
    drawn,
    or_404,
)
from motcua.desk.views.report import WRITERS
from motcua.desk.views.reports.sheet import TYPES
from motcua.reports.consolidation import overview, selectors, services
from motcua.reports.consolidation.words import STEPS
from motcua.reports.selectors import FORMATS

BUTTONS = (Step.CLOSE, Step.REOPEN, Step.CANCEL)
SAYS_WHY = (Step.REOPEN, Step.CANCEL)


@official(*ASKS)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The offices with what each answered; POST does one step."""
    if request.method != "POST":
        return _draw(request, uuid)
    try:
        told = _do(request, uuid)
    except Refused as refused:
        return _draw(request, uuid, said(refused), status=409)
    return back("desk:consolidation", [uuid], told)


@official(*ASKS)
def sheet(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The report put together; every figure leads to the offices, dossiers and sheets behind it."""
    row, found = or_404(lambda: selectors.consolidated(request.actor, uuid))
    context = {
        "round": selectors.round_row(row),
        "beside": beside(found.made.table, uuid),
        **drawn(found.made.table, uuid),
    }
    return draw(request, "sheet", context)


@official(*ASKS)
def file(request: DeskRequest, uuid: UUID, form: str) -> HttpResponse:
    """The same as a file, or to be looked at and printed (`xem`)."""
    if form not in TYPES:
        raise Http404("no such form")
    row, found = or_404(lambda: selectors.consolidated(request.actor, uuid))
    made = found.made
    whole = made.sheet is not None and form in WRITERS and form != "docx"
    body = WRITERS[form][0](made.sheet) if whole else FORMATS[form](made.table)
    auditing.exported(request, f"tong-hop-{row.report}.{form}")
    name = f"tong-hop-{row.report}-{found.top.slug}-{row.from_on:%Y%m%d}-{row.to_on:%Y%m%d}.{form}"
    how = "inline" if "xem" in request.GET else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(body, content_type=TYPES[form], headers=headers)


def _do(request: DeskRequest, uuid: UUID) -> str:
    """The step that was pressed; the service says whether it may."""
    acts: Mapping[str, Callable[[DeskRequest, UUID], str]] = {
        Step.REMIND: _remind, Step.CLOSE: _close, Step.REOPEN: _reopen, Step.CANCEL: _cancel,
    }  # fmt: skip
    act = acts.get(request.POST.get("step", ""))
    if act is None:
        raise Refused("consolidation_not_now")
    return act(request, uuid)


def _remind(request: DeskRequest, uuid: UUID) -> str:
    told = services.remind(request.actor, uuid, request.POST.getlist("dv"), at=request.at)
    if not told:
        return "Hôm nay đã nhắc cả rồi, hoặc không còn đơn vị nào phải nhắc"
    return f"Đã nhắc {told} đơn vị"


def _close(request: DeskRequest, uuid: UUID) -> str:
    missing = services.close(request.actor, uuid, at=request.at)
    return f"Đã chốt, thiếu {missing} đơn vị" if missing else "Đã chốt, đủ các đơn vị"


def _reopen(request: DeskRequest, uuid: UUID) -> str:
    services.reopen(request.actor, uuid, because=words(request), at=request.at)
    return "Đã mở lại"


def _cancel(request: DeskRequest, uuid: UUID) -> str:
    services.cancel(request.actor, uuid, because=words(request), at=request.at)
    return "Đã huỷ kỳ tổng hợp"


def words(request: DeskRequest) -> str:
    """The reason that was typed."""
    return request.POST.get("words", "")[: 4 * LONGEST]


def _draw(request: DeskRequest, uuid: UUID, fault: str = "", status: int = 200) -> HttpResponse:
    shown = or_404(lambda: overview.round_page(request.actor, uuid, request.at))
    context = {
        "shown": shown,
        "buttons": [(one.value, STEPS[one]) for one in BUTTONS if one in shown.steps],
        "asks_why": any(one in SAYS_WHY for one in shown.steps),
        "may_remind": Step.REMIND in shown.steps and shown.missing > 0,
        "over": request.at >= shown.row.span.over_at,
        "fault": fault,
        "typed": request.POST.get("words", "")[:LONGEST],
    }
    return draw(request, "one", context, status)
