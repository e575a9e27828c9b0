"""II.06a: every cell against dossiers counted by hand, and against a second way of counting."""

import csv
import io
import json
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import openpyxl
import pytest

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.reports.ii_06 import table_of
from motcua.reports.ii_06a import TOTAL, Line, Sheet, ii_06a
from motcua.reports.writers.table_csv import table_csv
from motcua.reports.writers.table_json import table_json
from motcua.reports.writers.table_xlsx import table_xlsx
from office import ANSWER_BY, Office

NOW = datetime(2017, 3, 31, 9, 42, 30, tzinfo=VN)
MARCH = (date(2017, 3, 1), date(2017, 3, 31))
BUILDING, MARRIAGE = "Hoạt động xây dựng", "Hộ tịch"


def at(day: int, hour: int = 8, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2017, month, day, hour, minute, tzinfo=VN)


def finish(office: Office, dossier: Dossier, moment: datetime, **said: str) -> None:
    """The dossier walks to its result at that moment."""
    office.act(services.hand_over, dossier, "clerk", after=1)
    office.act(services.hand_over, dossier, "officer", after=1)
    office.act(services.approve, dossier, "head", after=1)
    office.act(services.approve, dossier, "chair", after=1)
    minutes = int((moment - dossier.changed_at).total_seconds() // 60)
    done = office.act(services.return_to_desk, dossier, "records", after=minutes, **said)
    assert isinstance(done, Done), done


@pytest.fixture(scope="module")
def march(office: Office) -> Sheet:
    """Two fields: five working days each; the dossiers are listed where they are counted."""
    settled_before = office.received(at=at(6, month=2))
    finish(office, settled_before, at(10, month=2))
    carried_early = office.received(at=at(24, month=2))  # due 03/03
    finish(office, carried_early, at(2))
    carried_late = office.received(at=at(20, month=2))  # due 27/02
    finish(office, carried_late, at(8), overdue_reason="qua-tai")
    carried_open_late = office.received(at=at(21, month=2))  # due 28/02
    office.act(services.hand_over, carried_open_late, "clerk")
    early = office.received(at=at(6))  # due 13/03
    finish(office, early, at(10))
    online_on_time = office.received(at=at(7), channel="online")  # due 14/03
    assert online_on_time.due_at is not None
    finish(office, online_on_time, online_on_time.due_at.astimezone(VN))
    posted_late = office.received(at=at(8), channel="post")  # due 15/03
    assert posted_late.due_at is not None
    finish(office, posted_late, posted_late.due_at.astimezone(VN) + timedelta(minutes=1),
           overdue_reason="qua-tai")  # fmt: skip
    in_time = office.received(at=at(30))
    office.act(services.hand_over, in_time, "clerk")
    waiting = office.received(at=at(9))
    office.act(services.hand_over, waiting, "clerk")
    office.act(services.request_supplement, waiting, "officer", document="37/HDHS",
               items=[Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")],
               reply_by=ANSWER_BY)  # fmt: skip
    withdrawn = office.received(at=at(13))
    office.act(services.withdraw, withdrawn, "clerk", reason="Đổi ý")
    void = office.received(at=at(13))
    office.act(services.void, void, "clerk", reason="Nhập nhầm")
    refused = replace(office.intake(at=at(14)), reason="Không thuộc thẩm quyền")
    services.refuse_intake([refused], key=uuid4(), whole=True)
    office.received("tx-ket-hon-nuoc-ngoai", at=at(31))
    return ii_06a("bim-son", *MARCH, now=NOW)


def line_of(sheet: Sheet, field: str) -> Line:
    (found,) = [line for line in sheet.rows if line.field == field]
    return found


def test_each_cell_is_what_a_person_counts(march: Sheet) -> None:
    assert line_of(march, BUILDING) == Line(
        BUILDING,
        received=9,
        online=1,
        direct_or_post=5,
        carried_over=3,
        resolved=6,
        early=3,
        on_time=1,
        overdue=2,
        pending=3,
        pending_in_time=2,
        pending_overdue=1,
    )


def test_the_total_is_the_sum_and_stands_last(march: Sheet) -> None:
    *lines, total = march.rows

    assert total.field == TOTAL
    assert len(lines) == 2
    for column in asdict(total):
        if column != "field":
            assert getattr(total, column) == sum(getattr(line, column) for line in lines)


def test_fields_stand_in_vietnamese_order(march: Sheet) -> None:
    assert [line.field for line in march.rows] == [BUILDING, MARRIAGE, TOTAL]


def test_a_shorter_period_counts_what_is_done_by_its_end(march: Sheet) -> None:
    first_week = line_of(ii_06a("bim-son", date(2017, 3, 1), date(2017, 3, 7), now=NOW), BUILDING)

    assert (first_week.received, first_week.carried_over, first_week.online) == (5, 3, 1)
    assert (first_week.early, first_week.resolved) == (1, 1)
    assert (first_week.pending_in_time, first_week.pending_overdue) == (2, 2)


def test_a_day_in_between_can_be_looked_back_from(march: Sheet) -> None:
    then = ii_06a("bim-son", *MARCH, now=NOW, as_of=date(2017, 3, 9))

    line = line_of(then, BUILDING)
    assert line.received == 7
    assert line.resolved + line.pending == 7


def test_another_office_has_none_of_them(march: Sheet) -> None:
    ward = ii_06a("ba-dinh", *MARCH, now=NOW)

    assert [line.field for line in ward.rows] == [TOTAL]
    assert ward.rows[0].received == 0


def test_with_those_below_the_town_counts_its_wards(march: Sheet, office: Office) -> None:
    intake = office.intake("chung-thuc-ban-sao", by="ward", at=at(15))
    services.receive([intake], key=uuid4(), whole=True)

    alone = ii_06a("bim-son", *MARCH, now=NOW).rows[-1].received
    whole = ii_06a("bim-son", *MARCH, now=NOW, with_below=True).rows[-1].received

    assert whole == alone + 1
    assert alone == march.rows[-1].received


def test_a_period_turned_round_and_an_unknown_office_are_refused(march: Sheet) -> None:
    with pytest.raises(Refused, match="period_backwards"):
        ii_06a("bim-son", MARCH[1], MARCH[0], now=NOW)
    with pytest.raises(Refused, match="unknown_office"):
        ii_06a("khong-co", *MARCH, now=NOW)


def test_json_and_csv_say_the_same(march: Sheet) -> None:
    from_json = json.loads(table_json(table_of(march)))
    from_csv = list(csv.DictReader(io.StringIO(table_csv(table_of(march)))))

    assert [{k: str(v) for k, v in row.items()} for row in from_json["rows"]] == from_csv
    assert (from_json["office"], from_json["from"], from_json["to"]) == (
        "bim-son", "2017-03-01", "2017-03-31",
    )  # fmt: skip
    assert from_json["with_below"] is False


def test_a_workbook_holds_numbers_and_its_sums_are_formulas(march: Sheet) -> None:
    raw = table_xlsx(table_of(march))
    page = openpyxl.load_workbook(io.BytesIO(raw)).active
    shown = openpyxl.load_workbook(io.BytesIO(raw), data_only=True).active

    assert page is not None
    assert shown is not None
    first = next(row for row in range(1, 20) if page.cell(row, 2).value == BUILDING)
    last = first + len(march.rows) - 1
    assert page.cell(first, 3).value == f"=D{first}+E{first}+F{first}"
    assert isinstance(page.cell(first, 4).value, int)
    assert page.cell(last, 4).value == f"=SUM(D{first}:D{last - 1})"
    assert page.print_area
    for row, line in enumerate(march.rows, start=first):
        said = [shown.cell(row, column).value for column in range(2, 14)]
        assert said == list(asdict(line).values())
