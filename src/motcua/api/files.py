"""Open data as files: rows as CSV or JSON, kept by whoever asks until they change."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from motcua.core.text import sheet_cell

KEPT = "public, max-age=3600"
MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
Rows = Sequence[Mapping[str, object]]
Fields = Mapping[str, str]


def answer(
    request: HttpRequest, text: str, form: str, name: str, changed: datetime | None
) -> HttpResponseBase:
    """The file, or that it has not changed: by its hash, and by the moment it says what it says."""
    body = text.encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    modified = int(changed.timestamp()) if changed else None
    response = HttpResponse(body, content_type=MEDIA[form])
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = KEPT
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = '</du-lieu-mo>; rel="license"'
    response.headers["Content-Disposition"] = f'inline; filename="{name}.{form}"'
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    kept = get_conditional_response(request, tag, modified, response)
    return kept or response


def as_csv(fields: Fields, rows: Rows) -> str:
    """A line a row, lists parted by semicolons, lists of things with parts as JSON; with the mark
    Excel looks for."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(fields)
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    return "\ufeff" + made.getvalue()


def as_json(said: Mapping[str, object]) -> str:
    """What is said, readable by people too."""
    return json.dumps(said, ensure_ascii=False, default=str, indent=1)


def _cell(value: object) -> object:
    """A value as a cell: what has parts of its own as JSON, empty when there is none."""
    if isinstance(value, dict) or (
        isinstance(value, list) and value and isinstance(value[0], dict)
    ):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, list):
        return ";".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return value
    return sheet_cell(str(value))
