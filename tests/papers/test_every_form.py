"""Every form under every rule: the PDF is tagged, whole, the same each time, and says exactly what
it should; what a scanner reads from the page at 200 dpi is the dossier's code."""

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from motcua.organization.selectors import OfficeRow, office_by_slug
from motcua.papers.letters import TO_OTHERS
from motcua.papers.phrases import phrases, sayings
from motcua.papers.registry import Form, Regime, in_force, registry, until
from motcua.papers.specimens import OWNER, specimen_code, specimen_pdf
from world import World

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
A4 = (210, 297)
WITHOUT_HEAD = (Form.REGISTER,)
SLIPS = (Form.RECEIPT,)
MARGINS_MM = {"left": (30, 35), "right": (15, 20), "top": (20, 25), "bottom": (20, 25)}
"""NĐ 30/2020/NĐ-CP, Phụ lục I; slips and books have a size of their own."""

every_form = pytest.mark.parametrize(
    "regime", registry(), ids=lambda one: f"{one.form}-{one.from_on}"
)


@pytest.fixture(scope="module")
def here(world: World) -> OfficeRow:
    return office_by_slug("bim-son")


@pytest.fixture(scope="module")
def made(here: OfficeRow) -> dict[Regime, bytes]:
    return {regime: specimen_pdf(regime, here) for regime in registry()}


def text_of(content: bytes) -> str:
    found = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


def fonts(reader: PdfReader) -> Iterator[Any]:
    """Every face a page draws with, composite ones by what they are made of."""
    for page in reader.pages:
        for one in page["/Resources"]["/Font"].values():
            face = one.get_object()
            yield from (
                [part.get_object() for part in face["/DescendantFonts"]]
                if "/DescendantFonts" in face
                else [face]
            )


def at_200_dpi(content: bytes) -> Image.Image:
    page = pypdfium2.PdfDocument(content)[0]
    return page.render(scale=200 / 72).to_pil()


@every_form
def test_a_form_is_tagged_speaks_vietnamese_and_embeds_every_face(
    made: dict[Regime, bytes], regime: Regime
) -> None:
    reader = PdfReader(io.BytesIO(made[regime]))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "vi"
    assert reader.metadata
    assert reader.metadata.title
    assert all(
        any(f"/FontFile{n}" in face["/FontDescriptor"] for n in ("", "2", "3"))
        for face in fonts(reader)
    )


@every_form
def test_a_form_says_exactly_its_name_its_number_and_whom_it_is_about(
    made: dict[Regime, bytes], regime: Regime
) -> None:
    said = text_of(made[regime])

    assert unicodedata.is_normalized("NFC", said)
    assert "\ufffd" not in said
    assert _named(regime) in said
    assert OWNER in said
    assert "DỮ LIỆU MẪU" in said
    assert (f"{regime.number} ({regime.name})" in said) == bool(regime.number)
    if regime.form not in WITHOUT_HEAD:
        assert NATION in said
        assert "Độc lập - Tự do - Hạnh phúc" in said
        assert f"ngày {regime.from_on:%d} tháng" in said


def _named(regime: Regime) -> str:
    """A letter (công văn) has no name: its subject stands under its number."""
    if regime.form in TO_OTHERS:
        return regime.title.replace("Công văn", "V/v")
    return regime.title.upper()


@every_form
def test_the_same_form_has_the_same_bytes(
    made: dict[Regime, bytes], here: OfficeRow, regime: Regime
) -> None:
    assert specimen_pdf(regime, here) == made[regime]


@every_form
def test_a_scanner_reads_the_code_of_the_dossier_at_200_dpi(
    made: dict[Regime, bytes], regime: Regime
) -> None:
    found = decode(at_200_dpi(made[regime]), symbols=[ZBarSymbol.CODE128])

    wanted = set() if regime.form in WITHOUT_HEAD else {specimen_code(regime.from_on)}
    assert {one.data.decode() for one in found} >= wanted
    assert all(one.data.decode().endswith("-0001") for one in found)


@every_form
def test_a_letter_keeps_the_margins_of_the_decree(
    made: dict[Regime, bytes], regime: Regime
) -> None:
    if regime.form in (*SLIPS, *WITHOUT_HEAD):
        pytest.skip("slips are half a sheet, the register is a book: the decree is on letters")
    page = pypdfium2.PdfDocument(made[regime])[0]
    width, height = (round(points / 72 * 25.4, 1) for points in page.get_size())
    body = [one.get_bounds() for one in page.get_objects() if one.type == 1]
    left = min(one[0] for one in body) / 72 * 25.4
    right = width - max(one[2] for one in body) / 72 * 25.4

    assert {width, height} == set(A4)
    assert MARGINS_MM["left"][0] - 0.5 <= left <= MARGINS_MM["left"][1]
    assert MARGINS_MM["right"][0] - 0.5 <= right


