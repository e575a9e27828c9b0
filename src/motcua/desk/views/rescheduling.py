"""Promises that wait for their office's leader since a calendar was announced: moved or kept."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID, uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.rescheduling import Moving, Rescheduled, waiting_to_move
from motcua.dossiers.services import keep_due, move_due
from motcua.identity.actors import Actor
from motcua.organization.calendars import edition_source

SHOWN = 100
CHUNK = 500
EVERYTHING = 1_000_000
DECIDE: Mapping[str, tuple[Callable[..., list[Outcome]], str]] = {
    "move": (move_due, "Đã dời hẹn trả của {n} hồ sơ theo lịch nghỉ mới."),
    "keep": (keep_due, "Đã giữ nguyên hẹn cũ của {n} hồ sơ."),
}


@official(Act.MOVE_DUE)
def promises(request: DeskRequest) -> HttpResponse:
    """The list, each ticked; a POST moves or keeps the ticked ones, or (`all`) every one."""
    if request.method != "POST":
        return _draw(request)
    service, words = DECIDE.get(value(request.POST, "do"), DECIDE["move"])
    shown = waiting_to_move(request.actor, EVERYTHING)
    chosen = _chosen(request, shown)
    if not chosen and (not shown.total or "pick" in request.POST):
        return _back("Các hồ sơ ấy không còn chờ xác nhận.")
    if not chosen:
        fault = "Chưa đánh dấu hồ sơ nào. Đánh dấu rồi bấm lại."
        return _draw(request, [("", fault)], status=422)
    key, edition = key_from(request.POST), value(request.POST, "edition")
    refused, done = _perform(request, chosen, service, key, edition)
    if refused:
        return _draw(request, refused, done=done, status=409)
    return _back(words.format(n=done))


def promises_wait(actor: Actor) -> int:
    """How many wait for `actor`; 0 for who does not decide. No query while the nation's calendar is
    the first one."""
    return waiting_to_move(actor, 0).total if may(actor, Act.MOVE_DUE) else 0


def _chosen(request: DeskRequest, shown: Rescheduled) -> Sequence[tuple[Moving, int]]:
    """The rows ticked with the seq they were drawn from, or all that wait as they stand now."""
    if "all" in request.POST:
        return [(row, row.seq) for row in shown.rows]
    rows = {row.code: row for row in shown.rows}
    found = []
    for pick in request.POST.getlist("pick"):
        code, _, seq = pick.partition("|")
        if code in rows and seq.isascii() and seq.isdigit() and len(seq) < 10:
            found.append((rows[code], int(seq)))
    return found


def _perform(
    request: DeskRequest,
    chosen: Sequence[tuple[Moving, int]],
    service: Callable[..., list[Outcome]],
    key: UUID,
    edition: str,
) -> tuple[list[tuple[str, str]], int]:
    """What was refused, in words, and how many were done."""
    told, done = [], 0
    for start in range(0, len(chosen), CHUNK):
        some = chosen[start : start + CHUNK]
        asked = [Asked(row.dossier, seq, request.at, request.actor) for row, seq in some]
        for (row, _), outcome in zip(some, service(asked, key=key, edition=edition), strict=True):
            if isinstance(outcome, Done):
                done += 1
            else:
                told.append(("", f"{row.code}: {sentence(outcome)}"))
    return told, done


def _draw(
    request: DeskRequest,
    faults: Sequence[tuple[str, str]] = (),
    *,
    done: int = 0,
    status: int = 200,
) -> HttpResponse:
    shown = waiting_to_move(request.actor, SHOWN)
    context = {
        "shown": shown,
        "source": edition_source(shown.edition) if shown.edition else "",
        "faults": faults,
        "done": done,
        "key": uuid4(),
    }
    return page(request, "desk/rescheduling.html", context, here="overview", status=status)


def _back(words: str) -> HttpResponse:
    where = HttpResponseRedirect(reverse("desk:rescheduling"))
    return toasts.leave(where, toasts.Toast(words))
