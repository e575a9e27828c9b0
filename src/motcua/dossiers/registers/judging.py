"""One line of a register as what the services are asked, or all that is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from motcua.core.clock import Calendar
from motcua.core.text import clean, search_key
from motcua.dossiers.asked import FromRegister, Intake, PartyData
from motcua.dossiers.refusals import SENTENCES, sentence
from motcua.dossiers.registers.places import Places
from motcua.dossiers.registers.reading import Line
from motcua.dossiers.registers.values import CHANNELS, OUTCOMES, NotAMoment, moment, reason_of
from motcua.dossiers.services.importing import judged
from motcua.organization.selectors import OfficeRow, calendar_of

LONGEST_CELL = 10_000
LONGEST = {"applicant_name": 200, "applicant_id": 20, "phone": 15}
NOTE = 4000
_CODE = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ./_-]{0,39}")
_SIDES: dict[str, Literal["opening", "close"]] = {
    "received_at": "opening",
    "due_at": "close",
    "finished_at": "opening",
    "returned_at": "opening",
}


@dataclass
class Judged:
    """A line as it was read: its faults (column and sentence), or the intake it becomes.

    `notes` are worth a look and no faults.
    """

    line: int
    faults: list[tuple[str, str]] = field(default_factory=list)
    intake: Intake | None = None
    notes: list[str] = field(default_factory=list)


def judge(line: Line, places: Places, now: datetime) -> Judged:
    """All that is wrong with `line` at `now`, or its intake. No query once the offices are read."""
    out = Judged(line.number, faults=list(_sizes(line)))
    if out.faults:
        return out
    text = {name: clean(str(cell)) for name, cell in line.cells.items()}
    office = places.office(text.get("office", ""))
    if office is None:
        out.faults.append(("office", "Không có cơ quan này. Ghi mã đơn vị, ví dụ bim-son."))
        return out
    if not places.reaches(office):
        out.faults.append(("office", f"{office.name} ngoài phạm vi của ông, bà. Bỏ dòng này."))
        return out
    times = _times(line, calendar_of(office.id), out)
    out.faults += _words(text)
    out.faults += _procedure(text, office, places)
    if not out.faults:
        out.intake = _intake(text, times, office, places, now)
        _follow(out, out.intake, places)
    return out


def _sizes(line: Line) -> Iterator[tuple[str, str]]:
    if line.overflowing:
        yield "…", "Dòng có nhiều ô hơn tiêu đề. Bỏ ô thừa, hoặc đặt ô có dấu phẩy trong ngoặc kép."
    for column, cell in line.cells.items():
        size, most = len(str(cell)), LONGEST.get(column, LONGEST_CELL)
        if size > most:
            yield column, f"Dài {size} ký tự, tối đa {most}. Viết ngắn lại."


def _times(line: Line, calendar: Calendar, out: Judged) -> dict[str, datetime]:
    times: dict[str, datetime] = {}
    for column, side in _SIDES.items():
        cell = line.cells.get(column)
        try:
            if cell:
                times[column] = moment(cell, side, calendar)
        except NotAMoment:
            said = "Không đọc được ngày giờ. Ghi như 2017-03-01T14:30 hoặc 01/03/2017 14:30."
            out.faults.append((column, said))
    if "received_at" not in line.cells:
        out.faults.append(("received_at", "Chưa có lúc tiếp nhận. Ghi ngày giờ nhận hồ sơ."))
    return times


def _words(text: dict[str, str]) -> Iterator[tuple[str, str]]:
    if not text.get("applicant_name"):
        yield "applicant_name", "Chưa có tên người nộp. Ghi họ tên."
    if search_key(text.get("channel", "direct")) not in CHANNELS:
        yield "channel", "Kênh phải là direct, post hoặc online."
    if text.get("outcome") and search_key(text["outcome"]) not in OUTCOMES:
        yield "outcome", SENTENCES["unknown_outcome"]
    if text.get("code") and not _CODE.fullmatch(_code(text)):
        yield "code", "Mã hồ sơ chỉ gồm chữ, số, dấu chấm, gạch; tối đa 40 ký tự. Sửa lại mã."


def _procedure(
    text: dict[str, str], office: OfficeRow, places: Places
) -> Iterator[tuple[str, str]]:
    code = text.get("procedure_code", "")
    if code and places.procedure(office, code):
        return
    if code and places.is_known_elsewhere(code):
        yield "procedure_code", f"{office.name} không giải quyết thủ tục này. Sửa mã hoặc cơ quan."
    else:
        yield "procedure_code", "Không có thủ tục này trong danh mục. Sửa mã thủ tục."


def _intake(
    text: dict[str, str],
    times: dict[str, datetime],
    office: OfficeRow,
    places: Places,
    now: datetime,
) -> Intake:
    version = places.procedure(office, text["procedure_code"])
    assert version is not None  # noqa: S101 (`_procedure` found it)
    reason, said = reason_of(text["overdue_reason"]) if text.get("overdue_reason") else ("", "")
    note = text.get("note", "")
    pieces = [note[at : at + NOTE] for at in range(0, len(note), NOTE)]
    return Intake(
        version_id=version.id,
        owners=(_person(text),),
        papers=(),
        at=times["received_at"],
        by=places.actor(office.id),
        channel=CHANNELS[search_key(text.get("channel", "direct"))],
        recorded_at=now,
        register=FromRegister(
            code=_code(text),
            due_at=times.get("due_at"),
            finished_at=times.get("finished_at"),
            returned_at=times.get("returned_at"),
            outcome=OUTCOMES[search_key(text["outcome"])] if text.get("outcome") else "",
            overdue_reason=reason,
            notes=tuple(piece for piece in (said[:NOTE], *pieces) if piece),
        ),
    )


def _follow(out: Judged, intake: Intake, places: Places) -> None:
    """Its times against one another, and what is worth a look."""
    found = judged(intake, places.handled)
    out.faults += [(column, sentence(refused)) for column, refused in found.faults]
    reason = intake.register.overdue_reason if intake.register else ""
    if not out.faults and found.late and not reason:
        out.notes.append("quá hạn, chưa ghi lý do")
    if not out.faults and reason and not found.late:
        out.notes.append("có lý do quá hạn nhưng không quá hạn: lý do không được ghi")


def _person(text: dict[str, str]) -> PartyData:
    return PartyData(
        name=text["applicant_name"],
        id_number=re.sub(r"[\s.]", "", text.get("applicant_id", "")),
        phone=re.sub(r"[\s.-]", "", text.get("phone", "")),
    )


def _code(text: dict[str, str]) -> str:
    return re.sub(r"\s", "", text.get("code", "")).upper()
