"""An office's own list of reasons why dossiers are late: added, renamed, ended, taken away."""

from collections.abc import Callable

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.dossiers import services
from motcua.dossiers.reasons import OTHER_REASON, listed
from motcua.dossiers.refusals import sentence
from motcua.identity.grants import Duty


@official(Duty.KEEP_REASONS)
@require_safe
def reasons(request: DeskRequest) -> HttpResponse:
    """The list as the office has it, what it ended below."""
    return _draw(request)


@official(Duty.KEEP_REASONS)
@require_POST
def keep(request: DeskRequest, what: str) -> HttpResponse:
    """One change of the list."""
    if what not in DO:
        raise Http404("no such change")
    do, said = DO[what]
    try:
        do(request)
    except Refused as refused:
        place = "" if what in ("thoi-dung", "dung-lai", "xoa") else f"{what}-{_code(request)}"
        return _draw(request, (place, sentence(refused)), value(request.POST, "words"))
    back = HttpResponseRedirect(reverse("desk:reasons"))
    return toasts.leave(back, toasts.Toast(said))


def _code(request: DeskRequest) -> str:
    return value(request.POST, "code")[:40]


def _add(request: DeskRequest) -> None:
    waits = value(request.POST, "waits") == "on"
    words = value(request.POST, "words")
    services.add_reason(request.actor, words, waits_for_citizen=waits, at=request.at)


def _rename(request: DeskRequest) -> None:
    words = value(request.POST, "words")
    services.rename_reason(request.actor, _code(request), words, at=request.at)


def _end(request: DeskRequest) -> None:
    services.end_reason(request.actor, _code(request), at=request.at)


def _take_up(request: DeskRequest) -> None:
    services.take_up_reason(request.actor, _code(request))


def _delete(request: DeskRequest) -> None:
    services.delete_reason(request.actor, _code(request))


DO: dict[str, tuple[Callable[[DeskRequest], None], str]] = {
    "them": (_add, "Đã thêm lý do vào danh sách."),
    "doi-ten": (_rename, "Đã đổi tên. Hồ sơ và báo cáo cũ giữ tên cũ."),
    "thoi-dung": (_end, "Đã thôi dùng lý do này."),
    "dung-lai": (_take_up, "Đã dùng lại lý do này."),
    "xoa": (_delete, "Đã xoá lý do chưa hồ sơ nào ghi."),
}
"""By the slug of an address: the change, and what is then said."""


def _draw(request: DeskRequest, fault: tuple[str, str] = ("", ""), typed: str = "") -> HttpResponse:
    known = listed(request.actor.office_id)
    anchor, said = fault
    context = {
        "offered": [one for one in known if one.offered],
        "ended": [one for one in known if not one.offered],
        "other": OTHER_REASON,
        "faults": [(anchor, said)] if said else [],
        "fault": anchor,
        "typed": typed,
    }
    here = "admin" if may(request.actor, Duty.ADMINISTER) else "overview"
    return page(request, "desk/reasons.html", context, here=here, status=409 if said else 200)
