"""`/api/v1/`: what anyone may know, for machines. Never a person."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asking import passer_by, slip_check
from motcua.catalogue import selectors as catalogue
from motcua.dossiers import services
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from office import OWNER, Office
from world import NOW

PERMIT = "tx-gpxd-nha-o-do-thi"
SENSITIVE = "tx-nhan-cha-me-con-nuoc-ngoai"
ALWAYS = {
    "code", "office", "stage", "outcome", "received_at", "due_at", "due_provisional",
    "paused_since", "finished_at", "returned_at", "holder", "national_code", "national_name",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def code(office: Office) -> str:
    dossier = office.received(PERMIT)
    office.act(services.hand_over, dossier, "clerk")
    return dossier.code


def ask(code: str, check: str = "") -> dict[str, Any]:
    answer = passer_by().get(f"/api/v1/dossiers/{code}", {"kt": check} if check else {})
    assert answer.status_code == 200
    value: dict[str, Any] = answer.json()
    return value


def test_a_code_alone_answers_state_dates_and_department(code: str) -> None:
    value = ask(code)

    assert set(value) == ALWAYS
    assert value["code"] == code
    assert value["stage"] == "in_progress"
    assert (value["national_code"], value["national_name"]) == (4, "Đang xử lý")
    assert value["holder"] == "Phòng Quản lý đô thị"
    assert value["received_at"] == "2017-03-06T08:00:00+07:00"
    assert datetime.fromisoformat(value["due_at"]).isoformat() == "2017-03-21T17:30:00+07:00"
    assert value["finished_at"] is None


def test_with_the_check_of_the_slip_procedure_and_steps_come_too(code: str) -> None:
    value = ask(code, slip_check(code))

    assert set(value) == ALWAYS | {"procedure", "steps"}
    assert value["procedure"].startswith("Cấp giấy phép xây dựng")
    assert [step["state"] for step in value["steps"]][:3] == ["passed", "here", "ahead"]
    assert all(set(step) == {"name", "holder", "state"} for step in value["steps"])


def test_a_refusal_is_told_from_a_result(office: Office) -> None:
    dossier = office.received()
    open_ = ask(dossier.code)["outcome"]
    for act, who in (
        (services.hand_over, "clerk"), (services.hand_over, "officer"),
        (services.approve, "head"), (services.approve, "chair"),
    ):  # fmt: skip
        office.act(act, dossier, who)
    refusal = {"outcome": "refused", "document": "31/UBND", "note": "Ngoài quy hoạch"}
    office.act(services.return_to_desk, dossier, "records", **refusal)

    value = ask(dossier.code)

    assert (open_, value["stage"], value["outcome"]) == ("", "finished", "refused")


def test_a_wrong_check_is_as_good_as_none(code: str) -> None:
    assert ask(code, "AAAA") == ask(code)


def test_a_sensitive_procedure_answers_state_and_dates_only(office: Office) -> None:
    dossier = office.received(SENSITIVE)

    value = ask(dossier.code, slip_check(dossier.code))

    assert set(value) == ALWAYS
    assert value["holder"] == ""
    assert value["due_at"]


def test_unknown_foreign_void_and_malformed_codes_are_one_answer(office: Office) -> None:
    void = office.received(PERMIT)
    office.act(services.void, void, "clerk", reason="Nhập nhầm")
    codes = [
        void.code, "000.00.19.H56-170306-9999", "000.00.19.H57-170306-0001", "x", "9" * 5000,
        "000.00.19.H56-170231-0001", "Nguyễn Văn Không Mẫu",
    ]  # fmt: skip

    answers = [passer_by().get(f"/api/v1/dossiers/{one}", {"kt": slip_check(one)}) for one in codes]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0]["Content-Type"] == "application/problem+json"
    assert json.loads(answers[0].content)["title"] == "Không tìm thấy hồ sơ với mã này."


def test_no_person_is_in_any_answer(office: Office, code: str) -> None:
    text = json.dumps(ask(code, slip_check(code)), ensure_ascii=False)

    people = [OWNER.name, OWNER.id_number, OWNER.phone, OWNER.address]
    people += [actor.person for actor in office.people.values()]
    assert not [one for one in people if one in text]


def test_an_answer_is_kept_by_nobody(code: str) -> None:
    assert passer_by().get(f"/api/v1/dossiers/{code}")["Cache-Control"] == "no-store"


def test_a_lookup_asks_the_database_twice_at_most(code: str) -> None:
    ask(code)
    timekeeping.now()

    with CaptureQueriesContext(connection) as queries:
        ask(code, slip_check(code))

    assert len(queries) <= 2


@pytest.mark.usefixtures("within_a_minute")
def test_after_sixty_questions_in_a_minute_a_machine_has_to_wait(code: str) -> None:
    machine = passer_by()

    answers = [machine.get(f"/api/v1/dossiers/{code}") for _ in range(61)]

    assert [answer.status_code for answer in answers] == [200] * 60 + [429]
    assert answers[-1].json()["title"] == "Hỏi quá nhiều lần. Chờ một phút rồi hỏi lại."
    assert passer_by().get(f"/api/v1/dossiers/{code}").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/dossiers/x", "/api/v1/procedures?office=bim-son"])
def test_machines_only_read_here(code: str, path: str) -> None:
    assert passer_by().post(path).status_code == 405
    assert passer_by().delete(path).status_code == 405


@pytest.mark.parametrize("slug", ["bim-son", "ba-dinh"])
def test_the_procedures_of_an_office_are_those_of_its_catalogue(code: str, slug: str) -> None:
    rows = catalogue.procedures_of(office_by_slug(slug).id, NOW.date())

    value = passer_by().get("/api/v1/procedures", {"office": slug}).json()

    assert value["office"] == slug
    assert [one["id"] for one in value["procedures"]] == [row.slug for row in rows]
    assert [one["at_desk"] for one in value["procedures"]] == [row.at_desk for row in rows]
    assert value["procedures"][0]["effective_on"] == "2017-01-01"


def test_procedures_are_found_by_words_at_most_fifty(code: str) -> None:
    found = passer_by().get("/api/v1/procedures", {"office": "bim-son", "q": "cap giay"}).json()
    none = passer_by().get("/api/v1/procedures", {"office": "bim-son", "q": "qwrtzp"}).json()

    assert 0 < len(found["procedures"]) <= 50
    assert none["procedures"] == []


@pytest.mark.parametrize("slug", ["", "khong-co", "x" * 5000])
def test_an_unknown_office_is_a_problem_with_words(code: str, slug: str) -> None:
    answer = passer_by().get("/api/v1/procedures", {"office": slug})

    assert answer.status_code == 404
    assert answer.json() == {
        "type": "urn:motcua:unknown_office",
        "title": "Không có đơn vị này.",
        "status": 404,
    }


def test_an_unknown_address_is_a_problem_too(code: str) -> None:
    answer = passer_by().get("/api/v1/khong-co")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
