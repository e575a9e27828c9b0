"""The cash book of a day, a month and a quarter: what a drawer begins and ends with."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import openpyxl
import pytest
from django.db import transaction
from pypdf import PdfReader

from motcua.fees import agreeing, services
from motcua.fees.columns import clerk_numbers, day_numbers, day_totals
from motcua.fees.models import CashDay
from motcua.fees.selectors.sheets import sheet_of
from motcua.fees.services.paying import Paying
from motcua.fees.sheet_printing import sheet_pdf
from motcua.fees.sheets import Sheet, period_of
from motcua.fees.workbook import as_xlsx
from office import MONDAY, Office

FEE = 75_000
MARCH, APRIL = date(2017, 3, 31), date(2017, 4, 3)


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    """What a test writes is gone after it: each looks at whole books."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def a_day(
    office: Office, who: str, at: datetime, opening: int, *, short: int = 0, **how: bool
) -> None:
    """One fee in cash; handed in and closed, `short` đồng missing, unless `stays` open."""
    by = office.people[who]
    services.open_drawer(by=by, at=at, counted_vnd=opening, words="Đổi tiền lẻ")
    dossier = office.received(fee_vnd=FEE)
    services.take([Paying(dossier.id, at)], by=by, key=uuid4())
    if how.get("stays"):
        return
    services.hand_in(by=by, at=at, amount_vnd=FEE, paper="GNT 1")
    services.close_drawer(
        by=by, at=at, counted_vnd=opening - short, reason="Mất trộm" * bool(short)
    )


@pytest.fixture
def books(office: Office) -> Office:
    """Two clerks: one over a month's end, 1.000 đồng short once, the other on one day only."""
    second = replace(office.people["clerk"], account_id=office.people["officer"].account_id)
    office.people["second"] = second
    a_day(office, "clerk", MONDAY, 200_000)
    a_day(office, "clerk", MONDAY + timedelta(days=1), 200_000, short=1_000)
    a_day(office, "second", MONDAY + timedelta(days=1), 50_000)
    a_day(office, "clerk", MONDAY + timedelta(days=28), 300_000, stays=True)
    return office


def sheet(office: Office, kind: str, day: date) -> Sheet:
    return sheet_of(office.people["clerk"].office_id, period_of(kind, day))


def test_the_sheet_of_a_month_says_what_each_drawer_began_and_ended_with(books: Office) -> None:
    march = sheet(books, "thang", MARCH)

    first, second = (clerk_numbers(one) for one in march.clerks)
    # Begun, put in, taken, given back, handed in, by the book, counted, difference, ended; days.
    assert first == [
        0, 200_000, 2 * FEE, 0, -2 * FEE, 200_000, 199_000, -1_000, 199_000, 2, 2,
    ]  # fmt: skip
    assert second == [0, 50_000, FEE, 0, -FEE, 50_000, 50_000, 0, 50_000, 1, 1]
    assert [(one.when, one.difference_vnd, one.reason) for one in march.explained] == [
        ("Mở sổ lần đầu", 200_000, "Đổi tiền lẻ"),
        ("Khoá sổ", -1_000, "Mất trộm"),
        ("Mở sổ lần đầu", 50_000, "Đổi tiền lẻ"),
    ]
    assert list(agreeing.differences()) == []


def test_a_period_begins_with_what_the_one_before_ended_with_and_clerks_make_up_the_desk(
    books: Office,
) -> None:
    march, april = sheet(books, "thang", MARCH), sheet(books, "thang", APRIL)
    sheets = [march, april, sheet(books, "quy", MARCH), sheet(books, "quy", APRIL)]

    assert april.desk.opening_vnd == march.desk.closing_vnd == 249_000
    assert april.desk.added_vnd == 300_000 - 199_000
    assert april.clerks[0].counted_vnd is None
    assert april.desk.closing_vnd == 300_000 + FEE + 50_000
    assert [one.clerk for one in april.clerks] == [one.clerk for one in march.clerks]
    for one in sheets:
        ends = [day.balance.closing_vnd for day in one.days]
        begins = [day.balance.opening_vnd for day in one.days]
        assert begins == [one.desk.opening_vnd, *ends[:-1]]
        assert ends[-1] == one.desk.closing_vnd
        assert sum(clerk.balance.closing_vnd for clerk in one.clerks) == one.desk.closing_vnd
        columns = list(zip(*(day_numbers(day) for day in one.days), strict=True))
        assert [sum(column) for column in columns[1:6]] == list(day_totals(one))[1:6]


def test_a_period_nothing_happened_in_carries_what_there_is(books: Office) -> None:
    may = sheet(books, "thang", date(2017, 5, 2))

    assert (may.desk.opening_vnd, may.desk.closing_vnd) == (300_000 + FEE + 50_000,) * 2
    assert (len(may.clerks), list(may.days)) == (2, [])
    assert as_xlsx(may, "UBND")


def test_a_day_lists_each_of_its_lines(books: Office) -> None:
    day = sheet(books, "ngay", MONDAY.date())

    assert [(one.words, one.amount_vnd) for one in day.vouchers] == [
        ("Thu phí, lệ phí", FEE), ("Nộp kho bạc", -FEE),
    ]  # fmt: skip


def test_the_workbook_reckons_by_itself_and_holds_what_the_sheet_says(books: Office) -> None:
    march = sheet(books, "thang", MARCH)
    raw = as_xlsx(march, "UBND thị xã Bỉm Sơn")
    formulas = openpyxl.load_workbook(io.BytesIO(raw))
    shown = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)

    days, clerks = formulas["Theo ngày"], formulas["Theo người thu"]
    assert (days["B6"].value, days["H6"].value) == ("=H5", "=SUM(B6:G6)")
    assert (days["B7"].value, days["D7"].value, days["H7"].value) == (
        "=B5", "=SUM(D5:D6)", "=SUM(B7:G7)",
    )  # fmt: skip
    assert [clerks[f"{column}5"].value for column in "HJK"] == ["=SUM(C5:G5)", "=I5-H5", "=H5+J5"]
    assert numbers(shown["Theo ngày"], 7, 2) == list(day_totals(march))
    assert numbers(shown["Theo người thu"], 5, 3) == list(clerk_numbers(march.clerks[0]))
    assert shown["Giải trình"]["E6"].value == "Mất trộm"
    assert raw == as_xlsx(march, "UBND thị xã Bỉm Sơn")


def numbers(page: object, row: int, first: int) -> Sequence[int]:
    return [cell.value for cell in page[row][first - 1 :]]  # type: ignore[index]


def test_the_printed_sheet_says_who_signed_what_differed(books: Office) -> None:
    clerk = books.people["clerk"]
    short = CashDay.objects.get(day_on=MONDAY.date() + timedelta(days=1), account=clerk.account_id)
    services.sign_drawer(short.uuid, by=books.people["chair"], at=MONDAY + timedelta(days=1))

    made = sheet_pdf(clerk, sheet(books, "thang", MARCH), MONDAY)

    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    said = " ".join(said.split())
    assert "Mất trộm" in said
    assert f"{books.people['chair'].person}, 08:00 07/03/2017" in said
    assert "249.000" in said
