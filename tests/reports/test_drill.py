"""The dossiers behind a figure: as many as it says, the late ones with how late and why."""

from collections import Counter
from dataclasses import fields
from datetime import date

import pytest

from motcua.core.clock import working_minutes
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier, Party
from motcua.organization import timekeeping
from motcua.organization.selectors import calendar_of
from motcua.reports.drill import PAGE, Line, behind
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii

QUARTER = (date(2017, 1, 1), date(2017, 3, 31))


@pytest.fixture(scope="module")
def sheet(demo: str) -> PhuLucII:
    return phu_luc_ii("bim-son", *QUARTER, now=timekeeping.now())


def test_every_figure_of_every_row_opens_exactly_its_dossiers(sheet: PhuLucII) -> None:
    for row in sheet.rows:
        for figure in ("received", "on_time", "overdue"):
            found = behind(row.slug, figure, sheet.period)  # type: ignore[arg-type]
            number = getattr(row, figure)
            assert found.count == number
            assert len(found.lines) == min(number, PAGE)
            assert len({line.code for line in found.lines}) == len(found.lines)


def test_the_late_ones_bear_the_reasons_the_sheet_counts(sheet: PhuLucII) -> None:
    lines = behind("bim-son", "overdue", sheet.period).lines

    assert len(lines) == 24
    assert Counter(line.reason for line in lines) == Counter(dict(sheet.overdue_reasons))


def test_a_late_line_says_how_late_in_working_time(sheet: PhuLucII) -> None:
    lines = behind("bim-son", "overdue", sheet.period).lines
    judged_at = sheet.period.judged_at

    for line in lines:
        dossier = Dossier.objects.get(code=line.code)
        end = line.finished_at or judged_at
        assert line.due_at is not None
        assert line.due_at < end
        assert line.late_minutes == working_minutes(
            calendar_of(dossier.office_id), line.due_at, end
        )
        assert line.late_days == line.late_minutes // 480
    assert any(line.finished_at is None for line in lines)
    assert any(line.finished_at for line in lines)


def test_what_is_on_time_is_not_late_by_a_minute(sheet: PhuLucII) -> None:
    for line in behind("bim-son", "on_time", sheet.period).lines:
        assert line.late_minutes == 0
        assert line.reason == ""


def test_a_line_holds_no_person(sheet: PhuLucII) -> None:
    assert {field.name for field in fields(Line)} == {
        "code", "procedure", "received_at", "due_at", "finished_at", "late_minutes", "reason",
        "entered_late",
    }  # fmt: skip
    said = " ".join(map(str, behind("bim-son", "overdue", sheet.period).lines))
    assert [n for n in Party.objects.values_list("name", flat=True).distinct() if n in said] == []


def test_looking_back_what_was_done_later_is_still_open(sheet: PhuLucII) -> None:
    then = phu_luc_ii("bim-son", *QUARTER, now=timekeeping.now(), as_of=date(2017, 2, 15))
    late = behind("bim-son", "overdue", then.period)

    assert 0 < late.count < 24
    assert late.count == then.rows[0].overdue
    assert all(
        line.finished_at is None or line.finished_at <= then.period.judged_at for line in late.lines
    )


def test_an_unknown_office_is_refused(sheet: PhuLucII) -> None:
    with pytest.raises(Refused, match="unknown_office"):
        behind("khong-co", "received", sheet.period)
