"""Letters that acts give rise to: what to mend, why not taken in, sorry, longer, stopped.

Sources: QĐ 09/2015/QĐ-TTg; TT 01/2018/TT-VPCP, Mẫu 02 to 04; TT 03/2025/TT-VPCP, Phụ lục I, forms
02 to 05. Wording and layout are from memory [M]; `data/forms.csv` says which when. Each form prints
of people what it asks for and no more: name, address, telephone, e-mail; never a paper's number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.audit.recording import record
from motcua.core.codes import tail
from motcua.core.refusal import Refused
from motcua.dossiers.selectors.letters import LetterFacts, letter_facts
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.barcodes import code128
from motcua.papers.receipt import MODULE_MM
from motcua.papers.registry import Form, Regime, in_force
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, day_of_issue, moment

TEMPLATE = "letter"
FORM_OF: Mapping[str, Form] = {
    "supplement_requested": Form.SUPPLEMENT,
    "asked_still": Form.SUPPLEMENT,
    "intake_refused": Form.REFUSAL,
    "apologised": Form.APOLOGY,
    "extended": Form.EXTENSION,
    "stopped": Form.STOP,
}
"""Which letter the event of that kind gives rise to."""

OF_THE_DESK = (Form.SUPPLEMENT, Form.REFUSAL)
WITH_FILE = ("Như trên", "Bộ phận Tiếp nhận và Trả kết quả", "Lưu: VT, hồ sơ")


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the head and the signatures of one letter."""

    before: Sequence[str]
    items: Sequence[Sequence[str]] = ()
    after: Sequence[str] = ()
    submitter_signs: bool = False
    signs: str = ""


def title_of(kind: str, day: date) -> str:
    """What the letter of such an event is called on that day; empty for events without one."""
    form = FORM_OF.get(kind)
    return in_force(form, day).title if form else ""


def letter_pdf(code: str, seq: int, actor: Actor, printed_at: datetime) -> bytes:
    """The letter of event `seq` of `code`; the print is in the audit. Six queries.

    Raises Refused("not_found") for what is not the officer's to open, and for an event that gives
    rise to no letter or was taken back.
    """
    facts = letter_facts(code, seq, actor)
    if facts.kind not in FORM_OF:
        raise Refused("not_found", dossier=code)
    made = render(facts)
    record(
        "letter_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="dossier",
        subject=facts.code,
    )
    return made


def render(facts: LetterFacts) -> bytes:
    """The letter as a tagged PDF. The same facts, the same bytes."""
    return pdf(TEMPLATE, data_of(facts))


def data_of(facts: LetterFacts) -> dict[str, object]:
    """What the template is given: words ready to print, bars ready to draw."""
    form = FORM_OF[facts.kind]
    regime = in_force(form, facts.at.date())
    body = _BODIES[form](facts)
    above, issuer = _issuer(facts, form)
    at = facts.at
    return {
        "title": regime.title,
        "form": f"{regime.number} ({regime.name})" if regime.number else "",
        "above": above.upper(),
        "issuer": issuer.upper(),
        "number": _number(facts, regime),
        "place": f"{facts.office.place_name}, {day_of_issue(at)}",
        "day": [at.year, at.month, at.day],
        "code": facts.code,
        "bars": code128(facts.code),
        "module": MODULE_MM,
        "sample": timekeeping.is_demonstration(),
        "to": clipped("; ".join(party.name for party in facts.owners)),
        "facts": _people(facts),
        "before": body.before,
        "items": body.items,
        "after": body.after,
        "left": "Người nộp hồ sơ" if body.submitter_signs else "",
        "right": body.signs or facts.signer_title,
        "signer": facts.signer,
        "seal": form not in OF_THE_DESK,
        "copies": () if form in OF_THE_DESK else WITH_FILE,
    }


def _issuer(facts: LetterFacts, form: Form) -> tuple[str, str]:
    """Who is above and who issues: the desk, the signer's department, or the office itself."""
    name = facts.office.name
    office = name if name.startswith("UBND") else f"UBND {name}"
    if form in OF_THE_DESK:
        return office, facts.office.desk_name
    if facts.department:
        return office, facts.department
    return (facts.parent.name if facts.parent else ""), office


def _number(facts: LetterFacts, regime: Regime) -> str:
    """The number the officer wrote down; a refusal at intake goes by the dossier's own."""
    given = facts.document or tail(facts.code)
    return f"Số: {given}" if "/" in given else f"Số: {given}/{regime.suffix}"


