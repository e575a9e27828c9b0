"""What the care page says of an installation: each subject well, near its limit, or beyond it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.core.care import GIGABYTE, Health, judge, troubles
from motcua.core.clock import VN

NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
WELL = Health(NOW, 50 * GIGABYTE, 100 * GIGABYTE, backup_at=NOW - timedelta(hours=8))


def test_of_a_well_installation_every_subject_is_told_and_none_is_trouble() -> None:
    findings = judge(WELL)

    assert [finding.subject for finding in findings] == [
        "Ổ đĩa", "Sao lưu", "Đồng hồ", "Tin nhắn", "Việc nền", "Nhật ký máy",
    ]  # fmt: skip
    assert troubles(findings) == []


@pytest.mark.parametrize(
    ("changes", "subject", "state", "words"),
    [
        ({"disk_free": 4 * GIGABYTE}, "Ổ đĩa", "late", "còn 4,0 GB trên 100,0 GB"),
        ({"disk_free": 900_000_000, "disk_total": GIGABYTE}, "Ổ đĩa", "late", "900 MB"),
        ({"disk_free": 14 * GIGABYTE}, "Ổ đĩa", "near", "còn 14,0 GB"),
        ({"disk_free": 0, "disk_total": 0}, "Ổ đĩa", "late", "Sắp không ghi được"),
        ({"backup_at": None}, "Sao lưu", "near", "Chưa có bản sao lưu"),
        ({"backup_at": NOW - timedelta(hours=37)}, "Sao lưu", "late", "đã cũ: 20:42 29/03/2017"),
        ({"backup_failed_at": NOW}, "Sao lưu", "late", "Bản tốt gần nhất: 01:42 31/03/2017"),
        ({"backup_failed_at": NOW, "backup_at": None}, "Sao lưu", "late", "Chưa có bản tốt"),
        ({"written_at": NOW + timedelta(minutes=6)}, "Đồng hồ", "late", "09:48 31/03/2017"),
        ({"clock_kept": False}, "Đồng hồ", "near", "không được chỉnh theo mạng"),
        ({"mail_held": 3}, "Tin nhắn", "near", "3 tin được giữ lại"),
        ({"jobs_held": 2}, "Việc nền", "near", "2 việc được giữ lại"),
        ({"jobs_failed": 4}, "Việc nền", "near", "4 việc nền đã hỏng"),
        ({"jobs_oldest_at": NOW - timedelta(hours=1)}, "Việc nền", "late", "từ 08:42 31/03/2017"),
    ],
)
def test_what_is_not_well_is_named_with_what_to_do(
    changes: dict[str, Any], subject: str, state: str, words: str
) -> None:
    (found,) = troubles(judge(replace(WELL, **changes)))

    assert (found.subject, found.state) == (subject, state)
    assert words in found.what
    assert found.todo


def test_a_backup_that_failed_before_the_last_good_one_is_forgotten() -> None:
    failed = replace(WELL, backup_failed_at=NOW - timedelta(hours=9), clock_kept=True)

    assert troubles(judge(failed)) == []


def test_messages_may_wait_while_there_is_no_channel() -> None:
    (mail,) = [f for f in judge(replace(WELL, mail_waiting=5)) if f.subject == "Tin nhắn"]

    assert (mail.state, "5 tin đang đợi" in mail.what) == ("done", True)


def test_the_worst_comes_first() -> None:
    findings = judge(replace(WELL, clock_kept=False, jobs_oldest_at=NOW - timedelta(days=1)))

    assert [finding.state for finding in troubles(findings)] == ["late", "near"]
