"""What a derivation says, in words; that it adds up is held by the brute force test."""

from datetime import datetime, time

from motcua.core.clock import VN, Allowance, Deadline, Pause, deadline, national_calendar

OFFICE = national_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def told(found: Deadline) -> list[tuple[str, bool, str]]:
    return [(f"{s.start:%d %H:%M}", s.counted, s.reason) for s in found.stretches]


def test_nights_weekends_and_holidays_are_named() -> None:
    found = deadline(OFFICE, Allowance("working_hours", 2), at("2017-01-25T16:30"))

    assert told(found) == [
        ("25 16:30", True, "giờ làm việc"),
        ("25 17:30", False, "ngoài giờ làm việc"),
        ("26 00:00", False, "nghỉ Tết Nguyên đán"),
        ("02 00:00", False, "ngoài giờ làm việc"),
        ("02 07:30", True, "giờ làm việc"),
    ]
    assert "điều 115" in found.stretches[2].source


def test_a_weekend_is_one_stretch() -> None:
    found = deadline(OFFICE, Allowance("working_hours", 1), at("2017-03-11T09:00"))

    assert told(found) == [
        ("11 09:00", False, "cuối tuần"),
        ("13 00:00", False, "ngoài giờ làm việc"),
        ("13 07:30", True, "giờ làm việc"),
    ]


def test_a_swapped_day_and_its_make_up_day_name_each_other() -> None:
    reasons = [
        s.reason
        for s in deadline(OFFICE, Allowance("working_days", 4), at("2019-04-25T10:00")).stretches
    ]

    assert "nghỉ hoán đổi, làm bù ngày 4/5/2019" in reasons
    assert "ngày làm bù cho 29/4/2019" in reasons


def test_the_time_after_the_cutoff_is_shown_and_not_counted() -> None:
    found = deadline(
        OFFICE, Allowance("working_hours", 1), at("2017-03-10T15:30"), cutoff=time(15, 0)
    )

    assert told(found) == [
        ("10 15:30", False, "nhận từ 15:00 trở đi, tính từ ngày làm việc tiếp theo"),
        ("10 17:30", False, "ngoài giờ làm việc"),
        ("11 00:00", False, "cuối tuần"),
        ("13 00:00", False, "ngoài giờ làm việc"),
        ("13 07:30", True, "giờ làm việc"),
    ]


def test_a_pause_is_named_by_its_document_and_an_open_one_is_the_end() -> None:
    pauses = [
        Pause(at("2017-03-06T08:00"), at("2017-03-06T09:00"), "Phiếu số 12", "NĐ 61/2018"),
        Pause(at("2017-03-06T10:00"), None, "Giấy mời số 7"),
    ]

    found = deadline(OFFICE, Allowance("working_hours", 4), at("2017-03-06T07:30"), pauses)

    assert told(found) == [
        ("06 07:30", True, "giờ làm việc"),
        ("06 08:00", False, "tạm dừng: Phiếu số 12"),
        ("06 09:00", True, "giờ làm việc"),
        ("06 10:00", False, "tạm dừng: Giấy mời số 7"),
    ]
    assert found.stretches[1].source == "NĐ 61/2018"
    assert found.stretches[-1].end is None
    assert found.stretches[-1].minutes is None
    assert found.due_at is None


def test_where_an_open_pause_overlaps_the_open_one_is_told_from_its_start() -> None:
    pauses = [
        Pause(at("2017-03-06T08:00"), at("2017-03-08T09:00"), "A"),
        Pause(at("2017-03-06T09:00"), None, "B"),
        Pause(at("2017-03-09T09:00"), None, "C"),
    ]

    found = deadline(OFFICE, Allowance("working_hours", 4), at("2017-03-06T07:30"), pauses)

    assert [reason for _, _, reason in told(found)] == [
        "giờ làm việc",
        "tạm dừng: A",
        "tạm dừng: B",
    ]


def test_a_receipt_within_an_open_pause_has_only_the_pause_to_tell() -> None:
    pauses = [Pause(at("2017-03-01T08:00"))]

    hours = deadline(OFFICE, Allowance("working_hours", 4), at("2017-03-06T07:30"), pauses)
    days = deadline(OFFICE, Allowance("calendar_days", 4), at("2017-03-06T07:30"), pauses)

    assert told(hours) == told(days) == [("06 07:30", False, "tạm dừng")]


def test_the_day_of_receipt_does_not_count_by_the_civil_code() -> None:
    found = deadline(OFFICE, Allowance("working_days_civil", 2), at("2017-03-10T10:00"))

    assert told(found) == [
        ("10 10:00", False, "ngày tiếp nhận, không tính"),
        ("11 00:00", False, "cuối tuần"),
        ("12 00:00", False, "cuối tuần"),
        ("13 00:00", True, "ngày làm việc"),
        ("14 00:00", True, "ngày làm việc"),
    ]


def test_a_last_day_that_is_off_counts_and_the_way_goes_on_to_a_working_day() -> None:
    found = deadline(OFFICE, Allowance("calendar_days", 1), at("2017-03-10T10:00"))

    assert [(counted, reason[:9]) for _, counted, reason in told(found)] == [
        (False, "ngày tiếp"),
        (True, "ngày theo"),
        (False, "cuối tuần"),
        (False, "ngày cuối"),
    ]


def test_days_between_a_late_receipt_and_its_opening_are_told() -> None:
    found = deadline(
        OFFICE, Allowance("calendar_days", 1), at("2017-03-10T16:00"), cutoff=time(15, 0)
    )

    assert [reason for _, _, reason in told(found)] == [
        "nhận từ 15:00 trở đi, tính từ ngày làm việc tiếp theo",
        "cuối tuần",
        "cuối tuần",
        "ngày tiếp nhận, không tính",
        "ngày theo lịch",
    ]


def test_a_same_day_that_is_not_the_same_says_why() -> None:
    pauses = [Pause(at("2017-03-13T10:00"), at("2017-03-14T10:00"), "A")]

    late = deadline(OFFICE, Allowance("same_day"), at("2017-03-10T17:45"), pauses)
    cut = deadline(OFFICE, Allowance("same_day"), at("2017-03-13T16:00"), cutoff=time(15, 0))

    assert told(late) == [
        ("10 17:45", False, "nhận ngoài giờ, tính sang ngày làm việc tiếp theo"),
        ("11 00:00", False, "cuối tuần"),
        ("12 00:00", False, "cuối tuần"),
        ("13 00:00", False, "tạm dừng: A"),
        ("14 00:00", True, "ngày làm việc"),
    ]
    assert [reason[:14] for _, _, reason in told(cut)] == ["nhận từ 15:00 ", "ngày làm việc"]


def test_a_make_up_day_counts_under_its_own_name() -> None:
    found = deadline(OFFICE, Allowance("working_days_civil", 1), at("2026-08-21T10:00"))

    assert told(found)[-1] == ("22 00:00", True, "ngày làm bù cho 31/8/2026")
