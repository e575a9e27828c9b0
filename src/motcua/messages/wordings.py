"""The words of notices: what is shipped, which fields they may name, and how they are filled in.

Words name fields as `{ma_ho_so}`. A sentence one of whose fields is empty is left out whole, so
that no notice reads "Điện thoại: ." in an office without one.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from motcua.core.refusal import Refused

LONG, SHORT, SPOKEN = "long", "short", "spoken"
FORMS = {LONG: "Thư điện tử, thư giấy", SHORT: "Zalo, SMS", SPOKEN: "Lời gọi điện"}
MOST = {LONG: 3000, SHORT: 300, SPOKEN: 1000}
LONGEST_SUBJECT = 120
MAIL_FOOT = "\n\nThư này do chương trình gửi, không cần trả lời."

FIELDS: Mapping[str, str] = {
    "ma_ho_so": "mã hồ sơ",
    "thu_tuc": "tên thủ tục (thủ tục nhạy cảm: không nói tên)",
    "co_quan": "tên cơ quan",
    "bo_phan": "tên bộ phận một cửa",
    "dia_chi": "địa chỉ bộ phận một cửa",
    "dien_thoai": "điện thoại bộ phận một cửa",
    "trang_thai": "trạng thái hồ sơ",
    "ngay": "ngày của việc được báo",
    "ngay_nhan": "ngày tiếp nhận",
    "ngay_xong": "ngày có kết quả",
    "kiem_tra_truoc": "giờ, ngày phải kiểm tra xong hồ sơ gửi đến",
    "hen_bo_sung": "ngày hẹn bổ sung, hoàn thiện",
    "hen_tra": "giờ, ngày hẹn trả",
    "hen_lai": "giờ, ngày hẹn lại khi xin lỗi",
    "tai_ve": "đường dẫn tải kết quả bản điện tử",
    "hen_thuc_dia": "giờ, ngày hẹn đi thực địa",
    "tra_cuu": "đường dẫn tra cứu",
}
"""What a notice may say. Never a name, a number of a paper, an address of a person, a reason."""

KINDS: Mapping[str, str] = {
    "submitted": "Đã nhận hồ sơ gửi đến",
    "completion_asked": "Cần hoàn thiện để tiếp nhận",
    "intake_refused": "Không tiếp nhận",
    "received": "Đã tiếp nhận",
    "supplement_requested": "Yêu cầu bổ sung",
    "suspended": "Tạm dừng",
    "suspended_money": "Tạm dừng vì nghĩa vụ tài chính",
    "resumed": "Giải quyết tiếp",
    "supplement_reminder": "Nhắc bổ sung",
    "asked_still": "Bổ sung chưa đạt",
    "stop_declined": "Thêm thời gian bổ sung",
    "extended": "Gia hạn",
    "apologised": "Xin lỗi, hẹn lại",
    "due_moved": "Hẹn trả mới",
    "finished": "Có kết quả, nhận tại quầy",
    "finished_post": "Có kết quả, gửi bưu điện",
    "finished_refused": "Từ chối giải quyết, nhận tại quầy",
    "finished_refused_post": "Từ chối giải quyết, gửi bưu điện",
    "result_returned": "Đã gửi kết quả qua bưu điện",
    "refusal_posted": "Đã gửi văn bản từ chối qua bưu điện",
    "result_sent": "Đã gửi kết quả bản điện tử",
    "refusal_sent": "Đã gửi văn bản từ chối bản điện tử",
    "collect_reminder": "Nhắc nhận kết quả",
    "refusal_reminder": "Nhắc nhận văn bản từ chối",
    "withdrawn": "Đã rút hồ sơ",
    "stopped": "Dừng giải quyết",
    "reopened": "Giải quyết lại",
    "visit_planned": "Hẹn đi thực địa",
    "visit_moved": "Dời buổi đi thực địa",
    "visit_cancelled": "Huỷ buổi đi thực địa",
    "undone": "Đính chính",
}

REFUSALS: Mapping[str, str] = {
    "finished": "finished_refused",
    "finished_post": "finished_refused_post",
    "result_returned": "refusal_posted",
    "result_sent": "refusal_sent",
    "collect_reminder": "refusal_reminder",
}
"""The words in place of those of a result when what came of it is a refusal."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_SENTENCES = re.compile(r"(?<=[.!?])(?=[ \n])|(?<=\n)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for one kind and form; `version` says whose and which, as an attempt keeps it."""

    kind: str
    form: str
    subject: str
    body: str
    version: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person reads or hears."""

    subject: str
    body: str


@lru_cache(maxsize=1)
def shipped() -> Mapping[tuple[str, str], Wording]:
    """The words of the house, by kind and form."""
    text = files("motcua.messages").joinpath("data/wordings.csv").read_text(encoding="utf-8")
    return {
        (row["kind"], row["form"]): Wording(
            row["kind"], row["form"], row["subject"], row["body"], f"motcua {row['version']}"
        )
        for row in csv.DictReader(text.splitlines(keepends=True))
    }


def kind_of(
    kind: str, *, money: bool, by_post: bool, electronic: bool = False, refused: bool = False
) -> str:
    """Which words tell of an event of that kind: a wait for money, a result that goes by post, one
    that goes electronically and an answer that refuses have their own."""
    granted = _kind_of(kind, money=money, by_post=by_post, electronic=electronic)
    return REFUSALS.get(granted, granted) if refused else granted


def _kind_of(kind: str, *, money: bool, by_post: bool, electronic: bool) -> str:
    if kind == "result_returned" and electronic:
        return "result_sent"
    if kind == "suspended" and money:
        return "suspended_money"
    if kind == "result_posted":
        return "result_returned"
    return "finished_post" if kind == "finished" and by_post else kind


def fill(wording: Wording, facts: Mapping[str, str]) -> Filled:
    """The words with what the fields stand for."""
    return Filled(_filled(wording.subject, facts), _filled(wording.body, facts))


def check(form: str, subject: str, body: str, facts: Mapping[str, str]) -> None:
    """Whether an office may use these words; `facts` are a sample's, by which length is judged.

    Raises Refused: wording_empty, wording_field, wording_brace, wording_long, wording_subject.
    """
    if not body or (form == LONG and not subject):
        raise Refused("wording_empty")
    for text in (subject, body):
        _check_fields(text)
    if "\n" in subject or len(subject) > LONGEST_SUBJECT:
        raise Refused("wording_subject", most=LONGEST_SUBJECT)
    length = len(_filled(body, facts))
    if length > MOST[form]:
        raise Refused("wording_long", length=length, most=MOST[form])


def _check_fields(text: str) -> None:
    for name in _BRACES.findall(text):
        if name not in FIELDS:
            raise Refused("wording_field", field=name[:40], known=", ".join(FIELDS))
    if set("{}") & set(_BRACES.sub("", text)):
        raise Refused("wording_brace")


def _filled(text: str, facts: Mapping[str, str]) -> str:
    kept = [part for part in _SENTENCES.split(text) if not _says_nothing(part, facts)]
    words = "".join(_BRACES.sub(lambda found: facts.get(found[1], ""), part) for part in kept)
    return re.sub(r"\n{3,}", "\n\n", words).strip()


def _says_nothing(sentence: str, facts: Mapping[str, str]) -> bool:
    named: Sequence[str] = _BRACES.findall(sentence)
    return any(not facts.get(name) for name in named)
