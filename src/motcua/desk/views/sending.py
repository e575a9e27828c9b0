"""Results that go electronically: signed documents, to owners who left an e-mail address."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.saying import said_of_dossier
from motcua.dossiers.asked import Asked, Done
from motcua.fees.services import send_result
from motcua.papers.documents.sending import Sendable, to_send

UNTICKED = "Chưa đánh dấu kết quả nào. Đánh dấu rồi bấm lại."
NO_ADDRESS = "Chưa đặt địa chỉ công khai (MOTCUA_PUBLIC_URL) nên người dân không có nơi tải về."


@official(Act.RETURN_RESULT)
def sending(request: DeskRequest) -> HttpResponse:
    """What could go; a POST sends the ticked, each with the document chosen beside it."""
    if request.method != "POST":
        return _draw(request)
    picked = _ticked(request)
    found = [one for one in to_send(request.actor, request.at) if one.row.code in picked]
    if not found or not settings.MOTCUA_PUBLIC_URL:
        return _draw(request, [UNTICKED if settings.MOTCUA_PUBLIC_URL else NO_ADDRESS], status=422)
    files = {one.row.id: _chosen(request, one) for one in found}
    asked = [Asked(one.row.id, picked[one.row.code], request.at, request.actor) for one in found]
    outcomes = send_result(asked, key=key_from(request.POST), file=files)
    faults = [
        f"{one.row.code}: {said_of_dossier(outcome)}"
        for one, outcome in zip(found, outcomes, strict=True)
        if isinstance(outcome, Refused)
    ]
    if faults:
        return _draw(request, faults, status=409)
    done = sum(isinstance(outcome, Done) for outcome in outcomes)
    after = HttpResponseRedirect(reverse("desk:sending"))
    words = f"Đã trả {done} kết quả bản điện tử. Tin báo có đường dẫn tải đi sau 5 phút."
    return toasts.leave(after, toasts.Toast(words))


def _chosen(request: DeskRequest, one: Sendable) -> str:
    """The document chosen for a row, its first when none was or another's was."""
    wanted = value(request.POST, f"van-ban-{one.row.code}")
    return next((sha for sha, _ in one.files if sha == wanted), one.files[0][0])


def _ticked(request: DeskRequest) -> Mapping[str, int]:
    """The seq each ticked row was drawn from, by code."""
    picks = (pick.partition("|") for pick in request.POST.getlist("pick"))
    return {
        code: int(seq)
        for code, _, seq in picks
        if seq.isascii() and seq.isdigit() and len(seq) < 10
    }


def _draw(request: DeskRequest, faults: Sequence[str] = (), *, status: int = 200) -> HttpResponse:
    rows = to_send(request.actor, request.at)
    context = {
        "rows": [(one, _chosen(request, one)) for one in rows],
        "ticked": _ticked(request),
        "no_address": "" if settings.MOTCUA_PUBLIC_URL else NO_ADDRESS,
        "faults": [("", fault) for fault in faults],
        "key": uuid4(),
    }
    return page(request, "desk/sending.html", context, here="return", status=status)
