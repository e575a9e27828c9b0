"""Long prints: ask for one, see how far each is, stop it, run it again, take its file away."""

from collections.abc import Container
from typing import Any
from uuid import UUID, uuid4

from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, quarter_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.views.listing import STATES
from motcua.dossiers.selectors.exported import TABS
from motcua.dossiers.selectors.register import Asking
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers import refusals
from motcua.papers.batches import (
    NAMES,
    again_batch,
    ask_batch,
    batch_file,
    batches,
    stop_batch,
)

DONE = {"dung": "Đã xin dừng. Phần đang làm dở xong thì dừng.", "lam-lai": "Đã xếp lại để in."}


MAY = (Duty.PRINT_MANY, Duty.REPORT, Duty.CHARTS)
"""Who prints much asks here; who reads figures finds here the lists they asked for there."""


@official(*MAY)
def listing(request: DeskRequest) -> HttpResponse:
    """One's own last fifty; a POST asks for a new one."""
    if request.method != "POST" or not may(request.actor, Duty.PRINT_MANY):
        return _draw(request, _usual(request))
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _draw(request, form, status=422)
    kind, state = value(request.POST, "kind"), value(request.POST, "tt")
    narrowed = state if state in TABS and kind == "dossiers" else ""
    asking = Asking(form.cleaned_data["tu"], form.cleaned_data["den"], narrowed)
    try:
        ask_batch(
            kind, asking, key=key_from(request.POST), by=request.actor, at=request.at,
            requested_at=real_now(), purpose=value(request.POST, "purpose"),
        )  # fmt: skip
    except Refused as refused:
        return _draw(request, form, refusals.sentence(refused), status=409)
    return _back("Đã xếp vào hàng in. Trang này cho biết khi xong.")


@official(*MAY)
@require_POST
def act(request: DeskRequest, uuid: UUID, what: str) -> HttpResponse:
    """Stop one, or run it again."""
    if what not in DONE:
        raise Http404("no such act")
    doing = stop_batch if what == "dung" else again_batch
    try:
        doing(uuid, by=request.actor, at=real_now())
    except Refused as refused:
        return _draw(request, _usual(request), refusals.sentence(refused), status=409)
    return _back(DONE[what])


@official(*MAY)
def file(request: DeskRequest, uuid: UUID) -> FileResponse:
    """The finished file, piece by piece."""
    try:
        found = batch_file(request.actor, uuid, real_now())
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None
    return FileResponse(
        found.path.open("rb"), as_attachment=True, filename=found.name,
        content_type=found.media_type,
    )  # fmt: skip


def _usual(request: DeskRequest) -> PeriodForm:
    """This quarter."""
    quarter = quarter_of(request.at.astimezone(VN).date())
    return PeriodForm({"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"})


def _draw(
    request: DeskRequest, form: PeriodForm, fault: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "faults": fields_faults([form]) if status == 422 else [],
        "fault": fault,
        "kinds": NAMES.items(),
        "kind": value(request.POST, "kind") or _choice(request, "kind", NAMES) or "receipts",
        "states": STATES,
        "state": value(request.POST, "tt") or _choice(request, "tt", TABS),
        "purpose": request.POST.get("purpose", ""),
        "rows": batches(request.actor, real_now()),
        "may_print": may(request.actor, Duty.PRINT_MANY),
        "key": uuid4(),
    }
    return page(request, "desk/papers/batches.html", context, here="batches", status=status)


def _choice(request: DeskRequest, name: str, known: Container[str]) -> str:
    """What a link from a list has chosen already."""
    given = request.GET.get(name, "")
    return given if given in known else ""


def _back(said: str) -> HttpResponse:
    return toasts.leave(HttpResponseRedirect(reverse("desk:batches")), toasts.Toast(said))
