"""The outbox: one notice for each event its owner should hear of, by reference, and no more."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.messages import consumers, holding
from motcua.messages.facts import notices_of
from motcua.messages.models import OutboxMessage
from motcua.messages.wordings import LONG, fill, shipped
from office import ANSWER_BY, MONDAY, OWNER, Office

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]


def told(dossier: Dossier) -> list[tuple[int, str]]:
    notices = OutboxMessage.objects.filter(dossier=dossier).order_by("seq")
    return list(notices.values_list("seq", "kind"))


@pytest.fixture
def mended(office: Office) -> Dossier:
    """Received, handed over, something asked for and brought."""
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip
    office.act(services.take_supplement, dossier, "clerk", after=600)
    return dossier


def test_receipt_and_request_are_told_and_the_way_through_the_office_is_not(
    mended: Dossier,
) -> None:
    assert told(mended) == [(1, "received"), (3, "supplement_requested")]


def test_the_result_is_told_when_it_is_back_at_the_desk(office: Office) -> None:
    dossier = office.received()
    for act, by in (
        (services.hand_over, "clerk"),
        (services.hand_over, "officer"),
        (services.approve, "head"),
        (services.approve, "chair"),
        (services.return_to_desk, "records"),
    ):
        office.act(act, dossier, by)

    assert [kind for _, kind in told(dossier)] == ["received", "finished"]
    assert told(dossier)[-1][0] == dossier.head_seq


def test_what_was_sent_in_is_told_by_when_it_is_looked_at_and_what_became_of_it(
    office: Office,
) -> None:
    dossier = office.waiting()
    office.act(services.ask_completion, dossier, "clerk", items=MISSING, reply_by=date(2017, 4, 3))
    *_, asked = notices_of(list(OutboxMessage.objects.filter(dossier=dossier).order_by("seq")))
    assert asked.facts["hen_bo_sung"] == "03/04/2017"
    office.take_in(dossier, MONDAY + timedelta(days=1), services.refuse_intake, reason="Sai nơi")

    assert [kind for _, kind in told(dossier)] == [
        "submitted", "completion_asked", "intake_refused",
    ]  # fmt: skip
    sent, *_ = notices_of(list(OutboxMessage.objects.filter(dossier=dossier).order_by("seq")))
    assert sent.facts["kiem_tra_truoc"] == "08:00 ngày 07/03/2017"
    assert "Hẹn trả" not in fill(shipped()["submitted", LONG], sent.facts).body


def test_a_stop_and_its_end_are_told(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.suspend, dossier, "officer", document="38/CV", reason="nvtc")
    office.act(services.resume, dossier, "officer", document="39/CV")

    assert [kind for _, kind in told(dossier)] == ["received", "suspended", "resumed"]


def test_a_refused_act_and_a_repeated_one_tell_nothing(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "officer")
    asked, key = office.asked(dossier, "clerk"), uuid4()

    services.withdraw([asked], key=key, reason="Đổi ý")
    services.withdraw([asked], key=key, reason="Đổi ý")

    assert [kind for _, kind in told(dossier)] == ["received", "withdrawn"]


def test_a_notice_holds_no_word_about_anybody(mended: Dossier) -> None:
    rows = str(list(OutboxMessage.objects.filter(dossier=mended).values()))

    assert all(word not in rows for word in (OWNER.name, OWNER.phone, OWNER.id_number, "chữ ký"))


def test_after_a_restore_unsent_notices_wait_until_they_are_let_go(
    office: Office, mended: Dossier
) -> None:
    OutboxMessage.objects.update(held=False)
    sent = OutboxMessage.objects.filter(dossier=mended).earliest("seq")
    OutboxMessage.objects.filter(pk=sent.pk).update(state="sent", sent_at=mended.received_at)
    unsent = OutboxMessage.objects.filter(sent_at=None).count()

    assert holding.hold_unsent() == unsent
    assert holding.hold_unsent() == 0
    assert holding.standing() == (unsent, unsent)
    assert not OutboxMessage.objects.get(pk=sent.pk).held
    assert holding.release() == unsent
    assert holding.standing() == (unsent, 0)
    OutboxMessage.objects.filter(pk=sent.pk).update(state="passed", sent_at=None)


def test_what_is_missing_and_what_is_too_much_is_named(office: Office) -> None:
    dossier, other = office.received(), office.received()
    assert list(consumers.differences()) == []

    OutboxMessage.objects.filter(dossier=dossier).delete()
    OutboxMessage.objects.create(dossier=other, seq=9, kind="finished", queued_at=other.received_at)

    assert list(consumers.differences()) == [
        f"{dossier.code}: sự kiện 1 thiếu thông báo",
        f"{other.code}: sự kiện 9 không còn",
    ]
