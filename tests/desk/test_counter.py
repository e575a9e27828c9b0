"""The counter: what is received, what is refused and why, and that nothing typed is lost."""

import re
from typing import Any
from uuid import uuid4

import pytest

from acting import OWNER, PERMIT, intake, receive, words

COUNTER = "/can-bo/tiep-nhan"


def test_a_complete_form_is_received_and_leads_to_the_slip(world: Any) -> None:
    clerk = world.as_("clerk")

    code = receive(clerk)

    done = clerk.get(f"/can-bo/ho-so/{code}/da-nhan")
    assert "17:30 Thứ Hai, 17/04/2017" in words(done)
    slip = clerk.get(f"/can-bo/ho-so/{code}/giay-hen.pdf")
    assert slip["Content-Type"] == "application/pdf"
    assert slip.content.startswith(b"%PDF")


def test_pressing_twice_receives_once(world: Any) -> None:
    form = intake()

    first = world.as_("clerk").post(COUNTER, form)
    second = world.as_("clerk").post(COUNTER, form)

    assert first["Location"] == second["Location"]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("o0-name", " ", "Chưa ghi họ và tên."),
        ("o0-name", "Mẫu " * 2500, "Họ và tên dài 9999 ký tự, nhiều nhất 200. Viết ngắn lại."),
        ("o0-id_number", "03800000001", "Số CCCD cần 12 chữ số (CMND 9 chữ số), mới có 11."),
        ("o0-birth_on", "01/01/2090", "Ngày sinh 01/01/2090 ở tương lai. Xem lại năm sinh."),
        ("o0-birth_on", "31/02/1980", "Không có ngày 31/02/1980. Xem lại ngày sinh."),
        ("o0-phone", "0900", "Số điện thoại cần 10 chữ số, mới có 4."),
        ("fee", "1,5", "Số tiền phí, lệ phí là số, ghi như 1.500."),
        ("p1-copies", "nhiều", "Số bản là số, ghi như 1.500."),
    ],
)
def test_bad_input_gets_its_sentence_keeps_what_was_typed_and_changes_nothing(
    world: Any, field: str, typed: str, sentence: str
) -> None:
    clerk = world.as_("clerk2")
    before = len(clerk.get("/can-bo/ho-so").content)

    answer = clerk.post(COUNTER, intake(**{field: typed}))

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="Khu phố 5, phường Ba Đình"' in answer.content.decode()
    assert len(clerk.get("/can-bo/ho-so").content) == before


def test_a_paper_neither_given_nor_said_off_is_asked_about(world: Any) -> None:
    answer = world.as_("clerk").post(COUNTER, intake(**{"p1-given": ""}))

    assert answer.status_code == 422
    assert "Chưa có “Đơn đề nghị theo mẫu”" in words(answer)


def test_a_paper_that_does_not_apply_is_no_gap(world: Any) -> None:
    code = receive(world.as_("clerk"), **{"p1-given": "", "p1-off": "on"})

    assert "không áp dụng" in words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))


def test_who_hands_in_for_another_needs_an_authorisation(world: Any) -> None:
    form = intake(by_other="1", **{"s-name": "Trần Văn Nộp Mẫu"})

    answer = world.as_("clerk").post(COUNTER, form)

    assert "Nộp thay cần giấy uỷ quyền" in words(answer)


def test_co_owners_and_a_submitter_stand_on_the_dossier(world: Any) -> None:
    code = receive(
        world.as_("clerk"),
        owners="2",
        by_other="1",
        **{
            "o1-kind": "organisation",
            "o1-name": "Công ty Gạch Ngói Mẫu",
            "o1-id_number": "2800123452",
            "s-name": "Trần Văn Nộp Mẫu",
            "s-authorisation": "Số 5, ngày 30/03/2017",
        },
    )

    page = words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))
    for name in (OWNER, "Công ty Gạch Ngói Mẫu", "Trần Văn Nộp Mẫu"):
        assert name in page


def test_a_procedure_not_in_force_is_said_and_the_rest_stays(world: Any) -> None:
    answer = world.as_("clerk").post(COUNTER, intake("khong-co-thu-tuc-nay"))

    assert answer.status_code == 422
    assert OWNER in answer.content.decode()


@pytest.mark.parametrize("typed", ["gpxd", "giay phep xay dung", "cấp giấy phép xây dựng"])
def test_a_procedure_is_found_without_accents_and_by_its_initials(world: Any, typed: str) -> None:
    answer = world.as_("clerk").post("/can-bo/tiep-nhan/thu-tuc", {"q": typed})

    assert f"pick:{PERMIT}" in answer.content.decode()


def test_without_javascript_the_same_button_finds_picks_and_adds_owners(world: Any) -> None:
    clerk = world.as_("clerk")
    found = clerk.post(COUNTER, {"do": "find", "q": "gpxd"})
    picked = clerk.post(COUNTER, {"do": f"pick:{PERMIT}", "q": "gpxd"})
    added = clerk.post(COUNTER, intake(do="owners:more"))

    assert f"pick:{PERMIT}" in found.content.decode()
    assert "2. Chủ hồ sơ" in words(picked)
    assert 'name="o1-name"' in added.content.decode()
    assert f'value="{OWNER}"' in added.content.decode()


