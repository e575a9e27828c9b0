"""Papers about money: a duplicate says so, the office's code holds, the square pays."""

import io
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest
from django.db import transaction
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from motcua.core.seals import SealedPaper
from motcua.core.vietqr import read
from motcua.dossiers.models import Dossier
from motcua.fees import services
from motcua.fees.printing import receipt_pdf, sheet_pdf, slip_pdf
from motcua.fees.selectors.obligations import page_of
from motcua.fees.selectors.transfers import pays_of
from motcua.fees.services.obligations import make_slip
from motcua.fees.services.office import AboutOffice, keep_office
from motcua.fees.services.paying import Paying
from motcua.fees.services.transfers import ask_transfer
from motcua.fees.sheets import period_of, sheet_of
from motcua.papers import seal_keys
from motcua.papers.sealing import verdict
from motcua.papers.services import receipts_pdf
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
