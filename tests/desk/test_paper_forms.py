"""The registry of forms on screen, and the foot an office gives its own papers."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pypdf import PdfReader

from motcua.audit.models import AuditRow
from motcua.files.models import StoredFile
from motcua.organization.selectors import office_by_slug
from motcua.papers.marks import mark_of
from motcua.papers.registry import registry
from motcua.papers.services import receipt_pdf
from office import MONDAY, Office
from world import World

MARK = "/can-bo/quan-tri/chan-giay"


def picture(kind: str = "PNG", side: int = 80) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (side, side // 2), "#1c4b7a").save(out, kind)
    return SimpleUploadedFile(f"logo.{kind.lower()}", out.getvalue())


def text_of(content: bytes) -> str:
    found = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(found.split())


def test_every_form_of_every_rule_is_listed_with_its_specimen(world: World) -> None:
    client = world.as_("books")

    page = client.get("/can-bo/mau-giay").content.decode()

    for regime in registry():
        assert f"/can-bo/mau-giay/{regime.form}/{regime.from_on}.pdf" in page
    specimen = client.get(f"/can-bo/mau-giay/receipt/{registry()[0].from_on}.pdf")
    assert specimen["Content-Type"] == "application/pdf"
    assert client.get("/can-bo/mau-giay/receipt/2016-01-01.pdf").status_code == 404
    assert client.get("/can-bo/mau-giay/khac/2015-05-10.pdf").status_code == 404


def test_who_keeps_neither_forms_nor_the_house_sees_none_of_it(world: World) -> None:
    assert world.as_("clerk").get("/can-bo/mau-giay").status_code == 403
    assert world.as_("books").get(MARK).status_code == 403


def test_the_line_and_the_logo_stand_on_slips_printed_from_then_on(
    world: World, office: Office
) -> None:
    admin = world.as_("admin")
    dossier = office.received()

    admin.post(MARK, {"do": "line", "line": "  Bỉm Sơn: đúng hẹn,  tận tình "})
    admin.post(MARK, {"do": "logo", "logo": picture("JPEG")})

    made = receipt_pdf(dossier.code, office.people["clerk"], MONDAY, MONDAY)
    assert text_of(made).count("Bỉm Sơn: đúng hẹn, tận tình") == 2
    assert len(list(PdfReader(io.BytesIO(made)).pages[0].images)) == 1
    kept = mark_of(office_by_slug("bim-son").id)
    assert StoredFile.objects.get(sha256=kept.logo).media_type == "image/png"
    assert AuditRow.objects.filter(action="keep_office_mark").count() == 2
    admin.post(MARK, {"do": "drop"})
    assert mark_of(office_by_slug("bim-son").id).logo == ""
    assert world.as_("admin").get(f"{MARK}/bim-son.pdf").status_code == 200


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"do": "line", "line": "a" * 121}, "đến 120 ký tự, đang có 121"),
        ({"do": "logo"}, "Chưa chọn ảnh"),
        ({"do": "logo", "logo": SimpleUploadedFile("a.png", b"<svg/>")}, "không phải ảnh"),
        (
            {"do": "logo", "logo": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\nx")},
            "không mở được",
        ),
        ({"do": "logo", "logo": SimpleUploadedFile("a.png", b"\x89PNG" * 300_000)}, "lớn hơn 1 MB"),
    ],
)
def test_what_is_no_line_or_logo_is_refused_beside_its_field(
    world: World, sent: dict[str, object], words: str
) -> None:
    before = StoredFile.objects.count()
    client: Client = world.as_("admin")

    answer = client.post(MARK, sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert StoredFile.objects.count() == before
