"""The catalogue to take away, as CSV and JSON: kept by whoever asks until it changes."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from motcua.catalogue.listing.open_data import FIELDS, LICENCE, changed_at, rows_of
from motcua.organization import timekeeping

KEPT = "public, max-age=3600"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Rows = Sequence[Mapping[str, object]]


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """One line a procedure, lists parted by semicolons, UTF-8 with the mark Excel looks for."""
    return _answer(request, _csv, "text/csv; charset=utf-8", "csv")


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The rows with the licence, the day asked and the meaning of each field."""
    return _answer(request, _json, "application/json; charset=utf-8", "json")


def _answer(
    request: HttpRequest, write: Callable[[Rows, date], str], media: str, form: str
) -> HttpResponse:
    """The catalogue of `ngay`, today without. Three queries at most once the catalogue is read."""
    today = timekeeping.now().date()
    try:
        day = date.fromisoformat(request.GET.get("ngay") or today.isoformat())
    except ValueError:
        return _no_day()
    body = write(rows_of(day), day).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    changed = changed_at(day)
    modified = int(changed.timestamp()) if changed else None
    response = HttpResponse(body, content_type=media)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = KEPT
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = '</du-lieu-mo>; rel="license"'
    name = f"thu-tuc-{day:%Y-%m-%d}.{form}"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    kept = get_conditional_response(request, tag, modified, response)
    return kept or response


def _csv(rows: Rows, day: date) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    return "\ufeff" + made.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ";".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    # A sheet would reckon what begins like a formula.
    return f"'{text}" if text.startswith(FORMULA) else text


def _json(rows: Rows, day: date) -> str:
    said = {
        "licence": LICENCE,
        "day": day.isoformat(),
        "count": len(rows),
        "fields": FIELDS,
        "procedures": rows,
    }
    return json.dumps(said, ensure_ascii=False, default=str, indent=1)


def _no_day() -> HttpResponse:
    title = "Ngày viết như 2017-03-31."
    problem = {"type": "urn:motcua:bad_day", "title": title, "status": 400}
    return JsonResponse(
        problem,
        status=400,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
