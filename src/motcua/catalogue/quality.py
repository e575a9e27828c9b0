"""What is wrong, missing or unconfirmed in the catalogue of an office: each kind, each procedure.

Counts fall as things are mended. They are reckoned from what is in force on a day, so that an
earlier day can stand beside today.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.confirming.facts import unread
from motcua.catalogue.listing.posting import Board, boards
from motcua.catalogue.listing.public import is_only_days, is_unconfirmed
from motcua.catalogue.loading import differences_from_files
from motcua.catalogue.models import Process
from motcua.catalogue.processes.faults import exceeding_to_come, hindrances, judged
from motcua.catalogue.rows import ProcessRow, process_row
from motcua.catalogue.selectors import (
    VersionRow,
    coming_versions,
    procedures_of,
    scopes_of,
)
from motcua.core.clock import allowance_words
from motcua.organization.calendars import calendar_differences

REFORM_ON = date(2025, 7, 1)
"""The day the town's tier ended (NQ 1686/NQ-UBTVQH15): whatever began before waits for renewal."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its words, and what mends it."""

    key: str
    label: str
    hint: str


KINDS: Mapping[str, Kind] = {
    one.key: one
    for one in (
        Kind("no-code", "Chưa có mã TTHC", "Ghi mã theo quyết định công bố."),
        Kind("no-fee", "Chưa ghi phí, lệ phí", "Ghi nguyên văn cả miễn giảm, hoặc “Không thu”."),
        Kind("no-form", "Chưa có biểu mẫu", "Thêm mẫu tờ khai vào bản của thủ tục."),
        Kind("form-no-file", "Biểu mẫu chưa có tệp", "Thêm tệp DOCX hoặc PDF của mẫu."),
        Kind("no-basis", "Chưa ghi căn cứ", "Ghi văn bản quy định thủ tục."),
        Kind("no-result", "Chưa ghi kết quả", "Ghi tên kết quả và thời gian có giá trị."),
        Kind("no-process", "Chưa có quy trình riêng", "Ban hành quy trình thay cho bản suy ra."),
        Kind("over-budget", "Quy trình có lỗi hoặc vượt thời hạn", "Sửa quy trình cho vừa hạn."),
        Kind("other-name", "Tên khác CSDL quốc gia", "Đối chiếu tên theo quyết định công bố."),
        Kind("name-unread", "Tên, mã ghi theo trí nhớ [M]", "Đối chiếu nguồn công khai."),
        Kind("only-days", "Thời hạn chỉ ghi “ngày”", "Hỏi cơ quan công bố là ngày gì."),
        Kind("term-unread", "Thời hạn chưa đối chiếu công báo", "Đối chiếu rồi ghi điều khoản."),
        Kind(
            "facts-unread",
            "Điều khoản, phí chưa đối chiếu công báo",
            "Đối chiếu rồi ghi văn bản, điều.",
        ),
        Kind("not-renewed", "Chưa công bố lại sau 01/7/2025", "Nhập quyết định công bố mới."),
        Kind("file-differs", "Khác tệp kèm phần mềm", "Giữ bản đã sửa, hoặc sửa lại cho khớp."),
        Kind("calendar-differs", "Lịch khác tệp kèm phần mềm", "Xem lại ngày nghỉ đã nhập."),
        Kind("board-behind", "Niêm yết chưa theo kịp", "In bản mới, treo rồi xác nhận."),
    )
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `slug` is the procedure's, `board` the key of a field; both may be
    empty."""

    kind: str
    name: str
    detail: str = ""
    slug: str = ""
    board: str = ""


@dataclass(frozen=True, slots=True)
class Quality:
    """What is to be mended at each office on `day`."""

    day: date
    found: Mapping[int, Sequence[Finding]]

    def counts(self, office_id: int) -> Mapping[str, int]:
        """How many of each kind, in the order of the page; kinds without any too."""
        of = [finding.kind for finding in self.found.get(office_id, ())]
        return {key: of.count(key) for key in KINDS}


def quality(office_ids: Sequence[int], day: date, *, files: bool = True) -> Quality:
    """Everything to mend at these offices on `day`.

    Eleven queries once the catalogue is read, of that day and of those on which something approved
    begins, however many offices and procedures; four without `files`, what differs from the shipped
    files, which is known for today only.
    """
    processes, coming = _processes(day), coming_versions(day)
    hung: dict[int, list[Board]] = {}
    for board in boards(office_ids, day):
        hung.setdefault(board.office.id, []).append(board)
    shared = tuple(_calendar()) if files else ()
    differing = _from_files() if files else {}
    return Quality(
        day,
        {
            office_id: (
                *_of_procedures(office_id, day, differing),
                *_of_terms(office_id, day, processes, coming),
                *shared,
                *_of_boards(hung.get(office_id, [])),
            )
            for office_id in office_ids
        },
    )


Processes = Mapping[tuple[int, int | None, str, int | None], ProcessRow]
Judge = Callable[[VersionRow], str | None]


def _plain(said: bool) -> str | None:
    return "" if said else None


def _days_said(row: VersionRow) -> str:
    counted = allowance_words(row.allowance)
    if row.allowance_as_written:
        return f"văn bản: “{row.allowance_as_written}”, đang tính {counted}"
    return f"đang tính {counted} theo lịch, chưa đối chiếu điều khoản"


CHECKS: Mapping[str, Judge] = {
    "no-code": lambda row: _plain(not row.code),
    "no-fee": lambda row: _plain(not row.fee_text and not row.fees),
    "no-form": lambda row: _plain(row.at_desk and not row.forms),
    "form-no-file": lambda row: (
        "; ".join(one.name for one in row.forms if not one.sha256)
        if any(not one.sha256 for one in row.forms)
        else None
    ),
    "no-basis": lambda row: _plain(not row.legal_basis),
    "no-result": lambda row: _plain(not row.result and not row.results),
    "other-name": lambda row: (
        row.national_name if row.national_name not in ("", row.name) else None
    ),
    "name-unread": lambda row: (
        _unread(row) if "M" in (row.mark, row.code_mark if row.code else "") else None
    ),
    "only-days": lambda row: _days_said(row) if is_only_days(row) else None,
    "term-unread": lambda row: (
        allowance_words(row.allowance)
        if is_unconfirmed(row, "allowance") and not is_only_days(row)
        else None
    ),
    "facts-unread": lambda row: "; ".join(_others_unread(row)) or None,
}
"""For a version what is wrong, in words; None when nothing is. The kind alone says it: empty."""


def _of_procedures(office_id: int, day: date, differing: Mapping[str, str]) -> Iterator[Finding]:
    for row in procedures_of(office_id, day):
        for kind, judge in CHECKS.items():
            detail = judge(row)
            if detail is not None:
                yield Finding(kind, row.name, detail, row.slug)
        if day >= REFORM_ON > row.effective_on:
            yield Finding("not-renewed", row.name, f"từ {row.effective_on:%d/%m/%Y}", row.slug)
        if row.slug in differing:
            yield Finding("file-differs", row.name, differing[row.slug], row.slug)


def _of_terms(
    office_id: int,
    day: date,
    processes: Processes,
    coming: Mapping[int, Sequence[VersionRow]],
) -> Iterator[Finding]:
    """The processes under the term of that day, else under those approved and still to come."""
    scopes = tuple(scopes_of(office_id))
    for row in procedures_of(office_id, day):
        if not row.at_desk:
            continue
        chosen = (processes.get((row.procedure_id, *scope)) for scope in scopes)
        process = next((one for one in chosen if one), None)
        if process is None or process.derived:
            detail = "suy ra từ thời hạn" if process else "không có quy trình nào"
            yield Finding("no-process", row.name, detail, row.slug)
        said = _exceeding(row, process, coming.get(row.procedure_id, ()), office_id)
        if said:
            yield Finding("over-budget", row.name, said, row.slug)


def _exceeding(
    row: VersionRow, process: ProcessRow | None, coming: Sequence[VersionRow], office_id: int
) -> str:
    if process and (faults := hindrances(judged(process, row)[1])):
        return faults[0].message
    ahead = exceeding_to_come(coming, office_id)
    return f"từ ngày {ahead.version.effective_on:%d/%m/%Y}: {ahead.fault.message}" if ahead else ""


def _of_boards(hung: Sequence[Board]) -> Iterator[Finding]:
    said = {
        "behind": "đang treo bản cũ {old}, bản mới {new}",
        "never": "chưa xác nhận treo bản {new}",
        "to_take_down": "không còn thủ tục nào, gỡ bản {old}",
    }
    for board in hung:
        if board.state != "current":
            old = board.hanging.edition if board.hanging else ""
            detail = said[board.state].format(old=old, new=board.edition)
            yield Finding("board-behind", board.field, detail, board=board.key)


def _calendar() -> Iterator[Finding]:
    for one in calendar_differences():
        detail = f"{one.ours}; tệp: {one.shipped}" + (" (dự kiến)" if one.provisional else "")
        yield Finding("calendar-differs", f"{one.day:%d/%m/%Y}", detail)


def _from_files() -> Mapping[str, str]:
    return {
        one.slug: ", ".join(sorted({change.what for change in one.changes}))
        for one in differences_from_files()
    }


def _processes(day: date) -> Processes:
    """The processes in force on `day`, by whom they are for. One query."""
    rows = Process.objects.filter(effective_on__lte=day, taken_back_at=None)
    found: dict[tuple[int, int | None, str, int | None], Process] = {}
    for row in rows.order_by("effective_on", "id"):
        found[row.procedure_id, row.office_id, row.office_kind, row.under_id] = row
    return {scope: process_row(row) for scope, row in found.items()}


def _others_unread(row: VersionRow) -> Sequence[str]:
    """What bears a mark beside name, code and term, which have kinds of their own."""
    own = ("name", "code", "allowance")
    return [one.label for one in unread(row) if one.key not in own]


def _unread(row: VersionRow) -> str:
    parts = [("tên", row.mark), ("mã", row.code_mark if row.code else "")]
    return " và ".join(what for what, mark in parts if mark == "M")
