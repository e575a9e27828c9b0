"""The warnings of a post: opened, put aside, taken up again; and the digest by mail."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.boxes.refusals import sentence
from motcua.boxes.selectors.mail import mail_address
from motcua.boxes.selectors.warnings import PAGE, Tab, warnings
from motcua.boxes.services.mail import want_mail
from motcua.boxes.services.warnings import dismiss, open_warning, take_up
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rail import ON_STEPS
from motcua.desk.rendering import page

TABS: Sequence[tuple[str, Tab, str]] = (
    ("", "standing", "Đang báo"),
    ("da-bo-qua", "dismissed", "Đã bỏ qua"),
)


@official(*ON_STEPS)
def warnings_page(request: DeskRequest) -> HttpResponse:
    """What still holds, the unopened first; a POST puts the ticked ones aside or takes them up."""
    if request.method == "POST":
        return _decided(request)
    return _draw(request)


@official(*ON_STEPS)
def opened(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Note that it was read, and go on to its dossier."""
    code = open_warning(request.actor, uuid, request.at)
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


@official(*ON_STEPS)
@require_POST
def mail(request: DeskRequest) -> HttpResponse:
    """Where the digest of the morning is sent; an empty address ends it."""
    typed = value(request.POST, "address")
    try:
        wanted = want_mail(request.actor, typed)
    except Refused as refused:
        faults = [("id_address", sentence(refused))]
        return _draw(request, faults, address=typed, status=422)
    words = "Thư đầu ngày gửi từ ngày làm việc tới." if wanted else "Không gửi thư đầu ngày nữa."
    return _back(words)


def _decided(request: DeskRequest) -> HttpResponse:
    picked = [one for one in map(_uuid, request.POST.getlist("pick")) if one is not None]
    if not picked:
        return _draw(
            request, [("", "Chưa đánh dấu cảnh báo nào. Đánh dấu rồi bấm lại.")], status=422
        )
    if value(request.POST, "do") == "take-up":
        return _back(f"Đã báo lại {take_up(request.actor, picked)} cảnh báo.")
    return _back(
        f"Đã bỏ qua {dismiss(request.actor, picked, request.at)} cảnh báo. "
        "Đến mốc sau vẫn báo; xem lại ở “Đã bỏ qua”."
    )


def _draw(
    request: DeskRequest,
    faults: Sequence[tuple[str, str]] = (),
    *,
    address: str | None = None,
    status: int = 200,
) -> HttpResponse:
    slug, tab, _ = next((one for one in TABS if one[0] == request.GET.get("loc")), TABS[0])
    after = request.GET.get("sau", "")
    begin = int(after) if after.isascii() and after.isdigit() and len(after) < 7 else 0
    context = {
        "shown": warnings(request.actor, request.at, tab, after=begin),
        "tabs": [(one, name, one == slug) for one, _, name in TABS],
        "slug": slug,
        "following": begin + PAGE,
        "faults": faults,
        "address": mail_address(request.actor) if address is None else address,
    }
    return page(request, "desk/warnings.html", context, here="warnings", status=status)


def _back(words: str) -> HttpResponse:
    where = HttpResponseRedirect(reverse("desk:warnings"))
    return toasts.leave(where, toasts.Toast(words))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
