"""The register taken away: the same lines in every form, for a purpose, and never too many."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction
from docx import Document
from pypdf import PdfReader

from motcua.audit.models import AuditRow
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.files.spreadsheets import open_xlsx
from motcua.identity.models import Account
from motcua.identity.services.program import USERNAME
from motcua.papers import register as paper
from motcua.reports import commands, register
from office import OWNER, Office

WHY = "Đối chiếu với sổ giấy cuối quý"
DAYS = ("--from", "2017-03-01", "--to", "2017-03-31")


@pytest.fixture(scope="module")
def codes(office: Office) -> Sequence[str]:
    owners = [replace(OWNER, name=name) for name in ("=SUM(1) Mẫu", "Lê Thị Hiên Mẫu")]
    wanted = [replace(office.intake(), owners=(one,)) for one in owners]
    done = services.receive(wanted, key=uuid4(), whole=True)
    return [one.code for one in done if hasattr(one, "code")]


@pytest.fixture(autouse=True)
def _undone(office: Office) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def taken(tmp_path: Path, form: str, *more: str, why: str = WHY) -> bytes:
    """What the command writes."""
    file = tmp_path / f"so.{form}"
    asked = ["so-theo-doi", "--office", "bim-son", *DAYS, "--format", form, "--purpose", why]
    assert commands.run([*asked, *more, "-o", str(file)]) == 0
    return file.read_bytes()


def test_every_form_holds_the_same_lines_in_the_order_of_receipt(
    codes: Sequence[str], tmp_path: Path
) -> None:
    lines = list(csv.reader(io.StringIO(taken(tmp_path, "csv").decode("utf-8-sig"))))
    said = json.loads(taken(tmp_path, "json"))
    (sheet,) = open_xlsx(taken(tmp_path, "xlsx"))
    word = Document(io.BytesIO(taken(tmp_path, "docx"))).tables[0]
    (page,) = PdfReader(io.BytesIO(taken(tmp_path, "pdf"))).pages

    assert tuple(lines[0]) == paper.HEADS
    assert [line[1] for line in lines[1:]] == codes
    assert [row["code"] for row in said["rows"]] == codes
    assert (said["office"], said["from"], said["count"]) == ("bim-son", "2017-03-01", 2)
    assert [row[1] for row in sheet.rows[4:]] == codes
    assert [row.cells[1].text for row in word.rows[1:]] == codes
    assert all(code in page.extract_text() for code in codes)
    assert said["rows"][0]["received_at"] == "2017-03-06T08:00:00+07:00"
    assert lines[1][8] == "06/03/2017 08:00"


def test_what_a_person_wrote_becomes_no_formula(codes: Sequence[str], tmp_path: Path) -> None:
    lines = list(csv.reader(io.StringIO(taken(tmp_path, "csv").decode("utf-8-sig"))))

    assert lines[1][4] == "'=SUM(1) Mẫu"
    assert json.loads(taken(tmp_path, "json"))["rows"][0]["owner"] == "=SUM(1) Mẫu"


def test_it_is_taken_for_a_purpose_that_stands_in_the_audit(
    codes: Sequence[str], tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="batch_purpose"):
        taken(tmp_path, "csv", why="xem")
    taken(tmp_path, "csv")

    noted = AuditRow.objects.get(action="register_exported")
    assert (noted.office, noted.subject, noted.purpose) == ("bim-son", "so-theo-doi.csv", WHY)
    assert noted.account == Account.objects.get(username=USERNAME).uuid


def test_a_state_narrows_it(codes: Sequence[str], tmp_path: Path) -> None:
    assert json.loads(taken(tmp_path, "json", "--state", "da-tra"))["rows"] == []


def test_more_lines_than_a_file_holds_are_refused_with_the_way_out(
    codes: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "LONGEST", dict.fromkeys(register.FORMS, 1))

    with pytest.raises(Refused, match="register_too_long"):
        taken(tmp_path, "xlsx")
    assert not AuditRow.objects.filter(action="register_exported").exists()


def test_a_period_of_nothing_is_a_file_with_its_heads(codes: Sequence[str], tmp_path: Path) -> None:
    lines = taken(tmp_path, "csv", "--from", "2016-01-01", "--to", "2016-12-31")

    assert lines.decode("utf-8-sig").count("\n") == 1


def test_volumes_follow_one_another_in_one_pdf(
    codes: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "VOLUME", 1)

    pages = PdfReader(io.BytesIO(taken(tmp_path, "pdf"))).pages

    assert len(pages) == 2
    assert all(code in page.extract_text() for code, page in zip(codes, pages, strict=True))
