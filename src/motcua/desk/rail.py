"""The rail: what this position can do, and how much of it waits. Read from the grants table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from motcua.boxes.selectors.warnings import unopened
from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.dossiers.selectors.waiting import Capped, Waiting, as_said, capped, waiting_counts
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of
from motcua.reports.consolidation.selectors import owing
from motcua.reports.narrative.selectors import awaiting

MONEY = (Duty.COLLECT, Duty.SIGN_CASH, Duty.RECEIPT_BOOKS)
REPORTS = (Duty.SIGN_REPORT, Duty.ISSUE_REPORT)
FIGURES = (Duty.CONFIRM_FIGURES, Duty.ENTER_FIGURES)
MANY = (Duty.PRINT_MANY, Duty.REPORT, Duty.CHARTS)
FIRST = ("intake", "inbox", "admin")
"""The entries at one of which a day begins, by their keys: the first that a position may open."""
ON_STEPS = (Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the rail. Any one of `needs` in the grants table opens it; none: everyone."""

    key: str
    route: str
    label: str
    icon: str
    needs: tuple[Act | Duty, ...] = ()
    kbd: str = ""
    block: int = 0


ENTRIES = (
    Entry("intake", "desk:counter", "Tiếp nhận", "file-plus", (Act.RECEIVE,), "F4"),
    Entry("arriving", "desk:arriving", "Chờ kiểm tra", "inbox", (Act.ASK_COMPLETION,)),
    Entry("now", "desk:at-once", "Làm ngay", "certificate", (Act.DO_NOW,)),
    Entry("return", "desk:returning", "Trả kết quả", "package-export", (Act.RETURN_RESULT,)),
    Entry("money", "desk:money", "Thu phí", "certificate", (*MONEY, Duty.OBLIGATIONS)),
    Entry("hear", "desk:complaint-new", "Ghi phản ánh", "alert-circle", (Duty.HEAR,)),
    Entry("inbox", "desk:inbox", "Hộp việc", "inbox", ON_STEPS),
    Entry("handover", "desk:handover-lists", "Bàn giao", "file-text", (Duty.HANDOVER_LISTS,)),
    Entry("notices", "desk:notices", "Tin báo", "send", (Duty.NOTICES,)),
    Entry("all", "desk:dossiers", "Tất cả hồ sơ", "folders", (Duty.SEARCH,)),
    Entry("register", "desk:register", "Sổ theo dõi", "books", (Duty.REGISTER,)),
    Entry("warnings", "desk:warnings", "Cảnh báo", "alert-triangle", ON_STEPS, block=1),
    Entry("documents", "desk:documents", "Văn bản", "file-text", (Duty.DOCUMENTS,)),
    Entry("morning", "desk:morning", "Sáng nay", "list-check", (Duty.OPEN,), block=1),
    Entry("overview", "desk:overview", "Điều hành", "layout-dashboard", (Duty.OVERVIEW,), block=1),
    Entry("report", "desk:reports", "Báo cáo", "report-analytics", (Duty.REPORT,), block=1),
    Entry(
        "figures",
        "desk:consolidations",
        "Số liệu báo cáo",
        "report-analytics",
        (Duty.ENTER_FIGURES,),
        block=1,
    ),
    Entry(
        "narratives",
        "desk:narratives",
        "Báo cáo chờ số",
        "report-analytics",
        (Duty.ISSUE_REPORT,),
        block=1,
    ),
    Entry("feedback", "desk:feedback", "Đánh giá", "report-analytics", (Duty.FEEDBACK,), block=1),
    Entry("complaints", "desk:complaints", "Phản ánh", "alert-circle", (Duty.ANSWER,), block=1),
    Entry("batches", "desk:batches", "In hàng loạt", "printer", MANY, block=1),
    Entry("catalogue", "desk:catalogue", "Thủ tục", "books", (Duty.CATALOGUE,), block=2),
    Entry(
        "promulgations",
        "desk:promulgations",
        "Công bố",
        "file-spreadsheet",
        (Duty.PROMULGATE, Duty.APPROVE_PROMULGATION),
        block=2,
    ),
    Entry("processes", "desk:processes", "Quy trình", "arrow-right", (Duty.PROCESS,), block=2),
    Entry("boards", "desk:boards", "Niêm yết", "file-text", (Duty.POST_LISTING,), block=2),
    Entry("forms", "desk:forms", "Mẫu giấy", "file-text", (Duty.FORMS,), block=2),
    Entry("templates", "desk:templates", "Mẫu DOCX", "file-text", (Duty.TEMPLATES,), block=2),
    Entry("admin", "desk:administration", "Quản trị", "settings", (Duty.ADMINISTER,), block=2),
    Entry("help", "desk:help", "Trợ giúp", "help", kbd="?", block=3),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as drawn: `rule` draws a line above it, `gap` pushes it to the foot."""

    key: str
    url: str
    label: str
    icon: str
    kbd: str
    here: bool
    count: int
    said: str
    late: int
    rule: bool
    gap: bool


def waiting_for(actor: Actor, at: datetime, also: Mapping[str, Capped] | None = None) -> Waiting:
    """What every page counts for `actor`, and what this one counts `also`. One query."""
    mine = {"warnings": capped(unopened(actor)), **(also or {})}
    if any(scope_of(actor, duty) is not None for duty in FIGURES):
        mine["figures"] = capped(owing(actor, at.astimezone(VN).date()))
    if any(scope_of(actor, duty) is not None for duty in REPORTS):
        mine["narratives"] = capped(awaiting(actor))
    return waiting_counts(actor, at, mine)


def rail(actor: Actor, at: datetime, here: str, waiting: Waiting | None = None) -> Sequence[Shown]:
    """The entries `actor` may open, with what waits for them. One query, none when it is given."""
    waiting = waiting or waiting_for(actor, at)
    counts = {
        "inbox": waiting.todo,
        "return": waiting.to_return,
        "arriving": waiting.to_check,
        "warnings": waiting.also.get("warnings", 0),
        "figures": waiting.also.get("figures", 0),
    }
    counts["report"] = counts["narratives"] = waiting.also.get("narratives", 0)
    late = {"inbox": waiting.late, "arriving": waiting.check_late}
    shown: list[Shown] = []
    block = 0
    for entry in allowed(actor):
        shown.append(
            Shown(
                key=entry.key,
                url=reverse(entry.route),
                label=entry.label,
                icon=entry.icon,
                kbd=entry.kbd,
                here=entry.key == here,
                count=counts.get(entry.key, 0),
                said=as_said(counts.get(entry.key, 0)),
                late=late.get(entry.key, 0),
                rule=bool(shown) and entry.block > block and entry.block < 3,
                gap=entry.block == 3,
            )
        )
        block = entry.block
    return shown


def first(actor: Actor) -> Entry:
    """Where a position's day begins: at the counter, else at its box, else where it administers,
    else at the first entry it may open. No query."""
    entries = allowed(actor)
    by_key = {entry.key: entry for entry in entries}
    return next((by_key[key] for key in FIRST if key in by_key), entries[0])


def allowed(actor: Actor) -> Sequence[Entry]:
    """What the position may open, in the order of the rail. No query."""
    return [
        entry
        for entry in ENTRIES
        if not entry.needs or any(scope_of(actor, need) is not None for need in entry.needs)
    ]
