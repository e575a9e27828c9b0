"""Letters, the control sheet and the register on paper: what stands there, and what must not."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader

from motcua.audit.models import AuditRow
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import ProcedureVersion
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.control import control_sheet
from motcua.dossiers.selectors.letters import letter_facts
from motcua.dossiers.selectors.register import Asking, register_lines, register_page
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.services.wording import sentences
from motcua.files.spreadsheets import open_xlsx
from motcua.papers.control import control_pdf, regime_of, render
from motcua.papers.letters import data_of, letter_pdf
from motcua.papers.letters import render as render_letter
from motcua.papers.register import register_pdf
from motcua.papers.registry import Form, in_force
from motcua.reports.register import extract
from office import MONDAY, OWNER, PLAIN, Office
from world import World

MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2"), Deficiency(2, "Mờ", "Chụp lại")]
FRIDAY = date(2017, 3, 10)


@pytest.fixture(scope="module", autouse=True)
def _extendable(world: World) -> Iterator[None]:
    """The law lets this procedure take ten days longer."""
    ProcedureVersion.objects.filter(procedure__slug=PLAIN).update(
        extension_days=10, articles={"extension_days": {"article": "Điều 102", "mark": "M"}}
    )
    forget()
    yield
    forget()


def forget() -> None:
    catalogue.forget()
    catalogue.forget()


def at_work(office: Office) -> Dossier:
    dossier = office.received()
    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    return dossier


def supplement(office: Office, dossier: Dossier) -> int:
    done = office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="7", reply_by=date(2017, 3, 20),
    )  # fmt: skip
    return seq_of(done)


def seq_of(done: Any) -> int:
    assert isinstance(done, Done), done
    return done.head_seq - len(done.events) + 1


def text_of(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def letter(office: Office, dossier: Dossier, seq: int, by: str = "clerk") -> str:
    return text_of(letter_pdf(dossier.code, seq, office.people[by], MONDAY, MONDAY))


def test_a_supplement_request_says_what_is_wrong_how_to_mend_it_and_by_when(
    office: Office,
) -> None:
    dossier = at_work(office)

    said = letter(office, dossier, supplement(office, dossier))

    assert "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ" in said
    assert "Số: 07/HDHS" in said
    for item in MISSING:
        assert item.problem in said
        assert item.remedy in said
    assert "trước ngày 20/03/2017" in said
    assert OWNER.name in said


def test_what_is_wrong_and_how_to_mend_it_are_two_sentences(office: Office) -> None:
    dossier = at_work(office)

    said = letter(office, dossier, supplement(office, dossier))

    assert "Thiếu chữ ký. Ký vào trang 2" in said
    assert sentences("Mờ. ", "Chụp lại") == "Mờ. Chụp lại"
    assert sentences("Mờ", "") == "Mờ"


def test_no_letter_prints_the_number_of_a_persons_paper(office: Office) -> None:
    dossier = at_work(office)

    said = letter(office, dossier, supplement(office, dossier))

    assert OWNER.phone in said
    assert OWNER.id_number not in re.sub(r"\s", "", said)


def test_an_apology_gives_reason_old_and_new_day_and_is_signed_by_the_head(office: Office) -> None:
    dossier = at_work(office)
    done = office.act(
        services.apologise, dossier, "head",
        promised_on=date(2017, 3, 20), document="4/PXL", reason="qua-tai",
    )  # fmt: skip

    said = letter(office, dossier, seq_of(done))

    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in said
    assert "Số: 4/PXL" in said
    assert "Lý do:" in said
    assert "ngày 13/3/2017" in said
    assert "ngày 20/3/2017" in said
    assert "Vũ Đình Kèo Mẫu" in said


def test_an_extension_names_its_article_and_both_due_times(office: Office) -> None:
    dossier = at_work(office)
    done = office.act(
        services.extend, dossier, "chair", days=2, document="15/UBND", reason="Lấy thêm ý kiến"
    )

    said = letter(office, dossier, seq_of(done))

    assert "Căn cứ Điều 102" in said
    assert "gia hạn thêm 2 ngày" in said
    assert "Lấy thêm ý kiến" in said
    assert "ngày 13/3/2017" in said
    assert "ngày 15/3/2017" in said


def test_a_stop_notice_names_its_ground_and_what_happens_to_papers_and_money(
    office: Office,
) -> None:
    dossier = at_work(office)
    done = office.act(
        services.stop, dossier, "chair",
        document="9/TB", ground="request", reason="Chủ hồ sơ có đơn",
    )  # fmt: skip

    said = letter(office, dossier, seq_of(done))

    assert "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ" in said
    assert "người nộp yêu cầu dừng" in said
    assert "Chủ hồ sơ có đơn" in said
    assert "nhận lại giấy tờ" in said


def test_a_refusal_at_intake_says_why(office: Office) -> None:
    from dataclasses import replace

    (done,) = services.refuse_intake(
        [replace(office.intake(), reason="Không thuộc thẩm quyền của thị xã")], key=uuid4()
    )
    assert isinstance(done, Done)

    said = text_of(letter_pdf(done.code, 1, office.people["clerk"], MONDAY, MONDAY))

    assert "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ" in said
    assert "Không thuộc thẩm quyền của thị xã" in said


def test_the_same_letter_has_the_same_bytes(office: Office) -> None:
    dossier = at_work(office)
    facts = letter_facts(dossier.code, supplement(office, dossier), office.people["clerk"])

    assert render_letter(facts) == render_letter(facts)


@pytest.mark.parametrize(
    ("form", "day", "number"),
    [
        (Form.APOLOGY, date(2017, 3, 6), ""),
        (Form.APOLOGY, date(2019, 3, 6), "Mẫu số 04"),
        (Form.APOLOGY, date(2026, 3, 6), "Mẫu số 04"),
        (Form.STOP, date(2019, 3, 6), ""),
        (Form.STOP, date(2026, 3, 6), "Mẫu số 05"),
        (Form.CONTROL, date(2019, 3, 6), "Mẫu số 05"),
        (Form.CONTROL, date(2026, 3, 6), "Mẫu số 06"),
        (Form.REGISTER, date(2019, 3, 6), "Mẫu số 06"),
        (Form.REGISTER, date(2026, 3, 6), "Mẫu số 07"),
    ],
)
def test_each_form_has_the_number_of_its_regime(form: Form, day: date, number: str) -> None:
    assert in_force(form, day).number == number


def test_an_apology_of_2026_asks_for_more_time_under_its_new_name(office: Office) -> None:
    from dataclasses import replace

    dossier = at_work(office)
    done = office.act(
        services.apologise, dossier, "head",
        promised_on=date(2017, 3, 20), document="4", reason="qua-tai",
    )  # fmt: skip
    facts = letter_facts(dossier.code, seq_of(done), office.people["clerk"])
    later = replace(facts, at=datetime(2026, 3, 9, 9, 0, tzinfo=VN))

    assert data_of(facts)["title"] == "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    title = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
    assert data_of(later)["title"] == title
    assert "Đề nghị gia hạn" in text_of(render_letter(later))


def test_what_gave_rise_to_no_letter_or_is_anothers_is_not_found(office: Office) -> None:
    dossier = at_work(office)
    seq = supplement(office, dossier)

    for by, number in (("clerk", 1), ("clerk", 99), ("ward", seq)):
        with pytest.raises(Refused):
            letter_pdf(dossier.code, number, office.people[by], MONDAY, MONDAY)


def test_a_print_is_in_the_audit(office: Office) -> None:
    dossier = at_work(office)

    letter(office, dossier, supplement(office, dossier))

    assert AuditRow.objects.filter(action="letter_printed", subject=dossier.code).count() == 1


def test_the_control_sheet_has_a_row_for_each_hand_over(office: Office) -> None:
    dossier = at_work(office)
    office.act(services.see, dossier, "officer")
    office.act(services.hand_over, dossier, "officer")

    sheet = control_sheet(dossier.code, office.people["clerk"])

    assert len(sheet.hands) == 3
    desk, room, head = sheet.hands
    assert desk.taker == "Lê Thị Quầy Mẫu, Cán bộ một cửa, Quầy 2"
    assert room.giver == desk.taker
    assert room.taker == "Trần Văn Cột Mẫu, Chuyên viên 2"
    assert room.taken_at is not None
    assert room.taken_at > room.given_at
    assert room.result in ("Trước hạn", "Đúng hạn")
    assert (head.taken_at, head.taker, head.left_at, head.result) == (None, "", None, "")


def test_a_step_that_took_too_long_is_late_on_the_control_sheet(office: Office) -> None:
    dossier = at_work(office)
    office.act(services.hand_over, dossier, "officer", after=20 * 24 * 60)

    sheet = control_sheet(dossier.code, office.people["clerk"])

    assert sheet.hands[1].result == "Quá hạn"


def test_the_control_sheet_on_paper_says_the_same_and_is_the_same_each_time(
    office: Office,
) -> None:
    dossier = at_work(office)
    sheet = control_sheet(dossier.code, office.people["clerk"])

    made = control_pdf(dossier.code, office.people["clerk"], MONDAY, MONDAY)

    said = text_of(made)
    assert made == render(sheet, MONDAY)
    assert regime_of(sheet).number == ""
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in said
    assert dossier.code in said
    for hand in sheet.hands:
        assert hand.step in said


def test_the_register_has_a_line_for_every_number_also_the_void_one(office: Office) -> None:
    asking = Asking(MONDAY.date(), FRIDAY)
    before = register_page(office.people["clerk"], asking, 1).count
    dossier = office.received()
    office.act(services.void, dossier, "clerk", reason="Nhập nhầm")

    lines = list(register_lines(office.people["clerk"], asking))

    assert len(lines) == before + 1
    mine = next(line for line in lines if line.code == dossier.code)
    assert mine.note == "Đã huỷ tiếp nhận"
    assert mine.promised_at is not None
    assert [line.ordinal for line in lines] == list(range(1, len(lines) + 1))


def test_the_register_shows_the_first_promise_and_when_the_dossier_went_on(office: Office) -> None:
    dossier = at_work(office)
    first = dossier.due_at
    office.act(services.extend, dossier, "chair", days=2, document="15/UBND", reason="Thêm ý kiến")

    tail = dossier.code.split("-", 1)[1]
    asking = Asking(MONDAY.date(), FRIDAY, tail=tail)
    (line,) = register_page(office.people["clerk"], asking, 1).lines

    assert line.promised_at == first
    assert line.passed_at is not None
    assert line.owner == OWNER.name


def test_the_register_of_another_office_is_not_there(office: Office) -> None:
    office.received()

    assert register_page(office.people["ward"], Asking(MONDAY.date(), FRIDAY), 1).count == 0


def test_the_register_on_paper_and_in_a_workbook_has_the_same_lines(office: Office) -> None:
    dossier = at_work(office)
    clerk = office.people["clerk"]
    asking = Asking(MONDAY.date(), FRIDAY)

    (sheet,) = open_xlsx(bytes(extract(clerk, asking, "xlsx", at=MONDAY, now=MONDAY)))
    said = text_of(register_pdf(clerk, asking, 1, MONDAY, MONDAY))

    codes = [str(row[1]) for row in sheet.rows[4:]]
    assert codes == [line.code for line in register_lines(clerk, asking)]
    assert dossier.code in re.sub(r"\s", "", said)
    assert "SỔ THEO DÕI HỒ SƠ" in said
