"""More than one at a time: the same person again, one agent with many, slips printed together."""

import io
import re
from typing import Any

import pytest
from django.http import HttpResponse
from pypdf import PdfReader

from acting import OWNER, intake, receive, words

COUNTER = "/can-bo/tiep-nhan"
EXTEND = "tx-gia-han-gpxd"
AGENT = {
    "by_other": "1",
    "s-name": "Trần Văn Nộp Mẫu",
    "s-id_number": "038000000777",
    "s-phone": "0900000777",
    "s-authorisation": "Số 5, ngày 30/03/2017",
}


def drawn(answer: HttpResponse) -> dict[str, str]:
    """The fields of the counter's form as they stand in the page."""
    page = answer.content.decode()
    fields = {}
    for tag in re.findall(r"<input\b[^>]*>", page, flags=re.S):
        name, text = (re.search(rf'\b{a}="([^"]*)"', tag) for a in ("name", "value"))
        if name and 'type="radio"' not in tag and 'type="checkbox"' not in tag:
            fields[name[1]] = text[1] if text else ""
    return fields


def again(clerk: Any, code: str, what: str = "person", together: str = "") -> HttpResponse:
    """Press one of the buttons for the same person on the page of what was just received."""
    answer: HttpResponse = clerk.post(COUNTER, {"do": f"more:{what}:{code}", "together": together})
    return answer


def test_the_next_dossier_of_the_same_person_needs_only_its_procedure(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **AGENT)

    form = drawn(again(clerk, code))

    assert form["o0-name"] == OWNER
    assert form["o0-id_number"] == "038000000012"
    assert form["o0-address"] == "Khu phố 5, phường Ba Đình"
    assert form["s-name"] == "Trần Văn Nộp Mẫu"
    assert form["by_other"] == "1"
    assert form["procedure"] == ""


def test_the_person_stays_while_the_procedure_is_chosen(world: Any) -> None:
    clerk = world.as_("clerk")
    begun = drawn(again(clerk, receive(clerk, **AGENT)))

    picked = drawn(clerk.post(COUNTER, {**begun, "do": f"pick:{EXTEND}"}))

    assert picked["procedure"] == EXTEND
    assert picked["o0-name"] == OWNER
    assert picked["s-name"] == "Trần Văn Nộp Mẫu"


def test_nothing_of_the_person_travels_in_an_address(world: Any) -> None:
    clerk = world.as_("clerk")
    first = receive(clerk)
    begun = drawn(again(clerk, first))

    answer = clerk.post(COUNTER, intake(EXTEND, together=begun["together"]))

    assert answer["Location"].endswith(f"/da-nhan?cung={first}")
    assert "038000000012" not in answer["Location"]


def test_slips_of_one_person_are_one_pdf_a_sheet_each(world: Any) -> None:
    clerk = world.as_("clerk")
    first = receive(clerk)
    second = receive(clerk, slug=EXTEND, together=first)
    shown = clerk.get(f"/can-bo/ho-so/{second}/da-nhan?cung={first}")

    link = re.search(r'href="(/can-bo/tiep-nhan/giay-hen\.pdf[^"]*)"', shown.content.decode())
    assert link
    made = clerk.get(link[1].replace("&amp;", "&"))

    assert "In cả 2 giấy hẹn" in words(shown)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages]
    assert len(pages) == 2
    assert first in pages[0]
    assert second in pages[1]


def test_an_agent_with_twenty_dossiers_is_written_down_once(world: Any) -> None:
    clerk = world.as_("clerk")
    codes = [receive(clerk, **AGENT)]
    together = ""
    for number in range(1, 20):
        form = drawn(again(clerk, codes[-1], "agent", together))
        assert form["s-id_number"] == "038000000777"
        assert form["o0-name"] == ""
        assert form["s-authorisation"] == ""
        kept = {name: form[name] for name in form if name.startswith("s-")}
        together = form["together"]
        owner = {
            "o0-name": f"Phạm Thị Chủ {number} Mẫu",
            "o0-id_number": f"0380000055{number:02d}",
            "s-authorisation": f"Số {number}, ngày 30/03/2017",
        }
        codes.append(receive(clerk, **{**kept, "by_other": "1", "together": together, **owner}))

    shown = clerk.get(f"/can-bo/ho-so/{codes[-1]}/da-nhan", {"cung": together})

    assert together.split() == codes[:-1]
    assert "Cùng người nộp: 20 hồ sơ" in words(shown)


def test_another_office_cannot_carry_a_person_over(world: Any) -> None:
    code = receive(world.as_("clerk"))

    answer = again(world.as_("ward"), code)

    assert answer.status_code == 404
    assert OWNER not in answer.content.decode()


def test_an_open_dossier_of_the_same_person_and_procedure_is_shown_while_typing(
    world: Any,
) -> None:
    clerk = world.as_("clerk")
    number = "038000004444"
    code = receive(clerk, **{"o0-id_number": number})

    same = clerk.post(f"{COUNTER}/nguoi-nop", intake(**{"o0-id_number": number}))
    other = clerk.post(f"{COUNTER}/nguoi-nop", intake(EXTEND, **{"o0-id_number": number}))

    assert "Người này còn hồ sơ cùng thủ tục" in words(same)
    assert code in words(same)
    assert "Người này còn hồ sơ cùng thủ tục" not in words(other)


def test_an_open_dossier_never_blocks(world: Any) -> None:
    clerk = world.as_("clerk")
    number = "038000005555"
    receive(clerk, **{"o0-id_number": number})

    again_ = clerk.post(COUNTER, intake(**{"o0-id_number": number}))

    assert again_.status_code == 302


def test_without_a_script_it_is_shown_once_and_the_same_button_then_receives(world: Any) -> None:
    clerk = world.as_("clerk")
    number = "038000006666"
    code = receive(clerk, **{"o0-id_number": number})
    form = intake(noscript="1", **{"o0-id_number": number})

    shown = clerk.post(COUNTER, form)
    taken = clerk.post(COUNTER, {**form, "seen": code})

    assert shown.status_code == 200
    assert f'name="seen" value="{code}"' in shown.content.decode()
    assert taken.status_code == 302


@pytest.mark.parametrize("listed", ["", "khong-phai-ma", "; drop"])
def test_slips_of_nothing_are_not_found(world: Any, listed: str) -> None:
    answer = world.as_("clerk").get("/can-bo/tiep-nhan/giay-hen.pdf", {"ma": listed})

    assert answer.status_code == 404


def test_a_slip_of_another_office_is_not_printed(world: Any) -> None:
    code = receive(world.as_("clerk"))

    answer = world.as_("ward").get("/can-bo/tiep-nhan/giay-hen.pdf", {"ma": code})

    assert answer.status_code == 404
