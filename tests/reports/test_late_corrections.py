"""Corrections that come afterwards reach the days they speak of, in the tallies as in a count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from motcua.core.clock import VN
from motcua.core.movements import Movement
from motcua.dossiers import services
from motcua.dossiers.asked import FromRegister, LateSlip
from motcua.dossiers.models import Dossier
from motcua.organization.selectors import office_by_slug
from motcua.reports import tallies, tallying
from motcua.reports.models import OfficeTally
from motcua.reports.period import Period
from office import Office

TYPED = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
FEBRUARY = Period(date(2017, 2, 1), date(2017, 2, 14), datetime(2017, 2, 15, tzinfo=VN))
EARLY_FEBRUARY = datetime(2017, 2, 6, 8, 0, tzinfo=VN)


def february() -> tuple[int, int]:
    """What the town received in the first half of February, and how many of it were late then."""
    over = tallies.span(FEBRUARY)
    assert over is not None
    town = office_by_slug("bim-son").id
    found = tallies.office_figures([town], over).get(town)
    return (found.received, found.overdue) if found else (0, 0)


def moved(dossier: Dossier) -> dict[str, date]:
    """The half-month of each movement there is a row of."""
    rows = OfficeTally.objects.filter(office_id=dossier.office_id).order_by("id")
    return {row.movement: row.moved_on for row in rows if row.count > 0}


@pytest.fixture(autouse=True)
def _equal_to_a_recount(office: Office) -> Iterator[None]:
    yield
    assert list(tallying.differences()) == []


def test_a_register_read_in_afterwards_counts_in_the_days_it_tells_of(office: Office) -> None:
    before = february()
    told = FromRegister(
        due_at=EARLY_FEBRUARY + timedelta(days=1),
        finished_at=EARLY_FEBRUARY + timedelta(days=3),
        outcome="result",
    )
    intake = replace(
        office.intake(at=EARLY_FEBRUARY), by=office.people["admin"], papers=(),
        register=told, recorded_at=TYPED,
    )  # fmt: skip

    services.take_over([intake], key=uuid4(), whole=True)

    assert february() == (before[0] + 1, before[1] + 1)


def test_a_late_entry_counts_from_the_day_of_its_slip(office: Office) -> None:
    received = TYPED - timedelta(days=1)
    slip = LateSlip("07/VT", "Mất điện")
    intake = replace(office.intake(at=received), late=slip, recorded_at=TYPED)

    services.receive([intake], key=uuid4(), whole=True)

    dossier = Dossier.objects.order_by("-id")[0]
    assert moved(dossier)[Movement.RECEIVED] == date(2017, 3, 15)
