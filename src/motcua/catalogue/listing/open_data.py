"""The catalogue as open data: the fields, what each means, and a row for each procedure.

Public facts only: nothing here knows a dossier or a person.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from motcua.catalogue.content import content_of
from motcua.catalogue.listing.public import decisions_of, desks_on, is_unconfirmed, key_of
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.selectors import VersionRow, procedures_in_force, procedures_of
from motcua.core.clock import VN

LICENCE = (
    "Dữ liệu mở: được tự do sao chép, chia sẻ, sử dụng, kể cả để kinh doanh, khi ghi rõ nguồn "
    "và ngày lấy dữ liệu (Nghị định 47/2020/NĐ-CP, chưa đối chiếu với bản gốc)."
)
FIELDS: Mapping[str, str] = {
    "key": "phần cuối của địa chỉ lâu dài /tthc/<key>",
    "code": "mã TTHC trên CSDL quốc gia, rỗng khi chưa có",
    "code_mark": "nguồn của mã: V đọc trong nguồn công khai, M theo trí nhớ",
    "slug": "tên ngắn không đổi của thủ tục trong phần mềm này",
    "name": "tên thủ tục",
    "field": "lĩnh vực",
    "levels": "cấp thực hiện: province, town, commune",
    "offices": "đơn vị giải quyết, theo tên ngắn, cách nhau dấu chấm phẩy trong CSV",
    "at_desk": "có nhận tại bộ phận một cửa không",
    "not_at_desk_reason": "vì sao không nhận tại một cửa",
    "mechanism": "one_stop một cửa, interlinked một cửa liên thông, rỗng khi không tại một cửa",
    "allowance_kind": (
        "cách tính thời hạn: working_days, working_hours, working_days_civil, calendar_days, "
        "same_day"
    ),
    "allowance": "thời hạn giải quyết, số ngày hoặc giờ theo cách tính",
    "allowance_as_written": "thời hạn đúng như văn bản viết",
    "allowance_confirmed": "thời hạn và cách tính đã được đối chiếu công báo",
    "supplement_within_days": "hạn yêu cầu bổ sung, số ngày",
    "silence_days": "hạn cơ quan được lấy ý kiến trả lời, số ngày",
    "silence_consents": "quá hạn không trả lời thì coi như đồng ý",
    "extension_days": "được gia hạn thêm, số ngày",
    "channels": "cách nộp: direct, post, online",
    "online_level": "mức độ trực tuyến theo cách gọi trước năm 2022",
    "online_scope": "dịch vụ công trực tuyến: partial một phần, full toàn trình",
    "fee_text": "phí, lệ phí nguyên văn, cả miễn giảm",
    "fee_vnd": "mức cơ bản, đồng",
    "cases": "số trường hợp",
    "components": "thành phần hồ sơ: tên, loại, số bản",
    "result": "kết quả giải quyết",
    "legal_basis": "căn cứ",
    "effective_on": "bản này có hiệu lực từ ngày",
    "decision": "số quyết định công bố, rỗng khi bản có sẵn cùng phần mềm",
    "decision_signed_on": "ngày ký quyết định",
    "day": "ngày được hỏi",
    "licence": "điều kiện sử dụng",
    "cutoff": "giờ chốt nhận, rỗng khi không có",
    "after_supplement": "sau khi bổ sung giấy tờ: resume chạy tiếp, restart tính lại",
    "articles": (
        "điều khoản của từng trường: tên trường, rồi article điều khoản và mark nguồn (V, M); "
        "trong CSV là văn bản JSON, như mọi cột sau đây"
    ),
    "case_list": (
        "các trường hợp: key, name, thời hạn riêng (allowance, allowance_kind, "
        "allowance_as_written; rỗng là theo thủ tục), article, mark"
    ),
    "component_list": (
        "thành phần hồ sơ: name, kind (original, certified, copy, electronic), copies, optional "
        "nếu có, case là key của trường hợp cần nó, rỗng là mọi trường hợp"
    ),
    "fees": (
        "biểu thu: name, kind (fee phí, charge lệ phí), amount_vnd, unit, steps các bậc, cap_vnd "
        "mức trần, due, exemptions miễn giảm nguyên văn, article, mark, case"
    ),
    "forms": "biểu mẫu: number, name, edition bản, file_name, sha256, file địa chỉ tải, case",
    "results": (
        "kết quả: name, valid_months hiệu lực bao nhiêu tháng (rỗng là không ghi thời hạn), "
        "valid_as_written hiệu lực như văn bản viết"
    ),
}
LISTED: Mapping[str, str] = {
    "case_list": "cases",
    "component_list": "components",
    "fees": "fees",
    "forms": "forms",
    "results": "results",
}
"""The lists of a version given whole, by the field that gives them. `cases` and `components` of the
first layout were a number and short lines; they stay as they are, for whoever reads them."""


def rows_of(day: date) -> Sequence[Mapping[str, object]]:
    """A row for each procedure in force on `day`, in Vietnamese order. At most one query once the
    day's catalogue is read."""
    rows = procedures_in_force(day)
    decisions = decisions_of(rows)
    handled: dict[int, list[str]] = {}
    for office in desks_on(day):
        for row in procedures_of(office.id, day):
            handled.setdefault(row.id, []).append(office.slug)
    found = []
    for row in rows:
        decision = decisions.get(row.promulgation_id or 0)
        found.append(
            {
                **_plain(row),
                "key": key_of(row, day),
                "offices": handled.get(row.id, []),
                "decision": decision.number if decision else "",
                "decision_signed_on": decision.signed_on if decision else None,
                "day": day,
                "licence": LICENCE,
            }
        )
    return [{name: row[name] for name in FIELDS} for row in found]


def changed_at(day: date) -> datetime | None:
    """The moment since which the catalogue of `day` says what it says: 00:00 of the last day on
    which a version began or was abolished. One query."""
    newest = (
        ProcedureVersion.objects.filter(effective_on__lte=day)
        .order_by("-effective_on")
        .values_list("effective_on", flat=True)
        .first()
    )
    return datetime.combine(newest, time(), tzinfo=VN) if newest else None


def _lists(row: VersionRow) -> dict[str, object]:
    """What the lists of a version say, a dict a line; a form's file with where it is fetched."""
    said = content_of(row)
    found = {name: said[key] for name, key in LISTED.items()}
    found["forms"] = [
        {**one, "file": f"/bieu-mau/{one['sha256']}" if one["sha256"] else ""}
        for one in said["forms"]
    ]
    return {**found, "cutoff": said["cutoff"], "articles": said["articles"]}


def _plain(row: VersionRow) -> dict[str, object]:
    known = {name: getattr(row, name) for name in FIELDS if hasattr(row, name)}
    return known | {
        "levels": list(row.levels),
        "channels": list(row.channels),
        "allowance_kind": row.allowance.kind.value,
        "allowance": None if row.allowance.while_one_waits else float(row.allowance.amount),
        "allowance_confirmed": not is_unconfirmed(row, "allowance"),
        "cases": len(row.cases),
        "components": [f"{one.name}|{one.kind}|{one.copies}" for one in row.components],
        **_lists(row),
    }
