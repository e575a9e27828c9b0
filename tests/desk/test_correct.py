"""Sửa lỗi ghi on the screen: what was typed wrong is mended, both readings stay."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from acting import OWNER, press, receive, words


@pytest.fixture
def code(world: Any) -> str:
    return receive(world.as_("clerk"))


def page_of(code: str) -> str:
    return f"/can-bo/ho-so/{code}/sua-loi-ghi"


def drawn(client: Client, code: str) -> dict[str, str]:
    text = client.get(page_of(code)).content.decode()
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', text))
    fields["owner0-kind"], fields["owner0-id_kind"] = "person", "cccd"
    return fields | {"key": str(uuid4()), "reason": "Gõ nhầm"}


def sent(client: Client, code: str, **changes: str) -> HttpResponse:
    given = {name.replace("__", "-"): value for name, value in changes.items()}
    answer: HttpResponse = client.post(page_of(code), drawn(client, code) | given)
    return answer


def test_a_wrong_telephone_is_mended_and_the_history_says_from_what_to_what(
    world: Any, code: str
) -> None:
    clerk = world.as_("clerk")

    answer = sent(clerk, code, owner0__phone="0911 111 111")

    assert answer.status_code == 302, words(answer)
    page = words(clerk.get(f"/can-bo/ho-so/{code}"))
    assert "Điện thoại: 0900000012 → 0911111111" in page
    assert "Gõ nhầm" in page


@pytest.mark.parametrize(
    ("changes", "status", "sentence"),
    [
        ({}, 409, "Chưa sửa gì."),
        ({"owner0__phone": "0911111111", "reason": ""}, 422, "Ghi vì sao sửa"),
        ({"owner0__name": ""}, 422, "Chưa ghi họ và tên."),
        ({"owner0__id_number": "123"}, 422, "12 chữ số"),
        ({"owner0__birth_on": "01/01/2090"}, 422, "ở tương lai"),
    ],
)
def test_bad_input_gets_its_sentence_and_changes_nothing(
    world: Any, code: str, changes: dict[str, str], status: int, sentence: str
) -> None:
    clerk = world.as_("clerk")

    answer = sent(clerk, code, **changes)

    assert answer.status_code == status
    assert sentence in words(answer)
    assert "Sửa lỗi ghi Lê" not in words(clerk.get(f"/can-bo/ho-so/{code}"))
    assert OWNER in words(clerk.get(f"/can-bo/ho-so/{code}"))


def test_a_page_that_grew_stale_is_refused_and_keeps_the_words(world: Any, code: str) -> None:
    clerk = world.as_("clerk")
    form = drawn(clerk, code) | {"owner0-phone": "0911111111"}
    press(clerk, code, "chuyen")

    answer = clerk.post(page_of(code), form)

    assert answer.status_code == 409
    assert 'value="0911111111"' in answer.content.decode()


@pytest.mark.parametrize("username", ["officer", "records", "admin"])
def test_only_the_desk_and_the_leader_mend(world: Any, code: str, username: str) -> None:
    assert world.as_(username).get(page_of(code)).status_code in (403, 404)
    assert world.as_(username).post(page_of(code), {}).status_code in (403, 404)


def test_the_chair_is_offered_it_too(world: Any, code: str) -> None:
    assert world.as_("chair").get(page_of(code)).status_code == 200
