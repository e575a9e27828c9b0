"""The machine in the hall: three things to do, one scan away from an answer, back by itself."""

import re

import pytest
from django.core.cache import cache

from acting import words
from asking import passer_by, slip_check
from motcua.dossiers import services
from office import OWNER, Office

PERMIT = "tx-gpxd-nha-o-do-thi"
PAGES = (
    "/kiosk",
    "/kiosk/tra-cuu",
    "/kiosk/thu-tuc",
    "/kiosk/thu-tuc?tim=khai+sinh",
    f"/kiosk/thu-tuc/bim-son/{PERMIT}",
    "/kiosk/chu-va-tieng",
)


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def code(office: Office) -> str:
    dossier = office.received(PERMIT)
    office.act(services.hand_over, dossier, "clerk")
    return dossier.code


def body(path: str) -> str:
    return passer_by().get(path).content.decode()


def test_the_first_page_offers_three_things(code: str) -> None:
    acts = re.findall(r'<a class="kt[^"]*" href="([^"]+)"', body("/kiosk"))

    assert acts == ["/kiosk/tra-cuu", "/kiosk/thu-tuc", "/kiosk/chu-va-tieng"]


@pytest.mark.parametrize("path", PAGES[1:])
def test_every_other_page_counts_down_to_the_first(code: str, path: str) -> None:
    page = body(path)

    assert 'data-seconds="60"' in page
    assert re.search(r'data-start="/hien-thi\?moi=1&amp;ve=/kiosk"', page)
    assert "Máy tự về trang đầu sau 60 giây." in words(passer_by().get(path))
    assert not re.search(r"<span data-back-in\s+hidden", page)


def test_the_listing_is_turned_page_by_page(code: str) -> None:
    first, second = body("/kiosk/thu-tuc"), body("/kiosk/thu-tuc?trang=2")

    shown = [set(re.findall(r'href="(/kiosk/thu-tuc/[^"]+)"', page)) for page in (first, second)]
    assert [len(links) for links in shown] == [40, 40]
    assert not shown[0] & shown[1]
    assert 'rel="next"' in first
    assert "Trang 2 trên" in words(passer_by().get("/kiosk/thu-tuc?trang=2"))


def test_what_several_offices_do_is_chosen_in_the_hall(code: str) -> None:
    found = re.findall(r'<a href="([^"]+)">[^<]+</a>\s*<p>', body("/kiosk/thu-tuc?tim=khai+sinh"))

    choices = re.findall(r'href="(/kiosk/thu-tuc/[^"]+)"', body(found[0]))

    assert found[0] == "/kiosk/thu-tuc?thu-tuc=khai-sinh"
    assert len(choices) > 3
    assert all(choice.endswith("/khai-sinh") for choice in choices)
    assert passer_by().get(choices[0]).status_code == 200
    assert body("/kiosk/thu-tuc?thu-tuc=khong-co")


def test_the_first_page_does_not_count(code: str) -> None:
    page = body("/kiosk")

    assert re.search(r"<span data-back-in\s+hidden", page)
    assert re.search(r"<body[^>]*data-first", page)


@pytest.mark.parametrize("path", PAGES)
def test_a_scanned_slip_answers_wherever_one_stands(code: str, path: str) -> None:
    page = body(path)

    form = re.search(r'<form class="vh"\s+data-scan-to\s+method="get"\s+action="([^"]+)"', page)

    assert form
    assert "Đang giải quyết" in words(passer_by().get(form[1], {"ma": code}))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_leads_out_of_the_kiosk(code: str, path: str) -> None:
    leads = set(re.findall(r'(?:href|action)="(/[^"]*)"', body(path)))

    assert leads
    outside = [to for to in leads if not to.startswith(("/kiosk", "/hien-thi", "/static/"))]
    assert outside == []


def test_the_answer_shows_the_department_and_nobody(code: str) -> None:
    page = passer_by().get("/kiosk/tra-cuu", {"ma": code, "kt": slip_check(code)})

    assert "Đang ở: Phòng Quản lý đô thị" in words(page)
    assert page["Cache-Control"] == "no-store"
    assert OWNER.name not in page.content.decode()


def test_what_is_typed_on_the_keypad_travels_by_post(code: str) -> None:
    (method, action) = re.findall(
        r'<form method="(\w+)"\s+action="([^"]+)"', body("/kiosk/tra-cuu")
    )[0]

    answer = passer_by().post(action, {"ma": code})

    assert (method, action) == ("post", "/kiosk/tra-cuu")
    assert "Đang giải quyết" in words(answer)


def test_a_procedure_in_large_letters_says_what_the_listing_says(code: str) -> None:
    large = words(passer_by().get(f"/kiosk/thu-tuc/bim-son/{PERMIT}"))

    for said in ("Thời hạn", "Phí", "Giấy tờ cần mang", "Nộp đủ giấy tờ lúc này thì hẹn trả"):
        assert said in large


def test_larger_letters_and_english_are_two_presses_away(code: str) -> None:
    person = passer_by()
    choices = re.findall(r'<a class="kt"\s+href="([^"]+)"', body("/kiosk/chu-va-tieng"))

    for choice in choices[:3]:
        answer = person.get(choice.replace("&amp;", "&"))
        assert answer["Location"] == "/kiosk"

    page = person.get("/kiosk").content.decode()
    assert 'class="size-125"' in page
    assert '<html lang="en"' in page
    assert "What do you need?" in page


def test_the_next_person_finds_usual_letters_and_vietnamese(code: str) -> None:
    person = passer_by("en")
    person.cookies["motcua_co_chu"] = "125"
    start = re.search(r'data-start="([^"]+)"', person.get("/kiosk/tra-cuu").content.decode())

    assert start
    answer = person.get(start[1].replace("&amp;", "&"))

    assert answer["Location"] == "/kiosk"
    page = person.get("/kiosk").content.decode()
    assert '<html lang="vi"' in page
    assert "size-125" not in page


def test_the_machine_only_reads(code: str) -> None:
    assert [passer_by().post(path).status_code for path in PAGES if path != "/kiosk/tra-cuu"] == [
        405
    ] * 5
