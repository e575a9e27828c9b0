"""What a procedure is, as one plain value: a dict that JSON can hold, one key for each thing.

Decisions store these keys, files have a column for each, pages compare them one by one. Pure, but
for `write_version` in `catalogue.decisions.writing`, which turns such a value into rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from motcua.catalogue.models import Channel, FeeKind, Level, Mechanism, OnlineScope
from motcua.catalogue.rows import VersionRow
from motcua.core.clock import AllowanceKind

Content = Mapping[str, Any]


class Kind(StrEnum):
    """How a value is written: in a cell, in a field of a form, in JSON."""

    TEXT = "text"
    LINES = "lines"
    FLAG = "flag"
    NUMBER = "number"
    AMOUNT = "amount"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    HOUR = "hour"
    ARTICLES = "articles"
    STEPS = "steps"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a version says. `label` is its word on a page and the heading of its column.

    `longest` is in signs; `words` are the choices, key to word; `empty` is what it is unsaid.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    longest: int = 300
    needed: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    empty: Any = ""


@dataclass(frozen=True, slots=True)
class ListField:
    """A list a version has: its columns, and which of them names a line when two are compared."""

    key: str
    label: str
    one: str
    columns: Sequence[Field]
    named_by: Sequence[str] = ("name",)


ALLOWANCES: Final = {
    AllowanceKind.WORKING_DAYS.value: "ngày làm việc",
    AllowanceKind.WORKING_HOURS.value: "giờ làm việc",
    AllowanceKind.WORKING_DAYS_CIVIL.value: "ngày làm việc, không tính ngày nhận",
    AllowanceKind.CALENDAR_DAYS.value: "ngày",
    AllowanceKind.SAME_DAY.value: "trong ngày",
}
MARKS: Final = {"V": "V", "M": "M"}
PAPERS: Final = {
    "original": "bản chính",
    "certified": "chứng thực",
    "copy": "bản sao",
    "electronic": "bản điện tử",
}
UNITS: Final = {"dossier": "hồ sơ", "copy": "bản", "page": "trang", "case": "trường hợp"}
DUES: Final = {"intake": "khi nộp", "return": "khi trả"}


def _words(choices: Sequence[tuple[str, Any]]) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices}


_T, _K = Field, Kind
GROUPS: Final[Mapping[str, Sequence[Field]]] = {
    "Tên và nơi giải quyết": (
        _T("code", "Mã TTHC", longest=40),
        _T("owner_suffix", "Đuôi cơ quan công bố", longest=20),
        _T("name", "Tên thủ tục", longest=500, needed=True),
        _T("national_name", "Tên trên CSDL quốc gia", longest=500),
        _T("field", "Lĩnh vực", longest=120, needed=True),
        _T("levels", "Cấp thực hiện", _K.CHOICES, needed=True, words=_words(Level.choices),
           empty=[]),
        _T("communes_only", "Chỉ ở xã", _K.FLAG, empty=False),
        _T("at_desk", "Nhận tại một cửa", _K.FLAG, empty=True),
        _T("not_at_desk_reason", "Vì sao không tại một cửa"),
        _T("mechanism", "Cơ chế", _K.CHOICE, words=_words(Mechanism.choices)),
        _T("department_code", "Phòng giải quyết", longest=20, needed=True),
        _T("channels", "Cách nộp", _K.CHOICES, words=_words(Channel.choices),
           empty=["direct", "post"]),
        _T("online_level", "Mức độ trực tuyến", _K.NUMBER, longest=4, empty=None),
        _T("online_scope", "Dịch vụ công trực tuyến", _K.CHOICE,
           words=_words(OnlineScope.choices)),
    ),
    "Thời hạn": (
        _T("allowance", "Thời hạn giải quyết", _K.AMOUNT, longest=9999, empty=None),
        _T("allowance_kind", "Cách tính thời hạn", _K.CHOICE, needed=True, words=ALLOWANCES),
        _T("allowance_as_written", "Thời hạn như văn bản", longest=200),
        _T("cutoff", "Giờ chốt nhận", _K.HOUR),
        _T("after_supplement", "Sau khi bổ sung", _K.CHOICE,
           words={"resume": "chạy tiếp", "restart": "tính lại"}, empty="resume"),
        _T("supplement_within_days", "Hạn yêu cầu bổ sung (ngày)", _K.NUMBER, longest=999,
           empty=None),
        _T("silence_days", "Hạn trả lời lấy ý kiến (ngày)", _K.NUMBER, longest=999, empty=None),
        _T("silence_consents", "Im lặng coi như đồng ý", _K.FLAG, empty=False),
        _T("extension_days", "Được gia hạn thêm (ngày)", _K.NUMBER, longest=999, empty=None),
    ),
    "Phí và kết quả": (
        _T("fee_text", "Phí, lệ phí", _K.LINES, longest=4000),
        _T("fee_vnd", "Mức cơ bản (đồng)", _K.MONEY, empty=None),
        _T("result", "Kết quả giải quyết", _K.LINES, longest=1000),
    ),
    "Căn cứ và nguồn": (
        _T("legal_basis", "Căn cứ", _K.LINES, longest=4000),
        _T("articles", "Điều khoản của từng mục", _K.ARTICLES, longest=4000, empty={}),
        _T("sensitive", "Nhạy cảm", _K.FLAG, empty=False),
        _T("people_words", "Cách người dân gọi", _K.LINES, longest=1000),
        _T("mark", "Nguồn của tên", _K.CHOICE, words=MARKS),
        _T("code_mark", "Nguồn của mã", _K.CHOICE, words=MARKS),
        _T("source", "Nguồn"),
    ),
}  # fmt: skip

_CASE = Field("case", "Trường hợp", longest=60)
LISTS: Final[Sequence[ListField]] = (
    ListField("cases", "Trường hợp", "trường hợp", (
        _T("key", "Khóa trường hợp", longest=60, needed=True),
        _T("name", "Tên trường hợp", needed=True),
        _T("allowance", "Thời hạn giải quyết", _K.AMOUNT, longest=9999, empty=None),
        _T("allowance_kind", "Cách tính thời hạn", _K.CHOICE, words=ALLOWANCES),
        _T("allowance_as_written", "Thời hạn như văn bản", longest=200),
        _T("article", "Điều khoản"),
        _T("mark", "Dấu", _K.CHOICE, words=MARKS),
    ), named_by=("key",)),
    ListField("components", "Thành phần", "giấy tờ", (
        _T("name", "Tên giấy tờ", longest=500, needed=True),
        _T("kind", "Loại", _K.CHOICE, needed=True, words=PAPERS, empty="original"),
        _T("copies", "Số bản", _K.NUMBER, longest=99, needed=True, empty=1),
        _T("optional", "Nếu có", _K.FLAG, empty=False),
        _CASE,
    ), named_by=("name", "case")),
    ListField("fees", "Phí", "khoản thu", (
        _T("name", "Tên khoản thu", longest=200, needed=True),
        _T("kind", "Loại", _K.CHOICE, needed=True, words=_words(FeeKind.choices), empty="charge"),
        _T("amount_vnd", "Mức thu (đồng)", _K.MONEY, needed=True, empty=None),
        _T("unit", "Tính theo", _K.CHOICE, needed=True, words=UNITS, empty="dossier"),
        _T("steps", "Bậc", _K.STEPS, empty=[]),
        _T("cap_vnd", "Mức trần (đồng)", _K.MONEY, empty=None),
        _T("due", "Thu lúc", _K.CHOICE, needed=True, words=DUES, empty="intake"),
        _T("exemptions", "Miễn, giảm", _K.LINES, longest=4000),
        _T("article", "Căn cứ"),
        _T("mark", "Dấu", _K.CHOICE, words=MARKS),
        _CASE,
    ), named_by=("name", "case")),
    ListField("forms", "Biểu mẫu", "biểu mẫu", (
        _T("number", "Số mẫu", longest=60),
        _T("name", "Tên mẫu", needed=True),
        _T("edition", "Bản", longest=60),
        _T("file_name", "Tên tệp", longest=200),
        _T("sha256", "Tệp", _K.FILE, longest=64),
        _CASE,
    ), named_by=("number", "name", "case")),
    ListField("results", "Kết quả", "kết quả", (
        _T("name", "Tên kết quả", needed=True),
        _T("valid_months", "Hiệu lực (tháng)", _K.NUMBER, longest=9999, empty=None),
        _T("valid_as_written", "Hiệu lực như văn bản", longest=200),
    )),
)  # fmt: skip
FIELDS: Final = tuple(one for fields in GROUPS.values() for one in fields)
FIELD: Final = {one.key: one for one in FIELDS}
LIST: Final = {one.key: one for one in LISTS}
LABELS: Final = {one.key: one.label for one in FIELDS} | {one.key: one.label for one in LISTS}


def blank() -> dict[str, Any]:
    """A content that says nothing yet: what an unsaid key of a new procedure is."""
    found: dict[str, Any] = {one.key: _copy(one.empty) for one in FIELDS}
    return found | {one.key: [] for one in LISTS}


def content_of(row: VersionRow) -> dict[str, Any]:
    """Everything a version says. `blank()` has the same keys; no query."""
    found: dict[str, Any] = {
        one.key: _plain(getattr(row, one.key)) for one in FIELDS if hasattr(row, one.key)
    }
    found |= _term(row.allowance)
    found["cutoff"] = f"{row.cutoff:%H:%M}" if row.cutoff else ""
    found["articles"] = {key: dict(said) for key, said in row.articles.items()}
    for one in LISTS:
        found[one.key] = [_line(line, one) for line in getattr(row, one.key)]
    return {key: found[key] for key in blank()}


def _line(line: Any, known: ListField) -> dict[str, Any]:
    found = {one.key: getattr(line, one.key, one.empty) for one in known.columns}
    if known.key == "cases":
        found |= _term(line.allowance)
    if known.key == "fees":
        found["steps"] = [
            {"vnd": vnd} if up_to is None else {"up_to": up_to, "vnd": vnd}
            for up_to, vnd in line.steps
        ]
    return found


def _term(allowance: Any) -> dict[str, Any]:
    if not allowance:
        return {"allowance": None, "allowance_kind": ""}
    return {"allowance": number(allowance.amount), "allowance_kind": allowance.kind.value}


def number(amount: Any) -> int | float:
    """A decimal as JSON holds it."""
    return int(amount) if amount == int(amount) else float(amount)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _copy(value: Any) -> Any:
    return value.copy() if isinstance(value, list | dict) else value
