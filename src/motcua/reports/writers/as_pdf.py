"""Phụ lục II as a PDF: the sheet as it will be signed, A4 landscape."""

from typing import Any

from motcua.core.money import format_number
from motcua.papers.typesetting import pdf
from motcua.reports.phu_luc_ii import HEADS, REASONS_HEAD, PhuLucII, Row, Totals


def as_pdf(sheet: PhuLucII, *, sample: bool = False) -> bytes:
    """The tagged PDF; `sample` marks it as made from invented data. Same sheet, same bytes."""
    told = [*sheet.footnotes, *sheet.said_of_voided]
    return pdf("phu_luc_ii", {**laid_out(sheet), "footnotes": told, "sample": sample})


def laid_out(sheet: PhuLucII) -> dict[str, Any]:
    """The sheet in words and cells, ready to be set: what a template is filled with."""
    day = sheet.period.to_on
    return {
        "title": list(sheet.title),
        "annex": sheet.annex,
        "span": ", ".join(filter(None, (sheet.span, sheet.until))),
        "day": [day.year, day.month, day.day],
        "heads": list(HEADS),
        "blocks": [_block(sheet, group) for group in sheet.totals],
        "reasons_head": REASONS_HEAD,
        "reasons": [[words, format_number(count)] for words, count in sheet.overdue_reasons],
        "footnotes": list(sheet.footnotes),
    }


def _block(sheet: PhuLucII, group: str) -> dict[str, Any]:
    return {
        "group": group,
        "heading": sheet.heading_of(group),
        "rows": [
            [row.ordinal, row.unit, *_figures(row), row.note]
            for row in sheet.rows
            if row.group == group
        ],
        "total": _figures(sheet.totals[group]),
    }


def _figures(row: Row | Totals) -> list[str | None]:
    numbers = (
        row.procedures_one_stop,
        row.procedures_interlinked,
        row.received,
        row.on_time,
        row.overdue,
    )
    return [None if number is None else format_number(number) for number in numbers]
