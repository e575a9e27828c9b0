"""Figures from below on screen: asked, confirmed, typed from paper with faults at their cells, put
together with every figure leading to what it is made of."""

import html
import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client

from motcua.identity.models import Account

LIST = "/can-bo/bao-cao/tong-hop"
ASKED = {
    "bao_cao": "phu-luc-ii", "tu": "01/02/2017", "den": "28/02/2017", "tinh_den": "28/02/2017",
    "han": "05/04/2017", "yeu_cau": "Theo CV 496/SNV-CCHC", "giay": ["ha-lan"],
}  # fmt: skip
LINK = re.compile(r'<a href="(/can-bo/bao-cao/tong-hop/[^"]*/so\?[^"]*)"[^>]*>([\d.]+)<')
OPENED = re.compile(r"<h1>([\d.]+) hồ sơ</h1>")


def signed_in(username: str) -> Client:
    client = Client()
    account = Account.objects.get(username=username)
    client.force_login(account, backend="motcua.identity.entering.WithPosts")
    return client


def words(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(answer.content.decode())).split())


def number(text: str) -> int:
    return int(text.replace(".", ""))


@pytest.fixture(scope="module")
def affairs(demo: str, data_folder: Any) -> Client:
    return signed_in("noivu.bim-son")


@pytest.fixture(scope="module")
def asked(affairs: Client) -> str:
    """A round of February, asked by the town; Hà Lan is on paper."""
    answer = affairs.post(LIST, ASKED)
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"])


@pytest.fixture(scope="module")
def confirmed(asked: str) -> str:
    """Phú Sơn has confirmed."""
    answer = signed_in("chutich.phu-son").post(f"{asked}/phu-son", {"step": "confirm"})
    assert answer.status_code == 302
    return asked


def test_who_is_asked_reads_it_on_the_morning_and_among_the_reports(asked: str) -> None:
    chair, clerk = signed_in("chutich.ba-dinh"), signed_in("motcua.ba-dinh")
    waits = "UBND Thị xã Bỉm Sơn chờ số liệu Phụ lục II"

    assert waits in words(chair.get("/can-bo/bao-cao"))
    assert waits in words(chair.get("/can-bo/sang-nay"))
    assert waits in words(clerk.get("/can-bo/sang-nay"))
    assert "Chưa xác nhận" in words(clerk.get(LIST))
    assert waits not in words(signed_in("tpht.ba-dinh").get("/can-bo/sang-nay"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"den": "01/01/2017"}, "Ngày cuối kỳ trước ngày đầu kỳ"),
        ({"tinh_den": "01/03/2017"}, "nằm ngoài kỳ"),
        ({"han": ""}, "Chưa ghi hạn xác nhận"),
        ({"han": "01/03/2017"}, "chưa qua"),
        ({"bao_cao": "khac"}, "Chọn báo cáo trong danh sách"),
        ({}, "Kỳ này đã mở rồi"),
    ],
)
def test_a_round_asked_wrongly_is_said_at_its_place_and_stays(
    affairs: Client, asked: str, changed: dict[str, str], said: str
) -> None:
    answer = affairs.post(LIST, {**ASKED, **changed})

    assert answer.status_code in (409, 422)
    assert said in words(answer)
    assert 'value="Theo CV 496/SNV-CCHC"' in answer.content.decode()


def test_every_figure_put_together_leads_to_what_it_counts(affairs: Client, confirmed: str) -> None:
    page = affairs.get(f"{confirmed}/bang")
    figures = {html.unescape(url): number(said) for url, said in LINK.findall(
        page.content.decode())}  # fmt: skip

    shown = {}
    for url in figures:
        answer = affairs.get(url, follow=True)
        found = OPENED.search(answer.content.decode())
        parts = re.search(r"<h1>([\d.]+): ", answer.content.decode())
        known = found or parts
        elsewhere = "thu-tuc" in str(answer.request) or "Tờ số liệu" in words(answer)
        shown[url] = number(known[1]) if known else figures[url] * elsewhere

    assert "Chưa có số liệu của: Phường Ba Đình" in words(page)
    assert len(figures) > 8
    assert shown == figures


def test_a_ward_sees_its_own_answer_and_no_others(confirmed: str) -> None:
    ward = signed_in("chutich.phu-son")

    assert "xác nhận lúc" in words(ward.get(f"{confirmed}/phu-son"))
    assert [ward.get(f"{confirmed}{path}").status_code
            for path in ("", "/bang", ".pdf", "/ba-dinh", "/so?dong=tong:B&cot=received")
            ] == [404] * 5  # fmt: skip
    assert ward.get(f"{confirmed}/so?dv=phu-son&dong=phu-son&cot=received").status_code == 302
    assert signed_in("vanthu.phu-son").get(LIST).status_code == 403


