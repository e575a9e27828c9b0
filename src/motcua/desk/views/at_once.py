"""Làm ngay: one form while the citizen waits, thirty in a row without leaving the page."""

from collections.abc import Mapping, Sequence
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
from motcua.dossiers.selectors.at_once import (
    book_of,
    done_today,
    next_in,
    procedures_at_once,
    signers,
)
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
OF_THE_PROCEDURE = ("book", "number", "fee")
"""What another procedure has of its own; the rest of what was typed stays."""


@official(Act.DO_NOW)
def at_once(request: DeskRequest) -> HttpResponse:
    """The form with everything but the name filled in, and what was done today below."""
    versions = procedures_at_once(request.actor, request.at)
    if request.method == "POST" and versions:
        if value(request.POST, "do") == "procedure":
            return _draw(request, _redrawn(request, versions))
        return _do(request, versions)
    return _draw(request, _form(request, versions, None))


def _do(request: DeskRequest, versions: Sequence[VersionRow]) -> HttpResponse:
    form = _form(request, versions, request.POST)
    if not form.is_valid():
        return _draw(request, form, status=422)
    if _in_the_book_before(request, versions, form):
        return _draw(request, _redrawn(request, versions), changed=True)
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


def _in_the_book_before(
    request: DeskRequest, versions: Sequence[VersionRow], form: AtOnceForm
) -> bool:
    """Whether the procedure was changed, and the book is still that of the one it was before."""
    slugs = value(request.POST, "drawn"), form.cleaned_data["procedure"]
    ids = [row.procedure_id for slug in slugs for row in versions if row.slug == slug]
    if len(ids) < 2 or ids[0] == ids[1]:
        return False
    before, now = (book_of(request.actor, one, request.at.year) for one in ids)
    return bool(form.cleaned_data["book"] == before != now)


def _redrawn(request: DeskRequest, versions: Sequence[VersionRow]) -> AtOnceForm:
    """The form of another procedure, with its own book and fee, and all else as it was typed."""
    typed = request.POST.dict()
    own = {name: text for name, text in typed.items() if name not in OF_THE_PROCEDURE}
    return _form(request, versions, None, {**own, "cash": "cash" in typed}, focus="procedure")


def _form(
    request: DeskRequest,
    versions: Sequence[VersionRow],
    data: QueryDict | None,
    typed: Mapping[str, Any] | None = None,
    focus: str = "name",
) -> AtOnceForm:
    """Of `data`, or what is usual; `typed` stands in it but is not judged yet."""
    initial: dict[str, Any] = dict(typed or {"signer": value(request.GET, "signer")})
    slug = value(data, "procedure") or initial.get("procedure") or value(request.GET, "procedure")
    version = next((v for v in versions if v.slug == slug), versions[0] if versions else None)
    if version is not None and data is None:
        initial |= _usual(request, version)
    collects = numbers_left(request.actor.office_id) > 0
    opens = collects and open_drawer_of(request.actor) is None
    if opens:
        initial.setdefault("opening", carried(request.actor))
    form = AtOnceForm(
        data,
        initial=initial,
        versions=versions,
        signers=signers(request.actor, request.at),
        collects=collects,
        opens=opens,
    )
    shown = value(data, "book").strip() or initial.get("book", "")
    form.fields["number"].widget.attrs["placeholder"] = str(next_in(request.actor, shown))
    first = next((name for name in form.errors if name in form.fields), focus)
    form.fields[first].widget.attrs["autofocus"] = True
    return form


def _usual(request: DeskRequest, version: VersionRow) -> dict[str, Any]:
    """What a procedure has of its own: its book, and its fee unless that is counted."""
    return {
        "procedure": version.slug,
        "fee": None if counted(version) else version.fee_vnd,
        "book": book_of(request.actor, version.procedure_id, request.at.year),
    }


def _draw(
    request: DeskRequest, form: AtOnceForm, status: int = 200, changed: bool = False
) -> HttpResponse:
    lines = done_today(request.actor, request.at)
    context = {
        "form": form,
        "changed": changed,
        "drawn": str(form.data.get("drawn", ""))
        if form.is_bound
        else form.initial.get("procedure", ""),
        "key": uuid4(),
        "lines": lines,
        "total": sum(line.fee_vnd for line in lines if not line.void),
        "offered": bool(form.fields["procedure"].choices),  # type: ignore[attr-defined]
    }
    return page(request, "desk/at_once.html", context, here="now", status=status)
