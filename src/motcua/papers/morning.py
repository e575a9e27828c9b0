"""The morning on one A4: the figures of a position, and under each its first dossiers.

An office's own sheet, no form of the law. What does not fit is counted, never a second page.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pypdf import PdfReader

from motcua.audit.recording import record
from motcua.core.codes import tail
from motcua.dossiers.selectors.morning import KINDS, Line, lines, morning
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id
from motcua.papers.typesetting import pdf
from motcua.papers.wording import moment

TEMPLATE = "morning"
TITLES = {
    "late": "Quá hạn",
    "today": "Đến hạn hôm nay",
    "slips": "Nhập bù chờ lãnh đạo duyệt",
    "citizen": "Chờ người dân bổ sung",
    "elsewhere": "Chờ cơ quan khác, tạm dừng",
    "opinions": "Ý kiến quá hạn trả lời",
    "mine": "Trên bàn tôi",
    "uncollected": "Kết quả chưa ai nhận",
    "untaken": "Giao quá 2 giờ làm việc, chưa ai nhận",
}
SELDOM = ("slips", "opinions", "untaken")
"""Told only when there is one."""

ROOM = 36
"""Lines of dossiers that fit under the heads on one A4, when few kinds have any."""
HEADED = 43
"""As many lines and heads together as fit; a head with what is not shown takes two."""


@dataclass(frozen=True, slots=True)
class Section:
    """One figure and its first dossiers; `count` may be more than there are lines."""

    title: str
    count: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the paper."""

    office: str
    title: str
    person: str
    at: datetime
    sections: Sequence[Section]
    bodies: Sequence[tuple[str, int]]
    demonstration: bool = False


def morning_pdf(
    actor: Actor, at: datetime, printed_at: datetime, more: Sequence[tuple[str, int]] = ()
) -> bytes:
    """The sheet of `actor` as things stand at `at`, `more` being figures of other rooms; the print
    is in the audit. About 16 queries.

    Raises Refused("not_your_act") for positions that open no dossiers.
    """
    sheet = sheet_of(actor, at)
    made = render(replace(sheet, bodies=[*sheet.bodies, *more]))
    record(
        "morning_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
    )
    return made


def sheet_of(actor: Actor, at: datetime) -> Sheet:
    """The sheet's facts: every section gets a fair share of the room."""
    told = morning(actor, at)
    counts = {kind: told.count(kind) for kind in KINDS}
    known = {
        kind: count
        for kind, count in counts.items()
        if count is not None and (count or kind not in SELDOM)
    }
    shares = _shares(known)
    return Sheet(
        office=office_by_id(actor.office_id).name,
        title=actor.title,
        person=actor.person,
        at=at,
        sections=[
            Section(
                TITLES[kind],
                count,
                lines(actor, kind, at, shares[kind]) if shares[kind] else (),
            )
            for kind, count in known.items()
        ],
        bodies=told.bodies,
        demonstration=timekeeping.is_demonstration(),
    )


def render(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF of one page. The same sheet, the same bytes.

    How much fits depends on what wraps: lines that would need a second page are only counted.
    """
    made = pdf(TEMPLATE, data_of(sheet))
    while len(PdfReader(io.BytesIO(made)).pages) > 1 and any(s.lines for s in sheet.sections):
        sheet = _shorter(sheet)
        made = pdf(TEMPLATE, data_of(sheet))
    return made


def _shorter(sheet: Sheet) -> Sheet:
    """The same with a line less of the section that shows most."""
    longest = max(sheet.sections, key=lambda section: len(section.lines))
    less = replace(longest, lines=longest.lines[:-1])
    return replace(sheet, sections=[less if s is longest else s for s in sheet.sections])


def data_of(sheet: Sheet) -> dict[str, object]:
    """What the template is given: words ready to print."""
    at = sheet.at
    return {
        "office": sheet.office,
        "title": sheet.title,
        "person": sheet.person,
        "at": moment(at),
        "day": [at.year, at.month, at.day],
        "bodies": ", ".join(f"{name} {count}" for name, count in sheet.bodies),
        "sections": [
            {
                "title": section.title,
                "count": section.count,
                "more": section.count - len(section.lines),
                "rows": [_row(line) for line in section.lines],
            }
            for section in sheet.sections
        ],
        "sample": sheet.demonstration,
    }


def _row(line: Line) -> list[str]:
    due = f"{line.due_at:%d/%m %H:%M}" if line.due_at else "tạm dừng"
    return [tail(line.code), line.owner, line.procedure, due, line.face.words, line.holder]


def _shares(counts: dict[str, int]) -> dict[str, int]:
    """How many lines each section shows: one in turn until the room or the dossiers are used up."""
    shares = dict.fromkeys(counts, 0)
    room = min(ROOM, HEADED - 2 * sum(count > 0 for count in counts.values()))
    while room and any(shares[kind] < count for kind, count in counts.items()):
        for kind, count in counts.items():
            if room and shares[kind] < count:
                shares[kind] += 1
                room -= 1
    return shares
