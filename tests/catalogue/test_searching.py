"""The search apart from its recall: what changes, what is cut off, and what a slip may be."""

from datetime import date

import pytest

from motcua.catalogue.search import finding as searching
from motcua.catalogue.search.finding import found_for, laid_out_of, search_procedures
from motcua.catalogue.search.indexing import index
from motcua.catalogue.search.typed import left_out, one_slip
from motcua.catalogue.selectors import procedures_in_force, procedures_of
from motcua.organization.selectors import office_by_slug
from office import Office

DAY = date(2017, 3, 31)


def test_an_office_finds_only_what_it_handles(office: Office) -> None:
    ward = office_by_slug("ba-dinh").id
    handled = {row.slug for row in procedures_of(ward, DAY)}

    found = {row.slug for row in search_procedures(ward, "cấp giấy phép xây dựng", DAY, 50)}

    assert found <= handled
    assert search_procedures(None, "cấp giấy phép xây dựng", DAY, 1)[0].slug not in handled


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("ket hom", "ket-hon"),
        ("khaisinh", "khai-sinh"),
        ("kethon", "ket-hon"),
        ("ông nội mất", "khai-tu"),
        ("bố em vừa mất", "khai-tu"),
        ("công chứng bằng đại học", "chung-thuc-ban-sao"),
        ("công chứng bằng lái xe", "chung-thuc-ban-sao"),
        ("chứng thực bằng thạc sĩ quản trị kinh doanh", "chung-thuc-ban-sao"),
    ],
)
def test_a_ward_answers_a_slip_joined_words_and_what_it_calls_otherwise(
    office: Office, typed: str, slug: str
) -> None:
    ward = office_by_slug("ba-dinh").id

    found = [row.slug for row in search_procedures(ward, typed, DAY, 3)]

    assert slug in found


def test_what_nothing_answers_enough_gets_the_few_that_come_nearest(office: Office) -> None:
    nearest = found_for(None, "trồng sâm ngọc linh xuất khẩu châu âu", DAY, 50)

    assert nearest.only_near
    assert 0 < len(nearest.rows) <= searching.NEAREST
    assert not found_for(None, "khai sinh", DAY).only_near
    assert found_for(None, "qwrtzp", DAY, 50).rows == ()


def test_two_spellings_of_a_word_are_one(office: Office) -> None:
    found = search_procedures(None, "dang ki kinh doanh", DAY, 5)

    assert found[0].slug == "tx-thanh-lap-hkd"
    assert found == search_procedures(None, "đăng ký kinh doanh", DAY, 5)


def test_a_word_of_many_joined_letters_is_parted_in_little_time_or_not(office: Office) -> None:
    made = index(procedures_in_force(DAY))

    assert made.parted("giaychungnhan") == ("giay", "chung", "nhan")
    assert made.parted("an" * 100) == ()


@pytest.mark.parametrize("typed", ["1.001193", "khai-sinh", " KHAI-SINH "])
def test_a_code_or_a_slug_typed_whole_comes_first(office: Office, typed: str) -> None:
    assert search_procedures(None, typed, DAY, 3)[0].slug == "khai-sinh"


def test_the_same_catalogue_is_laid_out_once(office: Office) -> None:
    first = laid_out_of(procedures_in_force(DAY))

    assert laid_out_of(tuple(procedures_in_force(DAY))) is first


def test_a_large_catalogue_that_changed_is_laid_out_beside_the_answers(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tuple(procedures_in_force(DAY))
    before = laid_out_of(rows)
    begun: list[object] = []
    monkeypatch.setattr(searching, "AT_ONCE", 10)
    monkeypatch.setattr(searching.threading.Thread, "start", lambda thread: begun.append(thread))

    while_laid_out = laid_out_of(rows[1:])
    searching._lay_out(rows[1:])

    assert while_laid_out is before
    assert len(begun) == 1
    assert len(laid_out_of(rows[1:]).rows) == len(rows) - 1
    searching.forget()


def test_what_is_no_longer_in_force_is_not_found_in_a_list_from_before(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tuple(row for row in procedures_in_force(DAY) if row.slug != "khai-sinh")
    monkeypatch.setattr(searching, "_laid", [index(procedures_in_force(DAY))])
    monkeypatch.setattr(searching, "AT_ONCE", 10)
    monkeypatch.setattr(searching.threading.Thread, "start", lambda thread: None)
    monkeypatch.setattr(searching, "procedures_in_force", lambda day: rows)

    found = [row.slug for row in search_procedures(None, "đăng ký khai sinh", DAY, 50)]

    assert "khai-sinh" not in found
    assert "lai-khai-sinh" in found
    searching._laying.release()


def test_cutting_to_the_likeliest_changes_no_first_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ("đăng ký khai sinh", "cap giay phep", "xác nhận", "gia hạn GPXD")
    whole = [search_procedures(None, words, DAY, 3) for words in typed]
    monkeypatch.setattr(searching, "READ", 60)

    assert [search_procedures(None, words, DAY, 3) for words in typed] == whole


@pytest.mark.parametrize(
    ("a", "b"), [("khai", "khia"), ("sinh", "sih"), ("sih", "sinh"), ("dang", "dong")]
)
def test_words_one_slip_apart_share_what_is_left_out(a: str, b: str) -> None:
    assert one_slip(a, b)
    assert left_out(a) & left_out(b)
