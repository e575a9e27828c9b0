"""A bank's statement: tried, taken in, and what did not match put right by hand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.core.statement import Read, Verdict
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import MatchForm, StatementForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.refusals import sentence
from motcua.fees.selectors.transfers import WORDS, credits_of
from motcua.fees.services.statements import match_by_hand, take_in, tried
from motcua.fees.statements import TEMPLATE, Sheet, parse
from motcua.identity.grants import Duty

MOST_FAULTS = 20


@official(Duty.COLLECT)
def statement(request: DeskRequest) -> HttpResponse:
    """The form and what waits to be matched; with a file, what taking it in would come to; pressed
    again, it is taken in."""
    if request.method != "POST":
        return _draw(request, StatementForm())
    form = StatementForm(request.POST, request.FILES)
    if not form.is_valid():
        return _draw(request, form, status=422)
    sheet = parse(form.cleaned_data["body"])
    if sheet.faults:
        for fault in sheet.faults[:MOST_FAULTS]:
            form.add_error("file", fault)
        return _draw(request, form, status=422)
    if value(request.POST, "do") != "commit":
        return _draw(request, form, sheet=sheet, found=tried(sheet.credits, by=request.actor))
    try:
        new = take_in(sheet.credits, by=request.actor, at=request.at)
    except Refused as refused:
        form.add_error("file", sentence(refused) or refused.code)
        return _draw(request, form, status=409)
    matched = sum(one.verdict is Verdict.MATCHED for one in new)
    words = f"Đã nhập {len(new)} dòng, khớp {matched}."
    return toasts.leave(HttpResponseRedirect(reverse("desk:statement")), toasts.Toast(words))


@official(Duty.COLLECT)
def sample(request: DeskRequest) -> HttpResponse:
    """The layout, with one line to write over."""
    headers = {"Content-Disposition": 'attachment; filename="sao-ke-mau.csv"'}
    body = ("\ufeff" + TEMPLATE).encode()
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)


@official(Duty.COLLECT)
def match(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Say whose one credit is."""
    rows = credits_of(request.actor, unmatched=True)
    shown = next((row for row in rows if row.uuid == uuid), None)
    if shown is None:
        raise Http404("no such credit")
    form = MatchForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        how = {"code": given["code"], "words": given["words"]}
        try:
            match_by_hand(uuid, by=request.actor, at=request.at, **how)
            back = HttpResponseRedirect(reverse("desk:statement"))
            return toasts.leave(back, toasts.Toast("Đã khớp tay, lập biên lai."))
        except Refused as refused:
            form.add_error("code", sentence(refused) or refused.code)
            status = 409
    elif form.is_bound:
        status = 422
    context = {"shown": shown, "form": form, "faults": fields_faults([form])}
    return under_tabs(request, "match", "statement", context, status)


def _draw(
    request: DeskRequest,
    form: StatementForm,
    *,
    sheet: Sheet | None = None,
    found: Sequence[Read] = (),
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "faults": fields_faults([form]),
        "sheet": sheet,
        "found": [(one, WORDS[one.verdict]) for one in found],
        "known": len(sheet.credits) - len(found) if sheet else 0,
        "matched": sum(one.verdict is Verdict.MATCHED for one in found),
        "rows": credits_of(request.actor, unmatched=True),
        "body": form.cleaned_data.get("body", "") if sheet else "",
    }
    return under_tabs(request, "statement", "statement", context, status)
