"""A procedure at its permanent address: all that anyone may know of it, on any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.catalogue.listing import public
from motcua.catalogue.listing.public import Chapter
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import allowance_words
from motcua.files import store
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow
from motcua.portal.addresses import absolute
from motcua.portal.rendering import kept, page
from motcua.portal.telling import said_of
from motcua.reports.waits.selectors import waited_for

MEDIA = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf",
}
"""What forms come as; anything else is bytes to keep, which no browser opens by itself."""

FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Past:
    """A chapter of the history with the address of the version as it was."""

    chapter: Chapter
    url: str
    shown: bool
    coming: bool
    successor_url: str


@require_safe
def code(request: HttpRequest, key: str) -> HttpResponse:
    """The version of the day asked for (`?ngay=2017-03-31`), today's without; what is abolished
    says so. Two levels may share a code: then the page leads on to each.

    Raises Refused("unknown_procedure"), a 404. Queries: see `catalogue.listing.public`.
    """
    today = timekeeping.now().date()
    day = _day(request, today)
    rows = public.found(key[: public.LONGEST_KEY], day)
    if len(rows) > 1:
        return _choice(request, key, rows, day, today)
    (row,) = rows
    canonical = _url(public.key_of(row, day), day, today)
    offices = [] if row.abolished else public.handled_by(row, day)
    chapters = public.history(row)
    context = {
        **said_of(row),
        "day": day,
        "is_past": day != today,
        "canonical": absolute(request, canonical),
        "today_url": reverse("portal:code", args=[key]),
        "offices": offices,
        "link_offices": day == today,
        **(_waits(row, offices) if day == today and row.at_desk else {}),
        "history": [_past(one, row, key, today) for one in chapters],
        "here": next((one for one in chapters if one.version.id == row.id), None),
    }
    return kept(page(request, "portal/code.html", context))


@require_safe
def form(request: HttpRequest, sha256: str) -> HttpResponse:
    """A form to fill in. Its address names its bytes, so that it may be kept for ever.

    It is handed over as a file, never opened as a page of ours. One query.
    """
    known = public.form_file(sha256)
    if known is None:
        raise Http404("no form of that name")
    try:
        content = store.read(sha256)
    except store.FileDamaged:
        raise Http404("the form's file is missing") from None
    name = known[0] or "bieu-mau"
    media = MEDIA.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
        "Cache-Control": FOR_EVER,
        "ETag": f'"{sha256}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media, headers=headers)


def _choice(
    request: HttpRequest, key: str, rows: Sequence[VersionRow], day: date, today: date
) -> HttpResponse:
    choices = [
        (row, allowance_words(row.allowance), _url(row.slug, day, today), _desks(row, day))
        for row in rows
    ]
    url = absolute(request, _url(key, day, today))
    context = {"code": key, "choices": choices, "canonical": url, "day": day}
    return kept(page(request, "portal/code_choice.html", context))


def _desks(row: VersionRow, day: date) -> Sequence[OfficeRow]:
    return [] if row.abolished else public.handled_by(row, day)


def _waits(row: VersionRow, offices: Sequence[OfficeRow]) -> dict[str, object]:
    """How long one waits at each office; None for one with too few dossiers. One query."""
    renewal, told = waited_for(row.procedure_id)
    return {"renewal": renewal, "waits": [(one, told.get(one.id)) for one in offices]}


def _day(request: HttpRequest, today: date) -> date:
    asked = request.GET.get("ngay", "")
    if not asked:
        return today
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise Http404("no such day") from None


def _url(key: str, day: date, today: date) -> str:
    url = reverse("portal:code", args=[key])
    return url if day == today else f"{url}?{urlencode({'ngay': day.isoformat()})}"


def _past(chapter: Chapter, shown: VersionRow, key: str, today: date) -> Past:
    begins = chapter.version.effective_on
    successor = chapter.replaced_by
    return Past(
        chapter=chapter,
        url=_url(key, begins, today),
        shown=chapter.version.id == shown.id,
        coming=begins > today,
        successor_url=reverse("portal:code", args=[successor.slug]) if successor else "",
    )
