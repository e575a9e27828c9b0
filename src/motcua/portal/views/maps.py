"""What search engines read: which pages there are, and which are nobody's business."""

import hashlib
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from motcua.catalogue.listing.posting import posters
from motcua.catalogue.listing.public import desks_on, key_of
from motcua.catalogue.selectors import procedures_in_force
from motcua.organization import timekeeping
from motcua.portal.addresses import absolute

KEPT = "public, max-age=3600"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PRIVATE = ("/can-bo/", "/kiosk", "/tra-cuu", "/hien-thi", "/thiet-lap", "/api/")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page that stays: procedures at their permanent addresses, fields of boards.

    A query an office.
    """
    day = timekeeping.now().date()
    lines = [
        f"<url><loc>{escape(absolute(request, path))}</loc>"
        + (f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else "")
        + "</url>"
        for path, changed in _pages(day)
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">'
    body = "\n".join([head, *lines, "</urlset>", ""])
    return _kept(request, body, "application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; where a dossier stands is between its owner and the slip."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE)]
    where = absolute(request, reverse("portal:sitemap"))
    return _kept(request, "\n".join([*lines, f"Sitemap: {where}", ""]), "text/plain; charset=utf-8")


def _pages(day: date) -> Iterator[tuple[str, date | None]]:
    for name in ("portal:home", "portal:procedures", "portal:open-data"):
        yield reverse(name), None
    for row in procedures_in_force(day):
        yield reverse("portal:code", args=[key_of(row, day)]), row.effective_on
    for office in desks_on(day):
        for one in posters(office.id, day):
            yield reverse("portal:board", args=[office.slug, one.key]), one.in_force_on


def _kept(request: HttpRequest, body: str, media: str) -> HttpResponse:
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": KEPT}
    response = HttpResponse(body, content_type=media, headers=headers)
    return get_conditional_response(request, etag=tag, response=response) or response
