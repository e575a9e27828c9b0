"""An office moves in: chosen or new, with its codes, its hours and its first number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.services.opening import FirstPerson, open_office
from motcua.identity import selectors as identity
from motcua.identity.actors import actors_of
from motcua.identity.models import Account
from motcua.organization import selectors, tree
from motcua.organization.models import CalendarEdition, Department, Office
from motcua.organization.services import DeskHours, Founding, NewOffice
from motcua.organization.services.hours import rebase_own_calendars
from postgres_session import Server

AT = datetime(2026, 11, 25, 8, 0, tzinfo=VN)
WARD = Founding("000.09.19.H56", new=NewOffice("UBND phường Nam Sơn Mẫu", "ward"))
TOO_HIGH = NewOffice("Thị xã Mẫu", "town", "000.03.29.H56")
ADMIN = FirstPerson("quantri", "Lê Thị Cửa Mẫu", "Quản trị", "ba con mèo vàng ngủ")


@pytest.fixture(scope="session")
def reference_template(server: Server, blank: str, django_db_blocker: Any) -> str:
    """A template with reference data and nobody in it."""

    def load(url: str) -> None:
        from motcua.config import reference
        from world import _forget

        _forget()
        reference.load()

    with django_db_blocker.unblock():
        return server._template("reference_only", source=blank, fill=load)


@pytest.fixture
def empty(server: Server, reference_template: str, django_db_blocker: Any) -> Iterator[None]:
    """A copy of it."""
    from world import _forget

    with django_db_blocker.unblock():
        name = server.copy(reference_template)
        before = server.use(name)
        _forget()
        yield
        server.use(before)
        server.drop(name)
        _forget()


def test_a_new_ward_has_its_departments_its_desk_and_one_administrator(empty: None) -> None:
    office = open_office(WARD, ADMIN, at=AT)

    (actor,) = actors_of(Account.objects.get().pk, AT)
    assert (office.slug, office.place_name, office.desk) == (
        "ubnd-phuong-nam-son-mau", "Nam Sơn Mẫu", True,
    )  # fmt: skip
    assert "KTHTDT" in {part.code for part in selectors.departments(office.id)}
    assert (actor.kind, actor.office_id) == ("QUAN_TRI", office.id)
    assert selectors.home_office() == office
    assert [one.slug for one in selectors.offices_with_desk()] == [office.slug]
    assert not identity.has_demo_accounts()


def test_a_town_brings_the_offices_under_it_in_their_order(empty: None) -> None:
    below = (
        NewOffice("Phường Một Mẫu", "ward", "000.01.29.H56"),
        NewOffice("Xã Hai Mẫu", "commune", "000.02.29.H56"),
    )
    town = Founding("000.00.29.H56", new=NewOffice("UBND thị xã Mẫu", "town"), below=below)

    office = open_office(town, ADMIN, at=AT)

    assert [one.name for one in selectors.offices_with_desk(office.slug)] == [
        "UBND thị xã Mẫu", "Phường Một Mẫu", "Xã Hai Mẫu",
    ]  # fmt: skip


def test_an_office_of_the_tree_keeps_its_place_in_it(empty: None) -> None:
    office = open_office(Founding("H56.121", slug="phuong-bim-son"), ADMIN, at=AT)

    assert office.slug == "phuong-bim-son"
    assert selectors.office_by_slug("thanh-hoa").id == office.parent_id


@pytest.mark.parametrize(
    ("founding", "code"),
    [
        (replace(WARD, agency_code="H56.77"), None),
        (replace(WARD, agency_code="phường"), "bad_agency_code"),
        (replace(WARD, agency_code="000.01.19.H56"), "agency_code_taken"),
        (Founding("000.09.19.H56", slug="khong-co"), "unknown_office"),
        (Founding("000.01.19.H56", slug="ba-dinh"), "office_has_ended"),
        (Founding("000.09.19.H56", slug="kho-bac"), "not_an_office"),
        (Founding("000.09.19.H56", new=NewOffice("  ", "ward")), "no_office_named"),
        (replace(WARD, below=(TOO_HIGH,)), "below_not_below"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_half_done(
    empty: None, founding: Founding, code: str | None
) -> None:
    if code is None:
        assert open_office(founding, ADMIN, at=AT).agency_code == "H56.77"
        return

    with pytest.raises(Refused) as refused:
        open_office(founding, ADMIN, at=AT)

    assert refused.value.code == code
    assert not identity.anybody_can_sign_in()
    assert selectors.home_office() is None


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("ngắn", "password_too_short"),
        ("1234567890", "password_too_common"),
        ("quantri12345", "password_like_name"),
    ],
)
def test_a_weak_password_is_refused_in_its_own_words(empty: None, password: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        open_office(WARD, replace(ADMIN, password=password), at=AT)

    assert refused.value.code == code


def test_nobody_moves_in_twice(empty: None) -> None:
    open_office(WARD, ADMIN, at=AT)

    with pytest.raises(Refused) as refused:
        open_office(replace(WARD, agency_code="000.08.19.H56"), ADMIN, at=AT)

    assert refused.value.code == "founded_already"


def test_numbers_go_on_from_those_given_elsewhere_and_verify_misses_none(empty: None) -> None:
    from motcua.dossiers.models import CodeBook
    from motcua.dossiers.verifying.codes import missing_numbers

    office = open_office(WARD, ADMIN, next_number=13, at=AT)

    book = CodeBook.objects.get(office_id=office.id)
    assert (book.day_on, book.last, book.before) == (AT.date(), 12, 12)
    assert list(missing_numbers()) == []


def test_own_hours_stand_on_the_countrys_days_off_and_follow_them(empty: None) -> None:
    morning, afternoon = (time(7), time(11)), (time(13), time(16, 30))
    hours = DeskHours((morning, afternoon), (morning,))

    office = open_office(WARD, ADMIN, hours=hours, at=AT)

    calendar = selectors.calendar_of(office.id)
    assert calendar.sessions[0] == ((420, 660), (780, 990))
    assert calendar.sessions[5] == ((420, 660),)
    assert calendar.off == selectors.calendar_by_edition(national()).off
    changed = CalendarEdition.objects.get(office_id=office.id)
    changed.document["off"] = changed.document["off"][1:]
    changed.save()
    rebase_own_calendars(at=AT + timedelta(days=1))
    selectors.forget()
    fresh = selectors.calendar_of(office.id)
    assert fresh.edition != calendar.edition
    assert (fresh.sessions, fresh.off) == (calendar.sessions, calendar.off)


def national() -> str:
    """The edition of the country's calendar."""
    return str(CalendarEdition.objects.get(office=None).edition)


def test_hours_that_cross_are_refused(empty: None) -> None:
    crossed = DeskHours(((time(7), time(13)), (time(12), time(16))))

    with pytest.raises(Refused) as refused:
        open_office(WARD, ADMIN, hours=crossed, at=AT)

    assert refused.value.code == "bad_hours"


def test_what_another_process_added_is_found_without_waiting(
    empty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each process keeps the tree for a minute; what is missed is asked for sooner."""
    monkeypatch.setattr(tree, "AGAIN_SECONDS", 0.0)
    known = selectors.offices()
    added = Office.objects.create(
        slug="xa-moi", name="Xã Mới", short_name="Xã Mới", kind="commune", established_on=AT.date()
    )
    part = Department.objects.create(office=added, code="TPHT", name="Tư pháp")

    assert selectors.offices() == known
    assert selectors.office_by_id(added.pk).slug == "xa-moi"
    assert selectors.department_by_id(part.pk).office_id == added.pk
    assert selectors.office_by_slug("xa-moi").id == added.pk
    with pytest.raises(Refused):
        selectors.office_by_slug("khong-co")
