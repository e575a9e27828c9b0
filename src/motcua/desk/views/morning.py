"""The morning page of each position: what is late, due, waited for, on the desk, not fetched."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.boxes.selectors.digests import opening
from motcua.boxes.selectors.workload import unclaimed
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rail import ON_STEPS, waiting_for
from motcua.desk.rendering import page
from motcua.desk.views.apologies import apologies_wait
from motcua.desk.views.rescheduling import promises_wait
from motcua.desk.views.workload import offered
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.inbox import inbox
from motcua.dossiers.selectors.morning import Morning, lines, morning
from motcua.fees.selectors.obligations import overdue
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.morning import morning_pdf
from motcua.reports.consolidation.selectors import owed
from motcua.reports.narrative.selectors import awaited

SHOWN = 6
MOST_TO_SIGN = 200
SLUGS = {
    "qua-han": ("late", "Quá hạn"),
    "hom-nay": ("today", "Đến hạn hôm nay"),
    "nhap-bu": ("slips", "Nhập bù chờ duyệt"),
    "cho-nguoi-dan": ("citizen", "Chờ người dân bổ sung"),
    "cho-co-quan-khac": ("elsewhere", "Chờ cơ quan khác, tạm dừng"),
    "y-kien-qua-han": ("opinions", "Ý kiến quá hạn trả lời"),
    "tren-ban": ("mine", "Trên bàn tôi"),
    "chua-ai-nhan": ("untaken", "Đã giao quá 2 giờ làm việc, chưa ai nhận"),
    "chua-nhan": ("uncollected", "Kết quả chưa ai nhận"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure; `slug` opens the dossiers behind it, on the morning's list or at `elsewhere`."""

    slug: str
    name: str
    count: int
    context: str
    css: str = ""
    door: str = ""
    elsewhere: str = ""


@official(Duty.OPEN)
def morning_page(request: DeskRequest) -> HttpResponse:
    """The figures, what to act on first, and for leaders what waits for their signature."""
    actor, at = request.actor, request.at
    shown, now = morning(actor, at), waiting_for(actor, at)
    mine = inbox(actor, at, most=MOST_TO_SIGN) if may(actor, *ON_STEPS) else None
    first = [*(lines(actor, "late", at, SHOWN) if shown.late else ())]
    if len(first) < SHOWN and shown.today:
        first += lines(actor, "today", at, SHOWN - len(first))
    signs = may(actor, Act.APPROVE)
    rows = mine.rows if mine else ()
    context = {
        "tiles": [*tiles(shown, signs), *_of_money(request)],
        "bodies": shown.bodies,
        "first": first,
        "signs": signs,
        "rows": rows,
        "unopened": sum(row.fresh for row in rows),
        "ticked": set(),
        "promises_wait": promises_wait(actor),
        **apologies_wait(request),
        "opening": opening(actor, at),
        "figures_owed": owed(actor, at) if now.also.get("figures") else (),
        "narratives_wait": awaited(actor) if now.also.get("narratives") else (),
    }
    return page(request, "desk/morning.html", context, here="morning", waiting=now)


@official(Duty.OPEN)
def morning_list(request: DeskRequest, kind: str) -> HttpResponse:
    """The dossiers behind one figure."""
    if kind not in SLUGS:
        raise Http404("no such figure")
    known, title = SLUGS[kind]
    try:
        found = lines(request.actor, known, request.at)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    told = {line.code for line in found}
    context = {"title": title, "count": len(found), **_to_give(request, known, told)}
    here = {row.code for row in context["shown"].rows} if "shown" in context else set()
    context["lines"] = [line for line in found if line.code not in here]
    return page(request, "desk/morning_list.html", context, here="morning")


def _to_give(request: DeskRequest, kind: str, told: Collection[str]) -> dict[str, Any]:
    """For a head, what of the dossiers `told` nobody of the department has received: to be given
    out where it is seen."""
    if kind != "untaken" or not may(request.actor, Act.ASSIGN):
        return {}
    found = unclaimed(request.actor, request.at)
    if found is None:
        return {}
    key, behind = found
    shown = replace(behind, rows=[row for row in behind.rows if row.code in told])
    return {"shown": shown, "nhom": key, "kind": "chua-nhan", "offered": offered(shown)}


@official(Duty.OPEN)
def morning_paper(request: DeskRequest) -> HttpResponse:
    """All of it on one A4."""
    more = [(tile.name, tile.count) for tile in _of_money(request)]
    made = morning_pdf(request.actor, request.at, real_now(), more)
    headers = {"Content-Disposition": f'inline; filename="sang-{request.at:%Y-%m-%d}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def tiles(shown: Morning, signs: bool) -> list[Tile]:
    """The figures in the order of the morning: late first."""
    on_desk = "Chưa ký trên bàn tôi" if signs else "Việc trên bàn tôi"
    found = [
        Tile("qua-han", "Quá hạn", shown.late, "hẹn trả đã qua", "tile--late", "late"),
        Tile(
            "hom-nay", "Đến hạn hôm nay", shown.today, "hẹn trả trong hôm nay", "tile--near", "near"
        ),
        Tile("tren-ban", on_desk, shown.mine, "đang ở bước của tôi"),
        Tile(
            "cho-nguoi-dan",
            "Chờ người dân",
            shown.citizen,
            "đã yêu cầu bổ sung",
            "tile--paused",
            "paused",
        ),
        Tile("cho-co-quan-khac", "Chờ cơ quan khác", shown.elsewhere, "cả tạm dừng có văn bản"),
    ]
    if shown.slips:
        found.append(Tile("nhap-bu", "Nhập bù chờ duyệt", shown.slips, "lãnh đạo xem giấy hẹn"))
    if shown.untaken:
        found.append(Tile("chua-ai-nhan", "Giao chưa nhận", shown.untaken, "quá 2 giờ làm việc"))
    if shown.opinions:
        found.append(Tile("y-kien-qua-han", "Ý kiến quá hạn", shown.opinions, "nơi khác chưa đáp"))
    if shown.uncollected is not None:
        found.append(Tile("chua-nhan", "Chưa ai nhận", shown.uncollected, "kết quả nằm ở quầy"))
    return found


def _of_money(request: DeskRequest) -> list[Tile]:
    """Notices of the tax office past their day, for who may remind their owners; nothing is ever
    rejected for it."""
    if not may(request.actor, Duty.OBLIGATIONS):
        return []
    late = overdue(request.actor, request.at.date())
    name, context = "Nghĩa vụ đất quá hạn nộp", "gọi điện nhắc"
    return [Tile("", name, late, context, elsewhere=reverse("desk:obligations"))] if late else []
