"""Làm ngay: one form while the citizen waits, thirty in a row without leaving the page."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.core.flow.events import DoneNow
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.at_once import AtOnceForm
from motcua.desk.forms.fields import Day
from motcua.desk.forms.late import LateForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.dossiers.asked import Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.at_once import (
    book_of,
    done_on,
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

LATE_FIELD_OF = {
    "received_ahead": "on", "too_far_back": "on", "no_slip_number": "slip", "no_reason": "reason",
}  # fmt: skip
FIELD_OF = {
    "book_number_taken": "number", "no_book_number": "book", "no_signer": "signer",
    "fee_due": "cash",
}  # fmt: skip
KEPT = ("procedure", "signer")
OF_THE_PROCEDURE = ("book", "number", "fee")
"""What another procedure has of its own; the rest of what was typed stays."""


@official(Act.DO_NOW)
def at_once(request: DeskRequest) -> HttpResponse:
    """The form with everything but the name filled in, and what was done that day below."""
    versions = procedures_at_once(request.actor, request.at)
    if request.method == "POST" and versions:
        doing, _, chosen = value(request.POST, "do").partition(":")
        if doing == "procedure":
            return _draw(request, _redrawn(request, versions))
        if doing == "late":
            return _draw(request, _redrawn(request, versions, late=chosen != "off"))
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
        _refused(form, outcome)
        return _draw(request, form, status=409)
    kept = {name: form.cleaned_data[name] for name in KEPT}
    if form.late is not None:
        kept["nhap-bu"] = f"{form.late.cleaned_data['on']:%d/%m/%Y}"
    answer = HttpResponseRedirect(f"{reverse('desk:at-once')}?{urlencode(kept)}")
    return toasts.leave(answer, toasts.Toast(_said(outcome, late=form.late is not None)))


def _refused(form: AtOnceForm, refused: Refused) -> None:
    """The sentence at the field that mends it, else over the form."""
    said = money.sentence(refused) or sentence(refused)
    if form.late is not None and refused.code in LATE_FIELD_OF:
        form.late.add_error(LATE_FIELD_OF[refused.code], said)
    else:
        form.add_error(FIELD_OF.get(refused.code), said)


def _said(done: Done, *, late: bool) -> str:
    """Which number it got: two desks that write in one book see the same number before."""
    written = next((event for event in done.events if isinstance(event, DoneNow)), None)
    where = f", số {written.number} quyển {written.book}" if written else ""
    if late:
        return f"Đã nhập bù hồ sơ {done.code}{where}. Lãnh đạo duyệt ở trang Sáng nay."
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


def _redrawn(
    request: DeskRequest, versions: Sequence[VersionRow], late: bool | None = None
) -> AtOnceForm:
    """The form of another procedure, with its own book and fee, and all else as it was typed; with
    `late` the same procedure, asking for the slip or no longer."""
    typed: dict[str, Any] = request.POST.dict()
    if late is None:
        own = {name: text for name, text in typed.items() if name not in OF_THE_PROCEDURE}
        return _form(request, versions, None, {**own, "cash": "cash" in typed}, focus="procedure")
    drawn = {**typed, "cash": "cash" in typed, "late": "1" if late else ""}
    return _form(request, versions, None, drawn, focus="on" if late else "name", own=False)


def _form(
    request: DeskRequest,
    versions: Sequence[VersionRow],
    data: QueryDict | None,
    typed: Mapping[str, Any] | None = None,
    focus: str = "name",
    *,
    own: bool = True,
) -> AtOnceForm:
    """Of `data`, or what is usual; `typed` stands in it but is not judged yet. With `own` the book
    and the fee are those usual for the procedure."""
    initial: dict[str, Any] = dict(typed or {"signer": value(request.GET, "signer")})
    slug = value(data, "procedure") or initial.get("procedure") or value(request.GET, "procedure")
    version = next((v for v in versions if v.slug == slug), versions[0] if versions else None)
    if version is not None and data is None and own:
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
        late=_late(request, data, initial),
    )
    shown = value(data, "book").strip() or initial.get("book", "")
    form.fields["number"].widget.attrs["placeholder"] = str(next_in(request.actor, shown))
    fields = {**form.fields, **(form.late.fields if form.late else {})}
    faults = [*form.errors, *(form.late.errors if form.late else ())]
    first = next((name for name in faults if name in fields), focus)
    fields[first].widget.attrs["autofocus"] = True
    return form


def _late(
    request: DeskRequest, data: QueryDict | None, initial: Mapping[str, Any]
) -> LateForm | None:
    """What is asked of the slip, when it is typed in after the fact; the day stays for the next."""
    if data is not None:
        return LateForm(data, prefix="late") if value(data, "late") else None
    again = value(request.GET, "nhap-bu")
    if not (initial.get("late") or again):
        return None
    kept = {name: initial.get(f"late-{name}", "") for name in LateForm.base_fields}
    return LateForm(prefix="late", initial={**kept, "on": kept["on"] or again})


def _usual(request: DeskRequest, version: VersionRow) -> dict[str, Any]:
    """What a procedure has of its own: its book, and its fee unless that is counted."""
    return {
        "procedure": version.slug,
        "fee": None if counted(version) else version.fee_vnd,
        "book": book_of(request.actor, version.procedure_id, request.at.year),
    }


def _day(request: DeskRequest) -> date:
    """The day whose lines are asked for; today for anything that is none."""
    try:
        asked: date | None = Day(what="ngày", required=False).clean(value(request.GET, "ngay"))
    except ValidationError:
        asked = None
    return asked or request.at.astimezone(VN).date()


def _draw(
    request: DeskRequest, form: AtOnceForm, status: int = 200, changed: bool = False
) -> HttpResponse:
    day = _day(request)
    lines = done_on(request.actor, day, request.at)
    context = {
        "day": day,
        "today": day == request.at.astimezone(VN).date(),
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
