"""Handing over by list at the desk, taking it in the department, and the pages around papers."""

import io
import re
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from acting import press, words
from motcua.core.clock import VN, national_calendar
from motcua.core.handing_over import leaves_by
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.handover import to_hand
from motcua.dossiers.verifying.run import differences
from motcua.papers.handing_over import hour_on, make_lists, note_difference, take_list
from motcua.papers.handover_lists import ListRow, list_of, lists
from motcua.papers.models import HandoverLine, HandoverList
from office import Office
from world import World

PATH = "/can-bo/ban-giao"
CALENDAR = national_calendar()
THREE = time(15, 0)
LATER = datetime(2017, 3, 6, 9, 30, tzinfo=VN)


def listed(office: Office, *dossiers: Dossier, key: UUID | None = None) -> ListRow:
    """One list of those dossiers."""
    clerk = office.people["clerk"]
    asked = [Asked(one.pk, one.head_seq, LATER, clerk) for one in dossiers]
    (row,) = make_lists(clerk, asked, key=key or uuid4(), at=LATER)
    return row


def text_of(answer: HttpResponse) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 3, day, hour, minute, tzinfo=VN)


@pytest.mark.parametrize(
    ("came", "by"),
    [
        (moment(6, 9), moment(6, 17)),
        (moment(6, 14, 59), moment(6, 17)),
        (moment(6, 15), moment(7, 8)),
        (moment(10, 16), moment(13, 8)),
        (moment(11, 9), moment(13, 8)),
    ],
)
def test_what_comes_before_three_goes_the_same_day_and_the_rest_at_the_next_opening(
    came: datetime, by: datetime
) -> None:
    found = leaves_by(CALENDAR, came, THREE)

    assert found.date() == by.date()
    assert (found.hour >= 16) == (by.hour >= 16)


def test_the_hour_is_a_fact_of_its_regime() -> None:
    assert hour_on(datetime(2017, 3, 6, tzinfo=VN).date()) == THREE


def test_lists_are_numbered_without_gap_or_repeat_also_after_one_that_failed(
    office: Office,
) -> None:
    first = listed(office, office.received(), office.received())
    stale = office.received()
    clerk = office.people["clerk"]
    wrong = [Asked(stale.pk, 99, LATER, clerk)]
    with pytest.raises(Refused):
        make_lists(clerk, wrong, key=uuid4(), at=LATER)

    second = listed(office, stale)

    assert (first.count, second.count) == (2, 1)
    assert second.number == first.number + 1
    assert second.department.code == "TX-QLDT"


def test_the_same_press_answers_with_the_same_list(office: Office) -> None:
    dossier, key = office.received(), uuid4()
    before = HandoverList.objects.count()

    first, again = (listed(office, dossier, key=key) for _ in range(2))

    assert first == again
    assert HandoverList.objects.count() == before + 1


def test_a_list_is_made_whole_or_not_at_all(office: Office) -> None:
    good, gone = office.received(), office.received()
    clerk = office.people["clerk"]
    asked = [Asked(one.pk, one.head_seq, LATER, clerk) for one in (good, gone)]
    office.act(services.hand_over, gone, "clerk")
    numbers = HandoverList.objects.count()

    with pytest.raises(Refused):
        make_lists(clerk, asked, key=uuid4(), at=LATER)

    good.refresh_from_db()
    assert good.head_seq == asked[0].seq
    assert HandoverList.objects.count() == numbers
    assert not HandoverLine.objects.filter(dossier__in=[good, gone]).exists()


def test_fifty_go_at_once_in_a_fixed_number_of_questions(
    office: Office, django_assert_max_num_queries: Any
) -> None:
    dossiers = [office.received() for _ in range(50)]

    with django_assert_max_num_queries(30):
        row = listed(office, *dossiers)

    assert row.count == 50
    assert list(differences()) == []


def test_the_department_takes_the_whole_list_and_what_was_opened_counts_as_taken(
    office: Office,
) -> None:
    opened, other = office.received(), office.received()
    row = listed(office, opened, other)
    office.act(services.see, opened, "officer")
    officer = office.people["officer"]
    assert [line.taken.open for line in list_of(officer, row.code).lines] == [False, True]

    told = take_list(officer, row.code, key=uuid4(), at=moment(6, 10, 30))

    assert [code for code, _ in told] == [other.code]
    after = list_of(officer, row.code)
    assert after.row.taken == 2
    assert {line.taken.taker.partition(",")[0] for line in after.lines} == {officer.person}


def test_nobody_else_takes_it_and_other_offices_do_not_see_it(office: Office) -> None:
    row = listed(office, office.received())

    with pytest.raises(Refused, match="not_receiving"):
        take_list(office.people["clerk"], row.code, key=uuid4(), at=LATER)
    with pytest.raises(Refused, match="no_such_list"):
        list_of(office.people["ward"], row.code)


def test_a_difference_is_told_of_one_dossier_and_stays(office: Office) -> None:
    row = listed(office, office.received())
    officer = office.people["officer"]

    note_difference(officer, row.code, 1, "Thiếu bản vẽ mặt cắt", at=LATER)

    (line,) = list_of(office.people["clerk"], row.code).lines
    assert line.differences[0].startswith("Thiếu bản vẽ mặt cắt (Trần Văn Cột Mẫu")
    for words_, place in (("", 1), ("x" * 301, 1), ("Thiếu", 9)):
        with pytest.raises(Refused):
            note_difference(officer, row.code, place, words_, at=LATER)


