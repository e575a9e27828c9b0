"""The narrative draft of the first quarter of 2017 holds every figure of the report it is built
around, frozen it stays as it was, and what changes later is listed dossier by dossier."""

import io
import json
import subprocess
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from docx import Document as Word
from pypdf import PdfReader

from motcua.core.narrative import Standing
from motcua.core.refusal import Refused
from motcua.dossiers import services as acts
from motcua.dossiers.asked import Asked
from motcua.dossiers.models import Dossier
from motcua.exchange.demo.crew import Crew
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.papers.models import Document
from motcua.reports.narrative import comparing, selectors, services
from motcua.reports.narrative.as_docx import as_docx
from motcua.reports.narrative.as_pdf import as_pdf
from motcua.reports.narrative.facts import Facts, from_object, to_object
from motcua.reports.narrative.freezing import digest, facts_of, reckoned_again
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.issuing import issue
from motcua.reports.narrative.models import Narrative
from motcua.reports.narrative.paper import Paper, paper

QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
SEED = {
    "units": "09", "units-top": "01", "units-below": "08/08", "desks-met": "05",
    "desks-met-share": "62,5%", "procedures": "317", "procedures-top": "243", "one-stop": "03",
    "interlinked": "240", "procedures-below": "74", "not-at-desk": "29", "not-at-desk-1": "15",
    "not-at-desk-2": "09", "not-at-desk-3": "03", "not-at-desk-4": "02", "online-high": "0",
    "three-no-share": "100%", "listing-share": "100%", "received-top": "853",
    "received-below": "6.533", "overdue": "24", "missed": "24",
}  # fmt: skip
"""The figures of sections I.1 to I.3 of 43/BC-UBND by the key of the draft's."""
WORDS = {
    "basis": "Thực hiện văn bản yêu cầu báo cáo (mẫu).",
    "strengths": "Việc làm được (mẫu).",
    "shortcomings": "Việc còn vướng (mẫu).",
    "proposals": "1. Đề nghị (mẫu).",
    "recipients": "Sở Nội vụ (b/c);\nLưu: VT, NV.",
}


@pytest.fixture(scope="module")
def facts(demo: str) -> Facts:
    return gather("bim-son", *QUARTER, now=timekeeping.now())


@pytest.fixture(scope="module")
def drawn(facts: Facts) -> Paper:
    return paper(facts, WORDS, timekeeping.now())


@pytest.fixture(scope="module")
def crew(demo: str, data_folder: Path) -> Mapping[str, Actor]:
    found, town = Crew(timekeeping.now()), office_by_slug("bim-son").id
    kinds = {"affairs": "NOI_VU", "chair": "LANH_DAO_UBND", "records": "VAN_THU"}
    return {name: found.of(town, None, kind, 0) for name, kind in kinds.items()}


def figures(drawn: Paper) -> dict[str, str]:
    return {
        figure.key: figure.text
        for part in drawn.parts
        for one in part.drafted
        for figure in one.figures
    }


def test_every_figure_of_the_reports_first_part_is_in_the_draft(drawn: Paper) -> None:
    found = figures(drawn)

    assert {key: found.get(key) for key in SEED} == SEED
    assert float(found["on-time-share"].rstrip("%").replace(",", ".")) > 90
    assert any("từ 2 đến 5 ngày" in one.text for part in drawn.parts for one in part.drafted)


def test_facts_go_to_json_and_come_back_equal(facts: Facts) -> None:
    assert from_object(json.loads(json.dumps(to_object(facts)))) == facts


def test_both_papers_say_it_in_the_same_words_and_the_same_bytes(drawn: Paper) -> None:
    word = Word(io.BytesIO(as_docx(drawn)))
    typed = " ".join(one.text for one in word.paragraphs)
    printed = " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(as_pdf(drawn))).pages
    )

    for words in ("317 TTHC", "(đạt 62,5%)", "08/08", "7.386 hồ sơ", "Lý do quá hạn", "Sở Nội vụ"):
        assert words in printed
        assert words in typed or words == "Sở Nội vụ"
    assert as_docx(drawn) == as_docx(drawn)
    assert as_pdf(drawn) == as_pdf(drawn)


def test_the_document_has_rules_for_underlines_and_heads_that_come_again(drawn: Paper) -> None:
    word = Word(io.BytesIO(as_docx(drawn)))
    head, annex = word.tables[0], word.tables[-1]

    assert not any(run.underline for cell in head.rows[0].cells for one in cell.paragraphs
                   for run in one.runs)  # fmt: skip
    assert head._tbl.xml.count("<w:pBdr>") == 2
    assert annex._tbl.xml.count("<w:tblHeader") == 1
    assert annex.cell(0, 0).vertical_alignment is not None
    assert "PAGE" in word.sections[0].header._element.xml
    assert word.sections[0].different_first_page_header_footer


def test_libreoffice_opens_the_document(drawn: Paper, tmp_path: Path) -> None:
    (tmp_path / "bao-cao.docx").write_bytes(as_docx(drawn))

    subprocess.run(
        [
            "/usr/bin/soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "bao-cao.docx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    pages = PdfReader(tmp_path / "bao-cao.pdf").pages
    assert len(pages) == 4
    assert "PHỤ LỤC II" in pages[-1].extract_text()
    assert "62,5%" in " ".join(page.extract_text() for page in pages)


def test_a_draft_has_room_for_the_signature_and_one_month_throughout(drawn: Paper) -> None:
    typed = [words for row in Word(io.BytesIO(as_docx(drawn))).tables[-2].rows for words in
             row.cells[1].text.split("\n")]  # fmt: skip
    printed = [page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(drawn))).pages]

    assert typed[:2] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert "TM. ỦY BAN NHÂN DÂN" in printed[-2]
    assert drawn.place.endswith("tháng 4 năm 2017")
    assert drawn.appendix["annex"] == (
        "(Kèm theo Báo cáo số      /BC-UBND ngày      /4/2017 của UBND thị xã Bỉm Sơn)"
    )


