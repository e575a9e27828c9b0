"""A file page by page, as pictures the program drew: nothing of the file runs in a browser."""

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.dossier import meet
from motcua.dossiers import refusals
from motcua.dossiers.selectors.filed import Filed, filed, filed_one
from motcua.files import refusals as files_refusals
from motcua.files.pictures import WIDTHS
from motcua.files.pictures import picture as drawn
from motcua.identity.grants import Duty

SIZES = ("vua", "to")


@official(Duty.OPEN)
def file(request: DeskRequest, code: str, number: int) -> HttpResponse:
    """One page of the file (`trang`), fitting or large (`co`), and the way to its neighbours."""
    stands = meet(request, code)
    there = filed(stands)
    one = next((each for each in there if each.number == number), None)
    if one is None:
        raise Http404(refusals.sentence(Refused("no_such_file")))
    at = _page_in(value(request.GET, "trang"), one.pages)
    size = value(request.GET, "co")
    place = there.index(one)
    context = {
        "code": stands.code,
        "file": one,
        "at_page": at,
        "size": size if size in SIZES else SIZES[0],
        "pages": range(1, one.pages + 1),
        "before": there[place - 1] if place else None,
        "after": there[place + 1] if place + 1 < len(there) else None,
    }
    auditing.file_viewed(request, stands.code, number)
    return page(request, "desk/files/file.html", context, here="inbox")


@official(Duty.OPEN)
def picture(request: DeskRequest, code: str, number: int, page: int, size: str) -> HttpResponse:
    """One page as a JPEG; noted in the audit, however small."""
    one = _found(request, code, number)
    if size not in WIDTHS or not 1 <= page <= one.pages:
        raise Http404("no such page")
    try:
        content = drawn(one.sha256, page, size)
    except Refused as refused:
        raise Http404(files_refusals.sentence(refused)) from None
    auditing.file_viewed(request, code, number)
    answer = HttpResponse(content, content_type="image/jpeg")
    answer.headers["Content-Disposition"] = "inline"
    return sandboxed(answer)


def sandboxed(answer: HttpResponse) -> HttpResponse:
    """What came from outside runs nothing and loads nothing, wherever it is opened."""
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _found(request: DeskRequest, code: str, number: int) -> Filed:
    try:
        return filed_one(meet(request, code), number)
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None


def _page_in(asked: str, most: int) -> int:
    return min(max(int(asked) if asked.isascii() and asked.isdecimal() else 1, 1), max(most, 1))
