"""How a round, its steps and what an office answered are called."""

from collections.abc import Mapping

from motcua.core.consolidating import Answer, Standing, Step

STANDINGS: Mapping[Standing, str] = {
    Standing.OPEN: "Đang thu",
    Standing.CLOSED: "Đã chốt",
    Standing.CANCELLED: "Đã huỷ",
}
STEPS: Mapping[Step, str] = {
    Step.OPEN: "Mở kỳ tổng hợp",
    Step.SWITCH: "Đổi cách nộp",
    Step.ENTER: "Nhập số liệu từ sổ giấy",
    Step.CONFIRM: "Xác nhận số liệu",
    Step.TAKE_BACK: "Rút xác nhận",
    Step.SEND_BACK: "Trả lại",
    Step.REMIND: "Nhắc",
    Step.CLOSE: "Chốt kỳ tổng hợp",
    Step.REOPEN: "Mở lại kỳ tổng hợp",
    Step.CANCEL: "Huỷ kỳ tổng hợp",
}
ANSWERS: Mapping[Answer, str] = {
    Answer.WAITING: "Chưa xác nhận",
    Answer.LATE: "Quá hạn, chưa xác nhận",
    Answer.IN_TIME: "Đã xác nhận",
    Answer.AFTER: "Đã xác nhận, sau hạn",
}
NO_FIGURES = "Không có số liệu"
"""Of an office that had not answered when the round was closed."""
