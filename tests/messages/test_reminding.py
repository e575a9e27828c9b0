"""Reminders the night writes by itself: once for a dossier, and nobody is told twice."""

from datetime import datetime, time, timedelta

import pytest

from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.models import CollectionTerm, Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.run import differences
from motcua.jobs import runs
from motcua.jobs.models import LastRun
from motcua.messages import holding, reminding
from motcua.messages.consumers import ANSWER_REMINDER, REMINDER
from motcua.messages.facts import notice_of
from motcua.messages.models import OutboxMessage
from motcua.messages.overtaken import overtaken
from motcua.messages.services import remind
from office import MONDAY, Office

WAY = (
    (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
    (services.approve, "chair"), (services.return_to_desk, "records"),
)  # fmt: skip
NIGHT = datetime(2026, 11, 25, 0, 15, tzinfo=VN)
DAYS = 15


def ready(office: Office, **changes: object) -> Dossier:
    """A dossier whose result lies at the desk since MONDAY's morning."""
    dossier = office.received(**changes)
    for act, who in WAY:
        office.act(act, dossier, who)
    return dossier


def after(days: int) -> datetime:
    return MONDAY + timedelta(days=days)


def reminders_of(dossier: Dossier) -> list[tuple[datetime, int]]:
    kept = OutboxMessage.objects.filter(dossier=dossier, kind=REMINDER).order_by("ordinal")
    return [
        (at.astimezone(VN), ordinal) for at, ordinal in kept.values_list("queued_at", "ordinal")
    ]


def test_it_is_written_on_the_day_the_office_asks_after_results_and_not_before(
    office: Office,
) -> None:
    dossier = ready(office)

    reminding.remind_forgotten(after(DAYS - 1).replace(hour=23, minute=59))
    early = reminders_of(dossier)
    reminding.remind_forgotten(after(DAYS).replace(hour=0, minute=0))

    assert early == []
    assert reminders_of(dossier) == [(after(DAYS).replace(hour=0, minute=0), 1)]
    assert not [line for line in differences() if dossier.code in line]


def test_twice_and_many_nights_later_it_is_still_one(office: Office) -> None:
    dossier = ready(office)

    counts = [reminding.remind_forgotten(after(DAYS + nights)) for nights in (0, 0, 1, 15, 400)]

    assert counts[1:] == [0, 0, 0, 0]
    assert len(reminders_of(dossier)) == 1


def test_the_days_are_the_offices_own(office: Office) -> None:
    dossier = ready(office)
    CollectionTerm.objects.create(office_id=dossier.office_id, days=30)

    reminding.remind_forgotten(after(29))
    before = reminders_of(dossier)
    reminding.remind_forgotten(after(30))
    CollectionTerm.objects.all().delete()

    assert before == []
    assert len(reminders_of(dossier)) == 1


def test_whom_the_desk_reminded_the_night_leaves_and_the_desk_may_ask_again(
    office: Office,
) -> None:
    clerk, by_hand, by_night = office.people["clerk"], ready(office), ready(office)

    remind(clerk, [by_hand.code], after(DAYS))
    reminding.remind_forgotten(after(DAYS + 1))
    (soon,) = remind(clerk, [by_night.code], after(DAYS + 2))
    (later,) = remind(clerk, [by_night.code], after(2 * DAYS + 1))

    assert [ordinal for _, ordinal in reminders_of(by_hand)] == [1]
    assert getattr(soon, "code", "") == "reminded_lately"
    assert getattr(later, "code", "") == by_night.code
    assert [ordinal for _, ordinal in reminders_of(by_night)] == [1, 2]


def test_what_was_fetched_goes_by_post_or_is_still_worked_on_is_left(office: Office) -> None:
    fetched, posted, worked_on = ready(office), ready(office, result_by="post"), office.received()
    Dossier.objects.filter(pk=fetched.pk).update(stage="returned")

    reminding.remind_forgotten(after(90))

    assert [reminders_of(one) for one in (fetched, posted, worked_on)] == [[], [], []]
    Dossier.objects.filter(pk=fetched.pk).update(stage="finished")


def test_what_a_register_tells_of_the_past_is_left(office: Office) -> None:
    dossier = ready(office)
    OutboxMessage.objects.filter(dossier=dossier).delete()  # as the import leaves it: told nothing

    reminding.remind_forgotten(after(90))

    assert reminders_of(dossier) == []


def test_while_notices_are_held_after_a_restore_none_is_added(office: Office) -> None:
    dossier = ready(office)
    holding.hold_unsent()

    held = reminding.run(NIGHT, after(90))
    kept = runs.last_run(reminding.NAME)
    holding.release()

    assert held == 0
    assert kept
    assert "giữ lại" in kept.note
    assert reminders_of(dossier) == []
    assert reminding.run(NIGHT, after(90)) > 0
    assert len(reminders_of(dossier)) == 1


def test_who_did_not_answer_by_the_day_is_reminded_once_for_each_day_that_was_named(
    office: Office,
) -> None:
    dossier = office.received()
    lacks = Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")
    office.act(
        services.request_supplement, dossier, "clerk",
        items=[lacks], document="37/HDHS", reply_by=after(4).date(),
    )  # fmt: skip

    nights = [reminding.remind_unanswered(after(days)) for days in (4, 5, 6)]
    office.act(
        services.keep_asking, dossier, "clerk",
        items=[lacks], reply_by=after(20).date(), after=7 * 24 * 60,
    )  # fmt: skip
    nights += [reminding.remind_unanswered(after(days)) for days in (19, 21, 22)]

    assert nights == [0, 1, 0, 0, 1, 0]
    first, last = OutboxMessage.objects.filter(dossier=dossier, kind=ANSWER_REMINDER)
    assert notice_of(last).facts["hen_bo_sung"] == f"{after(20):%d/%m/%Y}"
    assert overtaken(last, after(21), ()) is None
    office.act(services.take_supplement, dossier, "clerk", after=15 * 24 * 60)
    first.refresh_from_db()
    assert overtaken(first, after(23), ()) is not None
    assert not [line for line in differences() if dossier.code in line]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (NIGHT, NIGHT + timedelta(hours=23, minutes=54), False),
        (NIGHT, NIGHT + timedelta(days=1), True),
        (NIGHT, NIGHT + timedelta(days=1, hours=8), True),  # off at night
        (NIGHT + timedelta(days=1, hours=8), NIGHT + timedelta(days=1, hours=9), False),
    ],
)
def test_it_is_due_once_a_night_or_in_the_morning_after(
    last: datetime, now: datetime, due: bool
) -> None:
    runs.succeeded(reminding.NAME, last)

    assert reminding.due(now) is due


@pytest.mark.usefixtures("office")
def test_the_first_time_it_waits_for_the_night() -> None:
    LastRun.objects.filter(name=reminding.NAME).delete()
    noon = datetime.combine(NIGHT.date(), time(12, 0), VN)

    asked = [reminding.due(noon + timedelta(minutes=m)) for m in (0, 15, 12 * 60 + 9, 12 * 60 + 15)]

    assert asked == [False, False, False, True]
