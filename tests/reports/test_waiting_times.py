"""Waiting times told in public: whose time counts, of how many, over which days, and when anew."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction

import watching
from motcua.core.clock import VN
from motcua.core.waits import LEAST_TOLD
from motcua.dossiers import services
from motcua.dossiers.asked import FromRegister, PartyData
from motcua.dossiers.models import Dossier
from motcua.dossiers.served import served_between
from motcua.identity.services.program import program_actor
from motcua.jobs import runs
from motcua.jobs.models import LastRun
from motcua.reports.models import WaitingTime
from motcua.reports.waits import renewing
from motcua.reports.waits.selectors import Waited, renewal, waited_for
from office import ANSWER_BY, LACKS, MONDAY, PLAIN, Office
from postgres_session import Server
from world import NOW

DAY = MONDAY.date()
ENDS = ("08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "14:00", "14:30", "17:30")
MINUTES = (30, 60, 90, 120, 150, 180, 210, 240, 270, 450)
"""From 08:00, less the two hours of noon."""


@pytest.fixture(autouse=True)
def _undone(office: Office) -> Iterator[None]:
    """Each test begins without a dossier."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answered(office: Office, *ends: str, day: date = DAY, outcome: str = "result") -> None:
    """Received at 08:00 of `day` and ended at these hours of it, as a register tells."""
    begun = datetime.combine(day, time(8), VN)
    intakes = []
    for number, end in enumerate(ends):
        finished = datetime.combine(day, time.fromisoformat(end), VN)
        intake = office.intake(PLAIN, at=begun)
        intakes.append(
            replace(
                intake,
                owners=(PartyData(name=f"Lê Thị Sổ Mẫu {number}"),),
                papers=(),
                by=program_actor(intake.by.office_id, "Nhập sổ theo dõi"),
                recorded_at=NOW,
                register=FromRegister(finished_at=finished, outcome=outcome, due_at=finished),
            )
        )
    services.take_over(intakes, key=uuid4(), whole=True)


def told(office: Office, at: datetime = NOW) -> Waited | None:
    """What is told of the procedure at the town after a renewal."""
    renewing.renew(at)
    dossier = Dossier.objects.select_related("procedure_version").first()
    assert dossier is not None
    town = office.people["clerk"].office_id
    return waited_for(dossier.procedure_version.procedure_id)[1].get(town)


def test_what_is_told_are_times_that_somebody_waited(office: Office) -> None:
    answered(office, *ENDS)

    found = told(office)

    assert found is not None
    assert (found.dossiers, found.median, found.ninetieth) == (10, MINUTES[4], MINUTES[8])


def test_of_fewer_than_ten_nothing_is_kept(office: Office) -> None:
    answered(office, *ENDS[: LEAST_TOLD - 1])

    assert told(office) is None
    assert WaitingTime.objects.count() == 0
    assert renewal() is not None


def test_time_in_which_the_citizen_was_waited_for_does_not_count(office: Office) -> None:
    answered(office, *["08:30"] * 10)
    slow = office.received(PLAIN, at=MONDAY)
    office.act(services.hand_over, slow, "clerk", after=0)
    office.act(
        services.request_supplement, slow, "officer",
        after=60, items=[LACKS], document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip
    office.act(services.take_supplement, slow, "clerk", after=3 * 24 * 60)
    for act, who in (
        (services.hand_over, "officer"), (services.approve, "head"), (services.approve, "chair"),
        (services.return_to_desk, "records"),
    ):  # fmt: skip
        office.act(act, slow, who, after=10)

    renewing.renew(NOW)
    (row,) = renewing.reckoned(*renewing.days(NOW)).values()

    slowest = max(one.minutes for one in served_between(MONDAY, NOW))
    assert (row.count, row.ninetieth) == (11, 30)
    assert slowest == 60 + 4 * 10


def test_whoever_took_a_dossier_back_did_not_wait_to_the_end(office: Office) -> None:
    answered(office, *ENDS[:5])
    answered(office, *ENDS[5:], outcome="refused")
    answered(office, *["08:01"] * 10, outcome="withdrawn")

    found = told(office)

    assert found is not None
    assert (found.dossiers, found.median) == (10, MINUTES[4])


def test_twelve_months_are_looked_back_on_to_the_evening_before(office: Office) -> None:
    answered(office, *["08:30"] * 10, day=date(2017, 3, 29))
    answered(office, *["17:30"] * 10, day=date(2017, 3, 30))

    before = told(office, datetime(2017, 3, 30, 23, 59, tzinfo=VN))
    after = told(office, datetime(2017, 3, 31, 0, 0, tzinfo=VN))
    long_after = told(office, datetime(2018, 3, 31, 9, 0, tzinfo=VN))

    assert before is not None
    assert after is not None
    assert (before.dossiers, after.dossiers, long_after) == (10, 20, None)


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        (NOW, date(2016, 3, 31), date(2017, 3, 30)),
        (datetime(2024, 2, 29, 1, tzinfo=VN), date(2023, 3, 1), date(2024, 2, 28)),
        (datetime(2025, 3, 1, 1, tzinfo=VN), date(2024, 3, 1), date(2025, 2, 28)),
    ],
)
def test_a_year_is_a_year_whatever_february_has(at: datetime, first: date, last: date) -> None:
    assert renewing.days(at) == (first, last)


def test_a_night_that_was_slept_through_is_made_up_for_in_the_morning(office: Office) -> None:
    LastRun.objects.filter(name=renewing.NAME).delete()
    assert renewing.due(NOW)

    renewing.run(NOW, NOW)

    tonight = (NOW + timedelta(days=1)).replace(hour=0, minute=39)
    kept = runs.last_run(renewing.NAME)
    assert kept is not None
    assert kept.note == "0 thủ tục tại đơn vị."
    assert not renewing.due(tonight)
    assert renewing.due(tonight + timedelta(minutes=1))
    assert renewing.due(tonight + timedelta(hours=9))


def test_the_command_reckons_them_and_says_of_how_many(
    office: Office, server: Server, tmp_path: Path
) -> None:
    name = connection.settings_dict["NAME"]

    done = subprocess.run(
        [*watching.PROGRAM, "waits"],
        env=watching.environment(tmp_path, DATABASE_URL=server.url(name)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Thời gian chờ từ 31/03/2016 đến 30/03/2017: 0 thủ tục tại đơn vị" in done.stdout
    assert renewal() is not None
