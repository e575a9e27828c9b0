"""An office's own DOCX: what is taken in, what is refused and named, and how it is filled."""

import io
import shutil
import zipfile
from uuid import UUID, uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from motcua.core.refusal import Refused
from motcua.files.models import StoredFile
from motcua.papers.converting import to_pdf
from motcua.papers.docx import UNPACKED, fields_of, filled
from motcua.papers.fields import FIELDS, example
from motcua.papers.models import DocumentTemplate, DocumentVersion, Filling
from motcua.papers.office_templates import (
    fill_template,
    keep_template,
    replace_template,
    retire_template,
    templates_for,
    templates_of,
)
from office import MONDAY, PLAIN, Office
from world import World


def written(*paragraphs: str, rows: bool = False) -> bytes:
    """A document as a word processor leaves it."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if rows:
        table = made.add_table(rows=3, cols=2)
        table.cell(0, 0).text = "{%tr for gt in giay_to %}"
        table.cell(1, 0).text = "{{ gt.stt }}"
        table.cell(1, 1).text = "{{ gt.ten }}"
        table.cell(2, 0).text = "{%tr endfor %}"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same document with one part more, or another in its place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return out.getvalue()


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


PLAIN_DOCX = written("Kính gửi {{ chu_ho_so }}", "{% if nguoi_nop %}Nộp thay{% endif %}", rows=True)
LINKED = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="http://x/a.dotm" '
    b'TargetMode="External"/></Relationships>'
)


def test_every_documented_field_is_filled_with_text_and_nothing_is_left_open() -> None:
    names = [f"{one.name}: {{{{ {one.name} }}}}" for one in FIELDS]

    said = text_of(filled(written(*names, rows=True), example()))

    assert all(f"{one.name}: {one.example}" in said for one in FIELDS)
    assert "Bản vẽ thiết kế" in said
    assert "{" not in said


def test_what_a_person_wrote_stays_text() -> None:
    odd = {**example(), "chu_ho_so": "A & B <b> {{ ma_ho_so }} Mẫu"}

    assert "A & B <b> {{ ma_ho_so }} Mẫu" in text_of(filled(PLAIN_DOCX, odd))


def test_the_same_document_and_values_give_the_same_bytes() -> None:
    assert filled(PLAIN_DOCX, example()) == filled(PLAIN_DOCX, example())


def test_fields_are_found_and_unknown_ones_are_named() -> None:
    assert fields_of(PLAIN_DOCX) == {"chu_ho_so", "nguoi_nop", "giay_to"}
    with pytest.raises(Refused) as refused:
        fields_of(written("{{ ten_me }} {{ chu_ho_so }} {{ gt.ten }}"))

    assert refused.value.code == "docx_unknown_fields"
    assert refused.value.facts["names"] == "gt.ten, ten_me"


@pytest.mark.parametrize(
    "code",
    [
        "{{ ().__class__.__base__ }}",
        "{{ chu_ho_so|upper }}",
        "{{ chu_ho_so() }}",
        "{{ chu_ho_so[0] }}",
        "{{ 1 + 1 }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% for a in giay_to %}{% for b in giay_to %}{% endfor %}{% endfor %}",
        "{% for a in giay_to recursive %}{% endfor %}",
    ],
)
def test_anything_but_fields_is_refused(code: str) -> None:
    with pytest.raises(Refused, match=r"docx_code|docx_unknown"):
        fields_of(written(code))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "docx_kind"),
        (b"%PDF-1.7", "docx_kind"),
        (with_part(PLAIN_DOCX, "word/vbaProject.bin", b"x"), "docx_active"),
        (with_part(PLAIN_DOCX, "word/embeddings/a.xlsx", b"x"), "docx_active"),
        (with_part(PLAIN_DOCX, "word/x.xml", b"<!DOCTYPE a><a/>"), "docx_active"),
        (with_part(PLAIN_DOCX, "word/_rels/settings.xml.rels", LINKED), "docx_outside"),
        (with_part(PLAIN_DOCX, "word/a.txt", b"0" * (UNPACKED + 1)), "docx_too_large"),
        (b"PK" + b"0" * 5_000_001, "docx_too_large"),
        (written("{{ chu_ho_so "), "docx_syntax"),
        (written("{% if %}x"), "docx_syntax"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_its_sentence(content: bytes, code: str) -> None:
    with pytest.raises(Refused, match=code):
        fields_of(content)


def kept(office: Office, content: bytes = PLAIN_DOCX, procedure: str = "") -> UUID:
    books = office.people["books"]
    return keep_template(books.office_id, "Giấy mời", procedure, content, by=books, at=MONDAY)


def test_a_template_is_filled_from_the_dossier_of_its_procedure_and_noted(office: Office) -> None:
    dossier, clerk = office.received(), office.people["clerk"]
    everywhere, here = kept(office), kept(office, procedure=PLAIN)
    elsewhere = kept(office, procedure="tx-gpxd-nha-o-do-thi")

    made = fill_template(dossier.code, here, by=clerk, at=MONDAY, filled_at=MONDAY)

    offered = {row.uuid for row in templates_for(dossier.code, clerk)}
    assert {everywhere, here} <= offered
    assert elsewhere not in offered
    assert "Kính gửi Lê Thị Hiên Mẫu" in text_of(made)
    assert Filling.objects.filter(dossier=dossier).count() == 1
    with pytest.raises(Refused):
        fill_template(dossier.code, here, by=office.people["ward"], at=MONDAY, filled_at=MONDAY)


def test_a_new_upload_is_a_new_version_and_the_old_one_fills_as_before(office: Office) -> None:
    dossier, clerk, books = office.received(), office.people["clerk"], office.people["books"]
    uuid = kept(office)
    first = fill_template(dossier.code, uuid, by=clerk, at=MONDAY, filled_at=MONDAY)

    replace_template(uuid, written("Bản hai {{ ma_ho_so }}"), by=books, at=MONDAY)

    second = fill_template(dossier.code, uuid, by=clerk, at=MONDAY, filled_at=MONDAY)
    assert text_of(second).startswith(f"Bản hai {dossier.code}")
    numbers = DocumentVersion.objects.filter(template__uuid=uuid).values_list("number", flat=True)
    assert sorted(numbers) == [1, 2]
    assert first != second
    retire_template(uuid, by=books, at=MONDAY)
    assert uuid not in {row.uuid for row in templates_for(dossier.code, clerk)}
    assert [row.retired for row in templates_of(books.office_id) if row.uuid == uuid] == [True]


def test_the_pages_take_in_show_and_fill(world: World, office: Office) -> None:
    books, clerk = world.as_("books"), world.as_("clerk")
    dossier = office.received()
    before = StoredFile.objects.count()

    bad = {"name": "X", "file": SimpleUploadedFile("a.docx", written("{{ ten_me }}"))}
    refused = books.post("/can-bo/mau-docx", bad)
    assert refused.status_code == 422
    assert "Không có chỗ điền: ten_me" in refused.content.decode()
    assert StoredFile.objects.count() == before
    good = {"name": "Giấy báo tin", "file": SimpleUploadedFile("a.docx", PLAIN_DOCX)}
    assert books.post("/can-bo/mau-docx", good).status_code == 302
    listed = books.get("/can-bo/mau-docx").content.decode()
    assert "Giấy báo tin" in listed
    assert "{{ ma_ho_so }}" in listed
    row = DocumentTemplate.objects.get(name="Giấy báo tin")
    assert books.get(f"/can-bo/mau-docx/{row.uuid}/xem-thu.docx").content[:2] == b"PK"
    url = f"/can-bo/ho-so/{dossier.code}/dien-mau"
    assert "Giấy báo tin" in clerk.get(url).content.decode()
    assert clerk.post(url, {"mau": str(row.uuid), "do": "docx"}).content[:2] == b"PK"
    assert clerk.post(url, {"mau": str(uuid4())}).status_code == 409
    assert clerk.get("/can-bo/mau-docx").status_code == 403


def test_without_the_converter_a_sentence_names_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(Refused, match="no_office") as refused:
        to_pdf(PLAIN_DOCX)

    assert refused.value.facts["package"] == "libreoffice-writer-nogui"


def test_the_converter_gives_the_same_words_as_pdf() -> None:
    made = to_pdf(filled(PLAIN_DOCX, example()))

    said = " ".join(PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    assert "Kính gửi Nguyễn Thị Hiên Mẫu" in said
