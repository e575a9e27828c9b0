"""The desk's list of what goes by post: numbers typed beside, one list for the post, delivery."""

import re
from typing import Any
from uuid import uuid4

from acting import words
from dossiers.test_posting import ready
from office import Office

PATH = "/can-bo/tra-ket-qua/buu-dien"


def picks(page: Any) -> dict[str, str]:
    return {
        found.split("|")[0]: found
        for found in re.findall(r'name="pick"\s+value="([^"]+)"', page.content.decode())
    }


def key_of(page: Any, form: str) -> str:
    part = page.content.decode().split(f'id="{form}"', 1)[1]
    found = re.search(r'name="key" value="([^"]+)"', part)
    assert found
    return found[1]


def test_ticked_results_go_with_their_numbers_and_a_list_to_sign(
    world: Any, office: Office
) -> None:
    code = ready(office).code
    clerk = world.as_("clerk")
    page = clerk.get(PATH)

    form = {"key": key_of(page, "gui"), "do": "post", "pick": picks(page)[code]}
    unsaid = clerk.post(PATH, form)
    listed = clerk.post(PATH, {**form, f"so-{code}": "EX900VN"}, follow=True)

    assert unsaid.status_code == 409
    assert "Chưa ghi số hiệu bưu gửi." in words(unsaid)
    assert "BẢNG KÊ KẾT QUẢ GIAO BƯU ĐIỆN" in words(listed)
    assert "EX900VN" in words(listed)


def test_what_could_go_went_and_the_rest_keeps_its_tick(world: Any, office: Office) -> None:
    sent, unnumbered = ready(office).code, ready(office).code
    clerk = world.as_("clerk")
    page = clerk.get(PATH)
    pick = [picks(page)[sent], picks(page)[unnumbered]]
    form = {"key": key_of(page, "gui"), "do": "post", "pick": pick, f"so-{sent}": "EX902VN"}

    told = clerk.post(PATH, form)
    again = clerk.post(PATH, {**form, "pick": pick[:1]}, follow=True)

    assert "Mở bảng kê các kết quả đã giao" in words(told)
    assert told.content.decode().count(" checked") == 1
    assert "EX902VN" in words(again)


def test_what_the_post_delivered_is_ticked_and_noted(world: Any, office: Office) -> None:
    code = ready(office).code
    clerk = world.as_("clerk")
    page = clerk.get(PATH)
    form = {"key": key_of(page, "gui"), "do": "post", "pick": picks(page)[code]}
    clerk.post(PATH, {**form, f"so-{code}": "EX901VN"})
    page = clerk.get(PATH)

    form = {"key": key_of(page, "phat"), "do": "delivered", "pick": picks(page)[code]}
    done = clerk.post(PATH, form, follow=True)

    assert code not in picks(done)
    assert "đã trả kết quả" in words(clerk.get(f"/can-bo/ho-so/{code}"))


def test_a_result_that_goes_by_post_is_not_asked_after(world: Any, office: Office) -> None:
    dossier = ready(office)

    assert dossier.code not in words(world.as_("clerk").get("/can-bo/tra-ket-qua/chua-nhan"))


def test_what_owes_a_fee_does_not_leave_by_post(world: Any, office: Office) -> None:
    dossier = ready(office, fee_vnd=50_000)
    clerk = world.as_("clerk")
    page = clerk.get(PATH)

    form = {"key": key_of(page, "gui"), "do": "post", "pick": picks(page)[dossier.code]}
    listed = clerk.post(PATH, {**form, f"so-{dossier.code}": "EX903VN"})
    alone = clerk.post(
        f"/can-bo/ho-so/{dossier.code}/giao-buu-dien",
        {"key": str(uuid4()), "seq": dossier.head_seq, "tracking": "EX903VN"},
    )

    for told in (listed, alone):
        assert told.status_code == 409
        assert "Còn phí, lệ phí 50.000" in words(told)
    assert not dossier.events.filter(kind="result_posted").exists()
