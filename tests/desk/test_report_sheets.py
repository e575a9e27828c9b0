"""The reports on screen, over the demonstration: a person who presses every figure of a page sees
as many dossiers as it says; what was asked wrongly is said at its place."""

import html
import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client

from motcua.identity.models import Account

QUARTER = "tu=01/01/2017&den=31/03/2017"
BY_LAW = "tu=15/12/2016&den=14/03/2017"
"""Whole half-months, which the tallies answer."""
FIGURE = re.compile(r'<a href="(/can-bo/bao-cao/bieu/[^"]*/ho-so[^"]*)"[^>]*>([\d.]+)<')
OPENED = re.compile(r"<h1>([\d.]+) hồ sơ</h1>")
OF_UNIT = re.compile(r'<a href="([^"]+)" hx-get="([^"]+)"[^>]*>([\d.]+)<')
BESIDE = re.compile(r">([\d.]+) hồ sơ sau con số này<")
WHOLE = re.compile(r'<a href="(/can-bo/bao-cao/bieu/phu-luc-ii/ho-so[^"]*)">')
OF_PLACE = re.compile(r'<a[^>]* href="(/can-bo/dieu-hanh/[^"]*noi=[^"]*)">(\d+)<')
PLACE = re.compile(r'<th scope="row">([^<]*)</th>')
OF_CATALOGUE = re.compile(r'<td>\s*<a href="(/can-bo/thu-tuc[^"]*)"[^>]*>([\d.]+)<')
PAGES = (
    f"/can-bo/bao-cao/phu-luc-ii?{QUARTER}",
    f"/can-bo/bao-cao/bieu/ii-06a?{BY_LAW}",
    f"/can-bo/bao-cao/bieu/ii-06b?{BY_LAW}&theo=unit",
    f"/can-bo/bao-cao/bieu/ii-07?{BY_LAW}&duoi=on",
    f"/can-bo/bao-cao/bieu/tre-han-hai-cach?{QUARTER}",
    f"/can-bo/bao-cao/bieu/cchc-nam?{QUARTER}",
)


@pytest.fixture(scope="module")
def affairs(demo: str) -> Client:
    return signed_in("noivu.bim-son")


def signed_in(username: str) -> Client:
    client = Client()
    account = Account.objects.get(username=username)
    client.force_login(account, backend="motcua.identity.entering.WithPosts")
    return client


def number(text: str) -> int:
    return int(text.replace(".", ""))


def words(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(answer.content.decode())).split())


@pytest.mark.parametrize("path", PAGES)
def test_every_figure_one_presses_opens_as_many_dossiers(affairs: Client, path: str) -> None:
    page = affairs.get(path).content.decode()
    figures = [(html.unescape(url), number(said)) for url, said in FIGURE.findall(page)]

    opened = {url: OPENED.search(affairs.get(url).content.decode()) for url, _ in figures}

    assert len(figures) > 5
    assert {url: number(found[1]) for url, found in opened.items() if found} == dict(figures)


def test_every_figure_of_a_unit_opens_as_many_dossiers_beside_the_sheet(affairs: Client) -> None:
    page = affairs.get(f"/can-bo/bao-cao/phu-luc-ii?{QUARTER}").content.decode()
    figures = [(url, part, number(said)) for url, part, said in OF_UNIT.findall(page)]

    for url, part, said in figures:
        beside = {path: affairs.get(html.unescape(path)).content.decode() for path in (url, part)}
        listed = WHOLE.search(beside[part])
        assert listed, part
        whole = OPENED.search(affairs.get(html.unescape(listed[1])).content.decode())
        shown = beside[part].split('class="grid drill"')[1].split("</table>")[0]

        assert [number(BESIDE.findall(text)[0]) for text in beside.values()] == [said, said]
        assert whole
        assert number(whole[1]) == said
        assert shown.count("<tr>") == min(said, 8)
    assert len(figures) > 10