def test_the_preview_counts_papers_and_says_when(world: Any) -> None:
    answer = world.as_("clerk").post("/can-bo/tiep-nhan/xem-truoc", intake(**{"p1-given": ""}))

    text = words(answer)
    assert "17:30 Thứ Hai, 17/04/2017" in text
    assert OWNER in text
    assert "Mới 3/4" in text


def test_a_draft_is_kept_listed_opened_and_dropped(world: Any) -> None:
    clerk, uuid = world.as_("clerk2"), uuid4()

    saved = clerk.post(f"/can-bo/nhap/{uuid}", intake(**{"o0-name": "Phạm Thị Nháp Mẫu"}))

    assert "Đã giữ nháp lúc 09:42" in words(saved)
    assert "Phạm Thị Nháp Mẫu" in words(clerk.get(COUNTER))
    opened = clerk.get(f"/can-bo/nhap/{uuid}", follow=True)
    assert 'value="Phạm Thị Nháp Mẫu"' in opened.content.decode()
    assert "Phạm Thị Nháp Mẫu" not in words(world.as_("clerk").get(COUNTER))
    clerk.post(f"/can-bo/nhap/{uuid}/bo")
    assert "Phạm Thị Nháp Mẫu" not in words(clerk.get(COUNTER))


def test_an_intake_is_refused_only_with_a_reason_and_is_then_printed(world: Any) -> None:
    clerk = world.as_("clerk")
    asked = clerk.post(COUNTER, intake(do="refuse"))
    unsaid = clerk.post(COUNTER, intake(do="refuse-now:refuse"))

    refused = clerk.post(
        COUNTER,
        intake(do="refuse-now:refuse", reason="Không thuộc thẩm quyền của thị xã."),
        follow=True,
    )

    assert "Từ chối tiếp nhận hồ sơ này?" in words(asked)
    assert "Chưa ghi lý do." in words(unsaid)
    assert "Không thuộc thẩm quyền của thị xã." in words(refused)
    assert "PHIẾU TỪ CHỐI" in words(refused)


def test_missing_papers_are_written_into_what_the_person_is_told(world: Any) -> None:
    form = intake(do="ask", **{"p1-given": ""})

    answer = world.as_("clerk").post(COUNTER, form)

    assert "Chưa nhận, hướng dẫn hoàn thiện" in words(answer)
    assert "Chưa có trong hồ sơ." in words(answer)


def test_a_decomposed_name_is_stored_composed(world: Any) -> None:
    code = receive(world.as_("clerk"), **{"o0-name": "Ma\u0302\u0303u Mo\u0323\u0302t"})

    assert "Mẫu Một" in words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))


def test_the_first_button_of_the_form_which_enter_presses_only_draws_it_anew(world: Any) -> None:
    page = world.as_("clerk").get(f"{COUNTER}?thu-tuc={PERMIT}").content.decode()

    form = page.index('id="quay"')
    buttons = [page.index(found) for found in ('value="again"', 'value="late:on"')]

    assert 'form="quay"' not in page[:form]
    assert form < min(buttons)
    assert buttons[0] == min(buttons)


def test_the_reason_takes_the_focus_only_when_no_paper_was_just_chosen(world: Any) -> None:
    form = intake(do="again", **{"o0-id_number": "", "o0-id_kind": "none"})
    name = '<input type="text" name="o0-no_id_reason"'

    chosen = world.as_("clerk").post(COUNTER, form, headers={"HX-Trigger-Name": "o0-id_kind"})
    ticked = world.as_("clerk").post(COUNTER, form, headers={"HX-Trigger-Name": "by_other"})

    fields = [page.content.decode().split(name)[1].split(">")[0] for page in (chosen, ticked)]
    assert "autofocus" in fields[0]
    assert "autofocus" not in fields[1]


@pytest.mark.parametrize(
    ("pressed", "field"),
    [
        ("late:on", "late-on"),
        ("late:off", "o0-id_number"),
        ("sent:on", "channel"),
        ("owners:more", "o1-id_number"),
        ("owners:less", "o0-id_number"),
    ],
)
def test_the_focus_goes_to_what_a_button_put_there(world: Any, pressed: str, field: str) -> None:
    page = world.as_("clerk").post(COUNTER, intake(do=pressed)).content.decode()

    focused = re.findall(r"<(?:input|select)[^>]*autofocus[^>]*>", page)

    assert [re.findall(r' name="([^"]+)"', one) for one in focused] == [[field]]


def test_what_is_wrong_is_listed_in_the_order_it_is_asked(world: Any) -> None:
    form = intake(**{"o0-name": "", "o0-id_number": ""})

    text = words(world.as_("clerk").post(COUNTER, form))

    assert text.index("Chưa ghi số giấy tờ") < text.index("Chưa ghi họ và tên")
