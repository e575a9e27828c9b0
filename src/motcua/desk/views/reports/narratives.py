"""The narrative reports of an office: their list, and the beginning of one."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.periods import PeriodForm, last_quarters
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.saying import faults_of, said
from motcua.identity.grants import Duty
from motcua.reports.narrative import selectors, services

HERE = "report"


@official(Duty.REPORT, Duty.ISSUE_REPORT)
def narratives(request: DeskRequest) -> HttpResponse:
    """The list; whoever drafts begins one of a quarter, or of any two days, from here."""
    if request.method == "POST" and may(request.actor, Duty.DRAFT_REPORT):
        return _begin(request)
    quarter = last_quarters(request.at.date())[0]
    start = {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}
    return _list(request, PeriodForm(initial=start))


def _begin(request: DeskRequest) -> HttpResponse:
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    given = form.cleaned_data
    try:
        uuid = services.begin(request.actor, given["tu"], given["den"], at=request.at)
    except Refused as refused:
        return _list(request, form, said(refused), status=409)
    answer = HttpResponseRedirect(reverse("desk:narrative", args=[uuid]))
    return toasts.leave(answer, toasts.Toast("Đã lập dự thảo báo cáo"))


def _list(
    request: DeskRequest, form: PeriodForm, fault: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "rows": selectors.narratives(request.actor),
        "form": form,
        "faults": faults_of(form) if status == 422 else [],
        "may_draft": may(request.actor, Duty.DRAFT_REPORT),
        "may_report": may(request.actor, Duty.REPORT),
        "fault": fault,
    }
    return page(request, "desk/reports/narratives.html", context, here=HERE, status=status)
