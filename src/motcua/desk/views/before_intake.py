"""The counter's buttons before a receipt: keep what was sent in, say what is missing."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import resuming, toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.guarding import DeskRequest
from motcua.desk.parsing import key_from
from motcua.desk.views.counter_page import FIELD_OF, but_papers, draw
from motcua.desk.views.filling import form_of
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.services import drop_draft, submit
from motcua.papers.documents.issuing import ask_completion


def submitted(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Keep what came by post or by e-mail, to be looked at within its hours; papers may miss."""
    form = form_of(request, data)
    faults = but_papers(form)
    if not faults and form.rest.cleaned_data["channel"] in ("", "direct"):
        faults = [(str(form.rest["channel"].auto_id), sentence(Refused("not_sent_in")))]
    if faults:
        return draw(request, data, faults=faults, status=422)
    try:
        (outcome,) = submit([form.intake(at=request.at, by=request.actor)], key=key_from(data))
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Done):
        drop_draft(request.actor, key_from(data, "draft"))
        back = HttpResponseRedirect(reverse("desk:arriving"))
        return toasts.leave(back, toasts.Toast(f"Đã ghi hồ sơ gửi đến, số {outcome.code}."))
    fault = (FIELD_OF.get(outcome.code, ""), sentence(outcome))
    return draw(request, data, faults=[fault], status=409)


def ask(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Ask what is missing first; what the papers leave open is written already, to be read over."""
    form = form_of(request, data)
    if form.version is None:
        return draw(request, data, faults=[form.faults()[0]], status=422)
    completion = resuming.completion_of(request, data, form, checked=False)
    completion.take_focus()
    return draw(request, data, completion=completion)


def ask_now(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Tell the owner, keep what was typed, and on to the paper."""
    form = form_of(request, data)
    if form.version is None:
        return draw(request, data, faults=[form.faults()[0]], status=422)
    completion = resuming.completion_of(request, data, form, checked=True)
    faults = [*but_papers(form), *fields_faults([completion])]
    if faults:
        return draw(request, data, faults=faults, completion=completion, status=422)
    try:
        before = resuming.before_of(request, data)
        asked = (
            Asked(before.dossier, before.seq, request.at, request.actor)
            if before
            else form.intake(at=request.at, by=request.actor)
        )
        (outcome,) = ask_completion([asked], key=key_from(data), **completion.arguments())
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Done):
        drop_draft(request.actor, key_from(data, "draft"))
        return HttpResponseRedirect(reverse("desk:guided", args=[outcome.code]))
    fault = (FIELD_OF.get(outcome.code, ""), sentence(outcome))
    return draw(request, data, faults=[fault], completion=completion, status=409)