def test_the_draft_says_only_what_the_figures_show(drawn: Paper) -> None:
    said = "\n".join(one.text for part in drawn.parts for one in part.drafted)

    assert "24 hồ sơ trễ hẹn" in said
    assert "Không trễ hẹn" not in said
    assert ") (" not in said
    assert said.count("Phần mềm chưa có hồ sơ") == 1
    assert "Chưa bảo đảm: phường" in said
    assert "(UBND thị xã Bỉm Sơn)" in said
    assert "Riêng cấp thị xã đúng hạn và trước hạn 829 hồ sơ (đạt 97,2%)" in said


def test_a_reason_ends_without_a_stop(facts: Facts) -> None:
    assert [words for words, _ in facts.appendix["reasons"] if words.endswith(".")] == []


@pytest.fixture(scope="module")
def signed(crew: Mapping[str, Actor]) -> Narrative:
    """Begun by home affairs, sent back once, commented, signed by the chair."""
    at = timekeeping.now()
    uuid = services.begin(crew["affairs"], *QUARTER, at=at)
    with pytest.raises(Refused, match="narrative_there"):
        services.begin(crew["affairs"], *QUARTER, at=at)
    with pytest.raises(Refused, match="narrative_check_list"):
        services.pass_on(crew["affairs"], uuid, services.Step.SUBMIT, at=at)
    services.write(crew["affairs"], uuid, WORDS, at=at)
    services.pass_on(crew["affairs"], uuid, services.Step.SUBMIT, at=at)
    services.pass_on(crew["affairs"], uuid, services.Step.TAKE_BACK, at=at)
    services.pass_on(crew["affairs"], uuid, services.Step.SUBMIT, at=at)
    services.comment(crew["chair"], uuid, "strengths", "Viết rõ hơn", at=at)
    services.pass_on(crew["chair"], uuid, services.Step.SEND_BACK, at=at, words="Bổ sung")
    (said,) = selectors.narrative(crew["affairs"], uuid, at).comments
    services.settle(crew["affairs"], uuid, said.uuid, at=at)
    services.pass_on(crew["affairs"], uuid, services.Step.SUBMIT, at=at)
    services.sign(crew["chair"], uuid, at=at)
    return Narrative.objects.select_related("office", "amends", "document").get(uuid=uuid)


def test_what_is_signed_is_frozen_with_its_hash(signed: Narrative, crew: Any) -> None:
    assert signed.standing == Standing.SIGNED
    assert digest(signed.frozen or {}) == signed.sha256
    with pytest.raises(Refused, match="narrative_not_now"):
        services.write(crew["affairs"], signed.uuid, WORDS, at=timekeeping.now())


def test_reckoned_again_by_its_own_knowledge_it_equals_itself(signed: Narrative) -> None:
    later = timekeeping.now() + timedelta(days=30)

    assert reckoned_again(signed, later) == facts_of(signed)
    assert comparing.compared(signed, timekeeping.now()).differences == []


def test_only_whoever_may_takes_each_step(crew: Mapping[str, Actor], signed: Narrative) -> None:
    for who, step in (("affairs", services.Step.SIGN), ("chair", services.Step.ISSUE)):
        with transaction.atomic(), pytest.raises(Refused, match="not_your_narrative"):
            services.stepped(crew[who], signed.uuid, step)


def test_issued_it_has_its_number_in_the_register_and_its_pages_are_kept(
    signed: Narrative, crew: Mapping[str, Actor]
) -> None:
    at = timekeeping.now()

    number = issue(crew["records"], signed.uuid, at=at)

    row = Document.objects.get(narrative=signed)
    assert number == f"{row.number:02d}/BC-UBND"
    assert row.file is not None
    text = PdfReader(io.BytesIO(store.read(row.file.sha256))).pages[0].extract_text()
    assert f"Số: {number}" in text
    assert "DỰ THẢO" not in text


def test_what_changes_later_is_listed_and_amended_under_a_number_of_its_own(
    signed: Narrative, crew: Mapping[str, Actor]
) -> None:
    now = timekeeping.now()
    later = datetime(2017, 4, 20, 9, 0, tzinfo=now.tzinfo)
    town = office_by_slug("bim-son").id
    wrong = Dossier.objects.filter(office_id=town, stage="in_progress").order_by("id").first()
    assert wrong is not None
    (done,) = acts.void(
        [Asked(wrong.pk, wrong.head_seq, later, crew["chair"])],
        reason="Nhập nhầm (mẫu)",
        key=uuid4(),
    )

    found = comparing.compared(signed, later)
    uuid = services.amend(crew["affairs"], signed.uuid, because="Huỷ một hồ sơ", at=later)
    shown = selectors.narrative(crew["affairs"], uuid, later)

    assert not isinstance(done, Refused)
    assert [(one.code, one.now) for one in found.differences] == [
        (wrong.code, "không có trong báo cáo")
    ]
    assert found.received == (7386, 7385)
    assert "sửa đổi, bổ sung lần 1" in shown.paper.amending[0]
    assert any("7.385 hồ sơ" in words for words in shown.paper.amending)
    assert shown.words["strengths"] == WORDS["strengths"]
    assert reckoned_again(signed, later) == facts_of(signed)
