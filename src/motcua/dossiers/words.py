"""How the history says each kind of event."""

EVENT_TITLES = {
    "received": "Tiếp nhận hồ sơ",
    "done_now": "Làm ngay tại quầy",
    "imported": "Nhập từ sổ theo dõi",
    "intake_refused": "Không tiếp nhận hồ sơ",
    "voided": "Huỷ tiếp nhận",
    "seen": "Đã mở hồ sơ",
    "handed_over": "Chuyển hồ sơ",
    "approved": "Duyệt",
    "sent_back": "Trả lại bước trước",
    "recalled": "Thu hồi",
    "supplement_requested": "Yêu cầu bổ sung",
    "supplement_taken": "Đã nhận bổ sung",
    "clock_stopped": "Chuyển cơ quan khác, đồng hồ dừng",
    "clock_resumed": "Cơ quan khác trả lời, đồng hồ chạy lại",
    "suspended": "Tạm dừng",
    "resumed": "Đồng hồ chạy lại",
    "finished": "Có kết quả tại bộ phận một cửa",
    "result_returned": "Đã trả kết quả",
    "withdrawn": "Người nộp rút hồ sơ",
    "overdue_reason_recorded": "Ghi lý do quá hạn",
}
