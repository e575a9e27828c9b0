"""The outbox of the office: what was told to citizens, what waits, and whom a person must tell."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.delivery import State
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.identity.grants import Duty
from motcua.identity.names import names_of
from motcua.messages import handling, outbox, refusals
from motcua.messages.letters import letters_pdf
from motcua.organization.timekeeping import is_demonstration

FILTERS = (
    ("", "Tất cả", (State.WAITING, State.PERSON, State.SENT, State.CALLED, State.PRINTED)),
    ("doi", "Đợi gửi", (State.WAITING,)),
    ("can-nguoi", "Cần người báo", (State.PERSON,)),
    ("da-gui", "Đã gửi", (State.SENT,)),
    ("da-goi", "Đã gọi, đã in thư", (State.CALLED, State.PRINTED)),
    ("khong-gui", "Không gửi", (State.CANCELLED, State.PASSED)),
)
LONGEST_TAIL = 40
NOTHING_PICKED = "Chưa đánh dấu tin nào. Đánh dấu rồi bấm lại."


@official(Duty.NOTICES)
def outbox_page(request: DeskRequest) -> HttpResponse:
    """The newest first; the end of a code is typed into the form, and codes name nobody."""
    wanted = request.GET.get("tt", "")
    chosen = next((one for one in FILTERS if one[0] == wanted), FILTERS[0])
    tail = clean(request.GET.get("ma", ""))[:LONGEST_TAIL]
    found = outbox.listed(request.actor, chosen[2], tail=tail, before=_number(request, "truoc"))
    context = {
        "found": found,
        "filters": FILTERS,
        "state": chosen[0],
        "tail": tail,
        **_tabs(request, "outbox"),
    }
    return page(request, "desk/notices/outbox.html", context, here="notices")


@official(Duty.NOTICES)
def notice(request: DeskRequest, message: int) -> HttpResponse:
    """One notice: what it says, and each attempt."""
    try:
        row = outbox.one(request.actor, message)
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None
    context = {
        "row": row,
        "said": outbox.words_of(message),
        "by": names_of([row.settled_by]).get(row.settled_by, "") if row.settled_by else "",
        **_tabs(request, "outbox"),
    }
    return page(request, "desk/notices/notice.html", context, here="notices")


@official(Duty.NOTICES)
def calls(request: DeskRequest) -> HttpResponse:
    """Whom to call, by which number, and what to say; a POST marks the ticked as called."""
    if request.method == "POST":
        return _marked(request, "notice-calls")
    return _calls(request)


@official(Duty.NOTICES)
def post(request: DeskRequest) -> HttpResponse:
    """Who can be told by letter only; a POST marks the letters of the ticked as printed, and the
    page that follows leads to them."""
    if request.method == "POST":
        return _marked(request, "notice-post")
    return _post(request)


@official(Duty.NOTICES)
def paper(request: DeskRequest) -> HttpResponse:
    """The letters of the notices named in the address, each on sheets of its own."""
    made = letters_pdf(request.actor, _numbers(request.GET.getlist("tin")), request.at)
    if made is None:
        raise Http404("no letter")
    headers = {"Content-Disposition": f'inline; filename="thu-bao-{request.at:%Y-%m-%d}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@official(Duty.NOTICES, Duty.ADMINISTER)
def trial(request: DeskRequest) -> HttpResponse:
    """What a demonstration would have sent."""
    if not is_demonstration():
        raise Http404("no trial box")
    context = {"letters": handling.trial_box(request.actor), **_tabs(request, "trial")}
    return page(request, "desk/notices/trial.html", context, here="notices")


def _marked(request: DeskRequest, route: str) -> HttpResponse:
    picked = _numbers(request.POST.getlist("pick"))
    printing = value(request.POST, "do") == "print"
    if not picked:
        draw = _calls if route == "notice-calls" else _post
        return draw(request, NOTHING_PICKED, status=422)
    mark = handling.mark_printed if printing else handling.mark_called
    try:
        done = mark(request.actor, picked, request.at)
    except Refused as refused:
        draw = _calls if route == "notice-calls" else _post
        return draw(request, refusals.sentence(refused) or refused.code, status=409)
    where = reverse(f"desk:{route}")
    if printing:
        where += "?" + "&".join(f"tin={one}" for one in picked)
    said = f"Đã ghi in {done} thư." if printing else f"Đã ghi gọi điện {done} tin."
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(said))


def _calls(request: DeskRequest, fault: str = "", *, status: int = 200) -> HttpResponse:
    found = outbox.to_call(request.actor)
    handling.looked(request.actor, "view_call_list", [one.row.code for one in found])
    context = {"calls": found, "fault": fault, **_printed(request), **_tabs(request, "calls")}
    return page(request, "desk/notices/calls.html", context, here="notices", status=status)


def _post(request: DeskRequest, fault: str = "", *, status: int = 200) -> HttpResponse:
    context = {
        "rows": outbox.to_post(request.actor),
        "fault": fault,
        **_printed(request),
        **_tabs(request, "post"),
    }
    return page(request, "desk/notices/post.html", context, here="notices", status=status)


def _printed(request: DeskRequest) -> dict[str, Any]:
    """The letters just marked as printed, to open once more."""
    return {"printed": _numbers(request.GET.getlist("tin"))}


def _tabs(request: DeskRequest, tab: str) -> dict[str, Any]:
    waiting = outbox.counts(request.actor)
    return {"tab": tab, "for_a_person": waiting.get("person", 0), "has_box": is_demonstration()}


def _number(request: DeskRequest, name: str) -> int:
    found = _numbers([request.GET.get(name, "")])
    return found[0] if found else 0


def _numbers(texts: Sequence[str]) -> list[int]:
    """Row ids, each once, at most as many as a list shows; what is none is left out."""
    good = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 16]
    return list(dict.fromkeys(good))[: outbox.LISTED]
