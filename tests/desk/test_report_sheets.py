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
