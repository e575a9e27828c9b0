"""A result that goes by post: handed over, delivered, or back on the shelf; or electronically."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.core.flow import State, national_state
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.returning import posted, posted_under, results, to_post
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.messages.models import OutboxMessage
from office import MONDAY, Office

DAY_EIGHT = MONDAY + timedelta(days=8)


def ready(office: Office, **changes: Any) -> Dossier:
    """A dossier whose result lies at the desk."""
    dossier = office.received(**{"result_by": "post", **changes})
    for act, who in (
        (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
        (services.approve, "chair"), (services.return_to_desk, "records"),
    ):  # fmt: skip
        office.act(act, dossier, who)
    return dossier


def codes(rows: Any) -> list[str]:
    return [row.code for row in rows]


def test_it_is_the_desks_until_it_is_delivered(office: Office) -> None:
    dossier = ready(office)
    clerk = office.people["clerk"]
    assert dossier.code in codes(to_post(clerk, dossier.changed_at))

    office.act(services.post_result, dossier, "clerk", tracking="EX123456789VN")

    assert dossier.stage == "finished"
    assert national_state(State.from_json(dossier.flow)).code == 9
    assert dossier.code not in codes(results(clerk, dossier.changed_at))
    assert dossier.code in codes(posted(clerk, dossier.changed_at))

    office.act(services.record_delivery, dossier, "clerk")

    assert (dossier.stage, dossier.outcome) == ("returned", "result")
    assert national_state(State.from_json(dossier.flow)).code == 10
    assert list(check_chunk([dossier], Checked())) == []


def test_what_the_post_has_for_more_than_a_week_is_asked_after_and_stands_first(
    office: Office,
) -> None:
    first, second = ready(office), ready(office)
    office.act(services.post_result, second, "clerk", tracking="EX11")
    office.act(services.post_result, first, "clerk", tracking="EX12", after=3 * 24 * 60)

    seen = {row.code: row for row in posted(office.people["clerk"], DAY_EIGHT)}

    assert [code for code in seen if code in (first.code, second.code)] == [
        second.code, first.code,
    ]  # fmt: skip
    assert (seen[second.code].posted_days, seen[second.code].unheard) == (8, True)
    assert (seen[first.code].posted_days, seen[first.code].unheard) == (5, False)


def test_what_the_post_could_not_deliver_lies_at_the_desk_again(office: Office) -> None:
    dossier = ready(office)
    clerk = office.people["clerk"]
    office.act(services.post_result, dossier, "clerk", tracking="EX1")

    unsaid = office.act(services.take_undelivered, dossier, "clerk", reason="")
    office.act(services.take_undelivered, dossier, "clerk", reason="Không có người nhận")

    assert isinstance(unsaid, Refused)
    assert dossier.code in codes(results(clerk, dossier.changed_at))
    assert isinstance(office.act(services.return_result, dossier, "clerk"), Done)


@pytest.mark.parametrize(
    ("act", "form", "code"),
    [
        (services.post_result, {"tracking": " "}, "no_tracking"),
        (services.record_delivery, {}, "not_posted"),
        (services.take_undelivered, {"reason": "Trả lại"}, "not_posted"),
        (services.send_result, {"file": "a"}, "no_file"),
        (services.send_result, {"file": "a" * 64}, "no_email"),
    ],
)
def test_what_may_not_be_is_refused(office: Office, act: Any, form: Any, code: str) -> None:
    refused = office.act(act, ready(office), "clerk", **form)

    assert isinstance(refused, Refused)
    assert refused.code == code


def test_nobody_hands_out_what_the_post_has_nor_posts_it_twice(office: Office) -> None:
    dossier = ready(office)
    office.act(services.post_result, dossier, "clerk", tracking="EX2")

    handed = office.act(services.return_result, dossier, "clerk")
    again = office.act(services.post_result, dossier, "clerk", tracking="EX3")

    assert [handed.code, again.code] == ["is_posted", "is_posted"]


def test_results_handed_over_together_stand_on_one_list_each_under_its_number(
    office: Office,
) -> None:
    one, two = ready(office), ready(office)
    key = uuid4()
    asked = [office.asked(one, "clerk"), office.asked(two, "clerk")]

    services.post_result(asked, key=key, tracking={one.id: "EX4", two.id: "EX5"})

    rows = posted_under(office.people["clerk"], key, asked[0].at)
    assert {row.tracking for row in rows} == {"EX4", "EX5"}


def test_the_owner_is_told_once_when_the_post_has_it(office: Office) -> None:
    dossier = ready(office)

    office.act(services.post_result, dossier, "clerk", tracking="EX6")

    assert OutboxMessage.objects.filter(dossier=dossier, kind="result_posted").count() == 1


def test_what_is_sent_electronically_names_the_stored_file(office: Office) -> None:
    dossier = ready(office)
    dossier.parties.update(email="chu@motcua.example")

    office.act(services.send_result, dossier, "clerk", file="b" * 64)

    last = dossier.events.order_by("-seq")[0]
    assert (last.payload["way"], last.payload["file"]) == ("electronic", "b" * 64)
    assert dossier.stage == "returned"
