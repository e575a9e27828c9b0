"""Words of the desk's pages: durations, weekdays, states, and the tail of a code."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from django import template
from django.forms import BoundField

from motcua.catalogue.decisions.asked import KINDS
from motcua.core.clock import VN
from motcua.core.clock.words import allowance_words, duration_words
from motcua.core.flow import Act
from motcua.desk.acts import spec_of
from motcua.dossiers.selectors.inbox import InboxRow
from motcua.dossiers.selectors.waiting import as_said

register = template.Library()

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
STAGES = {
    "submitted": "chờ kiểm tra",
    "incomplete": "chờ hoàn thiện",
    "in_progress": "đang giải quyết",
    "awaiting_supplement": "chờ bổ sung",
    "suspended": "tạm dừng",
    "finished": "đã có kết quả",
    "returned": "đã trả kết quả",
    "withdrawn": "đã rút",
    "stopped": "dừng giải quyết",
    "intake_refused": "không tiếp nhận",
    "void": "đã huỷ tiếp nhận",
}
REFUSED = {"finished": "từ chối giải quyết", "returned": "từ chối giải quyết, đã trả văn bản"}
STAGE_TAGS = {
    "incomplete": "tag--paused",
    "awaiting_supplement": "tag--paused",
    "suspended": "tag--paused",
    "finished": "tag--done",
    "returned": "tag--done",
    "in_progress": "tag--new",
}
CHANNELS = {"direct": "trực tiếp", "post": "qua bưu chính", "online": "trực tuyến"}
PAPERS = {
    "original": "bản chính",
    "certified": "chứng thực",
    "copy": "bản sao",
    "electronic": "bản điện tử",
}
ID_PAPERS = {"cccd": "CCCD", "cmnd": "CMND", "passport": "Hộ chiếu", "tax": "Mã số thuế"}
ROLES = {"owner": "Chủ hồ sơ", "submitter": "Người nộp", "collector": "Người nhận kết quả"}


@register.filter
def duration(minutes: int | None) -> str:
    """Working minutes as `2 ngày 3 giờ`."""
    return "" if minutes is None else duration_words(minutes)


@register.filter
def capped(count: int | None) -> str:
    """A count of what waits; one that stopped counting says so: `1000+`."""
    return "" if count is None else as_said(count)


@register.filter
def of(counts: Mapping[str, int], name: str) -> int | None:
    """The count kept under `name`, if one is."""
    return counts.get(name)


@register.filter
def weekday(moment: date | None) -> str:
    """`Thứ Sáu`."""
    if moment is None:
        return ""
    day = moment.astimezone(VN) if isinstance(moment, datetime) else moment
    return WEEKDAYS[day.weekday()]


@register.filter
def promised(moment: datetime | None) -> str:
    """`14:30 Thứ Sáu 14/04/2017`."""
    if moment is None:
        return ""
    local = moment.astimezone(VN)
    return f"{local:%H:%M} {weekday(local)} {local:%d/%m/%Y}"


@register.filter
def spoken(moment: datetime | None) -> str:
    """As the receipt says it: `14 giờ 30 phút, ngày 14/4/2017`."""
    if moment is None:
        return ""
    local = moment.astimezone(VN)
    return f"{local:%H} giờ {local:%M} phút, ngày {local.day}/{local.month}/{local.year}"


@register.filter
def short(moment: datetime | None) -> str:
    """`14/04 14:30`."""
    return "" if moment is None else f"{moment.astimezone(VN):%d/%m %H:%M}"


@register.filter
def tail_day(code: str) -> str:
    """The middle of a code with its dash: `170331-`; of a reference its beginning: `HT-`."""
    *before, _ = code.split("-")
    return f"{before[-1]}-" if before else ""


@register.filter
def tail_number(code: str) -> str:
    """The last part of a code, which people say aloud."""
    return code.rsplit("-", 1)[-1]


@register.filter
def agency(code: str) -> str:
    """The first part of a code with its dash."""
    return code.split("-", 1)[0] + "-"


class Ended(Protocol):
    """What the words of a dossier's standing need of it."""

    stage: str
    outcome: str


