"""A calendar announced after promises were made: nothing moves until the head of the office says
so, then exactly what core.clock computes otherwise, and verify finds nothing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.core.clock import VN, calendar_to_json, lines_of, working_minutes, year_of
from motcua.core.clock.years import Line
from motcua.core.codes import check_characters
from motcua.core.flow import State, promised
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.lookup import public_lookup
from motcua.dossiers.selectors.rescheduling import waiting_to_move, would_move
from motcua.dossiers.verifying.run import differences
from motcua.identity.services.calendars import enter_year, may_enter_calendar
from motcua.messages.models import OutboxMessage
from motcua.organization import selectors
from motcua.organization.calendars import calendars_under, national
from motcua.organization.models import CalendarEdition
from motcua.organization.selectors import calendar_by_edition, calendar_of, office_by_slug
from motcua.organization.services.calendars import Announced, composed
from office import MONDAY, Office

SOURCE = "Văn bản số 28/2026/QH16 ngày 24/4/2026, Quốc hội"
EVE = datetime(2026, 11, 23, 9, 0, tzinfo=VN)
HOLIDAY = date(2026, 11, 24)
DEGREE = Line(HOLIDAY, HOLIDAY, "nghỉ Ngày Văn hóa Việt Nam")


def announced(*more: Line, year: int, source: str = SOURCE) -> Announced:
    """The year as it is known, and these lines more."""
    days = year_of(national(), year)
    return Announced(year, (*lines_of(days.off), *more), lines_of(days.work), source, True)


def without(day: date) -> None:
    """The nation's calendar did not know of that day off."""
    document = calendar_to_json(national())
    document["off"] = [one for one in document["off"] if one["day"] != day.isoformat()]
    CalendarEdition.objects.create(
        edition=f"truoc-{uuid4().hex[:8]}", document=document, in_force_at=EVE
    )
    selectors.forget()


def add(office: Office, *lines: Line, at: datetime = EVE) -> str:
    """The administrator of the town enters them."""
    asked = announced(*lines, year=at.year)
    return enter_year(office.people["admin"], asked, base=national().edition, at=at)


def decided(office: Office, service: Any, *dossiers: Dossier, by: str = "chair") -> list[Any]:
    asked = []
    for one in dossiers:
        one.refresh_from_db()
        at = one.changed_at.astimezone(VN) + timedelta(minutes=5)
        asked.append(Asked(one.id, one.head_seq, at, office.people[by]))
    return list(service(asked, key=uuid4()))


def due(dossier: Dossier) -> datetime:
    dossier.refresh_from_db()
    assert dossier.due_at is not None
    return dossier.due_at.astimezone(VN)


def moving(office: Office, *mine: Dossier) -> list[int]:
    """Of these, the ones that wait for the town's chair: working minutes between."""
    codes = {one.code for one in mine}
    rows = waiting_to_move(office.people["chair"], 500).rows
    return [row.minutes for row in rows if row.code in codes]


