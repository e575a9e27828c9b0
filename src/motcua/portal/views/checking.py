"""Is this paper genuine: by the code on it, or by the signatures in it. Nothing is kept."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from django_ratelimit.core import is_ratelimited

from motcua.core.refusal import Refused
from motcua.core.seals import MARK, SealedPaper
from motcua.fees.selectors.sealed import receipt_behind
from motcua.organization import timekeeping
from motcua.papers.checking import check_code
from motcua.papers.sealing import known
from motcua.papers.signing.checking import LARGEST, SignatureFacts, signatures_of, trust
from motcua.portal.asking import Answer
from motcua.portal.rendering import kept, page, top_office
from motcua.portal.uploading import InMemory, length_of

RATE = "30/m"
RATE_OF_FILES = "10/m"
"""Asked from one address, per server process."""
LONGEST = 600
ROOM = 64 * 1024
"""What a form adds around its file."""


@require_http_methods(["GET", "HEAD", "POST"])
def check_paper(request: HttpRequest) -> HttpResponse:
    """The form, and the answer to what was scanned or pasted into it."""
    text = request.POST.get("ma", "").strip() if request.method == "POST" else ""
    return _answer(request, text, asked=request.method == "POST")


@require_safe
def scanned(request: HttpRequest, subject: str, sign: str) -> HttpResponse:
    """Where the QR of a paper leads a telephone: the same answer, and where its dossier stands."""
    return _answer(request, f"{MARK}{subject}/{sign}", asked=True)


@require_safe
def public_keys(request: HttpRequest) -> HttpResponse:
    """The keys by which anyone checks papers without this server, for `deploy/verify_qr.py`."""
    top = top_office()
    listed = {"office": top.name if top else "", "keys": [key.published() for key in known()]}
    return kept(JsonResponse(listed, json_dumps_params={"ensure_ascii": False, "indent": 1}))


@csrf_exempt  # it changes and keeps nothing; a token would read the file before its size is known
@require_http_methods(["GET", "HEAD", "POST"])
def check_document(request: HttpRequest) -> HttpResponse:
    """Who signed a PDF. The file is read in memory, answered, and forgotten."""
    if request.method != "POST":
        return _document(request, {})
    if is_ratelimited(request, group="motcua.pdf", key="ip", rate=RATE_OF_FILES, increment=True):
        return _document(request, {"limited": True}, status=429)
    if length_of(request) > LARGEST + ROOM:
        return _document(request, {"refusal": "too_large"}, status=413)
    request.upload_handlers = [InMemory(request)]
    sent = request.FILES.get("tep")
    if sent is None:
        return _document(request, {"refusal": "no_file"}, status=422)
    try:
        found = signatures_of(sent.read(), trust(settings.MOTCUA_DATA))
    except Refused as refused:
        return _document(request, {"refusal": refused.code}, status=422)
    context = {"checked": True, "signatures": found, "all_good": _all_good(found)}
    return _document(request, context)


def _all_good(found: Sequence[SignatureFacts]) -> bool:
    return bool(found) and all(one.good for one in found)


def _document(request: HttpRequest, context: dict[str, object], status: int = 200) -> HttpResponse:
    most = {"most_mb": LARGEST // 1024 // 1024, "here": reverse("portal:check-document")}
    response = page(request, "portal/check_document.html", {**most, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, text: str, *, asked: bool) -> HttpResponse:
    limited = asked and is_ratelimited(
        request, group="motcua.seal", key="ip", rate=RATE, increment=True
    )
    checked = check_code(text[:LONGEST], timekeeping.now()) if asked and not limited else None
    found = checked.dossier if checked else None
    seal = checked.seal if checked else None
    context = {
        "given": text[:LONGEST] if limited or (checked and checked.fault) else "",
        "here": reverse("portal:check-paper"),
        "checked": checked,
        "of_money": seal is not None and seal.paper is SealedPaper.FEE_RECEIPT,
        "receipt": receipt_behind(seal) if seal else None,
        "limited": limited,
        "answer": Answer(asked, limited, found, checked.check if checked else ""),
        "rate_url": reverse("portal:rate"),
        "complain_url": reverse("portal:complain"),
    }
    response = page(request, "portal/check_paper.html", context, status=429 if limited else 200)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
