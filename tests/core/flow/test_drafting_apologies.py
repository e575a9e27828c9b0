"""An apology laid before the head in time: when, for which day, and what takes it away."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.flow.walking import LINE, TAX, WHY, Walk, process, step
from motcua.core.clock import VN, national_calendar, working_minutes
from motcua.core.flow import (
    Apologise,
    Approve,
    Command,
    DraftApology,
    DropApology,
    Extend,
    HandOver,
    RequestSupplement,
    ReturnToDesk,
    Suspend,
    Withdraw,
)

DUE = datetime(2017, 3, 8, 8, 0, tzinfo=VN)
"""Five working days after 08:00 of 01/03."""
TUESDAY = datetime(2017, 3, 7, 9, 0, tzinfo=VN)
"""Seven working hours before it."""
SHORT = process(step("xet", "duyet", hours=2), step("duyet", "tra", by="LANH_DAO_PHONG", hours=1))
SORRY = Apologise(datetime(2017, 3, 20, 17, 30, tzinfo=VN), "4/PXL", "qua-tai", WHY)


def standing(at: datetime = TUESDAY, document: object = LINE, **context: object) -> Walk:
    """Received, and given to the officer at that moment, who has eight hours for it."""
    walk = Walk(document, is_leader=True, **context)  # type: ignore[arg-type]
    walk.context = replace(walk.context, now=at - timedelta(minutes=30))
    return walk.leave("nhan")


def drafted(**context: object) -> Walk:
    walk = standing(**context)
    assert walk.do(DraftApology("phoi-hop"), after=timedelta()) == ["apology_drafted"]
    return walk


def test_what_does_not_fit_any_more_is_apologised_for_with_the_day_its_steps_lead_to() -> None:
    walk = drafted()

    assert walk.state.due_at == DUE
    # 24 hours for the three steps left: until 09:00 of Friday.
    assert walk.state.apology_until == datetime(2017, 3, 10, 17, 30, tzinfo=VN)
    assert walk.state.apology_why == "phoi-hop"
    assert (walk.state.promised_at, walk.state.overdue_reason) == (None, "")
    assert walk.refused(DraftApology()) == "apology_waits"


def test_what_still_fits_is_not_apologised_for() -> None:
    assert standing(document=SHORT).refused(DraftApology()) == "fits_in_time"


def test_nothing_is_drafted_earlier_than_a_working_day_before_nor_once_it_is_late() -> None:
    early = standing(datetime(2017, 3, 6, 15, 0, tzinfo=VN))
    assert working_minutes(national_calendar(), early.context.now, DUE) > 480
    assert early.refused(DraftApology()) == "fits_in_time"

    late = standing(datetime(2017, 3, 8, 8, 1, tzinfo=VN))
    assert late.refused(DraftApology()) == "fits_in_time"


def test_what_is_done_on_the_day_it_came_is_not_apologised_for_beforehand() -> None:
    walk = Walk({**LINE, "allowance": {"same_day": True}})

    assert walk.refused(DraftApology()) == "fits_in_time"


def test_a_step_past_its_budget_leaves_the_steps_behind_it() -> None:
    walk = standing(datetime(2017, 3, 2, 8, 0, tzinfo=VN))
    walk.context = replace(walk.context, now=TUESDAY)

    walk.do(DraftApology(), after=timedelta())

    # 16 hours from 09:00 of Tuesday: until 09:00 of Thursday.
    assert walk.state.apology_until == datetime(2017, 3, 9, 17, 30, tzinfo=VN)


def test_a_body_outside_the_clock_takes_no_time_of_it() -> None:
    walk = standing(document=TAX)

    walk.do(DraftApology(), after=timedelta())

    # 8 hours at the officer's, none at the tax office, 8 to gather.
    assert walk.state.apology_until == datetime(2017, 3, 9, 17, 30, tzinfo=VN)


def test_a_dropped_draft_is_not_written_again_for_the_same_due_time() -> None:
    walk = drafted(extension_days=2)
    assert walk.refused(DropApology()) == "no_reason"

    assert walk.do(DropApology(WHY)) == ["apology_dropped"]

    assert walk.state.apology_until is None
    assert walk.refused(DraftApology()) == "apology_dropped"
    assert walk.refused(DropApology(WHY)) == "no_apology_draft"
    walk.do(Extend(2, "15/UBND", WHY))
    walk.context = replace(walk.context, now=datetime(2017, 3, 9, 14, 0, tzinfo=VN))
    assert walk.do(DraftApology()) == ["apology_drafted"]


@pytest.mark.parametrize(
    "command",
    [
        SORRY,
        Extend(10, "15/UBND", WHY),
        Suspend("5/TB", "nvtc"),
        RequestSupplement(None, (1,), "1/HDHS", date(2017, 3, 20), texts=WHY),
        Withdraw(WHY),
    ],
)
def test_it_falls_away_by_itself_when_it_is_signed_or_the_due_time_moves_or_all_ends(
    command: Command,
) -> None:
    walk = drafted(extension_days=10)

    walk.do(command, after=timedelta(minutes=1))

    assert (walk.state.apology_until, walk.state.apology_why) == (None, "")


def test_finished_in_time_it_falls_away_and_no_reason_stays() -> None:
    walk = drafted()

    for command in (HandOver("xet"), Approve("duyet"), ReturnToDesk("dau")):
        walk.do(command)

    assert walk.events[-1].kind == "finished"
    assert (walk.state.apology_until, walk.state.overdue_reason) == (None, "")


def test_once_promised_another_day_nothing_is_drafted() -> None:
    walk = standing()
    walk.do(SORRY)

    assert walk.refused(DraftApology()) == "already_apologised"
