"""What the care page says: what is wrong, and what to do about it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.core.care import GIGABYTE, Health, judge, troubles
from motcua.core.clock import VN

AT = datetime(2026, 11, 25, 9, 0, tzinfo=VN)
DAY = timedelta(days=1)
WELL = Health(
    at=AT,
    disk_free=80 * GIGABYTE,
    disk_total=100 * GIGABYTE,
    backup_at=AT - timedelta(hours=6),
    clock_kept=True,
    written_at=AT - timedelta(minutes=1),
)


def test_a_well_kept_installation_has_nothing_to_be_done() -> None:
    assert troubles(judge(WELL)) == []
    assert {finding.subject for finding in judge(WELL)} == {
        "Ổ đĩa", "Sao lưu", "Đồng hồ", "Tin nhắn", "Việc nền", "Nhật ký máy",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "subject", "state", "todo"),
    [
        ({"disk_free": 4 * GIGABYTE}, "Ổ đĩa", "late", "Làm ngay"),
        ({"disk_free": 10 * GIGABYTE}, "Ổ đĩa", "near", "Xoá bớt"),
        ({"disk_free": GIGABYTE // 2, "disk_total": GIGABYTE}, "Ổ đĩa", "late", "Làm ngay"),
        ({"backup_at": None}, "Sao lưu", "near", "motcua backup"),
        ({"backup_at": AT - timedelta(hours=37)}, "Sao lưu", "late", "motcua backup"),
        ({"backup_failed_at": AT}, "Sao lưu", "late", "ổ đĩa còn chỗ"),
        ({"backup_at": None, "backup_failed_at": AT}, "Sao lưu", "late", "ổ đĩa còn chỗ"),
        ({"clock_kept": False}, "Đồng hồ", "near", "timedatectl"),
        ({"written_at": AT + timedelta(hours=1)}, "Đồng hồ", "late", "Chỉnh lại ngày giờ"),
        ({"mail_held": 2}, "Tin nhắn", "near", "--release"),
        ({"mail_failing": "3 tin không gửi được."}, "Tin nhắn", "late", "gửi thử"),
        ({"mail_late": 4}, "Tin nhắn", "late", "Khởi động lại"),
        ({"mail_for_a_person": 2}, "Tin nhắn", "near", "motcua.conf"),
        ({"jobs_held": 1}, "Việc nền", "near", "--release"),
        ({"jobs_failed": 3}, "Việc nền", "near", "log/motcua.log"),
        ({"jobs_oldest_at": AT - timedelta(hours=1)}, "Việc nền", "late", "Khởi động lại"),
        ({"keys_until": [("UBND", AT - DAY), ("A", AT + 99 * DAY)]}, "Khoá ký số", "late", "thay"),
        ({"keys_until": [("UBND", AT + 30 * DAY)]}, "Khoá ký số", "near", "Xin nơi cấp"),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(
    change: dict[str, Any], subject: str, state: str, todo: str
) -> None:
    (finding,) = troubles(judge(replace(WELL, **change)))

    assert (finding.subject, finding.state) == (subject, state)
    assert todo in finding.todo


def test_waiting_mail_and_an_unknown_clock_are_no_trouble() -> None:
    assert troubles(judge(replace(WELL, mail_waiting=5, clock_kept=None))) == []


def test_the_worst_stands_first() -> None:
    found = troubles(judge(replace(WELL, clock_kept=False, disk_free=GIGABYTE)))

    assert [finding.state for finding in found] == ["late", "near"]


def test_a_key_is_told_of_from_thirty_days_before_its_end_on() -> None:
    ends = [("UBND phường Mẫu", AT + 31 * DAY), ("Nguyễn Văn Nóc Mẫu", AT + 400 * DAY)]

    (well,) = (one for one in judge(replace(WELL, keys_until=ends)) if one.subject == "Khoá ký số")

    assert (well.state, well.what) == (
        "done", "2 khoá. Hết hạn sớm nhất: UBND phường Mẫu, 09:00 26/12/2026.",
    )  # fmt: skip
