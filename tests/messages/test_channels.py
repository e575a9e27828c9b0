"""The ways out against real servers of this machine that take, refuse, hang, and talk nonsense."""

import threading
from typing import Any
from uuid import UUID

import pytest

from motcua.core.delivery import Ending
from motcua.messages import channels
from motcua.messages.channels import Answer, Letter
from motcua.messages.channels.mail import Mail
from motcua.messages.channels.provider import Provider
from posting import MailServer, NoticeServer, free_port

KEY = UUID(int=7)
LETTER = Letter("hien.mau@vidu.vn", "Hồ sơ đã có kết quả", "Kính gửi ông, bà,\nđã có.", KEY)
TEXT = Letter("0900000012", "", "Hồ sơ đã có kết quả.", KEY)


def by_mail(*letters: Letter) -> list[Answer]:
    way = Mail()
    answers = [way.send(one) for one in letters or (LETTER,)]
    way.close()
    return answers


def test_a_letter_arrives_whole_with_the_notices_own_id(mail: MailServer) -> None:
    (answer,) = by_mail()

    (taken,) = mail.taken
    assert answer == Answer(Ending.SENT)
    assert str(taken.get_payload(decode=True), "utf-8").split("\r\n")[:2] == LETTER.body.split("\n")
    assert (taken["To"], taken["From"]) == (LETTER.address, "motcua@bim-son.vidu.vn")
    assert taken["Message-ID"] == f"<{KEY}@bim-son.vidu.vn>"
    assert taken["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        ("RCPT 550 no such user", Ending.PERMANENT),
        ("RCPT 450 full", Ending.TEMPORARY),
        ("554 looks like spam", Ending.PERMANENT),
        ("451 later", Ending.TEMPORARY),
        ("drop", Ending.UNCLEAR),
    ],
)
def test_what_the_server_says_is_taken_at_its_word_and_the_next_letter_goes_on(
    mail: MailServer, said: str, ending: Ending
) -> None:
    mail.answers = [said]

    first, second = by_mail(LETTER, LETTER)

    assert (first.ending, second.ending) == (ending, Ending.SENT)
    assert LETTER.address not in first.note


def test_a_server_that_is_not_there_is_a_failure_that_may_pass(settings: Any) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = False

    (answer,) = by_mail()

    assert answer.ending is Ending.TEMPORARY


def test_an_address_with_a_line_break_is_refused_and_not_sent(mail: MailServer) -> None:
    (answer,) = by_mail(Letter("a@vidu.vn\nBcc: b@vidu.vn", "x", "y", KEY))

    assert answer.ending is Ending.PERMANENT
    assert mail.taken == []


def test_a_short_notice_is_asked_for_with_the_key_of_the_office_and_its_own(
    notices: NoticeServer,
) -> None:
    answer = Provider("sms", notices.url, "khoa-mau").send(TEXT)

    assert answer == Answer(Ending.SENT)
    said = {"channel": "sms", "to": TEXT.address, "text": TEXT.body, "key": str(KEY)}
    assert notices.asked == [said]
    assert notices.headers[0]["Authorization"] == "Bearer khoa-mau"
    assert notices.headers[0]["Idempotency-Key"] == str(KEY)


@pytest.mark.parametrize(
    ("status", "body", "ending"),
    [
        (200, b"<html>welcome", Ending.UNCLEAR),
        (200, b'{"status": "ok"}', Ending.UNCLEAR),
        (200, b"[]", Ending.UNCLEAR),
        (202, b'{"id": 5}', Ending.SENT),
        (302, b"", Ending.PERMANENT),
        (400, b'{"to": "0900000012"}', Ending.PERMANENT),
        (401, b"", Ending.TEMPORARY),
        (429, b"", Ending.TEMPORARY),
        (503, b"", Ending.TEMPORARY),
    ],
)
def test_what_the_provider_answers_is_sent_only_when_it_names_what_it_took(
    notices: NoticeServer, status: int, body: bytes, ending: Ending
) -> None:
    notices.answers = [(status, body)]

    answer = Provider("sms", notices.url, "khoa-mau").send(TEXT)

    assert answer.ending is ending
    assert TEXT.address not in answer.note


def test_a_provider_that_hangs_leaves_it_unclear(
    notices: NoticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.messages.channels.provider.TIMEOUT_SECONDS", 0.2)
    notices.hang = threading.Event()

    answer = Provider("sms", notices.url, "khoa-mau").send(TEXT)

    assert answer.ending is Ending.UNCLEAR
    assert channels.TIMEOUT_SECONDS > 1


def test_a_provider_that_is_not_there_is_a_failure_that_may_pass() -> None:
    answer = Provider("zalo", f"http://127.0.0.1:{free_port()}/", "k").send(TEXT)

    assert answer.ending is Ending.TEMPORARY
