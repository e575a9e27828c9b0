"""Handing results out at the desk: scan or look for a person, tick, hand over once."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from acting import words
from motcua.audit.models import AuditRow
from motcua.dossiers import services
from office import OWNER as PERSON
from office import Office
from returning import PATH, hand_over, ready, text_of, tick
from world import PASSWORD

OWNER = PERSON.name
NEIGHBOUR = {
    "collector": "collector",
    "name": "Ngô Văn Rui Mẫu",
    "id_number": "038000000099",
    "relation": "authorised",
    "paper": "Giấy uỷ quyền ngày 12/3/2017",
}


@pytest.fixture(scope="module")
def waiting(office: Office) -> str:
    """A result that stays at the desk all module long."""
    return ready(office)


def stage(world: Any, code: str) -> str:
    """What the dossier's page says it is."""
    page = world.as_("clerk").get(f"/can-bo/ho-so/{code}").content.decode()
    return re.findall(r'<span class="tag[^"]*">([^<]*)</span>', page)[0]


def test_a_scanned_slip_leads_to_one_button_and_the_result_is_gone(
    world: Any, office: Office
) -> None:
    clerk, code = world.as_("clerk"), ready(office)

    scanned = clerk.post(PATH, {"words": code})
    done = hand_over(clerk, code)

    assert "Trả 1 kết quả" in words(scanned)
    assert "Phí, lệ phí còn phải thu: 75.000 ₫" in words(scanned).replace("\xa0", " ")
    assert code not in str(scanned.headers)
    assert done.status_code == 302
    said = words(clerk.get(done["Location"]))
    assert "Đã trả 1 kết quả" in said
    assert f"Chủ hồ sơ: {OWNER}" in said
    assert stage(world, code) == "đã trả kết quả"


@pytest.mark.parametrize(
    "typed", ["lê thị hiên mẫu", "le thi hien", "038 000 000 012", "0900000012"]
)
def test_a_person_is_found_by_name_number_or_phone_and_nothing_typed_enters_an_address(
    world: Any, waiting: str, typed: str
) -> None:
    answer = world.as_("clerk").post(PATH, {"words": typed, "do": "find"})

    assert answer.status_code == 200
    assert tick(answer, waiting)
    assert "Location" not in answer


def test_what_is_not_at_the_desk_is_said_with_where_it_stands(
    world: Any, office: Office, waiting: str
) -> None:
    clerk = world.as_("clerk")
    code = office.received().code

    scanned = clerk.post(PATH, {"words": code})
    unknown = clerk.post(PATH, {"words": "không ai tên thế"})

    assert "đang giải quyết , hẹn trả 08:00 Thứ Hai 13/03/2017" in words(scanned)
    assert "Không có hồ sơ nào khớp" in words(unknown)


def test_what_waits_stands_above_what_cannot_be_had_which_is_folded(
    world: Any, office: Office, waiting: str
) -> None:
    ready(office)
    elsewhere = office.received().code

    page = world.as_("clerk").post(PATH, {"words": OWNER}).content.decode()

    above, below = page.split("<details>", 1)
    assert f'value="{waiting}|' in above
    assert elsewhere not in above
    assert elsewhere in below


def test_results_of_owners_who_share_nobody_are_warned_of_once_before_they_leave(
    world: Any, office: Office
) -> None:
    clerk = world.as_("clerk")
    stranger = replace(PERSON, name="Tạ Văn Lạ Mẫu", id_number="038000000777")
    codes = ready(office), ready(office, owners=[stranger])

    stopped = hand_over(clerk, *codes)
    warned = re.search(r'name="strangers" value="([^"]*)"', stopped.content.decode())
    again = hand_over(clerk, *codes, strangers=warned[1] if warned else "")

    assert stopped.status_code == 200
    assert f"Các kết quả này của những người khác nhau: {OWNER}; Tạ Văn Lạ Mẫu" in words(stopped)
    assert again.status_code == 302


def test_results_one_person_handed_in_for_two_owners_leave_without_a_warning(
    world: Any, office: Office
) -> None:
    stranger = replace(PERSON, name="Tạ Văn Nhờ Mẫu", id_number="038000000778")
    brings = replace(PERSON, authorisation="Giấy uỷ quyền ngày 12/3/2017")
    codes = ready(office), ready(office, owners=[stranger], submitter=brings)

    assert hand_over(world.as_("clerk"), *codes).status_code == 302


