"""People found again: by the number of their paper, within one's scope, noted, never copied over
what was typed. And the papers themselves: which kinds there are, and what a card says.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acting import PERMIT, intake, receive, words
from motcua.audit.models import AuditRow
from motcua.core.papers_of_identity import (
    IdKind,
    is_card,
    read_card,
    read_number,
    tax_check_digit,
)
from motcua.core.refusal import Refused
from motcua.dossiers.models import Party
from motcua.dossiers.verifying.run import differences
from motcua.organization.places import place_today, renamings

COUNTER = "/can-bo/tiep-nhan"
KNOWN = "/can-bo/tiep-nhan/nguoi-nop"
CARD = (
    "038080001234|171234567|Lê Thị Thẻ Mẫu|05041980|Nữ|"
    "Khu phố 5, phường Ba Đình, thị xã Bỉm Sơn|01022022"
)
ADDRESSES = """
2017-03-31 | Khu phố 5, phường Ba Đình | Khu phố 5, phường Ba Đình
2020-01-01 | xã Hà Lan, thị xã Bỉm Sơn | phường Đông Sơn, thị xã Bỉm Sơn
2025-07-01 | thôn 3, xã Quang Trung | thôn 3, phường Quang Trung, tỉnh Thanh Hóa
2026-01-01 | Khu phố 5, P. Ba Đình, TX Bỉm Sơn, Thanh Hóa | Khu phố 5, phường Bỉm Sơn, Thanh Hóa
2026-01-01 | xã Hà Lan, thị xã Bỉm Sơn, tỉnh Thanh Hóa | phường Bỉm Sơn, tỉnh Thanh Hóa
2026-01-01 | Phường Ba Đình, thành phố Thanh Hóa | Phường Ba Đình, thành phố Thanh Hóa
2026-01-01 | Tổ 4, Ba Đình, Bỉm Sơn, Thanh Hóa | Tổ 4, phường Bỉm Sơn, Thanh Hóa
2026-01-01 | Ba Đình, Hà Nội | Ba Đình, Hà Nội
2026-01-01 | |
"""
"""The day, an address as it was written, and the same by the units of that day."""


def test_who_came_before_is_shown_with_what_they_brought(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-id_number": "038000001111", "o0-name": "Phạm Thị Gặp Mẫu"})

    answer = clerk.post(KNOWN, {"procedure": "", "o0-id_number": "038 000 001 111"})

    assert "Đã có 1 hồ sơ" in words(answer)
    assert "Phạm Thị Gặp Mẫu · 0900000012 · Khu phố 5, phường Ba Đình" in words(answer)
    assert code in answer.content.decode()


def test_showing_them_is_noted_by_dossier_and_purpose_and_names_nobody(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-id_number": "038000001212"})

    clerk.post(KNOWN, {"o0-id_number": "038000001212"})
    clerk.post(KNOWN, {"o0-id_number": "038000001299"})

    rows = AuditRow.objects.filter(action="meet_person", subject=code)
    assert [row.purpose for row in rows] == ["Tiếp nhận: người đã có hồ sơ"]
    assert not AuditRow.objects.filter(subject__contains="038000001212").exists()


@pytest.mark.parametrize("way", ["one more, then the procedure", "the case", "a draft"])
def test_an_open_dossier_of_the_same_procedure_is_shown_however_the_form_came_to_be(
    world: Any, way: str
) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-id_number": "038000001414"})
    form = intake(**{"o0-id_number": "038000001414"})

    if way == "a draft":
        clerk.post(f"/can-bo/nhap/{form['draft']}", form)
        page = clerk.get(f"/can-bo/nhap/{form['draft']}", follow=True)
    elif way == "the case":
        page = clerk.post(COUNTER, {**form, "do": "case"})
    else:
        more = clerk.post(COUNTER, {"do": f"more:same:{code}"}).content.decode()
        assert 'value="038000001414"' in more
        page = clerk.post(COUNTER, {**form, "procedure": "", "do": f"pick:{PERMIT}"})

    assert f"Người này còn hồ sơ cùng thủ tục {code}" in words(page)
    assert clerk.post(COUNTER, form).status_code == 302


def test_an_open_dossier_of_the_second_owner_is_shown_too(world: Any) -> None:
    clerk = world.as_("clerk")
    first = receive(clerk, **{"o0-id_number": "038000001515"})
    second = receive(clerk, **{"o0-id_number": "038000001616"})
    both = {"o0-id_number": "038000001515", "o1-id_number": "038000001616", "o1-name": "Đồng Mẫu"}

    page = clerk.post(KNOWN, intake(owners="2", **both))

    assert first in words(page)
    assert f"Người này còn hồ sơ cùng thủ tục {second}" in words(page)


def test_another_office_does_not_meet_them(world: Any) -> None:
    receive(world.as_("clerk"), **{"o0-id_number": "038000001313"})

    answer = world.as_("ward").post(KNOWN, {"o0-id_number": "038000001313"})

    assert words(answer) == ""


def test_enter_takes_name_phone_and_address_over_and_keeps_what_was_typed(world: Any) -> None:
    clerk = world.as_("clerk")
    receive(clerk, **{"o0-id_number": "038000001414", "o0-name": "Phạm Thị Gặp Mẫu"})

    answer = clerk.post(
        COUNTER,
        {
            "do": "again",
            "procedure": "tx-gia-han-gpxd",
            "o0-id_number": "038000001414",
            "o0-name": "",
            "o0-phone": "0911222333",
        },
    )

    page = answer.content.decode()
    assert 'value="Phạm Thị Gặp Mẫu"' in page
    assert 'value="Khu phố 5, phường Ba Đình"' in page
    assert 'value="0911222333"' in page
    assert 'value="0900000012"' not in page


def test_a_number_still_being_typed_asks_nothing(world: Any) -> None:
    answer = world.as_("clerk").post(KNOWN, {"o0-id_number": "0380000"})

    assert words(answer) == ""


def test_a_given_result_is_named_as_a_paper_to_use_again(world: Any) -> None:
    from motcua.dossiers.models import Dossier

    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-id_number": "038000001515"})
    Dossier.objects.filter(code=code).update(stage="returned", outcome="result")

    answer = clerk.post(KNOWN, {"o0-id_number": "038000001515"})

    assert "Kết quả đã cấp, dùng lại được:" in words(answer)
    assert "(0" in words(answer)
    Dossier.objects.filter(code=code).update(stage="in_progress", outcome="")


@pytest.mark.parametrize(
    ("typed", "kind", "who", "stored"),
    [
        ("038 000 000 012", "", "person", ("cccd", "038000000012")),
        ("123456789", "", "person", ("cmnd", "123456789")),
        ("b1234567", "", "person", ("passport", "B1234567")),
        ("123456789", "passport", "person", ("passport", "123456789")),
        ("0100109106", "", "person", ("tax", "0100109106")),
        ("0100109106-001", "", "organisation", ("tax", "0100109106001")),
    ],
)
def test_each_kind_of_paper_is_known_by_its_shape_or_by_what_is_chosen(
    world: Any, typed: str, kind: str, who: str, stored: tuple[str, str]
) -> None:
    fields = {"o0-id_number": typed, "o0-id_kind": kind, "o0-kind": who}
    code = receive(world.as_("clerk"), **fields)

    party = Party.objects.get(dossier__code=code)
    assert (party.id_kind, party.id_number) == stored


def test_who_has_no_paper_is_received_with_the_reason(world: Any) -> None:
    fields = {
        "o0-id_number": "",
        "o0-id_kind": "none",
        "o0-no_id_reason": "Mất, đang xin cấp lại",
    }
    code = receive(world.as_("clerk"), **fields)

    party = Party.objects.get(dossier__code=code)
    page = words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))
    assert (party.id_kind, party.id_number) == ("none", "")
    assert "Không có, Mất, đang xin cấp lại" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"o0-id_number": ""},
            "Chưa ghi số giấy tờ. Người không có giấy tờ thì chọn “không có” rồi ghi lý do.",
        ),
        ({"o0-id_number": "", "o0-id_kind": "none"}, "Ghi vì sao không có giấy tờ"),
        ({"o0-id_kind": "none"}, "Đã chọn “không có” mà vẫn có số."),
        ({"o0-id_number": "0100109107"}, "nếu là mã số thuế thì sai chữ số thứ 10"),
        (
            {"o0-id_number": "0100109107", "o0-kind": "organisation"},
            "Mã số thuế này sai: chữ số thứ 10 không khớp.",
        ),
        ({"o0-id_number": "12345678", "o0-id_kind": "cmnd"}, "Số CMND cần 9 chữ số, mới có 8."),
        (
            {"o0-id_number": "0380000000123"[:13], "o0-id_kind": "cccd"},
            "Số CCCD cần 12 chữ số, đang có 13.",
        ),
        ({"o0-id_number": "B1", "o0-id_kind": "passport"}, "Số hộ chiếu gồm 6 đến 12 chữ và số"),
        (
            {"o0-id_kind": "cccd", "o0-kind": "organisation"},
            "Tổ chức dùng mã số thuế.",
        ),
        ({"o0-id_number": "03800\x0000012"}, "Có 10 chữ số: CCCD cần 12, CMND cần 9"),
        ({"o0-id_kind": "khac"}, "Chọn loại giấy tờ trong danh sách."),
    ],
)
def test_a_wrong_paper_gets_its_sentence_and_nothing_is_done(
    world: Any, fields: dict[str, str], sentence: str
) -> None:
    form = {**intake(), **fields}

    answer = world.as_("clerk").post(COUNTER, form)

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_verify_finds_kind_and_reason_as_they_were_declared(world: Any) -> None:
    receive(world.as_("clerk"))

    assert list(differences()) == []


def test_a_card_scanned_into_the_number_fills_the_form(world: Any) -> None:
    answer = world.as_("clerk").post(
        COUNTER, {"do": "again", "procedure": "tx-gia-han-gpxd", "o0-id_number": CARD}
    )

    page = answer.content.decode()
    for filled in (
        "038080001234",
        "Lê Thị Thẻ Mẫu",
        "05/04/1980",
        "Khu phố 5, phường Ba Đình, thị xã Bỉm Sơn",
    ):
        assert f'value="{filled}"' in page
    assert CARD not in page


@pytest.mark.parametrize("field", ["q", "o0-name", "card"])
def test_a_card_scanned_anywhere_on_the_counter_is_the_first_owner(world: Any, field: str) -> None:
    answer = world.as_("clerk").post(COUNTER, {"do": "find", field: CARD})

    assert 'name="o0-name" value="Lê Thị Thẻ Mẫu"' in answer.content.decode()


def test_a_card_scanned_into_the_submitter_is_the_submitter(world: Any) -> None:
    form = intake(do="again", by_other="1", **{"s-id_number": CARD})

    page = world.as_("clerk").post(COUNTER, form).content.decode()

    assert page.index('name="s-name"') < page.index('value="Lê Thị Thẻ Mẫu"')
    assert 'value="Lê Thị Hiên Mẫu"' in page


def test_the_old_number_on_the_card_finds_dossiers_of_before(world: Any) -> None:
    clerk = world.as_("clerk")
    receive(clerk, **{"o0-id_number": "171234567", "o0-phone": "0900000171"})

    answer = clerk.post(COUNTER, {"do": "again", "card": CARD, "procedure": "tx-gia-han-gpxd"})

    assert 'value="0900000171"' in answer.content.decode()
    assert "Đã có 1 hồ sơ" in words(answer)


def test_a_card_in_the_scan_box_looks_for_its_number(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-id_number": "038080001234"})

    answer = clerk.post("/can-bo/tim", {"words": CARD})

    assert answer["Location"] == f"/can-bo/ho-so/{code}"


@given(st.text(alphabet="0123456789|abÂ \x00", max_size=60))
def test_no_text_breaks_the_reader_of_cards(text: str) -> None:
    card = read_card(text)

    assert card is None or is_card(text)


@given(st.text(max_size=20), st.sampled_from([None, *IdKind]), st.booleans())
def test_a_number_is_read_or_refused(text: str, kind: IdKind | None, organisation: bool) -> None:
    try:
        _, number = read_number(text, kind, organisation=organisation)
    except Refused:
        return
    assert number.isascii()
    assert 6 <= len(number) <= 13


@given(st.integers(0, 999_999_999), st.integers(0, 9))
def test_one_wrong_digit_of_a_tax_code_is_seen(first: int, place: int) -> None:
    nine = f"{first:09d}"
    check = tax_check_digit(nine)
    if check is None:
        return
    whole = f"{nine}{check}"
    wrong = whole[:place] + str((int(whole[place]) + 1) % 10) + whole[place + 1 :]

    with pytest.raises(Refused, match="id_check_digit"):
        read_number(wrong, IdKind.TAX, organisation=True)


@pytest.mark.parametrize("case", ADDRESSES.strip().splitlines())
def test_an_address_is_written_by_the_units_of_the_day(case: str) -> None:
    day, written, today = (part.strip() for part in case.split("|"))

    assert place_today(written, date.fromisoformat(day)).address == today


def test_an_address_of_today_stays_as_it_is() -> None:
    today = place_today("xã Hà Lan, thị xã Bỉm Sơn", date(2026, 1, 1)).address

    assert not place_today(today, date(2026, 1, 1)).renamed


def test_every_renaming_says_where_it_is_from() -> None:
    assert renamings()
    assert all("[V]" in one.source or "[M]" in one.source for one in renamings())


def test_an_address_by_old_names_is_offered_by_those_of_today_and_never_changed_unasked(
    world: Any,
) -> None:
    from motcua.organization import timekeeping
    from world import NOW

    clerk = world.as_("clerk")
    written = "Tổ 4, xã Hà Lan, thị xã Bỉm Sơn"
    timekeeping.set_demonstration(NOW.replace(year=2020))
    try:
        form = intake(**{"o0-address": written})
        shown = clerk.post("/can-bo/tiep-nhan/xem-truoc", form)
        pressed = clerk.post(COUNTER, {**form, "do": "today:o0"})
    finally:
        timekeeping.set_demonstration(NOW)

    assert "Địa chỉ này nay là Tổ 4, phường Đông Sơn, thị xã Bỉm Sơn" in words(shown)
    assert f"Địa chỉ: {written}" in words(shown)
    assert 'value="Tổ 4, phường Đông Sơn, thị xã Bỉm Sơn"' in pressed.content.decode()
