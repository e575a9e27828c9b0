"""The cash book of the office by day, month or quarter: on screen, as PDF and as a workbook."""

from datetime import date

from django.http import Http404, HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.columns import (
    CLERK_HEADS,
    DAY_HEADS,
    clerk_numbers,
    clerk_totals,
    day_numbers,
    day_totals,
    not_counted,
)
from motcua.fees.selectors.sheets import sheet_of
from motcua.fees.services.noting import note
from motcua.fees.sheet_printing import sheet_pdf
from motcua.fees.sheets import KINDS, Sheet, period_of
from motcua.fees.workbook import as_xlsx
from motcua.identity.grants import Duty

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@official(Duty.COLLECT, Duty.SIGN_CASH)
def sheet(request: DeskRequest) -> HttpResponse:
    """By clerk, and one line a day; what differed, and the lines of a single day."""
    kind, day, found = _asked(request)
    context = {
        "sheet": found,
        "clerk_heads": CLERK_HEADS[2:],
        "clerks": [(one, clerk_numbers(one), not_counted(one)) for one in found.clerks],
        "desk": clerk_totals(found),
        "day_heads": DAY_HEADS[1:],
        "days": [(one.day_on, day_numbers(one)) for one in found.days],
        "totals": day_totals(found),
        "kinds": KINDS,
        "kind": kind,
        "day": day,
    }
    return under_tabs(request, "sheet", "sheet", context)


@official(Duty.COLLECT, Duty.SIGN_CASH)
def download(request: DeskRequest, form: str) -> HttpResponse:
    """The same sheet as `pdf` or `xlsx`."""
    _, day, found = _asked(request)
    office = request.actor.office_name
    if form not in ("pdf", "xlsx"):
        raise Http404("no such form")
    note("cash_sheet_exported", f"{found.period.first:%Y-%m-%d}", request.actor)
    made = as_xlsx(found, office) if form == "xlsx" else sheet_pdf(request.actor, found, request.at)
    kind = XLSX if form == "xlsx" else "application/pdf"
    headers = {"Content-Disposition": f'attachment; filename="so-quy-{day:%Y-%m-%d}.{form}"'}
    return HttpResponse(made, content_type=kind, headers=headers)


def _asked(request: DeskRequest) -> tuple[str, date, Sheet]:
    """The period the address names; this month when it names none that can be read."""
    kind = value(request.GET, "ky")
    kind = kind if kind in KINDS else "thang"
    try:
        day = date.fromisoformat(value(request.GET, "ngay"))
    except ValueError:
        day = request.at.date()
    return kind, day, sheet_of(request.actor.office_id, period_of(kind, day))
