"""The head's morning: what is late or about to be, where work stands, and the dossiers behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse

from motcua.desk.drawing.strips import Segment, strip
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import beside_page
from motcua.desk.rendering import page
from motcua.desk.views.apologies import apologies_wait
from motcua.desk.views.rescheduling import promises_wait
from motcua.dossiers.selectors.overview import Place, Where, behind, overview, urgent
from motcua.feedback.selectors import complaints
from motcua.identity.grants import Duty, Scope, scope_of

KINDS = {
    "qua-han": ("late", "Quá hạn"),
    "sap-han": ("near", "Sắp đến hạn"),
    "tam-dung": ("paused", "Tạm dừng"),
    "dang-giai-quyet": ("open", "Đang giải quyết"),
    "cho-tra": ("to_return", "Có kết quả, chờ trả"),
    "bo-sung-lan-hai": ("again", "Yêu cầu bổ sung từ lần hai"),
    "huong-dan-hoan-thien": ("guided", "Hướng dẫn hoàn thiện trước tiếp nhận"),
    "ngoai-thanh-phan": ("outside", "Yêu cầu giấy tờ ngoài thành phần"),
}
SHOWN = 8
_WHERE = re.compile(r"(\d{1,9})\.(\d{1,9})\.([A-Za-z_]{0,40})")


@dataclass(frozen=True, slots=True)
class Bar:
    """One place's bar: its segments as (class, x, width), drawn over a width of 300; `where` as the
    addresses of its figures say it."""

    place: Place
    segments: Sequence[Segment]
    where: str


@official(Duty.OVERVIEW)
def morning(request: DeskRequest) -> HttpResponse:
    """Tiles, places, offices, and what to act on first."""
    shown = overview(request.actor, request.at)
    context = {
        "may_see_loads": may(request.actor, Duty.WORKLOAD),
        "may_reorganize": may(request.actor, Duty.APPROVE_REORGANIZATION),
        "overview": shown,
        "bars": bars(shown.places),
        "offices": bars(shown.offices),
        "below": scope_of(request.actor, Duty.OVERVIEW) is Scope.BELOW,
        "first": urgent(request.actor, request.at, SHOWN),
        "urgent": shown.late + shown.near,
        "promises_wait": promises_wait(request.actor),
        **apologies_wait(request),
        "counts": complaints.counts(request.actor, request.at)
        if may(request.actor, Duty.ANSWER)
        else None,
    }
    return page(request, "desk/overview.html", context, here="overview")


@official(Duty.OVERVIEW)
def behind_number(request: DeskRequest, kind: str) -> HttpResponse:
    """The dossiers behind one figure."""
    if kind not in KINDS:
        raise Http404("no such figure")
    known, title = KINDS[kind]
    where, place = _where(request)
    number = request.GET.get("trang")
    found = behind(request.actor, known, request.at, where=where, number=number)
    context = {
        "page": found,
        "query": beside_page(request.GET),
        "title": title,
        "kinds": KINDS,
        "kind": kind,
        "below": scope_of(request.actor, Duty.OVERVIEW) is Scope.BELOW,
        "place": place,
        "where": _said(where) if where else "",
    }
    return page(request, "desk/behind.html", context, here="overview")


def bars(places: Sequence[Place]) -> Sequence[Bar]:
    """The bars of `places`, the longest filling the width."""
    longest = max((place.total for place in places), default=0)
    return [Bar(place, strip(_parts(place), longest), _said(place.where)) for place in places]


def _said(where: Where) -> str:
    return f"{where.office_id}.{where.department_id or 0}.{where.kind}"


def _where(request: DeskRequest) -> tuple[Where | None, str]:
    """The place in the address and its name, if any. 404 for one there is none of."""
    said = request.GET.get("noi", "")
    if not said:
        return None, ""
    found = _WHERE.fullmatch(said)
    if found is None:
        raise Http404("no such place")
    where = Where(int(found[1]), int(found[2]) or None, found[3])
    try:
        return where, where.name
    except KeyError:
        raise Http404("no such place") from None


def _parts(place: Place) -> Sequence[tuple[str, int]]:
    return (
        ("b-late", place.late),
        ("b-near", place.near),
        ("b-ok", place.on_time),
        ("b-off", place.paused),
    )
