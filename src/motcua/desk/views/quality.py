"""What is wrong, missing or unconfirmed in the catalogue, by office, with where it is mended."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.confirming.asked import confirmations_waiting
from motcua.catalogue.quality import KINDS, Finding, Kind, quality
from motcua.core.text import sheet_cell
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.views.confirming import confirms
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import OfficeRow, offices_with_desk

BEFORE = timedelta(days=30)
PAGE = 100
OF_PROCESSES = ("no-process", "over-budget")
OF_MARKS = ("name-unread", "term-unread", "only-days", "facts-unread")


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of fault with its count today and thirty days ago; None where that is not known."""

    kind: Kind
    count: int
    before: int | None
    url: str
    chosen: bool


@official(Duty.QUALITY)
def quality_page(request: DeskRequest) -> HttpResponse:
    """Counts by kind; one chosen shows its list, each line with where it is mended."""
    seen = overseen(request)
    office = next((one for one in seen if one.slug == request.GET.get("dv", "")), seen[0])
    day = request.at.date()
    now = quality([one.id for one in seen], day)
    before = quality([office.id], day - BEFORE, files=False).counts(office.id)
    chosen = KINDS.get(request.GET.get("loai", ""))
    counts = now.counts(office.id)
    listed = [one for one in now.found[office.id] if chosen and one.kind == chosen.key]
    turned = Paginator(listed, PAGE).get_page(request.GET.get("trang"))
    here = {"dv": office.slug, "loai": chosen.key if chosen else ""}
    context = {
        "office": office,
        "offices": [(one, len(now.found[one.id])) for one in seen],
        "rows": _rows(office, counts, before, chosen),
        "total": sum(counts.values()),
        "total_before": sum(before.values()),
        "chosen": chosen,
        "lines": [
            (one, seen_at(one, office), mended_at(one, office, request.actor)) for one in turned
        ],
        "waiting": confirmations_waiting(),
        "page": turned,
        "query": f"{urlencode(here)}&",
    }
    return page(request, "desk/quality.html", context, here="catalogue")


@official(Duty.QUALITY)
def as_csv(request: DeskRequest) -> HttpResponse:
    """Everything to mend at the offices this officer oversees, one line each."""
    seen = overseen(request)
    now = quality([one.id for one in seen], request.at.date())
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(["Ngày", "Đơn vị", "Loại", "Thủ tục hoặc lĩnh vực", "Chi tiết", "Tên ngắn"])
    for office in seen:
        for one in now.found[office.id]:
            kind = KINDS[one.kind].label
            line = [f"{now.day:%d/%m/%Y}", office.name, kind, one.name, one.detail, one.slug]
            writer.writerow(map(sheet_cell, line))
    auditing.exported(request, "chat-luong.csv")
    name = f"chat-luong-danh-muc-{now.day:%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    body = "\ufeff" + made.getvalue()
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)


def overseen(request: DeskRequest) -> Sequence[OfficeRow]:
    """The desks whose catalogue this officer looks after."""
    below = scope_of(request.actor, Duty.QUALITY) is Scope.BELOW
    here = offices_with_desk(request.actor.office_slug)
    return here if below else [one for one in here if one.id == request.actor.office_id]


def seen_at(one: Finding, office: OfficeRow) -> str:
    """The page that shows it as it is."""
    if one.board:
        return reverse("desk:board", args=[office.slug, one.board])
    return reverse("desk:procedure", args=[one.slug]) if one.slug else ""


def mended_at(one: Finding, office: OfficeRow, actor: Actor) -> str:
    """The page on which this officer mends it; empty when others have to."""
    if one.board:
        return reverse("desk:board", args=[office.slug, one.board])
    if one.kind in OF_PROCESSES:
        may_write = may(actor, Duty.PROCESS)
        return reverse("desk:process", args=[one.slug]) if may_write else ""
    if one.kind in OF_MARKS:
        return reverse("desk:confirming", args=[one.slug]) if confirms(actor) else ""
    if not one.slug:
        return reverse("desk:admin-calendar") if may(actor, Duty.ADMINISTER) else ""
    return _amended_at(one.slug) if may(actor, Duty.PROMULGATE) else ""


def _amended_at(slug: str) -> str:
    """A new decision that begins with an amendment of that procedure."""
    return f"{reverse('desk:promulgation-new')}?{urlencode({'thu-tuc': slug})}"


def _rows(
    office: OfficeRow,
    counts: Mapping[str, int],
    before: Mapping[str, int],
    chosen: Kind | None,
) -> Sequence[Row]:
    known_today = ("file-differs", "calendar-differs")
    return [
        Row(
            kind,
            counts[key],
            None if key in known_today else before[key],
            f"{reverse('desk:quality')}?{urlencode({'dv': office.slug, 'loai': key})}",
            kind is chosen,
        )
        for key, kind in KINDS.items()
    ]
