"""Handing over by list: what waits at the desk, the lists made of it, and taking one.

A scanned code ticks its dossier; a scanned list opens. Nothing here needs a script.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import kept, toasts
from motcua.desk.carrying import codes_in
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.dossiers import refusals as dossiers
from motcua.dossiers.asked import Asked
from motcua.dossiers.selectors.handover import ToHand, to_hand
from motcua.dossiers.selectors.search import code_in
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import department_by_id
from motcua.organization.timekeeping import real_now
from motcua.papers import refusals
from motcua.papers.handing_over import goes_by, make_lists, note_difference, take_list
from motcua.papers.handover import handover_pdf
from motcua.papers.handover_lists import ListRow, ShownList, is_list_code, list_of, lists, may_take

LONGEST = 400
HERE = "handover"


@dataclass(frozen=True, slots=True)
class Row:
    """One dossier that can go on a list: by when it goes, and whether it is ticked."""

    one: ToHand
    by: datetime
    ticked: bool
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """What goes to the same departments; `name` joins them."""

    name: str
    rows: Sequence[Row]


@official(Duty.HANDOVER_LISTS)
def lists_page(request: DeskRequest) -> HttpResponse:
    """The newest fifty; a number, a list's code or a dossier's code narrows them."""
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    if is_list_code(words):
        where = reverse("desk:handover-list", args=[words.upper()])
        return HttpResponseRedirect(where)
    context = {
        "rows": lists(request.actor, words),
        "words": words,
        "may_make": _may_make(request),
    }
    return page(request, "desk/papers/handover_lists.html", context, here=HERE)


@official(Duty.HANDOVER_LISTS)
def make(request: DeskRequest) -> HttpResponse:
    """What waits for departments; what must go by now is ticked, a scan ticks one more."""
    if not _may_make(request):
        raise PermissionDenied("Chỉ bộ phận một cửa lập danh sách bàn giao. Về hộp việc.")
    back = kept.take(request)
    if request.method == "POST" and "make" in request.POST:
        return _make(request)
    sent = back if back is not None else request.POST
    if request.method != "POST" and back is None:
        return _draw_make(request, _due_now(request))
    ticked = {pick.partition("|")[0] for pick in sent.getlist("pick")}
    scanned = codes_in(value(sent, "scan")[:4000].upper())
    waiting = {one.code for one in to_hand(request.actor)}
    strange = [code for code in scanned if code not in waiting]
    typed = value(sent, "scan").strip()
    fault = ""
    if strange or (typed and not scanned):
        said = ", ".join(strange) if strange else "Mã vừa quét"
        fault = f"{said[:120]}: không chờ ở quầy để chuyển đi phòng nào. Kiểm tra lại mã."
    return _draw_make(request, ticked | set(scanned), fault, scanning=True, status=_status(fault))


def _status(fault: str) -> int:
    return 422 if fault else 200


@official(Duty.HANDOVER_LISTS)
def one(request: DeskRequest, code: str) -> HttpResponse:
    """A list as it stands; its department takes it whole, or says what is otherwise."""
    shown = _load(request, code)
    if request.method != "POST":
        return _draw_one(request, shown)
    try:
        done = _take(request, code) if "take" in request.POST else _differ(request, code)
    except Refused as refused:
        return _draw_one(request, shown, _said(refused), status=409)
    if done is None:
        return _draw_one(request, _load(request, code), "Có hồ sơ chưa nhận được.", status=409)
    answer = HttpResponseRedirect(reverse("desk:handover-list", args=[code]))
    return toasts.leave(answer, toasts.Toast(done))


@official(Duty.HANDOVER_LISTS)
def paper(request: DeskRequest, code: str) -> HttpResponse:
    """The list to sign; from the second time on it is marked as printed again."""
    try:
        made = handover_pdf(request.actor, code, request.at, real_now())
    except Refused as refused:
        raise Http404(_said(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="ban-giao-{code}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _make(request: DeskRequest) -> HttpResponse:
    rows = {one.code: one for one in to_hand(request.actor)}
    asked = []
    for pick in request.POST.getlist("pick"):
        code, _, seq = pick.partition("|")
        if code in rows and seq.isascii() and seq.isdigit() and len(seq) < 9:
            asked.append(Asked(rows[code].dossier, int(seq), request.at, request.actor))
    key = key_from(request.POST)
    try:
        made = make_lists(request.actor, asked, key=key, at=request.at)
    except Refused as refused:
        ticked = {pick.partition("|")[0] for pick in request.POST.getlist("pick")}
        return _draw_make(request, ticked, _said(refused), scanning=True, status=409)
    return _made(made)


def _made(made: Sequence[ListRow]) -> HttpResponse:
    """To the list; where one press made several, to the list of lists."""
    count = sum(row.count for row in made)
    toast = toasts.Toast(f"Đã chuyển {count} hồ sơ, lập {len(made)} danh sách.")
    where = reverse("desk:handover-lists")
    if len(made) == 1:
        where = reverse("desk:handover-list", args=[made[0].code])
    return toasts.leave(HttpResponseRedirect(where), toast)


def _take(request: DeskRequest, code: str) -> str | None:
    """What to say; None when some dossier was refused."""
    told = take_list(request.actor, code, key=key_from(request.POST), at=request.at)
    if any(isinstance(outcome, Refused) for _, outcome in told):
        return None
    return f"Đã nhận {len(told)} hồ sơ." if told else "Hồ sơ của danh sách đã nhận đủ từ trước."


def _differ(request: DeskRequest, code: str) -> str:
    ordinal = value(request.POST, "line")
    number = int(ordinal) if ordinal.isascii() and ordinal.isdigit() and len(ordinal) < 5 else 0
    words = value(request.POST, "words")
    note_difference(request.actor, code, number, words, at=request.at)
    return f"Đã ghi sai khác của dòng {number}."


def _due_now(request: DeskRequest) -> set[str]:
    """The codes of what must be gone by the close of the day, or should be gone already."""
    rows = _rows(request, to_hand(request.actor), set())
    today = request.at.date()
    return {row.one.code for row in rows if row.by.date() <= today}


def _rows(request: DeskRequest, found: Sequence[ToHand], ticked: set[str]) -> Sequence[Row]:
    office = request.actor.office_id
    return [
        Row(one, goes_by(office, one.came_at), one.code in ticked, f"{one.code}|{one.seq}")
        for one in found
    ]


def _draw_make(
    request: DeskRequest,
    ticked: set[str],
    fault: str = "",
    *,
    scanning: bool = False,
    status: int = 200,
) -> HttpResponse:
    groups: dict[str, list[Row]] = {}
    for row in _rows(request, to_hand(request.actor), ticked):
        name = ", ".join(department_by_id(one).name for one in row.one.departments)
        groups.setdefault(name, []).append(row)
    rows = [row for found in groups.values() for row in found]
    context = {
        "groups": [Group(name, found) for name, found in groups.items()],
        "count": len(rows),
        "ticked": sum(1 for row in rows if row.ticked),
        "fault": fault,
        "scanning": scanning,
        "key": uuid4(),
    }
    return page(request, "desk/papers/handover_make.html", context, here=HERE, status=status)


def _draw_one(
    request: DeskRequest, shown: ShownList, fault: str = "", *, status: int = 200
) -> HttpResponse:
    context = {
        "shown": shown,
        "may_take": may_take(request.actor, shown.row) and may(request.actor, Act.SEE),
        "wait": any(line.taken.open for line in shown.lines),
        "fault": fault,
        "key": uuid4(),
        "typed": value(request.POST, "words") if fault else "",
        "typed_line": value(request.POST, "line") if fault else "",
    }
    return page(request, "desk/papers/handover_list.html", context, here=HERE, status=status)


def _load(request: DeskRequest, code: str) -> ShownList:
    try:
        return list_of(request.actor, code)
    except Refused as refused:
        raise Http404(_said(refused)) from None


def _may_make(request: DeskRequest) -> bool:
    """The desk makes lists: it sees the office's, and it receives."""
    office = scope_of(request.actor, Duty.HANDOVER_LISTS) is Scope.OFFICE
    return office and may(request.actor, Act.RECEIVE)


def _said(refused: Refused) -> str:
    return refusals.sentence(refused) or dossiers.sentence(refused)


def list_address(words: str) -> str | None:
    """The page of the list whose barcode was scanned; None when it is no list's."""
    if code_in(words) or not is_list_code(words):
        return None
    return reverse("desk:handover-list", args=[words.strip().upper()])
