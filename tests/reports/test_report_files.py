"""`motcua report` and its files: one source, four forms, the same figures in each."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from motcua.core.refusal import Refused
from motcua.organization import timekeeping
from motcua.papers.typesetting import pdf
from motcua.reports.commands import print_phu_luc_ii, run
from motcua.reports.phu_luc_ii import HEADS, TITLE, PhuLucII, phu_luc_ii
from motcua.reports.selectors import as_csv, as_json, as_pdf, as_xlsx

QUARTER = ("--office", "bim-son", "--from", "2017-01-01", "--to", "2017-03-31")
REASONS = (
    "Quá hạn do công dân không thực hiện nghĩa vụ tài chính theo thông báo",
    "Do gia đình không đến kê khai hồ sơ",
    "Do sai lệch diện tích ở bản đồ qua các thời kì đo đạc",
)


@pytest.fixture(scope="module")
def sheet(demo: str) -> PhuLucII:
    return phu_luc_ii("bim-son", date(2017, 1, 1), date(2017, 3, 31), now=timekeeping.now())


def test_json_and_csv_say_the_same(sheet: PhuLucII) -> None:
    from_json = json.loads(as_json(sheet))["rows"]
    lines = [line for line in as_csv(sheet).splitlines() if not line.startswith("#")]
    from_csv = list(csv.DictReader(lines))

    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in from_json] == (
        from_csv
    )


def test_the_footnotes_stand_under_every_form(sheet: PhuLucII) -> None:
    pdf = " ".join(PdfReader(io.BytesIO(as_pdf(sheet))).pages[0].extract_text().split())
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet))).active
    assert page is not None
    cells = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]

    for sentence in sheet.footnotes:
        assert sentence in pdf
        assert sentence in cells
        assert f"# {sentence}" in as_csv(sheet)


def test_every_sum_of_the_workbook_is_a_formula_over_its_block(sheet: PhuLucII) -> None:
    raw = as_xlsx(sheet)
    page = openpyxl.load_workbook(io.BytesIO(raw)).active
    shown = openpyxl.load_workbook(io.BytesIO(raw), data_only=True).active
    assert page is not None
    assert shown is not None
    sums = [c for row in page.iter_rows() for c in row if str(c.value).startswith("=SUM(")]

    assert len(sums) == 5 + 3
    for cell in sums:
        first, last = str(cell.value).removeprefix("=SUM(").removesuffix(")").split(":")
        block = [one.value for (one,) in page[f"{first}:{last}"]]
        assert all(isinstance(value, int) for value in block)
        assert shown[cell.coordinate].value == sum(block)


def test_the_workbook_prints_on_one_landscape_page_under_the_laws_heads(sheet: PhuLucII) -> None:
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet))).active

    assert page is not None
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 9
    assert page.print_area
    assert tuple(cell.value for cell in page[6]) == HEADS
    assert page["A2"].value == TITLE[0]
    assert page["D8"].number_format == "#,##0"


def test_the_same_sheet_is_the_same_file(sheet: PhuLucII) -> None:
    assert as_xlsx(sheet) == as_xlsx(sheet)
    assert as_pdf(sheet) == as_pdf(sheet)


def test_the_pdf_says_every_figure_and_reason(sheet: PhuLucII) -> None:
    text = " ".join(PdfReader(io.BytesIO(as_pdf(sheet))).pages[0].extract_text().split())

    for row in sheet.rows:
        assert row.unit in text
        assert f"{row.received:,}".replace(",", ".") in text
    for words in (*TITLE, *REASONS, "Lí do trả quá hạn:", "853", "829", "6.533"):
        assert words in text


def test_only_the_sheet_of_invented_data_is_marked_as_such(sheet: PhuLucII) -> None:
    marked, plain = (
        PdfReader(io.BytesIO(as_pdf(sheet, sample=sample))).pages[0].extract_text()
        for sample in (True, False)
    )

    assert "MẪU" in marked.upper()
    assert len(marked) > len(plain)


@pytest.mark.parametrize(
    ("form", "starts"), [("json", b"{"), ("csv", b"group,"), ("xlsx", b"PK"), ("pdf", b"%PDF")]
)
def test_the_command_writes_each_form_to_a_file(
    demo: str, tmp_path: Path, form: str, starts: bytes
) -> None:
    target = tmp_path / f"sheet.{form}"

    assert run(["phu-luc-ii", *QUARTER, "--format", form, "-o", str(target)]) == 0

    assert target.read_bytes().startswith(starts)


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_the_second_report_is_written_too(demo: str, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"sheet.{form}"

    code = run(["ii-06a", *QUARTER, "--with-below", "--format", form, "-o", str(target)])

    assert code == 0
    assert target.stat().st_size > 500


def test_without_a_file_it_goes_to_the_terminal(
    demo: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(["phu-luc-ii", *QUARTER, "--as-of", "2017-02-28"])

    value = json.loads(capfdbinary.readouterr().out)
    assert value["office"] == "bim-son"
    assert value["rows"][0]["received"] < 853


def test_what_the_demonstration_prints_is_the_quarters_table(demo: str) -> None:
    out = io.StringIO()

    print_phu_luc_ii("bim-son", out)

    text = out.getvalue()
    assert "853" in text
    assert "6.533" in text
    assert all(len(line) <= 80 for line in text.splitlines() if "UBND" in line)


def test_a_day_written_the_other_way_is_refused_in_words(
    demo: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["phu-luc-ii", "--office", "bim-son", "--from", "01/01/2017", "--to", "2017-03-31"])

    assert stopped.value.code == 2
    assert "“01/01/2017” không phải ngày" in capsys.readouterr().err


def test_what_is_no_report_is_refused(demo: str) -> None:
    with pytest.raises(Refused, match="unknown_office"):
        run(["phu-luc-ii", "--office", "x", "--from", "2017-01-01", "--to", "2017-03-31"])
    with pytest.raises(Refused, match="period_backwards"):
        run(["ii-06a", "--office", "bim-son", "--from", "2017-03-31", "--to", "2017-01-01"])


def table_of(lines: int) -> bytes:
    """A form of eleven columns and so many lines, as its PDF."""
    return pdf(
        "table",
        {
            "form": "Biểu", "rule": "", "office": "UBND", "receiver": "", "title": ["MỘT", "HAI"],
            "span": "Kỳ", "unit": "", "day": [2017, 3, 31], "name_head": "Lĩnh vực",
            "over": [["Đầu cột", 11]], "heads": [["Số", "(3)", True, False]] * 11,
            "lines": [
                {"mark": str(n), "name": f"Dòng {n}.", "kind": "line", "cells": ["1"] * 11}
                for n in range(lines)
            ],
            "footnotes": ["Khớp."], "sample": True,
        },
    )  # fmt: skip


def budget_of(lines: int) -> bytes:
    """The list of what desks lack, of so many lines."""
    row = ["1", "Dòng", "Máy photocopy", "1 chiếc", "0 chiếc", "1 chiếc", "", ""]
    return pdf(
        "desk_budget",
        {
            "above": "UBND TỈNH", "issuer": "UBND THỊ XÃ", "place": "Bỉm Sơn", "rule": "QĐ",
            "day": [2017, 3, 31], "heads": ["Đầu cột"] * 8, "rows": [row] * lines, "total": "",
            "spelled": "", "unpriced": lines, "sample": True,
        },
    )  # fmt: skip


@pytest.mark.parametrize("made", [table_of, budget_of])
@pytest.mark.parametrize("lines", [1, 2, *range(9, 24)])
def test_no_page_is_blank_and_who_signs_has_figures_and_their_head_above(
    made: Callable[[int], bytes], lines: int
) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made(lines))).pages]

    assert sum(page.count("Dòng") for page in pages) == lines
    assert all("Đầu cột" in page and "Dòng" in page for page in pages)
    assert "(Ký" in pages[-1]
