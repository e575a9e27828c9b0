"""Offices end, and what they had in hand is held by those who come after, nothing else changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.core.clock import VN
from motcua.core.flow import State
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Before, Done
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import Dossier, DossierStep, Event
from motcua.dossiers.selectors import dossier_page, public_lookup
from motcua.dossiers.selectors.arriving import to_check, to_complete
from motcua.dossiers.selectors.happenings import happenings
from motcua.dossiers.selectors.visibility import visible_to
from motcua.dossiers.selectors.waiting import waiting_counts
from motcua.dossiers.verifying.run import differences
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from motcua.identity.kinds import PositionKind
from motcua.organization import timekeeping
from motcua.organization.selectors import (
    department_by_code,
    office_by_slug,
    office_on,
    offices,
    offices_with_desk,
    predecessor_ids,
    successor_of,
    unsettled,
)
from motcua.reports.phu_luc_ii import phu_luc_ii
from office import MONDAY, Office
from world import PASSWORD, World

MERGED_ON = date(2019, 12, 1)
REFORMED_ON = date(2025, 7, 1)
LATER = datetime(2025, 7, 1, 8, 0, tzinfo=VN)
PERMIT = "tx-gpxd-nha-o-do-thi"
PERIOD = (date(2017, 1, 1), date(2017, 3, 31))


def test_only_the_units_of_the_day_are_there(world: World) -> None:
    then = {one.slug for one in offices_with_desk(day=date(2017, 3, 31))}
    between = {one.slug for one in offices_with_desk(day=MERGED_ON)}
    now = {one.slug for one in offices_with_desk(day=REFORMED_ON)}

    assert len(then) == 9
    assert then - between == {"ha-lan"}
    assert now == {"phuong-bim-son", "phuong-quang-trung"}
    assert {one.slug for one in offices()}.isdisjoint(now)


def test_an_office_is_called_as_it_was_on_the_day(world: World) -> None:
    tax = office_by_slug("chi-cuc-thue").id

    assert office_on(tax, date(2017, 3, 31)).name == "Chi cục Thuế thị xã Bỉm Sơn"
    assert office_on(tax, REFORMED_ON).name == "Thuế cơ sở Bỉm Sơn"
    assert office_on(tax, date(2017, 3, 31)).parent_id == office_by_slug("bim-son").id
    assert office_on(tax, REFORMED_ON).parent_id == office_by_slug("thanh-hoa").id


def test_successors_are_followed_day_by_day(world: World) -> None:
    ha_lan = office_by_slug("ha-lan").id

    assert successor_of(ha_lan, MERGED_ON - timedelta(days=1)).slug == "ha-lan"
    assert successor_of(ha_lan, MERGED_ON).slug == "dong-son"
    assert successor_of(ha_lan, REFORMED_ON).slug == "phuong-bim-son"
    assert ha_lan in predecessor_ids(office_by_slug("phuong-bim-son").id, REFORMED_ON)


def test_departments_go_by_what_took_over_their_work(world: World) -> None:
    ward = office_by_slug("phuong-bim-son").id
    found = department_by_code(ward, "TX-QLDT")

    assert found is not None
    assert found.code == "KTHTDT"


def person(slug: str, kind: PositionKind, code: str = "") -> Actor:
    """Somebody who holds such a post at a later office."""
    office_row = office_by_slug(slug)
    part = department_by_code(office_row.id, code) if code else None
    name = f"{kind.value}-{slug}-{code}".lower().replace("_", "-")
    account = identity.add_person(
        username=name, full_name="Phan Văn Nối Mẫu", password=PASSWORD, demo=True
    )
    position = identity.add_position(
        office_id=office_row.id, kind=kind, title=name, department_id=part.id if part else None
    )
    identity.give_position(account, position, from_on=REFORMED_ON)
    (actor,) = actors_of(account.pk, LATER)
    return actor


def kinds(dossier: Dossier) -> list[str]:
    return [one.kind for one in Event.objects.filter(dossier=dossier).order_by("seq")]


@pytest.fixture(scope="module")
def moved(world: World, office: Office) -> Any:
    """A dossier at work, one sent in and one to be completed, then the districts end."""
    working = office.received()
    office.act(services.hand_over, working, "clerk")
    sent, incomplete = office.waiting(PERMIT), office.incomplete(PERMIT)
    before = {
        "due": working.due_at, "code": working.code, "process": working.process_id,
        "version": working.procedure_version_id,
        "report": phu_luc_ii("bim-son", *PERIOD, now=MONDAY + timedelta(days=60)),
    }  # fmt: skip
    timekeeping.set_demonstration(LATER)
    clerk = person("phuong-bim-son", PositionKind.DESK_CLERK, "TTPVHCC")
    officer = person("phuong-bim-son", PositionKind.CASE_OFFICER, "KTHTDT")
    first, again = services.settle(LATER), services.settle(LATER)
    for one in (working, sent, incomplete):
        one.refresh_from_db()
    return {
        "dossier": working, "sent": sent, "incomplete": incomplete, "before": before,
        "clerk": clerk, "officer": officer,
        "counts": (first, again),
    }  # fmt: skip


def test_what_is_in_hand_moves_once(moved: Any) -> None:
    assert moved["counts"] == (3, 0)
    assert not unsettled()


def test_code_due_time_version_and_process_stay(moved: Any) -> None:
    dossier, before = moved["dossier"], moved["before"]

    assert dossier.office.slug == "bim-son"
    assert dossier.handled_by.slug == "phuong-bim-son"
    assert dossier.code == before["code"]
    assert dossier.due_at == before["due"]
    assert (dossier.process_id, dossier.procedure_version_id) == (
        before["process"], before["version"],
    )  # fmt: skip


def test_the_open_step_lies_with_a_standing_office(moved: Any) -> None:
    (visit,) = DossierStep.objects.filter(dossier=moved["dossier"], left_at=None)
    state = State.from_json(moved["dossier"].flow)

    assert visit.office.slug == "phuong-bim-son"
    assert visit.department is not None
    assert visit.department.code == "KTHTDT"
    assert not visit.seen
    assert answering_office(moved["dossier"].office_id, state) == visit.office_id


def test_the_successors_people_see_it_and_the_old_ones_hold_no_post(
    moved: Any, office: Office
) -> None:
    for actor in (moved["clerk"], moved["officer"]):
        assert visible_to(actor).filter(pk=moved["dossier"].pk).exists()
    assert actors_of(office.people["clerk"].account_id, LATER) == ()
    assert actors_of(office.people["clerk"].account_id, MONDAY) != ()


def test_what_was_not_received_yet_waits_at_the_successors_desk(moved: Any) -> None:
    (sent,) = to_check(moved["clerk"], LATER)
    (incomplete,) = to_complete(moved["clerk"], LATER)

    assert (sent.code, incomplete.code) == (moved["sent"].code, moved["incomplete"].code)
    assert waiting_counts(moved["clerk"], LATER).to_check == 1
    assert sent.due_at == moved["sent"].due_at
    assert kinds(moved["sent"]) == ["submitted", "transferred_office"]


def test_the_citizen_reads_who_handles_it_now_and_who_received_it(moved: Any) -> None:
    found = public_lookup(moved["dossier"].code, None, LATER, b"khoa")

    assert found is not None
    assert (found.office, found.handled_by) == ("UBND Thị xã Bỉm Sơn", "Phường Bỉm Sơn")
    assert "Kinh tế, Hạ tầng và Đô thị" in found.holder


def test_the_history_says_so_and_the_page_too(moved: Any) -> None:
    last = happenings(moved["dossier"], with_words=False)[0]
    shown = dossier_page(moved["dossier"].code, moved["clerk"], LATER)

    assert last.title == "Chuyển cơ quan do sắp xếp đơn vị"
    assert last.at == datetime(2025, 7, 1, tzinfo=VN)
    assert last.details == ("Cơ quan giải quyết từ nay: Phường Bỉm Sơn",)
    assert shown.handled_by == "Phường Bỉm Sơn"


def test_the_old_offices_report_is_the_one_it_was(moved: Any) -> None:
    again = phu_luc_ii("bim-son", *PERIOD, now=LATER)
    before = moved["before"]["report"]

    assert [(r.unit, r.received, r.on_time, r.overdue) for r in again.rows] == [
        (r.unit, r.received, r.on_time, r.overdue) for r in before.rows
    ]
    assert again.reorganized == ()


def test_a_report_across_the_border_lists_who_ended_and_says_so(moved: Any) -> None:
    sheet = phu_luc_ii("phuong-bim-son", date(2025, 4, 1), date(2025, 9, 30), now=LATER)

    assert {row.slug for row in sheet.rows} == {
        "bim-son", "phuong-bim-son", "ba-dinh", "lam-son", "dong-son",
    }  # fmt: skip
    assert "Trong kỳ có sắp xếp đơn vị" in sheet.footnotes[-1]
    assert sheet.rows[0].note == "Đến hết 30/06/2025"


@pytest.mark.parametrize(("which", "act"), [
    ("sent", services.receive), ("incomplete", services.refuse_intake),
])  # fmt: skip
def test_the_successor_receives_or_refuses_it_under_a_number_of_its_own(
    moved: Any, office: Office, which: str, act: Any
) -> None:
    dossier = moved[which]
    before = Before(dossier.pk, dossier.head_seq)
    office.people["heir"] = moved["clerk"]
    intake = replace(
        office.intake(PERMIT, "heir", LATER + timedelta(minutes=1)), before=before, reason="Sai nơi"
    )

    (outcome,) = act([intake], key=uuid4())

    assert isinstance(outcome, Done), outcome
    dossier.refresh_from_db()
    ward = office_by_slug("phuong-bim-son")
    assert (dossier.office_id, dossier.handled_by_id) == (ward.id, None)
    assert dossier.code.startswith(office_on(ward.id, REFORMED_ON).agency_code)


def test_the_successor_carries_it_on_and_nothing_differs(moved: Any) -> None:
    dossier = Dossier.objects.get(pk=moved["dossier"].pk)
    asked = Asked(dossier.pk, dossier.head_seq, LATER + timedelta(hours=1), moved["officer"])

    (outcome,) = services.hand_over([asked], key=uuid4())

    assert isinstance(outcome, Done), outcome
    assert list(differences(isolated=False)) == []
