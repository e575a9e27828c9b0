"""What is refused, missing or broken is said in the asker's own form, never as a traceback."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from motcua.config import refusals
from motcua.config.middleware import AskersAddress, ChosenLanguage, Refusals
from motcua.core.refusal import Refused

KINDS = [
    (Refused("moved"), 409, "Chưa làm được"),
    (PermissionDenied(), 403, "Không được phép"),
    (Http404("secret"), 404, "Không tìm thấy trang"),
    (OperationalError("secret"), 503, "Mất kết nối dữ liệu"),
    (InterfaceError("secret"), 503, "Mất kết nối dữ liệu"),
    (KeyError("secret"), 500, "Có lỗi trong chương trình"),
]


def refuse(error, path="/x", **headers):
    request = RequestFactory().get(path, headers=headers)
    request.motcua_id = "b8b5a0bb-6755-4143-8dda-1280d1ad23e9"
    return Refusals(lambda _: HttpResponse()).process_exception(request, error)


@pytest.mark.parametrize(("error", "status", "title"), KINDS)
def test_a_person_gets_a_page_with_a_sentence(error, status, title):
    answer = refuse(error)

    page = answer.content.decode()
    assert answer.status_code == status
    assert title in page
    assert "<html" in page
    assert "secret" not in page


@pytest.mark.parametrize(("error", "status", "title"), KINDS)
def test_htmx_gets_a_fragment(error, status, title):
    answer = refuse(error, **{"HX-Request": "true"})

    assert title in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize(("error", "status", "title"), KINDS)
def test_a_machine_gets_problem_json(error, status, title):
    answer = refuse(error, "/api/v1/x")

    problem = json.loads(answer.content)
    assert answer["Content-Type"] == "application/problem+json"
    assert (problem["status"], problem["title"]) == (status, title)


def test_only_the_unforeseen_shows_a_number_and_leaves_a_line(caplog):
    unforeseen, foreseen = refuse(KeyError("x")), refuse(Http404())

    assert "b8b5a0bb" in unforeseen.content.decode()
    assert "b8b5a0bb" not in foreseen.content.decode()
    assert [r.message for r in caplog.records] == ["unforeseen"]


def test_a_lost_database_says_when_to_come_back():
    assert refuse(OperationalError())["Retry-After"] == "5"


def test_a_refusals_code_reaches_the_asker():
    assert json.loads(refuse(Refused("moved", by="x"), "/api/v1/x").content)["code"] == "moved"


def test_a_refusals_sentence_is_the_one_of_the_room_that_refuses():
    mistyped = json.loads(refuse(Refused("unknown_office", office="bim-xon"), "/api/v1/x").content)
    wordless = json.loads(refuse(Refused("never_heard_of"), "/api/v1/x").content)

    assert "bim-xon" in mistyped["detail"]
    assert mistyped["status"] == 404
    assert wordless["detail"] == "Việc này chưa làm được lúc này."


def test_an_unknown_address_is_a_page_of_ours(client):
    answer = client.get("/khong-co-trang-nay")

    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.content.decode()


def test_a_form_without_its_token_is_said_to_be_old():
    request = RequestFactory().post("/x")

    answer = refusals.stale_form(request, "CSRF cookie not set.")

    assert answer.status_code == 403
    assert "Biểu mẫu đã cũ" in answer.content.decode()
    assert "CSRF" not in answer.content.decode()


@pytest.mark.parametrize(
    ("cookie", "language"), [("", "vi"), ("en", "en"), ("fr", "vi"), ("vi", "vi")]
)
def test_a_browser_is_answered_in_vietnamese_unless_it_was_told_otherwise(
    cookie, language, settings
):
    request = RequestFactory().get("/", headers={"Accept-Language": "en-US,en"})
    request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie

    answer = ChosenLanguage(lambda asked: HttpResponse(asked.LANGUAGE_CODE))(request)

    assert answer.content.decode() == language


@pytest.mark.parametrize(
    ("remote", "named", "address"),
    [
        ("10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),  # what a client adds itself is first
        ("10.0.0.1", "", "10.0.0.1"),
        ("203.0.113.7", "6.6.6.6", "203.0.113.7"),
    ],
)
def test_only_our_own_web_server_is_believed_about_who_asks(settings, remote, named, address):
    settings.MOTCUA_PROXIES = ("10.0.0.1",)
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": named})

    answer = AskersAddress(lambda asked: HttpResponse(asked.META["REMOTE_ADDR"]))(request)

    assert answer.content.decode() == address