def test_what_does_not_add_up_is_said_at_its_cell_and_what_was_typed_stays(asked: str) -> None:
    clerk = signed_in("motcua.ha-lan")
    typed = {"nguon": "Sổ 2017", "d0-received": "956", "d0-on_time": "940", "d0-overdue": "ít"}

    first = clerk.post(f"{asked}/ha-lan/nhap", typed)
    second = clerk.post(f"{asked}/ha-lan/nhap", {**typed, "d0-overdue": "15", "nguon": ""})

    assert (first.status_code, second.status_code) == (422, 422)
    assert "Ghi số hồ sơ, từ 0" in words(first)
    assert "mà “Tổng số hồ sơ giải quyết đúng hạn” + " in words(second)
    assert "Chưa ghi sổ, văn bản nguồn" in words(second)
    page = second.content.decode()
    assert 'href="#id_d0-received"' in page
    assert 'id="id_d0-received_error"' in page
    assert 'value="956"' in page


def test_a_sheet_is_loaded_confirmed_by_the_chair_and_looked_at_by_the_town(
    affairs: Client, asked: str
) -> None:
    clerk, chair = signed_in("motcua.ha-lan"), signed_in("chutich.ha-lan")
    template = clerk.get(f"{asked}/ha-lan/mau.csv").content.decode("utf-8-sig")
    rows = template.splitlines()
    rows[1] = f"{rows[1]},3,63,,940,15"
    upload = io.BytesIO("\r\n".join(rows).encode())
    upload.name = "so.csv"

    bad = clerk.post(f"{asked}/ha-lan/nhap", {"nap": "1", "nguon_tep": "Sổ"})
    sent = clerk.post(
        f"{asked}/ha-lan/nhap", {"nap": "1", "nguon_tep": "Sổ 01/2017", "tep": upload}
    )
    refused = clerk.post(f"{asked}/ha-lan", {"step": "confirm"})
    done = chair.post(f"{asked}/ha-lan", {"step": "confirm"})

    assert "Chọn tệp." in words(bad)
    assert [sent.status_code, refused.status_code, done.status_code] == [302, 409, 302]
    where = affairs.get(f"{asked}/so?dong=ha-lan&cot=received")["Location"]
    sheet = affairs.get(where)
    assert "Sổ 01/2017" in words(sheet)
    assert "Nhập tay từ sổ giấy" in words(affairs.get(f"{asked}/bang"))
    kept = re.search(r'href="([^"]+/tep)"', sheet.content.decode())
    assert kept
    assert affairs.get(kept[1]).content == upload.getvalue()
    assert signed_in("chutich.phu-son").get(where).status_code == 404
    assert clerk.get(f"{asked}/ha-lan/mau.xlsx").content[:2] == b"PK"


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "docx", "pdf"])
def test_it_is_taken_away_in_each_form(affairs: Client, confirmed: str, form: str) -> None:
    answer = affairs.get(f"{confirmed}.{form}")

    assert answer.status_code == 200
    assert f"tong-hop-phu-luc-ii-bim-son-20170201-20170228.{form}" in answer["Content-Disposition"]
    if form in ("xlsx", "docx"):
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    if form in ("json", "csv"):
        assert "Phường Ba Đình" in answer.content.decode()


def test_reminding_sending_back_closing_and_reopening_say_what_they_did(
    affairs: Client, confirmed: str
) -> None:
    def told(path: str, **sent: str) -> str:
        answer = affairs.post(f"{confirmed}{path}", sent, follow=True)
        return words(answer)

    assert "Đã nhắc đơn vị" in told("/bac-son", step="remind")
    assert "Hôm nay đã nhắc đơn vị rồi" in told("/bac-son", step="remind")
    assert "Chưa ghi lý do" in told("/phu-son", step="send_back")
    assert "Đơn vị nộp từ sổ giấy" in told("/lam-son", step="switch", giay="1")
    assert "Đã chốt, thiếu" in told("", step="close")
    assert "Kỳ tổng hợp đã sang tình trạng khác" in told("", step="cancel", words="Sai")
    assert "Đã mở lại" in told("", step="reopen", words="Thêm một phường")
    assert "Không hồ sơ nào khác" in words(affairs.get(f"{confirmed}/phu-son/so-sanh"))


def test_what_there_is_none_of_is_not_found(affairs: Client, asked: str) -> None:
    nothing = "00000000-0000-4000-8000-000000000000"
    for path in (f"{LIST}/{nothing}", f"{LIST}/giay/{nothing}", f"{asked}/khong-co",
                 f"{asked}.exe", f"{asked}/so?dong=x&cot=y", f"{asked}/ho-so?cq=x&khoa=&cot=y",
                 f"{asked}/ha-lan/mau.exe", f"{asked}/ba-dinh/so-sanh"):  # fmt: skip
        assert affairs.get(path).status_code == 404, path
    assert affairs.post(asked, {"step": "khong-co"}).status_code == 409
    assert signed_in("captren.thanh-hoa").get(asked).status_code == 200
