"""Results leave the desk: into whose hands, by which paper, from which shelf, and only once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.audit.models import AuditRow
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.collecting import CollectorData, LostSlip
from motcua.dossiers.models import Dossier, ShelfPlace
from motcua.dossiers.verifying.run import differences
from motcua.fees import services as fees
from motcua.fees.models import CashDay, Receipt
from motcua.fees.refusals import sentence
from motcua.fees.selectors import owed
from office import MONDAY, Office

NEIGHBOUR = CollectorData(
    name="Ngô Văn Rui Mẫu", id_number="038000000099", relation="authorised", paper="GUQ 12/3/2017"
)
LOST = LostSlip(id_number="038000000012", note="Bà Hiên Mẫu nói làm rơi giấy hẹn ở chợ")


def opening(office: Office) -> int | None:
    """What opens the clerk's drawer; nothing when a test before has opened it."""
    mine = CashDay.objects.filter(account_id=office.people["clerk"].account_id, closed_at=None)
    return None if mine.exists() else 0


def finished(office: Office, **changes: Any) -> Dossier:
    """A dossier whose result lies at the desk."""
    dossier = office.received(**changes)
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    office.act(services.return_to_desk, dossier, "records")
    return dossier


def last(dossier: Dossier) -> dict[str, Any]:
    payload: dict[str, Any] = dossier.events.get(kind="result_returned").payload
    return payload


def test_a_neighbour_with_a_paper_takes_it_and_the_event_names_nobody(office: Office) -> None:
    dossier = finished(office)

    done = office.act(
        services.return_result, dossier, "clerk", collector="collector", person=NEIGHBOUR
    )

    assert isinstance(done, Done)
    said = last(dossier)
    assert (said["collector"], said["relation"], said["slip"]) == (
        "collector", "authorised", "shown",
    )  # fmt: skip
    assert NEIGHBOUR.name not in str(said)
    assert list(dossier.texts.values_list("place", "body")) == [
        ("collector", NEIGHBOUR.name),
        ("collector", NEIGHBOUR.id_number),
        ("collector", NEIGHBOUR.paper),
    ]


@pytest.mark.parametrize(
    "person",
    [
        None,
        CollectorData("", "038000000099", "authorised", "GUQ"),
        CollectorData("Ngô Văn Rui Mẫu", "", "authorised", "GUQ"),
        CollectorData("Ngô Văn Rui Mẫu", "038000000099", "hàng xóm", "GUQ"),
        CollectorData("Ngô Văn Rui Mẫu", "038000000099", "authorised", " "),
    ],
)
def test_nobody_else_takes_it_without_name_number_relation_and_paper(
    office: Office, person: CollectorData | None
) -> None:
    dossier = finished(office)

    with pytest.raises(Refused, match="no_collector"):
        office.act(services.return_result, dossier, "clerk", collector="collector", person=person)

    dossier.refresh_from_db()
    assert dossier.stage == "finished"


def test_a_lost_slip_leaves_the_number_seen_and_a_note(office: Office) -> None:
    dossier = finished(office)

    office.act(services.return_result, dossier, "clerk", lost_slip=LOST)

    assert last(dossier)["slip"] == "lost"
    assert list(dossier.texts.values_list("place", "body")) == [
        ("slip", LOST.id_number),
        ("slip", LOST.note),
    ]
    assert not [line for line in differences() if dossier.code in line]


@pytest.mark.parametrize("lost", [LostSlip("", "rơi ở chợ"), LostSlip("038000000012", " ")])
def test_a_lost_slip_without_number_or_note_is_refused(office: Office, lost: LostSlip) -> None:
    dossier = finished(office)

    with pytest.raises(Refused, match="no_slip"):
        office.act(services.return_result, dossier, "clerk", lost_slip=lost)


def test_several_leave_together_with_an_outcome_each_and_pressing_twice_does_it_once(
    office: Office,
) -> None:
    ready, working = finished(office), office.received()
    asked = [office.asked(ready, "clerk"), office.asked(working, "clerk")]
    key = uuid4()

    first = services.return_result(asked, key=key, fees={ready.id: 75_000})
    again = services.return_result(asked, key=key, fees={ready.id: 75_000})

    assert isinstance(first[0], Done)
    assert isinstance(first[1], Refused)
    assert first[1].code == "wrong_stage"
    assert isinstance(again[0], Done)
    assert again[0].again
    assert last(ready)["fee_vnd"] == 75_000
    working.refresh_from_db()
    assert working.stage == "in_progress"


