"""A sheet of the cash book as a workbook: real numbers, formulas for sums, print areas."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell as cell

from motcua.fees.columns import (
    CLERK_HEADS,
    DAY_HEADS,
    EXPLAINED_HEADS,
    VOUCHER_HEADS,
    clerk_numbers,
    clerk_totals,
    day_numbers,
    day_totals,
    not_counted,
)
from motcua.fees.sheets import Sheet

BY_DAY = "Theo ngày"
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_FIRST = 4
"""The first line under the heads, counted from 0."""
_OPENING, _CLOSING = DAY_HEADS.index("Tồn đầu ngày"), DAY_HEADS.index("Tồn cuối ngày")
_BEGUN, _SHOULD = CLERK_HEADS.index("Tồn đầu kỳ"), CLERK_HEADS.index("Còn theo sổ")
_COUNTED, _DIFFERS, _ENDED = _SHOULD + 1, _SHOULD + 2, _SHOULD + 3


@dataclass(frozen=True, slots=True)
class _Looks:
    title: Any
    head: Any
    words: Any
    day: Any
    number: Any
    total: Any


def as_xlsx(sheet: Sheet, office: str) -> bytes:
    """A page by day, one by clerk, one of what differed, and of a single day one of its lines; the
    same sheet, the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    created = _moment(sheet.period.first)
    book.set_properties({"title": f"Sổ quỹ {sheet.period.title}", "created": created})
    looks = _looks(book)
    named = f"SỔ QUỸ THU PHÍ, LỆ PHÍ: {sheet.period.title}"

    def page(name: str, heads: Sequence[str], fill: Callable[[Any, Sheet, _Looks], int]) -> None:
        made = _begun(book, name, heads, (office.upper(), named), looks)
        made.print_area(0, 0, fill(made, sheet, looks), len(heads) - 1)

    page(BY_DAY, DAY_HEADS, _by_day)
    page("Theo người thu", CLERK_HEADS, _by_clerk)
    page("Giải trình", EXPLAINED_HEADS, _differences)
    if sheet.vouchers:
        page("Chứng từ", VOUCHER_HEADS, _vouchers)
    book.close()
    return out.getvalue()


def _looks(book: Any) -> _Looks:
    boxed = {**_FONT, "border": 1}
    return _Looks(
        title=book.add_format({**_FONT, "bold": True, "align": "center"}),
        head=book.add_format({**boxed, "bold": True, "align": "center", "text_wrap": True}),
        words=book.add_format({**boxed, "text_wrap": True}),
        day=book.add_format({**boxed, "num_format": "dd/mm/yyyy"}),
        number=book.add_format({**boxed, "num_format": "#,##0"}),
        total=book.add_format({**boxed, "bold": True, "num_format": "#,##0"}),
    )


def _begun(book: Any, name: str, heads: Sequence[str], titles: Sequence[str], looks: _Looks) -> Any:
    page = book.add_worksheet(name)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(0, len(heads) - 1, 16)
    for place, words in enumerate(titles):
        page.merge_range(place, 0, place, len(heads) - 1, words, looks.title)
    for column, words in enumerate(heads):
        page.write_string(_FIRST - 1, column, words, looks.head)
    return page


def _by_day(page: Any, sheet: Sheet, looks: _Looks) -> int:
    """A day begins with the cell the one before ends in, and ends with a sum."""
    place = _FIRST
    for place, row in enumerate(sheet.days, start=_FIRST):
        numbers = day_numbers(row)
        page.write_datetime(place, 0, _moment(row.day_on), looks.day)
        for column, number in enumerate(numbers, start=1):
            page.write_number(place, column, number, looks.number)
        if place > _FIRST:
            carried = f"={cell(place - 1, _CLOSING)}"
            page.write_formula(place, _OPENING, carried, looks.number, numbers[_OPENING - 1])
        _sum_across(page, place, (_OPENING, _CLOSING), looks.number, numbers[_CLOSING - 1])
    last = _FIRST + len(sheet.days)
    page.write_string(last, 0, "Cả kỳ", looks.total)
    for column, total in enumerate(day_totals(sheet), start=1):
        _sum_down(page, last, column, looks.total, total)
    begun, ended = day_totals(sheet)[_OPENING - 1], day_totals(sheet)[_CLOSING - 1]
    if sheet.days:
        first = f"={cell(_FIRST, _OPENING)}"
        page.write_formula(last, _OPENING, first, looks.total, begun)
    _sum_across(page, last, (_OPENING, _CLOSING), looks.total, ended)
    return last