def test_every_number_of_procedures_opens_as_many_in_the_catalogue(affairs: Client) -> None:
    page = affairs.get(f"/can-bo/bao-cao/phu-luc-ii?{QUARTER}").content.decode()
    figures = [(html.unescape(url), number(said)) for url, said in OF_CATALOGUE.findall(page)]

    opened = {
        url: sum(procedures_on(affairs, f"{url}&trang={n + 1}") for n in range(-(-said // 100)))
        for url, said in figures
    }

    assert len(figures) > 8
    assert opened == dict(figures)


def procedures_on(client: Client, path: str) -> int:
    listed = client.get(path).content.decode().split("<tbody>")[1].split("</tbody>")[0]
    return listed.count('<a href="/can-bo/thu-tuc/')


def test_the_yearly_report_offers_whole_years_and_opens_this_one(affairs: Client) -> None:
    page = affairs.get("/can-bo/bao-cao/bieu/cchc-nam").content.decode()

    assert "Năm 2016</a>" in page
    assert re.search(r'den=31%2F12%2F2017" aria-current="true">Năm 2017<', page)


def test_where_nothing_was_before_the_yearly_report_compares_nothing(affairs: Client) -> None:
    began = affairs.get("/can-bo/bao-cao/bieu/cchc-nam?tu=01/01/2016&den=31/12/2016")
    after = affairs.get("/can-bo/bao-cao/bieu/cchc-nam?tu=01/02/2017&den=28/02/2017")

    assert "Kỳ trước phần mềm chưa có hồ sơ nào" in words(began)
    assert "tăng" not in words(began).split("Ba không")[0].split("Tổng số hồ sơ tiếp nhận")[1]
    assert "Kỳ trước phần mềm" not in words(after)
    assert re.search("(tăng|giảm) [0-9]", words(after))


def test_every_figure_of_a_place_in_the_overview_opens_as_many_dossiers(demo: str) -> None:
    chair = signed_in("chutich.bim-son")
    page = chair.get("/can-bo/dieu-hanh").content.decode()
    figures = [(html.unescape(url), number(said)) for url, said in OF_PLACE.findall(page)]

    opened = {
        url: sum(dossiers_on(chair, f"{url}&trang={n + 1}") for n in range(-(-said // 100)))
        for url, said in figures
    }

    assert len(figures) > 50
    assert opened == dict(figures)


def dossiers_on(client: Client, path: str) -> int:
    return client.get(path).content.decode().count('class="code"')


def test_the_overview_names_each_place_once_and_says_who_holds_what_is_urgent(demo: str) -> None:
    page = signed_in("chutich.bim-son").get("/can-bo/dieu-hanh").content.decode()
    places = [name.strip() for name in PLACE.findall(page)]
    first = page.split('class="grid todo"')[1].split("</table>")[0]

    assert len(places) == len(set(places))
    assert first.count("đang ở ") == first.count("<tr>") == 8


@pytest.mark.parametrize("place", ["x", "1.2", "999999.0.", "1.999999.", "1.0.BP;"])
def test_a_place_there_is_none_of_is_not_found(demo: str, place: str) -> None:
    chair = signed_in("chutich.bim-son")

    assert chair.get("/can-bo/dieu-hanh/qua-han", {"noi": place}).status_code == 404


def test_ii_07_says_reasons_in_words_and_who_receives_it(affairs: Client) -> None:
    page = words(affairs.get(f"/can-bo/bao-cao/bieu/ii-07?{QUARTER}"))

    assert "Quá hạn do công dân không thực hiện nghĩa vụ tài chính" in page
    assert "nvtc" not in page
    assert "Đơn vị nhận báo cáo: UBND" in page


def test_a_list_goes_on_page_by_page_and_narrows(affairs: Client) -> None:
    listed = f"/can-bo/bao-cao/bieu/phu-luc-ii/ho-so?{QUARTER}&dong=bim-son"

    received = affairs.get(f"{listed}&cot=received&trang=9")
    narrowed = affairs.get(f"{listed}&cot=received&tt=qua-han&ld=nvtc")

    assert "Trang 9 trên 9" in words(received)
    assert "Con số của báo cáo là 853" in words(narrowed)
    assert "Quá hạn do công dân không thực hiện" in words(narrowed)


def test_a_list_names_nobody(affairs: Client) -> None:
    page = affairs.get(f"/can-bo/bao-cao/bieu/ii-06a/ho-so?{QUARTER}&dong=tong&cot=overdue")
    listed = html.unescape(page.content.decode().split('<table class="grid hits">')[1])

    assert "/can-bo/ho-so/" in listed
    assert "Mẫu" not in listed.split("</table>")[0]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("tu=05/04/2017&den=01/04/2017", "Ngày cuối kỳ trước ngày đầu kỳ"),
        (f"{QUARTER}&luc=01/01/2030", "còn ở phía trước"),
        (f"{QUARTER}&luc=hôm qua", "ghi như 05/04/2017"),
        (f"{QUARTER}&dv=khong-co", "không thuộc phạm vi báo cáo"),
    ],
)
def test_what_was_asked_wrongly_is_said_at_its_place(
    affairs: Client, query: str, said: str
) -> None:
    answer = affairs.get(f"/can-bo/bao-cao/bieu/ii-06a?{query}")

    assert answer.status_code == 422
    assert said in words(answer)


def test_an_office_that_was_not_there_says_since_when_it_is(affairs: Client) -> None:
    answer = affairs.get("/can-bo/bao-cao/bieu/ii-06a?tu=01/01/1900&den=31/03/1900")

    assert answer.status_code == 422
    assert "ngoài kỳ này" in words(answer)


def test_a_ward_reports_on_itself_alone(affairs: Client) -> None:
    chair = signed_in("chutich.ba-dinh")
    path = f"/can-bo/bao-cao/bieu/ii-06a?{QUARTER}"

    assert "Phường Ba Đình" in words(chair.get(path))
    assert chair.get(f"{path}&dv=ngoc-trao").status_code == 422
    assert chair.get(f"/can-bo/bao-cao/bieu/ii-06a/ho-so?{QUARTER}&dv=bim-son&dong=tong"
                     "&cot=received").status_code == 404  # fmt: skip


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "docx", "pdf"])
def test_a_sheet_is_taken_away_in_each_form(affairs: Client, form: str) -> None:
    answer = affairs.get(f"/can-bo/bao-cao/bieu/ii-06b.{form}?{QUARTER}")

    assert answer.status_code == 200
    assert f"ii-06b-bim-son-20170101-20170331.{form}" in answer["Content-Disposition"]
    if form in ("xlsx", "docx"):
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


def test_phu_luc_ii_is_a_word_document_too(affairs: Client) -> None:
    answer = affairs.get(f"/can-bo/bao-cao/phu-luc-ii.docx?{QUARTER}")

    body = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
    assert "PHỤ LỤC II" in body
    assert "6.533" in body


@pytest.mark.parametrize("path", ["bieu/khong-co", f"bieu/ii-06a/ho-so?{QUARTER}&dong=x&cot=y"])
def test_what_there_is_none_of_is_not_found(affairs: Client, path: str) -> None:
    assert affairs.get(f"/can-bo/bao-cao/{path}").status_code == 404
