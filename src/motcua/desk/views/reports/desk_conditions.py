"""What desks have of room and equipment beside the rule in force: all of them, one with its
history, and the list to ask money by."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.forms import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import auditing, toasts
from motcua.desk.forms.desk_conditions import PriceForm, SurveyForm
from motcua.desk.forms.fields import Day
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.saying import faults_of, put, said
from motcua.identity.grants import Duty, Subject, can
from motcua.organization import desks
from motcua.organization.desks import DeskState, Rule
from motcua.organization.selectors import OfficeRow, office_by_slug, office_ids_below, office_on
from motcua.organization.selectors import offices_with_desk as with_desk
from motcua.organization.services import keep_price, record_survey, take_back_survey
from motcua.reports.budget import as_pdf

HERE = "report"
_OPEN = (Duty.REPORT, Duty.KEEP_DESKS)
_FIELD_OF = {"survey_ahead": "surveyed_on", "survey_no_rule": "surveyed_on",
             "survey_waiting_over_area": "waiting_m2", "price_out_of_range": "price"}  # fmt: skip


@official(*_OPEN)
def listing(request: DeskRequest) -> HttpResponse:
    """The desks of one's office and below on a day, what they lack, and what that would cost."""
    day = _day(request)
    found = _states(request, day)
    form = PriceForm(_things(found))
    if request.method == "POST" and may(request.actor, Duty.KEEP_DESKS):
        form = PriceForm(_things(found), request.POST)
        if form.is_valid():
            given = form.cleaned_data
            try:
                keep_price(
                    request.actor.office_id, key=given["key"], price_vnd=given["price"],
                    source=given["source"], at=request.at, by=request.actor,
                )  # fmt: skip
                answer = HttpResponseRedirect(reverse("desk:desk-conditions"))
                return toasts.leave(answer, toasts.Toast("Đã ghi đơn giá"))
            except Refused as refused:
                put(form, refused, _FIELD_OF)
    judged = [state for state in found if state.meets is not None]
    context = {
        "day": day,
        "states": found,
        "met": sum(state.meets is True for state in judged),
        "judged": len(judged),
        "budget": desks.budget(found, desks.prices(request.actor.office_id)),
        "form": form,
        "faults": faults_of(form) if form.is_bound else [],
        "may_keep": may(request.actor, Duty.KEEP_DESKS),
    }
    status = 422 if form.is_bound else 200
    return page(request, "desk/reports/desk_conditions.html", context, here=HERE, status=status)


@official(*_OPEN)
def one(request: DeskRequest, slug: str) -> HttpResponse:
    """One desk: what it has beside the rule, its surveys; a new one is written down here."""
    office = _office(request, slug)
    rule = desks.rule_on(office.kind, request.at.date())
    if request.method != "POST":
        form = _form(rule, initial={"surveyed_on": f"{request.at:%d/%m/%Y}"})
        return _draw(request, office, form)
    if not _may_keep(request, office):
        raise PermissionDenied("Vị trí này không ghi được kiểm kê của đơn vị khác.")
    if "rut" in request.POST:
        return _take_back(request, office)
    form = _form(rule, request.POST)
    if form.is_valid():
        try:
            record_survey(
                office.id, form.survey(), at=request.at, by=request.actor,
                title=request.actor.title,
            )  # fmt: skip
            return _back(slug, "Đã ghi kiểm kê")
        except Refused as refused:
            put(form, refused, _FIELD_OF)
    return _draw(request, office, form, status=422)


@official(*_OPEN)
def budget(request: DeskRequest) -> HttpResponse:
    """What the desks lack, on paper: to go with a request to the office above."""
    day = _day(request)
    found = _states(request, day)
    made = as_pdf(
        office_on(request.actor.office_id, day),
        desks.budget(found, desks.prices(request.actor.office_id)),
        [state.rule.name for state in found if state.rule][:1],
        request.at,
    )
    auditing.exported(request, "de-nghi-dieu-kien.pdf")
    headers = {"Content-Disposition": 'inline; filename="de-nghi-dieu-kien.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _take_back(request: DeskRequest, office: OfficeRow) -> HttpResponse:
    try:
        uuid = UUID(request.POST["rut"])
        because = request.POST.get("because", "")
        take_back_survey(office.id, uuid, because=because, at=request.at, by=request.actor)
    except ValueError:
        raise Http404("no such survey") from None
    except Refused as refused:
        rule = desks.rule_on(office.kind, request.at.date())
        return _draw(request, office, _form(rule), said(refused), status=409)
    return _back(office.slug, "Đã rút bản kiểm kê")


def _draw(
    request: DeskRequest, office: OfficeRow, form: SurveyForm, fault: str = "", status: int = 200
) -> HttpResponse:
    (state,) = desks.states([office], request.at.date())
    context: dict[str, Any] = {
        "office": office,
        "state": state,
        "history": desks.history(office.id),
        "form": form,
        "faults": faults_of(form) if status == 422 else [],
        "fault": fault,
        "may_keep": _may_keep(request, office),
    }
    return page(request, "desk/reports/desk_condition.html", context, here=HERE, status=status)


def _form(rule: Rule | None, *args: Any, **kwargs: Any) -> SurveyForm:
    return SurveyForm(rule.requirements if rule else (), *args, **kwargs)


def _back(slug: str, told: str) -> HttpResponse:
    where = reverse("desk:desk-conditions-one", args=[slug])
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(told))


def _states(request: DeskRequest, day: date) -> Sequence[DeskState]:
    return desks.states(with_desk(request.actor.office_slug, day), day)


def _things(found: Sequence[DeskState]) -> Any:
    """Everything the rules in force demand of these desks, each once."""
    known = {
        one.requirement.key: one.requirement
        for state in found
        for one in state.judged
        if one.requirement.least is not None
    }
    return list(known.values())


def _day(request: DeskRequest) -> date:
    try:
        given = Day(what="ngày").clean(request.GET.get("ngay", ""))
    except ValidationError:
        given = None
    return min(given, request.at.date()) if isinstance(given, date) else request.at.date()


def _office(request: DeskRequest, slug: str) -> OfficeRow:
    try:
        office = office_by_slug(slug)
    except Refused:
        raise Http404("no such office") from None
    if office.id not in office_ids_below(request.actor.office_id) or not office.desk:
        raise Http404("no desk of ours")
    return office


def _may_keep(request: DeskRequest, office: OfficeRow) -> bool:
    return can(request.actor, Duty.KEEP_DESKS, Subject(office.id), request.at)