def _by_clerk(page: Any, sheet: Sheet, looks: _Looks) -> int:
    """The last line is the desk; below it, that it agrees with the page by day."""
    for place, row in enumerate(sheet.clerks, start=_FIRST):
        page.write_string(place, 0, row.clerk, looks.words)
        page.write_string(place, 1, row.desk, looks.words)
        numbers = clerk_numbers(row)
        for column, number in enumerate(numbers, start=2):
            if number is None:
                page.write_string(place, column, not_counted(row), looks.words)
            else:
                page.write_number(place, column, number, looks.number)
        _sum_across(page, place, (_BEGUN, _SHOULD), looks.number, row.balance.expected_vnd)
        if row.counted_vnd is not None:
            less = f"={cell(place, _COUNTED)}-{cell(place, _SHOULD)}"
            page.write_formula(place, _DIFFERS, less, looks.number, row.balance.difference_vnd)
        ended = f"={cell(place, _SHOULD)}+{cell(place, _DIFFERS)}"
        page.write_formula(place, _ENDED, ended, looks.number, row.balance.closing_vnd)
    last = _FIRST + len(sheet.clerks)
    page.write_string(last, 0, "Quầy", looks.total)
    page.write_blank(last, 1, None, looks.total)
    for column, total in enumerate(clerk_totals(sheet), start=2):
        if total is None:
            page.write_blank(last, column, None, looks.total)
        else:
            _sum_down(page, last, column, looks.total, total)
    closing = cell(_FIRST + len(sheet.days), _CLOSING)
    agrees = f"={cell(last, _ENDED)}-'{BY_DAY}'!{closing}"
    page.write_string(last + 1, 0, "Lệch với trang theo ngày", looks.words)
    page.write_formula(last + 1, _ENDED, agrees, looks.number, 0)
    return last + 1


def _differences(page: Any, sheet: Sheet, looks: _Looks) -> int:
    place = _FIRST
    for place, row in enumerate(sheet.explained, start=_FIRST):
        page.write_datetime(place, 0, _moment(row.day_on), looks.day)
        page.write_string(place, 1, row.clerk, looks.words)
        page.write_string(place, 2, row.when, looks.words)
        page.write_number(place, 3, row.difference_vnd, looks.number)
        page.write_string(place, 4, row.reason, looks.words)
        page.write_string(place, 5, row.signed_by, looks.words)
    return place


def _vouchers(page: Any, sheet: Sheet, looks: _Looks) -> int:
    for place, row in enumerate(sheet.vouchers, start=_FIRST):
        words = (f"{row.at:%H:%M}", row.clerk, row.words, row.paper, row.code)
        for column, said in enumerate(words):
            page.write_string(place, column, said, looks.words)
        for column, number in ((5, max(row.amount_vnd, 0)), (6, max(-row.amount_vnd, 0))):
            page.write_number(place, column, number, looks.number)
    last = _FIRST + len(sheet.vouchers)
    page.write_string(last, 0, "Cộng", looks.total)
    for column, sign in ((5, 1), (6, -1)):
        total = sum(max(sign * row.amount_vnd, 0) for row in sheet.vouchers)
        _sum_down(page, last, column, looks.total, total)
    return last


def _sum_across(page: Any, place: int, ends: tuple[int, int], look: Any, value: int) -> None:
    """The cell of the second column: the sum from the first to the one before it."""
    first, end = ends
    across = f"=SUM({cell(place, first)}:{cell(place, end - 1)})"
    page.write_formula(place, end, across, look, value)


def _sum_down(page: Any, last: int, column: int, look: Any, value: int) -> None:
    """A formula over the column with its value, so that a reader without a calculator sees it."""
    if last == _FIRST:
        page.write_number(last, column, value, look)
        return
    down = f"=SUM({cell(_FIRST, column)}:{cell(last - 1, column)})"
    page.write_formula(last, column, down, look, value)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time())
