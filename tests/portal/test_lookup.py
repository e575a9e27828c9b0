"""`/tra-cuu`: anyone learns where a dossier stands, nobody learns whose it is."""

import logging
import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from acting import words
from asking import passer_by, same, slip_check
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import ProcedureVersion
from motcua.core.clock import calendar_to_json, national_calendar
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.organization import selectors as organization
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.organization.services.hours import write_edition
from office import ANSWER_BY, MONDAY, OWNER, PLAIN, Office

PERMIT = "tx-gpxd-nha-o-do-thi"
SENSITIVE = "tx-nhan-cha-me-con-nuoc-ngoai"
NOT_FOUND = "Không tìm thấy hồ sơ với mã này"
MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def code(office: Office) -> str:
    """A building permit in the hands of the case officer."""
    dossier = office.received(PERMIT)
    office.act(services.hand_over, dossier, "clerk")
    return dossier.code


@pytest.fixture(scope="module")
def hidden(office: Office) -> dict[str, str]:
    """Codes that lead nowhere, each for its own reason."""
    return {
        "unknown": "000.00.19.H56-170306-9999",
        "another day": "000.00.19.H56-150306-0001",
        "foreign": "000.00.19.H57-170306-0001",
        "malformed": "000.00.19.H56-170306",
        "no such day": "000.00.19.H56-170231-0001",
        "words": "giấy phép của tôi",
        "long": "9" * 10_000,
        "control sign": "000.00.19\x00.H56-170306-0001",
    }


def test_a_code_alone_says_state_dates_and_department(code: str) -> None:
    page = words(passer_by().get("/tra-cuu", {"ma": code}))

    assert "Đang giải quyết" in page
    assert "Hẹn trả 17:30 Thứ Ba 21/03/2017" in page
    assert "Đang ở: Phòng Quản lý đô thị" in page
    assert "Cấp giấy phép xây dựng" not in page
    assert "Các bước" not in page


def test_with_the_check_of_the_slip_the_steps_stand_open(code: str) -> None:
    page = words(passer_by().get("/tra-cuu", {"ma": code, "kt": slip_check(code).lower()}))

    assert "Cấp giấy phép xây dựng đối với nhà ở riêng lẻ tại đô thị" in page
    assert "Kiểm tra hồ sơ Phòng Quản lý đô thị" in page


def test_a_wrong_check_is_as_good_as_none(code: str) -> None:
    right = slip_check(code)
    wrong = right[:-1] + ("7" if right[-1] != "7" else "9")

    with_wrong = passer_by().get("/tra-cuu", {"ma": code, "kt": wrong})

    assert same(with_wrong) == same(passer_by().get("/tra-cuu", {"ma": code}))


@pytest.mark.parametrize("as_typed", ["lower", "spaced", "dashed"])
def test_a_code_is_read_however_it_was_typed(code: str, as_typed: str) -> None:
    typed = {
        "lower": code.lower(),
        "spaced": f"  {code[:10]} {code[10:]} ",
        "dashed": code.replace("-", "–"),
    }[as_typed]

    assert same(passer_by().post("/tra-cuu", {"ma": typed})) == same(
        passer_by().post("/tra-cuu", {"ma": code})
    )


@pytest.mark.parametrize("path", ["/tra-cuu", "/kiosk/tra-cuu"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whatever_is_not_found_gets_one_answer(
    hidden: dict[str, str], path: str, method: str
) -> None:
    answers = {
        why: getattr(passer_by(), method)(path, {"ma": typed}) for why, typed in hidden.items()
    }

    assert {answer.status_code for answer in answers.values()} == {200}
    assert len({same(answer) for answer in answers.values()}) == 1
    assert NOT_FOUND in words(answers["unknown"])
    headers = [
        {name: value for name, value in answer.headers.items() if name != "X-Request-Id"}
        for answer in answers.values()
    ]
    assert all(one == headers[0] for one in headers)


@pytest.mark.parametrize("path", ["/tra-cuu", "/kiosk/tra-cuu"])
@pytest.mark.parametrize("with_slip", [True, False], ids=["slip", "bare code"])
def test_whoever_asks_for_a_void_dossier_is_told_that_it_is_void_and_nothing_else(
    office: Office, path: str, with_slip: bool
) -> None:
    void = office.received(PERMIT)
    office.act(services.void, void, "clerk", reason="Nhập nhầm")
    asked = {"ma": void.code} | ({"kt": slip_check(void.code)} if with_slip else {})

    answer = words(passer_by().get(path, asked))

    assert "Giấy hẹn này đã huỷ" in answer
    assert "Hẹn trả" not in answer
    assert "giấy phép" not in answer


def test_a_dossier_refused_at_the_counter_is_not_to_be_found(office: Office) -> None:
    intake = replace(office.intake(PERMIT), reason="Không thuộc thẩm quyền")
    services.refuse_intake([intake], key=uuid4(), whole=True)
    refused = Dossier.objects.get(stage="intake_refused")

    answer = passer_by().get("/tra-cuu", {"ma": refused.code, "kt": slip_check(refused.code)})

    assert NOT_FOUND in words(answer)


def test_a_sensitive_procedure_answers_with_state_and_dates_only(office: Office) -> None:
    dossier = office.received(SENSITIVE)
    version = catalogue.version(dossier.procedure_version_id)
    office.act(services.hand_over, dossier, "clerk")

    asked = {"ma": dossier.code, "kt": slip_check(dossier.code)}
    answer = passer_by().get("/tra-cuu", asked)

    page = words(answer)
    assert version.sensitive
    assert "Đang giải quyết" in page
    assert "Hẹn trả" in page
    assert "Đang ở" not in page
    assert "Các bước" not in page
    assert version.name not in page
    assert version.field not in page
    assert same(answer) == same(passer_by().get("/tra-cuu", {"ma": dossier.code}))


def test_while_papers_are_awaited_it_says_so_and_promises_nothing(office: Office) -> None:
    dossier = office.received(PERMIT)
    office.act(services.hand_over, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip

    page = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))

    assert "Đang chờ bổ sung giấy tờ" in page
    assert "Thời gian chờ không tính vào thời hạn" in page
    assert "Dừng từ" in page
    assert "Hẹn trả" not in page
    assert "Thiếu chữ ký" not in page


def test_a_result_waits_then_is_returned(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    office.act(services.return_to_desk, dossier, "records")
    waiting = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))
    office.act(services.return_result, dossier, "clerk", collector="owner")

    returned = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))

    assert "Đã có kết quả, mời đến nhận" in waiting
    assert "Có kết quả từ" in waiting
    assert "Đã trả kết quả" in returned
    assert "Trả lúc" in returned


