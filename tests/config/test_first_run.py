"""The first-run page: nobody on the network takes an install; who sees the terminal sets it up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from acting import words
from motcua.config import environment
from motcua.config.installing import code, waiting
from motcua.identity.selectors import anybody_can_sign_in
from motcua.organization.selectors import home_office
from postgres_session import Server

FORM = {
    "office": "", "kind": "ward", "name": "UBND phường Nam Sơn Mẫu", "below": "",
    "agency_code": "000.09.19.H56", "next_number": "1", "address": "", "phone": "",
    "morning_from": "7h30", "morning_to": "11:30", "afternoon_from": "13g30",
    "afternoon_to": "17:30", "full_name": "Lê Thị Cửa Mẫu", "title": "Quản trị",
    "username": "quantri", "password": "ba con mèo vàng", "again": "ba con mèo vàng",
    "public_url": "",
}  # fmt: skip


@pytest.fixture
def data(
    server: Server, blank: str, django_db_blocker: Any, tmp_path: Path, settings: Any
) -> Iterator[Path]:
    """An empty folder and a database with tables and nobody in it."""
    from world import _forget

    (tmp_path / "keys").mkdir()
    settings.MOTCUA_DATA = tmp_path
    with django_db_blocker.unblock():
        name = server.copy(blank)
        before = server.use(name)
        _forget()
        waiting.forget()
        yield tmp_path
        server.use(before)
        server.drop(name)
        _forget()
        waiting.forget()


def unlocked(data: Path) -> Client:
    """A browser whose person typed the code."""
    browser = Client()
    answer = browser.post("/thiet-lap", {"code": code.the_code(data).upper().replace("-", " ")})
    assert answer.status_code == 302
    return browser


@pytest.mark.parametrize("path", ["/", "/can-bo/dang-nhap", "/tra-cuu", "/kiosk", "/can-bo/"])
def test_every_page_leads_to_the_first_run_page(data: Path, path: str) -> None:
    answer = Client().get(path)

    assert (answer.status_code, answer["Location"]) == (302, "/thiet-lap")


def test_without_the_code_nothing_is_shown_and_nothing_is_done(data: Path) -> None:
    browser = Client()

    shown = browser.get("/thiet-lap")
    wrong = browser.post("/thiet-lap", {"code": "aaaa-aaaa-aaaa"})
    past = browser.post("/thiet-lap", FORM)

    assert "Người quản trị" not in words(shown)
    assert wrong.status_code == 403
    assert "Mã thiết lập không đúng" in words(wrong)
    assert past.status_code == 403
    assert not anybody_can_sign_in()


def test_who_has_the_code_moves_in_and_the_code_is_spent(data: Path) -> None:
    browser = unlocked(data)

    done = browser.post(
        "/thiet-lap", {**FORM, "public_url": "https://motcua.mau.vn/", "on_network": "on"}
    )

    home = home_office()
    kept = environment.kept_in(data)
    assert done.status_code == 200, words(done)
    assert home is not None
    assert home.name == "UBND phường Nam Sơn Mẫu"
    assert not (data / "keys" / "first-run").exists()
    assert kept["MOTCUA_PUBLIC_URL"] == "https://motcua.mau.vn"
    assert kept["MOTCUA_LISTEN"].startswith("0.0.0.0:")
    assert kept["MOTCUA_PROXY"] == "127.0.0.1"
    assert browser.get("/thiet-lap").status_code == 404
    assert Client().get("/can-bo/dang-nhap").status_code == 200


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Chưa ghi tên đơn vị"),
        ({"agency_code": "xx"}, "không đúng dạng"),
        ({"agency_code": "000.01.19.H56"}, "đã là của Phường Ba Đình"),
        ({"below": "Nam Sơn"}, "bắt đầu bằng Phường"),
        ({"below": "Thị xã Mẫu; 000.02.29.H56"}, "không phải cấp dưới"),
        ({"morning_from": "sáng"}, "ghi như 07:30"),
        ({"morning_from": "25:00"}, "ghi như 07:30"),
        ({"morning_from": "12:00"}, "mở trước, đóng sau"),
        ({"next_number": "0"}, "từ 1 đến"),
        ({"password": "ngắn", "again": "ngắn"}, "ít nhất 10 ký tự, mới có 4"),
        ({"again": "khác"}, "không giống nhau"),
        ({"username": "Lê Cửa"}, "không hợp lệ"),
        ({"public_url": "motcua"}, "ghi như https://"),
        ({"phone": "abc"}, "Số điện thoại"),
    ],
)
def test_a_fault_is_said_at_its_field_and_what_was_typed_stays(
    data: Path, change: dict[str, str], sentence: str
) -> None:
    answer = unlocked(data).post("/thiet-lap", {**FORM, **change})

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert "Lê Thị Cửa Mẫu" in answer.content.decode()
    assert not anybody_can_sign_in()


def test_settings_in_the_folder_answer_what_the_environment_leaves_open(tmp_path: Path) -> None:
    environment.keep(tmp_path, {"MOTCUA_LISTEN": "0.0.0.0:8400"})
    environment.keep(tmp_path, {"MOTCUA_PUBLIC_URL": "http://mot.mau.vn"})

    read = environment.read({"MOTCUA_DATA": str(tmp_path)})
    above = environment.read({"MOTCUA_DATA": str(tmp_path), "MOTCUA_LISTEN": "127.0.0.1:1"})

    assert (read.port, read.public_url, read.loopback) == (8400, "http://mot.mau.vn", False)
    assert above.loopback


@pytest.mark.parametrize("line", ["MOTCUA_SAI=1", "MOTCUA_LISTEN"])
def test_a_line_nobody_can_read_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / environment.FILE).write_text(line)

    with pytest.raises(environment.SettingRefused):
        environment.read({"MOTCUA_DATA": str(tmp_path)})
