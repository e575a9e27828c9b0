"""The page of what is done while one waits: filled but for the name, ready for the next person."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from acting import words

PAGE = "/can-bo/lam-ngay"
NAME = "Lê Thị Chứng Mẫu"


def drawn(client: Client, address: str = PAGE) -> dict[str, str]:
    """The form as it stands on the page."""
    text = client.get(address).content.decode()
    following = re.search(r'<input[^>]*name="number"[^>]*placeholder="(\d+)"', text)
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', text))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)".*?>(.*?)</select>', text, re.S):
        chosen = re.search(r'value="([^"]*)"[^>]*selected', options)
        first = re.search(r'value="([^"]*)"', options)
        fields[name] = (chosen or first or [""] * 2)[1]
    return {
        **fields,
        "cash": "on",
        "number": "",
        "following": following[1] if following else "",
        "key": str(uuid4()),
    }


def sent(client: Client, **changes: str) -> HttpResponse:
    answer: HttpResponse = client.post(PAGE, {**drawn(client), "name": NAME, **changes})
    return answer


def test_a_name_is_all_that_is_missing(world: Any) -> None:
    clerk = world.as_("clerk")

    answer = sent(clerk)

    assert answer.status_code == 302
    page = words(clerk.get(PAGE))
    assert NAME in page
    assert re.search(r"Đã làm xong hồ sơ \S+, số 1 quyển 01/2017\.", page)
    assert "name" not in answer["Location"]


def test_the_next_form_keeps_procedure_and_signer_and_takes_the_next_number(world: Any) -> None:
    clerk = world.as_("clerk")
    first = drawn(clerk)

    answer = sent(clerk, book="05/2017")
    following = drawn(clerk, answer["Location"])

    assert (following["procedure"], following["signer"]) == (first["procedure"], first["signer"])
    assert (following["book"], following["following"]) == ("05/2017", "2")
    assert following.get("name", "") == ""


def test_thirty_in_a_row_take_thirty_numbers(world: Any) -> None:
    clerk = world.as_("clerk")
    before = drawn(clerk)

    for _ in range(30):
        assert sent(clerk).status_code == 302

    assert int(drawn(clerk)["following"]) == int(before["following"]) + 30


def offered(client: Client) -> list[str]:
    """The procedures the page offers."""
    text = client.get(PAGE).content.decode()
    options = re.search(r'<select[^>]*name="procedure".*?</select>', text, re.S)
    return re.findall(r'value="([^"]+)"', options[0] if options else "")


def test_each_procedure_is_written_in_a_book_of_its_own(world: Any) -> None:
    clerk = world.as_("clerk")
    books = []

    for slug in offered(clerk)[:3]:
        page = drawn(clerk, f"{PAGE}?procedure={slug}")
        answer = clerk.post(PAGE, {**page, "name": NAME})
        assert answer.status_code == 302
        books.append(drawn(clerk, answer["Location"])["book"])

    assert len(set(books)) == 3


def test_another_procedure_draws_its_book_and_number_and_keeps_what_was_typed(world: Any) -> None:
    clerk = world.as_("clerk")
    first, second = offered(clerk)[:2]
    sent(clerk, procedure=second, drawn=second, book="77/2017", number="41")
    page = drawn(clerk, f"{PAGE}?procedure={first}")

    answer = clerk.post(PAGE, {**page, "do": "procedure", "procedure": second, "name": NAME})

    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="77/2017"' in text
    assert 'placeholder="42"' in text
    assert f'value="{NAME}"' in text
    assert "field--error" not in text


def test_without_a_script_a_changed_procedure_is_shown_with_its_book_before_it_is_done(
    world: Any,
) -> None:
    clerk = world.as_("clerk")
    first, second = offered(clerk)[:2]
    sent(clerk, procedure=second, drawn=second, book="78/2017")
    page = drawn(clerk, f"{PAGE}?procedure={first}")

    answer = clerk.post(PAGE, {**page, "procedure": second, "name": NAME})

    assert answer.status_code == 200
    assert "Thủ tục vừa đổi" in words(answer)
    assert 'value="78/2017"' in answer.content.decode()


def test_the_number_hinted_is_the_next_of_the_book_typed(world: Any) -> None:
    clerk = world.as_("clerk")
    sent(clerk, book="79/2017", number="8")

    answer = sent(clerk, book="79/2017", name="")

    assert answer.status_code == 422
    assert 'placeholder="9"' in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", " ", "Chưa ghi họ và tên."),
        ("name", "Mẫu " * 2500, "nhiều nhất 200"),
        ("copies", "0", "Số bản"),
        ("pages", "1,5", "Số trang là số, ghi như 1.500."),
        ("number", "không", "Số vào sổ là số"),
        ("signer", "ai-do", "Người này không còn giữ chức."),
        ("procedure", "khong-co", "Thủ tục này không làm ngay được."),
    ],
)
def test_bad_input_gets_its_sentence_and_keeps_what_was_typed(
    world: Any, field: str, typed: str, sentence: str
) -> None:
    clerk = world.as_("clerk")
    before = drawn(clerk)["following"]

    answer = sent(clerk, **{"book": "01/2017", "copies": "7", field: typed})

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert field == "copies" or 'value="7"' in answer.content.decode()
    assert drawn(clerk)["following"] == before


def test_a_number_already_used_is_told_with_the_next_one_free(world: Any) -> None:
    clerk = world.as_("clerk")
    sent(clerk, book="06/2017", number="3")

    answer = sent(clerk, book="06/2017", number="3")

    assert answer.status_code == 409
    assert "Số 3 của quyển này đã dùng. Số tiếp theo là 4." in words(answer)
    assert f'value="{NAME}"' in answer.content.decode()


def test_pressing_twice_does_it_once(world: Any) -> None:
    clerk = world.as_("clerk")
    form = {**drawn(clerk), "name": NAME}

    first, second = clerk.post(PAGE, form), clerk.post(PAGE, form)

    assert [first.status_code, second.status_code] == [302, 302]
    assert int(drawn(clerk)["following"]) == int(form["following"]) + 1


@pytest.mark.parametrize("username", ["officer", "chair", "admin", "above"])
def test_only_the_desk_does_it(world: Any, username: str) -> None:
    other = world.as_(username)

    assert other.get(PAGE).status_code == 403
    assert other.post(PAGE, {"name": NAME}).status_code == 403


def test_a_receipt_is_there_for_who_asks_for_it(world: Any) -> None:
    clerk = world.as_("clerk")
    sent(clerk)
    receipt = re.search(r'href="(/can-bo/ho-so/[^"]+\.pdf)"', clerk.get(PAGE).content.decode())

    assert receipt
    assert clerk.get(receipt[1]).content.startswith(b"%PDF")


def test_an_office_without_a_leader_is_told_whom_to_ask(world: Any) -> None:
    assert "Đơn vị chưa có lãnh đạo nào để ký." in words(world.as_("ward").get(PAGE))
