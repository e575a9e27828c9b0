"""Received, claimed, assigned, sent back to who had it, and the box of someone who left."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from acting import press, words
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.hands import untaken
from motcua.dossiers.selectors.inbox import held_by
from motcua.dossiers.services.leaving import leave_post
from motcua.dossiers.verifying.run import differences
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from motcua.identity.models import Account, Holding
from office import MONDAY, Office
from world import NOW, World

DAY = 24 * 60


@pytest.fixture(scope="module", autouse=True)
def second(world: World, office: Office) -> Actor:
    """Another officer of the same department."""
    account = identity.add_person(
        username="officer3", full_name="Phan Thị Xà Mẫu", password="mat-khau-mau-1", demo=True
    )
    first = office.people["officer"]
    post = identity.add_position(
        office_id=first.office_id,
        kind=first.position_kind,
        title="Chuyên viên 3",
        department_id=first.department_id,
    )
    identity.give_position(account, post, from_on=date(2017, 1, 1))
    (actor,) = actors_of(account.pk, MONDAY)
    office.people["officer3"] = actor
    return actor


def handed(office: Office, **at: object) -> Dossier:
    """Handed over by the desk at 08:30, received by nobody."""
    dossier = office.received(**at)  # type: ignore[arg-type]
    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    return dossier


def given(office: Office, dossier: Dossier, to: str | None = "officer3") -> Done | Refused:
    """The head gives the one open step."""
    (step,) = dossier.steps.filter(left_at=None)
    officer = office.people[to].position_uuid if to else None
    outcome: Done | Refused = office.act(
        services.assign, dossier, "head", officer=officer, step=step.key, note="Gấp"
    )
    return outcome


def code_of(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


def test_the_budget_runs_from_the_hand_over_not_from_the_taking(office: Office) -> None:
    dossier = handed(office)
    before = dossier.steps.get(left_at=None).due_at

    assert isinstance(office.act(services.take, dossier, "officer", after=90), Done)

    step = dossier.steps.get(left_at=None)
    assert (step.taken, step.seen, step.due_at) == (True, False, before)


@pytest.mark.parametrize("by", ["clerk", "chair", "records"])
def test_nobody_else_takes_claims_or_assigns_it(office: Office, by: str) -> None:
    dossier = handed(office)
    step = dossier.steps.get(left_at=None).key

    for act, data in ((services.take, {}), (services.claim, {}), (services.assign, {
        "officer": None})):  # fmt: skip
        refused = office.act(act, dossier, by, step=step, **data)
        assert code_of(refused) in ("not_your_act", "not_your_step")


def test_what_one_officer_claimed_the_other_cannot_move_and_is_told_whose_it_is(
    office: Office,
) -> None:
    dossier = handed(office)
    assert isinstance(office.act(services.claim, dossier, "officer"), Done)

    refused = office.act(services.hand_over, dossier, "officer3")

    assert isinstance(refused, Refused)
    assert (refused.code, refused.facts["title"]) == ("assigned_elsewhere", "Chuyên viên 2")
    assert isinstance(office.act(services.hand_over, dossier, "officer"), Done)


def test_the_head_gives_it_to_another_who_alone_has_it_in_the_inbox(office: Office) -> None:
    dossier = handed(office)

    assert isinstance(given(office, dossier), Done)

    mine, other = (held_by(office.people[who]) for who in ("officer3", "officer"))
    assert dossier.steps.filter(mine).exists()
    assert not dossier.steps.filter(other).exists()
    assert code_of(office.act(services.claim, dossier, "officer")) == "assigned_elsewhere"


def test_it_is_given_to_nobody_outside_the_department(office: Office) -> None:
    dossier = handed(office)

    assert code_of(given(office, dossier, "records")) == "not_in_department"


def test_given_back_to_all_of_them_everybody_may_again(office: Office) -> None:
    dossier = handed(office)
    given(office, dossier)

    assert isinstance(given(office, dossier, None), Done)

    assert isinstance(office.act(services.hand_over, dossier, "officer"), Done)


def test_a_delegate_of_the_position_acts_on_what_was_given_to_it(office: Office) -> None:
    dossier = handed(office)
    given(office, dossier)
    stands_in = replace(office.people["officer"], **{
        name: getattr(office.people["officer3"], name)
        for name in ("position_id", "position_uuid", "title")
    }, delegated=True)  # fmt: skip
    office.people["delegate"] = stands_in

    assert isinstance(office.act(services.hand_over, dossier, "delegate"), Done)


def test_sent_back_it_goes_to_the_officer_who_passed_it_on(office: Office) -> None:
    dossier = handed(office)
    office.act(services.hand_over, dossier, "officer3")

    assert isinstance(office.act(services.send_back, dossier, "head", note="Thiếu"), Done)

    step = dossier.steps.get(left_at=None)
    assert step.assignee == office.people["officer3"].position_uuid
    assert not step.taken


def test_sent_back_while_that_officer_is_away_it_goes_to_all_of_them(office: Office) -> None:
    dossier = handed(office)
    office.act(services.hand_over, dossier, "officer3")
    holding = Holding.objects.get(position__uuid=office.people["officer3"].position_uuid)
    lent = identity.delegate(
        holding,
        Account.objects.get(username="officer"),
        from_at=MONDAY,
        until_at=MONDAY + timedelta(days=2),
        reason="Nghỉ phép",
    )

    office.act(services.send_back, dossier, "head", note="Thiếu")

    assert dossier.steps.get(left_at=None).assignee is None
    lent.delete()


def test_after_two_working_hours_both_heads_are_told(office: Office) -> None:
    dossier = handed(office)
    at = dossier.changed_at.astimezone(VN)
    early, late = at + timedelta(minutes=120), at + timedelta(minutes=121)

    told = {
        who: untaken(office.people[who], late).filter(pk=dossier.pk).exists()
        for who in ("head", "chair")
    }

    assert told == {"head": True, "chair": True}
    assert not untaken(office.people["head"], early).filter(pk=dossier.pk).exists()
    office.act(services.take, dossier, "officer", after=130)
    assert not untaken(office.people["head"], late).filter(pk=dossier.pk).exists()


def test_the_page_says_it_was_not_received_and_who_has_it_later(
    office: Office, world: World
) -> None:
    dossier = handed(office, at=NOW.replace(hour=8, minute=0))
    page = f"/can-bo/ho-so/{dossier.code}"
    assert "chưa nhận" in words(world.as_("head").get(page))

    answer = press(
        world.as_("head"), dossier.code, "giao-viec",
        officer=str(office.people["officer3"].position_uuid), note="Gấp",
    )  # fmt: skip

    assert answer.status_code == 302, words(answer)
    shown = words(world.as_("officer").get(page))
    assert "Giao cho Chuyên viên 3" in shown
    assert "Việc này đã giao cho Chuyên viên 3." in shown
    assert "chưa nhận" not in shown


def test_the_form_names_the_department_s_people_and_what_they_have(
    office: Office, world: World
) -> None:
    dossier = handed(office, at=NOW.replace(hour=8, minute=0))

    shown = words(world.as_("head").get(f"/can-bo/ho-so/{dossier.code}/giao-viec"))

    assert "Phan Thị Xà Mẫu, Chuyên viên 3, đang được giao" in shown
    assert "Trần Văn Cột Mẫu" in shown


def test_what_was_given_to_someone_who_left_goes_back_to_the_department(office: Office) -> None:
    dossier = handed(office, at=NOW.replace(hour=8, minute=0))
    given(office, dossier)
    leaver = office.people["officer3"]

    leave_post(
        leaver.account_uuid, leaver.position_uuid,
        until_on=NOW.date(), at=NOW + timedelta(hours=2), by=office.people["admin"],
    )  # fmt: skip

    dossier.refresh_from_db()
    assert dossier.events.latest("seq").kind == "box_handed"
    assert dossier.steps.get(left_at=None).assignee is None
    assert services.hand_boxes(NOW + timedelta(hours=3)) == 0


def test_ticked_in_the_inbox_it_is_received_at_once(office: Office, world: World) -> None:
    dossier = handed(office, at=NOW.replace(hour=8, minute=0))
    step = dossier.steps.get(left_at=None)
    pick = f"{dossier.code}|{step.key}|{dossier.head_seq}"
    inbox = "/can-bo/hop-viec"
    assert "chưa nhận" in words(world.as_("officer").get(inbox))

    answer = world.as_("officer").post("/can-bo/hop-viec/nhieu", {"do": "take", "pick": pick})

    assert "Đã nhận" in words(answer)
    step.refresh_from_db()
    assert step.taken


def test_verify_finds_nothing_after_all_of_it(office: Office) -> None:
    assert list(differences(isolated=False)) == []


def test_an_act_on_many_asks_as_often_as_one(office: Office) -> None:
    dossiers = [handed(office) for _ in range(3)]
    asked = [office.asked(one, "officer") for one in dossiers]

    outcomes = services.take(asked, key=uuid4())

    assert all(isinstance(one, Done) for one in outcomes)