def refused(office: Office, slug: str = PLAIN, **changes: Any) -> Dossier:
    """A dossier whose answer is a refusal, lying at the desk."""
    dossier = office.received(slug, **changes)
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    office.act(
        services.return_to_desk, dossier, "records",
        outcome="refused", document="31/UBND-QLĐT", note="Công trình nằm ngoài quy hoạch",
    )  # fmt: skip
    assert (dossier.stage, dossier.outcome) == ("finished", "refused")
    return dossier


@pytest.mark.parametrize("path", ["/tra-cuu", "/kiosk/tra-cuu"])
def test_a_refusal_is_told_as_one_with_where_its_answer_is_fetched(
    office: Office, path: str
) -> None:
    dossier = refused(office)
    desk = office_by_slug("bim-son").desk_name

    waiting = words(passer_by().get(path, {"ma": dossier.code}))
    office.act(services.return_result, dossier, "clerk", collector="owner")
    returned = words(passer_by().get(path, {"ma": dossier.code}))

    assert "Hồ sơ không được giải quyết, có văn bản từ chối nêu rõ lý do" in waiting
    assert f"Nhận tại: {desk}" in waiting
    assert "Đã trả văn bản từ chối giải quyết" in returned
    for said in (waiting, returned):
        assert "ó kết quả" not in said
        assert "Đã trả kết quả" not in said
        assert "quy hoạch" not in said
        assert OWNER.name not in said


def test_a_refusal_that_goes_by_post_calls_nobody_to_the_desk(office: Office) -> None:
    dossier = refused(office, result_by="post")

    page = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))

    assert "có văn bản từ chối nêu rõ lý do" in page
    assert "Văn bản được gửi qua bưu điện như ông, bà đã chọn." in page
    assert "Nhận tại" not in page


def as_read_anew() -> None:
    """Forget the versions, which never change while a program runs."""
    catalogue.forget()
    catalogue._known.clear()


def test_of_a_sensitive_procedure_a_refusal_and_a_result_read_alike(office: Office) -> None:
    dossier = office.received()
    row = ProcedureVersion.objects.filter(pk=dossier.procedure_version_id)
    pages = []

    row.update(sensitive=True)
    as_read_anew()
    for outcome in ("result", "refused"):
        Dossier.objects.filter(pk=dossier.pk).update(
            stage="finished", outcome=outcome, finished_at=MONDAY
        )
        pages.append(same(passer_by().get("/tra-cuu", {"ma": dossier.code})))
    said = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))
    row.update(sensitive=False)
    as_read_anew()

    assert pages[0] == pages[1]
    assert "Đã có văn bản trả lời" in said
    assert "từ chối" not in said


def test_a_withdrawn_dossier_says_so(office: Office) -> None:
    dossier = office.received(PERMIT)
    office.act(services.withdraw, dossier, "clerk", reason="Đổi ý")

    assert "Người nộp đã rút hồ sơ" in words(passer_by().get("/tra-cuu", {"ma": dossier.code}))


def test_no_page_shows_a_person_however_the_code_is_shown(office: Office, code: str) -> None:
    asked = {"ma": code, "kt": slip_check(code)}
    pages = [
        passer_by().get(path, asked).content.decode() for path in ("/tra-cuu", "/kiosk/tra-cuu")
    ]

    people = [OWNER.name, OWNER.id_number, OWNER.phone, OWNER.address]
    people += [actor.person for actor in office.people.values()]
    assert not [one for one in people for page in pages if one in page]
    assert not [page for page in pages if "***" in page or "Mẫu" in page]


