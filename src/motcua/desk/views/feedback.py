"""How people were served: figures by desk and period, the dossiers behind them, and the file."""

import csv
import io
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, last_quarters, period_name, quarter_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.feedback.selectors import complaints
from motcua.feedback.selectors.figures import SCORES, DeskRow, desks, rated
from motcua.feedback.words import KINDS
from motcua.feedback.words import SCORES as SCORE_WORDS
from motcua.identity.grants import Duty

DAY_FORM = "%d/%m/%Y"


@official(Duty.FEEDBACK)
def figures(request: DeskRequest) -> HttpResponse:
    """By default this quarter. Late complaints stand on top."""
    form, first, last = _period(request)
    faults = fields_faults([form])
    query = urlencode({"tu": f"{first:{DAY_FORM}}", "den": f"{last:{DAY_FORM}}"})
    rows = () if faults else desks(request.actor, first, last, request.at)
    answers = may(request.actor, Duty.ANSWER)
    context: dict[str, Any] = {
        "form": form,
        "faults": faults,
        "start": first,
        "end": last,
        "name": period_name(first, last),
        "quarters": last_quarters(request.at.date()),
        "score_words": [SCORE_WORDS[score] for score in SCORES],
        "kind_words": list(KINDS.values()),
        "rows": [(row, _cells(row, query)) for row in rows],
        "query": query,
        "counts": complaints.counts(request.actor, request.at) if answers else None,
    }
    status = 422 if faults else 200
    return page(request, "desk/feedback/figures.html", context, here="feedback", status=status)


@official(Duty.FEEDBACK)
def behind(request: DeskRequest) -> HttpResponse:
    """The dossiers behind one figure, without their people."""
    _, first, last = _period(request)
    given = request.GET.get("diem", "")
    if given not in {str(score) for score in SCORES}:
        raise Http404("no such figure")
    try:
        office, rows = rated(request.actor, request.GET.get("dv", ""), int(given), first, last)
    except Refused:
        raise Http404("no such office") from None
    query = urlencode({"tu": f"{first:{DAY_FORM}}", "den": f"{last:{DAY_FORM}}"})
    context = {
        "office": office,
        "rows": rows,
        "words": SCORE_WORDS[int(given)],
        "name": period_name(first, last),
        "query": query,
        "opens": may(request.actor, Duty.OPEN, Duty.OVERVIEW),
    }
    return page(request, "desk/feedback/behind.html", context, here="feedback")


@official(Duty.FEEDBACK)
def as_csv(request: DeskRequest) -> HttpResponse:
    """The same figures as a file."""
    form, first, last = _period(request)
    if not form.is_valid():
        raise Http404("no such period")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["don_vi", "ten", "da_tra", *(f"muc_{score}" for score in SCORES),
         *(f"danh_gia_{channel}" for channel in ("web", "kiosk", "desk")),
         *(f"phan_anh_{kind}" for kind in KINDS), "da_tra_loi", "qua_han"]
    )  # fmt: skip
    for row in desks(request.actor, first, last, request.at):
        channels = [row.by_channel[one] for one in ("web", "kiosk", "desk")]
        writer.writerow(
            [row.slug, row.office, row.returned, *row.scores, *channels, *row.kinds, row.answered,
             row.late]
        )  # fmt: skip
    auditing.exported(request, "danh-gia.csv")
    name = f"danh-gia-{first:%Y%m%d}-{last:%Y%m%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    text = "\ufeff" + out.getvalue()
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def _period(request: DeskRequest) -> tuple[PeriodForm, date, date]:
    quarter = quarter_of(request.at.date())
    given: QueryDict | dict[str, str] = request.GET
    if not ("tu" in request.GET or "den" in request.GET):
        given = {"tu": f"{quarter.start:{DAY_FORM}}", "den": f"{quarter.end:{DAY_FORM}}"}
    form = PeriodForm(given)
    if form.is_valid():
        return form, form.cleaned_data["tu"], form.cleaned_data["den"]
    return form, quarter.start, quarter.end


def _cells(row: DeskRow, query: str) -> list[tuple[int, str, str]]:
    """Each figure, where it leads, and what it counts."""
    cells = []
    for score, number in zip(SCORES, row.scores, strict=True):
        where = f"{query}&{urlencode({'dv': row.slug, 'diem': score})}"
        url = f"{reverse('desk:feedback-behind')}?{where}" if number else ""
        cells.append((number, url, SCORE_WORDS[score]))
    return cells
