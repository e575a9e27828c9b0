"""Notices on their way out: what is sent, what is not, and that "sent" means sent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection

from motcua.core.clock import VN
from motcua.core.delivery import Ending, State
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.jobs import runs
from motcua.messages import consumers, delivering, holding, sending
from motcua.messages.channels import EMAIL, SMS, Answer, Letter
from motcua.messages.models import Attempt, OutboxMessage, TrialLetter
from motcua.messages.overtaken import overtaken
from motcua.organization import timekeeping
from office import MONDAY, OWNER, Office
from posting import MailServer

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]
WITH_MAIL = replace(OWNER, email="hien.mau@vidu.vn")
CONNECTING = ("dbname", "user", "password", "host", "port")
WAY = (
    (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
    (services.approve, "chair"), (services.return_to_desk, "records"),
)  # fmt: skip


class Box:
    """A channel that keeps what it is given and answers as told."""

    def __init__(self, *endings: Ending) -> None:
        self.letters: list[Letter] = []
        self.endings = list(endings)
        self.during: Any = None
        self.down = False

    def send(self, letter: Letter) -> Answer:
        self.letters.append(letter)
        if self.during is not None:
            self.during()
        return Answer(self.endings.pop(0) if self.endings else Ending.SENT, down=self.down)

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture(autouse=True)
def nothing_else_waits(office: Office) -> None:
    OutboxMessage.objects.filter(state=State.WAITING).update(state=State.PASSED)


def elsewhere() -> psycopg.Connection[Any]:
    """Another session on the same database, as another process has it."""
    known = {n: v for n, v in connection.get_connection_params().items() if n in CONNECTING}
    return psycopg.connect(**known, autocommit=True)


def received(office: Office, person: Any = WITH_MAIL, **changes: Any) -> Dossier:
    return office.received(owners=(person,), **changes)


def after(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def send(at: datetime, **channels: Box) -> Mapping[str, int]:
    return sending.send_due(at, channels)


def only(dossier: Dossier, kind: str = "received") -> OutboxMessage:
    return OutboxMessage.objects.get(dossier=dossier, kind=kind)


def endings(message: OutboxMessage) -> Sequence[str]:
    return list(message.attempts.order_by("number").values_list("ending", flat=True))


def test_it_waits_as_long_as_the_act_may_be_taken_back_and_then_goes_once(office: Office) -> None:
    dossier, mail = received(office), Box()

    early = send(after(4.9), email=mail)
    send(after(5), email=mail)
    again = send(after(60), email=mail)

    assert (early, again) == ({}, {})
    (letter,) = mail.letters
    assert letter.address == WITH_MAIL.email
    assert dossier.code in letter.subject
    message = only(dossier)
    assert (message.state, message.sent_at, endings(message)) == ("sent", after(5), ["sent"])


def test_who_left_a_phone_only_is_told_by_a_short_notice(office: Office) -> None:
    received(office, OWNER)
    mail, text = Box(), Box()

    send(after(5), email=mail, sms=text)

    assert mail.letters == []
    assert [one.address for one in text.letters] == [OWNER.phone]


def test_without_any_way_a_person_is_asked_and_it_is_never_called_sent(office: Office) -> None:
    nothing = replace(OWNER, phone="")
    silent, unreachable = received(office, nothing), received(office, OWNER)

    send(after(5), email=Box())

    assert [(only(one).state, only(one).why) for one in (silent, unreachable)] == [
        ("person", "no_address"),
        ("person", "no_channel"),
    ]
    assert only(silent).sent_at is None


def test_the_attempt_is_committed_before_the_channel_is_asked(office: Office) -> None:
    dossier, mail = received(office), Box()
    seen: list[Any] = []

    def look() -> None:
        with elsewhere() as other:
            seen.extend(other.execute(ATTEMPTS, [dossier.pk]).fetchall())

    mail.during = look
    send(after(5), email=mail)

    assert seen == [(1, "")]


ATTEMPTS = (
    "SELECT a.number, a.ending FROM outgoing_attempt a JOIN outgoing_outboxmessage m"
    " ON m.id = a.message_id WHERE m.dossier_id = %s"
)


def test_after_a_failure_it_rests_one_five_thirty_minutes_and_two_hours(office: Office) -> None:
    dossier, mail = received(office), Box(*[Ending.TEMPORARY] * 5)
    tried: list[float] = []

    for minute in range(5, 200):
        before = len(mail.letters)
        send(after(minute), email=mail)
        tried += [minute] * (len(mail.letters) - before)

    assert tried == [5, 6, 11, 41, 161]
    assert (only(dossier).state, only(dossier).why) == ("person", "exhausted")


def test_a_channel_that_is_down_is_asked_once_a_round_and_the_others_wait_untried(
    office: Office,
) -> None:
    first, second, by_phone = received(office), received(office), received(office, OWNER)
    mail, text = Box(Ending.TEMPORARY), Box()
    mail.down = True

    send(after(5), email=mail, sms=text)
    mail.down = False
    tried = [only(one).attempts.count() for one in (first, second)]
    send(after(6), email=mail, sms=text)

    assert sorted(tried) == [0, 1]
    assert [only(one).state for one in (first, second, by_phone)] == ["sent"] * 3


def test_an_address_the_server_refuses_is_tried_by_phone_and_then_left_to_a_person(
    office: Office,
) -> None:
    by_phone, refused = received(office), received(office, replace(WITH_MAIL, phone=""))
    text = Box()

    send(after(5), email=Box(Ending.PERMANENT, Ending.PERMANENT), sms=text)
    send(after(5), email=Box(), sms=text)

    assert only(by_phone).state == "sent"
    assert [one.channel for one in only(by_phone).attempts.order_by("number")] == [EMAIL, SMS]
    assert (only(refused).state, only(refused).why) == ("person", "refused")


def abandoned(dossier: Dossier, number: int = 1) -> None:
    """What a killed worker leaves: an attempt without an ending."""
    message = only(dossier)
    Attempt.objects.create(message=message, number=number, channel=EMAIL, begun_at=after(5))
    message.next_at = after(5)
    message.save()


def test_an_attempt_whose_worker_was_killed_is_made_again_once_and_marked(office: Office) -> None:
    dossier, mail = received(office), Box()
    abandoned(dossier)

    send(after(6), email=mail)

    message = only(dossier)
    assert (message.state, endings(message)) == ("sent", ["lost", "sent"])
    assert [one.may_repeat for one in message.attempts.order_by("number")] == [False, True]


def test_after_a_second_loss_a_person_decides(office: Office) -> None:
    dossier, mail = received(office), Box(Ending.UNCLEAR)
    send(after(5), email=mail)
    abandoned(dossier, number=2)

    send(after(6), email=mail)

    assert len(mail.letters) == 1
    assert (only(dossier).state, only(dossier).why) == ("person", "unclear")


def test_what_another_worker_is_sending_is_passed_by(office: Office) -> None:
    dossier, inner = received(office), Box()
    mail = Box()
    key = only(dossier).pk % 2**31

    with elsewhere() as other:
        other.execute("SELECT pg_advisory_lock(hashtext('motcua.messages.send'), %s)", [key])
        send(after(5), email=inner)
        other.execute("SELECT pg_advisory_unlock_all()")
    send(after(5), email=mail)

    assert (inner.letters, len(mail.letters)) == ([], 1)


def test_an_undone_act_is_not_told_and_neither_is_its_undoing(office: Office) -> None:
    dossier, mail = received(office), Box()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.suspend, dossier, "officer", document="38/CV", reason="nvtc")
    office.act(services.undo, dossier, "officer", after=2)

    send(after(300), email=mail)

    assert [only(dossier, kind).state for kind in ("suspended", "undone")] == ["cancelled"] * 2
    assert len(mail.letters) == 1


def test_an_undoing_of_what_may_have_arrived_is_told(office: Office) -> None:
    dossier, mail = received(office), Box()
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.suspend, dossier, "officer", document="38/CV", reason="nvtc")
    office.act(services.undo, dossier, "officer", after=2)
    told = only(dossier, "suspended")
    Attempt.objects.create(
        message=told, number=1, channel=EMAIL, begun_at=after(60), ended_at=after(60), ending="sent"
    )
    OutboxMessage.objects.filter(pk=told.pk).update(state="sent", sent_at=after(60))

    send(after(300), email=mail)

    assert only(dossier, "undone").state == "sent"
    assert "không còn đúng" in mail.letters[-1].body


def test_an_apology_names_the_new_day_and_not_the_reason(office: Office) -> None:
    dossier, mail = received(office), Box()
    office.act(services.hand_over, dossier, "clerk")
    apology = {"promised_on": date(2017, 3, 20), "document": "4/PXL", "reason": "qua-tai"}
    office.act(services.apologise, dossier, "head", **apology)

    send(after(300), email=mail)

    said = mail.letters[-1].body
    assert "Hẹn lại ngày trả: 17:30 ngày 20/03/2017." in said
    assert "quá tải" not in said
    assert "4/PXL" not in said
    assert list(consumers.differences()) == []


def test_a_void_dossier_is_told_nothing(office: Office) -> None:
    dossier, mail = received(office), Box()
    office.act(services.void, dossier, "clerk", reason="Nhầm người")

    send(after(300), email=mail)

    assert mail.letters == []
    assert (only(dossier).state, only(dossier).why) == ("cancelled", "void")


@pytest.mark.parametrize(("result_by", "told"), [("desk", False), ("post", True)])
def test_a_result_handed_over_is_told_only_when_it_went_by_post(
    office: Office, result_by: str, told: bool
) -> None:
    dossier, mail = received(office, result_by=result_by), Box()
    for act, who in WAY:
        office.act(act, dossier, who)
    office.act(services.return_result, dossier, "clerk", collector="owner", note="CMND 0380")

    send(after(3000), email=mail)

    assert (only(dossier, "result_returned").state == "sent") is told
    assert any("bưu điện" in one.body for one in mail.letters) is told
    assert list(consumers.differences()) == []


def test_what_is_held_after_a_restore_is_not_sent_and_marked_when_let_go(office: Office) -> None:
    dossier, mail = received(office), Box()
    holding.hold_unsent()

    send(after(60), email=mail)
    held = len(mail.letters)
    holding.release()
    send(after(61), email=mail)

    assert (held, len(mail.letters)) == (0, 1)
    assert only(dossier).attempts.get().may_repeat


def test_what_nobody_tried_for_a_week_is_left_to_a_person(office: Office) -> None:
    dossier, mail = received(office), Box()

    send(after(7 * 24 * 60 + 1), email=mail)

    assert mail.letters == []
    assert (only(dossier).state, only(dossier).why) == ("person", "stale")


def test_a_demonstration_passes_over_its_made_up_past_and_fills_its_own_box(
    office: Office, monkeypatch: pytest.MonkeyPatch, mail: MailServer
) -> None:
    old, new = received(office), received(office, at=after(180))

    delivering.run(after(190), after(190))

    assert [only(one).state for one in (old, new)] == ["passed", "sent"]
    assert mail.taken == []
    assert TrialLetter.objects.get(body__contains=new.code).address == WITH_MAIL.email


def test_the_worker_remembers_when_sending_failed_and_when_it_went_well_again(
    office: Office, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timekeeping, "is_demonstration", lambda: False)
    received(office)
    mail.answers = ["451 later"]

    delivering.run(after(5), after(5000))
    failed = runs.last_run(delivering.NAME)
    delivering.run(after(6), after(5001))
    well = runs.last_run(delivering.NAME)

    assert failed
    assert failed.failing
    assert well
    assert not well.failing
    assert delivering.standing(after(7)).channels == ("email",)


def test_a_notice_called_sent_without_an_attempt_that_was_is_found(office: Office) -> None:
    dossier = received(office)
    OutboxMessage.objects.filter(dossier=dossier).update(state="sent", sent_at=after(9))

    found = list(consumers.differences())
    OutboxMessage.objects.filter(dossier=dossier).update(state="passed", sent_at=None)

    assert found == [f"{dossier.code}: thông báo 1 ghi đã gửi mà chưa gửi"]


def test_a_round_begins_nothing_once_its_time_is_up(office: Office) -> None:
    received(office)
    mail = Box()

    ended = sending.send_due(after(5), {"email": mail}, seconds=-1)

    assert (ended, mail.letters) == ({}, [])


def test_overtaken_asks_nothing_of_a_notice_that_stands(office: Office) -> None:
    dossier = received(office)

    assert overtaken(only(dossier), after(5), []) is None
    assert MONDAY.tzinfo is VN
