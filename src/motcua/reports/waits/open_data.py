"""The waiting times as open data: the fields, what each means, a row an office and procedure.

Figures of at least `core.waits.LEAST_TOLD` dossiers; nothing here knows one dossier or a person.
"""

from collections.abc import Mapping, Sequence

from motcua.catalogue.listing.open_data import LICENCE
from motcua.catalogue.listing.public import key_of
from motcua.catalogue.selectors import VersionRow, procedures_in_force, versions_of
from motcua.core.clock import WORKING_DAY
from motcua.core.text import sort_key
from motcua.core.waits import LEAST_TOLD
from motcua.organization.selectors import office_by_id
from motcua.reports.waits.selectors import Renewal, Waited, every_waited

__all__ = ["FIELDS", "LEAST_TOLD", "LICENCE", "rows_of"]
FIELDS: Mapping[str, str] = {
    "office": "đơn vị nhận hồ sơ, theo tên ngắn",
    "office_name": "tên đơn vị",
    "procedure": "tên ngắn không đổi của thủ tục trong phần mềm này",
    "procedure_key": "phần cuối của địa chỉ lâu dài /tthc/<key>",
    "procedure_code": "mã TTHC trên CSDL quốc gia, rỗng khi chưa có",
    "procedure_name": "tên thủ tục",
    "from": "ngày đầu của mười hai tháng được tính",
    "to": "ngày cuối, tính cả ngày đó",
    "dossiers": "số hồ sơ đã có kết quả hoặc văn bản từ chối trong những ngày đó",
    "median_minutes": "một nửa số hồ sơ chờ không quá chừng này phút làm việc",
    "median_days": "cũng thế, theo ngày làm việc 8 giờ",
    "ninetieth_minutes": "chín trên mười hồ sơ chờ không quá chừng này phút làm việc",
    "ninetieth_days": "cũng thế, theo ngày làm việc 8 giờ",
    "allowance_kind": "cách tính thời hạn theo quy định, như trong thu-tuc.csv",
    "allowance": "thời hạn theo quy định, số ngày hoặc giờ theo cách tính",
    "allowance_minutes": "thời hạn đổi ra phút làm việc, rỗng khi luật tính theo ngày",
    "allowance_as_written": "thời hạn đúng như văn bản viết",
    "renewed_at": "lúc tính các con số này",
    "licence": "điều kiện sử dụng",
}


def rows_of(made: Renewal | None) -> Sequence[Mapping[str, object]]:
    """A row for each office and procedure that has enough dossiers, by office and procedure in
    Vietnamese order; none before the first renewal. One query, and those of `versions_of` for each
    procedure abolished since."""
    if made is None:
        return ()
    in_force = {row.procedure_id: row for row in procedures_in_force(made.renewed_at.date())}
    found = []
    for one in every_waited():
        row = in_force.get(one.procedure_id) or versions_of(one.procedure_id)[0]
        found.append(_row(one, row, made))
    return sorted(found, key=_place)


def _row(one: Waited, row: VersionRow, made: Renewal) -> Mapping[str, object]:
    office = office_by_id(one.office_id)
    return {
        "office": office.slug,
        "office_name": office.name,
        "procedure": row.slug,
        "procedure_key": key_of(row, made.renewed_at.date()),
        "procedure_code": row.code,
        "procedure_name": row.name,
        "from": made.from_on,
        "to": made.to_on,
        "dossiers": one.dossiers,
        "median_minutes": one.median,
        "median_days": _days(one.median),
        "ninetieth_minutes": one.ninetieth,
        "ninetieth_days": _days(one.ninetieth),
        "allowance_kind": row.allowance.kind.value,
        "allowance": None if row.allowance.while_one_waits else float(row.allowance.amount),
        "allowance_minutes": row.allowance.units if row.allowance.counts_minutes else None,
        "allowance_as_written": row.allowance_as_written,
        "renewed_at": made.renewed_at.isoformat(timespec="minutes"),
        "licence": LICENCE,
    }


def _place(row: Mapping[str, object]) -> tuple[str, str]:
    return sort_key(str(row["office_name"])), sort_key(str(row["procedure_name"]))


def _days(minutes: int) -> float:
    return round(minutes / WORKING_DAY, 2)
