"""Warnings: given once and to whom they concern; opened, put aside, taken up again."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from acting import words
from motcua.boxes import giving, rounds
from motcua.boxes.models import Warning
from motcua.core.clock import VN, add_working_minutes, national_calendar
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.identity import services as identity
from motcua.identity.actors import actors_of
from motcua.identity.models import Account
from motcua.jobs import runs
from motcua.organization import timekeeping
from office import MONDAY, OWNER, Office
from world import NOW, World

PAGE = "/can-bo/canh-bao"
CLERKS = {"Cán bộ một cửa, Quầy 1", "Cán bộ một cửa, Quầy 2"}


def of_way(dossier: Dossier, share: int) -> datetime:
    """The moment at which the open step has used `share` per cent of its budget, a minute on."""
    step = dossier.steps.get(left_at=None)
    assert step.due_at is not None
    from motcua.core.clock import working_minutes

    calendar = national_calendar()
    budget = working_minutes(calendar, step.entered_at, step.due_at)
    at = add_working_minutes(calendar, step.entered_at, budget * share // 100 + 1)
    assert at is not None
    return at


def told(dossier: Dossier, of: str = "step") -> dict[int, set[str]]:
    """The posts that were told, by threshold."""
    found: dict[int, set[str]] = {}
    for one in Warning.objects.filter(dossier=dossier, of=of).select_related("position"):
        found.setdefault(one.threshold, set()).add(one.position.title)
    return found


@pytest.fixture
def with_officer(office: Office) -> Dossier:
    """A dossier an officer has received."""
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    assert isinstance(office.act(services.claim, dossier, "officer"), Done)
    return dossier


def test_the_holder_is_told_first_then_the_head_then_the_chair(
    office: Office, with_officer: Dossier
) -> None:
    for share in (40, 50, 80, 100):
        giving.give(of_way(with_officer, share))

    assert told(with_officer) == {
        50: {"Chuyên viên 2"},
        80: {"Chuyên viên 2", "Trưởng phòng"},
        100: {"Chuyên viên 2", "Trưởng phòng", "Phó Chủ tịch"},
    }


def test_the_round_gone_twice_gives_nothing_twice(office: Office, with_officer: Dossier) -> None:
    at = of_way(with_officer, 80)

    first, again = giving.give(at), giving.give(at)

    assert first > 0
    assert again == 0


def test_only_the_highest_that_is_reached_is_said(office: Office, with_officer: Dossier) -> None:
    giving.give(of_way(with_officer, 100))
    giving.give(of_way(with_officer, 100) + timedelta(days=3))

    assert set(told(with_officer)) == {100}


def test_the_whole_dossier_has_warnings_of_its_own(office: Office, with_officer: Dossier) -> None:
    assert with_officer.due_at is not None

    giving.give(with_officer.due_at.astimezone(VN))

    assert told(with_officer, "whole") == {100: {"Chuyên viên 2", "Trưởng phòng", "Phó Chủ tịch"}}


def test_while_its_clock_stands_nobody_is_warned_of_a_dossier(
    office: Office, with_officer: Dossier
) -> None:
    at = of_way(with_officer, 100)
    office.act(services.suspend, with_officer, "officer", document="38/CV", reason="nvtc")

    giving.give(at + timedelta(days=30))

    assert not Warning.objects.filter(dossier=with_officer).exists()


def test_what_nobody_received_in_two_working_hours_both_heads_are_told_of(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    entered = dossier.steps.get(left_at=None).entered_at.astimezone(VN)

    giving.give(entered + timedelta(minutes=119))
    before = told(dossier, "untaken")
    giving.give(entered + timedelta(minutes=121))

    assert before == {}
    assert told(dossier, "untaken") == {0: {"Trưởng phòng", "Phó Chủ tịch"}}


def test_what_was_sent_in_the_desk_is_told_of_before_its_eight_hours_are_over(
    world: World, office: Office
) -> None:
    dossier = office.waiting(at=NOW - timedelta(days=1))
    calendar = national_calendar()
    for minutes in (200, 241, 385, 480):
        giving.give(add_working_minutes(calendar, dossier.received_at.astimezone(VN), minutes))

    assert told(dossier, "check") == {
        50: CLERKS,
        80: CLERKS | {"Phó Chủ tịch"},
        100: CLERKS | {"Phó Chủ tịch"},
    }
    assert "Kiểm tra hồ sơ gửi đến hạn" in words(world.as_("clerk").get(PAGE))

    office.take_in(dossier, NOW + timedelta(days=1))
    assert dossier.code not in words(world.as_("clerk").get(PAGE))


def test_who_has_it_next_is_told_as_well(office: Office, with_officer: Dossier) -> None:
    giving.give(of_way(with_officer, 80))
    other = _another(office)
    step = with_officer.steps.get(left_at=None)
    given = office.act(
        services.assign, with_officer, "head", officer=other.position_uuid, step=step.key
    )
    assert isinstance(given, Done)

    giving.give(of_way(with_officer, 90))

    assert "Chuyên viên 9" in told(with_officer)[80]


def test_a_quarter_of_an_hour_has_one_round_and_the_next_another(
    world: World, office: Office
) -> None:
    real, at = timekeeping.real_now(), datetime(2017, 3, 30, 9, 0, tzinfo=VN)

    gone = [rounds.run(real, at + timedelta(minutes=minutes)) for minutes in (0, 5, 14, 15, 16, 31)]

    assert gone == [True, False, False, True, False, True]
    last = runs.last_run(rounds.NAME)
    assert last is not None
    assert last.succeeded_at == real


def test_the_page_shows_codes_and_nobodys_name_and_opening_is_noted(
    world: World, office: Office, with_officer: Dossier
) -> None:
    giving.give(of_way(with_officer, 50))
    officer = world.as_("officer")

    page = officer.get(PAGE)
    uuid = Warning.objects.get(dossier=with_officer, of="step").uuid
    led = officer.get(f"{PAGE}/{uuid}")

    assert with_officer.code.rsplit("-", 1)[-1] in words(page)
    assert OWNER.name not in words(page)
    assert led["Location"].endswith(with_officer.code)
    assert Warning.objects.get(uuid=uuid).opened_at == NOW
    assert world.as_("clerk").get(f"{PAGE}/{uuid}").status_code == 404


def test_put_aside_it_is_gone_until_taken_up_or_the_next_threshold(
    world: World, office: Office, with_officer: Dossier
) -> None:
    giving.give(of_way(with_officer, 50))
    officer, one = world.as_("officer"), Warning.objects.get(dossier=with_officer, of="step")

    officer.post(PAGE, {"pick": str(one.uuid), "do": "dismiss"})
    aside, gone = officer.get(f"{PAGE}?loc=da-bo-qua"), officer.get(PAGE)
    officer.post(PAGE, {"pick": str(one.uuid), "do": "take-up"})

    assert str(one.uuid) in aside.content.decode()
    assert str(one.uuid) not in gone.content.decode()
    assert str(one.uuid) in officer.get(PAGE).content.decode()


def test_nothing_ticked_is_said_and_nothing_is_put_aside(world: World, office: Office) -> None:
    answer = world.as_("officer").post(PAGE, {"do": "dismiss"})

    assert answer.status_code == 422
    assert "Chưa đánh dấu cảnh báo nào" in words(answer)


def test_what_is_done_warns_no_more(world: World, office: Office, with_officer: Dossier) -> None:
    giving.give(of_way(with_officer, 50))
    one = Warning.objects.get(dossier=with_officer, of="step")
    assert isinstance(office.act(services.hand_over, with_officer, "officer"), Done)

    assert str(one.uuid) not in world.as_("officer").get(PAGE).content.decode()


def test_the_rail_counts_what_nobody_opened(
    world: World, office: Office, with_officer: Dossier
) -> None:
    def count() -> int:
        page = world.as_("officer").get("/can-bo/tro-giup").content.decode()
        found = re.search(r"Cảnh báo\s*<span class=\"n\">(\d+)</span>", page)
        return int(found[1]) if found else 0

    before = count()
    giving.give(of_way(with_officer, 50))

    assert count() > before


def test_who_stands_in_for_the_holder_reads_the_warnings_of_the_post(
    world: World, office: Office, with_officer: Dossier
) -> None:
    giving.give(of_way(with_officer, 50))
    holder = Account.objects.get(username="officer")
    stand_in = Account.objects.get(username="books")
    identity.delegate(
        holder.holdings.get(), stand_in, from_at=NOW - timedelta(days=1),
        until_at=NOW + timedelta(days=1), reason="Đi họp",
    )  # fmt: skip
    lent = next(one for one in actors_of(stand_in.pk, NOW) if one.delegated)
    client = world.fresh("books")
    session = client.session
    session["desk_position"] = str(lent.position_uuid)
    session.save()

    page = client.get(PAGE)

    assert str(Warning.objects.get(dossier=with_officer, of="step").uuid) in page.content.decode()


def test_who_holds_no_step_has_no_warnings(world: World) -> None:
    assert world.as_("admin").get(PAGE).status_code == 403


def _another(office: Office) -> Any:
    account = identity.add_person(
        username="officer9", full_name="Phan Thị Mè Mẫu", password="mat-khau-mau-1", demo=True
    )
    first = office.people["officer"]
    post = identity.add_position(
        office_id=first.office_id, kind=first.position_kind, title="Chuyên viên 9",
        department_id=first.department_id,
    )  # fmt: skip
    identity.give_position(account, post, from_on=date(2017, 1, 1))
    (actor,) = actors_of(account.pk, MONDAY)
    return actor