def test_a_dossier_of_23_november_2026_moves_a_day_for_the_day_of_culture(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    before = due(dossier)

    add(office, DEGREE)

    assert due(dossier) == before
    assert moving(office, dossier) == [8 * 60]
    assert list(differences()) == []
    (done,) = decided(office, services.move_due, dossier)
    assert isinstance(done, Done)
    assert [event.kind for event in done.events] == ["due_moved"]
    assert working_minutes(calendar_of(dossier.office_id), before, due(dossier)) == 8 * 60
    assert moving(office, dossier) == []
    assert list(differences()) == []


def test_a_second_time_is_harmless(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    first = add(office, DEGREE)

    again = add(office)
    (done,) = decided(office, services.move_due, dossier)
    (twice,) = decided(office, services.move_due, dossier)

    assert again == first
    assert isinstance(done, Done)
    assert twice == Refused("due_same")


def test_the_same_button_pressed_twice_moves_once(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    add(office, DEGREE)
    asked, key = office.asked(dossier, "chair"), uuid4()

    (first,) = services.move_due([asked], key=key)
    (second,) = services.move_due([asked], key=key)

    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert second.again
    assert dossier.events.filter(kind="due_moved").count() == 1


def test_what_a_leader_keeps_stays_and_is_not_asked_about_again(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    before = due(dossier)
    add(office, DEGREE)

    (done,) = decided(office, services.keep_due, dossier)

    assert isinstance(done, Done)
    assert (due(dossier), moving(office, dossier)) == (before, [])
    assert list(differences()) == []


def test_only_the_head_of_the_office_decides(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    add(office, DEGREE)

    for by in ("clerk", "officer", "head", "admin", "above"):
        (refused,) = decided(office, services.move_due, dossier, by=by)
        assert isinstance(refused, Refused), by
        assert refused.code == "not_your_act"


def test_a_page_drawn_under_another_calendar_moves_nothing(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    old = national().edition
    add(office, DEGREE)
    asked = office.asked(dossier, "chair")

    (refused,) = services.move_due([asked], key=uuid4(), edition=old)

    assert refused == Refused("calendar_changed")


def test_what_stands_still_or_is_over_does_not_move(office: Office) -> None:
    without(HOLIDAY)
    paused, gone = office.received(at=EVE), office.received(at=EVE)
    office.act(services.hand_over, paused, "clerk", after=5)
    office.act(services.suspend, paused, "officer", after=5, document="1/TB", reason="nvtc")
    office.act(services.withdraw, gone, "clerk", after=5, reason="Đổi ý")

    add(office, DEGREE)
    outcomes = decided(office, services.move_due, paused, gone)

    assert moving(office, paused, gone) == []
    assert [getattr(one, "code", "") for one in outcomes] == ["wrong_stage", "wrong_stage"]


def test_one_that_runs_again_is_asked_about_then(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    office.act(services.hand_over, dossier, "clerk", after=5)
    office.act(services.suspend, dossier, "officer", after=5, document="1/TB", reason="nvtc")
    add(office, DEGREE)

    office.act(services.resume, dossier, "officer", after=30, document="2/TB")

    assert moving(office, dossier) == [8 * 60]


def test_the_list_before_it_takes_effect_is_the_list_after(office: Office) -> None:
    without(HOLIDAY)
    mine = {office.received(at=EVE).code for _ in range(3)}
    town = office_by_slug("bim-son").id

    after = composed(announced(DEGREE, year=2026), at=EVE)
    preview = would_move([town], calendars_under(replace(after, edition="")), 500)
    add(office, DEGREE)

    told = waiting_to_move(office.people["chair"], 500)
    assert {row.code: row.new_due_at for row in preview.rows} == {
        row.code: row.new_due_at for row in told.rows
    }
    assert mine <= {row.code for row in preview.rows}
    assert preview.total == told.total


def test_hung_kings_day_of_2017_moves_what_was_promised_without_it(office: Office) -> None:
    day = date(2017, 4, 6)
    monday = datetime(2017, 4, 3, 9, 0, tzinfo=VN)
    without(day)
    dossier = office.received(at=monday)
    before = due(dossier)

    add(office, Line(day, day, "nghỉ Giỗ Tổ Hùng Vương"), at=monday)
    decided(office, services.move_due, dossier)

    assert before.date() < due(dossier).date()
    assert list(differences()) == []


def test_who_holds_the_slip_reads_the_new_date_and_why(office: Office) -> None:
    without(HOLIDAY)
    dossier = office.received(at=EVE)
    before = due(dossier)
    add(office, DEGREE)
    decided(office, services.move_due, dossier)

    found = public_lookup(dossier.code, check_characters(dossier.code, b"x"), EVE, b"x")

    assert found is not None
    assert (found.due_at, found.moved_from, found.moved_because) == (due(dossier), before, SOURCE)
    assert OutboxMessage.objects.filter(dossier=dossier, kind="due_moved").count() == 1


def test_days_off_are_entered_by_who_administers_every_desk(office: Office) -> None:
    ward_admin = replace(office.people["admin"], office_id=office_by_slug("ba-dinh").id)

    assert may_enter_calendar(office.people["admin"], MONDAY)
    assert not may_enter_calendar(ward_admin, MONDAY)
    assert not may_enter_calendar(office.people["chair"], MONDAY)
    asked = announced(year=2017)
    with pytest.raises(Refused, match="not_your_calendar"):
        enter_year(ward_admin, asked, base=national().edition, at=MONDAY)


def test_wards_side_by_side_with_nobody_above_enter_their_own(office: Office) -> None:
    ward_admin = replace(office.people["admin"], office_id=office_by_slug("ba-dinh").id)
    before_anybody_held_a_post = datetime(2016, 12, 1, 9, 0, tzinfo=VN)

    assert may_enter_calendar(ward_admin, before_anybody_held_a_post)
    assert not may_enter_calendar(office.people["clerk"], before_anybody_held_a_post)


FEBRUARY = st.dates(date(2017, 2, 6), date(2017, 4, 5))
STARTS = (datetime(2017, 2, 7, 9, 0, tzinfo=VN), datetime(2017, 2, 20, 16, 0, tzinfo=VN))


@settings(max_examples=8)
@given(st.lists(FEBRUARY, min_size=1, max_size=4, unique=True))
def test_confirming_moves_exactly_those_whose_promise_is_computed_otherwise(
    office: Office, days: list[date]
) -> None:
    slugs = ("tx-gia-han-gpxd", "tx-gpxd-nha-o-do-thi")
    mine = [office.received(slug, at=at) for slug in slugs for at in STARTS]
    before = {one.id: due(one) for one in mine}
    known = year_of(national(), 2017).off
    lines = [Line(day, day, "nghỉ thêm") for day in days if day not in known]
    asked = announced(*lines, year=2017, source=f"Văn bản số {uuid4().hex[:6]}")
    enter_year(office.people["admin"], asked, base=national().edition, at=STARTS[0])
    expected = {one.id: _computed(one) for one in mine}

    assert {one.id: due(one) for one in mine} == before
    outcomes = decided(office, services.move_due, *mine)

    moved = {one.id for one, out in zip(mine, outcomes, strict=True) if isinstance(out, Done)}
    assert moved == {key for key in before if expected[key] != before[key]}
    assert {one.id: due(one) for one in mine} == expected
    assert list(differences()) == []


def _computed(dossier: Dossier) -> datetime:
    from motcua.catalogue import selectors as catalogue

    dossier.refresh_from_db()
    version = catalogue.version(dossier.procedure_version_id)
    state = State.from_json(dossier.flow)
    current = calendar_by_edition(calendar_of(dossier.office_id).edition)
    found = promised(state, current, version.allowance, version.cutoff).due_at
    assert found is not None
    return found
