"""People hold posts for a time, lend them for a time, and every change of rights is noted."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from motcua.audit.models import AuditRow
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity import services
from motcua.identity.actors import actors_in, actors_of
from motcua.identity.entering import WithPosts
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Holding, Position
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import department_by_code, office_by_slug
from world import World

FIRST, END = date(2017, 2, 1), date(2017, 3, 1)
NOON = datetime(2017, 2, 15, 12, 0, tzinfo=VN)


def person(name: str = "Tạ Thị Mới Mẫu") -> Account:
    return services.add_person(
        username=f"nguoi-{uuid4().hex[:8]}", full_name=name, password="mat-khau-mau-9"
    )


def post(title: str = "Chuyên viên 9") -> Position:
    office = office_by_slug("bim-son")
    department = department_by_code(office.id, "TX-QLDT")
    return services.add_position(
        office_id=office.id,
        kind=PositionKind("CHUYEN_VIEN"),
        title=title,
        department_id=department.id if department else None,
    )


def held(account: Account, position: Position, end: date | None = None) -> Holding:
    holding = services.give_position(account, position, from_on=FIRST)
    if end:
        services.end_holding(holding, until_on=end)
    return holding


def at(day: date, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VN)


def titles(account: Account, moment: datetime) -> list[str]:
    return [actor.title for actor in actors_of(account.pk, moment)]


def test_a_post_is_held_from_its_first_day_to_the_day_before_its_end(world: World) -> None:
    account = person()
    held(account, post(), END)

    assert titles(account, at(FIRST - timedelta(days=1), 23, 59)) == []
    assert titles(account, at(FIRST)) == ["Chuyên viên 9"]
    assert titles(account, at(END - timedelta(days=1), 23, 59)) == ["Chuyên viên 9"]
    assert titles(account, at(END)) == []


def test_the_day_is_that_of_viet_nam_whatever_zone_the_moment_is_told_in(world: World) -> None:
    account = person()
    held(account, post())

    utc = at(FIRST).astimezone(tz=None) - timedelta(minutes=1)

    assert titles(account, utc) == []
    assert titles(account, utc + timedelta(minutes=1)) == ["Chuyên viên 9"]


def test_an_actor_names_the_person_the_post_and_its_place(world: World) -> None:
    account, position = person(), post()
    held(account, position)

    (actor,) = actors_of(account.pk, NOON)

    assert (actor.person, actor.title, actor.kind) == (
        "Tạ Thị Mới Mẫu", "Chuyên viên 9", "CHUYEN_VIEN",
    )  # fmt: skip
    assert (actor.account_uuid, actor.position_uuid) == (account.uuid, position.uuid)
    assert (actor.office_slug, actor.department_code) == ("bim-son", "TX-QLDT")
    assert not actor.delegated


def test_two_people_may_share_a_post_but_nobody_holds_one_twice_at_a_time(world: World) -> None:
    account, other, position = person(), person(), post()
    held(account, position)
    held(other, position)

    with pytest.raises(Refused, match="already_held"):
        services.give_position(account, position, from_on=END)


def test_a_post_given_up_may_be_given_again(world: World) -> None:
    account, position = person(), post()
    held(account, position, END)

    services.give_position(account, position, from_on=END)

    assert titles(account, at(END)) == ["Chuyên viên 9"]


def test_a_post_does_not_end_before_it_begins(world: World) -> None:
    holding = held(person(), post())

    with pytest.raises(Refused, match="ends_before_it_begins"):
        services.end_holding(holding, until_on=FIRST - timedelta(days=1))


def test_a_post_ended_on_its_first_day_was_held_on_none_and_may_be_given_that_day_again(
    world: World,
) -> None:
    account, position = person(), post("Giao nhầm 9")
    held(account, position, FIRST)

    assert titles(account, at(FIRST)) == []
    assert not [one for one in actors_in_post(at(FIRST)) if one.title == "Giao nhầm 9"]
    services.give_position(account, position, from_on=FIRST)
    assert titles(account, at(FIRST)) == ["Giao nhầm 9"]
    assert Holding.objects.filter(account=account).count() == 2


def test_a_post_to_come_that_was_taken_back_keeps_no_account_open(world: World) -> None:
    account, position = person(), post("Chưa đến ngày 9")
    held(account, position, FIRST)
    admin = actors_of(Account.objects.get(username="admin").pk, NOON)[0]

    services.close_account(account.uuid, at=at(FIRST - timedelta(days=9)), by=admin)

    account.refresh_from_db()
    assert not account.is_active


def test_who_stands_in_acts_in_the_post_between_two_moments_and_is_marked(world: World) -> None:
    holding, other = held(person(), post("Trưởng phòng 9")), person()
    services.delegate(
        holding, other, from_at=NOON, until_at=NOON + timedelta(days=2), reason="Nghỉ phép"
    )

    assert titles(other, NOON - timedelta(minutes=1)) == []
    (actor,) = actors_of(other.pk, NOON)
    assert (actor.title, actor.delegated) == ("Trưởng phòng 9", True)
    assert titles(other, NOON + timedelta(days=2)) == []


def test_a_post_that_ended_is_no_longer_lent(world: World) -> None:
    holding, other = held(person(), post(), END), person()
    services.delegate(holding, other, from_at=NOON, until_at=at(END, 12), reason="Nghỉ phép")

    assert titles(other, at(END) - timedelta(minutes=1)) == ["Chuyên viên 9"]
    assert titles(other, at(END)) == []


def test_nobody_lends_to_themselves_nor_back_in_time(world: World) -> None:
    account, other = person(), person()
    holding = held(account, post())

    with pytest.raises(Refused, match="to_oneself"):
        services.delegate(holding, account, from_at=NOON, until_at=at(END), reason="x")
    with pytest.raises(Refused, match="ends_before_it_begins"):
        services.delegate(holding, other, from_at=NOON, until_at=NOON, reason="x")


def test_own_posts_come_before_lent_ones(world: World) -> None:
    account, holding = person(), held(person(), post("Trưởng phòng 9"))
    services.delegate(holding, account, from_at=NOON, until_at=at(END), reason="Đi họp")
    held(account, post("Chuyên viên 9"))

    assert titles(account, NOON) == ["Chuyên viên 9", "Trưởng phòng 9"]


def test_a_session_finds_the_same_posts_as_a_question(world: World) -> None:
    account, holding = person(), held(person(), post("Trưởng phòng 9"))
    services.delegate(holding, account, from_at=NOON, until_at=at(END), reason="Đi họp")
    held(account, post("Chuyên viên 9"))

    entered = WithPosts().get_user(account.pk)

    assert actors_in(entered, NOON) == actors_of(account.pk, NOON)
    assert len(actors_in(entered, NOON)) == 2


def test_whose_account_is_closed_is_nobody_to_a_session(world: World) -> None:
    account = person()
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert WithPosts().get_user(account.pk) is None
    assert WithPosts().get_user(10**9) is None


def test_whoever_is_nobody_holds_no_post(world: World) -> None:
    assert actors_in(None, NOON) == ()
    assert actors_of(10**9, NOON) == ()


def test_those_in_post_are_listed_for_an_office_at_a_moment(world: World) -> None:
    account = person()
    held(account, post("Chuyên viên 10"), END)
    office = office_by_slug("bim-son")

    there = [actor.title for actor in actors_in_post(NOON, office.id)]
    later = [actor.title for actor in actors_in_post(at(END), office.id)]

    assert "Chuyên viên 10" in there
    assert "Chuyên viên 10" not in later
    assert {actor.office_slug for actor in actors_in_post(NOON, office.id)} == {"bim-son"}


def test_a_user_name_is_kept_in_lower_case_and_is_one_persons(world: World) -> None:
    name = f"Ten-{uuid4().hex[:6]}"
    account = services.add_person(username=name, full_name="Tạ Văn Tên Mẫu", password="x" * 12)

    assert account.username == name.lower()
    with pytest.raises(Refused, match="username_taken"):
        services.add_person(username=name, full_name="Tạ Văn Khác Mẫu", password="x" * 12)


@pytest.mark.parametrize("name", ["", "có dấu", "a b", "-a", "a" * 61, "a@b"])
def test_a_user_name_that_is_not_plain_is_refused(world: World, name: str) -> None:
    with pytest.raises(Refused, match="username_not_plain"):
        services.add_person(username=name, full_name="Tạ Văn Tên Mẫu", password="x" * 12)


def test_a_new_password_ends_the_sessions_of_the_old_one(world: World) -> None:
    clerk = world.fresh("clerk2")
    before = clerk.get("/can-bo/hop-viec").status_code

    services.set_password(Account.objects.get(username="clerk2"), "mat-khau-moi-22")

    assert (before, clerk.get("/can-bo/hop-viec").status_code) == (200, 302)


def test_every_change_of_rights_is_noted_with_whom_it_concerns(world: World) -> None:
    account, position, other = person(), post(), person()
    holding = held(account, position)
    services.delegate(holding, other, from_at=NOON, until_at=at(END), reason="Đi họp")
    services.end_holding(holding, until_on=END)

    def noted(uuid: object) -> list[str]:
        rows = AuditRow.objects.filter(subject_kind="account", subject__startswith=str(uuid))
        return [row.action for row in rows.order_by("id")]

    assert noted(account.uuid) == ["add_person", "give_position", "end_holding"]
    assert noted(other.uuid) == ["add_person", "delegate"]
