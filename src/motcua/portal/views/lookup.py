"""Where a dossier stands, for whoever has its code."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from motcua.portal.asking import ask
from motcua.portal.rendering import page

STATUS_LIMITED = 429


@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """GET shows the form; a typed code travels by POST, a scanned QR by its address."""
    answer = ask(request)
    status = STATUS_LIMITED if answer.limited else 200
    context = {
        "answer": answer,
        "rate_url": reverse("portal:rate"),
        "complain_url": reverse("portal:complain"),
    }
    response = page(request, "portal/lookup.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    # Not "no-referrer": browsers then send "Origin: null" with the form, and Django refuses it.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
