"""Results that go by post: the list, handing over with a paper for the post, what it delivered."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.saying import said_of_dossier
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.collecting import post_days
from motcua.dossiers.selectors.returning import Waiting, posted, posted_under, to_post
from motcua.dossiers.services import record_delivery
from motcua.fees.services import post_result
from motcua.organization.selectors import office_by_id

LONGEST = 40
UNTICKED = "Chưa đánh dấu kết quả nào. Đánh dấu rồi bấm lại."


@official(Act.POST_RESULT)
def posting(request: DeskRequest) -> HttpResponse:
    """What goes by post and what the post has; a POST hands the ticked over, or notes delivery."""
    if request.method != "POST":
        return _draw(request)
    if value(request.POST, "do") == "delivered":
        return _delivered(request)
    return _hand_over(request)


@official(Act.POST_RESULT)
def posting_list(request: DeskRequest, key: UUID) -> HttpResponse:
    """The list that goes with what one button handed to the post, to be signed by both."""
    rows = posted_under(request.actor, key, request.at)
    if not rows:
        raise Http404("nothing was posted under this key")
    context = {"rows": rows, "office": office_by_id(request.actor.office_id)}
    return page(request, "desk/posting_list.html", context, here="return")


def _hand_over(request: DeskRequest) -> HttpResponse:
    """Each ticked row with the number typed beside it; what may goes, the rest is told why. The
    same button pressed again opens the list of the first time."""
    seqs = _ticked(request)
    rows = [row for row in to_post(request.actor, request.at) if row.code in seqs]
    key = key_from(request.POST)
    after = HttpResponseRedirect(reverse("desk:posting-list", args=[key]))
    if not rows and posted_under(request.actor, key, request.at):
        return after
    if not rows:
        return _draw(request, [UNTICKED], status=422)
    numbers = {row.id: clean(value(request.POST, f"so-{row.code}"))[:LONGEST] for row in rows}
    asked = [Asked(row.id, seqs[row.code], request.at, request.actor) for row in rows]
    outcomes = post_result(asked, key=key, tracking=numbers)
    faults = _faults(rows, outcomes)
    if faults:
        went = key if len(faults) < len(rows) else None
        return _draw(request, faults, status=409, went=went)
    return toasts.leave(after, toasts.Toast(f"Đã giao bưu điện {len(rows)} kết quả."))


def _delivered(request: DeskRequest) -> HttpResponse:
    seqs = _ticked(request)
    rows = [row for row in posted(request.actor, request.at) if row.code in seqs]
    if not rows:
        return _draw(request, [UNTICKED], status=422)
    asked = [Asked(row.id, seqs[row.code], request.at, request.actor) for row in rows]
    faults = _faults(rows, record_delivery(asked, key=key_from(request.POST)))
    if faults:
        return _draw(request, faults, status=409)
    after = HttpResponseRedirect(reverse("desk:posting"))
    return toasts.leave(after, toasts.Toast(f"Đã ghi bưu điện phát {len(rows)} kết quả."))


def _faults(rows: Sequence[Waiting], outcomes: Sequence[Outcome]) -> Sequence[str]:
    return [
        f"{row.code}: {said_of_dossier(outcome)}"
        for row, outcome in zip(rows, outcomes, strict=True)
        if not isinstance(outcome, Done)
    ]


def _ticked(request: DeskRequest) -> Mapping[str, int]:
    """The seq each ticked row was drawn from, by code."""
    picks = (pick.partition("|") for pick in request.POST.getlist("pick"))
    return {
        code: int(seq)
        for code, _, seq in picks
        if seq.isascii() and seq.isdigit() and len(seq) < 10
    }


def _draw(
    request: DeskRequest,
    faults: Sequence[str] = (),
    *,
    status: int = 200,
    went: UUID | None = None,
) -> HttpResponse:
    """The page, with what was ticked and typed; `went` is the key of what did go, if not all."""
    typed = request.POST
    delivering = value(typed, "do") == "delivered"
    rows = [
        (row, value(typed, f"so-{row.code}")[:LONGEST])
        for row in to_post(request.actor, request.at)
    ]
    gone = posted(request.actor, request.at)
    context = {
        "rows": rows,
        "gone": gone,
        "unheard": sum(row.unheard for row in gone),
        "post_days": post_days(),
        "ticked": () if delivering else _ticked(request),
        "ticked_gone": _ticked(request) if delivering else (),
        "went": went,
        "faults": [("", fault) for fault in faults],
        "key": uuid4(),
        "key_delivered": uuid4(),
    }
    return page(request, "desk/posting.html", context, here="return", status=status)
