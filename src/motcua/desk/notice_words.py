"""What the outbox says of states, endings and channels."""

from collections.abc import Mapping

from motcua.core.delivery import Ending, State, Why
from motcua.messages import wordings
from motcua.messages.channels.configured import WORDS as CHANNELS
from motcua.messages.outbox import Row
from motcua.organization.timekeeping import is_demonstration

IN_BOX = "Vào hộp thư thử"
STATES: Mapping[str, str] = {
    State.WAITING: "Đợi gửi",
    State.SENT: "Đã gửi",
    State.PERSON: "Cần người báo",
    State.CALLED: "Đã gọi điện",
    State.PRINTED: "Đã in thư",
    State.CANCELLED: "Đã bỏ",
    State.PASSED: "Không gửi",
}
TAGS: Mapping[str, str] = {
    State.SENT: "tag--done",
    State.CALLED: "tag--done",
    State.PRINTED: "tag--done",
    State.PERSON: "tag--near",
}
WHYS: Mapping[str, str] = {
    Why.NO_ADDRESS: "không có điện thoại và thư điện tử",
    Why.NO_CHANNEL: "chưa thiết lập kênh gửi",
    Why.REFUSED: "nơi nhận từ chối",
    Why.EXHAUSTED: "gửi nhiều lần không được",
    Why.UNCLEAR: "hai lần không rõ đã tới chưa",
    Why.STALE: "đã quá cũ khi tới lượt gửi",
    Why.UNDONE: "việc đã hoàn tác",
    Why.VOID: "đã huỷ tiếp nhận",
    Why.IN_HAND: "đã trao tận tay",
}
ENDINGS: Mapping[str, str] = {
    Ending.SENT: "Đã gửi",
    Ending.TEMPORARY: "Chưa được, thử lại sau",
    Ending.PERMANENT: "Không gửi được",
    Ending.UNCLEAR: "Không rõ đã tới chưa",
    Ending.LOST: "Mất giữa chừng, không rõ đã tới chưa",
    "": "Đang gửi",
}
KINDS: Mapping[str, str] = {
    **wordings.KINDS,
    "finished": "Giải quyết xong",
    "result_posted": wordings.KINDS["result_returned"],
    "result_returned": "Đã trả kết quả",
}
"""By the kind of the event: whether it refuses, and which way it went, its own words say."""


def state_words(row: Row) -> str:
    """How a notice stands: `Đợi gửi` is never said of one that is on its way or kept back."""
    if row.state == State.WAITING and row.held:
        return "Giữ lại sau phục hồi"
    if row.state == State.WAITING and row.under_way:
        return ENDINGS[""]
    return _never_out(row.state, STATES)


def ending_words(ending: str) -> str:
    """How an attempt ended."""
    return _never_out(ending, ENDINGS)


def _never_out(value: str, words: Mapping[str, str]) -> str:
    """A demonstration sends nothing out, so nothing there is called sent."""
    if value == State.SENT and is_demonstration():
        return IN_BOX
    return words.get(value, value)


def why_words(row: Row) -> str:
    """Why it was not sent, in a clause; empty when there is nothing to say."""
    return WHYS.get(row.why, "")


def channel_words(channel: str) -> str:
    """The name of a channel; as it is when the house no longer has it."""
    return CHANNELS.get(channel, channel)
