"""Undo: the last act is taken back by an event of its own, while nobody has relied on it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from motcua.audit.recording import record
from motcua.catalogue import selectors as catalogue
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.doors import doors
from motcua.dossiers.verifying.run import differences
from motcua.messages.models import OutboxMessage
from motcua.organization.timekeeping import real_now
from motcua.reports import tallying
from office import ANSWER_BY, MONDAY, Office

SOON = 3
"""Minutes, fewer than an undo may come late."""


def at_officer(office: Office) -> Dossier:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    return dossier


def at_desk(office: Office) -> Dossier:
    """Walked to the end by whoever holds the step."""
    dossier = at_officer(office)
    for who in ("officer", "head", "chair", "records"):
        for act in (services.hand_over, services.approve, services.return_to_desk):
            if isinstance(office.act(act, dossier, who), Done):
                break
    assert dossier.stage == "finished"
    return dossier


def undone(office: Office, dossier: Dossier, by: str, after: int = SOON) -> Any:
    return office.act(services.undo, dossier, by, after=after)


def stood(dossier: Dossier) -> dict[str, Any]:
    """Where it stands, told without counting events."""
    return {name: value for name, value in dossier.flow.items() if name != "seq"}


def suspended(office: Office, dossier: Dossier) -> None:
    office.act(services.suspend, dossier, "officer", document="5/TB", reason="nvtc")


def handed(office: Office, dossier: Dossier) -> None:
    office.act(services.hand_over, dossier, "officer")


def back(office: Office, dossier: Dossier) -> None:
    office.act(services.send_back, dossier, "officer", note="Thiếu bản vẽ")


@pytest.mark.parametrize("act", [suspended, handed, back])
def test_the_dossier_stands_as_before_and_its_history_says_both(
    office: Office, act: Callable[[Office, Dossier], None]
) -> None:
    dossier = at_officer(office)
    before, events = stood(dossier), dossier.head_seq
    act(office, dossier)
    assert stood(dossier) != before

    outcome = undone(office, dossier, "officer")

    assert isinstance(outcome, Done)
    assert stood(dossier) == before
    assert dossier.events.order_by("-seq")[0].kind == "undone"
    assert dossier.head_seq > events + 1


def test_a_finish_taken_back_is_no_longer_counted_and_may_be_repeated(office: Office) -> None:
    dossier = at_officer(office)
    for who in ("officer", "head", "chair"):
        for act in (services.hand_over, services.approve):
            if isinstance(office.act(act, dossier, who), Done):
                break
    office.act(services.return_to_desk, dossier, "records")
    assert dossier.stage == "finished"

    undone(office, dossier, "records")

    assert (dossier.stage, dossier.finished_at) == ("in_progress", None)
    assert list(tallying.differences()) == []
    office.act(services.return_to_desk, dossier, "records")
    assert dossier.stage == "finished"
    assert list(tallying.differences()) == []


def test_a_result_handed_to_the_wrong_person_is_at_the_desk_again(office: Office) -> None:
    dossier = at_desk(office)
    office.act(services.return_result, dossier, "clerk")

    undone(office, dossier, "clerk")

    assert (dossier.stage, dossier.returned_at) == ("finished", None)


def test_a_notice_of_what_was_undone_is_followed_by_its_own(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)

    undone(office, dossier, "officer")

    kinds = OutboxMessage.objects.filter(dossier=dossier).order_by("seq")
    assert list(kinds.values_list("kind", flat=True)) == ["received", "suspended", "undone"]


def test_an_undoing_is_not_undone(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)
    undone(office, dossier, "officer")

    assert undone(office, dossier, "officer", after=1) == Refused("not_undoable")


def test_after_five_minutes_it_is_too_late(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)

    assert undone(office, dossier, "officer", after=6) == Refused("too_late_to_undo")


def test_only_who_did_it_takes_it_back(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)

    assert undone(office, dossier, "head") == Refused("not_yours_to_undo")
    assert undone(office, dossier, "clerk2") == Refused("not_yours_to_undo")


def test_once_the_next_holder_opened_it_nothing_is_undone(office: Office) -> None:
    dossier = at_officer(office)
    office.act(services.hand_over, dossier, "officer", after=1)
    office.act(services.see, dossier, "head", after=1)

    assert undone(office, dossier, "officer", after=1) == Refused("not_yours_to_undo")


def test_once_anybody_else_looked_at_it_nothing_is_undone(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)
    other = office.people["head"]
    record(
        "view_dossier",
        at=real_now(),
        account=other.account_uuid,
        subject_kind="dossier",
        subject=dossier.code,
    )

    assert undone(office, dossier, "officer") == Refused("seen_since")


def test_what_is_signed_or_taken_in_is_not_undone(office: Office) -> None:
    dossier = office.received()
    assert undone(office, dossier, "clerk") == Refused("not_undoable")

    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")

    assert undone(office, dossier, "head") == Refused("not_undoable")


def test_a_request_for_papers_is_out_and_stays_out(office: Office) -> None:
    dossier = at_officer(office)
    item = services.waiting.Deficiency(1, "Thiếu chữ ký", "Ký lại")
    office.act(
        services.request_supplement, dossier, "officer",
        items=[item], document="6/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip

    assert undone(office, dossier, "officer") == Refused("not_undoable")


def test_pressing_twice_undoes_once(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)
    key = uuid4()
    asked = office.asked(dossier, "officer", SOON)

    (first,) = services.undo([asked], key=key)
    (again,) = services.undo([asked], key=key)

    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert again.again


def test_all_of_it_verifies(office: Office) -> None:
    dossier = at_officer(office)
    suspended(office, dossier)
    undone(office, dossier, "officer")

    assert list(differences()) == []


def test_a_state_to_return_to_that_never_was_is_named(office: Office) -> None:
    from motcua.core.flow import read_event
    from motcua.dossiers.verifying.undone import wrong_return

    dossier = at_officer(office)
    suspended(office, dossier)
    undone(office, dossier, "officer")
    row = dossier.events.get(kind="undone")
    event = read_event(row.kind, row.version, row.payload | {"before": "{}"})

    assert event.at > MONDAY
    assert wrong_return(event, []) == "hoàn tác một việc không có"


def test_what_was_undone_or_recalled_is_no_time_at_any_step(office: Office) -> None:
    dossier = at_officer(office)
    office.act(services.hand_over, dossier, "officer", after=60)
    undone(office, dossier, "officer")
    office.act(services.hand_over, dossier, "officer", after=27)
    office.act(services.recall, dossier, "officer", after=10)

    spent = {one.key: one.spent for one in doors(dossier, dossier.changed_at)}

    route = catalogue.process(dossier.process_id).route
    officer, head = (step.key for step in route.steps[1:3])
    assert spent[officer] == 60 + SOON + 27
    assert spent[head] == 0
