"""The poster of a field at an office: what a board shows, with the way to the live page.

An office's own sheet, no form of the law. A3 says every paper to bring; A4 is the short list. Both
bear the edition, so that who scans the square learns whether the board is up to date.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from motcua.catalogue.listing.posting import Line, Poster
from motcua.organization import timekeeping
from motcua.papers.barcodes import printed_qr
from motcua.papers.typesetting import pdf
from motcua.papers.wording import committee

TEMPLATE = "poster"
SIZES: Mapping[str, str] = {"a3": "A3, đủ giấy tờ cần mang", "a4": "A4, bảng rút gọn"}


def poster_pdf(poster: Poster, size: str) -> bytes:
    """The poster as a tagged PDF, `size` a3 or a4. The same words, the same bytes."""
    return pdf(TEMPLATE, data_of(poster, size))


def data_of(poster: Poster, size: str) -> dict[str, Any]:
    """What the template is given: words ready to print."""
    office = poster.office
    address = live_address(poster)
    since = poster.in_force_on
    return {
        "size": size,
        "office": committee(office.name),
        "desk": office.desk_name,
        "field": poster.field,
        "edition": poster.edition,
        "in_force": f"{since:%d/%m/%Y}",
        "day": [since.year, since.month, since.day],
        "lines": [_row(line) for line in poster.lines],
        "address": address if settings.MOTCUA_PUBLIC_URL else "",
        "qr": printed_qr(address, "Mã vuông của bảng niêm yết"),
        "sample": timekeeping.is_demonstration(),
    }


def live_address(poster: Poster) -> str:
    """What the square says. Without MOTCUA_PUBLIC_URL there is no page a phone could open: it then
    holds the path alone, which the desk's scan box reads."""
    path = f"/niem-yet/{poster.office.slug}/{poster.key}?ban={poster.edition}"
    return f"{str(settings.MOTCUA_PUBLIC_URL or '').rstrip('/')}{path}"


def _row(line: Line) -> dict[str, Any]:
    return {
        "code": line.code,
        "name": line.name,
        "term": line.term,
        "fee": line.fee,
        "papers": list(line.papers),
        "result": line.result,
        "elsewhere": line.elsewhere,
    }
