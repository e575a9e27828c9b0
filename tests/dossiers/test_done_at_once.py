"""Làm ngay: received, written in the book, signed and returned within one act, counted like all."""

from dataclasses import replace
from uuid import uuid4

import pytest

from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import AtOnce, Done, Intake, Outcome
from motcua.dossiers.models import BookEntry, Dossier
from motcua.dossiers.selectors.at_once import procedures_at_once
from motcua.dossiers.verifying.run import differences
from office import MONDAY, PLAIN, Office

BOOK = "01/2017"


def asked_now(office: Office, **changes: object) -> Intake:
    slug = procedures_at_once(office.people["clerk"], MONDAY)[0].slug
    signer = str(office.people["chair"].position_uuid)
    entry = replace(AtOnce(BOOK, signer), **changes)  # type: ignore[arg-type]
    return replace(office.intake(slug), papers=(), at_once=entry)


def done(office: Office, *intakes: Intake) -> list[Outcome]:
    return services.do_now(intakes or [asked_now(office)], key=uuid4())


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


def test_books_and_histories_agree_afterwards(office: Office) -> None:
    done(office)

    assert list(differences()) == []
