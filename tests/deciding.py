"""Decisions for tests: the people who enter and approve, a file of forty procedures, its day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from motcua.catalogue.decisions.asked import Entry, Head
from motcua.catalogue.selectors import VersionRow, procedures_offered
from motcua.catalogue.services import promulgations as acts
from motcua.catalogue.sheets.template import workbook
from motcua.core.clock import VN
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_slug
from office import Office

TODAY = date(2017, 3, 31)
AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
DAY = date(2017, 5, 15)
HEAD = Head("1234/QĐ-UBND", date(2017, 3, 28), "UBND tỉnh Thanh Hóa", DAY, "Công bố danh mục")
FIELD = "Lĩnh vực mẫu"
PERMIT = "tx-gpxd-nha-o-do-thi"


def head(number: str = "1234/QĐ-UBND", day: date = DAY, signed_on: date = HEAD.signed_on) -> Head:
    return Head(number, signed_on, HEAD.issuer, day, HEAD.title)


def whole(name: str = "Đăng ký mẫu", **changes: Any) -> dict[str, Any]:
    """A whole new procedure of the town, in three working days."""
    said = {
        "name": name,
        "field": FIELD,
        "levels": ["town"],
        "at_desk": True,
        "mechanism": "interlinked",
        "department_code": "TX-QLDT",
        "allowance": 3,
        "allowance_kind": "working_days",
        "components": [
            {"name": "Đơn", "kind": "original", "copies": 1, "optional": False, "case": ""}
        ],
    }
    return said | changes


def entered(office: Office, entries: Sequence[Entry], given: Head = HEAD, **more: Any) -> UUID:
    """A decision entered by the catalogue officer."""
    return acts.enter_promulgation(given, entries, at=AT, by=office.people["books"], **more)


def approved(office: Office, entries: Sequence[Entry], given: Head = HEAD, **more: Any) -> UUID:
    """A decision entered by the catalogue officer and approved by the chair."""
    uuid = entered(office, entries, given, **more)
    acts.approve_promulgation(uuid, at=AT, by=chair(office))
    return uuid


def withdrawn(office: Office, uuid: UUID, at: datetime = AT) -> None:
    acts.withdraw_promulgation(uuid, reason="Nhầm tệp", at=at, by=office.people["books"])


def chair(office: Office) -> Actor:
    return office.people["chair"]


def town_rows(count: int, skip: int = 0) -> Sequence[VersionRow]:
    """Procedures the town takes in, with a code of their own, in order."""
    rows = [
        row
        for row in procedures_offered(office_by_slug("bim-son").id, TODAY)
        if row.code and row.allowance.kind != "same_day"
    ]
    codes = [row.code for row in rows]
    return [row for row in rows if codes.count(row.code) == 1][skip : skip + count]


def forty() -> tuple[Mapping[str, str], list[dict[str, str]], dict[str, list[dict[str, str]]]]:
    """The sheets of a decision: ten new (three of them with one body), twenty amended, ten
    abolished."""
    top = {
        "Số quyết định": HEAD.number,
        "Ngày ký": "28/03/2017",
        "Cơ quan ban hành": HEAD.issuer,
        "Trích yếu": HEAD.title,
        "Ngày có hiệu lực": f"{DAY:%d/%m/%Y}",
    }
    lines = [
        {
            "Nội dung": "Ban hành mới",
            "Mã TTHC": f"3.9000{n:02}",
            "Khóa": f"mau-moi-{n}",
            "Tên thủ tục": f"Thủ tục mẫu thứ {n}",
            "Lĩnh vực": FIELD,
            "Cấp thực hiện": "Cấp huyện",
            "Cơ chế": "Một cửa" if n <= 3 else "Một cửa liên thông",
            "Phòng giải quyết": "TX-QLDT",
            "Thời hạn giải quyết": "5",
            "Cách tính thời hạn": "ngày làm việc",
            "Phí, lệ phí": "Không thu",
        }
        for n in range(1, 11)
    ]
    lines += [
        {
            "Nội dung": "Sửa đổi, bổ sung",
            "Mã TTHC": row.code,
            "Thời hạn giải quyết": "2",
            "Cách tính thời hạn": "ngày làm việc",
        }
        for row in town_rows(20)
    ]
    lines += [{"Nội dung": "Bãi bỏ", "Mã TTHC": row.code} for row in town_rows(10, skip=20)]
    papers = [
        {"Khóa": f"mau-moi-{n}", "Tên giấy tờ": "Tờ khai", "Loại": "bản chính", "Số bản": "2"}
        for n in range(1, 11)
    ]
    return top, lines, {"components": papers}


def forty_file() -> bytes:
    return workbook(*forty())


def three_file(number: str) -> bytes:
    """A decision that amends, makes and ends one procedure of the town each."""
    top = {
        "Số quyết định": number,
        "Ngày ký": "28/03/2017",
        "Cơ quan ban hành": HEAD.issuer,
        "Ngày có hiệu lực": f"{DAY:%d/%m/%Y}",
    }
    made = {
        "Nội dung": "Ban hành mới",
        "Khóa": "mau-moi",
        "Tên thủ tục": "Thủ tục mẫu",
        "Lĩnh vực": FIELD,
        "Cấp thực hiện": "Cấp huyện",
        "Cơ chế": "Một cửa",
        "Phòng giải quyết": "TX-QLDT",
        "Thời hạn giải quyết": "5",
        "Cách tính thời hạn": "ngày làm việc",
    }
    changed = {"Nội dung": "Sửa đổi, bổ sung", "Khóa": PERMIT, "Thời hạn giải quyết": "10"}
    return workbook(top, [changed, made, {"Nội dung": "Bãi bỏ", "Khóa": "tx-gia-han-gpxd"}], {})


def moved(day: date, hour: int = 9) -> datetime:
    """A moment of that day at which offices work."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=VN)


BEFORE, AFTER = DAY - timedelta(days=3), DAY + timedelta(days=1)  # a Friday and a Tuesday
