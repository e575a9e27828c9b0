"""The derivation as the desk tells it: few lines, nothing lost."""

from datetime import datetime

from motcua.core.clock import VN, Allowance, Pause, deadline, national_calendar
from motcua.desk.derivation import lines, skipped_words, total_minutes


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def test_weekends_and_nights_are_folded_and_a_holiday_keeps_its_row() -> None:
    calendar = national_calendar()
    due = deadline(calendar, Allowance("working_days", 15), moment("2017-03-31T09:42"))

    found = lines(due.stretches, calendar, moment("2017-03-31T09:42"))

    assert [line.counted for line in found] == [True, False, True]
    assert total_minutes(found) == 15 * 8 * 60
    assert found[0].now
    assert found[0].weekends
    assert found[-1].end == due.due_at == moment("2017-04-24T09:42")


def test_what_was_skipped_is_said_in_one_breath() -> None:
    calendar = national_calendar()
    due = deadline(calendar, Allowance("working_days", 15), moment("2017-03-31T09:42"))

    said = skipped_words(due.stretches)

    assert said.startswith("8 ngày cuối tuần và ")
    assert said.endswith("06/04")


def test_a_pause_keeps_its_row_and_the_counted_minutes_still_add_up() -> None:
    calendar = national_calendar()
    pause = Pause(moment("2017-03-23T15:10"), moment("2017-03-29T09:00"), "chờ bổ sung", "37/HDHS")
    due = deadline(calendar, Allowance("working_days", 15), moment("2017-03-20T08:40"), [pause])

    found = lines(due.stretches, calendar, moment("2017-03-30T14:00"))

    assert "37/HDHS" in found[1].source
    assert not found[1].counted
    assert total_minutes(found) == 15 * 8 * 60
    assert sum(line.now for line in found) == 1


def test_an_open_pause_ends_the_way_without_an_end() -> None:
    calendar = national_calendar()
    pause = Pause(moment("2017-03-23T15:10"), None, "chờ bổ sung", "37/HDHS")
    due = deadline(calendar, Allowance("working_days", 15), moment("2017-03-20T08:40"), [pause])

    found = lines(due.stretches, calendar, moment("2017-03-30T14:00"))

    assert found[-1].end is None
    assert found[-1].now


def test_a_term_in_days_says_days() -> None:
    calendar = national_calendar()
    due = deadline(calendar, Allowance("working_days_civil", 5), moment("2017-01-24T10:00"))

    found = lines(due.stretches, calendar, moment("2017-01-24T10:00"))

    assert sum(line.days for line in found if line.counted) == 5
    assert all(line.minutes is None for line in found)
