"""The kiosk in the hall: look up, papers and fees and days, letters and language."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from motcua.portal.asking import ask
from motcua.portal.rendering import page
from motcua.portal.views import procedures as listing


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Three things to do; a scanned slip answers at any moment."""
    return page(request, "portal/kiosk.html", {"first": True})


@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """The keypad, or the answer."""
    answer = ask(request)
    context = {
        "answer": answer,
        "again": reverse("portal:kiosk-lookup"),
        "rate_url": reverse("portal:kiosk-rate"),
        "complain_url": reverse("portal:kiosk-complain"),
    }
    response = page(
        request, "portal/kiosk_lookup.html", context, status=429 if answer.limited else 200
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """The listing in large letters."""
    base = reverse("portal:kiosk-procedures")
    rows = listing.listed(request, base, listing.KIOSK_PAGE)
    return page(request, "portal/kiosk_procedures.html", rows)


@require_safe
def procedure(request: HttpRequest, office: str, slug: str) -> HttpResponse:
    """Papers, fee and days of one procedure in large letters."""
    return page(request, "portal/kiosk_procedure.html", listing.facts(office, slug))


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Larger letters, another language."""
    return page(request, "portal/kiosk_letters.html", {})