def _people(facts: LetterFacts) -> Sequence[Sequence[str]]:
    owner = facts.owners[0] if facts.owners else None
    told = [
        ("Địa chỉ", owner.address if owner else ""),
        ("Số điện thoại", owner.phone if owner else ""),
        ("Email", owner.email if owner else ""),
        ("Nội dung yêu cầu giải quyết", facts.procedure),
    ]
    return [[label, clipped(value)] for label, value in told if value]


def _supplement(facts: LetterFacts) -> Body:
    again = facts.kind == "asked_still"
    asked = (
        "Giấy tờ ông/bà đã bổ sung còn những điểm chưa đạt của yêu cầu trước. "
        "Đề nghị ông/bà hoàn thiện tiếp:"
        if again
        else "Để có đủ căn cứ giải quyết, đề nghị ông/bà bổ sung, hoàn thiện hồ sơ gồm:"
    )
    after = [f"Lý do yêu cầu thêm lần này: {clipped(why)}" for why in facts.reasons]
    if facts.reply_by:
        after.append(
            f"Đề nghị bổ sung trước ngày {facts.reply_by:%d/%m/%Y}. "
            "Thời gian chờ bổ sung không tính vào thời hạn giải quyết."
        )
    after.append(_contact(facts))
    return Body(
        before=[_received(facts), asked],
        items=[[clipped(m.paper), clipped(m.words)] for m in facts.mends],
        after=after,
        signs="Người hướng dẫn",
    )


def _refusal(facts: LetterFacts) -> Body:
    return Body(
        before=[
            f"Qua xem xét, {facts.office.desk_name} không tiếp nhận, giải quyết hồ sơ này "
            "với lý do cụ thể như sau:",
            *(clipped(why) for why in facts.reasons),
        ],
        after=["Xin thông báo để ông/bà biết và thực hiện.", _contact(facts)],
        submitter_signs=True,
        signs="Người tiếp nhận hồ sơ",
    )


def _apology(facts: LetterFacts) -> Body:
    due = facts.due_was
    told = [_received(facts)]
    if due:
        told.append(f"Thời gian hẹn trả kết quả: {moment(due)}.")
    late = due is not None and facts.at > due
    told.append(
        "Tuy nhiên, đến nay cơ quan chưa trả kết quả đúng thời hạn."
        if late
        else "Tuy nhiên, cơ quan không thể trả kết quả đúng thời hạn đã hẹn."
    )
    told += [f"Lý do: {clipped(why)}" for why in (facts.overdue_reason, *facts.reasons) if why]
    told.append("Cơ quan xin lỗi ông/bà vì sự chậm trễ này.")
    promised = f"{moment(facts.promised_at)}." if facts.promised_at else ""
    asked = in_force(Form.APOLOGY, facts.at.date()).title.startswith("Văn bản")
    lead = "Đề nghị gia hạn và hẹn trả lại kết quả: " if asked else "Thời gian hẹn trả lại: "
    return Body(before=told, after=[lead + promised, _contact(facts)])


def _extension(facts: LetterFacts) -> Body:
    told = [_received(facts)]
    basis = f"Căn cứ {facts.article}, thời hạn" if facts.article else "Thời hạn"
    told.append(f"{basis} giải quyết hồ sơ được gia hạn thêm {facts.days} ngày.")
    told += [f"Lý do: {clipped(why)}" for why in facts.reasons]
    if facts.due_was:
        told.append(f"Thời gian hẹn trả trước đây: {moment(facts.due_was)}.")
    after = []
    if facts.due_at:
        after.append(f"Thời gian hẹn trả sau khi gia hạn: {moment(facts.due_at)}.")
    return Body(before=told, after=[*after, _contact(facts)])


def _stop(facts: LetterFacts) -> Body:
    told = [_received(facts), f"Nay dừng giải quyết hồ sơ này. Căn cứ: {facts.ground.lower()}."]
    told += [f"Lý do: {clipped(why)}" for why in facts.reasons]
    after = [
        "Ông/bà được nhận lại giấy tờ đã nộp; phí, lệ phí đã nộp được quyết toán theo quy định "
        "khi đến nhận lại giấy tờ.",
        _contact(facts),
    ]
    return Body(before=told, after=after)


def _received(facts: LetterFacts) -> str:
    return f"Hồ sơ của ông/bà được tiếp nhận lúc {moment(facts.received_at)}."


def _contact(facts: LetterFacts) -> str:
    phone = f", số điện thoại {facts.office.phone}" if facts.office.phone else ""
    return f"Cần hướng dẫn, ông/bà liên hệ {facts.office.desk_name}{phone}."


_BODIES: Mapping[Form, Callable[[LetterFacts], Body]] = {
    Form.SUPPLEMENT: _supplement,
    Form.REFUSAL: _refusal,
    Form.APOLOGY: _apology,
    Form.EXTENSION: _extension,
    Form.STOP: _stop,
}
