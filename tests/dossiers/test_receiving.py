"""Received at the counter: a code of the day, a due time, one event; or refused and nothing."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import CodeBook, Dossier, Event, Party
from motcua.fees.models import Bill
from motcua.messages.models import OutboxMessage
from office import MONDAY, Office


def test_a_dossier_gets_the_next_code_of_its_office_and_day(office: Office) -> None:
    first, second = office.received(), office.received()

    day = "000.00.19.H56-170306"
    assert [first.code[:20], second.code[:20]] == [day, day]
    assert int(second.code[-4:]) == int(first.code[-4:]) + 1


def test_five_working_days_from_monday_morning_end_the_next_monday(office: Office) -> None:
    dossier = office.received()

    assert dossier.due_at == datetime(2017, 3, 13, 8, 0, tzinfo=VN)
    assert dossier.stage == "in_progress"
    assert [event.kind for event in dossier.events.all()] == ["received"]


def test_the_same_key_answers_with_the_first_dossier(office: Office) -> None:
    key, intake = uuid4(), office.intake()
    (first,) = services.receive([intake], key=key)
    before = Dossier.objects.count()

    (again,) = services.receive([intake], key=key)

    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert again.again
    assert again.code == first.code
    assert Dossier.objects.count() == before


def test_names_and_numbers_stand_in_the_party_and_in_no_event(office: Office) -> None:
    dossier = office.received()

    party = Party.objects.get(dossier=dossier)
    payload = str(Event.objects.get(dossier=dossier).payload)
    assert party.name == "Lê Thị Hiên Mẫu"
    assert party.search_key == "le thi hien mau"
    assert all(word not in payload for word in ("Hiên", "038000000012", "0900000012", "Khu phố"))


def test_a_received_dossier_with_a_fee_has_one_bill_and_one_notice(office: Office) -> None:
    dossier = office.received(fee_vnd=15000)

    assert Bill.objects.get(dossier=dossier).amount_vnd == 15000
    assert OutboxMessage.objects.filter(dossier=dossier).count() == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"owners": ()}, "no_owner"),
        ({"papers": ()}, "paper_missing"),
        ({"at": datetime(2016, 12, 1, 8, tzinfo=VN)}, "not_in_force"),
    ],
)
def test_what_is_not_whole_or_not_in_force_is_refused_and_takes_no_number(
    office: Office, change: dict[str, object], code: str
) -> None:
    before = list(CodeBook.objects.values_list("day_on", "last"))

    (outcome,) = services.receive([replace(office.intake(), **change)], key=uuid4())  # type: ignore[arg-type]

    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert list(CodeBook.objects.values_list("day_on", "last")) == before


def test_an_officer_of_a_department_may_not_receive(office: Office) -> None:
    intake = replace(office.intake(), by=office.people["officer"])

    (outcome,) = services.receive([intake], key=uuid4())

    assert isinstance(outcome, Refused)
    assert outcome.code == "not_your_act"


def test_a_refusal_at_intake_is_numbered_and_needs_its_reason(office: Office) -> None:
    (without,) = services.refuse_intake([office.intake()], key=uuid4())
    (done,) = services.refuse_intake(
        [replace(office.intake(), reason="Không thuộc thẩm quyền của thị xã")], key=uuid4()
    )

    assert isinstance(without, Refused)
    assert without.code == "no_reason"
    assert isinstance(done, Done)
    assert Dossier.objects.get(pk=done.dossier).stage == "intake_refused"


@pytest.mark.parametrize("n", [1, 7])
def test_an_intake_makes_two_round_trips_whatever_the_number(office: Office, n: int) -> None:
    office.received()
    intakes = [office.intake(at=MONDAY + timedelta(minutes=i)) for i in range(n)]

    with CaptureQueriesContext(connection) as asked:
        services.receive(intakes, key=uuid4(), whole=True)

    sent = [q["sql"] for q in asked if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]
    assert len([sql for sql in sent if not sql.startswith("COMMIT")]) == 2
