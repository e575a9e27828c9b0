"""The same twelve procedures where they are since 2025: at one ward, under the forms of TT 03/2025,
each act refused to everybody else of the ward."""

import pytest

from desk.test_twelve_procedures import OF_2026, Case, day, runs_to_its_end
from escorting import House
from motcua.exchange.demo.staff import PASSWORD, posts_of_wards
from motcua.exchange.demo.wards import WARDS_FROM
from motcua.identity.services import staff
from ways import TT_03
from world import World


@pytest.fixture(scope="module")
def house(world: World) -> House:
    """The log-ins of the demonstration's second day, without its dossiers."""
    everybody = {post.username: post for post in posts_of_wards()}
    staff(list(everybody.values()), password=PASSWORD, from_on=WARDS_FROM, demo=True)
    return House(world, everybody, day(3, 9, year=2026), day(6, 30, 17, year=2026))


@pytest.mark.prove
@pytest.mark.parametrize("case", OF_2026, ids=str)
def test_each_runs_to_its_end_with_its_letters_by_the_right_people_and_is_counted_once(
    house: House, case: Case
) -> None:
    runs_to_its_end(house, case, TT_03, house.everybody_near(case.office))