def test_qpdf_finds_nothing_wrong_with_any_form(made: dict[Regime, bytes], tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    assert qpdf, "sh requirements/debian.sh pdf"
    for regime, content in made.items():
        file = tmp_path / f"{regime.form}-{regime.from_on}.pdf"
        file.write_bytes(content)
    checked = [
        subprocess.run([qpdf, "--check", file], capture_output=True, text=True, check=False)
        for file in sorted(tmp_path.iterdir())
    ]

    assert len(checked) == len(registry())
    assert [one.stdout + one.stderr for one in checked if one.returncode] == []


def test_a_duplicate_says_so_with_who_and_when(here: OfficeRow) -> None:
    again = "In lúc 09 giờ 05 phút, ngày 10/5/2015. Người in: Đỗ Quỳnh Ngưỡng Mẫu"

    for form in (Form.RECEIPT, Form.SUPPLEMENT, Form.APOLOGY, Form.STOP, Form.HANDOVER):
        said = text_of(specimen_pdf(in_force(form, date(2017, 3, 6)), here, reprint=again))
        assert "BẢN IN LẠI" in said
        assert again in said


@pytest.mark.parametrize(
    ("form", "day", "rule", "number"),
    [
        # QĐ 09/2015 ends with NĐ 61/2018; the numbered forms came with the circular, not before
        (Form.RECEIPT, date(2018, 6, 20), "QĐ 09/2015/QĐ-TTg", ""),
        (Form.RECEIPT, date(2018, 6, 21), "NĐ 61/2018/NĐ-CP", ""),
        (Form.RECEIPT, date(2018, 11, 22), "NĐ 61/2018/NĐ-CP", ""),
        (Form.RECEIPT, date(2018, 11, 23), "TT 01/2018/TT-VPCP", "Mẫu số 01"),
        (Form.SUPPLEMENT, date(2018, 6, 20), "QĐ 09/2015/QĐ-TTg", ""),
        (Form.SUPPLEMENT, date(2019, 3, 6), "TT 01/2018/TT-VPCP", "Mẫu số 02"),
        (Form.REFUSAL, date(2019, 3, 6), "TT 01/2018/TT-VPCP", "Mẫu số 03"),
        (Form.APOLOGY, date(2025, 9, 14), "TT 01/2018/TT-VPCP", "Mẫu số 04"),
        (Form.APOLOGY, date(2025, 9, 15), "TT 03/2025/TT-VPCP", "Mẫu số 04"),
        (Form.STOP, date(2025, 9, 14), "QĐ 09/2015/QĐ-TTg", ""),
        (Form.STOP, date(2025, 9, 15), "TT 03/2025/TT-VPCP", "Mẫu số 05"),
        (Form.CONTROL, date(2025, 9, 15), "TT 03/2025/TT-VPCP", "Mẫu số 06"),
        (Form.TAX_SLIP, date(2017, 3, 6), "TTLT 88/2016/TTLT-BTC-BTNMT", "Mẫu số 01/LCHS"),
        (Form.TAX_SLIP, date(2024, 7, 31), "TTLT 88/2016/TTLT-BTC-BTNMT", "Mẫu số 01/LCHS"),
        (Form.TAX_SLIP, date(2024, 8, 1), "NĐ 101/2024/NĐ-CP", "Mẫu số 12/ĐK"),
        (Form.TAX_SLIP, date(2025, 7, 1), "NĐ 151/2025/NĐ-CP", ""),
        (Form.REGISTER, date(2025, 9, 15), "TT 03/2025/TT-VPCP", "Mẫu số 07"),
    ],
)
def test_a_day_has_the_form_of_its_rule(form: Form, day: date, rule: str, number: str) -> None:
    found = in_force(form, day)

    assert (found.name, found.number) == (rule, number)


def test_seven_forms_are_numbered_since_2025_and_six_before() -> None:
    def numbers(day: date) -> list[str]:
        forms = (form for form in Form if form is not Form.TAX_SLIP)  # a rule on land has its own
        return sorted(n for form in forms if (n := in_force(form, day).number))

    assert numbers(date(2017, 3, 6)) == []
    assert numbers(date(2019, 3, 6)) == [f"Mẫu số 0{n}" for n in range(1, 7)]
    assert numbers(date(2026, 3, 6)) == [f"Mẫu số 0{n}" for n in range(1, 8)]


def test_an_apology_asks_for_more_time_since_2025_only(made: dict[Regime, bytes]) -> None:
    before, now = (text_of(made[in_force(Form.APOLOGY, date(y, 3, 6))]) for y in (2019, 2026))

    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in before
    assert "Đề nghị gia hạn" not in before
    assert "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in now
    assert "Đề nghị gia hạn và hẹn trả lại kết quả:" in now


def test_a_rule_ends_when_the_next_begins() -> None:
    rows = [row for row in registry() if row.form is Form.RECEIPT]

    assert [until(row) for row in rows] == [*(row.from_on for row in rows[1:]), None]


def test_every_form_and_every_saying_bears_its_mark() -> None:
    assert {row.mark for row in (*registry(), *phrases())} == {"V", "M"}
    assert all(row.source for row in registry())
    assert all(row.source for row in phrases() if row.mark == "V")


def test_a_saying_begins_on_its_day_and_the_slip_of_2017_knows_no_volume() -> None:
    assert "book" not in sayings(Form.RECEIPT, date(2018, 11, 22))
    assert "book" in sayings(Form.RECEIPT, date(2018, 11, 23))
    assert sayings(Form.RECEIPT, date(2014, 1, 1)) == sayings(Form.RECEIPT, date(2015, 5, 10))
