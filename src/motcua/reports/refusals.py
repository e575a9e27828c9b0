"""The sentences of this room's refusals."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "period_backwards": "Kỳ báo cáo kết thúc trước khi bắt đầu. Sửa lại ngày đầu hoặc ngày cuối.",
    "office_not_then": "{office} {stood}, ngoài kỳ này. Chọn kỳ khác, hoặc đơn vị của thời đó.",
    "known_at_ahead": "Lúc “theo những gì đã ghi” còn ở phía trước. Ghi một lúc đã qua.",
    "register_too_long": (
        "Kỳ này có {count} hồ sơ, một tệp dạng này nhiều nhất {most}. Chia kỳ ra, hoặc xuất bảng "
        "CSV ở trang In hàng loạt."
    ),
    "no_such_narrative": "Không có báo cáo này ở đơn vị. Về danh sách báo cáo.",
    "not_your_narrative": "Vị trí {title} không làm được việc này. Nhờ người có thẩm quyền.",
    "narrative_there": "Kỳ này đã có báo cáo. Mở báo cáo ấy ra để viết tiếp, hoặc sửa đổi.",
    "narrative_not_now": "Báo cáo đã sang bước khác. Tải lại trang để xem hiện nay.",
    "narrative_no_words": "Chưa ghi nội dung. Ghi một câu rồi gửi lại.",
    "narrative_too_long": "Một phần dài quá {most} ký tự. Bớt lại.",
    "narrative_check_list": (
        "Bảng kiểm còn dòng bắt buộc chưa đạt. Xem bảng kiểm, sửa xong rồi ký lại."
    ),
    "narrative_amended": "Đã có bản sửa đổi chưa phát hành. Viết tiếp bản ấy.",
}


def sentence(refused: Refused) -> str:
    """What a person reads where such a refusal is shown at its place."""
    return SENTENCES[refused.code].format_map(refused.facts)
