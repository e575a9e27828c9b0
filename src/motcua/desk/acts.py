"""Every act a button of the desk can do: its address, its form, its service, what it then says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.core.flow import Act
from motcua.desk.forms.acts import (
    ActForm,
    ApproveForm,
    MovingForm,
    OverdueReasonForm,
    PostForm,
    ReasonForm,
    ResumeForm,
    ReturnToDeskForm,
    SendBackForm,
    SuspendForm,
)
from motcua.desk.forms.asides import (
    AnswerForm,
    ConsultForm,
    HoldVisitForm,
    MoveVisitForm,
    PlanVisitForm,
)
from motcua.desk.forms.hands import AssignForm
from motcua.desk.forms.measures import (
    ApologiseForm,
    DeclineStopForm,
    ExtendForm,
    KeepAskingForm,
    ReopenForm,
    StopForm,
    WithdrawForm,
)
from motcua.desk.forms.supplement import SupplementForm
from motcua.dossiers import services
from motcua.dossiers.asked import Outcome
from motcua.fees import services as money
from motcua.papers.documents import issuing
from motcua.papers.documents.signing import approve_one_and_sign


@dataclass(frozen=True, slots=True)
class Spec:
    """One act. `on_step`: the service is told which step; `direct`: needs no page of its own when
    nothing has to be asked; `leaves`: afterwards the officer goes on with the inbox; `asks`: what
    the form needs to know beside the choices (`reasons`, `components`, `asked`: the papers a
    request lists).
    """

    act: Act
    slug: str
    service: Callable[..., list[Outcome]]
    form: type[ActForm]
    done: str
    verb: str
    on_step: bool = False
    direct: bool = False
    leaves: bool = False
    undo: str = ""
    asks: tuple[str, ...] = ()
    question: str = ""


SPECS: Sequence[Spec] = (
    Spec(
        Act.HAND_OVER, "chuyen", services.hand_over, MovingForm, "Đã chuyển hồ sơ", "Chuyển hồ sơ",
        on_step=True, direct=True, leaves=True, undo="thu-hoi", asks=("stops_clock",),
    ),
    Spec(
        Act.APPROVE, "duyet", approve_one_and_sign, ApproveForm, "Đã duyệt", "Duyệt và chuyển",
        on_step=True, direct=True, leaves=True, undo="thu-hoi",
        asks=("stops_clock", "reasons", "documents"),
    ),
    Spec(
        Act.RETURN_TO_DESK, "ve-mot-cua", services.return_to_desk, ReturnToDeskForm,
        "Đã chuyển kết quả về một cửa", "Chuyển kết quả về một cửa",
        on_step=True, direct=True, leaves=True, asks=("reasons",),
        undo="hoan-tac",
    ),
    Spec(
        Act.RETURN_RESULT, "tra-ket-qua", money.return_result, ActForm,
        "Đã trả kết quả", "Trả kết quả",
        undo="hoan-tac",
    ),
    Spec(
        Act.POST_RESULT, "giao-buu-dien", money.post_result, PostForm, "Đã giao bưu điện",
        "Giao bưu điện", undo="hoan-tac",
    ),
    Spec(
        Act.RECORD_DELIVERY, "buu-dien-da-phat", services.record_delivery, ActForm,
        "Đã ghi bưu điện phát xong", "Bưu điện đã phát", undo="hoan-tac",
        question="Bưu điện đã phát kết quả này cho người nhận?",
    ),
    Spec(
        Act.TAKE_UNDELIVERED, "buu-dien-tra-lai", services.take_undelivered, ReasonForm,
        "Đã nhận lại từ bưu điện, kết quả ở quầy", "Nhận lại từ bưu điện", undo="hoan-tac",
    ),
    Spec(
        Act.TAKE_SUPPLEMENT, "nhan-bo-sung", services.take_supplement, ActForm,
        "Đã nhận bổ sung, đồng hồ chạy lại", "Nhận bổ sung", direct=True,
        undo="hoan-tac",
    ),
    Spec(
        Act.REQUEST_SUPPLEMENT, "yeu-cau-bo-sung", issuing.request_supplement, SupplementForm,
        "Đã yêu cầu bổ sung, đồng hồ tạm dừng", "Yêu cầu bổ sung",
        on_step=True, asks=("components",),
    ),
    Spec(
        Act.SUSPEND, "tam-dung", services.suspend, SuspendForm, "Đã tạm dừng", "Tạm dừng",
        asks=("waits",),
        undo="hoan-tac",
    ),
    Spec(
        Act.RESUME, "chay-lai", services.resume, ResumeForm, "Đồng hồ chạy lại",
        "Cho đồng hồ chạy lại",
        undo="hoan-tac",
    ),
    Spec(
        Act.CLAIM, "nhan-viec", services.claim, ActForm, "Đã nhận việc", "Nhận việc",
        on_step=True, direct=True, undo="hoan-tac",
    ),
    Spec(
        Act.ASSIGN, "giao-viec", services.assign, AssignForm, "Đã giao việc", "Giao việc",
        on_step=True, undo="hoan-tac", asks=("colleagues",),
    ),
    Spec(
        Act.SEND_BACK, "tra-lai", services.send_back, SendBackForm, "Đã trả lại bước trước",
        "Trả lại bước trước", on_step=True, leaves=True,
        undo="hoan-tac",
    ),
    Spec(
        Act.RECALL, "thu-hoi", services.recall, ActForm, "Đã thu hồi, hồ sơ về lại hộp việc",
        "Thu hồi hồ sơ", on_step=True, direct=True,
    ),
    Spec(
        Act.UNDO, "hoan-tac", services.undo, ActForm, "Đã hoàn tác, hồ sơ như trước", "Hoàn tác",
        question="Hoàn tác việc vừa làm? Lịch sử vẫn ghi cả hai lần.",
    ),
    Spec(
        Act.RECORD_OVERDUE_REASON, "ly-do-qua-han", services.record_overdue_reason,
        OverdueReasonForm, "Đã ghi lý do quá hạn", "Ghi lý do quá hạn", asks=("reasons",),
        undo="hoan-tac",
    ),
    Spec(
        Act.KEEP_ASKING, "bo-sung-chua-dat", services.keep_asking, KeepAskingForm,
        "Đã ghi phần còn thiếu, vẫn chờ bổ sung", "Ghi phần còn thiếu",
        undo="hoan-tac", asks=("components", "asked"),
    ),
    Spec(
        Act.EXTEND, "gia-han", issuing.extend, ExtendForm, "Đã gia hạn", "Gia hạn",
    ),
    Spec(
        Act.APOLOGISE, "xin-loi", issuing.apologise, ApologiseForm, "Đã xin lỗi và hẹn lại",
        "Ký xin lỗi, hẹn lại", asks=("reasons", "drafted"),
    ),
    Spec(
        Act.DROP_APOLOGY, "bo-xin-loi", services.drop_apology, ReasonForm,
        "Đã bỏ phiếu xin lỗi soạn sẵn", "Bỏ phiếu xin lỗi",
    ),
    Spec(
        Act.PROPOSE_STOP, "de-nghi-dung", services.propose_stop, ReasonForm,
        "Đã đề nghị lãnh đạo dừng giải quyết", "Đề nghị dừng", undo="hoan-tac",
    ),
    Spec(
        Act.DECLINE_STOP, "chua-dung", services.decline_stop, DeclineStopForm,
        "Đã cho người nộp thêm thời gian", "Chưa dừng",
    ),
    Spec(
        Act.STOP, "dung-giai-quyet", issuing.stop, StopForm, "Đã dừng giải quyết",
        "Dừng giải quyết", asks=("reasons",),
        question="Dừng giải quyết hồ sơ này? Không hoàn tác được.",
    ),
    Spec(
        Act.REOPEN, "giai-quyet-lai", services.reopen, ReopenForm, "Đã giải quyết lại",
        "Giải quyết lại",
    ),
    Spec(
        Act.WITHDRAW, "rut-ho-so", services.withdraw, WithdrawForm, "Đã ghi rút hồ sơ",
        "Ghi rút hồ sơ", asks=("reasons",), question="Rút hồ sơ này? Không hoàn tác được.",
    ),
    Spec(
        Act.APPROVE_LATE, "duyet-nhap-bu", services.approve_late, ActForm, "Đã duyệt nhập bù",
        "Duyệt nhập bù", direct=True,
    ),
    Spec(
        Act.CORRECT, "sua-loi-ghi", services.correct, ActForm, "Đã sửa lỗi ghi", "Sửa lỗi ghi",
    ),
    Spec(Act.ATTACH, "tep", services.attach, ActForm, "Đã kèm tệp", "Gửi tệp"),
    Spec(
        Act.MOVE_DUE, "doi-hen", services.move_due, ActForm, "Đã dời hẹn trả theo lịch nghỉ mới",
        "Dời hẹn trả", question="Dời hẹn trả của hồ sơ này theo lịch nghỉ mới?",
    ),
    Spec(
        Act.KEEP_DUE, "giu-hen", services.keep_due, ActForm, "Đã giữ nguyên hẹn cũ",
        "Giữ nguyên hẹn cũ", question="Giữ nguyên hẹn trả cũ, dù lịch nghỉ đã đổi?",
    ),
    Spec(
        Act.CONSULT, "lay-y-kien", issuing.consult, ConsultForm, "Đã lấy ý kiến",
        "Lấy ý kiến", on_step=True, asks=("asking",),
    ),
    Spec(
        Act.ANSWER_OPINION, "tra-loi-y-kien", services.answer_opinion, AnswerForm,
        "Đã ghi ý kiến trả lời", "Ghi ý kiến", asks=("on_paper",),
    ),
    Spec(
        Act.REMIND_OPINION, "don-doc-y-kien", issuing.remind_opinion, ActForm,
        "Đã đôn đốc trả lời ý kiến", "Đôn đốc",
    ),
    Spec(
        Act.WITHDRAW_OPINION, "thoi-cho-y-kien", services.withdraw_opinion, ReasonForm,
        "Đã thôi chờ ý kiến", "Thôi chờ", undo="hoan-tac",
    ),
    Spec(
        Act.PLAN_VISIT, "di-thuc-dia", services.plan_visit, PlanVisitForm,
        "Đã hẹn đi thực địa", "Hẹn đi thực địa", on_step=True, undo="hoan-tac",
    ),
    Spec(
        Act.HOLD_VISIT, "ket-qua-thuc-dia", services.hold_visit, HoldVisitForm,
        "Đã ghi kết quả thực địa", "Ghi kết quả", undo="hoan-tac",
    ),
    Spec(
        Act.MOVE_VISIT, "doi-thuc-dia", services.move_visit, MoveVisitForm,
        "Đã dời buổi đi thực địa", "Dời buổi đi", undo="hoan-tac",
    ),
    Spec(
        Act.CANCEL_VISIT, "huy-thuc-dia", services.cancel_visit, ReasonForm,
        "Đã huỷ buổi đi thực địa", "Huỷ buổi đi", undo="hoan-tac",
    ),
    Spec(
        Act.VOID, "huy-tiep-nhan", money.void, ReasonForm, "Đã huỷ tiếp nhận",
        "Huỷ tiếp nhận", question="Huỷ tiếp nhận hồ sơ này? Số hồ sơ không dùng lại.",
    ),
)  # fmt: skip


def spec_of(act: Act) -> Spec | None:
    """The spec of `act`; None for acts that have no button on the dossier."""
    return next((spec for spec in SPECS if spec.act is act), None)


def spec_at(slug: str) -> Spec | None:
    """The spec whose address ends in `slug`."""
    return next((spec for spec in SPECS if spec.slug == slug), None)


def form_of(spec: Spec, data: Any, *, facts: dict[str, Any], **base: Any) -> ActForm:
    """The act's form, told what it `asks` out of `facts`."""
    wanted = {name: facts[name] for name in spec.asks if name != "components"}
    if "components" in spec.asks:
        wanted["components"] = facts["components"]
    if spec.act is Act.REQUEST_SUPPLEMENT:
        wanted["again"] = facts["again"]
    return spec.form(data, **wanted, **base)
