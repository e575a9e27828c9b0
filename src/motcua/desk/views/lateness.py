"""Lateness where it arose, by holder and period, and the dossiers behind each figure."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, last_quarters, period_name, quarter_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import beside_page
from motcua.desk.rendering import page
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.lateness import Period, behind_lateness, lateness
from motcua.identity.grants import Duty, Scope, scope_of

TITLES = {
    "da-qua": ("left", "Bước đã qua"),
    "qua-han": ("late", "Bước đã qua, quá hạn"),
    "dang-giu": ("held", "Bước đang giữ, quá hạn"),
    "duoc-hoi": ("asked", "Ý kiến được hỏi"),
    "chua-dap": ("unheard", "Ý kiến trả lời quá hạn"),
}


@official(Duty.OVERVIEW)
def by_holder(request: DeskRequest) -> HttpResponse:
    """One row a holder; without days, the quarter of today."""
    form = PeriodForm(request.GET if "tu" in request.GET else _whole(request.at.date()))
    valid = form.is_valid()
    period = _period(request, form) if valid else None
    context = {
        "form": form,
        "rows": lateness(request.actor, period) if period else (),
        "quarters": last_quarters(request.at.date()),
        "name": period_name(period.from_on, period.to_on) if period else "",
        "query": urlencode(_days(period)) if period else "",
        "faults": fields_faults([form]),
        "keeps_reasons": may(request.actor, Duty.KEEP_REASONS),
    }
    status = 200 if valid else 422
    return page(request, "desk/lateness.html", context, here="overview", status=status)


@official(Duty.OVERVIEW)
def behind(request: DeskRequest, kind: str) -> HttpResponse:
    """The dossiers behind one figure of one holder."""
    form = PeriodForm(request.GET)
    if kind not in TITLES or not form.is_valid():
        raise Http404("no such figure")
    known, title = TITLES[kind]
    period = _period(request, form)
    office, department = request.GET.get("noi", ""), request.GET.get("phong", "")
    try:
        found = behind_lateness(
            request.actor, period, office, department, known, request.GET.get("trang")
        )
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    context = {
        "page": found,
        "query": beside_page(request.GET),
        "title": title,
        "name": period_name(period.from_on, period.to_on),
        "back": f"{reverse('desk:lateness')}?{urlencode(_days(period))}",
        "below": scope_of(request.actor, Duty.OVERVIEW) is Scope.BELOW,
    }
    return page(request, "desk/lateness_behind.html", context, here="overview")


def _period(request: DeskRequest, form: PeriodForm) -> Period:
    return Period(form.cleaned_data["tu"], form.cleaned_data["den"], request.at)


def _whole(day: date) -> dict[str, str]:
    quarter = quarter_of(day)
    return {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}


def _days(period: Period) -> dict[str, str]:
    return {"tu": f"{period.from_on:%d/%m/%Y}", "den": f"{period.to_on:%d/%m/%Y}"}