def test_who_does_not_stand_at_that_desk_hands_out_nothing(office: Office) -> None:
    dossier = finished(office)

    for who in ("ward", "records", "chair"):
        refused = office.act(services.return_result, dossier, who)
        assert isinstance(refused, Refused), who

    assert dossier.stage == "finished"


def test_a_place_on_the_shelf_is_noted_changed_and_taken_away_and_each_is_audited(
    office: Office,
) -> None:
    dossier = finished(office)
    clerk, at = office.people["clerk"], MONDAY + timedelta(days=2)

    for place, changes in ((" Tủ 2,  ngăn B ", 1), ("Tủ 2, ngăn B", 0), ("Kệ 7", 1), ("", 1)):
        assert services.put_on_shelf(clerk, {dossier.code: place}, at) == changes

    assert not ShelfPlace.objects.filter(dossier=dossier).exists()
    assert AuditRow.objects.filter(action="shelf_noted", subject=dossier.code).count() == 3


def test_a_shelf_belongs_to_its_own_desk_and_only_to_results(office: Office) -> None:
    ready, working = finished(office), office.received()

    for who, dossier in (("ward", ready), ("clerk", working), ("chair", ready)):
        with pytest.raises(Refused):
            services.put_on_shelf(office.people[who], {dossier.code: "Kệ 1"}, MONDAY)
    with pytest.raises(Refused, match="shelf_too_long"):
        services.put_on_shelf(office.people["clerk"], {ready.code: "x" * 41}, MONDAY)
    with pytest.raises(Refused, match="not_at_your_desk"):
        services.put_on_shelf(
            office.people["clerk"], {ready.code: "Kệ 1", working.code: "Kệ 2"}, MONDAY
        )

    assert not ShelfPlace.objects.filter(dossier__in=[ready, working]).exists()


def test_a_role_that_is_none_takes_nothing(office: Office) -> None:
    dossier = finished(office)

    refused = office.act(services.return_result, dossier, "clerk", collector="neighbour")

    assert refused == Refused("no_collector")
    assert dossier.stage == "finished"


def test_no_result_leaves_while_its_fee_is_owed_and_the_others_do(office: Office) -> None:
    owing, free = finished(office, fee_vnd=75_000), finished(office)
    asked = [office.asked(owing, "clerk"), office.asked(free, "clerk")]

    first = fees.return_result(asked, key=uuid4())
    then = fees.return_result(
        [office.asked(owing, "clerk")], key=uuid4(), fee_taken=True, opening_vnd=opening(office)
    )

    assert isinstance(first[0], Refused)
    assert "75.000" in str(sentence(first[0]))
    assert isinstance(first[1], Done)
    assert isinstance(then[0], Done)
    assert owed([owing.id, free.id]) == {}
    assert Receipt.objects.get(payment__dossier=owing).amount_vnd == 75_000


def test_the_result_stays_when_the_money_cannot_be_taken(office: Office) -> None:
    owing = finished(office, fee_vnd=75_000)

    with pytest.raises(Refused, match="drawer_not_open"):
        fees.return_result([office.asked(owing, "clerk2")], key=uuid4(), fee_taken=True)

    owing.refresh_from_db()
    assert owing.stage == "finished"
    assert owed([owing.id]) == {owing.id: 75_000}


def test_what_the_desk_said_of_fees_and_slips_leaves_the_books_without_difference(
    office: Office,
) -> None:
    dossier = finished(office, fee_vnd=8_000)
    fees.return_result(
        [office.asked(dossier, "clerk")], key=uuid4(), fee_taken=True, opening_vnd=opening(office),
        collector="collector", person=NEIGHBOUR, lost_slip=LOST,
    )  # fmt: skip

    assert not [line for line in differences() if dossier.code in line]
    assert not [line for line in differences() if line.startswith("Sổ thu")]


def test_only_a_dossier_handed_in_for_its_owner_goes_to_a_submitter(office: Office) -> None:
    dossier = finished(office)

    outcome = office.act(services.return_result, dossier, "clerk", collector="submitter")

    assert outcome == Refused("no_submitter")
    assert dossier.stage == "finished"
