"""The fields an office may name in its own DOCX, with what each means and an example; no others.

A field is a word in the document, `{{ ma_ho_so }}`; the list of papers is walked through with
`{%tr for gt in giay_to %}`. What a person wrote is put in as text, whatever signs it holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.core.clock import VN, allowance_words
from motcua.core.money import format_number
from motcua.dossiers.models.intake import PaperKind
from motcua.dossiers.selectors import ReceiptFacts
from motcua.identity.actors import Actor
from motcua.papers.wording import committee, day_of_issue, moment

Value = str | list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name as it stands in the document, what it is, and an example."""

    name: str
    words: str
    example: str


FIELDS = (
    Field("ma_ho_so", "Mã hồ sơ", "000.00.19.H56-170306-0001"),
    Field("co_quan", "Cơ quan tiếp nhận", "UBND thị xã Bỉm Sơn"),
    Field("bo_phan", "Bộ phận một cửa", "Bộ phận Tiếp nhận và Trả kết quả"),
    Field("dia_danh", "Địa danh", "Bỉm Sơn"),
    Field("dien_thoai_co_quan", "Điện thoại cơ quan", "0237 3824 210"),
    Field("ngay_lap", "Ngày điền mẫu", "ngày 06 tháng 3 năm 2017"),
    Field("nguoi_lap", "Người điền mẫu", "Lê Thị Quầy Mẫu"),
    Field("chuc_danh", "Chức danh người điền", "Cán bộ một cửa"),
    Field("thu_tuc", "Tên thủ tục", "Cấp giấy phép xây dựng nhà ở riêng lẻ"),
    Field("ma_thu_tuc", "Mã thủ tục", "1.009994"),
    Field("thoi_han", "Thời hạn giải quyết", "15 ngày làm việc"),
    Field("chu_ho_so", "Chủ hồ sơ", "Nguyễn Thị Hiên Mẫu"),
    Field("dia_chi", "Địa chỉ chủ hồ sơ", "Khu phố 5, phường Ba Đình"),
    Field("dien_thoai", "Điện thoại chủ hồ sơ", "0900000012"),
    Field("thu_dien_tu", "Thư điện tử chủ hồ sơ", "mau@vi-du.vn"),
    Field("so_giay_to", "Số giấy tờ tuỳ thân", "038000000012"),
    Field("nguoi_nop", "Người nộp thay, nếu có", "Trần Văn Nộp Mẫu"),
    Field("so_bo", "Số bộ hồ sơ", "01"),
    Field("ngay_nhan", "Lúc nhận hồ sơ", "08 giờ 00 phút, ngày 06/3/2017"),
    Field("ngay_hen_tra", "Lúc hẹn trả", "17 giờ 30 phút, ngày 21/3/2017"),
    Field("le_phi", "Phí, lệ phí (đồng)", "75.000"),
)
LIST = "giay_to"
LIST_FIELDS = (
    Field("stt", "Số thứ tự", "1"),
    Field("ten", "Tên giấy tờ", "Đơn đề nghị theo mẫu"),
    Field("loai", "Loại", "Bản chính"),
    Field("so_ban", "Số lượng", "1"),
)
NAMES = frozenset(one.name for one in FIELDS)
LIST_NAMES = frozenset(one.name for one in LIST_FIELDS)


def example() -> Mapping[str, Value]:
    """Every field with its example; two papers."""
    row = {one.name: one.example for one in LIST_FIELDS}
    second = {"stt": "2", "ten": "Bản vẽ thiết kế", "loai": "Bản chính", "so_ban": "2"}
    return {**{one.name: one.example for one in FIELDS}, LIST: [row, second]}


def values(facts: ReceiptFacts, actor: Actor, at: datetime) -> Mapping[str, Value]:
    """Every field filled from a dossier. No query."""
    owner, day = facts.owners[0], at.astimezone(VN)
    return {
        "ma_ho_so": facts.code,
        "co_quan": committee(facts.office.name),
        "bo_phan": facts.office.desk_name,
        "dia_danh": facts.office.place_name,
        "dien_thoai_co_quan": facts.office.phone,
        "ngay_lap": day_of_issue(day),
        "nguoi_lap": actor.person,
        "chuc_danh": actor.title,
        "thu_tuc": facts.version.name,
        "ma_thu_tuc": facts.version.code,
        "thoi_han": allowance_words(facts.version.allowance),
        "chu_ho_so": "; ".join(party.name for party in facts.owners),
        "dia_chi": owner.address,
        "dien_thoai": owner.phone,
        "thu_dien_tu": owner.email,
        "so_giay_to": owner.id_number,
        "nguoi_nop": facts.submitter.name if facts.submitter else "",
        "so_bo": f"{facts.copies:02d}",
        "ngay_nhan": moment(facts.received_at),
        "ngay_hen_tra": moment(facts.due_at) if facts.due_at else "",
        "le_phi": format_number(facts.fee_vnd),
        LIST: [
            {
                "stt": str(place),
                "ten": one.name,
                "loai": PaperKind(one.kind).label,
                "so_ban": str(one.copies),
            }
            for place, one in enumerate((c for c in facts.components if c.applies), start=1)
        ],
    }
