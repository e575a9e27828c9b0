"""The acts on a dossier, each by the position that may do it, each with its event."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.doors import doors
from motcua.dossiers.services.waiting import Deficiency
from office import ANSWER_BY, Office

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]


def kinds(dossier: Dossier) -> list[str]:
    return list(dossier.events.order_by("seq").values_list("kind", flat=True))


def test_a_dossier_goes_from_the_counter_to_its_owner(office: Office) -> None:
    dossier = office.received()

    office.act(services.hand_over, dossier, "clerk")
    office.act(services.see, dossier, "officer")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    office.act(services.return_to_desk, dossier, "records")
    office.act(services.return_result, dossier, "clerk2", collector="owner", note="CMND 0380")

    assert kinds(dossier) == [
        "received", "handed_over", "seen", "handed_over", "approved", "approved", "handed_over",
        "finished", "result_returned",
    ]  # fmt: skip
    assert (dossier.stage, dossier.outcome) == ("returned", "result")


def test_whoever_does_not_hold_the_step_is_refused_and_told_who_does(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")

    outcome = office.act(services.hand_over, dossier, "clerk")

    assert isinstance(outcome, Refused)
    assert outcome.code in ("not_your_step", "not_your_act")
    assert kinds(dossier) == ["received", "handed_over"]


def test_a_second_request_is_refused_and_leaves_no_event(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip
    office.act(services.take_supplement, dossier, "clerk", after=600)

    second = office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="38/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip

    assert isinstance(second, Refused)
    assert second.code == "already_asked"
    assert kinds(dossier)[2:] == ["supplement_requested", "supplement_taken"]


def test_while_the_owner_mends_the_clock_stands_and_the_due_time_moves(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    promised = dossier.due_at

    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip
    assert (dossier.due_at, dossier.stage) == (None, "awaiting_supplement")
    assert dossier.paused_since is not None

    office.act(services.take_supplement, dossier, "clerk", after=24 * 60)
    assert promised is not None
    assert dossier.due_at == promised + timedelta(days=1)
    assert dossier.paused_since is None


def test_a_stop_of_the_clock_needs_its_document(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")

    outcome = office.act(services.suspend, dossier, "officer", document=" ", reason="nvtc")

    assert isinstance(outcome, Refused)
    assert outcome.code == "no_document"


def test_the_clock_does_not_stop_for_what_the_office_is_late_with(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")

    with pytest.raises(Refused) as refused:
        office.act(services.suspend, dossier, "officer", document="1/TB", reason="loi-he-thong")

    assert refused.value.code == "not_a_wait"


def test_recall_works_until_the_receiver_opens(office: Office) -> None:
    unopened, opened = office.received(), office.received()
    for dossier in (unopened, opened):
        office.act(services.hand_over, dossier, "clerk")
    office.act(services.see, opened, "officer")

    assert isinstance(office.act(services.recall, unopened, "clerk"), Done)
    refused = office.act(services.recall, opened, "clerk")
    assert isinstance(refused, Refused)
    assert refused.code == "already_opened"


def test_what_is_sent_back_returns_straight_to_the_sender(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")

    office.act(services.send_back, dossier, "head", note="Thiếu căn cứ")
    assert [step.key for step in dossier.steps.filter(left_at=None)] == ["xu-ly"]
    office.act(services.hand_over, dossier, "officer")
    assert [step.key for step in dossier.steps.filter(left_at=None)] == ["duyet"]


def test_a_late_result_needs_its_reason(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair", after=20 * 24 * 60)

    without = office.act(services.return_to_desk, dossier, "records")
    with_it = office.act(services.return_to_desk, dossier, "records", overdue_reason="qua-tai")

    assert isinstance(without, Refused)
    assert without.code == "reason_needed"
    assert isinstance(with_it, Done)
    assert dossier.overdue_reason == "qua-tai"


def test_a_mistaken_intake_is_voided_before_it_leaves_and_never_after(office: Office) -> None:
    mistaken, gone = office.received(), office.received()
    office.act(services.hand_over, gone, "clerk")

    assert isinstance(office.act(services.void, mistaken, "clerk", reason="Nhầm người"), Done)
    refused = office.act(services.void, gone, "clerk", reason="Nhầm người")
    assert mistaken.stage == "void"
    assert isinstance(refused, Refused)


def test_the_owner_may_withdraw_until_there_is_a_result(office: Office) -> None:
    dossier = office.received()

    office.act(services.withdraw, dossier, "clerk", reason="Đổi ý")

    assert (dossier.stage, dossier.outcome) == ("withdrawn", "withdrawn")
    assert dossier.finished_at is not None


def test_of_two_officers_one_wins_and_the_other_is_told_who(office: Office) -> None:
    dossier = office.received()
    first, second = office.asked(dossier, "clerk"), office.asked(dossier, "clerk2", after=31)

    (won,) = services.hand_over([first], key=uuid4())
    (lost,) = services.hand_over([second], key=uuid4())

    assert isinstance(won, Done)
    assert isinstance(lost, Refused)
    assert lost.code == "moved"
    assert lost.facts["person"] == "Lê Thị Quầy Mẫu"


def test_pressing_twice_does_it_once(office: Office) -> None:
    dossier = office.received()
    asked, key = office.asked(dossier, "clerk"), uuid4()

    (first,) = services.hand_over([asked], key=key)
    (again,) = services.hand_over([asked], key=key)

    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert again.again
    assert kinds(dossier) == ["received", "handed_over"]


def test_many_at_once_save_those_that_may_or_none(office: Office) -> None:
    good, bad = office.received(), office.received()
    office.act(services.hand_over, bad, "clerk")

    asked = [office.asked(good, "clerk"), office.asked(bad, "clerk")]
    with pytest.raises(Refused):
        services.hand_over(asked, key=uuid4(), whole=True)
    assert kinds(good) == ["received"]

    done, refused = services.hand_over(asked, key=uuid4())
    assert isinstance(done, Done)
    assert isinstance(refused, Refused)


@pytest.mark.parametrize("n", [1, 5])
def test_an_act_makes_two_round_trips_whatever_the_number(office: Office, n: int) -> None:
    dossiers = [office.received() for _ in range(n)]
    asked = [office.asked(dossier, "clerk") for dossier in dossiers]

    with CaptureQueriesContext(connection) as queries:
        services.hand_over(asked, key=uuid4(), whole=True)

    words = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
    assert len([q for q in queries if not q["sql"].startswith(words)]) == 2


def test_the_time_a_dossier_stood_still_is_nobodys(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.suspend, dossier, "officer", document="1/TB", reason="nvtc", after=60)
    office.act(services.resume, dossier, "officer", after=2 * 24 * 60)

    later = dossier.changed_at + timedelta(minutes=30)
    (here,) = (one for one in doors(dossier, later) if one.state == "here")

    assert here.spent == 60 + 30
