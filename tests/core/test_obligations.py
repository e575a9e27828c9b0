"""A tax notice on land: what holds up, how it stands by the day, what of it cannot be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.obligations import Levy, check_notice, due_day, holds_up, standing, to_pay
from motcua.core.refusal import Refused

DAY = date(2017, 3, 31)
days = st.dates(date(2017, 1, 1), date(2018, 12, 31))
levies = st.lists(
    st.builds(Levy, st.just("tncn"), st.integers(1, 10**9), days, st.booleans()), min_size=1
)


@given(levies, days)
def test_only_what_is_not_deferred_holds_up_and_falls_due(found: list[Levy], today: date) -> None:
    now = [levy for levy in found if not levy.deferred]

    assert holds_up(found) is bool(now)
    assert to_pay(found) == sum(levy.amount_vnd for levy in now)
    said = standing(found, met=False, today=today)
    assert (said == "deferred") is not bool(now)
    assert (said == "overdue") is any(levy.due_on < today for levy in now)
    assert standing(found, met=True, today=today) == "met"


@pytest.mark.parametrize(
    ("after", "said"), [(-6, "waiting"), (-5, "soon"), (0, "soon"), (1, "overdue")]
)
def test_the_due_day_itself_is_still_in_time(after: int, said: str) -> None:
    levy = Levy("tncn", 1, DAY)

    assert standing([levy], met=False, today=DAY + timedelta(days=after)) == said


def test_of_deferred_levies_alone_the_first_day_is_told() -> None:
    later = Levy("tsdd", 1, DAY + timedelta(days=60), deferred=True)

    assert due_day([later, Levy("tsdd", 1, DAY, deferred=True)]) == DAY


@pytest.mark.parametrize(
    ("received_on", "found", "code"),
    [
        (DAY, [], "no_levies"),
        (DAY, [Levy("tncn", 0, DAY)], "levy_zero"),
        (DAY + timedelta(days=1), [Levy("tncn", 1, DAY)], "notice_from_tomorrow"),
        (DAY, [Levy("tncn", 1, DAY - timedelta(days=1))], "due_before_it_came"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(
    received_on: date, found: list[Levy], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        check_notice(received_on, found, DAY)


def test_a_whole_notice_passes() -> None:
    check_notice(DAY, [Levy("tncn", 1, DAY)], DAY)
