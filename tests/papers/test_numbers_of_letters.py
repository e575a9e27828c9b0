"""Letters of acts take their numbers from the register of outgoing documents, without gap."""

import io
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from pypdf import PdfReader

from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.fees.services import obligations
from motcua.papers.documents import agreeing, issuing, printing, register
from motcua.papers.documents.numbers import number_of
from motcua.papers.documents.register import Narrowed
from motcua.papers.letters import letter_pdf
from motcua.papers.models import Document, NumberBook
from motcua.papers.numbering import go_on_after, take_number
from office import ANSWER_BY, MONDAY, Office

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]


def at_work(office: Office) -> Dossier:
    dossier = office.received()
    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    return dossier


def asked(office: Office, dossier: Dossier, key: Any = None) -> Any:
    (outcome,) = issuing.request_supplement(
        [office.asked(dossier, "officer")], key=key or uuid4(), items=MISSING,
        reply_by=ANSWER_BY,
    )  # fmt: skip
    return outcome


def seq_of(done: Any) -> int:
    assert isinstance(done, Done), done
    return done.head_seq - len(done.events) + 1


def last(office: Office, kind: str) -> int:
    book = NumberBook.objects.filter(
        office_id=office.people["clerk"].office_id, kind=f"vb-{kind}", year=2017
    ).first()
    return book.last if book else 0


def printed(office: Office, code: str, seq: int, by: str = "clerk") -> str:
    pages = PdfReader(io.BytesIO(letter_pdf(code, seq, office.people[by], MONDAY, MONDAY))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_letter_takes_the_next_number_stands_in_the_register_and_bears_it(
    office: Office,
) -> None:
    before = last(office, "hdhs")
    dossier = at_work(office)

    seq = seq_of(asked(office, dossier))

    number = f"{before + 1:02d}/HDHS"
    assert number_of(dossier.pk, seq) == number
    assert f"Số: {number}" in printed(office, dossier.code, seq)
    rows, _ = register.documents(office.people["records"], Narrowed(kind="hdhs"))
    assert (rows[0].number, rows[0].dossier) == (number, dossier.code)
    assert agreeing.differences() == []


def test_a_refused_act_and_the_same_button_again_take_no_number(office: Office) -> None:
    dossier, key = at_work(office), uuid4()
    first = asked(office, dossier, key)
    given = last(office, "hdhs")

    again = issuing.request_supplement(
        [replace(office.asked(dossier, "officer"), seq=first.head_seq - 1)],
        key=key, items=MISSING, reply_by=ANSWER_BY,
    )[0]  # fmt: skip
    second = asked(office, dossier)

    assert isinstance(again, Done)
    assert again.again
    assert isinstance(second, Refused)
    assert last(office, "hdhs") == given
    assert Document.objects.filter(dossier=dossier, kind="hdhs").count() == 1


def test_a_request_that_goes_on_bears_the_number_it_goes_on_from(office: Office) -> None:
    dossier = at_work(office)
    first = seq_of(asked(office, dossier))

    still = office.act(
        services.keep_asking, dossier, "clerk", items=[Deficiency(1, "Vẫn mờ", "Chụp lại")]
    )

    number = number_of(dossier.pk, first)
    assert f"Số: {number}" in printed(office, dossier.code, seq_of(still))


def test_a_refusal_at_intake_has_a_number_of_its_own(office: Office) -> None:
    before = last(office, "tctn")
    intake = replace(office.intake(), reason="Không thuộc thẩm quyền")

    (done,) = issuing.refuse_intake([intake], key=uuid4())

    assert isinstance(done, Done)
    assert f"Số: {before + 1:02d}/TCTN" in printed(office, done.code, seq_of(done))


def test_forms_of_one_office_are_numbered_each_by_itself(office: Office) -> None:
    dossier = at_work(office)
    before = {kind: last(office, kind) for kind in ("pxl", "hdhs")}

    (done,) = issuing.apologise(
        [office.asked(dossier, "head")], key=uuid4(), promised_on=date(2017, 3, 20),
        reason="qua-tai",
    )  # fmt: skip

    assert f"Số: {before['pxl'] + 1:02d}/PXL" in printed(office, dossier.code, seq_of(done))
    assert last(office, "hdhs") == before["hdhs"]


def test_a_letter_of_the_register_is_printed_from_its_dossier(office: Office) -> None:
    dossier = at_work(office)
    seq = seq_of(asked(office, dossier))
    row = Document.objects.get(dossier=dossier, seq=seq)
    chair = office.people["chair"]

    page = register.document(chair, row.uuid, MONDAY.date())
    made = printing.paper(chair, row.uuid, MONDAY, MONDAY)

    assert page.printed
    assert page.steps == []
    assert made.startswith(b"%PDF")


def test_a_slip_to_the_tax_office_stands_in_the_register_and_is_printed_with_its_dossier(
    office: Office,
) -> None:
    dossier, clerk = at_work(office), office.people["clerk"]
    before = last(office, "pctt")

    obligations.make_slip(dossier.pk, {"plot": "12", "area": "80"}, by=clerk, at=MONDAY)

    row = Document.objects.get(dossier=dossier, kind="pctt")
    assert row.number == before + 1
    assert not register.document(clerk, row.uuid, MONDAY.date()).printed
    with pytest.raises(Refused, match="printed_elsewhere"):
        printing.paper(clerk, row.uuid, MONDAY, MONDAY)


def test_a_book_goes_on_after_what_was_numbered_by_hand(office: Office) -> None:
    office_id = office.people["clerk"].office_id

    go_on_after(office_id, "vb-thu", 2016, 37)
    go_on_after(office_id, "vb-thu", 2016, 5)

    assert take_number(office_id, "vb-thu", 2016) == 38


def test_verification_names_a_book_with_a_gap(office: Office) -> None:
    for _ in range(3):
        asked(office, at_work(office))
    middle = Document.objects.filter(kind="hdhs", year=2017, number=last(office, "hdhs") - 1)

    with transaction.atomic():
        middle.update(number=None, year=None)
        told = agreeing.differences()
        transaction.set_rollback(True)

    assert len(told) == 1
    assert "hdhs 2017" in told[0]
    assert agreeing.differences() == []
