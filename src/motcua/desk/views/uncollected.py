"""Results nobody fetched: the list, the reminder, the print, and after how many days."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.money import parse_number
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.dossiers import refusals
from motcua.dossiers.selectors.returning import collection_days, uncollected
from motcua.dossiers.services import set_collection_days
from motcua.identity.grants import Duty
from motcua.messages import refusals as messages
from motcua.messages.selectors import reminders
from motcua.messages.services import remind
from motcua.organization.timekeeping import real_now
from motcua.papers.uncollected import uncollected_pdf


@official(Act.RETURN_RESULT)
def uncollected_list(request: DeskRequest) -> HttpResponse:
    """The longest waiting first; a POST queues a reminder for each ticked row."""
    if request.method != "POST":
        return _draw(request)
    codes = list(dict.fromkeys(request.POST.getlist("pick")))
    if not codes:
        fault = "Chưa đánh dấu kết quả nào. Đánh dấu rồi bấm lại."
        return _draw(request, [("", fault)], status=422)
    outcomes = remind(request.actor, codes, request.at)
    refused = [
        ("", f"{code[:40]}: {said(outcome)}")
        for code, outcome in zip(codes, outcomes, strict=True)
        if isinstance(outcome, Refused)
    ]
    done = len(codes) - len(refused)
    if refused:
        return _draw(request, refused, done=done, status=409)
    toast = toasts.Toast(f"Đã xếp {done} lời nhắc vào hộp thư đi, gửi sau 5 phút.")
    return toasts.leave(HttpResponseRedirect(reverse("desk:uncollected")), toast)


@official(Act.RETURN_RESULT)
def uncollected_paper(request: DeskRequest) -> HttpResponse:
    """The list to telephone by."""
    made = uncollected_pdf(request.actor, request.at, real_now())
    headers = {"Content-Disposition": f'inline; filename="chua-nhan-{request.at:%Y-%m-%d}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@official(Duty.ADMINISTER)
def days(request: DeskRequest) -> HttpResponse:
    """After how many days the office asks after a result."""
    typed, fault = value(request.POST, "days"), ""
    if request.method == "POST":
        fault = _set(request, typed)
        if not fault:
            back = HttpResponseRedirect(reverse("desk:collection-days"))
            return toasts.leave(back, toasts.Toast("Đã ghi số ngày nhắc nhận kết quả."))
    context = {
        "days": typed if fault else collection_days(request.actor.office_id),
        "faults": [("days", fault)] if fault else [],
    }
    status = 422 if fault else 200
    return page(request, "desk/collection_days.html", context, here="admin", status=status)


def said(refused: Refused) -> str:
    """The sentence of the room that refused."""
    return messages.sentence(refused) or refusals.sentence(refused)


def _set(request: DeskRequest, typed: str) -> str:
    """What is wrong with the days typed; empty when they were set."""
    try:
        set_collection_days(request.actor, parse_number(typed[:20]), request.at)
    except ValueError:
        return "Số ngày là số, ghi như 15."
    except Refused as refused:
        return refusals.sentence(refused)
    return ""


def _draw(
    request: DeskRequest,
    faults: Sequence[tuple[str, str]] = (),
    *,
    done: int = 0,
    status: int = 200,
) -> HttpResponse:
    rows = uncollected(request.actor, request.at)
    told = reminders([row.id for row in rows])
    context = {
        "rows": [(row, told.get(row.id)) for row in rows],
        "days": collection_days(request.actor.office_id),
        "faults": faults,
        "done": done,
    }
    return page(request, "desk/uncollected.html", context, here="return", status=status)
