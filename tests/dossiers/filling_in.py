"""What the forms of the acts hold: everything an act can ask for, of every act of a person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import uuid4

from motcua.core.clock import VN
from motcua.core.flow import Act, Body
from motcua.dossiers import services
from motcua.dossiers.asides import ABOUT_OPINIONS, ABOUT_VISITS
from motcua.dossiers.asked import FileData
from motcua.dossiers.services.waiting import Deficiency
from motcua.files import store
from motcua.files.incoming import Incoming
from motcua.files.kinds import PDF
from motcua.identity.actors import Actor
from office import OWNER

FAR = datetime(2030, 1, 4, 9, 0, tzinfo=VN)
WHOLE = (
    Act.TAKE_SUPPLEMENT, Act.SUSPEND, Act.RESUME, Act.RETURN_RESULT, Act.WITHDRAW, Act.VOID,
    Act.POST_RESULT, Act.RECORD_DELIVERY, Act.TAKE_UNDELIVERED,
    Act.RECORD_OVERDUE_REASON, Act.CORRECT, Act.APPROVE_LATE, Act.MOVE_DUE, Act.KEEP_DUE,
    Act.KEEP_ASKING, Act.EXTEND, Act.APOLOGISE, Act.DROP_APOLOGY, Act.PROPOSE_STOP,
    Act.DECLINE_STOP, Act.STOP,
    Act.REOPEN, Act.ATTACH, Act.DETACH,
)  # fmt: skip
ON_STEPS = (
    Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK, Act.SEND_BACK, Act.RECALL, Act.SEE,
    Act.REQUEST_SUPPLEMENT, Act.TAKE, Act.CLAIM, Act.ASSIGN, Act.CONSULT, Act.PLAN_VISIT,
)  # fmt: skip
ABOUT_ONE = tuple(sorted((ABOUT_OPINIONS | ABOUT_VISITS) - {Act.PRESUME_CONSENT}))
SERVICES: dict[Act, Callable[..., Any]] = {
    act: getattr(services, act.value) for act in (*WHOLE, *ON_STEPS, *ABOUT_ONE)
}
PHONES = count(900_000_100)


def some_file() -> FileData:
    """A file nobody sent before, as one that was looked through."""
    content = f"Tệp {next(PHONES)}".encode()
    place = store.folder() / "drafts" / sha256(content).hexdigest()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return FileData(Incoming(place, place.name, len(content), PDF, 1, place.name), 1)


def filled(act: Act, step: str | None, actor: Actor) -> dict[str, Any]:
    """A form of `act` with everything it can ask for."""
    extra: dict[Act, dict[str, Any]] = {
        Act.HAND_OVER: {"document": "12/PC"},
        Act.APPROVE: {"document": "12/PC", "overdue_reason": "qua-tai"},
        Act.RETURN_TO_DESK: {"overdue_reason": "qua-tai"},
        Act.SEND_BACK: {"note": "Thiếu căn cứ"},
        Act.REQUEST_SUPPLEMENT: {
            "items": [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")],
            "document": "37/HDHS",
            "reply_by": date(2017, 1, 20),
            "override_reason": "Giấy tờ mới phát sinh" if actor.is_leader else "",
        },
        Act.SUSPEND: {"document": "5/TB", "reason": "nvtc"},
        Act.WITHDRAW: {"reason": "Đổi ý", "overdue_reason": "qua-tai"},
        Act.KEEP_ASKING: {"items": [Deficiency(1, "Vẫn thiếu chữ ký", "Ký vào trang 2")]},
        Act.EXTEND: {"days": 3, "document": "15/UBND", "reason": "Lấy thêm ý kiến"},
        Act.APOLOGISE: {
            "promised_on": date(2030, 1, 4),
            "document": "4/PXL",
            "reason": "qua-tai",
        },
        Act.POST_RESULT: {"tracking": "EX123456789VN"},
        Act.TAKE_UNDELIVERED: {"reason": "Không có người nhận"},
        Act.DROP_APOLOGY: {"reason": "Kịp trong ngày"},
        Act.PROPOSE_STOP: {"reason": "Không bổ sung"},
        Act.STOP: {
            "document": "21/TB",
            "ground": "request",
            "reason": "Người nộp đề nghị",
            "overdue_reason": "qua-tai",
        },
        Act.REOPEN: {"document": "102/QĐ", "reason": "Theo quyết định"},
        Act.ASSIGN: {"officer": uuid4()},
        Act.CONSULT: {
            "bodies": [Body("bac-son", days=3)],
            "document": "15/QLĐT",
            "question": "Có vướng quy hoạch không?",
        },
        Act.ANSWER_OPINION: {
            "stance": "disagree",
            "opinion": "Vướng lộ giới",
            "document": "99/UBND",
        },
        Act.REMIND_OPINION: {"document": "16/QLĐT"},
        Act.WITHDRAW_OPINION: {"reason": "Tự kiểm tra được"},
        Act.PLAN_VISIT: {"visit_at": FAR, "place": "Thửa đất"},
        Act.MOVE_VISIT: {"visit_at": FAR, "reason": "Mưa"},
        Act.CANCEL_VISIT: {"reason": "Không cần nữa"},
        Act.HOLD_VISIT: {"kept": True, "finding": "Đúng hiện trạng"},
        Act.VOID: {"reason": "Nhầm người"},
        Act.RECORD_OVERDUE_REASON: {"reason": "qua-tai"},
        Act.CORRECT: {
            "parties": {("owner", 0): replace(OWNER, phone=f"0{next(PHONES)}")},
            "reason": "Ghi nhầm số",
        },
    }
    if act is Act.ATTACH:
        return {"files": [some_file()]}
    return extra.get(act, {}) | ({"step": step} if step else {})
