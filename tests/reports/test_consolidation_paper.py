"""Figures from an office that keeps its books on paper: held against the form, typed or loaded from
a sheet, and the sheet kept."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter
from django.db import transaction

from motcua.core.refusal import Refused
from motcua.exchange.demo.crew import Crew
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports.consolidation import answering, pages, papers, selectors, services
from motcua.reports.consolidation.checking import check, heads
from motcua.reports.consolidation.figures import Span
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.services import Opening
from motcua.reports.consolidation.sheets import Loaded, read, template_csv, template_xlsx
from motcua.reports.consolidation.typed import TypedLine
from motcua.reports.narrative.below import below
from motcua.reports.narrative.drafting import drafted
from motcua.reports.narrative.facts import from_object, to_object
from motcua.reports.narrative.gathering import gather, period_of

FEBRUARY = Opening(
    "ii-06a", date(2017, 2, 1), date(2017, 2, 28), date(2017, 2, 28), date(2017, 4, 5),
    on_paper=("ha-lan",),
)  # fmt: skip
QUARTER = Span("phu-luc-ii", date(2017, 1, 1), date(2017, 3, 31), date(2017, 3, 30))
FORM = FORMS["ii-06a"]
BIRTHS, LAND = "ha-lan:Hộ tịch", "ha-lan:Đất đai"
GOOD = {"online": 1, "direct_or_post": 9, "carried_over": 2, "early": 3, "on_time": 7,
        "pending_in_time": 2}  # fmt: skip
"""One field as books have it; every sum and each nought left blank."""
ONE = {"online": 1, "on_time": 1}


@pytest.fixture(scope="module")
def now(demo: str, data_folder: Path) -> datetime:
    return timekeeping.now()


@pytest.fixture(scope="module")
def people(now: datetime) -> Mapping[str, Actor]:
    crew = Crew(now)

    def of(slug: str, kind: str) -> Actor:
        return crew.of(office_by_slug(slug).id, None, kind, 0)

    return {
        "town": of("bim-son", "NOI_VU"), "chair": of("ha-lan", "LANH_DAO_UBND"),
        "clerk": of("ha-lan", "BP_MOT_CUA"),
    }  # fmt: skip


@pytest.fixture
def asked(people: Mapping[str, Actor], now: datetime) -> Iterator[UUID]:
    """A round of February in which Hà Lan is on paper; gone after the test."""
    with transaction.atomic():
        yield services.open_round(people["town"], FEBRUARY, at=now)
        transaction.set_rollback(True)


@pytest.fixture
def lines(people: Mapping[str, Actor], asked: UUID, now: datetime) -> Sequence[TypedLine]:
    return pages.grid(people["clerk"], asked, "ha-lan", now).lines


def refused(code: str, doing: Callable[[], Any]) -> None:
    with transaction.atomic(), pytest.raises(Refused, match=code):
        doing()


def sheet_of(rows: Sequence[Sequence[object]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet("Số liệu")
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def test_sums_left_blank_are_filled_and_a_total_that_agrees_is_not_kept(
    lines: Sequence[TypedLine],
) -> None:
    checked = check(FORM, lines, {BIRTHS: GOOD, "ha-lan:tong": {"received": 12}})

    (line,) = checked.lines
    assert checked.faults == []
    assert (line.place, line.numbers["received"], line.numbers["resolved"]) == (BIRTHS, 12, 10)
    assert (line.numbers["pending"], line.numbers["overdue"]) == (2, 0)


def test_a_sheet_that_does_not_add_up_names_each_cell(lines: Sequence[TypedLine]) -> None:
    typed = {
        BIRTHS: {**GOOD, "received": 13},
        LAND: {**GOOD, "pending_in_time": 5},
        "ha-lan:tong": {"received": 30, "online": 2},
    }

    found = check(FORM, lines, typed).faults

    assert [(fault.line, fault.column, sentence) for fault, sentence in found] == [
        (BIRTHS, "received", "cột (3) ghi 13, mà cột (4) + cột (5) + cột (6) là 12."),
        (BIRTHS, "received", "cột (3) ghi 13, mà cột (7) + cột (11) là 12."),
        (LAND, "received", "cột (3) ghi 12, mà cột (7) + cột (11) là 15."),
        ("ha-lan:tong", "received", "cột (3): dòng tổng ghi 30, mà các dòng cộng lại là 25."),
    ]


def test_reasons_are_given_for_overdue_dossiers_at_most(now: datetime) -> None:
    form = FORMS["phu-luc-ii"]
    typed_lines = form.typed([office_by_slug("ha-lan")], QUARTER)
    typed = {"ha-lan:": {"on_time": 9, "overdue": 1}, "ha-lan:ly-do:nvtc": {"overdue": 2},
             "ha-lan:con-mo": {"on_time": 10}}  # fmt: skip

    found = check(form, typed_lines, typed).faults

    assert [(one.line, one.stands, one.comes_to) for one, _ in found] == [
        ("ha-lan:ly-do:nvtc", 1, 2),
        ("ha-lan:con-mo", 9, 10),
    ]


def test_the_template_read_as_it_is_says_nothing(lines: Sequence[TypedLine]) -> None:
    for content in (template_xlsx(FORM, lines), template_csv(FORM, lines).encode()):
        found = read(Loaded(content, "mau"), FORM, lines)
        assert found.faults == []
        assert not any(found.typed.values())


def test_a_template_that_was_filled_in_comes_back_by_place_and_column(
    lines: Sequence[TypedLine],
) -> None:
    rows = list(csv.reader(io.StringIO(template_csv(FORM, lines).lstrip("\ufeff"))))
    words = heads(FORM)
    for row in rows[1:]:
        row += [""] * (len(rows[0]) - len(row))
        if row[0] == "Hộ tịch":
            for key, number in GOOD.items():
                row[rows[0].index(words[key])] = f"{number:,}".replace(",", ".")
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    numbers = [[int(c) if c.isdigit() else c for c in row] for row in rows]

    for content in (out.getvalue().encode(), sheet_of(numbers)):
        found = read(Loaded(content, "so-lieu"), FORM, lines)
        assert found.faults == []
        assert {place: dict(one) for place, one in found.typed.items() if one} == {BIRTHS: GOOD}


def test_what_cannot_be_read_is_named_by_row_and_column(lines: Sequence[TypedLine]) -> None:
    content = sheet_of(
        [["", "received", "online", "ghi chú"], ["Hộ tịch", "nhiều", -3, "x"],
         ["Hộ tịch", 1, 1, ""], ["Chăn nuôi", 5, 5, ""], ["Đất đai", 2.5, "", ""]]
    )  # fmt: skip

    found = read(Loaded(content, "so-lieu.xlsx"), FORM, lines)

    assert [sentence.split(":")[0] for sentence in found.faults] == [
        "Dòng 2, cột B", "Dòng 2, cột C", "Dòng 3", "Dòng 4", "Dòng 5, cột B",
    ]  # fmt: skip
    assert "không phải UTF-8" in read(Loaded(b"\xff\xfe", "x"), FORM, lines).faults[0]
    assert read(Loaded(b"a,b\n1,2\n", "x"), FORM, lines).faults[0].startswith("Dòng 1 không có cột")
    assert read(Loaded(b"PK\x03\x04gone", "x"), FORM, lines).faults


def test_the_last_sheet_counts_and_the_very_file_is_kept(
    people: Mapping[str, Actor], asked: UUID, now: datetime
) -> None:
    clerk, chair = people["clerk"], people["chair"]
    refused("consolidation_no_sheet",
            lambda: answering.confirm(chair, asked, "ha-lan", at=now))  # fmt: skip
    answering.enter(clerk, asked, "ha-lan", {BIRTHS: ONE}, source="Sổ 1", at=now)
    loaded = Loaded(b"Dong,online\n", "so.csv")

    sheet = answering.enter(
        clerk, asked, "ha-lan", {BIRTHS: GOOD}, source="Sổ 2", at=now, loaded=loaded
    )
    answering.confirm(chair, asked, "ha-lan", at=now)

    row, found = selectors.consolidated(people["town"], asked)
    (line,) = [one for one in found.figures.lines if one.office == "ha-lan"]
    assert (line.numbers["received"], line.sheet) == (12, str(sheet))
    assert papers.paper(people["town"], sheet, now)[2].source == "Sổ 2"
    content, kind = papers.paper_file(sheet)
    assert (content, kind) == (loaded.content, "text/csv")
    assert row.units.get(office__slug="ha-lan").sheets.count() == 2
    refused("consolidation_confirmed", lambda: answering.enter(
        clerk, asked, "ha-lan", {BIRTHS: GOOD}, source="Sổ 3", at=now))  # fmt: skip


def test_the_report_in_words_tells_what_was_confirmed_by_its_source_and_who_has_not(
    people: Mapping[str, Actor], now: datetime
) -> None:
    opening = Opening(
        "phu-luc-ii", QUARTER.from_on, QUARTER.to_on, QUARTER.as_of_on, date(2017, 4, 5),
        on_paper=("ha-lan",),
    )  # fmt: skip
    typed = {"ha-lan:": {"received": 12, "on_time": 11, "overdue": 1}}
    days = (QUARTER.from_on, QUARTER.to_on)
    with transaction.atomic():
        round_ = services.open_round(people["town"], opening, at=now)
        unanswered = gather("bim-son", *days, now=now).below
        answering.enter(people["clerk"], round_, "ha-lan", typed, source="Sổ 1", at=now)
        answering.confirm(people["chair"], round_, "ha-lan", at=now)

        facts = gather("bim-son", *days, now=now)
        again = below(office_by_slug("bim-son").id, period_of(facts), now)
        before = below(office_by_slug("bim-son").id, period_of(facts), now - timedelta(seconds=1))
        transaction.set_rollback(True)

    assert unanswered is None is before
    assert again == facts.below == from_object(to_object(facts)).below
    said = " ".join(one.text for one in drafted(facts)["quality"])
    assert (
        "1/8 đơn vị): tiếp nhận 12 hồ sơ, đúng hạn và trước hạn 11 hồ sơ, quá hạn 1 hồ sơ." in said
    )
    assert "Trong đó nhập từ sổ giấy" in said
    assert "xã Hà Lan: tiếp nhận 12 hồ sơ" in said
    assert "Chưa xác nhận số liệu: " in said
    assert "phường Ba Đình" in said.split("Chưa xác nhận số liệu: ")[1]


@pytest.mark.parametrize(
    ("code", "typed", "source"),
    [
        ("consolidation_no_source", {BIRTHS: GOOD}, "  "),
        ("consolidation_nothing_typed", {BIRTHS: {}, "ha-lan:khong-co": {"online": 1}}, "Sổ"),
        ("consolidation_sums", {BIRTHS: {**GOOD, "received": 1}}, "Sổ"),
    ],
)
def test_figures_that_cannot_be_kept_are_refused(
    people: Mapping[str, Actor], asked: UUID, now: datetime, code: str, typed: Any, source: str
) -> None:
    refused(code, lambda: answering.enter(
        people["clerk"], asked, "ha-lan", typed, source=source, at=now))  # fmt: skip


def test_who_collects_types_for_an_office_on_paper_alone(
    people: Mapping[str, Actor], asked: UUID, now: datetime
) -> None:
    town = people["town"]
    answering.enter(town, asked, "ha-lan", {BIRTHS: GOOD}, source="Văn bản 12/BC", at=now)
    answering.confirm(town, asked, "ha-lan", at=now)
    refused("not_your_consolidation", lambda: answering.enter(
        town, asked, "phu-son", {BIRTHS: GOOD}, source="Sổ", at=now))  # fmt: skip
    refused("consolidation_confirmed",
            lambda: services.switch(town, asked, "ha-lan", on_paper=False, at=now))  # fmt: skip

    services.switch(town, asked, "phu-son", on_paper=True, at=now)

    assert pages.grid(town, asked, "phu-son", now).lines
    refused("consolidation_not_on_paper", lambda: pages.grid(town, asked, "bim-son", now))