def test_what_was_recalled_is_told_on_its_list(office: Office) -> None:
    dossier = office.received()
    row = listed(office, dossier)

    office.act(services.recall, dossier, "clerk", after=100)

    (line,) = list_of(office.people["clerk"], row.code).lines
    assert line.taken.gone_back
    assert dossier.code in {one.code for one in to_hand(office.people["clerk"])}


def test_a_list_is_found_by_its_number_its_code_and_a_dossier_on_it(office: Office) -> None:
    dossier = office.received()
    row = listed(office, dossier)
    clerk = office.people["clerk"]

    for asked in (str(row.number), row.code, dossier.code):
        assert row in lists(clerk, asked)
    assert lists(clerk, "999999") == ()


def test_the_page_ticks_what_must_go_and_a_scan_ticks_one_more(
    world: World, office: Office
) -> None:
    early = office.received(at=moment(30, 9))
    evening = office.received(at=moment(31, 15, 20))
    clerk = world.as_("clerk")

    page = clerk.get(f"{PATH}/lap")
    scanned = clerk.post(f"{PATH}/lap", {"do": "scan", "scan": evening.code})

    assert ticked(page) >= {early.code}
    assert evening.code not in ticked(page)
    assert ticked(scanned) == {evening.code}
    unknown = clerk.post(f"{PATH}/lap", {"do": "scan", "scan": "000.00.19.H56-170331-9999"})
    assert unknown.status_code == 422
    assert "không chờ ở quầy" in words(unknown)


def ticked(page: HttpResponse) -> set[str]:
    boxes = re.findall(r"<input[^>]*name=\"pick\"[^>]*>", page.content.decode(), re.S)
    values = [re.search(r'value="([^"|]*)\|', box) for box in boxes if " checked" in box]
    return {found[1] for found in values if found}


def test_the_desk_makes_prints_and_prints_again_and_the_room_takes(
    world: World, office: Office
) -> None:
    dossier = office.received(at=moment(31, 8))
    clerk, officer = world.as_("clerk"), world.as_("officer")

    made = clerk.post(
        f"{PATH}/lap",
        {"make": "1", "key": str(uuid4()), "pick": f"{dossier.code}|{dossier.head_seq}"},
    )
    where = str(made["Location"])
    first, again = (clerk.get(f"{where}.pdf") for _ in range(2))
    shown = words(officer.get(where))
    took = officer.post(where, {"take": "1", "key": str(uuid4())})

    assert made.status_code == 302
    assert "BIÊN BẢN BÀN GIAO HỒ SƠ" in text_of(first)
    assert dossier.code in text_of(first)
    assert "BẢN IN LẠI" not in text_of(first)
    assert "BẢN IN LẠI In lúc 09 giờ" in text_of(again)
    assert "chưa nhận" in shown
    assert took.status_code == 302
    assert "đã nhận đủ" in words(officer.get(where))
    assert words(clerk.get(PATH)).count("Phòng Quản lý đô thị") >= 1
    scan = clerk.post("/can-bo/tim", {"words": where.rsplit("/", 1)[1].lower()})
    assert scan["Location"] == where


def test_both_barcodes_of_the_paper_can_be_scanned(office: Office) -> None:
    from motcua.papers import handover
    from motcua.papers.typesetting import pictures

    dossier = office.received()
    row = listed(office, dossier)
    kept: list[Any] = []
    shown = list_of(office.people["clerk"], row.code)
    original = handover.pdf
    handover.pdf = lambda name, data: kept.append(data) or b""  # type: ignore[assignment,func-returns-value]
    handover.render(shown)
    handover.pdf = original

    (first, *_) = pictures(handover.TEMPLATE, kept[0], ppi=200)
    found = decode(Image.open(io.BytesIO(first)), symbols=[ZBarSymbol.CODE128])

    assert {one.data.decode() for one in found} == {row.code, dossier.code}


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("officer", f"{PATH}/lap", 403), ("records", PATH, 403), ("officer", PATH, 200),
        ("officer", "/can-bo/so-theo-doi", 403), ("clerk", "/can-bo/so-theo-doi", 200),
        ("chair", "/can-bo/so-theo-doi.xlsx", 200), ("clerk", f"{PATH}/BG-1.1-2017-9999", 404),
        ("clerk", "/can-bo/so-theo-doi?so=abc", 422),
        ("clerk", "/can-bo/so-theo-doi/quyen-1.pdf", 200),
        ("clerk", "/can-bo/so-theo-doi/quyen-77.pdf", 404),
        ("clerk", "/can-bo/so-theo-doi?tu=01/01/2016&den=02/01/2016", 200),
    ],
)  # fmt: skip
def test_each_page_opens_to_whom_it_concerns(
    world: World, office: Office, who: str, path: str, status: int
) -> None:
    assert world.as_(who).get(path).status_code == status


def test_right_after_an_act_its_letter_can_be_printed_and_later_from_the_dossier(
    world: World, office: Office
) -> None:
    dossier = office.received(at=moment(31, 8))
    office.act(services.hand_over, dossier, "clerk")
    officer = world.as_("officer")

    answer = press(
        officer, dossier.code, "yeu-cau-bo-sung",
        pick1="on", problem1="Thiếu chữ ký", remedy1="Ký vào trang 2", reply_by="29/12/2017",
    )  # fmt: skip
    after = officer.get(str(answer["Location"])).content.decode()

    link = re.findall(rf"/can-bo/ho-so/{re.escape(dossier.code)}/giay-to/\d+\.pdf", after)
    assert len(link) == 2
    assert "Thiếu chữ ký" in text_of(officer.get(link[0]))
    sheet = officer.get(f"/can-bo/ho-so/{dossier.code}/phieu-kiem-soat")
    assert "Phiếu kiểm soát quá trình giải quyết hồ sơ" in words(sheet)