def test_the_page_says_how_long_a_return_can_be_taken_back(world: Any, office: Office) -> None:
    free, dear = office.received(), ready(office)
    for act, who in (
        (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
        (services.approve, "chair"), (services.return_to_desk, "records"),
    ):  # fmt: skip
        office.act(act, free, who)

    pages = [words(world.as_("clerk").post(PATH, {"words": one})) for one in (free.code, dear)]

    assert "Hoàn tác được trong 5 phút" in pages[0]
    assert "Đã thu phí thì không hoàn tác được" in pages[1]


def test_a_second_slip_is_scanned_while_the_first_is_ticked_and_both_leave_at_once(
    world: Any,
    office: Office,
) -> None:
    clerk, first, second = world.as_("clerk"), ready(office), ready(office)
    page = clerk.post(PATH, {"words": first})

    both = clerk.post(
        PATH, {"words": second, "pick": tick(page, first), "collector": "collector", **NEIGHBOUR}
    )
    done = hand_over(clerk, first, second, **NEIGHBOUR)

    assert "Trả 2 kết quả" in words(both)
    assert NEIGHBOUR["name"] in both.content.decode()
    said = words(clerk.get(done["Location"]))
    assert "Đã trả 2 kết quả" in said
    assert "Người khác nhận thay: Ngô Văn Rui Mẫu , người được uỷ quyền" in said


def test_other_results_of_the_same_person_are_offered_unticked(
    world: Any, office: Office, waiting: str
) -> None:
    code = ready(office)

    page = world.as_("clerk").get(f"/can-bo/ho-so/{code}/tra-ket-qua")

    assert "Kết quả khác của người này" in words(page)
    ticked = re.findall(r'value="([^"|]+)\|\d+" checked', page.content.decode())
    assert ticked == [code]
    assert tick(page, waiting)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"collector": ""}, "Chọn người nhận kết quả."),
        ({"collector": "hàng xóm"}, "Chọn lại."),
        ({**NEIGHBOUR, "name": ""}, "Ghi họ tên người nhận thay."),
        ({**NEIGHBOUR, "id_number": ""}, "Ghi số giấy tờ của người nhận thay."),
        ({**NEIGHBOUR, "relation": ""}, "Chọn quan hệ với chủ hồ sơ."),
        ({**NEIGHBOUR, "relation": "x"}, "Chọn quan hệ trong danh sách."),
        ({**NEIGHBOUR, "paper": ""}, "Ghi giấy uỷ quyền"),
        ({"slip": "lost", "lost_note": "rơi ở chợ"}, "ghi số giấy tờ tuỳ thân đã xem"),
        ({"slip": "lost", "shown_id": "038000000012"}, "ghi người nhận nói gì"),
        ({"fee_taken": ""}, "Còn phí, lệ phí phải thu"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_done(
    world: Any, waiting: str, fields: dict[str, str], sentence: str
) -> None:
    answer = hand_over(world.as_("clerk"), waiting, **fields)

    assert answer.status_code == 422
    assert sentence in words(answer)
    for typed in fields.values():
        assert typed in ("", "x", "hàng xóm") or typed in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert stage(world, waiting) == "đã có kết quả"


def test_a_lost_slip_with_number_and_note_is_kept_in_the_history(
    world: Any, office: Office
) -> None:
    clerk, code = world.as_("clerk"), ready(office)

    done = hand_over(
        clerk, code, slip="lost", shown_id="038000000012", lost_note="Rơi giấy hẹn ở chợ"
    )

    assert "mất giấy hẹn" in words(clerk.get(done["Location"]))
    history = words(clerk.get(f"/can-bo/ho-so/{code}"))
    assert "Rơi giấy hẹn ở chợ" in history


def test_two_clerks_with_one_result_and_each_dossier_is_told_its_own_outcome(
    world: Any, office: Office
) -> None:
    first, second = ready(office), ready(office)
    clerk, other = world.as_("clerk"), world.as_("clerk2")
    page = other.get(PATH)
    picks = [tick(page, first), tick(page, second)]
    hand_over(clerk, first)

    answer = other.post(
        PATH,
        {
            "do": "return",
            "pick": picks,
            "collector": "owner",
            "slip": "shown",
            "fee_taken": "on",
            "opening": "0",
        },
    )

    said = words(answer)
    assert answer.status_code == 409
    assert "Đã trả 1 trên 2 kết quả" in said
    assert "Cán bộ một cửa, Quầy 2 Lê Thị Quầy Mẫu đã ghi" in said
    assert stage(world, second) == "đã trả kết quả"


def test_pressing_twice_hands_over_once_and_answers_the_same(world: Any, office: Office) -> None:
    clerk, code = world.as_("clerk"), ready(office)
    sent = {
        "do": "return", "key": str(uuid4()), "pick": tick(clerk.get(PATH), code),
        "collector": "owner", "slip": "shown", "fee_taken": "on", "opening": "0",
    }  # fmt: skip

    answers = [clerk.post(PATH, sent), clerk.post(PATH, sent)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]


def test_who_looks_at_whose_result_it_is_is_in_the_audit(world: Any, waiting: str) -> None:
    before = AuditRow.objects.filter(action="view_dossier", subject=waiting).count()

    world.as_("clerk").post(PATH, {"words": waiting})

    assert AuditRow.objects.filter(action="view_dossier", subject=waiting).count() == before + 1
    assert not AuditRow.objects.filter(subject__contains="Mẫu").exists()


def test_nothing_scanned_and_nothing_ticked_is_said(world: Any) -> None:
    answer = world.as_("clerk").post(PATH, {"words": "  "})

    assert answer.status_code == 422
    assert "Quét giấy hẹn, gõ tên, hoặc đánh dấu" in words(answer)


@pytest.mark.parametrize("who", ["officer", "head", "chair", "records", "affairs", "admin"])
def test_no_other_position_sees_the_page_or_hands_out_by_direct_post(
    world: Any, waiting: str, who: str
) -> None:
    client = world.as_(who)
    sent = {"do": "return", "pick": f"{waiting}|9", "collector": "owner", "slip": "shown"}

    for path in (PATH, f"/can-bo/ho-so/{waiting}/tra-ket-qua"):
        assert client.get(path).status_code == 403
        assert client.post(path, sent).status_code == 403

    assert stage(world, waiting) == "đã có kết quả"


def test_another_office_neither_finds_it_nor_takes_it(
    world: Any, office: Office, waiting: str
) -> None:
    ward = world.as_("ward")

    found = ward.post(PATH, {"words": waiting})
    direct = ward.post(PATH, {"do": "return", "pick": f"{waiting}|9", "collector": "owner"})

    assert OWNER not in words(found)
    assert direct.status_code == 422
    assert ward.get(f"/can-bo/ho-so/{waiting}/tra-ket-qua").status_code == 404
    assert ward.post(f"{PATH}/cho-de", {f"shelf-{waiting}": "Kệ 1"}).status_code == 409
    assert stage(world, waiting) == "đã có kết quả"


@pytest.mark.parametrize("pick", ["", "|", "x|y", "000.00.00.H56-170331-0001|-1", "%00|9" * 40])
def test_broken_ticks_are_answered_with_a_sentence(world: Any, pick: str) -> None:
    answer = world.as_("clerk").post(PATH, {"do": "return", "pick": pick, "collector": "owner"})

    assert answer.status_code == 422
    assert "Chưa đánh dấu kết quả nào" in words(answer)


def test_where_it_lies_is_noted_shown_big_and_changed(world: Any, waiting: str) -> None:
    clerk = world.as_("clerk")

    noted = clerk.post(f"{PATH}/cho-de", {f"shelf-{waiting}": "Tủ 2, ngăn B"}, follow=True)
    page = clerk.get(f"/can-bo/ho-so/{waiting}/tra-ket-qua").content.decode()
    again = clerk.post(f"{PATH}/cho-de", {f"shelf-{waiting}": "x" * 41})

    assert "Đã ghi chỗ để của 1 kết quả." in words(noted)
    assert '<b class="shelf">Tủ 2, ngăn B</b>' in page
    assert again.status_code == 409
    assert "Chỗ để dài quá 40 ký tự" in words(again)
    assert "x" * 41 in again.content.decode()


def test_a_session_that_ended_gives_the_form_back_filled(world: Any, waiting: str) -> None:
    browser = Client()
    sent = {"do": "return", "pick": f"{waiting}|9", **NEIGHBOUR}
    asked = browser.post(PATH, sent)

    back = browser.post(
        "/can-bo/dang-nhap",
        {"username": "clerk", "password": PASSWORD, "tiep": PATH}
        | {f"giu:{name}": typed for name, typed in sent.items()},
        follow=True,
    )

    assert asked.status_code == 200
    assert f'value="{NEIGHBOUR["name"]}"' in back.content.decode()
    assert stage(world, waiting) == "đã có kết quả"


def test_the_collector_signs_a_paper_that_names_what_was_fetched(
    world: Any, office: Office
) -> None:
    clerk, first, second = world.as_("clerk"), ready(office), ready(office)
    done = hand_over(
        clerk, first, second, **NEIGHBOUR, slip="lost", shown_id="038000000099", lost_note="Rơi"
    )

    paper = clerk.get(f"{done['Location']}.pdf")

    text = text_of(paper)
    for said in (first, second, NEIGHBOUR["name"], NEIGHBOUR["id_number"], "người được uỷ quyền",
                 "khai đã mất", "150.000 ₫", "không thay biên lai", "Lê Thị Quầy Mẫu"):  # fmt: skip
        assert said in text, said
    assert world.as_("ward").get(f"{done['Location']}.pdf").status_code == 404
    assert world.as_("chair").get(f"{done['Location']}.pdf").status_code == 403
    assert clerk.get(f"{PATH}/da-tra/{uuid4()}.pdf").status_code == 404


def test_the_history_says_who_took_it_by_what_right_and_the_bill_what_was_paid(
    world: Any, office: Office
) -> None:
    clerk, code = world.as_("clerk"), ready(office)
    hand_over(clerk, code, **NEIGHBOUR)

    said = words(clerk.get(f"/can-bo/ho-so/{code}")).replace("\xa0", " ")

    assert "Người nhận: người khác nhận thay" in said
    assert "Quan hệ với chủ hồ sơ: người được uỷ quyền" in said
    assert "TH-17T" in words(clerk.get(f"/can-bo/ho-so/{code}/thu-phi"))
    assert NEIGHBOUR["paper"] in said
