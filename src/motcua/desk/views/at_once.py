"""Làm ngay: one form while the citizen waits, thirty in a row without leaving the page."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.selectors import VersionRow
from motcua.core.flow import Act
from motcua.core.flow.events import DoneNow
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.at_once import AtOnceForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.dossiers.asked import Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.at_once import done_today, last_book, procedures_at_once, signers
from motcua.dossiers.services import do_now
from motcua.fees import refusals as money
from motcua.fees import services as fees
from motcua.fees.charging import counted
from motcua.fees.selectors.drawers import carried, open_drawer_of
from motcua.fees.selectors.receipts import numbers_left

FIELD_OF = {
    "book_number_taken": "number", "no_book_number": "book", "no_signer": "signer",
    "fee_due": "cash",
}  # fmt: skip
KEPT = ("procedure", "signer")


@official(Act.DO_NOW)
def at_once(request: DeskRequest) -> HttpResponse:
    """The form with everything but the name filled in, and what was done today below."""
    versions = procedures_at_once(request.actor, request.at)
    if request.method == "POST" and versions:
        return _do(request, versions)
    return _draw(request, _form(request, versions, None))


def _do(request: DeskRequest, versions: Sequence[VersionRow]) -> HttpResponse:
    form = _form(request, versions, request.POST)
    if not form.is_valid():
        return _draw(request, form, status=422)
    try:
        intake = form.intake(at=request.at, by=request.actor)
        key = key_from(request.POST)
        if "cash" in form.fields:
            (outcome,) = fees.do_now([intake], key=key, **form.taken())
        else:
            (outcome,) = do_now([intake], key=key)
    except Refused as refused:
        outcome = refused
    if not isinstance(outcome, Done):
        form.add_error(FIELD_OF.get(outcome.code), money.sentence(outcome) or sentence(outcome))
        return _draw(request, form, status=409)
    again = urlencode({name: form.cleaned_data[name] for name in KEPT})
    answer = HttpResponseRedirect(f"{reverse('desk:at-once')}?{again}")
    return toasts.leave(answer, toasts.Toast(_said(outcome)))


def _said(done: Done) -> str:
    """Which number it got: two desks that write in one book see the same number before."""
    written = next((event for event in done.events if isinstance(event, DoneNow)), None)
    where = f", số {written.number} quyển {written.book}" if written else ""
    return f"Đã làm xong hồ sơ {done.code}{where}."


def _form(
    request: DeskRequest, versions: Sequence[VersionRow], data: QueryDict | None
) -> AtOnceForm:
    slug = value(data if data is not None else request.GET, "procedure")
    version = next((v for v in versions if v.slug == slug), versions[0] if versions else None)
    initial: dict[str, Any] = {"signer": value(request.GET, "signer")}
    number = 1
    if version is not None:
        book, number = last_book(request.actor, version.id)
        initial |= {
            "procedure": version.slug,
            "fee": None if counted(version) else version.fee_vnd,
            "book": book or f"01/{request.at:%Y}",
        }
    collects = numbers_left(request.actor.office_id) > 0
    opens = collects and open_drawer_of(request.actor) is None
    if opens:
        initial["opening"] = carried(request.actor)
    form = AtOnceForm(
        data,
        initial=initial,
        versions=versions,
        signers=signers(request.actor, request.at),
        collects=collects,
        opens=opens,
    )
    form.fields["number"].widget.attrs["placeholder"] = str(number)  # another book has others
    first = next((name for name in form.errors if name in form.fields), "name")
    form.fields[first].widget.attrs["autofocus"] = True
    return form


def _draw(request: DeskRequest, form: AtOnceForm, status: int = 200) -> HttpResponse:
    lines = done_today(request.actor, request.at)
    context = {
        "form": form,
        "key": uuid4(),
        "lines": lines,
        "total": sum(line.fee_vnd for line in lines if not line.void),
        "offered": bool(form.fields["procedure"].choices),  # type: ignore[attr-defined]
    }
    return page(request, "desk/at_once.html", context, here="now", status=status)
