"""The form to fill in for each paper that is asked for: on the letter, and where it is fetched."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from asking import passer_by, slip_check
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.forms_to_fill import forms_for
from motcua.catalogue.models import FormTemplate, ProcedureVersion
from motcua.catalogue.rows import FormRow
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.letters import letter_facts
from motcua.dossiers.services.waiting import Deficiency
from motcua.files.store import store
from motcua.papers.letters import data_of, letter_pdf
from office import MONDAY, PLAIN, Office

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2"), Deficiency(2, "Mờ", "Chụp lại")]


def asked(office: Office) -> tuple[Dossier, int]:
    """A dossier whose owner is asked to mend two papers, and the number of that event."""
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    done = office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="7", reply_by=date(2017, 3, 20),
    )  # fmt: skip
    assert isinstance(done, Done)
    return dossier, done.head_seq


def letter(office: Office, dossier: Dossier, seq: int) -> str:
    made = letter_pdf(dossier.code, seq, office.people["clerk"], MONDAY, MONDAY)
    pages = PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def with_form(office: Office) -> Iterator[str]:
    """The decision in force has a form for the first paper, and one for another; its file."""
    version = ProcedureVersion.objects.get(procedure__slug=PLAIN, effective_on=date(2017, 1, 1))
    paper = version.components.order_by("ordinal").first()
    assert paper is not None
    kept = store(b"%PDF-1.7 mau don", media_type="application/pdf", at=MONDAY)
    for ordinal, name in ((1, paper.name.upper()), (2, "Tờ khai khác hẳn")):
        FormTemplate.objects.create(
            version=version, ordinal=ordinal, number=f"Mẫu số 0{ordinal}", name=name,
            file_name="don.pdf", sha256=kept.sha256,
        )  # fmt: skip
    catalogue.forget()
    yield kept.sha256
    version.forms.all().delete()
    catalogue.forget()


def test_each_paper_has_the_form_to_fill_in_for_it_and_where_it_is_fetched(
    office: Office, with_form: str, settings: Any
) -> None:
    settings.MOTCUA_PUBLIC_URL = "https://motcua.example"
    dossier, seq = asked(office)

    said = letter(office, dossier, seq)
    facts = letter_facts(dossier.code, seq, office.people["clerk"])

    assert "Điền theo Mẫu số 01" in said
    assert "Mẫu số 02" not in said
    assert f"https://motcua.example/tthc/{PLAIN}" in said.replace("tthc/ ", "tthc/")
    assert [bool(one.form) for one in facts.mends] == [True, False]
    assert data_of(facts)["forms"]["qr"]["svg"]  # type: ignore[index]


def test_without_a_public_address_a_letter_names_the_form_and_leads_nowhere(
    office: Office, with_form: str, settings: Any
) -> None:
    settings.MOTCUA_PUBLIC_URL = ""
    dossier, seq = asked(office)

    said = letter(office, dossier, seq)

    assert "Điền theo Mẫu số 01" in said
    assert "Mẫu tải tại" not in said


def test_whoever_has_the_slip_fetches_the_form_of_what_was_asked(
    office: Office, with_form: str
) -> None:
    dossier, _ = asked(office)
    slip = {"ma": dossier.code, "kt": slip_check(dossier.code)}

    home = passer_by().get("/tra-cuu", slip).content.decode()
    hall = passer_by().get("/kiosk/tra-cuu", slip).content.decode()
    without = passer_by().get("/tra-cuu", {"ma": dossier.code}).content.decode()

    assert f'href="/bieu-mau/{with_form}"' in home
    assert "Mẫu số 01" in hall
    assert "/bieu-mau/" not in hall
    assert "Mẫu số 02" not in home
    assert "Mẫu số 01" not in without
    assert passer_by().get(f"/bieu-mau/{with_form}").content == b"%PDF-1.7 mau don"


@pytest.mark.parametrize(
    ("paper", "goes"),
    [
        ("Đơn đề nghị gia hạn (theo Mẫu số 1)", True),
        ("Tờ khai Mẫu số 10", False),
        ("đơn đề nghị gia hạn giấy phép", True),
        ("Bản vẽ thiết kế", False),
    ],
)
def test_a_form_goes_with_a_paper_that_names_it_in_whole_words(paper: str, goes: bool) -> None:
    form = FormRow(1, "Mẫu số 1", "Đơn đề nghị gia hạn", "", "", "")
    other = replace(form, case="khac")

    assert bool(forms_for(paper, [form])) is goes
    assert not forms_for(paper, [other])
