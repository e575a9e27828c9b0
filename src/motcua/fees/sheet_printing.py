"""The cash book of a period on A4, across."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.core.money import format_number
from motcua.core.seals import SealedPaper
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
from motcua.fees.sheets import Explained, Sheet
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.printed import note_print
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf


@transaction.atomic
def sheet_pdf(actor: Actor, sheet: Sheet, printed_at: datetime) -> bytes:
    """The sheet, marked when the period was printed before; the print is in the audit."""
    first, last = sheet.period.first, sheet.period.last
    subject = f"QUY-{actor.office_id}-{first:%y%m%d}-{last:%y%m%d}"
    return pdf(
        "cash_sheet",
        {
            "reprint": note_print("cash_sheet", subject, actor, printed_at),
            "qr": square(SealedPaper.CASH_SHEET, subject, at=printed_at, facts=sheet.facts),
            "office": actor.office_name.upper(),
            "title": sheet.period.title,
            "day": [last.year, last.month, last.day],
            "sample": timekeeping.is_demonstration(),
            **_tables(sheet),
        },
    )


def _tables(sheet: Sheet) -> dict[str, object]:
    return {
        "clerks": {
            "heads": CLERK_HEADS,
            "rows": [
                [one.clerk, one.desk, *_words(clerk_numbers(one), not_counted(one))]
                for one in sheet.clerks
            ],
            "totals": ["Quầy", "", *_words(clerk_totals(sheet), "")] if sheet.clerks else [],
        },
        "days": {
            "heads": DAY_HEADS,
            "rows": [[f"{one.day_on:%d/%m/%Y}", *_words(day_numbers(one))] for one in sheet.days],
            "totals": ["Cả kỳ", *_words(day_totals(sheet))],
        },
        "explained": {"heads": EXPLAINED_HEADS, "rows": [_row(one) for one in sheet.explained]},
        "vouchers": {"heads": VOUCHER_HEADS, **_vouchers(sheet)},
    }


def _words(numbers: Sequence[int | None], missing: str = "") -> Sequence[str]:
    return [missing if one is None else format_number(one) for one in numbers]


def _row(one: Explained) -> Sequence[str]:
    signed = f"{one.signed_by}, {one.signed_at:%H:%M %d/%m/%Y}" if one.signed_at else "chưa ký"
    words = [f"{one.day_on:%d/%m/%Y}", one.clerk, one.when, format_number(one.difference_vnd)]
    return [*words, one.reason, signed]


def _vouchers(sheet: Sheet) -> dict[str, object]:
    rows = [
        [
            f"{one.at:%H:%M}", one.clerk or "Tài khoản", one.words, one.paper, one.code,
            format_number(one.amount_vnd) if one.amount_vnd > 0 else "",
            format_number(-one.amount_vnd) if one.amount_vnd < 0 else "",
        ]
        for one in sheet.vouchers
    ]  # fmt: skip
    sums = [sum(max(sign * one.amount_vnd, 0) for one in sheet.vouchers) for sign in (1, -1)]
    return {"rows": rows, "totals": ["Cộng", "", "", "", "", *map(format_number, sums)]}
