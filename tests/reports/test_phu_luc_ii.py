"""Phụ lục II of the first quarter of 2017: the report's own table, in every form."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from motcua.dossiers.models import Dossier
from motcua.organization import timekeeping
from motcua.reports.drill import behind
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from motcua.reports.selectors import as_csv, as_json, as_pdf, as_xlsx

SEED = (Path(__file__).parent / "phu-luc-ii.csv").read_text("utf-8")
QUARTER = (date(2017, 1, 1), date(2017, 3, 31))


@pytest.fixture(scope="module")
def sheet(demo: str) -> PhuLucII:
    return phu_luc_ii("bim-son", *QUARTER, now=timekeeping.now())


def test_every_cell_is_the_reports(sheet: PhuLucII) -> None:
    made = [line for line in as_csv(sheet).splitlines() if not line.startswith("#")]

    assert list(csv.reader(made)) == list(csv.reader(SEED.splitlines()))


def test_received_is_on_time_and_overdue(sheet: PhuLucII) -> None:
    assert all(row.received == row.on_time + row.overdue for row in sheet.rows)
    assert sum(count for _, count in sheet.overdue_reasons) == 24


def test_json_keeps_to_the_contract(sheet: PhuLucII) -> None:
    value = json.loads(as_json(sheet))

    assert value["totals"]["A"] == {
        "procedures_one_stop": 3, "procedures_interlinked": 240, "received": 853, "on_time": 829,
        "overdue": 24,
    }  # fmt: skip
    assert value["totals"]["B"] == {"received": 6533, "on_time": 6533, "overdue": 0}
    assert value["rows"][1]["procedures_one_stop"] is None
    assert value["rows"][0]["unit"] == "UBND Thị xã Bỉm Sơn"
    assert set(value) == {
        "office", "from", "to", "rows", "totals", "overdue_reasons", "still_open",
        "late_after_earlier_period",
    }  # fmt: skip


def test_a_workbook_has_numbers_and_sums(sheet: PhuLucII) -> None:
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet))).active

    assert page is not None
    cells = {cell.value for row in page.iter_rows() for cell in row}
    assert 853 in cells
    assert any(str(value).startswith("=SUM(E") for value in cells)


def test_the_pdf_says_it_in_the_reports_words(sheet: PhuLucII) -> None:
    text = " ".join(PdfReader(io.BytesIO(as_pdf(sheet))).pages[0].extract_text().split())

    for words in (
        "KẾT QUẢ THỰC HIỆN CƠ CHẾ MỘT CỬA, CƠ CHẾ MỘT CỬA LIÊN THÔNG",
        "UBND Thị xã Bỉm Sơn",
        "CẤP XÃ, PHƯỜNG (08)",
        "Do sai lệch diện tích ở bản đồ qua các thời kì đo đạc",
        "tính đến 09:42 ngày 31/03/2017",
    ):
        assert words in text
    assert as_pdf(sheet) == as_pdf(sheet)


def test_every_figure_opens_as_many_dossiers_as_it_says(sheet: PhuLucII) -> None:
    for row in sheet.rows:
        for figure in ("received", "on_time", "overdue"):
            assert behind(row.slug, figure, sheet.period).count == getattr(row, figure)  # type: ignore[arg-type]


def test_a_ward_has_its_one_row_in_block_b(demo: str) -> None:
    ward = phu_luc_ii("ba-dinh", *QUARTER, now=timekeeping.now())

    assert [(row.group, row.received) for row in ward.rows] == [("B", 1315)]
    assert list(ward.totals) == ["B"]


def test_the_demonstration_is_believable(demo: str) -> None:
    dossiers = list(Dossier.objects.all())
    received = {d.received_at for d in dossiers}
    offices: dict[int, set[int]] = {}
    for dossier in dossiers:
        offices.setdefault(dossier.office_id, set()).add(dossier.procedure_version_id)

    assert len(received) == len(dossiers)
    assert not [at for at in received if date(2017, 1, 26) <= at.date() <= date(2017, 2, 1)]
    assert all(len(procedures) >= 12 for procedures in offices.values())
    assert sum(1 for d in dossiers if d.supplements) >= 0.05 * len(dossiers)
    assert [d for d in dossiers if d.due_at and not d.finished_at and d.due_at < timekeeping.now()]
