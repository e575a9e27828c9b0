"""The registry of forms with a specimen of each, and what an office adds at the foot of its own."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.administration.frame import chosen_office, offices_of
from motcua.identity.grants import Duty
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.organization.timekeeping import real_now
from motcua.papers import refusals
from motcua.papers.marking import LARGEST_LOGO, drop_logo, keep_line, keep_logo
from motcua.papers.marks import LONGEST_LINE, mark_of
from motcua.papers.registry import Form, in_force, registry, until
from motcua.papers.specimens import specimen_pdf

HERE = "forms"


@official(Duty.FORMS)
def listing(request: DeskRequest) -> HttpResponse:
    """Every form under every rule; those of today are marked."""
    today = request.at.date()
    groups = [
        (in_force(form, today).title, [_row(one, today) for one in registry() if one.form is form])
        for form in Form
    ]
    context = {"groups": groups, "may_mark": may(request.actor, Duty.ADMINISTER)}
    return page(request, "desk/papers/forms.html", context, here=HERE)


@official(Duty.FORMS)
def specimen(request: DeskRequest, form: str, day: str) -> HttpResponse:
    """One form under one rule, filled with invented people, with the office's own foot."""
    found = next((o for o in registry() if o.form == form and f"{o.from_on}" == day), None)
    if found is None:
        raise Http404("no such form")
    office = office_by_id(request.actor.office_id)
    made = specimen_pdf(found, office, mark_of(office.id))
    headers = {"Content-Disposition": f'inline; filename="mau-{form}-{day}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@official(Duty.ADMINISTER)
def mark(request: DeskRequest) -> HttpResponse:
    """The line and the logo of an office: keep, remove, look at the outcome."""
    office = chosen_office(request, request.GET.get("dv", ""))
    if request.method != "POST":
        return _draw(request, office)
    try:
        done = _changed(request, office)
    except Refused as refused:
        return _draw(request, office, refused, status=422)
    where = f"{reverse('desk:admin-mark')}?{urlencode({'dv': office.slug})}"
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(done))


@official(Duty.ADMINISTER)
def mark_preview(request: DeskRequest, office: str) -> HttpResponse:
    """A specimen of the slip with the foot as it is kept."""
    where = chosen_office(request, office)
    if where.slug != office:
        raise PermissionDenied("Đơn vị này không thuộc phần quản trị của ông, bà.")
    made = specimen_pdf(in_force(Form.RECEIPT, request.at.date()), where, mark_of(where.id))
    headers = {"Content-Disposition": 'inline; filename="xem-thu.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _changed(request: DeskRequest, office: OfficeRow) -> str:
    given: dict[str, Any] = {"by": request.actor, "at": request.at, "noted_at": real_now()}
    asked = value(request.POST, "do")
    if asked == "drop":
        drop_logo(office.id, **given)
        return "Đã bỏ biểu trưng."
    if asked == "logo":
        sent = request.FILES.get("logo")
        if sent is None:
            raise Refused("logo_missing")
        keep_logo(office.id, bytes(sent.read(LARGEST_LOGO + 1)), **given)
        return "Đã lưu biểu trưng."
    keep_line(office.id, value(request.POST, "line"), **given)
    return "Đã lưu dòng riêng."


def _draw(
    request: DeskRequest, office: OfficeRow, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    kept = mark_of(office.id)
    fault = refusals.sentence(refused) if refused else ""
    field = "line" if refused and refused.code == "line_too_long" else "logo"
    context = {
        "office": office,
        "offices": offices_of(request),
        "mark": kept,
        "line": value(request.POST, "line") if request.POST.get("do") == "line" else kept.line,
        "faults": [(field, fault)] if fault else [],
        "line_fault": fault if field == "line" else "",
        "logo_fault": fault if field == "logo" else "",
        "most": LONGEST_LINE,
    }
    return page(request, "desk/papers/mark.html", context, here=HERE, status=status)


def _row(one: Any, today: date) -> dict[str, Any]:
    return {"regime": one, "until": until(one), "now": in_force(one.form, today) == one}
