"""Which acts an officer may do on a dossier now, and why not the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.core.flow import Act, State, offered
from motcua.core.refusal import Refused
from motcua.dossiers.asides import ABOUT_OPINIONS, ABOUT_VISITS, body_words, opinion_of
from motcua.dossiers.authorizing import may_act
from motcua.dossiers.contexts import context_for
from motcua.dossiers.models import Dossier
from motcua.dossiers.refusals import sentence
from motcua.identity.actors import Actor

LABELS: dict[Act, str] = {
    Act.SUBMIT: "Ghi hồ sơ gửi đến",
    Act.ASK_COMPLETION: "Hướng dẫn hoàn thiện",
    Act.RECEIVE: "Tiếp nhận",
    Act.REFUSE_INTAKE: "Từ chối tiếp nhận",
    Act.DO_NOW: "Làm ngay",
    Act.TAKE_OVER: "Nhập từ sổ",
    Act.TRANSFER_OFFICE: "Chuyển cơ quan",
    Act.SEE: "Mở hồ sơ",
    Act.TAKE: "Nhận",
    Act.HAND_BOX: "Bàn giao hộp việc",
    Act.HAND_OVER: "Chuyển bước tiếp theo",
    Act.APPROVE: "Duyệt và chuyển",
    Act.RETURN_TO_DESK: "Chuyển kết quả về một cửa",
    Act.RETURN_RESULT: "Trả kết quả",
    Act.ANSWER_OPINION: "Trả lời ý kiến",
    Act.HOLD_VISIT: "Ghi kết quả thực địa",
    Act.TAKE_SUPPLEMENT: "Nhận bổ sung",
    Act.REQUEST_SUPPLEMENT: "Yêu cầu bổ sung",
    Act.RESUME: "Cho đồng hồ chạy lại",
    Act.SUSPEND: "Tạm dừng",
    Act.CONSULT: "Lấy ý kiến",
    Act.REMIND_OPINION: "Đôn đốc ý kiến",
    Act.WITHDRAW_OPINION: "Thôi chờ ý kiến",
    Act.PRESUME_CONSENT: "Coi như đồng ý",
    Act.PLAN_VISIT: "Hẹn đi thực địa",
    Act.MOVE_VISIT: "Dời buổi thực địa",
    Act.CANCEL_VISIT: "Huỷ buổi thực địa",
    Act.CLAIM: "Nhận việc",
    Act.ASSIGN: "Giao việc",
    Act.SEND_BACK: "Trả lại bước trước",
    Act.RECALL: "Thu hồi",
    Act.APPROVE_LATE: "Duyệt nhập bù",
    Act.RECORD_OVERDUE_REASON: "Ghi lý do quá hạn",
    Act.KEEP_ASKING: "Bổ sung chưa đạt",
    Act.APOLOGISE: "Xin lỗi, hẹn lại",
    Act.DROP_APOLOGY: "Bỏ phiếu xin lỗi soạn sẵn",
    Act.EXTEND: "Gia hạn",
    Act.DRAFT_APOLOGY: "Soạn sẵn phiếu xin lỗi",
    Act.DECLINE_STOP: "Chưa dừng, cho thêm thời gian",
    Act.PROPOSE_STOP: "Đề nghị dừng",
    Act.REOPEN: "Giải quyết lại",
    Act.POST_RESULT: "Giao bưu điện",
    Act.RECORD_DELIVERY: "Bưu điện đã phát",
    Act.TAKE_UNDELIVERED: "Bưu điện trả lại",
    Act.WITHDRAW: "Rút hồ sơ",
    Act.STOP: "Dừng giải quyết",
    Act.ATTACH: "Tệp của hồ sơ",
    Act.CORRECT: "Sửa lỗi ghi",
    Act.VOID: "Huỷ tiếp nhận",
    Act.MOVE_DUE: "Dời hẹn theo lịch mới",
    Act.KEEP_DUE: "Giữ nguyên hẹn cũ",
    Act.UNDO: "Hoàn tác việc vừa làm",
    Act.DETACH: "Gỡ tệp",
}
MAIN = (
    Act.APPROVE_LATE,
    Act.RETURN_RESULT,
    Act.TAKE_SUPPLEMENT,
    Act.APPROVE,
    Act.RETURN_TO_DESK,
    Act.HAND_OVER,
    Act.ANSWER_OPINION,
)
DESTRUCTIVE = frozenset({Act.WITHDRAW, Act.VOID, Act.STOP})
BEGIN = frozenset(
    {
        Act.SUBMIT,
        Act.ASK_COMPLETION,
        Act.RECEIVE,
        Act.REFUSE_INTAKE,
        Act.DO_NOW,
        Act.TAKE_OVER,
        Act.TRANSFER_OFFICE,
    }
)
HANDS = frozenset({Act.TAKE, Act.CLAIM, Act.ASSIGN, Act.ATTACH})
BESIDE = frozenset({*ABOUT_OPINIONS, *ABOUT_VISITS, Act.CONSULT, Act.PLAN_VISIT})
"""Spoken of only where they can be done."""
BY_ITSELF = frozenset({Act.HAND_BOX, Act.PRESUME_CONSENT, Act.DRAFT_APOLOGY})
"""What the program does."""
LISTED_ELSEWHERE = (Act.SEE, Act.UNDO, Act.DETACH)
IN_ORDER = tuple(act for act in LABELS if act not in (*BEGIN, *BY_ITSELF, *LISTED_ELSEWHERE))
SAYS_NOTHING = frozenset(
    {
        "not_your_act",
        "wrong_stage",
        "not_this_step",
        "nothing_to_recall",
        "nowhere_back",
        "not_late",
        "left_the_desk",
        "no_late_entry",
        "leader_only_late",
        "due_same",
        "due_given",
        "due_stands",
        "due_kept",
        "not_extendable",
        "leader_decides",
        "no_reply_day",
        "no_apology_draft",
        "not_proposed",
        "already_proposed",
        "not_posted",
        "is_posted",
    }
)
"""Refusals that make an act no topic on the page, rather than one forbidden for a reason."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One act on one step: allowed when `refusal` is None, else `reason` says why not.

    `choices` are the steps to choose from (key, name) where the process branches or where it may
    go back to; `stops_clock` when it leads to a step outside the allowance. `finishes_late`: the
    reason of the delay must be given. `item` is the opinion or visit it is about, `about` the body
    that was asked.
    """

    act: Act
    label: str
    step: str | None
    step_name: str
    main: bool
    destructive: bool
    refusal: Refused | None
    reason: str
    choices: Sequence[tuple[str, str]] = ()
    stops_clock: bool = False
    finishes_late: bool = False
    item: int | None = None
    about: str = ""


UNDO = Offered(Act.UNDO, LABELS[Act.UNDO], None, "", False, False, None, "")
"""Offered apart: whether the last act may be taken back is asked of the history."""


def offered_to(dossier: Dossier, actor: Actor, at: datetime) -> Sequence[Offered]:
    """The acts that are a topic between `actor` and `dossier` now, likeliest first. No query."""
    state = State.from_json(dossier.flow)
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=actor,
        case=state.case,
        office_id=dossier.handled_by_id or dossier.office_id,
    )
    found: list[Offered] = []
    for offer in offered(state, context):
        refusal = may_act(
            actor, offer.act, offer.step, dossier.office_id, state, context, offer.item
        )
        refusal = refusal or offer.refusal
        if offer.act not in IN_ORDER or _no_topic(offer.act, refusal, offer.refusal):
            continue
        found.append(_named(_offered(offer, refusal, context.route), state))
    return tuple(sorted(found, key=lambda o: IN_ORDER.index(o.act)))


def _no_topic(act: Act, *refusals: Refused | None) -> bool:
    """Whether any of the refusals makes `act` nothing to speak of; nobody recalls for others."""
    codes = {refusal.code for refusal in refusals if refusal}
    if codes and (act in HANDS or act in BESIDE):
        return True
    return bool(codes & SAYS_NOTHING) or (act is Act.RECALL and "not_your_step" in codes)


def _offered(offer: Any, refusal: Refused | None, route: Any) -> Offered:
    names = {step.key: step.name for step in route.steps}
    return Offered(
        act=offer.act,
        label=LABELS[offer.act],
        step=offer.step,
        step_name=names.get(offer.step, ""),
        main=offer.act in MAIN,
        destructive=offer.act in DESTRUCTIVE,
        refusal=refusal,
        reason=sentence(refusal) if refusal else "",
        choices=tuple((key, names[key]) for key in offer.choices),
        stops_clock=offer.stops_clock,
        finishes_late=offer.finishes_late,
        item=offer.item,
    )


def _named(offer: Offered, state: State) -> Offered:
    """With the body it is about, where it is about one."""
    one = opinion_of(state, offer.item) if offer.act in ABOUT_OPINIONS else None
    return replace(offer, about=body_words(one.office, one.department)) if one else offer


def unseen_step(dossier: Dossier, actor: Actor, at: datetime) -> str | None:
    """The step in the hands of `actor` that nobody has opened yet, or None. No query."""
    state = State.from_json(dossier.flow)
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=actor,
        case=state.case,
    )
    for step in state.open:
        unseen = not step.seen
        if unseen and not may_act(actor, Act.SEE, step.key, dossier.office_id, state, context):
            return step.key
    return None
