"""The columns of a cash sheet, the same on screen, on paper and in the workbook; all in đồng."""

from collections.abc import Sequence

from motcua.fees.sheets import ClerkRow, DayRow, Sheet

DAY_HEADS = (
    "Ngày", "Tồn đầu ngày", "Thêm, bớt khi mở sổ", "Thu tiền mặt", "Trả lại tiền mặt",
    "Nộp kho bạc", "Chênh lệch khi đếm", "Tồn cuối ngày", "Thu chuyển khoản",
    "Trả lại chuyển khoản", "Số ngăn", "Chưa ký",
)  # fmt: skip
CLERK_HEADS = (
    "Người thu", "Chức danh", "Tồn đầu kỳ", "Thêm, bớt khi mở sổ", "Thu tiền mặt",
    "Trả lại tiền mặt", "Nộp kho bạc", "Còn theo sổ", "Đếm được", "Chênh lệch", "Tồn cuối kỳ",
    "Số ngày", "Chưa ký",
)  # fmt: skip
EXPLAINED_HEADS = ("Ngày", "Người thu", "Lúc", "Chênh lệch", "Giải trình", "Người thứ hai ký")
VOUCHER_HEADS = ("Lúc", "Người thu", "Nội dung", "Chứng từ", "Mã hồ sơ", "Thu", "Chi")


def day_numbers(row: DayRow) -> Sequence[int]:
    """Under `DAY_HEADS`, but for the day."""
    kept, moved = row.balance, row.moved
    return [
        kept.opening_vnd, kept.added_vnd, moved.cash_vnd, moved.back_vnd, moved.handed_in_vnd,
        kept.difference_vnd, kept.closing_vnd, moved.bank_vnd, moved.bank_back_vnd,
        row.drawers, row.unsigned,
    ]  # fmt: skip


def day_totals(sheet: Sheet) -> Sequence[int]:
    """What the period began with, what moved in it, what it ended with."""
    return [*sheet.facts, sheet.drawers, sheet.unsigned]


def clerk_numbers(row: ClerkRow) -> Sequence[int | None]:
    """Under `CLERK_HEADS`, but for name and post; None: not counted."""
    kept, moved = row.balance, row.moved
    return [
        kept.opening_vnd, kept.added_vnd, moved.cash_vnd, moved.back_vnd, moved.handed_in_vnd,
        kept.expected_vnd, row.counted_vnd, kept.difference_vnd, kept.closing_vnd,
        row.days, row.unsigned,
    ]  # fmt: skip


def not_counted(row: ClerkRow) -> str:
    """What stands instead of a count: the last day is still open, or there was none."""
    return "chưa khoá" if row.days else "–"


def clerk_totals(sheet: Sheet) -> Sequence[int | None]:
    """The desk: the sum of each column; nothing is counted together."""
    columns = zip(*(clerk_numbers(one) for one in sheet.clerks), strict=True)
    sums: list[int | None] = [sum(one or 0 for one in column) for column in columns]
    if sums:
        sums[CLERK_HEADS.index("Đếm được") - 2] = None
    return sums
