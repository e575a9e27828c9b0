"""The live page behind the square on a poster: the field's list, and whether the poster is new."""

import re

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.catalogue.listing import public
from motcua.catalogue.listing.posting import EDITION_LENGTH, field_key, poster
from motcua.catalogue.selectors import procedures_of
from motcua.core.clock import allowance_words
from motcua.core.codes import CHECK_ALPHABET
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.portal.addresses import absolute
from motcua.portal.rendering import kept, page

EDITION = re.compile(f"[{CHECK_ALPHABET}]{{{EDITION_LENGTH}}}")


@require_safe
def board(request: HttpRequest, office: str, field: str) -> HttpResponse:
    """What hangs, or should, for a field at an office today; `ban` is the edition on the paper.

    Raises Refused: unknown_office, unknown_field (404). One query.
    """
    where = office_by_slug(office)
    day = timekeeping.now().date()
    now = poster(where.id, field, day)
    held = request.GET.get("ban", "")
    rows = [row for row in procedures_of(where.id, day) if field_key(row.field) == field]
    context = {
        "office": where,
        "poster": now,
        "held": held if EDITION.fullmatch(held) else "",
        "rows": [(row, allowance_words(row.allowance), public.key_of(row, day)) for row in rows],
        "canonical": absolute(request, reverse("portal:board", args=[office, field])),
    }
    return kept(page(request, "portal/board.html", context))
