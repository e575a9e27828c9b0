"""What waits at the desk's scanner: looked at, turned, parted, joined, thrown away."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import auditing, toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.files.viewing import sandboxed
from motcua.dossiers import refusals
from motcua.dossiers.selectors.scans import Waiting, put_aside, scan, scans
from motcua.dossiers.services.scanning import Leaf, arrange, take_scans, throw_away
from motcua.files import refusals as files_refusals
from motcua.files.pictures import WIDTHS
from motcua.files.pictures import picture as drawn
from motcua.organization.timekeeping import real_now

Picked = Sequence[Waiting]


@official(Act.RECEIVE)
def waiting(request: DeskRequest) -> HttpResponse:
    """GET takes in what lies in the folder and lists; POST does one thing to the ticked ones."""
    if request.method != "POST":
        take_scans(at=request.at, now=real_now())
        return _draw(request)
    picked = _picked(request)
    doing = DOINGS.get(value(request.POST, "do"))
    if doing is None or not picked:
        return _draw(request, "Đánh dấu ít nhất một bản quét rồi bấm lại.", 422)
    try:
        said = doing(request, picked)
    except Refused as refused:
        told = files_refusals.sentence(refused) or refusals.sentence(refused)
        return _draw(request, told, 409)
    return toasts.leave(HttpResponseRedirect(reverse("desk:scans")), toasts.Toast(said))


@official(Act.RECEIVE)
def picture(request: DeskRequest, uuid: UUID, page: int, size: str) -> HttpResponse:
    """One page of a scan as a JPEG; noted in the audit, however small."""
    try:
        one = scan(request.actor, uuid)
        if size not in WIDTHS or not 1 <= page <= one.pages:
            raise Http404("no such page")
        content = drawn(one.sha256, page, size)
    except Refused as refused:
        told = files_refusals.sentence(refused) or refusals.sentence(refused)
        raise Http404(told) from None
    auditing.scan_viewed(request, str(uuid))
    return sandboxed(HttpResponse(content, content_type="image/jpeg"))


def _picked(request: DeskRequest) -> Picked:
    wanted = request.POST.getlist("pick")
    return [one for one in scans(request.actor) if str(one.uuid) in wanted]


def _turn(request: DeskRequest, picked: Picked) -> str:
    arrange(request.actor, [_leaves(one, 90) for one in picked], request.at)
    return f"Đã xoay {len(picked)} bản quét."


def _part(request: DeskRequest, picked: Picked) -> str:
    into = [[leaf] for one in picked for leaf in _leaves(one)]
    arrange(request.actor, into, request.at)
    return f"Đã tách thành {len(into)} bản, mỗi bản một trang."


def _join(request: DeskRequest, picked: Picked) -> str:
    arrange(request.actor, [[leaf for one in picked for leaf in _leaves(one)]], request.at)
    return f"Đã ghép {len(picked)} bản quét thành một."


def _throw(request: DeskRequest, picked: Picked) -> str:
    throw_away(request.actor, [one.uuid for one in picked], request.at)
    return f"Đã bỏ {len(picked)} bản quét khỏi danh sách."


def _leaves(one: Waiting, turn: int = 0) -> list[Leaf]:
    return [Leaf(one.uuid, number, turn) for number in range(1, one.pages + 1)]


DOINGS: Mapping[str, Callable[[DeskRequest, Picked], str]] = {
    "turn": _turn,
    "part": _part,
    "join": _join,
    "throw": _throw,
}


def _draw(request: DeskRequest, fault: str = "", status: int = 200) -> HttpResponse:
    context = {
        "scans": scans(request.actor),
        "aside": put_aside(request.actor),
        "slug": request.actor.office_slug,
        "faults": [("", fault)] if fault else [],
    }
    return page(request, "desk/files/scans.html", context, here="intake", status=status)