def test_an_answer_is_kept_by_nobody_and_its_address_goes_nowhere(code: str) -> None:
    answer = passer_by().get("/tra-cuu", {"ma": code})

    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("path", ["/tra-cuu", "/kiosk/tra-cuu"])
def test_a_lookup_asks_the_database_twice_at_most(code: str, path: str) -> None:
    asked = {"ma": code, "kt": slip_check(code)}
    passer_by().get(path, asked)
    timekeeping.now()

    with CaptureQueriesContext(connection) as queries:
        passer_by().get(path, asked)

    assert len(queries) <= 2


def test_what_cannot_be_a_code_never_reaches_the_database() -> None:
    passer_by().post("/tra-cuu", {"ma": "x"})
    timekeeping.now()

    with CaptureQueriesContext(connection) as queries:
        passer_by().post("/tra-cuu", {"ma": "Nguyễn Văn Không Mẫu"})

    assert len(queries) == 0


@pytest.mark.usefixtures("within_a_minute")
def test_after_thirty_questions_in_a_minute_an_address_has_to_wait(code: str) -> None:
    hasty, patient = passer_by(), passer_by()

    answers = [hasty.post("/tra-cuu", {"ma": code}) for _ in range(31)]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert "Ông, bà chờ một phút rồi thử lại" in words(answers[-1])
    assert code not in words(answers[-1])
    assert hasty.get("/kiosk/tra-cuu", {"ma": code}).status_code == 429
    assert patient.post("/tra-cuu", {"ma": code}).status_code == 200


@pytest.mark.usefixtures("within_a_minute")
def test_guessing_wrong_codes_counts_like_right_ones() -> None:
    guesser = passer_by()

    answers = [guesser.post("/tra-cuu", {"ma": f"000.00.19.H56-170306-{n:04d}"}) for n in range(31)]

    assert answers[-1].status_code == 429


def test_opening_the_form_is_never_limited() -> None:
    person = passer_by()

    assert {person.get("/tra-cuu").status_code for _ in range(40)} == {200}


def test_what_people_type_travels_by_post_and_a_scanned_code_by_its_address(code: str) -> None:
    page = passer_by().get("/tra-cuu").content.decode()
    scanned = passer_by().get("/tra-cuu", {"ma": code, "kt": slip_check(code)})

    (form,) = re.findall(r'<form method="(\w+)"\s+action="/tra-cuu"', page)
    assert form == "post"
    assert "Kiểm tra hồ sơ" in words(scanned)


def test_what_was_typed_stands_in_no_answer_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    typed = "Nguyễn Thị Gõ Nhầm Mẫu"
    with caplog.at_level(logging.DEBUG):
        answer = passer_by().post("/tra-cuu", {"ma": typed})
        passer_by().get("/tra-cuu", {"ma": typed})

    assert typed not in answer.content.decode()
    assert caplog.records
    assert all(typed not in str(record.__dict__) for record in caplog.records)


def test_an_empty_form_sent_says_how_to_go_on() -> None:
    sent = passer_by().post("/tra-cuu", {"ma": "  "})

    assert NOT_FOUND in words(sent)
    assert NOT_FOUND not in words(passer_by().get("/tra-cuu"))


def test_a_form_of_another_site_is_refused(code: str) -> None:
    answer = Client(enforce_csrf_checks=True).post("/tra-cuu", {"ma": code})

    assert answer.status_code == 403
    assert "Biểu mẫu đã cũ" in words(answer)


def test_other_methods_are_not_for_this_page() -> None:
    assert passer_by().put("/tra-cuu").status_code == 405
    assert passer_by().head("/tra-cuu").status_code == 200


def test_in_english_the_page_speaks_english(code: str) -> None:
    answer = passer_by("en").get("/tra-cuu", {"ma": code})

    page = words(answer)
    assert answer["Content-Language"] == "en"
    assert '<html lang="en"' in answer.content.decode()
    assert "In progress" in page
    assert "Promised for 17:30 Tuesday 21/03/2017" in page
    assert "No dossier was found under this code" in words(
        passer_by("en").post("/tra-cuu", {"ma": "x"})
    )


def test_what_a_browser_prefers_by_itself_changes_nothing(code: str) -> None:
    answer = passer_by().get("/tra-cuu", {"ma": code}, headers={"accept-language": "en"})

    assert answer["Content-Language"] == "vi"


def test_a_promise_over_days_off_not_yet_announced_says_so(office: Office) -> None:
    announced = {**calendar_to_json(national_calendar()), "confirmed_until": "2017-03-10"}
    write_edition(office.people["clerk"].office_id, announced, at=MONDAY)
    organization.forget()
    dossier = office.received(PERMIT)

    page = words(passer_by().get("/tra-cuu", {"ma": dossier.code}))

    assert dossier.due_provisional
    assert "dự kiến, theo lịch nghỉ chưa công bố" in page
