"""Rounds of figures: what one's office owes, what it asked, and a new one opened."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk.forms.consolidation import OpeningForm, usual_days
from motcua.desk.forms.periods import quarter_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.saying import faults_of, put
from motcua.desk.views.consolidation.frame import ASKS, OPEN, back, draw
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_id
from motcua.reports.consolidation import selectors, services
from motcua.reports.consolidation.scope import answering

_FIELD_OF = {
    "period_backwards": "den", "consolidation_judged_outside": "tinh_den",
    "consolidation_due_past": "han", "consolidation_there": "bao_cao",
    "consolidation_nobody_below": "den",
}  # fmt: skip


@official(*OPEN)
def consolidations(request: DeskRequest) -> HttpResponse:
    """Both lists; who collects opens a round from here."""
    if request.method == "POST" and may(request.actor, Duty.CONSOLIDATE):
        return _open(request)
    return _draw(request, _form(request, None))


def _open(request: DeskRequest) -> HttpResponse:
    form = _form(request, request.POST)
    if not form.is_valid():
        return _draw(request, form, status=422)
    try:
        uuid = services.open_round(request.actor, form.opening(), at=request.at)
    except Refused as refused:
        put(form, refused, _FIELD_OF)
        return _draw(request, form, status=409)
    return back("desk:consolidation", [uuid], "Đã mở kỳ tổng hợp")


def _form(request: DeskRequest, data: Any) -> OpeningForm:
    """The quarter of today is offered, judged at the last day that is over, with who was on paper
    last time marked again."""
    day = request.at.astimezone(VN).date()
    below = [
        (one.slug, one.short_name) for one in answering(office_by_id(request.actor.office_id), day)
    ]
    if data is not None:
        return OpeningForm(data, below=below)
    quarter = quarter_of(day)
    judged, due = usual_days(day, quarter.start, quarter.end)
    initial: Mapping[str, Any] = {
        "tu": quarter.start, "den": quarter.end, "tinh_den": judged, "han": due,
        "giay": selectors.last_on_paper(request.actor),
    }  # fmt: skip
    return OpeningForm(initial=initial, below=below)


def _draw(request: DeskRequest, form: OpeningForm, status: int = 200) -> HttpResponse:
    asks = may(request.actor, Duty.CONSOLIDATE) and bool(form.fields["giay"].choices)  # type: ignore[attr-defined]
    context = {
        "owed": selectors.owed(request.actor, request.at, answered=True),
        "rounds": selectors.rounds(request.actor) if may(request.actor, *ASKS) else (),
        "looks": may(request.actor, *ASKS),
        "may_report": may(request.actor, Duty.REPORT),
        "form": form if asks else None,
        "faults": faults_of(form) if form.is_bound else [],
    }
    return draw(request, "list", context, status)
