"""Marks taken off facts that were read in their source: proposed here, approved by another."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.catalogue.confirming.asked import confirmations_of, slug_of_confirmation
from motcua.catalogue.confirming.facts import unread
from motcua.catalogue.rows import VersionRow
from motcua.catalogue.selectors import version_in_force
from motcua.catalogue.services.confirming import (
    approve_confirmation,
    propose_confirmation,
    withdraw_confirmation,
)
from motcua.catalogue.services.promulgations import proclaims
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.promulgations import SourceForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.saying import faults_of, said
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty


def confirms(actor: Actor) -> bool:
    """Whether this position proposes or approves confirmations."""
    return may(actor, Duty.PROMULGATE, Duty.APPROVE_PROMULGATION) and proclaims(actor)


@official(Duty.PROMULGATE, Duty.APPROVE_PROMULGATION)
def confirm(request: DeskRequest, slug: str) -> HttpResponse:
    """What still bears a mark, with where it was read; below, what was confirmed and what waits."""
    row = _in_force(request, slug)
    if request.method != "POST":
        return _draw(request, row, SourceForm())
    form = SourceForm(request.POST)
    if form.is_valid():
        facts = request.POST.getlist("muc")
        try:
            made = propose_confirmation(slug, facts, form.source(), at=request.at, by=request.actor)
            return _back(slug, f"Đã đề nghị {len(made)} mục. Chờ người thứ hai duyệt.")
        except Refused as refused:
            form.add_error(None, said(refused))
    return _draw(request, row, form, status=422)


@official(Duty.APPROVE_PROMULGATION)
@require_POST
def approve(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """A second person read it too: the mark goes."""
    slug = _slug(uuid)
    try:
        approve_confirmation(uuid, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, _in_force(request, slug), SourceForm(), said(refused), status=409)
    return _back(slug, "Đã duyệt. Mục này không còn dấu chờ đối chiếu.")


@official(Duty.PROMULGATE, Duty.APPROVE_PROMULGATION)
@require_POST
def withdraw(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Taken back: the mark stands again."""
    slug = _slug(uuid)
    reason = request.POST.get("reason", "")
    try:
        withdraw_confirmation(uuid, reason=reason, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, _in_force(request, slug), SourceForm(), said(refused), status=409)
    return _back(slug, "Đã rút lại. Mục này lại chờ đối chiếu công báo.")


def _in_force(request: DeskRequest, slug: str) -> VersionRow:
    try:
        return version_in_force(slug, request.at.astimezone(VN).date())
    except Refused:
        raise Http404("no such procedure in force") from None


def _slug(uuid: UUID) -> str:
    slug = slug_of_confirmation(uuid)
    if not slug:
        raise Http404("no such confirmation")
    return slug


def _draw(
    request: DeskRequest,
    row: VersionRow,
    form: SourceForm,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    known = confirmations_of(row.procedure_id)
    waiting = {one.fact for one in known if one.waits and one.version_on == row.effective_on}
    context = {
        "row": row,
        "form": form,
        "faults": [("", refused)] if refused else faults_of(form),
        "marked": [(one, one.key in waiting) for one in unread(row)],
        "ticked": request.POST.getlist("muc"),
        "confirmations": known,
        "may_enter": may(request.actor, Duty.PROMULGATE),
        "may_approve": may(request.actor, Duty.APPROVE_PROMULGATION),
        "acts": True,
    }
    return page(request, "desk/confirming.html", context, here="catalogue", status=status)


def _back(slug: str, words: str) -> HttpResponse:
    answer = HttpResponseRedirect(reverse("desk:confirming", args=[slug]))
    return toasts.leave(answer, toasts.Toast(words))
