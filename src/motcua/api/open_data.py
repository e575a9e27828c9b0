"""What may be taken away by anyone, as CSV and JSON: the catalogue, and how long one waits."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.api import files
from motcua.api.files import Rows
from motcua.catalogue.listing import open_data as catalogue
from motcua.catalogue.listing.open_data import LICENCE
from motcua.organization import timekeeping
from motcua.reports.waits import open_data as waits
from motcua.reports.waits.selectors import Renewal, renewal


@require_safe
def procedures_csv(request: HttpRequest) -> HttpResponseBase:
    """One line a procedure, as of the day asked."""
    return _catalogue(request, "csv", lambda rows, day: files.as_csv(catalogue.FIELDS, rows))


@require_safe
def procedures_json(request: HttpRequest) -> HttpResponseBase:
    """The rows with the licence, the day asked and the meaning of each field."""
    return _catalogue(request, "json", _catalogue_said)


@require_safe
def waits_csv(request: HttpRequest) -> HttpResponseBase:
    """One line an office and procedure; the headings alone while nothing has enough dossiers."""
    return _waits(request, "csv", lambda rows, made: files.as_csv(waits.FIELDS, rows))


@require_safe
def waits_json(request: HttpRequest) -> HttpResponseBase:
    """The rows with the licence, the days they tell of and the meaning of each field."""
    return _waits(request, "json", _waits_said)


def _catalogue(
    request: HttpRequest, form: str, write: Callable[[Rows, date], str]
) -> HttpResponseBase:
    """The catalogue of `ngay`, today without. Three queries at most once the catalogue is read."""
    today = timekeeping.now().date()
    try:
        day = date.fromisoformat(request.GET.get("ngay") or today.isoformat())
    except ValueError:
        return _no_day()
    text = write(catalogue.rows_of(day), day)
    changed = catalogue.changed_at(day)
    return files.answer(request, text, form, f"thu-tuc-{day:%Y-%m-%d}", changed)


def _waits(
    request: HttpRequest, form: str, write: Callable[[Rows, Renewal | None], str]
) -> HttpResponseBase:
    """As they were last reckoned. Two queries at most once the catalogue is read."""
    made = renewal()
    text = write(waits.rows_of(made), made)
    changed = made.renewed_at if made else None
    name = f"thoi-gian-cho-{made.renewed_at:%Y-%m-%d}" if made else "thoi-gian-cho"
    return files.answer(request, text, form, name, changed)


def _catalogue_said(rows: Rows, day: date) -> str:
    return files.as_json(
        {
            "licence": LICENCE,
            "day": day.isoformat(),
            "count": len(rows),
            "fields": catalogue.FIELDS,
            "procedures": rows,
        }
    )


def _waits_said(rows: Rows, made: Renewal | None) -> str:
    return files.as_json(
        {
            "licence": LICENCE,
            "from": made and made.from_on,
            "to": made and made.to_on,
            "renewed_at": made and made.renewed_at.isoformat(timespec="minutes"),
            "fewest_dossiers": waits.LEAST_TOLD,
            "count": len(rows),
            "fields": waits.FIELDS,
            "waiting_times": rows,
        }
    )


def _no_day() -> HttpResponse:
    title = "Ngày viết như 2017-03-31."
    problem = {"type": "urn:motcua:bad_day", "title": title, "status": 400}
    return JsonResponse(
        problem,
        status=400,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
