"""Figures collected from below, over the demonstration: communes answer the town, one of them on
paper; what is put together is the sum, says who is missing, and goes up to the province."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.core.refusal import Refused
from motcua.dossiers import services as acts
from motcua.dossiers.asked import Asked
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying import run as verifying
from motcua.exchange.demo.crew import Crew
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports import commands, frozen
from motcua.reports.canonical import digest
from motcua.reports.consolidation import (
    answering,
    behind,
    comparing,
    overview,
    pages,
    selectors,
    services,
)
from motcua.reports.consolidation.figures import Line, Span, lines_from_json, lines_to_json
from motcua.reports.consolidation.forms import FORMS, Told
from motcua.reports.consolidation.models import Confirmation, Consolidation
from motcua.reports.consolidation.services import Opening
from motcua.reports.drill import how_many
from motcua.reports.family import FORMATS
from motcua.reports.ii_06_lines import NUMBERS
from motcua.reports.phu_luc_ii import phu_luc_ii
from motcua.reports.writers.as_json import to_object

FIRST, LAST, JUDGED = date(2017, 1, 1), date(2017, 3, 31), date(2017, 3, 30)
DUE = date(2017, 4, 5)
QUARTER = Opening("phu-luc-ii", FIRST, LAST, JUDGED, DUE, "Theo CV 496/SNV-CCHC", ("ha-lan",))
FEBRUARY = Opening("ii-06a", date(2017, 2, 1), date(2017, 2, 28), date(2017, 2, 28), DUE)
WARDS = ("ba-dinh", "ngoc-trao", "bac-son", "phu-son", "dong-son", "lam-son", "quang-trung")
PAPER = {
    "ha-lan:": {"procedures_interlinked": 63, "on_time": 940, "overdue": 15},
    "ha-lan:con-mo": {"on_time": 12},
    "ha-lan:ly-do:nvtc": {"overdue": 5},
}
"""What the commune of Hà Lan reads out of its books; `received` is left blank."""
People = Mapping[str, Actor]


@pytest.fixture(scope="module")
def now(demo: str, data_folder: Path) -> datetime:
    return timekeeping.now()


@pytest.fixture(scope="module")
def people(now: datetime) -> People:
    crew = Crew(now)

    def of(slug: str, kind: str) -> Actor:
        return crew.of(office_by_slug(slug).id, None, kind, 0)

    found = {slug: of(slug, "LANH_DAO_UBND") for slug in (*WARDS, "ha-lan")}
    found |= {"town": of("bim-son", "NOI_VU"), "chair": of("bim-son", "LANH_DAO_UBND")}
    found |= {"clerk": of("ha-lan", "BP_MOT_CUA"), "province": of("thanh-hoa", "CAP_TREN")}
    return found


@pytest.fixture(scope="module")
def answered(people: People, now: datetime) -> UUID:
    """The quarter's round: seven wards confirmed, Hà Lan from paper; still open."""
    uuid = services.open_round(people["town"], QUARTER, at=now)
    for slug in WARDS:
        answering.confirm(people[slug], uuid, slug, at=now)
    answering.enter(people["clerk"], uuid, "ha-lan", PAPER, source="Sổ một cửa 2017", at=now)
    answering.confirm(people["ha-lan"], uuid, "ha-lan", at=now)
    return uuid


