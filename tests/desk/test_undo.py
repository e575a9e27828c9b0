"""Hoàn tác on the screen: a link after the act, a question, one press, and the dossier is back."""

import re
from typing import Any

import pytest

from acting import press, receive, words


@pytest.fixture
def suspended(world: Any) -> str:
    """A dossier the case officer has just suspended."""
    code = receive(world.as_("clerk"))
    press(world.as_("clerk"), code, "chuyen")
    world.as_("officer").get(f"/can-bo/ho-so/{code}")
    fields = {"document": "7/TB", "reason": "nvtc", "note": "Chờ đo đạc"}
    answer = press(world.as_("officer"), code, "tam-dung", **fields)
    assert answer.status_code == 302, words(answer)
    return code


def test_the_line_after_an_act_leads_to_its_undoing(world: Any, suspended: str) -> None:
    officer = world.as_("officer")
    page = officer.get(f"/can-bo/ho-so/{suspended}").content.decode()

    assert re.search(rf'class="toast".*?href="/can-bo/ho-so/{suspended}/hoan-tac"', page, re.S)
    asked = officer.get(f"/can-bo/ho-so/{suspended}/hoan-tac")
    assert "Hoàn tác việc vừa làm? Lịch sử vẫn ghi cả hai lần." in words(asked)


def test_it_is_undone_and_the_history_tells_it(world: Any, suspended: str) -> None:
    officer = world.as_("officer")

    answer = press(officer, suspended, "hoan-tac")

    assert answer.status_code == 302, words(answer)
    page = words(officer.get(f"/can-bo/ho-so/{suspended}"))
    assert "Đã hoàn tác, hồ sơ như trước" in page
    assert "Đã rút lại: Tạm dừng" in page


def test_others_are_not_offered_it_and_a_direct_post_is_refused(world: Any, suspended: str) -> None:
    head = world.as_("head")

    page = head.get(f"/can-bo/ho-so/{suspended}").content.decode()
    answer = press(head, suspended, "hoan-tac", seq="5", key="")

    assert "/hoan-tac" not in page
    assert answer.status_code in (403, 409)
