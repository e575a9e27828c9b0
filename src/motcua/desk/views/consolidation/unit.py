"""One office in a round: its figures as counted, confirmed, taken back, sent back, and what they
come to now, dossier by dossier."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.core.consolidating import Step
from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.consolidation.frame import LONGEST, OPEN, back, beside, draw, drawn, or_404
from motcua.desk.views.consolidation.one import words
from motcua.reports.consolidation import answering, comparing, pages, services
from motcua.reports.consolidation.words import STEPS

_Act = Callable[[DeskRequest, UUID, str], str]


@official(*OPEN)
def unit(request: DeskRequest, uuid: UUID, slug: str) -> HttpResponse:
    """What the office would confirm, or did; POST does one step."""
    if request.method != "POST":
        return _draw(request, uuid, slug)
    try:
        told = _do(request, uuid, slug)
    except Refused as refused:
        return _draw(request, uuid, slug, said(refused), status=409)
    return back("desk:consolidation-unit", [uuid, slug], told)


@official(*OPEN)
def compare(request: DeskRequest, uuid: UUID, slug: str) -> HttpResponse:
    """What was confirmed beside today, dossier by dossier."""
    found = or_404(lambda: comparing.compared(request.actor, uuid, slug, request.at))
    row, office, known_at, differences = found
    context = {
        "round": row,
        "office": office,
        "known_at": known_at,
        "differences": differences,
        "back": reverse("desk:consolidation-unit", args=[uuid, slug]),
    }
    return draw(request, "compare", context)


def _do(request: DeskRequest, uuid: UUID, slug: str) -> str:
    acts: Mapping[str, _Act] = {
        Step.CONFIRM: _confirm, Step.TAKE_BACK: _take_back, Step.SEND_BACK: _send_back,
        Step.SWITCH: _switch, Step.REMIND: _remind,
    }  # fmt: skip
    act = acts.get(request.POST.get("step", ""))
    if act is None:
        raise Refused("consolidation_not_now")
    return act(request, uuid, slug)


def _confirm(request: DeskRequest, uuid: UUID, slug: str) -> str:
    seen = request.POST.get("da_xem", "")
    answering.confirm(request.actor, uuid, slug, at=request.at, seen=seen)
    return "Đã xác nhận số liệu"


def _take_back(request: DeskRequest, uuid: UUID, slug: str) -> str:
    answering.take_back(request.actor, uuid, slug, because=words(request), at=request.at)
    return "Đã rút xác nhận"


def _send_back(request: DeskRequest, uuid: UUID, slug: str) -> str:
    services.send_back(request.actor, uuid, slug, because=words(request), at=request.at)
    return "Đã trả lại đơn vị"


def _switch(request: DeskRequest, uuid: UUID, slug: str) -> str:
    on_paper = request.POST.get("giay") == "1"
    services.switch(request.actor, uuid, slug, on_paper=on_paper, at=request.at)
    return "Đơn vị nộp từ sổ giấy" if on_paper else "Số liệu tính từ phần mềm"


def _remind(request: DeskRequest, uuid: UUID, slug: str) -> str:
    told = services.remind(request.actor, uuid, [slug], at=request.at)
    return "Đã nhắc đơn vị" if told else "Hôm nay đã nhắc đơn vị rồi"


def _draw(
    request: DeskRequest, uuid: UUID, slug: str, fault: str = "", status: int = 200
) -> HttpResponse:
    shown = or_404(lambda: pages.unit_page(request.actor, uuid, slug, request.at))
    if shown.row.standing == "cancelled":
        raise Http404("cancelled")
    made = shown.made
    context = {
        "shown": shown,
        "fault": fault or (said(Refused(shown.waits)) if shown.waits else ""),
        "typed": request.POST.get("words", "")[:LONGEST],
        "may_confirm": Step.CONFIRM in shown.steps,
        "may_enter": Step.ENTER in shown.steps,
        "may_take_back": Step.TAKE_BACK in shown.steps,
        "confirm_words": STEPS[Step.CONFIRM],
        "beside": beside(made.table, uuid, slug) if made else (),
        **(drawn(made.table, uuid, slug) if made else {}),
    }
    return draw(request, "unit", context, status)
