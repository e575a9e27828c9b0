"""Phụ lục II as a table of signs, for a terminal."""

from motcua.core.money import format_number
from motcua.reports.phu_luc_ii import REASONS_HEAD, TOTAL, PhuLucII, Row, Totals

_WIDTHS = (4, 22, 8, 11, 9, 9, 8)
_SHORT = ("STT", "Đơn vị", "Một cửa", "Liên thông", "Đã nhận", "Đúng hạn", "Quá hạn")


def as_text(sheet: PhuLucII) -> str:
    """The sheet in 80 columns."""
    lines = ["PHỤ LỤC II", *sheet.title, " · ".join(filter(None, (sheet.span, sheet.until))), ""]
    lines.append(_line(_SHORT))
    for group, total in sheet.totals.items():
        lines.append(_line((group, sheet.heading_of(group), "", "", "", "", "")))
        lines += [_cells(row) for row in sheet.rows if row.group == group]
        lines.append(_cells(total))
    if sheet.overdue_reasons:
        lines += ["", REASONS_HEAD]
        lines += [f"+ {words} ({count})" for words, count in sheet.overdue_reasons]
    return "\n".join([*lines, "", *sheet.footnotes]) + "\n"


def _cells(row: Row | Totals) -> str:
    name = row.unit if isinstance(row, Row) else TOTAL
    ordinal = row.ordinal if isinstance(row, Row) else None
    numbers = (
        ordinal, row.procedures_one_stop, row.procedures_interlinked, row.received, row.on_time,
        row.overdue,
    )  # fmt: skip
    said = ["" if n is None else format_number(n) for n in numbers]
    return _line((said[0], name, *said[1:]))


def _line(cells: tuple[str, ...]) -> str:
    first = f"{cells[0]:<{_WIDTHS[0]}}{cells[1]:<{_WIDTHS[1]}}"
    numbers = zip(cells[2:], _WIDTHS[2:], strict=True)
    return (first + "".join(f"{cell:>{width + 1}}" for cell, width in numbers)).rstrip()