@pytest.fixture
def undone(answered: UUID) -> Iterator[None]:
    """What a test does is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def february(people: People, now: datetime, undone: None) -> UUID:
    return services.open_round(people["town"], FEBRUARY, at=now)


def refused(code: str, doing: Callable[[], Any]) -> None:
    with transaction.atomic(), pytest.raises(Refused, match=code):
        doing()


def test_the_sum_of_what_was_confirmed_is_the_towns_own_sheet_but_for_paper(
    people: People, answered: UUID, now: datetime
) -> None:
    counted = to_object(phu_luc_ii("bim-son", FIRST, LAST, now=now, as_of=JUDGED))

    sheet = selectors.consolidated(people["town"], answered)[1].made.sheet
    assert sheet is not None
    together = to_object(sheet)

    by_unit = {row["unit"]: row for row in together["rows"]}
    paper = by_unit.pop("Xã Hà Lan")
    assert by_unit == {r["unit"]: r for r in counted["rows"] if r["unit"] != "Xã Hà Lan"}
    assert (paper["received"], paper["note"]) == (955, "Nhập tay từ sổ giấy")
    below = [row for row in together["rows"] if row["group"] == "B"]
    assert together["totals"]["B"]["received"] == sum(row["received"] for row in below)
    assert together["totals"]["A"] == counted["totals"]["A"]
    reasons = {one["reason"]: one["count"] for one in together["overdue_reasons"]}
    assert sum(reasons.values()) == sum(row["overdue"] for row in together["rows"])
    assert reasons["Chưa ghi lý do"] == 10
    assert together["consolidated"]["from_paper"] == ["ha-lan"]


def test_who_is_missing_is_named_at_the_foot_of_every_form(
    people: People, february: UUID, now: datetime
) -> None:
    answering.confirm(people["phu-son"], february, "phu-son", at=now)

    table = selectors.consolidated(people["town"], february)[1].made.table

    assert table.slug == "ii-06b"
    told = json.loads(FORMATS["json"](table))["consolidated"]["missing"]
    assert len(told) == 7
    assert "Xã Hà Lan" in told
    assert "Phường Phú Sơn" not in told
    for form in ("text", "csv"):
        assert "Chưa có số liệu của: Phường Ba Đình" in str(FORMATS[form](table))
    assert "Chưa chốt: 1/9 đơn vị đã xác nhận số liệu." in table.footnotes


def test_what_is_confirmed_is_frozen_taken_back_and_kept(
    people: People, february: UUID, now: datetime
) -> None:
    sha256 = answering.confirm(people["phu-son"], february, "phu-son", at=now)
    refused("consolidation_confirmed",
            lambda: answering.confirm(people["phu-son"], february, "phu-son", at=now))  # fmt: skip
    refused("consolidation_moved", lambda: answering.confirm(
        people["bac-son"], february, "bac-son", at=now, seen="0" * 64))  # fmt: skip
    seen = pages.unit_page(people["bac-son"], february, "bac-son", now).seen
    assert answering.confirm(people["bac-son"], february, "bac-son", at=now, seen=seen)
    refused("consolidation_no_words", lambda: answering.take_back(
        people["phu-son"], february, "phu-son", because=" ", at=now))  # fmt: skip

    answering.take_back(people["phu-son"], february, "phu-son", because="Sót hồ sơ", at=now)
    again = answering.confirm(people["phu-son"], february, "phu-son", at=now + timedelta(minutes=1))

    kept = Confirmation.objects.filter(
        unit__consolidation__uuid=february, unit__office__slug="phu-son"
    ).order_by("pk")
    assert [one.sha256 for one in kept] == [sha256, again]
    assert all(digest(one.figures) == one.sha256 for one in kept)
    assert (kept[0].ended_by, kept[0].because) == ("take_back", "Sót hồ sơ")
    assert (kept[1].person, kept[1].title) == (people["phu-son"].person, people["phu-son"].title)
    lines = kept[1].figures["lines"]
    assert lines_to_json(lines_from_json(lines)) == lines


def test_what_is_sent_back_says_why_and_waits_again(
    people: People, february: UUID, now: datetime
) -> None:
    answering.confirm(people["phu-son"], february, "phu-son", at=now)

    services.send_back(people["town"], february, "phu-son", because="Thiếu tháng 2", at=now)

    shown = {u.slug: u for u in overview.round_page(people["town"], february, now).units}
    assert shown["phu-son"].returned == "Trả lại: Thiếu tháng 2"
    assert shown["phu-son"].confirmed_at is None
    assert [one.office for one in selectors.owed(people["phu-son"], now)] == ["phu-son"]


def test_an_office_is_reminded_once_a_day(people: People, february: UUID, now: datetime) -> None:
    answering.confirm(people["phu-son"], february, "phu-son", at=now)

    first = services.remind(people["town"], february, [], at=now)
    again = services.remind(people["town"], february, [], at=now + timedelta(minutes=5))
    tomorrow = services.remind(people["town"], february, ["ha-lan"], at=now + timedelta(days=1))

    assert (first, again, tomorrow) == (7, 0, 1)
    (told,) = selectors.owed(people["ha-lan"], now)
    assert told.reminded_at == now + timedelta(days=1)
    late = {o.round.uuid: o.late for o in selectors.owed(people["ha-lan"], now + timedelta(days=9))}
    assert late[february]


def test_closed_it_is_frozen_and_only_reopening_lets_it_move(
    people: People, february: UUID, now: datetime
) -> None:
    town, ward = people["town"], people["phu-son"]
    answering.confirm(ward, february, "phu-son", at=now)
    before = FORMATS["json"](selectors.consolidated(town, february)[1].made.table)

    missing = services.close(town, february, at=now)

    row, found = selectors.consolidated(town, february)
    after = json.loads(FORMATS["json"](found.made.table))
    assert missing == 7
    assert after["rows"] == json.loads(before)["rows"]
    assert after["consolidated"]["closed"]
    assert digest(row.frozen or {}) == row.sha256 == after["consolidated"]["sha256"]
    for doing in (
        lambda: answering.take_back(ward, february, "phu-son", because="Sai", at=now),
        lambda: answering.confirm(people["bac-son"], february, "bac-son", at=now),
        lambda: services.cancel(town, february, because="Sai", at=now),
    ):
        refused("consolidation_not_now", doing)
    services.reopen(town, february, because="Thêm phường", at=now)
    answering.take_back(ward, february, "phu-son", because="Sai", at=now)


def test_a_closed_round_goes_up_to_the_province_with_who_is_missing(
    people: People, february: UUID, now: datetime
) -> None:
    town, province = people["town"], people["province"]
    answering.confirm(people["phu-son"], february, "phu-son", at=now)
    above = services.open_round(province, FEBRUARY, at=now)
    refused("consolidation_open_below", lambda: answering.confirm(town, above, "bim-son", at=now))
    services.close(town, february, at=now)

    answering.confirm(town, above, "bim-son", at=now)
    services.close(province, above, at=now)

    lower = selectors.consolidated(town, february)[1]
    _, upper = selectors.consolidated(province, above)
    assert upper.made.table.slug == "ii-06c"
    assert upper.figures == lower.figures
    assert "Xã Hà Lan" in json.loads(FORMATS["json"](upper.made.table))["consolidated"]["missing"]
    refused("consolidation_used_above",
            lambda: services.reopen(town, february, because="Sai", at=now))  # fmt: skip


def test_figures_that_count_otherwise_now_are_told_dossier_by_dossier(
    people: People, answered: UUID, undone: None, now: datetime
) -> None:
    later = datetime(2017, 4, 20, 9, 0, tzinfo=now.tzinfo)
    ward = office_by_slug("ba-dinh").id
    wrong = Dossier.objects.filter(office_id=ward, stage="in_progress").order_by("id").first()
    assert wrong is not None
    acts.void([Asked(wrong.pk, wrong.head_seq, later, people["ba-dinh"])],
              reason="Nhập nhầm (mẫu)", key=uuid4())  # fmt: skip

    shown = {u.slug: u for u in overview.round_page(people["town"], answered, later).units}
    page = pages.unit_page(people["ba-dinh"], answered, "ba-dinh", later)
    _, _, _, listed = comparing.compared(people["town"], answered, "ba-dinh", later)

    assert (shown["ba-dinh"].differs, shown["phu-son"].differs) == (2, 0)
    assert [(one.then - one.now) for one in page.moved] == [1, 1]
    assert [(one.code, one.now) for one in listed] == [(wrong.code, "không có trong báo cáo")]
    assert page.confirmed is not None
    assert page.confirmed.intact


def test_verify_names_and_counts_what_was_changed_by_hand_after_it_was_frozen(
    people: People, answered: UUID, now: datetime, undone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "differences", lambda progress: iter(()))
    services.close(people["town"], answered, at=now)
    untouched = list(frozen.differences())
    one = Confirmation.objects.order_by("id").first()
    assert one is not None
    Confirmation.objects.filter(pk=one.pk).update(figures={**one.figures, "form": "khác"})
    Consolidation.objects.filter(uuid=answered).update(frozen={"missing": []})

    said = io.StringIO()
    status = verifying.run(said, io.StringIO(), frozen.differences())

    assert (untouched, status) == ([], 1)
    assert all(str(uuid) in said.getvalue() for uuid in (answered, one.uuid))
    assert "2 sai lệch" in said.getvalue()


def test_each_figure_opens_its_dossiers_as_they_were_or_the_sheet(
    people: People, answered: UUID, now: datetime
) -> None:
    town = people["town"]
    found = behind.parts(town, answered, "", "tong:B", "received", now)
    parts = {part.slug: part for part in found.parts}

    opened = behind.dossiers_of(town, answered, "", ("phu-son", ""), "received", now)
    told = behind.dossiers_of(town, answered, "", ("phu-son", "con-mo"), "on_time", now)

    assert found.total == sum(part.number for part in found.parts)
    assert parts["ha-lan"].sheet
    assert not parts["ha-lan"].opens
    assert how_many(opened.sought) == parts["phu-son"].number
    assert how_many(told.sought) == told.line.numbers["on_time"]
    refused("no_such_consolidation", lambda: behind.dossiers_of(
        town, answered, "", ("ha-lan", ""), "received", now))  # fmt: skip


def test_nobody_does_what_is_not_theirs(people: People, february: UUID, now: datetime) -> None:
    ward, other, clerk, town = (people[one] for one in ("phu-son", "bac-son", "clerk", "town"))

    for doing in (
        lambda: services.open_round(people["chair"], FEBRUARY, at=now),
        lambda: services.close(ward, february, at=now),
        lambda: answering.confirm(other, february, "phu-son", at=now),
        lambda: answering.confirm(clerk, february, "ha-lan", at=now),
        lambda: answering.confirm(town, february, "phu-son", at=now),
        lambda: answering.enter(other, february, "ha-lan", {}, source="Sổ", at=now),
    ):
        refused("not_your_consolidation", doing)
    for looking in (
        lambda: overview.round_page(ward, february, now),
        lambda: pages.unit_page(other, february, "phu-son", now),
        lambda: pages.unit_page(clerk, february, "phu-son", now),
    ):
        refused("no_such_consolidation", looking)
    assert not pages.unit_page(people["province"], february, "phu-son", now).steps


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("period_backwards", {"to_on": date(2017, 1, 1)}),
        ("consolidation_judged_outside", {"as_of_on": date(2017, 3, 2)}),
        ("consolidation_due_past", {"due_on": date(2017, 3, 1)}),
        ("consolidation_there", {}),
    ],
)
def test_a_round_that_cannot_be_is_refused(
    people: People, february: UUID, now: datetime, code: str, changes: dict[str, Any]
) -> None:
    refused(code, lambda: services.open_round(
        people["town"], replace(FEBRUARY, **changes), at=now))  # fmt: skip
    alone = replace(people["town"], office_id=people["phu-son"].office_id)
    refused("consolidation_nobody_below",
            lambda: services.open_round(alone, FEBRUARY, at=now))  # fmt: skip


def test_nothing_is_confirmed_before_its_day_is_over(people: People, undone: None) -> None:
    early = datetime(2017, 2, 28, 16, 0, tzinfo=timekeeping.now().tzinfo)
    uuid = services.open_round(people["town"], FEBRUARY, at=early)

    refused("consolidation_not_over",
            lambda: answering.confirm(people["phu-son"], uuid, "phu-son", at=early))  # fmt: skip
    refused("consolidation_not_over", lambda: services.close(people["town"], uuid, at=early))
    services.cancel(people["town"], uuid, because="Mở nhầm", at=early)
    assert selectors.owed(people["bac-son"], early) == []


def test_the_command_writes_the_round_of_those_days(
    people: People, answered: UUID, capfdbinary: Any
) -> None:
    asked = ["--office", "bim-son", "--from", "2017-01-01", "--to", "2017-03-31", "--consolidated"]

    commands.run(["phu-luc-ii", *asked])
    told = json.loads(capfdbinary.readouterr().out)
    commands.run(["phu-luc-ii", *asked, "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode())))

    assert told["consolidated"]["missing"] == []
    assert {row["unit"] for row in rows} >= {"Xã Hà Lan", "Phường Ba Đình"}
    refused("no_consolidation_then", lambda: commands.run(["ii-06a", *asked]))
    with pytest.raises(SystemExit) as wrong:
        commands.run(["phu-luc-ii", *asked, "--known-at", "2017-03-30"])
    assert wrong.value.code == 2


FIELDS = ("Hộ tịch", "Đất đai")
COUNTS = st.fixed_dictionaries({name: st.integers(0, 5000) for name in NUMBERS})
LINES = st.dictionaries(
    st.tuples(st.sampled_from(["bim-son", *WARDS]), st.sampled_from(FIELDS)), COUNTS, max_size=9
)


@settings(max_examples=40)
@given(LINES)
def test_a_report_put_together_is_the_sum_of_its_lines(
    now: datetime, lines: Mapping[tuple[str, str], Mapping[str, int]]
) -> None:
    span = Span("ii-06a", FIRST, LAST, JUDGED)
    told = [Line(office, field, field, numbers) for (office, field), numbers in lines.items()]
    town = office_by_slug("bim-son")

    table = FORMS["ii-06a"].made(town, span, told, Told()).table

    for line in table.lines:
        there = FORMS["ii-06a"].behind(town, told, line.key)
        for column in NUMBERS:
            cell = table.cell(line.key, column)
            assert cell is not None
            assert cell.number == sum(one.numbers[column] for one in there)
    assert table.lines[-1].cells[0].number == sum(one.numbers["received"] for one in told)
