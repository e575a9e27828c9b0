"""What waits to be received, at the desk: kept, listed with its clock, found again, received."""

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from acting import OWNER, intake, words

COUNTER = "/can-bo/tiep-nhan"
LIST = "/can-bo/cho-kiem-tra"
REFERENCE = re.compile(r"HT-[34679CFHJKMNPRTVX]{8}")


def reference(text: str) -> str:
    found = REFERENCE.search(text)
    assert found, text[:2000]
    return found[0]


def asked(clerk: Any, **changes: str) -> Any:
    """Told what it lacks: its first paper."""
    form = {"p1-given": "", "pick1": "on", "problem1": "Chưa có chữ ký", "remedy1": "Ký rồi nộp"}
    return clerk.post(COUNTER, intake(do="ask-now", **{**form, **changes}), follow=True)


def sent(clerk: Any, **changes: str) -> Any:
    return clerk.post(COUNTER, intake(do="submit", channel="post", **changes), follow=True)


def resumed(clerk: Any, code: str) -> dict[str, str]:
    """The form as the page of what waits gives it back."""
    page = clerk.get(f"{COUNTER}?ho-so={code}").content.decode()
    before = re.search(r'name="before" value="([^"]+)"', page)
    assert before, page[:3000]
    return {"before": before[1]}


def tab(client: Any) -> int | None:
    """How much waits to be looked at, as the tabs of the inbox say."""
    page = client.get("/can-bo/hop-viec").content.decode()
    found = re.search(r'id="tab-arriving"[^>]*>Chờ kiểm tra <span>(\d+)<', page)
    return int(found[1]) if found else None


def test_what_came_by_post_is_kept_with_a_clock_of_eight_working_hours(world: Any) -> None:
    clerk = world.as_("clerk")

    listed = sent(clerk, **{"p1-given": ""})

    code = reference(words(listed))
    shown = words(clerk.get(LIST))
    assert code in shown
    assert "qua bưu chính" in shown
    assert words(clerk.get(f"{COUNTER}?ho-so={code}")).count(code) == 1
    assert tab(clerk) == 1
    assert tab(world.as_("officer")) is None


def test_what_is_at_the_counter_is_not_sent_in(world: Any) -> None:
    answer = world.as_("clerk").post(COUNTER, intake(do="submit"))

    assert answer.status_code == 422
    assert "Hồ sơ nộp tại quầy thì tiếp nhận ngay." in words(answer)


def test_it_is_opened_at_the_counter_as_it_was_told_and_received(world: Any) -> None:
    clerk = world.as_("clerk")
    code = reference(words(sent(clerk)))
    page = clerk.get(f"{COUNTER}?ho-so={code}").content.decode()

    done = clerk.post(COUNTER, intake(**resumed(clerk, code)), follow=True)

    assert OWNER in page
    assert "da-nhan" in done.redirect_chain[-1][0]
    assert code not in words(clerk.get(LIST))
    assert clerk.get(f"{COUNTER}?ho-so={code}").status_code == 404


def test_the_owner_gets_a_paper_with_what_is_missing_and_the_reference(world: Any) -> None:
    clerk = world.as_("clerk")
    told = asked(clerk, reply_by="28/04/2017")
    code = reference(words(told))
    letter = re.search(r'href="([^"]+/giay-to/[^"]+)"', told.content.decode())
    assert letter

    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(clerk.get(letter[1]).content)).pages
    )

    flat = " ".join(text.split())
    assert code in flat
    assert "chưa đủ để tiếp nhận" in flat
    assert "Chưa có chữ ký" in flat
    assert "28/04/2017" in flat
    assert "Hồ sơ của ông/bà được tiếp nhận" not in flat


def test_who_comes_back_is_found_by_name_by_number_and_by_the_barcode(world: Any) -> None:
    clerk = world.as_("clerk")
    code = reference(words(asked(clerk, **{"o0-name": "Cao Thị Quay Lại Mẫu"})))

    for typed in ("quay lai mau", code.lower(), "038000000012"):
        assert code in words(clerk.post(LIST, {"words": typed})), typed
    assert "Không tìm thấy ai" in words(clerk.post(LIST, {"words": "không có ai tên này"}))
    assert clerk.post("/can-bo/tim", {"words": code}, follow=True).status_code == 200


def test_asking_needs_a_paper_and_what_is_wrong_with_it_and_keeps_what_was_typed(
    world: Any,
) -> None:
    clerk = world.as_("clerk")

    answer = asked(clerk, pick1="", **{"o0-name": "Cao Thị Còn Nguyên Mẫu"})

    assert answer.status_code == 422
    assert "Chọn ít nhất một giấy tờ cần bổ sung." in words(answer)
    assert "Cao Thị Còn Nguyên Mẫu" in answer.content.decode()


def test_what_waits_is_refused_from_the_same_form(world: Any) -> None:
    clerk = world.as_("clerk")
    code = reference(words(asked(clerk)))
    form = intake(do="refuse-now:refuse", reason="Không quay lại.", **resumed(clerk, code))

    refused = clerk.post(COUNTER, form, follow=True)

    assert "PHIẾU TỪ CHỐI" in words(refused)
    assert code not in words(clerk.get(LIST))


def test_another_offices_desk_does_not_see_it(world: Any) -> None:
    code = reference(words(asked(world.as_("clerk"))))
    ward = world.as_("ward")

    assert code not in words(ward.get(LIST))
    assert ward.get(f"{COUNTER}?ho-so={code}").status_code == 404
    assert ward.get(f"/can-bo/ho-so/{code}").status_code == 404
