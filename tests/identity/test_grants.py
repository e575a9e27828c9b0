"""The one table of who may do what, read as a matrix."""

from dataclasses import replace

import pytest

from motcua.core.flow import Act
from motcua.identity.actors import Actor
from motcua.identity.grants import GRANTS, Duty, Scope, Subject, can, scope_of
from motcua.identity.kinds import PositionKind
from motcua.organization.selectors import office_by_slug
from office import MONDAY, Office


def actor(office: Office, kind: PositionKind, **changes: object) -> Actor:
    """The officer of a department in another kind of position."""
    return replace(office.people["officer"], kind=kind.value, **changes)  # type: ignore[arg-type]


def mine(one: Actor) -> Subject:
    """A step in the hands of `one` on a dossier of their office."""
    return Subject(one.office_id, one.office_id, one.department_id, one.kind)


@pytest.mark.parametrize("kind", list(PositionKind))
@pytest.mark.parametrize("what", [*Act, *Duty])
def test_what_the_table_does_not_grant_nobody_may(
    office: Office, kind: PositionKind, what: Act | Duty
) -> None:
    one = actor(office, kind)

    assert can(one, what, mine(one), MONDAY) is ((kind, what) in GRANTS)


@pytest.mark.parametrize(("kind", "what"), list(GRANTS))
def test_no_right_reaches_another_province(
    office: Office, kind: PositionKind, what: Act | Duty
) -> None:
    one = actor(office, kind)
    foreign = Subject(10**9, 10**9, 10**9, kind.value)

    assert not can(one, what, foreign, MONDAY)


def test_a_clerk_acts_for_an_outside_body_on_a_dossier_of_their_own_office(office: Office) -> None:
    clerk = office.people["clerk"]
    tax = Subject(clerk.office_id, office_by_slug("chi-cuc-thue").id, None, "CHUYEN_VIEN")

    assert scope_of(clerk, Act.HAND_OVER) is Scope.ROUTE
    assert can(clerk, Act.HAND_OVER, tax, MONDAY)
    assert not can(office.people["ward"], Act.HAND_OVER, tax, MONDAY)


def test_a_chair_oversees_the_wards_and_a_ward_does_not_oversee_the_town(office: Office) -> None:
    chair = office.people["chair"]
    ward = Subject(office_by_slug("ba-dinh").id)

    assert can(chair, Duty.OVERVIEW, ward, MONDAY)
    assert not can(office.people["ward"], Duty.OVERVIEW, Subject(chair.office_id), MONDAY)
