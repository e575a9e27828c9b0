"""Mistakes at the counter: voided, corrected with both readings kept, or typed in late."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.core.clock import VN
from motcua.core.movements import half
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done, Intake, LateSlip
from motcua.dossiers.models import Dossier, Party, Text
from motcua.dossiers.selectors import receipt_facts
from motcua.dossiers.selectors.control import control_sheet
from motcua.dossiers.selectors.register import Asking, register_lines
from motcua.dossiers.verifying.run import differences
from motcua.papers import control, receipt
from motcua.papers.services import receipt_of
from motcua.reports import tallying
from motcua.reports.models import OfficeTally
from office import MONDAY, OWNER, Office

WHY = "Mất điện cả buổi sáng"
SLIP = LateSlip("07/VT", WHY)
DAY = timedelta(days=1)


def minutes_to(dossier: Dossier, moment: datetime) -> int:
    dossier.refresh_from_db()
    return int((moment - dossier.changed_at).total_seconds() // 60)


def voided(office: Office, dossier: Dossier, by: str, at: datetime) -> Any:
    after = minutes_to(dossier, at)
    return office.act(services.void, dossier, by, after=after, reason="Nhầm thủ tục")


def test_the_clerk_voids_on_the_day_of_receipt(office: Office) -> None:
    dossier = office.received()

    outcome = voided(office, dossier, "clerk", MONDAY.replace(hour=16))

    assert isinstance(outcome, Done)
    assert dossier.stage == "void"


def test_the_day_after_only_a_leader_voids(office: Office) -> None:
    dossier = office.received()

    assert voided(office, dossier, "clerk", MONDAY + DAY) == Refused("leader_after_day")
    assert isinstance(voided(office, dossier, "chair", MONDAY + DAY), Done)


def test_what_left_the_desk_only_a_leader_voids_and_it_counts_on_its_own_line(
    office: Office,
) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")

    assert voided(office, dossier, "clerk", MONDAY.replace(hour=16)) == Refused("left_the_desk")
    assert isinstance(voided(office, dossier, "chair", MONDAY.replace(hour=17)), Done)
    assert OfficeTally.objects.filter(movement="voided").exists()
    assert list(tallying.differences()) == []


def corrected(office: Office, dossier: Dossier, by: str = "clerk", **changes: Any) -> Any:
    reading = {("owner", 0): replace(OWNER, **changes)}
    return office.act(services.correct, dossier, by, parties=reading, reason="Gõ nhầm")


def test_a_corrected_name_is_found_under_the_new_one_and_both_are_told(office: Office) -> None:
    dossier = office.received()

    outcome = corrected(office, dossier, name="Lê Thị Hiền Mẫu", phone="0900000099")

    party = Party.objects.get(dossier=dossier)
    told = Text.objects.filter(dossier=dossier, place="correction").values_list("body", flat=True)
    assert isinstance(outcome, Done)
    assert (party.name, party.search_key) == ("Lê Thị Hiền Mẫu", "le thi hien mau")
    assert sorted(told) == [
        "Họ và tên: Lê Thị Hiên Mẫu → Lê Thị Hiền Mẫu",
        "Điện thoại: 0900000012 → 0900000099",
    ]
    assert "Hiền" not in str(dossier.events.get(kind="corrected").payload)


def test_corrected_twice_it_still_verifies(office: Office) -> None:
    dossier = office.received()
    corrected(office, dossier, name="Lê Thị Hiền Mẫu")
    corrected(office, dossier, name="Lê Thị Hiển Mẫu")

    assert list(differences()) == []


def test_a_person_changed_behind_a_correction_is_found(office: Office) -> None:
    dossier = office.received()
    corrected(office, dossier, name="Lê Thị Hiền Mẫu")
    Party.objects.filter(dossier=dossier).update(phone="0911111111")

    found = list(differences())

    assert len(found) == 1
    assert dossier.code in found[0]
    Party.objects.filter(dossier=dossier).update(phone=OWNER.phone)


def test_what_reads_the_same_is_no_correction(office: Office) -> None:
    dossier = office.received()

    assert corrected(office, dossier) == Refused("nothing_corrected")


def test_a_correction_needs_a_reason_and_a_name(office: Office) -> None:
    dossier = office.received()
    reading = {("owner", 0): replace(OWNER, phone="0900000099")}

    assert office.act(services.correct, dossier, "clerk", parties=reading) == Refused("no_reason")
    with pytest.raises(Refused, match="no_owner"):
        corrected(office, dossier, name="")


def test_officers_of_departments_correct_nothing(office: Office) -> None:
    outcome = corrected(office, office.received(), "officer", name="Lê Thị Hiền Mẫu")

    assert isinstance(outcome, Refused)
    assert outcome.code == "not_your_act"


def late(office: Office, back: timedelta, **changes: Any) -> Any:
    now = MONDAY.replace(hour=10)
    intake: Intake = replace(office.intake(), at=now - back, recorded_at=now, late=SLIP)
    (outcome,) = services.receive([replace(intake, **changes)], key=uuid4())
    return outcome


def entered(office: Office, back: timedelta) -> Dossier:
    outcome = late(office, back)
    assert isinstance(outcome, Done), outcome
    return Dossier.objects.get(pk=outcome.dossier)


def test_a_late_entry_counts_from_its_paper_slip_and_is_numbered_when_typed(
    office: Office,
) -> None:
    friday = MONDAY.replace(hour=10) - timedelta(days=3)

    dossier = entered(office, timedelta(days=3))

    assert dossier.received_at == friday
    assert dossier.due_at == datetime(2017, 3, 10, 10, 0, tzinfo=VN)
    assert dossier.code.split("-")[1] == "170306"
    assert [e.kind for e in dossier.events.order_by("seq")] == ["received", "entered_late"]
    assert OfficeTally.objects.filter(received_on=half(friday.date()), movement="received").exists()
    assert list(tallying.differences()) == []
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("back", "refused"),
    [
        (timedelta(days=-1), Refused("received_ahead")),
        (timedelta(days=6), Refused("too_far_back", days=3)),
    ],
)
def test_it_lies_back_three_working_days_at_most(
    office: Office, back: timedelta, refused: Refused
) -> None:
    assert late(office, back) == refused
    assert isinstance(late(office, timedelta(days=5)), Done)


@pytest.mark.parametrize(
    ("slip", "refused"),
    [(LateSlip("", WHY), "no_slip_number"), (LateSlip("07", ""), "no_reason")],
)
def test_it_needs_the_number_of_the_slip_and_a_reason(
    office: Office, slip: LateSlip, refused: str
) -> None:
    assert late(office, DAY, late=slip) == Refused(refused)


def test_slip_and_control_sheet_name_the_slip_written_by_hand(office: Office) -> None:
    dossier = entered(office, timedelta(days=3))
    clerk = office.people["clerk"]

    slip = receipt.data_of(receipt_of(receipt_facts(dossier.code, clerk)))
    sheet = control.data_of(control_sheet(dossier.code, clerk), MONDAY)

    said = "10 giờ 00 phút, ngày 03/3/2017 (nhập bù theo giấy hẹn viết tay số 07/VT)"
    assert slip["received"] == said
    assert sheet["received"] == said


def test_its_line_of_the_register_says_so(office: Office) -> None:
    dossier = entered(office, timedelta(days=3))
    day = dossier.received_at.date()

    lines = register_lines(office.people["clerk"], Asking(day, day))

    assert [line.note for line in lines if line.code == dossier.code] == ["Nhập bù"]


def test_it_waits_at_the_desk_until_a_leader_saw_the_slip(office: Office) -> None:
    dossier = entered(office, timedelta(days=3))
    assert office.act(services.hand_over, dossier, "clerk") == Refused("late_entry_waits")
    refused = office.act(services.approve_late, dossier, "clerk")
    assert isinstance(refused, Refused)

    office.act(services.approve_late, dossier, "chair")

    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    assert dossier.flow["late"] == "approved"
