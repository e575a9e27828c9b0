"""What may be taken away, and what each field of it means."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.catalogue.listing import open_data as catalogue
from motcua.organization import timekeeping
from motcua.portal.rendering import kept, page
from motcua.reports.waits import open_data as waits
from motcua.reports.waits.selectors import renewal


@require_safe
def fields(request: HttpRequest) -> HttpResponse:
    """The files, their fields and the licence. One query."""
    context = {
        "fields": catalogue.FIELDS.items(),
        "waits_fields": waits.FIELDS.items(),
        "least": waits.LEAST_TOLD,
        "renewal": renewal(),
        "licence": catalogue.LICENCE,
        "day": timekeeping.now().date(),
    }
    return kept(page(request, "portal/open_data.html", context))
