"""Editions of the calendar as rows: entered by a person, shipped, or an office's own."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from motcua.core.clock import VN, Calendar, Note, YearDays, lines_of, with_year, year_of
from motcua.core.clock.years import Line
from motcua.core.refusal import Refused
from motcua.organization import calendars, loading, selectors
from motcua.organization.models import CalendarEdition
from motcua.organization.selectors import calendar_of, office_by_slug
from motcua.organization.services.calendars import Announced, add_edition
from motcua.organization.services.hours import DeskHours, keep_hours
from office import Office
from world import World

AT = datetime(2026, 11, 10, 9, 0, tzinfo=VN)
SOURCE = "Văn bản số 5/TB-BNV ngày 5/11/2026, Bộ Nội vụ"
SHIPPED = calendars.national_calendar()
STORM = date(2027, 3, 10)


def announced(*more: Line, year: int = 2027, **changes: object) -> Announced:
    days = year_of(calendars.national(), year)
    asked = Announced(year, (*lines_of(days.off), *more), lines_of(days.work), SOURCE, True)
    return replace(asked, **changes)  # type: ignore[arg-type]


def add(office: Office, asked: Announced) -> str:
    base = calendars.national().edition
    return add_edition(asked, base=base, at=AT, by=office.people["admin"])


def newer_file(monkeypatch: pytest.MonkeyPatch, calendar: Calendar) -> None:
    """The program comes with another file."""
    monkeypatch.setattr(loading, "national_calendar", lambda: calendar)
    monkeypatch.setattr(calendars, "national_calendar", lambda: calendar)
    loading._load_calendar()
    selectors.forget()


@pytest.fixture(autouse=True)
def fresh(world: World) -> Iterator[None]:
    """Each test begins with the shipped calendar alone."""
    yield
    CalendarEdition.objects.exclude(pk=CalendarEdition.objects.order_by("id")[0].pk).delete()
    selectors.forget()


def test_a_year_entered_counts_at_once_with_who_and_on_what_paper(office: Office) -> None:
    edition = add(office, announced(Line(STORM, STORM, "nghỉ bão")))

    row = calendars.editions_of(office_by_slug("bim-son").id)[0]
    assert calendars.national().edition == edition
    assert calendars.national().off[STORM] == Note("nghỉ bão", SOURCE)
    assert calendars.national().confirmed_until == date(2027, 12, 31)
    assert (row.edition, row.current, row.office, row.year) == (edition, True, "", 2027)
    assert (row.source, row.account) == (SOURCE, office.people["admin"].account_uuid)


def test_the_edition_before_stays_as_it_was(office: Office) -> None:
    before = calendars.national()

    add(office, announced(Line(STORM, STORM, "nghỉ bão")))

    kept = selectors.calendar_by_edition(before.edition)
    assert (STORM in kept.off, kept.confirmed_until) == (False, date(2026, 12, 31))


def test_a_day_that_stands_as_confirmed_keeps_its_source(office: Office) -> None:
    day = Line(date(2026, 12, 24), date(2026, 12, 24), "nghỉ thêm")

    add(office, announced(day, year=2026))

    off = calendars.national().off
    assert off[date(2026, 11, 24)] == SHIPPED.off[date(2026, 11, 24)]
    assert off[date(2026, 12, 24)].source == SOURCE


def test_an_expected_day_takes_the_paper_that_announced_it(office: Office) -> None:
    add(office, announced())

    assert calendars.national().off[date(2027, 2, 8)].source == SOURCE


REFUSED = {
    "calendar_year_over": {"year": 2025},
    "calendar_year_too_far": {"year": 2029},
    "calendar_no_days": {"off": ()},
    "calendar_no_source": {"source": " "},
    "calendar_no_reason": {"off": (Line(STORM, STORM, " "),)},
    "calendar_other_year": {"off": (Line(date(2028, 1, 1), date(2028, 1, 1), "nghỉ"),)},
    "calendar_not_a_weekend": {"work": (Line(STORM, STORM, "làm bù"),)},
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_is_refused_and_writes_nothing(office: Office, code: str) -> None:
    before = CalendarEdition.objects.count()

    with pytest.raises(Refused) as refused:
        add(office, announced(**REFUSED[code]))  # type: ignore[arg-type]

    assert refused.value.code == code
    assert CalendarEdition.objects.count() == before


def test_a_year_is_confirmed_after_the_one_before_it(office: Office) -> None:
    new_year = Line(date(2028, 1, 1), date(2028, 1, 1), "nghỉ Tết Dương lịch")
    later = announced(year=2028, off=(new_year,))

    with pytest.raises(Refused, match="calendar_year_before_open"):
        add(office, later)
    add(office, announced())
    add(office, later)

    assert calendars.national().confirmed_until == date(2028, 12, 31)


def test_a_newer_file_leaves_what_a_person_entered_and_brings_the_rest(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, announced(Line(STORM, STORM, "nghỉ bão")))
    theirs = year_of(SHIPPED, 2027)
    other = date(2027, 9, 1)
    newer = with_year(
        SHIPPED,
        YearDays(2027, {**theirs.off, other: Note("nghỉ Quốc khánh", "tệp mới")}, {}),
        confirmed=True,
    )
    newer = with_year(
        newer, YearDays(2028, {date(2028, 1, 3): Note("nghỉ bù", "tệp mới")}, {}), confirmed=False
    )

    newer_file(monkeypatch, newer)

    now = calendars.national()
    assert STORM in now.off
    assert other not in now.off
    assert date(2028, 1, 3) in now.off
    assert now.confirmed_until == date(2027, 12, 31)
    said = {one.day: (one.ours, one.shipped) for one in calendars.calendar_differences()}
    assert said == {
        STORM: ("nghỉ bão", "ngày thường"),
        other: ("ngày thường", "nghỉ Quốc khánh"),
    }


def test_without_anything_entered_a_newer_file_counts_whole(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = year_of(SHIPPED, 2027)
    off = {**theirs.off, STORM: Note("nghỉ bão", "tệp mới")}

    newer_file(monkeypatch, with_year(SHIPPED, YearDays(2027, off, {}), confirmed=True))

    assert STORM in calendars.national().off
    assert calendars.calendar_differences() == ()


def test_an_office_with_hours_of_its_own_keeps_them_and_takes_the_new_days(office: Office) -> None:
    ward = office_by_slug("ba-dinh").id
    hours = DeskHours(((time(7), time(11)), (time(13), time(17))))
    keep_hours(ward, hours, at=AT, by=office.people["admin"])

    add(office, announced(Line(STORM, STORM, "nghỉ bão")))

    own = calendar_of(ward)
    assert own.edition.startswith("own-")
    assert (own.sessions[0], STORM in own.off) == (((420, 660), (780, 1020)), True)
    assert calendars.edition_source(own.edition) == SOURCE
    assert json.dumps(CalendarEdition.objects.get(edition=own.edition).document)


def test_hours_changed_after_a_year_was_entered_stand_on_it(office: Office) -> None:
    add(office, announced(Line(STORM, STORM, "nghỉ bão")))
    ward = office_by_slug("ba-dinh").id

    hours = DeskHours(((time(7), time(11)), (time(13), time(17))))
    keep_hours(ward, hours, at=AT, by=office.people["admin"])

    assert STORM in calendar_of(ward).off
