"""Who is concerned by what goes on beside a step, and how it is said: opinions, field visits."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from motcua.core.clock import VN
from motcua.core.flow import Act, Opinion, State
from motcua.dossiers.holders import Holder
from motcua.organization.selectors import department_by_code, office_by_slug

ABOUT_OPINIONS = frozenset(
    {Act.ANSWER_OPINION, Act.REMIND_OPINION, Act.WITHDRAW_OPINION, Act.PRESUME_CONSENT}
)
ABOUT_VISITS = frozenset({Act.MOVE_VISIT, Act.CANCEL_VISIT, Act.HOLD_VISIT})
STANCES: Mapping[str, str] = {
    "agree": "Đồng ý",
    "conditions": "Đồng ý, kèm ý kiến",
    "disagree": "Không đồng ý",
}
TOLD_BY_ASIDE = frozenset(
    {
        "consulted",
        "opinion_reminded",
        "opinion_given",
        "opinion_withdrawn",
        "consent_presumed",
        "visit_planned",
        "visit_moved",
        "visit_cancelled",
        "visit_held",
    }
)


def opinion_of(state: State, item: int | None) -> Opinion | None:
    """The body of that ordinal, while it is waited for."""
    return next((one for one in state.opinions if one.ordinal == item), None)


def step_of(act: Act, item: int | None, state: State) -> str | None:
    """The step beside which the opinion or visit of that ordinal goes on."""
    if act in ABOUT_OPINIONS:
        found = opinion_of(state, item)
        return found.step if found else None
    if act in ABOUT_VISITS:
        return next((one.step for one in state.field_visits if one.ordinal == item), None)
    return None


def asked_holder(one: Opinion, kind: str) -> Holder:
    """Whoever of `kind` is in the body that was asked: a post there is enough to answer for it."""
    office = office_by_slug(one.office)
    department = department_by_code(office.id, one.department) if one.department else None
    return Holder(office.id, department.id if department else None, kind)


def body_words(office: str, department: str) -> str:
    """The body in words: the department, or the office whole."""
    found = office_by_slug(office)
    part = department_by_code(found.id, department) if department else None
    if part:
        return part.name
    plain = found.kind == "outside" or found.name.startswith("UBND")
    return found.name if plain else f"UBND {found.name}"


def said_of_aside(payload: Mapping[str, Any]) -> Iterator[str]:
    """The facts of such an event's payload, in words."""
    for _, _, office, department, _, due_on, article in payload.get("asked", ()):
        silent = f", quá hạn coi như đồng ý theo {article}" if article else ""
        yield f"Hỏi {body_words(office, department)}, trả lời trước hết ngày {_day(due_on)}{silent}"
    if payload.get("office"):
        yield body_words(payload["office"], payload["department"])
    if payload.get("stance"):
        yield STANCES[payload["stance"]]
    if payload.get("recorded"):
        yield f"Trả lời bằng văn bản ngày {_day(payload['answered_on'])}"
    if payload.get("due_on"):
        yield f"Hạn trả lời là {_day(payload['due_on'])}"
    if payload.get("article"):
        yield f"Theo {payload['article']}, im lặng là đồng ý"
    yield from _said_of_visit(payload)


def _said_of_visit(payload: Mapping[str, Any]) -> Iterator[str]:
    if payload.get("visit_at"):
        yield f"Hẹn {_moment(payload['visit_at'])}"
    if payload.get("visit_was"):
        yield (
            f"Hẹn cũ {_moment(payload['visit_was'])}"
            if "visit_at" in payload
            else (f"Buổi hẹn {_moment(payload['visit_was'])}")
        )
    if "kept" in payload:
        yield "Đã đi" if payload["kept"] else "Không thực hiện được"


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}"


def _moment(text: str) -> str:
    at = datetime.fromisoformat(text).astimezone(VN)
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"