@register.filter
def stage(value: str) -> str:
    """A stage in words."""
    return STAGES.get(value, value)


@register.filter
def standing(dossier: Ended) -> str:
    """The stage of a dossier in words; a refusal is told as one, not as a result."""
    if dossier.outcome == "refused":
        return REFUSED.get(dossier.stage, stage(dossier.stage))
    return stage(dossier.stage)


@register.filter
def stage_tag(value: str) -> str:
    """The class of a stage's tag."""
    return STAGE_TAGS.get(value, "")


@register.filter
def channel(value: str) -> str:
    """How the dossier came in."""
    return CHANNELS.get(value, value)


@register.filter
def paper(value: str) -> str:
    """The form of a paper."""
    return PAPERS.get(value, value)


@register.filter
def role(value: str) -> str:
    """The role of a person in a dossier."""
    return ROLES.get(value, value)


@register.filter
def id_paper(party: object) -> str:
    """Which paper the number of a party was read from."""
    known = ID_PAPERS.get(getattr(party, "id_kind", ""))
    organisation = getattr(party, "kind", "") == "organisation"
    return known or ("Mã số thuế" if organisation else "Số giấy tờ")


@register.filter
def item_kind(kind: str) -> str:
    """What a decision does to a procedure."""
    return KINDS.get(kind, kind)


@register.filter
def term(allowance: object) -> str:
    """An allowance in words: `15 ngày làm việc`."""
    return allowance_words(allowance) if allowance else "chưa quy định"  # type: ignore[arg-type]


@register.filter
def kind_of(field: BoundField) -> str:
    """How a field is drawn: `radio`, `check` or `plain`."""
    name = field.field.widget.__class__.__name__
    return {"RadioSelect": "radio", "CheckboxInput": "check"}.get(name, "plain")


class Waiting(Protocol):
    """What a tick box needs of an inbox row."""

    code: str
    step: str
    seq: int


@register.filter
def ticket(row: Waiting) -> str:
    """What a row's tick box carries: the dossier, its step, and the seq the page was drawn from."""
    return f"{row.code}|{row.step}|{row.seq}"


@register.filter
def unopened(row: InboxRow) -> bool:
    """Whether a signature on this row together with others is barred: nobody has opened it."""
    return row.fresh and row.next_act is Act.APPROVE


@register.filter
def verb(act: Act) -> str:
    """The verb of an act, as a button says it."""
    spec = spec_of(act)
    return spec.verb if spec else ""


@register.filter
def draft_name(data: Mapping[str, Sequence[str]]) -> str:
    """Whose form a draft is."""
    return (data.get("o0-name") or [""])[0] or "Chưa ghi tên"


@register.filter
def mechanism(value: str) -> str:
    """How many bodies handle a procedure, in the words of Phụ lục II."""
    return {"one_stop": "một cửa", "interlinked": "liên thông"}.get(value, "không tại một cửa")


@register.filter
def mark(value: str) -> str:
    """Where a fact of the catalogue comes from, as its file marks it."""
    return {"V": "đã thấy trong văn bản", "M": "chờ đối chiếu công báo"}.get(value, "chưa rõ nguồn")


@register.filter
def hours(number: float) -> str:
    """Hours as people write them: `7,5`."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


@register.filter
def pair(first: object, second: object) -> tuple[object, object]:
    """Two things to be drawn the same way, side by side."""
    return first, second


@register.filter
def unsigned(amount: int) -> int:
    """An amount that went out, as one writes it in a column of what went out."""
    return abs(amount)


@register.filter
def amount(value: Decimal) -> str:
    """`48`, `7,5`."""
    return f"{value.normalize():f}".replace(".", ",")
