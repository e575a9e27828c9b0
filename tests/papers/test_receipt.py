"""The receipt on paper: what it says, how often, how long, and what a scanner reads from it."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pytest
from django.conf import settings
from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from motcua.audit.models import AuditRow
from motcua.core.clock import VN
from motcua.core.codes import check_characters
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import PartyData
from motcua.dossiers.models import Dossier
from motcua.papers.receipt import Paper, Receipt, fee_words, render, render_pages
from motcua.papers.registry import Form, in_force, registry
from motcua.papers.services import lookup_url, receipt_pdf
from office import MONDAY, OWNER, Office

PERMIT = "tx-gpxd-nha-o-do-thi"
CODE = "000.00.19.H56-170306-0001"
LOOKUP = f"https://motcua.example/tra-cuu?ma={CODE}&kt=JJC6"
SLIP = Receipt(
    code=CODE,
    office="UBND thị xã Bỉm Sơn",
    desk="Bộ phận Tiếp nhận và Trả kết quả",
    place="Bỉm Sơn",
    owner="Lê Thị Hiên Mẫu",
    owner_address="Khu phố 5, phường Ba Đình",
    owner_id="038000000012",
    owner_phone="0900000012",
    submitter="",
    procedure="Cấp giấy phép xây dựng đối với nhà ở riêng lẻ tại đô thị",
    papers=[
        Paper("Đơn đề nghị theo mẫu", "Bản chính", 1),
        Paper("Bản vẽ thiết kế xây dựng", "Bản chính", 2),
    ],
    copies=1,
    term="15 ngày",
    received_at=datetime(2017, 3, 6, 8, 0, tzinfo=VN),
    due_at=datetime(2017, 3, 21, 17, 30, tzinfo=VN),
    provisional=False,
    result_by="Tại Bộ phận Tiếp nhận và Trả kết quả",
    fee="75.000 đồng/giấy phép",
    issuer="Lê Thị Quầy Mẫu",
    lookup_url=LOOKUP,
    check="JJC6",
)
LONG_LIST = [Paper(f"Giấy tờ số {n} của người đề nghị", "Bản sao", 1) for n in range(1, 31)]


def pages(slip: Receipt) -> Sequence[str]:
    """The text of each page, spaces made one."""
    reader = PdfReader(io.BytesIO(render(slip)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text(slip: Receipt) -> str:
    return " ".join(pages(slip))


def scanned(slip: Receipt, sign: ZBarSymbol) -> list[str]:
    """What a scanner reads from all pages of the printed slip."""
    return [
        found.data.decode()
        for page in render_pages(slip)
        for found in decode(Image.open(io.BytesIO(page)), symbols=[sign])
    ]


def test_the_slip_says_all_it_is_given() -> None:
    said = text(SLIP)

    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "UBND THỊ XÃ BỈM SƠN",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Số: 170306-0001/TNHS",
        "Bỉm Sơn, ngày 06 tháng 3 năm 2017",
        "Lê Thị Hiên Mẫu",
        "038000000012",
        "0900000012",
        "Khu phố 5, phường Ba Đình",
        "Cấp giấy phép xây dựng đối với nhà ở riêng lẻ tại đô thị",
        "Đơn đề nghị theo mẫu",
        "Số lượng hồ sơ: 01 (bộ)",
        "15 ngày",
        "08 giờ 00 phút, ngày 06/3/2017",
        "17 giờ 30 phút, ngày 21/3/2017",
        "Tại Bộ phận Tiếp nhận và Trả kết quả",
        "75.000 đồng/giấy phép",
        "Lê Thị Quầy Mẫu",
        "Mã kiểm tra: JJC6",
    ):
        assert words in said, words


def test_two_copies_stand_on_one_sheet() -> None:
    (page,) = pages(SLIP)

    assert "Liên 1: giao người nộp hồ sơ." in page
    assert "Liên 2: lưu hồ sơ." in page
    assert page.count("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ") == 2
    assert page.count(CODE) >= 2


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2015, 5, 10), ""),
        (date(2017, 3, 31), ""),
        (date(2018, 6, 20), ""),
        (date(2018, 11, 22), ""),
        (date(2018, 11, 23), "Mẫu số 01"),
        (date(2021, 5, 31), "Mẫu số 01"),
    ],
)
def test_the_form_is_that_of_the_regime_of_its_day(day: date, form: str) -> None:
    at = datetime.combine(day, MONDAY.timetz())

    said = text(replace(SLIP, received_at=at))

    assert ("Mẫu số 01" in said) == bool(form)
    assert ("TT 01/2018/TT-VPCP" in said) == bool(form)
    assert ("Vào Sổ theo dõi hồ sơ, Quyển số:" in said) == bool(form)


def test_a_regime_holds_until_the_next_begins_and_bears_its_source() -> None:
    for form in Form:
        rows = [row for row in registry() if row.form is form]
        assert rows
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            assert row.source
            assert in_force(form, row.from_on) is row
            if following:
                assert row.from_on < following.from_on
    first = registry()[0]
    assert in_force(first.form, date(1999, 1, 1)).from_on == first.from_on


def test_what_does_not_fit_half_a_sheet_takes_pages_of_its_own() -> None:
    long = replace(SLIP, papers=LONG_LIST)

    found = pages(long)

    assert len(found) >= 2
    assert len(found) % 2 == 0
    half = len(found) // 2
    assert "Liên 1" in found[half - 1]
    assert "Liên 2" in found[-1]
    first, second = " ".join(found[:half]), " ".join(found[half:])
    for paper in LONG_LIST:
        assert paper.name in first
        assert paper.name in second
    assert scanned(long, ZBarSymbol.CODE128).count(CODE) == 2


@pytest.mark.parametrize("field", ["owner", "owner_address", "procedure", "fee", "submitter"])
def test_ten_thousand_signs_fill_no_sheets(field: str) -> None:
    found = pages(replace(SLIP, **{field: "Nguyễn Thị Rất Dài " * 600}))  # type: ignore[arg-type]

    assert len(found) <= 2
    assert "…" in " ".join(found)


def test_a_word_without_spaces_stays_on_the_paper() -> None:
    found = pages(replace(SLIP, owner="W" * 300))

    assert 1 <= len(found) <= 2


@pytest.mark.parametrize("wild", ['#panic("x")', "*đậm* _nghiêng_ $x$", "\\ @nhãn <a> //", '"]'])
def test_signs_of_the_typesetter_are_printed_not_obeyed(wild: str) -> None:
    assert " ".join(wild.split()) in text(replace(SLIP, owner=wild))


def test_the_same_slip_is_the_same_bytes() -> None:
    assert render(SLIP) == render(replace(SLIP))
    assert render(SLIP) != render(replace(SLIP, owner="Lê Thị Khác Mẫu"))


def test_a_scanner_reads_the_code_from_both_copies() -> None:
    (page,) = (Image.open(io.BytesIO(one)) for one in render_pages(SLIP))
    width, height = page.size
    halves = (page.crop((0, 0, width, height // 2)), page.crop((0, height // 2, width, height)))

    read = [decode(half, symbols=[ZBarSymbol.CODE128]) for half in halves]

    assert [[found.data.decode() for found in half] for half in read] == [[CODE], [CODE]]


def test_a_phone_reads_the_address_of_the_lookup_from_both_copies() -> None:
    assert scanned(SLIP, ZBarSymbol.QRCODE) == [LOOKUP, LOOKUP]


def test_without_an_address_of_ours_no_square_is_printed() -> None:
    plain = replace(SLIP, lookup_url="")

    assert scanned(plain, ZBarSymbol.QRCODE) == []
    assert "Tra cứu" not in text(plain)


def test_a_slip_of_the_demonstration_bears_its_mark() -> None:
    marked = text(replace(SLIP, demonstration=True))

    assert re.search(r"DỮ LIỆU MẪU|BẢN MẪU|MẪU", marked)
    assert marked.upper().count("MẪU") > text(SLIP).upper().count("MẪU")


def test_a_reprint_says_that_it_is_one() -> None:
    assert "In lại lần 2" in text(replace(SLIP, reprint="In lại lần 2"))


def test_what_there_is_not_leaves_no_empty_line() -> None:
    bare = text(replace(SLIP, owner_id="", owner_phone="", owner_address="", papers=[], hotline=""))

    assert "Số giấy tờ tuỳ thân" not in bare
    assert "Số điện thoại" not in bare
    assert "Địa chỉ:" not in bare
    assert "không có giấy tờ phải nộp" in bare


def test_a_time_not_yet_known_and_a_provisional_one_say_so() -> None:
    assert "khi cơ quan thông báo" in text(replace(SLIP, due_at=None))
    assert "dự kiến, theo lịch nghỉ chưa công bố" in text(replace(SLIP, provisional=True))


@pytest.mark.parametrize(
    ("tariff", "amount", "said"),
    [
        ("75.000 đồng/giấy phép", 75_000, "75.000 đồng/giấy phép"),
        ("", 1_500, "1.500 đồng"),
        ("", 0, "Không"),
    ],
)
def test_the_fee_is_the_tariff_word_for_word_else_the_amount(
    tariff: str, amount: int, said: str
) -> None:
    assert fee_words(tariff, amount) == said


def test_the_pdf_is_tagged_titled_and_carries_its_fonts() -> None:
    reader = PdfReader(io.BytesIO(render(SLIP)))
    catalogue = reader.trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("vi")
    assert reader.metadata is not None
    assert CODE in str(reader.metadata.title)
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert fonts
    assert all(
        "/FontFile" in str(one.get_object()["/FontDescriptor"])
        for font in fonts
        for one in font["/DescendantFonts"]
    )
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


def test_the_slip_of_a_dossier_is_printed_from_its_first_promise(office: Office) -> None:
    dossier = office.received(PERMIT)
    promised = dossier.due_at
    office.act(services.hand_over, dossier, "clerk")
    Dossier.objects.filter(pk=dossier.pk).update(due_at=None)

    made = receipt_pdf(dossier.code, office.people["clerk"], MONDAY, MONDAY)

    page = " ".join(PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    assert promised is not None
    assert f"{promised.astimezone(VN):%H giờ %M phút}" in page
    assert OWNER.name in page
    assert dossier.code in page
    assert check_characters(dossier.code, settings.MOTCUA_LOOKUP_KEY) in page


def test_who_hands_in_for_another_stands_beside_the_owner(office: Office) -> None:
    submitter = PartyData(name="Lê Văn Nộp Mẫu", authorisation="Giấy uỷ quyền số 5")
    dossier = office.received(
        PERMIT, submitter=submitter, owners=(OWNER, replace(OWNER, name="Lê Thị Hai Mẫu"))
    )

    made = receipt_pdf(dossier.code, office.people["clerk"], MONDAY, MONDAY)

    page = " ".join(PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    assert "Lê Văn Nộp Mẫu (Giấy uỷ quyền số 5)" in page
    assert "Lê Thị Hiên Mẫu; Lê Thị Hai Mẫu" in page


def test_printing_is_noted_without_a_name(office: Office) -> None:
    dossier = office.received(PERMIT)

    receipt_pdf(dossier.code, office.people["clerk"], MONDAY, MONDAY)

    row = AuditRow.objects.order_by("-id")[0]
    assert (row.action, row.subject) == ("receipt_printed", dossier.code)
    assert row.account == office.people["clerk"].account_uuid


def test_who_may_not_open_a_dossier_may_not_print_its_slip(office: Office) -> None:
    dossier = office.received(PERMIT)
    before = AuditRow.objects.count()

    with pytest.raises(Refused) as refused:
        receipt_pdf(dossier.code, office.people["ward"], MONDAY, MONDAY)

    assert refused.value.code == "not_found"
    assert AuditRow.objects.count() == before


def test_the_square_leads_to_our_own_address_with_the_check(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MOTCUA_PUBLIC_URL", "https://motcua.example/")
    check = check_characters(CODE, settings.MOTCUA_LOOKUP_KEY)

    assert lookup_url(CODE) == f"https://motcua.example/tra-cuu?ma={CODE}&kt={check}"
    monkeypatch.setattr(settings, "MOTCUA_PUBLIC_URL", "")
    assert lookup_url(CODE) == ""


def test_no_slip_without_a_dossier(office: Office) -> None:
    with pytest.raises(Refused, match="not_found"):
        receipt_pdf(
            f"000.00.19.H56-170306-{uuid4().int % 9000 + 1000}",
            office.people["clerk"],
            MONDAY,
            MONDAY,
        )
