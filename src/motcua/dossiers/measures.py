"""How the history says what prolongs a dossier, ends it without a result, or opens it again."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from motcua.core.clock import VN

TOLD_BY_MEASURE = frozenset(
    {"asked_still", "extended", "apologised", "apology_drafted", "stop_declined", "stopped"}
)
GROUNDS: Mapping[str, str] = {
    "request": "Người nộp yêu cầu dừng",
    "no_reply": "Quá ngày hẹn bổ sung, người nộp không trả lời",
    "unmet": "Không đủ điều kiện giải quyết tiếp",
}
"""Why a dossier is stopped, in the words of the form."""


def said_of_measure(payload: Mapping[str, Any]) -> Iterator[str]:
    """The facts of such an event's payload, in words."""
    if payload.get("items"):
        yield f"Còn {len(payload['items'])} giấy tờ chưa đạt"
    if payload.get("days"):
        yield f"Gia hạn {payload['days']} ngày"
    if payload.get("article"):
        yield f"Theo {payload['article']}"
    if payload.get("promised_at"):
        promised = datetime.fromisoformat(payload["promised_at"]).astimezone(VN)
        yield f"Hẹn lại {promised:%H:%M} ngày {promised:%d/%m/%Y}; hạn trả theo quy định giữ nguyên"
    if payload.get("reply_by"):
        yield f"Bổ sung trước ngày {date.fromisoformat(payload['reply_by']):%d/%m/%Y}"
    if payload.get("ground"):
        yield GROUNDS.get(payload["ground"], payload["ground"])
