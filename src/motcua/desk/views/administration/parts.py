"""Departments, counters, hours and the desk's own words, of one's office or one below."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.administration import (
    CounterForm,
    DepartmentForm,
    DeskForm,
    OfficeBelowForm,
)
from motcua.desk.forms.hours import HoursForm, initial_hours
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import faults_of, put, said
from motcua.desk.views.administration.frame import (
    chosen_office,
    draw,
    matches,
    offices_of,
    words_of,
)
from motcua.identity.grants import Duty
from motcua.identity.services import add_office_below, close_department
from motcua.organization import services
from motcua.organization.selectors import (
    OfficeRow,
    calendar_of,
    counter_by_id,
    counters,
    departments,
)

FIELD_OF = {
    "department_code_taken": "code",
    "department_code_not_plain": "code",
    "counter_name_taken": "counter",
    "bad_hours": "morning_from",
    "no_office_named": "below_name",
    "office_name_taken": "below_name",
    "not_an_office": "below_kind",
    "below_not_below": "below_kind",
    "bad_agency_code": "below_code",
    "agency_code_taken": "below_code",
}
HAVE_BELOW = ("province", "town")
FORMS: dict[str, type[forms.Form]] = {
    "phong": DepartmentForm,
    "quay": CounterForm,
    "gio": HoursForm,
    "bo-phan": DeskForm,
    "truc-thuoc": OfficeBelowForm,
}
DONE = {
    "phong": "Đã thêm phòng.",
    "quay": "Đã thêm quầy.",
    "gio": "Đã đổi giờ tiếp nhận; hẹn trả đã ghi không đổi.",
    "bo-phan": "Đã lưu thông tin bộ phận một cửa.",
    "truc-thuoc": "Đã thêm đơn vị trực thuộc. Thêm người cho đơn vị ấy ở mục Người.",
}


@official(Duty.ADMINISTER)
def parts(request: DeskRequest) -> HttpResponse:
    """Everything of the office named in the address, each with its small form."""
    office = chosen_office(request, request.GET.get("dv", ""))
    return _draw(request, office, {})


@official(Duty.ADMINISTER)
@require_POST
def keep(request: DeskRequest, what: str) -> HttpResponse:
    """One of the small forms: a department, a counter, the hours, the desk's words, an office
    below."""
    if what not in FORMS:
        raise Http404("no such form")
    office = chosen_office(request, request.POST.get("dv", ""))
    form = FORMS[what](request.POST)
    if not form.is_valid():
        return _draw(request, office, {what: form}, 422)
    try:
        _keep(what, form, office, request)
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _draw(request, office, {what: form}, 409)
    return _back(office, DONE[what])


@official(Duty.ADMINISTER)
@require_POST
def end(request: DeskRequest, what: str) -> HttpResponse:
    """A department or a counter is no more from today; its history stays."""
    office = chosen_office(request, request.POST.get("dv", ""))
    try:
        _end(what, request.POST, office, request)
    except Refused as refused:
        return _draw(request, office, {}, 409, said(refused))
    return _back(office, "Đã kết thúc.")


def _keep(what: str, form: forms.Form, office: OfficeRow, request: DeskRequest) -> None:
    given: dict[str, Any] = form.cleaned_data
    if what == "phong":
        services.add_department(office.id, code=given["code"], name=given["name"], by=request.actor)
    elif what == "quay":
        services.add_counter(office.id, name=given["counter"], by=request.actor)
    elif isinstance(form, HoursForm):
        services.keep_hours(office.id, form.hours(), at=request.at, by=request.actor)
    elif isinstance(form, OfficeBelowForm):
        add_office_below(office.id, form.new_office(), at=request.at, by=request.actor)
    else:
        services.change_desk(office.id, **given, by=request.actor)


def _end(what: str, data: QueryDict, office: OfficeRow, request: DeskRequest) -> None:
    """Only parts of the office itself."""
    given = data.get("part", "")
    if what == "phong":
        close_department(office.id, given, at=request.at, by=request.actor)
        return
    counter = counter_by_id(int(given)) if given.isascii() and given.isdigit() else None
    if what != "quay" or counter is None or counter.office_id != office.id:
        raise Http404("no such counter")
    services.end_counter(counter.id, on=request.at.date(), by=request.actor)


def _back(office: OfficeRow, words: str) -> HttpResponse:
    where = f"{reverse('desk:admin-parts')}?{urlencode({'dv': office.slug})}"
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(words))


def _draw(
    request: DeskRequest,
    office: OfficeRow,
    bound: dict[str, forms.Form],
    status: int = 200,
    fault: str = "",
) -> HttpResponse:
    words = words_of(request)
    desk = {"desk_name": office.desk_name, "phone": office.phone, "address": office.address}
    first = next(iter(bound.values()), None)
    context = {
        "office": office,
        "offices": offices_of(request),
        "words": words,
        "departments": [
            d for d in departments(office.id)
            if d.ended_on is None and matches(words, f"{d.code} {d.name}")
        ],
        "counters": [c for c in counters(office.id) if matches(words, c.name)],
        "department_form": bound.get("phong") or DepartmentForm(),
        "counter_form": bound.get("quay") or CounterForm(),
        "hours_form": bound.get("gio") or HoursForm(initial=initial_hours(calendar_of(office.id))),
        "below_form": bound.get("truc-thuoc") or OfficeBelowForm(),
        "has_below": office.kind in HAVE_BELOW,
        "desk_form": bound.get("bo-phan") or DeskForm(initial=desk),
        "faults": faults_of(first) if first is not None else (),
        "fault": fault,
    }  # fmt: skip
    return draw(request, "parts", "parts", context, status)
