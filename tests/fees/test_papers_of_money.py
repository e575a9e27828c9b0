"""Papers about money: a duplicate says so, the office's code holds, the square pays."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest
from django.db import transaction
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from acting import words
from asking import passer_by
from motcua.core.seals import SealedPaper
from motcua.core.vietqr import read
from motcua.dossiers.models import Dossier
from motcua.fees import services
from motcua.fees.models import Receipt, ReceiptBook
from motcua.fees.printing import data_of, receipt_pdf, slip_pdf
from motcua.fees.selectors.obligations import page_of
from motcua.fees.selectors.receipts import receipt
from motcua.fees.selectors.sealed import receipt_behind
from motcua.fees.selectors.sheets import sheet_of
from motcua.fees.selectors.transfers import pays_of
from motcua.fees.services.obligations import make_slip
from motcua.fees.services.office import AboutOffice, keep_office
from motcua.fees.services.paying import Paying
from motcua.fees.services.transfers import ask_transfer
from motcua.fees.sheet_printing import sheet_pdf
from motcua.fees.sheets import period_of
from motcua.papers import seal_keys
from motcua.papers.sealing import seal_address, verdict
from motcua.papers.services import receipts_pdf
from motcua.papers.typesetting import pdf
from office import MONDAY, Office

FEE = 75_000
LATER = MONDAY + timedelta(hours=1)
ACCOUNT = AboutOffice("2800123456", "Số 1 Trần Phú", "970436", "0123456789", "UBND (mẫu)")


@pytest.fixture(autouse=True)
def _as_it_was(tmp_path: Path, settings: object) -> object:
    """A data folder with the office's first key; what a test writes is gone after it."""
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    settings.MOTCUA_PUBLIC_URL = "https://motcua.example"  # type: ignore[attr-defined]
    seal_keys.ensure(tmp_path, date(2026, 11, 30))
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(office: Office) -> Office:
    services.open_drawer(by=office.people["clerk"], at=MONDAY, counted_vnd=200_000)
    admin = office.people["admin"]
    keep_office(admin.office_id, ACCOUNT, by=admin, at=MONDAY)
    return office


def paid(desk: Office, dossier: Dossier) -> UUID:
    asked = [Paying(dossier.id, MONDAY)]
    (taken,) = services.take(asked, by=desk.people["clerk"], key=uuid4())
    return taken.receipt


