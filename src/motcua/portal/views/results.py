"""A result that went electronically, fetched by the link of its notice. The link opens one file of
one dossier; whoever has it also says how the number of the owner's paper ends.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods
from django_ratelimit.core import is_ratelimited

from motcua.audit.recording import record
from motcua.core.codes import verify_fetch_key
from motcua.dossiers.selectors.sent import ASKED_DIGITS, Sent, sent_result
from motcua.files import store
from motcua.organization.timekeeping import real_now
from motcua.papers.documents.sending import still_holds
from motcua.portal.rendering import page

RATE = "10/m"
"""Asked from one address, per server process."""
LONGEST = 80


@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """GET says what waits behind the link; POST with the last digits hands it out."""
    asking = request.method == "POST"
    if is_ratelimited(request, group="motcua.result", key="ip", rate=RATE, increment=asking):
        return _page(request, {"limited": True}, status=429)
    found = _found(code, key)
    if found is None:
        return _page(request, {}, status=404)
    if not still_holds(found.file):
        return _page(request, {"found": found, "revoked": True}, status=410)
    if not asking:
        return _page(request, {"found": found, "asks": bool(found.numbers)})
    typed = request.POST.get("so", "").strip()
    if found.numbers and typed not in found.numbers:
        fault = {"found": found, "asks": True, "fault": True}
        return _page(request, fault, status=422)
    return _handed(found)


def _found(code: str, key: str) -> Sent | None:
    if len(code) > LONGEST or len(key) > LONGEST:
        return None
    found = sent_result(code)
    secret = settings.MOTCUA_LOOKUP_KEY
    if found is None or not verify_fetch_key(found.code, found.file, key, secret):
        return None
    return found


def _handed(found: Sent) -> HttpResponse:
    """The very bytes that were signed; that somebody fetched them is in the audit."""
    record(
        "result_fetched", at=real_now(), office=found.office.slug, subject_kind="dossier",
        subject=found.code,
    )  # fmt: skip
    made = HttpResponse(store.read(found.file), content_type="application/pdf")
    made.headers["Content-Disposition"] = f'attachment; filename="ket-qua-{found.code}.pdf"'
    made.headers["Cache-Control"] = "no-store"
    return made


def _page(request: HttpRequest, context: dict[str, object], status: int = 200) -> HttpResponse:
    around = {"digits": ASKED_DIGITS, **context}
    response = page(request, "portal/result.html", around, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
