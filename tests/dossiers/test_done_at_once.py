"""Làm ngay: received, written in the book, signed and returned within one act, counted like all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import AtOnce, Done, Intake, LateSlip, Outcome
from motcua.dossiers.models import BookEntry, Dossier
from motcua.dossiers.selectors.at_once import done_on, procedures_at_once
from motcua.dossiers.selectors.morning import lines, morning
from motcua.dossiers.verifying.run import differences
from motcua.fees import agreeing
from motcua.fees import services as fees
from motcua.fees.models import Receipt
from motcua.fees.refusals import sentence as fees_sentence
from motcua.reports import tallying
from office import MONDAY, PLAIN, Office

BOOK = "01/2017"


def asked_now(office: Office, **changes: object) -> Intake:
    slug = procedures_at_once(office.people["clerk"], MONDAY)[0].slug
    signer = str(office.people["chair"].position_uuid)
    entry = replace(AtOnce(BOOK, signer), **changes)  # type: ignore[arg-type]
    return replace(office.intake(slug), papers=(), at_once=entry)


def done(office: Office, *intakes: Intake) -> list[Outcome]:
    return services.do_now(intakes or [asked_now(office)], key=uuid4())


@pytest.fixture
def till(office: Office) -> Iterator[Office]:
    """A desk with an open drawer; what a test writes with it is gone afterwards."""
    with transaction.atomic():
        fees.open_drawer(by=office.people["clerk"], at=MONDAY, counted_vnd=0)
        yield office
        transaction.set_rollback(True)


def numbers(book: str) -> list[int]:
    entries = BookEntry.objects.filter(book=book).order_by("id")
    return list(entries.values_list("number", flat=True))


def test_one_act_receives_writes_down_signs_and_returns(office: Office) -> None:
    (outcome,) = done(office, asked_now(office, copies=3, pages=12))

    assert isinstance(outcome, Done)
    dossier = Dossier.objects.get(pk=outcome.dossier)
    entry = BookEntry.objects.get(dossier=dossier)
    assert [e.kind for e in dossier.events.order_by("seq")] == [
        "received",
        "done_now",
        "finished",
        "result_returned",
    ]
    assert dossier.stage == "returned"
    assert (entry.book, entry.copies, entry.pages, entry.done_at) == (BOOK, 3, 12, MONDAY)


def test_numbers_of_a_book_follow_one_another_also_within_one_call(office: Office) -> None:
    book = "07/2017"
    one = asked_now(office, book=book)

    done(office, one, one, one)
    done(office, asked_now(office, book=book, number=9))
    done(office, one)

    assert numbers(book) == [1, 2, 3, 9, 10]


def test_a_number_already_used_is_refused_with_the_next_one_free(office: Office) -> None:
    book = "08/2017"
    done(office, asked_now(office, book=book, number=4))

    (outcome,) = done(office, asked_now(office, book=book, number=4))

    assert outcome == Refused("book_number_taken", number=4, free=5)
    assert numbers(book) == [4]


def test_the_same_key_takes_no_second_number(office: Office) -> None:
    book, key = "09/2017", uuid4()
    intake = asked_now(office, book=book)

    (first,) = services.do_now([intake], key=key)
    (again,) = services.do_now([intake], key=key)

    assert isinstance(first, Done)
    assert isinstance(again, Done)
    assert (again.code, again.again) == (first.code, True)
    assert numbers(book) == [1]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signer": ""}, "no_signer"),
        ({"signer": "ai-do"}, "no_signer"),
        ({"copies": 0}, "no_copies"),
        ({"pages": 0}, "no_copies"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(
    office: Office, changes: dict[str, object], code: str
) -> None:
    before = Dossier.objects.count()

    (outcome,) = done(office, asked_now(office, book="10/2017", **changes))

    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert (Dossier.objects.count(), numbers("10/2017")) == (before, [])


def test_a_procedure_with_a_term_of_days_is_not_done_at_once(office: Office) -> None:
    intake = replace(asked_now(office), version_id=office.intake(PLAIN).version_id)

    (outcome,) = done(office, intake)

    assert isinstance(outcome, Refused)
    assert outcome.code == "not_at_once"


def test_who_may_not_receive_may_not_do_it_at_once_either(office: Office) -> None:
    intake = replace(asked_now(office, book="11/2017"), by=office.people["officer"])

    (outcome,) = done(office, intake)

    assert isinstance(outcome, Refused)
    assert numbers("11/2017") == []


def test_the_procedure_asked_for_most_stands_first(office: Office) -> None:
    clerk = office.people["clerk"]
    last = procedures_at_once(clerk, MONDAY)[-1]
    for _ in range(40):
        done(office, replace(asked_now(office), version_id=last.id))

    assert procedures_at_once(clerk, MONDAY)[0].slug == last.slug


def test_voided_it_keeps_its_number_and_its_line_in_the_book(office: Office) -> None:
    book = "12/2017"
    (outcome,) = done(office, asked_now(office, book=book, number=7))
    assert isinstance(outcome, Done)
    dossier = Dossier.objects.get(pk=outcome.dossier)

    assert isinstance(office.act(fees.void, dossier, "clerk", reason="Nhầm người"), Done)

    (again,) = done(office, asked_now(office, book=book, number=7))
    assert again == Refused("book_number_taken", number=7, free=8)
    told = done_on(office.people["clerk"], MONDAY.date(), MONDAY + timedelta(days=1))
    assert [(one.number, one.void) for one in told if one.book == book] == [(7, True)]
    assert (dossier.stage, dossier.finished_at, dossier.outcome) == ("void", None, "")
    assert list(differences()) == []
    assert list(tallying.differences()) == []


def test_the_day_after_a_leader_voids_it(office: Office) -> None:
    (outcome,) = done(office, asked_now(office, book="13/2017"))
    assert isinstance(outcome, Done)
    dossier = Dossier.objects.get(pk=outcome.dossier)
    a_day = 24 * 60

    refused = office.act(fees.void, dossier, "clerk", after=a_day, reason="Nhầm người")

    assert refused == Refused("leader_after_day")
    assert isinstance(office.act(fees.void, dossier, "chair", after=a_day, reason="Nhầm"), Done)


def test_paid_for_it_is_voided_only_once_its_receipt_is_cancelled(till: Office) -> None:
    office, clerk = till, till.people["clerk"]
    intake = replace(asked_now(office, book="14/2017"), fee_vnd=6_000)
    (outcome,) = fees.do_now([intake], key=uuid4(), fee_taken=True)
    assert isinstance(outcome, Done)
    dossier = Dossier.objects.get(pk=outcome.dossier)

    held = office.act(fees.void, dossier, "clerk", reason="Nhầm người")

    assert isinstance(held, Refused)
    assert held.code == "receipt_stands"
    assert "huỷ biên lai" in str(fees_sentence(held))
    receipt = Receipt.objects.get(payment__dossier=dossier)
    fees.cancel_receipt(receipt.uuid, reason="Nhầm người", by=clerk, at=MONDAY)
    assert isinstance(office.act(fees.void, dossier, "clerk", reason="Nhầm người"), Done)
    assert list(agreeing.differences()) == []


def late(office: Office, back: timedelta, **changes: object) -> Outcome:
    """Done on paper `back` before Wednesday at ten, and typed in then."""
    now = MONDAY.replace(hour=10) + timedelta(days=2)
    slip = LateSlip("07/VT", "Mất điện")
    (outcome,) = done(
        office, replace(asked_now(office, **changes), at=now - back, recorded_at=now, late=slip)
    )
    return outcome


def test_done_on_paper_it_is_typed_in_later_with_the_moment_of_its_slip(office: Office) -> None:
    outcome = late(office, timedelta(days=1), book="15/2017")

    assert isinstance(outcome, Done)
    dossier = Dossier.objects.get(pk=outcome.dossier)
    tuesday = MONDAY.replace(hour=10) + timedelta(days=1)
    assert (dossier.received_at, dossier.returned_at) == (tuesday, tuesday)
    assert dossier.code.split("-")[1] == "170308"
    chair, at = office.people["chair"], tuesday + timedelta(days=1, hours=1)
    assert dossier.code in [one.code for one in lines(chair, "slips", at)]
    assert morning(chair, at).slips >= 1
    told = done_on(office.people["clerk"], at.date(), at)
    assert [one.entered_late for one in told if one.book == "15/2017"] == [True]
    assert isinstance(office.act(services.approve_late, dossier, "chair"), Done)
    assert dossier.code not in [one.code for one in lines(chair, "slips", at)]
    assert list(differences()) == []
    assert list(tallying.differences()) == []


def test_typed_in_later_its_fee_is_taken_in_the_drawer_of_that_day(till: Office) -> None:
    intake = replace(asked_now(till, book="16/2017"), fee_vnd=6_000)
    friday, slip = MONDAY - timedelta(days=3), LateSlip("08/VT", "Mất điện")

    entered = replace(intake, at=friday, recorded_at=MONDAY, late=slip)
    (outcome,) = fees.do_now([entered], key=uuid4(), fee_taken=True)

    assert isinstance(outcome, Done)
    assert Receipt.objects.get(payment__dossier=outcome.dossier).issued_at == MONDAY


@pytest.mark.parametrize(
    ("back", "code"),
    [(timedelta(days=8), "too_far_back"), (timedelta(hours=-3), "received_ahead")],
)
def test_it_lies_back_no_further_than_any_late_entry(
    office: Office, back: timedelta, code: str
) -> None:
    refused = late(office, back, book="17/2017")

    assert isinstance(refused, Refused)
    assert refused.code == code


def test_books_and_histories_agree_afterwards(office: Office) -> None:
    done(office)

    assert list(differences()) == []
