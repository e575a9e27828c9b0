"""What should hang on the boards, what does, and the poster to hang."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.listing.posting import (
    Board,
    boards,
    history_of,
    poster,
    scanned,
    share_of,
)
from motcua.catalogue.refusals import SENTENCES
from motcua.catalogue.services.posting import board_of, confirm_posting
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.identity.grants import Duty, Scope, Subject, can, scope_of
from motcua.organization.selectors import OfficeRow, office_by_slug, offices_with_desk
from motcua.papers.poster import SIZES, poster_pdf

SEEN = (Duty.POST_LISTING, Duty.QUALITY)
NOT_A_BOARD = "Mã này không phải của bản niêm yết. Quét hình vuông ở góc bản niêm yết."


@official(*SEEN)
def boards_page(request: DeskRequest) -> HttpResponse:
    """The boards of one's office, or of one below; behind ones first. A scan leads to its board."""
    if request.method == "POST":
        return _find(request)
    return _list(request)


@official(*SEEN)
def board(request: DeskRequest, office: str, field: str) -> HttpResponse:
    """One board: the edition in force, the one that hangs, the history; a POST confirms."""
    where = _office(request, office)
    fault = _confirm(request, where, field) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return _confirmed(request, office, field)
    try:
        shown = board_of(where.id, field, request.at)
    except Refused as refused:
        raise Http404(_said(refused)) from None
    context = {
        "board": shown,
        "held": request.GET.get("ban", "")[:16],
        "may_confirm": may_confirm(request, where),
        "history": history_of(where.id, field),
        "sizes": SIZES,
        "fault": fault,
    }
    return page(request, "desk/board.html", context, here="boards", status=409 if fault else 200)


@official(*SEEN)
def paper(request: DeskRequest, office: str, field: str, size: str) -> HttpResponse:
    """The poster to print."""
    where = _office(request, office)
    if size not in SIZES:
        raise Http404("no such size")
    day = request.at.date()
    try:
        made = poster_pdf(poster(where.id, field, day), size)
    except Refused as refused:
        raise Http404(_said(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="niem-yet-{office}-{field}-{size}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def may_confirm(request: DeskRequest, where: OfficeRow) -> bool:
    """Whether this officer says what hangs there."""
    return can(request.actor, Duty.POST_LISTING, Subject(where.id), request.at)


def overseen(request: DeskRequest) -> Sequence[OfficeRow]:
    """The desks whose boards this officer sees: one's own; with reach, those below as well."""
    here = offices_with_desk(request.actor.office_slug)
    below = any(scope_of(request.actor, duty) is Scope.BELOW for duty in SEEN)
    return here if below else [one for one in here if one.id == request.actor.office_id]


def _list(request: DeskRequest, fault: str = "", *, status: int = 200) -> HttpResponse:
    seen = overseen(request)
    every = boards([office.id for office in seen], request.at.date())
    by_office = {
        office.id: [board for board in every if board.office.id == office.id] for office in seen
    }
    chosen = next((one for one in seen if one.slug == request.GET.get("dv", "")), None)
    chosen = chosen or (seen[0] if seen else None)
    mine = by_office[chosen.id] if chosen else []
    context = {
        "offices": [(one, _behind(by_office[one.id])) for one in seen],
        "chosen": chosen,
        "boards": sorted(mine, key=lambda board: board.state == "current"),
        "behind": _behind(mine),
        "share": share_of(mine),
        "all_share": share_of(every),
        "all_behind": _behind(every),
        "may_confirm": bool(chosen and may_confirm(request, chosen)),
        "fault": fault,
        "sizes": SIZES,
        "quality": may(request.actor, Duty.QUALITY),
    }
    return page(request, "desk/boards.html", context, here="boards", status=status)


def _behind(found: Sequence[Board]) -> int:
    return sum(1 for board in found if board.state != "current")


def _find(request: DeskRequest) -> HttpResponse:
    """A scanned square leads to its board with the edition held beside it."""
    where = board_address(value(request.POST, "scan"))
    if where is None:
        return _list(request, NOT_A_BOARD, status=422)
    return HttpResponseRedirect(where)


def board_address(text: str) -> str | None:
    """The desk's page of the board a scanned square names; None when it is no board's."""
    found = scanned(text)
    if found is None:
        return None
    office, field, edition = found
    return f"{reverse('desk:board', args=[office, field])}?{urlencode({'ban': edition})}"


def _confirm(request: DeskRequest, where: OfficeRow, field: str) -> str:
    """What is wrong; empty when it was confirmed."""
    try:
        confirm_posting(
            actor=request.actor,
            office_id=where.id,
            key=field,
            edition=value(request.POST, "edition"),
            at=request.at,
        )
    except Refused as refused:
        return _said(refused)
    return ""


def _confirmed(request: DeskRequest, office: str, field: str) -> HttpResponse:
    """Back to the board; to the list when it was taken down and is a board no more."""
    down = not value(request.POST, "edition")
    url = reverse("desk:boards") if down else reverse("desk:board", args=[office, field])
    said = "Đã ghi bảng được gỡ xuống." if down else "Đã ghi bản đang treo."
    return toasts.leave(HttpResponseRedirect(url), toasts.Toast(said))


def _office(request: DeskRequest, slug: str) -> OfficeRow:
    try:
        office = office_by_slug(slug)
    except Refused:
        raise Http404("no such office") from None
    if office.id not in {one.id for one in overseen(request)}:
        raise Http404("not below this office")
    return office


def _said(refused: Refused) -> str:
    return SENTENCES[refused.code].format_map(refused.facts)
