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
from motcua.dossiers.selectors.register import Asking, register_page
from motcua.organization.selectors import office_by_slug
from motcua.papers.register import said_of_voided
from motcua.reports import tallies, tallying
from motcua.reports.drill import how_many, opened
from motcua.reports.family import FAMILY, Wanted
from motcua.reports.models import OfficeTally
from motcua.reports.period import Period
from motcua.reports.selectors import (
    VOIDED,
    PhuLucII,
    as_csv,
    as_json,
    phu_luc_ii,
    phu_luc_ii_table,
)
from office import Office

TYPED = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
FEBRUARY = Period(date(2017, 2, 1), date(2017, 2, 14), datetime(2017, 2, 15, tzinfo=VN))
PERIOD = (date(2017, 3, 1), date(2017, 3, 31))
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


def test_a_mistaken_intake_stands_on_a_line_of_its_own_and_in_no_cell(office: Office) -> None:
    before = sheet()
    at = TYPED.replace(hour=8)
    dossier = office.received(at=at)
    received = sheet()
    counted = sheet(known_at=at + timedelta(minutes=10))

    office.act(services.void, dossier, "clerk", reason="Nhầm thủ tục")

    now = sheet()
    assert (now.rows, now.totals) == (before.rows, before.totals)
    assert received.totals["A"].received == before.totals["A"].received + 1
    assert now.voided == before.voided + 1
    assert sheet(known_at=at + timedelta(minutes=10)) == counted
    said = f"Tiếp nhận nhầm đã huỷ: {now.voided} hồ sơ, ngoài số đã nhận."
    assert phu_luc_ii_table(now).footnotes[-1] == said
    assert said not in as_csv(now)
    assert as_json(now) == as_json(before)


@pytest.mark.parametrize("slug", ["phu-luc-ii", "ii-06a", "ii-06b"])
@pytest.mark.parametrize("known", [False, True])
def test_the_line_of_mistaken_intakes_opens_those_dossiers(
    office: Office, slug: str, known: bool
) -> None:
    dossier = office.received(at=TYPED.replace(hour=9))
    office.act(services.void, dossier, "clerk", reason="Nhầm thủ tục")
    later = TYPED + timedelta(days=1)
    asked = Wanted("bim-son", *PERIOD, now=later, known_at=later if known else None)

    table = FAMILY[slug].build(asked)

    cell = table.cell(VOIDED, "received")
    assert cell is not None
    assert cell.sought is not None
    assert cell.number
    assert how_many(cell.sought) == cell.number
    assert dossier.code in [one.code for one in opened(cell.sought).lines]


def test_an_extract_of_the_register_says_how_many_of_its_lines_were_mistakes(
    office: Office,
) -> None:
    dossier = office.received(at=TYPED.replace(hour=10))
    office.act(services.void, dossier, "clerk", reason="Nhầm thủ tục")
    day = TYPED.date()

    shown = register_page(office.people["clerk"], Asking(day, day), 1)

    assert shown.voided == sum(line.voided for line in shown.lines) > 0
    assert said_of_voided(shown.lines) == (
        f"Tiếp nhận nhầm đã huỷ: {shown.voided} hồ sơ, số không dùng lại."
    )
    only = register_page(office.people["clerk"], Asking(day, day, "da-huy"), 1)
    assert only.count == shown.voided


def sheet(known_at: datetime | None = None) -> PhuLucII:
    """The town's sheet of the month in which things are typed."""
    return phu_luc_ii("bim-son", *PERIOD, now=TYPED + timedelta(days=1), known_at=known_at)