def text_of(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def path_of(address: str) -> str:
    return address.removeprefix("HTTPS://MOTCUA.EXAMPLE")


def squares(made: bytes) -> list[str]:
    """What a telephone reads from the first page at 200 dpi."""
    page = pypdfium2.PdfDocument(made)[0].render(scale=200 / 72).to_pil()
    return [one.data.decode() for one in decode(page, symbols=[ZBarSymbol.QRCODE])]


def test_a_receipt_printed_again_says_who_and_when_and_both_copies_prove_themselves(
    desk: Office,
) -> None:
    receipt = paid(desk, desk.received(fee_vnd=FEE))

    first = receipt_pdf(desk.people["clerk"], receipt, MONDAY)
    second = receipt_pdf(desk.people["clerk"], receipt, LATER)

    assert "BẢN IN LẠI" not in text_of(first)
    assert text_of(second).count("BẢN IN LẠI") == 2
    assert "09 giờ 00 phút, ngày 06/3/2017" in text_of(second)
    (one, other) = squares(first)
    assert one == other
    found = verdict(one)
    assert found.seal
    assert (found.seal.paper, found.seal.at) == (SealedPaper.FEE_RECEIPT, MONDAY)
    assert found.seal.subject.endswith(f"-{text_of(first).split('Số: ')[1].split()[0]}")


CUT_MM = 142
"""From the top of the sheet: below it nothing of the first copy may stand."""
AGAIN = "In lúc 09 giờ 00 phút, ngày 06/3/2017. Người in: Đỗ Mẫu"


def from_top(sheet: pypdfium2.PdfPage) -> list[float]:
    """How far down each sign of the sheet ends, in mm, in the order of what is read."""
    text, height = sheet.get_textpage(), sheet.get_height()
    return [
        (height - text.get_charbox(place)[1]) / 72 * 25.4 for place in range(text.count_chars())
    ]


@pytest.mark.parametrize(
    ("marks", "pages"),
    [
        ({}, 1),
        ({"reprint": AGAIN}, 1),
        (
            {
                "reprint": AGAIN,
                "replaces": "0000001",
                "cancelled": "Ghi sai người nộp, " * 12,
                "cancelled_on": "06/03/2017",
                "replaced_by": "0000003",
                "payer": "Nguyễn Thị Thuỷ Tường Vi Mẫu, " * 6,
            },
            2,
        ),
        ({"lines": [[f"Phí {n}", "1 bản", "8.000"] for n in range(12)]}, 2),
        ({"lines": [[f"Phí {n}", "1 bản", "8.000"] for n in range(60)]}, 4),
    ],
)
def test_a_copy_keeps_to_its_half_or_has_a_sheet_of_its_own(
    desk: Office, marks: dict[str, object], pages: int
) -> None:
    made = paid(desk, desk.received(fee_vnd=FEE))
    data = data_of(receipt(desk.people["clerk"], made)) | marks

    sheets = list(pypdfium2.PdfDocument(pdf("fee_receipt", data)))

    assert len(sheets) == pages
    said = sheets[0].get_textpage().get_text_range()
    assert ("Liên 2" in said) is (pages == 1)
    if pages == 1:
        second, ends = said.rindex("Đơn vị thu"), from_top(sheets[0])
        assert max(ends[:second]) < CUT_MM < min(ends[second:])


def test_the_code_of_a_receipt_says_who_took_how_much_and_whether_it_still_stands(
    desk: Office,
) -> None:
    receipt = paid(desk, desk.received(fee_vnd=FEE))
    clerk = desk.people["clerk"]
    (code, _) = squares(receipt_pdf(clerk, receipt, MONDAY))

    before = words(passer_by().get(path_of(code)))
    made = services.replace_receipt(
        receipt, payer="Trần Mẫu", payer_address="", reason="Sai tên", by=clerk, at=LATER
    )
    (after, replacing) = (
        words(passer_by().get(path_of(one)))
        for one in (code, squares(receipt_pdf(clerk, made, LATER))[0])
    )

    assert "75.000 ₫" in before
    assert Receipt.objects.get(uuid=receipt).office_name in before
    assert "đã huỷ" not in before
    assert "Biên lai này đã huỷ" in after
    assert f"{Receipt.objects.get(uuid=made).number:07d}." in after
    assert "đã huỷ" not in replacing


def test_a_receipt_of_another_office_with_the_same_number_is_told_apart(desk: Office) -> None:
    row = Receipt.objects.get(uuid=paid(desk, desk.received(fee_vnd=FEE)))
    (code, _) = squares(receipt_pdf(desk.people["clerk"], row.uuid, MONDAY))
    book = ReceiptBook.objects.get(pk=row.book_id)
    book.pk, book.uuid, book.office_id = None, uuid4(), desk.people["ward"].office_id
    book.save()
    other = Receipt.objects.get(uuid=paid(desk, desk.received(fee_vnd=2 * FEE)))
    other.pk, other.uuid, other.book, other.number = None, uuid4(), book, row.number
    other.replaces, other.office_name = Receipt.objects.get(pk=row.pk), "UBND xã khác"
    other.save()

    seal = verdict(code).seal
    assert seal
    found = receipt_behind(seal)

    assert found
    assert (found.office, found.amount_vnd) == (row.office_name, FEE)
    assert receipt_behind(replace(seal, digest=b"12345678")) is None


def test_a_receipt_no_book_here_knows_says_that_its_amount_cannot_be_told(desk: Office) -> None:
    code = seal_address(SealedPaper.FEE_RECEIPT, "TH-99T-0000001", at=MONDAY)

    page = words(passer_by().get(path_of(code)))

    assert "Không tìm thấy biên lai này trong sổ" in page


def test_a_slip_to_the_tax_office_and_a_cash_sheet_do_so_too(desk: Office) -> None:
    clerk, dossier = desk.people["clerk"], desk.received(fee_vnd=FEE)
    make_slip(dossier.pk, {"plot": "12", "area": "80"}, by=clerk, at=MONDAY)
    page = page_of(clerk, dossier.code, MONDAY.date())
    sheet = sheet_of(clerk.office_id, period_of("ngay", MONDAY.date()))

    slips = [slip_pdf(clerk, page, page.slips[0], at) for at in (MONDAY, LATER)]
    books = [sheet_pdf(clerk, sheet, at) for at in (MONDAY, LATER)]

    for first, again in (slips, books):
        assert ["BẢN IN LẠI" in text_of(one) for one in (first, again)] == [False, True]
        assert all(verdict(one).holds for one in squares(again))
        assert len(squares(again)) == 1


def test_a_slip_to_the_tax_office_is_printed_by_the_rule_of_the_day_it_was_made(
    desk: Office,
) -> None:
    clerk, dossier = desk.people["clerk"], desk.received()
    make_slip(dossier.pk, {"plot": "12", "area": "80"}, by=clerk, at=MONDAY)
    page = page_of(clerk, dossier.code, MONDAY.date())
    later = replace(page.slips[0], made_at=MONDAY.replace(year=2024, month=9))

    then, now = (text_of(slip_pdf(clerk, page, one, LATER)) for one in (page.slips[0], later))

    assert "Mẫu số 01/LCHS (TTLT 88/2016/TTLT-BTC-BTNMT)" in then
    assert "Mẫu số 12/ĐK (NĐ 101/2024/NĐ-CP)" in now
    assert "Diện tích (m²) 80" in then


def test_the_slip_of_a_dossier_that_waits_for_a_transfer_carries_the_square_to_pay_by(
    desk: Office,
) -> None:
    clerk, dossier = desk.people["clerk"], desk.received(fee_vnd=FEE)
    demand = ask_transfer(dossier.id, by=clerk, at=MONDAY)

    made = receipts_pdf([dossier.code], clerk, MONDAY, MONDAY, pays_of([dossier.code]))

    read_ = [one for one in squares(made) if "/Q/" not in one]
    assert len(read_) == 2  # one on each copy, beside the office's own code
    assert len(squares(made)) == 4
    transfer = read(read_[0])
    assert (transfer.bank_bin, transfer.account) == ("970436", "0123456789")
    assert (transfer.amount_vnd, transfer.content) == (FEE, demand.reference)
    assert "Quét để chuyển khoản 75.000 đồng." in text_of(made)
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_what_is_paid_or_owed_otherwise_is_not_asked_for_on_the_slip(desk: Office) -> None:
    dossier, other = desk.received(fee_vnd=FEE), desk.received(fee_vnd=FEE)
    for one in (dossier, other):
        ask_transfer(one.id, by=desk.people["clerk"], at=MONDAY)

    paid(desk, dossier)

    assert set(pays_of([dossier.code, other.code])) == {other.code}
