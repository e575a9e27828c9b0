"""Public answers as JSON: a dossier by its code, the procedures of an office. Never a person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from django_ratelimit.core import is_ratelimited

from motcua.catalogue.search.finding import search_procedures
from motcua.catalogue.selectors import VersionRow, procedures_of
from motcua.core.refusal import Refused
from motcua.dossiers.selectors import Lookup, public_lookup
from motcua.dossiers.services import settle_if_due
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug

RATE = "60/m"
"""Asked from one address, per server process."""
PROBLEM = "application/problem+json"


@require_safe
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Where `code` stands; with the slip's check characters in `kt`, its steps too.

    Unknown, malformed, foreign and void codes are one 404. At most two queries.
    """
    if is_ratelimited(request, group="motcua.api", key="ip", rate=RATE, increment=True):
        return _problem(429, "too_many", "Hỏi quá nhiều lần. Chờ một phút rồi hỏi lại.")
    check = request.GET.get("kt", "")[:8]
    at = timekeeping.now()
    settle_if_due(at)
    found = public_lookup(code[:60], check, at, settings.MOTCUA_LOOKUP_KEY)
    if found is None or found.stage == "void":
        return _problem(404, "not_found", "Không tìm thấy hồ sơ với mã này.")
    response = JsonResponse(_dossier(found), json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """The procedures of `office` in force today, or those that match `q`, at most 50 of these."""
    try:
        office = office_by_slug(request.GET.get("office", "")[:60])
    except Refused:
        return _problem(404, "unknown_office", "Không có đơn vị này.")
    day = timekeeping.now().date()
    words = request.GET.get("q", "").strip()[:100]
    rows = search_procedures(office.id, words, day, 50) if words else procedures_of(office.id, day)
    value = {"office": office.slug, "procedures": [_procedure(row) for row in rows]}
    return JsonResponse(value, json_dumps_params={"ensure_ascii": False})


def _dossier(found: Lookup) -> dict[str, Any]:
    value: dict[str, Any] = {
        "code": found.code,
        "office": found.office,
        "stage": found.stage,
        "outcome": found.outcome,
        "national_code": found.national.code,
        "national_name": found.national.name,
        "received_at": found.received_at,
        "due_at": found.due_at,
        "due_provisional": found.due_provisional,
        "paused_since": found.paused_since,
        "finished_at": found.finished_at,
        "returned_at": found.returned_at,
        "holder": found.holder,
    }
    if found.full:
        value["procedure"] = found.procedure
        value["steps"] = [
            {"name": door.name, "holder": door.who, "state": door.state} for door in found.doors
        ]
    return value


def _procedure(row: VersionRow) -> dict[str, Any]:
    return {
        "id": row.slug,
        "code": row.code,
        "name": row.name,
        "field": row.field,
        "at_desk": row.at_desk,
        "allowance": row.allowance.to_json(),
        "fee_text": row.fee_text,
        "effective_on": row.effective_on,
    }


def _problem(status: int, kind: str, said: str) -> JsonResponse:
    return JsonResponse(
        {"type": f"urn:motcua:{kind}", "title": said, "status": status},
        status=status,
        content_type=PROBLEM,
        json_dumps_params={"ensure_ascii": False},
    )
