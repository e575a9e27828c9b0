"""The demonstration goes on to 2026: two wards at work, and the quarter of 2017 as it was."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from motcua.core.codes import DossierCode
from motcua.dossiers.models import Dossier, DossierStep, Event
from motcua.dossiers.models.dossier import OPEN_STAGES, Stage
from motcua.dossiers.verifying.run import differences
from motcua.exchange import demo as demonstration
from motcua.identity.selectors import actors_in_post
from motcua.organization import timekeeping
from motcua.organization.selectors import forget, office_by_slug
from motcua.papers.registry import Form, in_force
from motcua.reports.phu_luc_ii import phu_luc_ii
from motcua.reports.selectors import as_csv
from world import _forget

SEED = (Path(__file__).parent / "phu-luc-ii.csv").read_text("utf-8")
QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
SINCE = (date(2025, 7, 1), date(2026, 11, 25))
WARDS = ("phuong-bim-son", "phuong-quang-trung")


@pytest.fixture(scope="module")
def second_day(demo: str) -> Iterator[str]:
    """The demonstration of 2017, carried on to the morning of 25/11/2026."""
    _forget()
    demonstration.load_second_day(lambda done, total: None)
    forget()
    yield demo
    _forget()


def test_the_quarter_of_2017_is_still_the_reports(second_day: str) -> None:
    sheet = phu_luc_ii("bim-son", *QUARTER, now=timekeeping.now())
    made = [line for line in as_csv(sheet).splitlines() if not line.startswith("#")]

    assert list(csv.reader(made)) == list(csv.reader(SEED.splitlines()))


def test_each_ward_reports_what_came_in_since_it_began(second_day: str) -> None:
    sheets = [phu_luc_ii(slug, *SINCE, now=timekeeping.now()) for slug in WARDS]

    assert [sheet.rows[0].received for sheet in sheets] == [214, 187]
    assert [len(sheet.rows) for sheet in sheets] == [1, 1]
    assert all(sheet.title[1] == "CỦA UBND CẤP XÃ" for sheet in sheets)


def test_whatever_is_in_hand_lies_where_somebody_holds_a_post(second_day: str) -> None:
    now = timekeeping.now()
    there = {(a.office_id, a.kind) for a in actors_in_post(now)}
    held = DossierStep.objects.filter(left_at=None, dossier__stage__in=(*OPEN_STAGES, "finished"))

    assert held.exists()
    assert {(step.office_id, step.position_kind) for step in held} <= there


def test_what_was_left_of_2017_was_taken_over_step_by_step(second_day: str) -> None:
    moved = Event.objects.filter(kind="transferred_office", dossier__office__slug="ha-lan")
    ways = set(moved.values_list("payload__office_was", "payload__office"))

    assert ways <= {("", "dong-son"), ("dong-son", "phuong-bim-son")}
    assert not Dossier.objects.filter(
        stage=Stage.FINISHED, handled_by=None, office__slug="ba-dinh"
    ).exists()


def test_codes_and_forms_are_those_of_their_time(second_day: str) -> None:
    ward = office_by_slug("phuong-bim-son")
    codes = Dossier.objects.filter(office_id=ward.id).values_list("code", flat=True)

    assert {DossierCode.parse(code).agency for code in codes} == {"H56.121"}
    assert in_force(Form.RECEIPT, date(2026, 11, 25)).name == "TT 03/2025/TT-VPCP"


def test_the_log_ins_are_those_of_the_day(second_day: str) -> None:
    names = {login.username for login in demonstration.logins()}

    assert "motcua.phuong-bim-son" in names
    assert "motcua.bim-son" not in names


def test_nothing_differs(second_day: str) -> None:
    assert list(differences(isolated=False)) == []
