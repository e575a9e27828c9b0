"""Before it is received: sent in and looked at in time, or shown incomplete and brought again."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from motcua.core.clock import VN
from motcua.core.flow import Stage, State, national_state
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Before, Done
from motcua.dossiers.figures import figures
from motcua.dossiers.models import Dossier, Event, Party
from motcua.dossiers.references import reference_in
from motcua.dossiers.selectors.search import search
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.dossiers.verifying.run import differences
from office import ANSWER_BY, LACKS, MONDAY, OWNER, PLAIN, Office

NEXT_DAY = MONDAY + timedelta(days=1)


def kinds(dossier: Dossier) -> list[str]:
    return list(
        Event.objects.filter(dossier=dossier).order_by("seq").values_list("kind", flat=True)
    )


def received(office: Office) -> int:
    town = office.people["clerk"].office_id
    at = NEXT_DAY + timedelta(days=30)
    told = figures([town], MONDAY - timedelta(days=30), at, at).get(town)
    return told.received if told else 0


def test_what_was_sent_in_is_looked_at_within_eight_working_hours(office: Office) -> None:
    friday = datetime(2017, 3, 3, 15, 0, tzinfo=VN)

    dossier = office.waiting(at=friday)

    assert dossier.stage == Stage.SUBMITTED
    assert dossier.due_at == datetime(2017, 3, 6, 15, 0, tzinfo=VN)
    assert national_state(State.from_json(dossier.flow)).code == 1
    assert reference_in(dossier.code) == dossier.code
    assert not dossier.steps.exists()


def test_it_gets_its_code_and_its_due_time_when_it_is_received_and_keeps_its_channel(
    office: Office,
) -> None:
    before = received(office)
    dossier = office.waiting()
    reference = dossier.code
    assert received(office) == before

    outcome = office.take_in(dossier, NEXT_DAY)

    assert isinstance(outcome, Done)
    assert (dossier.stage, dossier.channel) == (Stage.IN_PROGRESS, "post")
    assert dossier.code != reference
    assert dossier.code.split("-")[1] == "170307"
    assert dossier.received_at == NEXT_DAY
    assert dossier.due_at > NEXT_DAY
    assert dossier.steps.count() == 1
    assert received(office) == before + 1
    assert not State.from_json(dossier.flow).checked_late


def test_looked_at_too_late_it_stays_marked(office: Office) -> None:
    dossier = office.waiting()

    office.take_in(dossier, MONDAY + timedelta(days=2))

    assert State.from_json(dossier.flow).checked_late


def test_people_told_at_the_receipt_take_the_place_of_those_sent_in(office: Office) -> None:
    dossier = office.waiting()

    office.take_in(dossier, NEXT_DAY, owners=(OWNER, OWNER))

    assert Party.objects.filter(dossier=dossier).count() == 2
    assert list(check_chunk([dossier], Checked())) == []


def test_it_is_refused_with_a_number_and_its_reason(office: Office) -> None:
    dossier = office.waiting()

    unsaid = office.take_in(dossier, NEXT_DAY, services.refuse_intake)
    office.take_in(dossier, NEXT_DAY, services.refuse_intake, reason="Không thuộc thẩm quyền")

    assert isinstance(unsaid, Refused)
    assert unsaid.code == "no_reason"
    assert dossier.stage == Stage.INTAKE_REFUSED
    assert national_state(State.from_json(dossier.flow)).code == 3
    assert reference_in(dossier.code) is None


def test_what_lacks_a_paper_waits_under_a_reference_and_is_found_by_it_and_by_name(
    office: Office,
) -> None:
    before = received(office)
    dossier = office.incomplete()
    clerk = office.people["clerk"]

    assert dossier.stage == Stage.INCOMPLETE
    assert (dossier.due_at, dossier.supplements) == (None, 0)
    assert received(office) == before
    for words in (dossier.code.lower(), "le thi hien mau", OWNER.id_number):
        assert dossier.code in [row.code for row in search(clerk, words, MONDAY).rows]


def test_completion_before_the_intake_leaves_the_once_of_the_processing_free(
    office: Office,
) -> None:
    dossier = office.incomplete()
    office.take_in(dossier, MONDAY + timedelta(days=9))
    assert State.from_json(dossier.flow).guided_at == MONDAY

    asked = office.act(
        services.request_supplement, dossier, "clerk",
        items=[LACKS], document="3/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip

    assert isinstance(asked, Done)
    assert dossier.supplements == 1


def test_it_is_asked_again_only_for_what_was_asked(office: Office) -> None:
    dossier = office.incomplete()
    more = [LACKS, Deficiency(2, "Mờ", "Chụp lại")]

    refused = office.act(services.ask_completion, dossier, "clerk", items=more)
    again = office.act(
        services.ask_completion, dossier, "clerk", items=[LACKS], reply_by=date(2017, 4, 3)
    )

    assert isinstance(refused, Refused)
    assert refused.code == "asks_more"
    assert isinstance(again, Done)
    assert kinds(dossier) == ["completion_asked", "completion_asked"]


def test_what_was_sent_in_can_be_asked_to_be_completed_and_then_received(office: Office) -> None:
    dossier = office.waiting()

    office.act(services.ask_completion, dossier, "clerk", items=[LACKS])
    office.take_in(dossier, NEXT_DAY)

    assert kinds(dossier) == ["submitted", "completion_asked", "received"]
    assert list(check_chunk([dossier], Checked())) == []


@pytest.mark.parametrize("pressed", ["again", "stale"])
def test_pressing_twice_receives_once(office: Office, pressed: str) -> None:
    dossier = office.waiting()
    intake = office.intake(PLAIN, at=NEXT_DAY)
    key, before = uuid4(), Before(dossier.id, dossier.head_seq)
    whole = [replace(intake, before=before)]

    (first,) = services.receive(whole, key=key)
    (second,) = services.receive(whole, key=key if pressed == "again" else uuid4())

    assert isinstance(first, Done)
    if pressed == "again":
        assert isinstance(second, Done)
        assert second.code == first.code
    else:
        assert isinstance(second, Refused)
        assert second.code == "moved"


def test_nothing_else_can_be_done_with_it(office: Office) -> None:
    dossier = office.waiting()
    asked = [Asked(dossier.id, dossier.head_seq, NEXT_DAY, office.people["clerk"])]

    (outcome,) = services.withdraw(asked, reason="Đổi ý", key=uuid4())

    assert isinstance(outcome, Refused)
    assert outcome.code == "wrong_stage"


def test_the_whole_house_verifies_with_them(office: Office) -> None:
    assert list(differences()) == []
