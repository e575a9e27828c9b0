"""The daily movements: equal to a recount at all times, rebuilt from the events alone."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.reports import movements
from motcua.reports.models import DailyMovement, Movement
from office import MONDAY, Office


def sums(dossier: Dossier) -> Counter[str]:
    """What is kept of the office and version of a dossier, by movement."""
    rows = DailyMovement.objects.filter(procedure_version_id=dossier.procedure_version_id)
    found: Counter[str] = Counter()
    for row in rows:
        found[row.movement] += row.count
    return found


@pytest.fixture(scope="module")
def moved(office: Office) -> Dossier:
    """One of each fate under one procedure: early, late, withdrawn, void, open."""
    for after, said in ((10, {}), (20 * 24 * 60, {"overdue_reason": "qua-tai"})):
        dossier = office.received()
        office.act(services.hand_over, dossier, "clerk")
        office.act(services.hand_over, dossier, "officer")
        office.act(services.approve, dossier, "head")
        office.act(services.approve, dossier, "chair")
        office.act(services.return_to_desk, dossier, "records", after=after, **said)
    office.act(services.withdraw, office.received(), "clerk", reason="Đổi ý")
    office.act(services.void, office.received(), "clerk", reason="Nhập nhầm")
    return office.received()


def test_each_act_adds_what_it_moved(moved: Dossier) -> None:
    assert sums(moved) == {
        Movement.RECEIVED: 5, Movement.EARLY: 2, Movement.OVERDUE: 1, Movement.VOIDED: 1,
    }  # fmt: skip


def test_what_is_kept_equals_a_recount(moved: Dossier) -> None:
    assert movements.kept() == movements.expected()
    assert list(movements.differences()) == []


def test_a_movement_counts_on_the_day_it_happened(moved: Dossier) -> None:
    days = {row.movement: row.day_on for row in DailyMovement.objects.order_by("id")}

    assert days[Movement.RECEIVED] == MONDAY.date()
    assert days[Movement.OVERDUE] == date(2017, 3, 26)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE reports_dailymovement SET count = count + 1 WHERE movement = 'voided'", "ghi 2"),
        ("DELETE FROM reports_dailymovement WHERE movement = 'overdue'", "ghi 0, đếm lại 1"),
        ("UPDATE reports_dailymovement SET day_on = '2017-01-03'", "ngày 03/01/2017"),
    ],
)
def test_a_changed_count_is_named_and_rebuilding_mends_it(
    moved: Dossier, change: str, said: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(change)
    named = list(movements.differences())

    movements.rebuild()

    assert [line for line in named if said in line]
    assert list(movements.differences()) == []
    assert sums(moved)[Movement.RECEIVED] == 5


def test_rebuilding_twice_gives_the_same_rows(moved: Dossier) -> None:
    fields = ("day_on", "office_id", "procedure_version_id", "channel", "movement", "count")
    movements.rebuild()
    first = list(DailyMovement.objects.order_by("id").values_list(*fields))

    movements.rebuild()

    assert list(DailyMovement.objects.order_by("id").values_list(*fields)) == first


def test_the_next_act_adds_to_what_was_rebuilt(moved: Dossier, office: Office) -> None:
    movements.rebuild()

    office.received(at=datetime(2017, 3, 7, 8, 0, tzinfo=VN) + timedelta(hours=1))

    assert movements.kept() == movements.expected()
