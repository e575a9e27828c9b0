"""The public listing: what each office handles, what it asks for, when it would be back."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from acting import words
from asking import passer_by
from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, deadline
from motcua.organization import timekeeping
from motcua.organization.selectors import calendar_of, office_by_slug, offices_with_desk
from motcua.portal.templatetags.portal import in_words
from world import NOW, World

PERMIT = "tx-gpxd-nha-o-do-thi"
TODAY = NOW.date()
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _catalogue_is_there(world: World) -> None:
    """Every page here stands on the real catalogue, without a dossier."""


@pytest.fixture
def moment() -> Iterator[None]:
    """Whatever moment a test sets, the world goes back to its own."""
    yield
    timekeeping.set_demonstration(NOW)


def links(path: str) -> list[str]:
    page = passer_by().get(path).content.decode()
    return re.findall(r'href="(/thu-tuc/[^"]+)"', page)


@pytest.mark.parametrize("slug", ["bim-son", "ba-dinh", "ha-lan"])
def test_an_office_lists_exactly_what_it_handles_today(slug: str) -> None:
    handled = catalogue.procedures_of(office_by_slug(slug).id, TODAY)

    listed = links(f"/thu-tuc?don-vi={slug}")

    assert listed == [f"/thu-tuc/{slug}/{row.slug}" for row in handled]
    assert len(listed) > 60


def test_without_an_office_or_with_an_unknown_one_it_is_the_towns_list() -> None:
    assert (
        links("/thu-tuc") == links("/thu-tuc?don-vi=khong-co") == links("/thu-tuc?don-vi=bim-son")
    )


@pytest.mark.parametrize("typed", ["giay phep xay dung nha o", "GPXD nhà ở", "xin phép xây nhà"])
def test_part_of_a_name_without_accents_finds_the_procedure(typed: str) -> None:
    page = passer_by().get("/thu-tuc", {"tim": typed})

    found = re.findall(r'href="(/thu-tuc/[^"]+)"', page.content.decode())
    assert f"/thu-tuc/bim-son/{PERMIT}" in found[:5]
    assert f'value="{typed}"' in page.content.decode()


def test_nothing_found_says_how_to_look_again() -> None:
    page = words(passer_by().get("/thu-tuc", {"tim": "qwrtzp"}))

    assert "Không có thủ tục nào khớp" in page
    assert "Xem tất cả" in page
    assert "0 thủ tục" in page


def test_a_field_narrows_the_list_to_as_many_as_it_says() -> None:
    rows = catalogue.procedures_of(office_by_slug("bim-son").id, TODAY)
    field, count = catalogue.fields_of(rows)[0]

    listed = links(f"/thu-tuc?linh-vuc={field}")

    assert len(listed) == count
    assert words(passer_by().get("/thu-tuc")).count(f"{field} {count}") == 1


def test_what_is_typed_is_shown_as_words_never_as_markup() -> None:
    page = passer_by().get("/thu-tuc", {"tim": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page


def test_very_long_words_are_cut_and_answered() -> None:
    assert passer_by().get("/thu-tuc", {"tim": "x" * 10_000}).status_code == 200


def test_a_procedure_says_papers_fee_days_steps_and_its_law() -> None:
    version = catalogue.version_for(office_by_slug("bim-son").id, PERMIT, TODAY)

    page = words(passer_by().get(f"/thu-tuc/bim-son/{PERMIT}"))

    assert all(paper.name in page for paper in version.components)
    for said in (version.name, version.fee_text, version.result, version.legal_basis):
        assert said in page
    assert "Kiểm tra thực địa Phòng Quản lý đô thị" in page
    assert "Bản có hiệu lực từ 01/01/2017." in page


@pytest.mark.parametrize(
    "at",
    [
        datetime(2017, 3, 31, 9, 42, tzinfo=VN),
        datetime(2017, 4, 5, 15, 30, tzinfo=VN),
        datetime(2017, 1, 25, 16, 0, tzinfo=VN),
        datetime(2017, 4, 29, 22, 0, tzinfo=VN),
    ],
)
def test_filed_whole_now_it_would_be_back_when_the_clock_says(at: datetime, moment: None) -> None:
    office = office_by_slug("bim-son")
    version = catalogue.version_for(office.id, PERMIT, at.date())
    due = deadline(calendar_of(office.id), version.allowance, at, (), version.cutoff).due_at
    timekeeping.set_demonstration(at)

    page = words(passer_by().get(f"/thu-tuc/bim-son/{PERMIT}"))

    assert due is not None
    said = re.search(r"Nộp đủ giấy tờ lúc này thì hẹn trả (\S+) [^.]*?(\d\d/\d\d/\d{4}) \.", page)
    assert said
    assert said.groups() == (f"{due:%H:%M}", f"{due:%d/%m/%Y}")
    assert "Không tính thời gian bổ sung giấy tờ hoặc nộp thuế, nếu có." in page


def test_where_the_calendar_has_no_data_nothing_is_promised(moment: None) -> None:
    timekeeping.set_demonstration(datetime(2040, 3, 1, 9, 0, tzinfo=VN))

    answer = passer_by().get("/thu-tuc/phuong-bim-son/khai-sinh")

    assert answer.status_code == 200
    assert "Nộp đủ giấy tờ lúc này" not in words(answer)


def test_what_is_not_taken_at_the_desk_says_why_and_promises_nothing() -> None:
    office = office_by_slug("bim-son")
    away = [row for row in catalogue.procedures_of(office.id, TODAY) if not row.at_desk]

    pages = {row.slug: words(passer_by().get(f"/thu-tuc/bim-son/{row.slug}")) for row in away}

    assert len(away) == 29
    for row in away:
        assert row.not_at_desk_reason
        assert f"Không nhận tại bộ phận một cửa : {row.not_at_desk_reason}" in pages[
            row.slug
        ].replace("cửa:", "cửa :")
        assert "Nộp đủ giấy tờ lúc này" not in pages[row.slug]
    assert words(passer_by().get("/thu-tuc")).count("Không nhận tại một cửa") == 29


def test_every_procedure_of_every_office_has_its_page() -> None:
    broken = []
    for office in offices_with_desk():
        if office.slug not in ("bim-son", "ba-dinh", "ha-lan"):
            continue
        for row in catalogue.procedures_of(office.id, TODAY):
            answer = passer_by().get(f"/thu-tuc/{office.slug}/{row.slug}")
            page = answer.content.decode()
            if answer.status_code != 200 or "None" in words(answer) or "{{" in page:
                broken.append(f"{office.slug}/{row.slug}")
    assert broken == []


@pytest.mark.parametrize(
    "path",
    [
        "/thu-tuc/khong-co/" + PERMIT,
        "/thu-tuc/bim-son/khong-co",
        "/thu-tuc/ba-dinh/" + PERMIT,
        "/kiosk/thu-tuc/bim-son/khong-co",
    ],
)
def test_what_is_not_there_is_a_page_that_leads_on(path: str) -> None:
    answer = passer_by().get(path)

    assert answer.status_code == 404
    assert 'href="/' in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/thu-tuc",
        "/thu-tuc?tim=khai+sinh",
        "/thu-tuc?tim=khai+sinh&don-vi=bim-son",
        f"/thu-tuc/bim-son/{PERMIT}",
        "/kiosk/thu-tuc",
        "/kiosk/thu-tuc?tim=khai+sinh",
    ],
)
def test_a_warm_page_asks_the_database_next_to_nothing(path: str) -> None:
    passer_by().get(path)
    timekeeping.now()

    with CaptureQueriesContext(connection) as queries:
        answer = passer_by().get(path)

    assert answer.status_code == 200
    assert len(queries) <= 1


@pytest.mark.parametrize("path", ["/", "/thu-tuc", f"/thu-tuc/bim-son/{PERMIT}"])
def test_listing_pages_are_only_read(path: str) -> None:
    assert passer_by().post(path).status_code == 405
    assert passer_by().head(path).status_code == 200


def test_the_first_page_leads_to_search_lookup_and_every_office() -> None:
    page = passer_by().get("/").content.decode()

    assert 'action="/thu-tuc"' in page or 'action="/tra-cuu"' in page
    assert 'action="/tra-cuu"' in page
    for office in offices_with_desk():
        assert f"don-vi={office.slug}" in page


def test_each_event_of_life_on_the_first_page_finds_procedures() -> None:
    page = passer_by().get("/").content.decode().replace("&amp;", "&")

    leads = re.findall(r'href="(/thu-tuc\?[^"]*tim=[^"]*)"', page)

    assert len(leads) >= 6
    assert all(links(lead) for lead in leads)


@pytest.mark.parametrize("path", ["/", "/tra-cuu", "/kiosk", "/kiosk/tra-cuu"])
def test_in_english_all_but_the_offices_own_words_is_english(path: str) -> None:
    """Names of procedures, papers, desks and offices are data, in the language of the law."""
    page = words(passer_by("en").get(path))

    own = [one for office in offices_with_desk() for one in (office.name, office.short_name)]
    for word in (*own, office_by_slug("bim-son").desk_name, "Tiếng Việt"):
        page = page.replace(word, "")
    assert not VIETNAMESE.findall(page)


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("15 ngày làm việc", "15 working days"),
        ("0,5 ngày làm việc", "0.5 working days"),
        ("1 ngày", "1 day"),
        ("trong ngày", "the same day"),
        ("còn 2 ngày 1 giờ", "2 days 1 hour left"),
        ("quá 3 giờ 12 phút", "3 hours 12 minutes late"),
        ("đến hạn", "due now"),
        ("xong sớm 2 ngày", "done 2 days early"),
        ("xong đúng hạn", "done on time"),
        ("xong, quá 1 giờ", "done 1 hour late"),
        ("UBND thị xã", "UBND thị xã"),
    ],
)
def test_terms_and_times_are_said_in_english_to_whoever_chose_it(said: str, english: str) -> None:
    with translation.override("en"):
        assert in_words(said) == english
    with translation.override("vi"):
        assert in_words(said) == said


def test_an_english_page_gives_terms_and_steps_in_english() -> None:
    page = words(passer_by("en").get(f"/thu-tuc/bim-son/{PERMIT}"))

    assert "Time limit 15 days" in page
    assert "Kiểm tra thực địa Phòng Quản lý đô thị · 2 days 4 hours" in page
    assert "Monday to Friday 07:30–11:30 and 13:30–17:30" in page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "What would you like to do?"),
        ("/thu-tuc", "272 procedures at UBND Thị xã Bỉm Sơn"),
        (f"/thu-tuc/bim-son/{PERMIT}", "If filed complete now, the result is promised for"),
        (f"/thu-tuc/bim-son/{PERMIT}", "What to bring"),
    ],
)
def test_the_pages_are_there_in_english(path: str, said: str) -> None:
    assert said in words(passer_by("en").get(path))


def test_a_version_begins_on_its_day() -> None:
    version = catalogue.version_for(office_by_slug("bim-son").id, PERMIT, TODAY)

    assert version.effective_on == date(2017, 1, 1)
    assert catalogue.is_in_force(version.id, TODAY)
    assert not catalogue.is_in_force(version.id, date(2016, 12, 31))
