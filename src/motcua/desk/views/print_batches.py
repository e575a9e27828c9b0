"""Long prints: ask for one, see how far each is, stop it, run it again, take its file away."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, quarter_of
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
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


@official(Duty.PRINT_MANY)
def listing(request: DeskRequest) -> HttpResponse:
    """One's own last fifty; a POST asks for a new one."""
    if request.method != "POST":
        return _draw(request, _usual(request))
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _draw(request, form, status=422)
    asking = Asking(form.cleaned_data["tu"], form.cleaned_data["den"])
    kind = value(request.POST, "kind")
    try:
        ask_batch(
            kind, asking, key=key_from(request.POST), by=request.actor, at=request.at,
            requested_at=real_now(),
        )  # fmt: skip
    except Refused as refused:
        return _draw(request, form, refusals.sentence(refused), status=409)
    return _back("Đã xếp vào hàng in. Trang này cho biết khi xong.")


@official(Duty.PRINT_MANY)
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


@official(Duty.PRINT_MANY)
def file(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The finished file."""
    try:
        name, content = batch_file(request.actor, uuid, real_now())
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


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
        "kind": value(request.POST, "kind") or "receipts",
        "rows": batches(request.actor, real_now()),
        "key": uuid4(),
    }
    return page(request, "desk/papers/batches.html", context, here="batches", status=status)


def _back(said: str) -> HttpResponse:
    return toasts.leave(HttpResponseRedirect(reverse("desk:batches")), toasts.Toast(said))
