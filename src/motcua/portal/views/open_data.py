"""What may be taken away, and what each field of it means."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.catalogue.listing.open_data import FIELDS, LICENCE
from motcua.organization import timekeeping
from motcua.portal.rendering import kept, page


@require_safe
def fields(request: HttpRequest) -> HttpResponse:
    """The two files, their fields and the licence."""
    day = timekeeping.now().date()
    context = {"fields": FIELDS.items(), "licence": LICENCE, "day": day}
    return kept(page(request, "portal/open_data.html", context))
