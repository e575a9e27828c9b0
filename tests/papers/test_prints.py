"""What was printed before says so: who printed it again, and when."""

import io
from datetime import date, timedelta

from pypdf import PdfReader

from motcua.dossiers.selectors.register import Asking
from motcua.papers.control import control_pdf
from motcua.papers.printed import note_print, note_prints, prints_of
from motcua.papers.register import register_pdf
from motcua.papers.registry import Form
from motcua.papers.services import receipt_pdf, receipts_pdf
from office import MONDAY, Office

LATER = MONDAY + timedelta(hours=1)


def text_of(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_first_print_is_the_original_and_the_second_says_who_and_when(office: Office) -> None:
    code = office.received().code

    first = text_of(receipt_pdf(code, office.people["clerk"], MONDAY, MONDAY))
    second = text_of(receipt_pdf(code, office.people["clerk2"], LATER, LATER))

    assert "BẢN IN LẠI" not in first
    assert second.count("BẢN IN LẠI") == 2  # both copies on the sheet
    assert "09 giờ 00 phút, ngày 06/3/2017" in second
    assert "Lê Văn Quầy Mẫu" in second


def test_of_several_slips_only_those_printed_before_are_marked(office: Office) -> None:
    old, new = office.received(), office.received()
    receipt_pdf(old.code, office.people["clerk"], MONDAY, MONDAY)

    made = receipts_pdf([old.code, new.code], office.people["clerk"], LATER, LATER)

    sheets = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert ["BẢN IN LẠI" in one for one in sheets] == [True, False]


def test_the_ledger_counts_each_paper_by_itself(office: Office) -> None:
    dossier = office.received()
    clerk = office.people["clerk"]

    note_prints(Form.RECEIPT, [dossier.id], clerk, MONDAY)
    note_prints(Form.SUPPLEMENT, [dossier.id], clerk, MONDAY, seq=3)
    again = note_prints(Form.RECEIPT, [dossier.id], clerk, LATER)

    assert again[dossier.id].startswith("In lúc 09 giờ 00 phút")
    told = prints_of(dossier.id, Form.RECEIPT)
    assert [(one.ordinal, one.person) for one in told] == [(1, clerk.person), (2, clerk.person)]
    assert len(prints_of(dossier.id, Form.SUPPLEMENT, 3)) == 1


def test_a_control_sheet_and_a_volume_printed_again_say_so(office: Office) -> None:
    code, clerk = office.received().code, office.people["clerk"]
    period = Asking(date(2017, 3, 6), date(2017, 3, 6))

    sheets = [text_of(control_pdf(code, clerk, at, at)) for at in (MONDAY, LATER)]
    volumes = [text_of(register_pdf(clerk, period, 1, at, at)) for at in (MONDAY, LATER)]

    for said in (sheets, volumes):
        assert ["BẢN IN LẠI" in one for one in said] == [False, True]
        assert "09 giờ 00 phút, ngày 06/3/2017" in said[1]


def test_a_paper_of_no_dossier_is_counted_by_what_names_it(office: Office) -> None:
    clerk = office.people["clerk"]

    assert note_print("thu", "SO-1", clerk, MONDAY) == ""
    assert note_print("thu", "SO-2", clerk, MONDAY) == ""
    assert note_print("thu", "SO-1", clerk, LATER).startswith("In lúc 09 giờ 00 phút")
