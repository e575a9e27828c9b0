"""A specimen of each form under each rule: invented people, printed as sample data, for the page
of the registry and for the tests that look at every paper.

The day of a specimen is the first of its rule. Nothing is read from the database but the office.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from motcua.core.clock import VN
from motcua.dossiers.models import Party
from motcua.dossiers.selectors.control import ControlSheet, Hand
from motcua.dossiers.selectors.handover import Taken
from motcua.dossiers.selectors.letters import BodyAsked, LetterFacts, Mend
from motcua.dossiers.selectors.register import Asking, Line
from motcua.organization.selectors import OfficeRow
from motcua.organization.tree import DepartmentRow
from motcua.papers import control, handover, letters, receipt, register, tax_slip
from motcua.papers.handover_lists import ListLine, ListRow, ShownList
from motcua.papers.marks import NO_MARK, Mark
from motcua.papers.registry import Form, Regime
from motcua.papers.typesetting import pdf, pictures
from motcua.papers.wording import committee

OWNER = "Nguyễn Thị Thuỷ Tường Vi Mẫu"
ADDRESS = "Số 12, đường Trần Phú, khu phố Ỷ La"
CLERK = "Đỗ Quỳnh Ngưỡng Mẫu"
PROCEDURE = "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ"
DEPARTMENT = "Phòng Quản lý đô thị"
MENDS = (
    Mend("Đơn đề nghị", "Thiếu chữ ký của người đề nghị. Ký ở trang 2", "Mẫu số 01, Đơn đề nghị"),
    Mend("Bản vẽ thiết kế", "Bản chụp mờ. Nộp bản chính"),
)
KIND_OF: Mapping[Form, str] = {
    form: kind for kind, form in letters.FORM_OF.items() if kind != "asked_still"
}


def specimen_pdf(
    regime: Regime, office: OfficeRow, mark: Mark = NO_MARK, reprint: str = ""
) -> bytes:
    """The form as a tagged PDF, marked as a sample. The same office and mark, the same bytes."""
    template, data = _filled(regime, office, mark, reprint)
    return pdf(template, data)


def specimen_pages(
    regime: Regime, office: OfficeRow, mark: Mark = NO_MARK, reprint: str = "", ppi: float = 200
) -> list[bytes]:
    """Each page of the same as a PNG."""
    template, data = _filled(regime, office, mark, reprint)
    return pictures(template, data, ppi)


def specimen_code(day: date) -> str:
    """The code of the invented dossier of that day."""
    return f"000.00.00.H56-{day:%y%m%d}-0001"


def _filled(
    regime: Regime, office: OfficeRow, mark: Mark, reprint: str
) -> tuple[str, dict[str, Any]]:
    at = datetime.combine(regime.from_on, time(9, 5), VN)
    fill = _FILL.get(regime.form, _letter)
    template, data = fill(regime.form, office, at, mark)
    for one in data.get("slips", [data]):
        one["sample"] = True
        one["reprint"] = reprint
    return template, data


def _receipt(form: Form, office: OfficeRow, at: datetime, mark: Mark) -> tuple[str, dict[str, Any]]:
    slip = receipt.Receipt(
        code=specimen_code(at.date()), office=committee(office.name), desk=office.desk_name,
        place=office.place_name, owner=OWNER, owner_address=ADDRESS, owner_id="038000000012",
        owner_phone="0900000012", submitter="", procedure=PROCEDURE,
        papers=[
            receipt.Paper("Đơn đề nghị theo mẫu", "Bản chính", 1),
            receipt.Paper("Bản vẽ thiết kế xây dựng", "Bản chính", 2),
        ],
        copies=1, term="15 ngày", received_at=at, due_at=at + timedelta(days=21),
        provisional=False, result_by=f"Tại {office.desk_name}", fee="75.000 đồng/giấy phép",
        issuer=CLERK, lookup_url=f"https://motcua.example/tra-cuu?ma={specimen_code(at.date())}",
        check="MẪU", hotline=office.phone,
    )  # fmt: skip
    return Form.RECEIPT, receipt.sheets([slip], mark)


def _letter(form: Form, office: OfficeRow, at: datetime, mark: Mark) -> tuple[str, dict[str, Any]]:
    due = at + timedelta(days=2)
    facts = LetterFacts(
        dossier=0, kind=KIND_OF[form], code=specimen_code(at.date()), office=office,
        issuer=office, parent=None,
        procedure=PROCEDURE,
        owners=(Party(name=OWNER, address=ADDRESS, phone="0900000012", email=""),),
        at=at, received_at=at - timedelta(days=5), document="7", due_was=due,
        due_at=due + timedelta(days=10), promised_at=due + timedelta(days=5),
        reply_by=(at + timedelta(days=15)).date(), days=10, article="khoản 2 Điều 102",
        ground="Người nộp yêu cầu dừng", overdue_reason="", mends=MENDS,
        reasons=() if form is Form.SUPPLEMENT else ("Cần lấy thêm ý kiến của cơ quan liên quan",),
        basis="",
        signer="Vũ Đình Kèo Mẫu", signer_title="Trưởng phòng", department=DEPARTMENT,
        bodies=(BodyAsked("Phòng Tài nguyên và Môi trường", due.date(), "khoản 2 Điều 102"),),
        asked_by="7/QLĐT", asked_on=at.date(),
    )  # fmt: skip
    return letters.TEMPLATE, letters.data_of(facts, mark)


def _control(form: Form, office: OfficeRow, at: datetime, mark: Mark) -> tuple[str, dict[str, Any]]:
    next_day = at + timedelta(days=1)
    hands = (
        Hand(office.desk_name, "Tiếp nhận hồ sơ", at, CLERK, at, CLERK, next_day, "Đúng hạn", ""),
        Hand(DEPARTMENT, "Thẩm định", next_day, CLERK, None, "", None, "", ""),
    )
    sheet = ControlSheet(
        code=specimen_code(at.date()), office=office, procedure=PROCEDURE, owner=OWNER,
        owner_phone="0900000012", received_at=at, receiver=CLERK, due_at=at + timedelta(days=21),
        hands=hands, ending="",
    )  # fmt: skip
    return control.TEMPLATE, control.data_of(sheet, next_day, mark)


def _register(
    form: Form, office: OfficeRow, at: datetime, mark: Mark
) -> tuple[str, dict[str, Any]]:
    line = Line(
        ordinal=1, code=specimen_code(at.date()), procedure=PROCEDURE, copies=1, owner=OWNER,
        address=ADDRESS, phone="0900000012", handled_by=DEPARTMENT, received_at=at,
        promised_at=at + timedelta(days=21), passed_at=at, finished_at=None, returned_at=None,
        return_by="", note="",
    )  # fmt: skip
    asking = Asking(at.date(), at.date())
    return register.TEMPLATE, register.data_of(office, asking, [line], 1, at, mark)


def _handover(
    form: Form, office: OfficeRow, at: datetime, mark: Mark
) -> tuple[str, dict[str, Any]]:
    department = DepartmentRow(0, office.id, "", DEPARTMENT, 1, False, None)
    row = ListRow(
        id=0, code=f"BG-1.1-{at.year}-0001", number=1, office=office, department=department,
        made_at=at, person=CLERK, title="Cán bộ một cửa", count=1, taken=0, differences=0,
        printed_at=None,
    )  # fmt: skip
    taken = Taken(0, 1, specimen_code(at.date()), OWNER, PROCEDURE, 1, None, "", True, False)
    shown = ShownList(row, (ListLine(1, "", taken, ()),))
    return handover.TEMPLATE, handover.data_of(shown, "", mark)


def _tax_slip(
    form: Form, office: OfficeRow, at: datetime, mark: Mark
) -> tuple[str, dict[str, Any]]:
    facts = {"plot": "12", "sheet": "7", "place": ADDRESS, "area": "80", "purpose": "Đất ở đô thị"}
    slip = tax_slip.TaxSlip(
        office=office, code=specimen_code(at.date()), number="07/PCTT-UBND", made_at=at,
        owner=OWNER, procedure="Đăng ký biến động quyền sử dụng đất", facts=facts,
    )  # fmt: skip
    return tax_slip.TEMPLATE, tax_slip.data_of(slip, "", mark)


_FILL: Mapping[Form, Callable[[Form, OfficeRow, datetime, Mark], tuple[str, dict[str, Any]]]] = {
    Form.RECEIPT: _receipt,
    Form.CONTROL: _control,
    Form.REGISTER: _register,
    Form.HANDOVER: _handover,
    Form.TAX_SLIP: _tax_slip,
}
