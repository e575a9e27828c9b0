"""The sentence for each refusal about what is said and kept at a post."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "unknown_warning": "Không tìm thấy cảnh báo này ở vị trí của ông, bà. Mở lại trang Cảnh báo.",
    "unknown_view": "Không tìm thấy bộ lọc này. Mở lại trang Bộ lọc đã lưu để xem còn những gì.",
    "view_no_name": "Chưa đặt tên cho bộ lọc. Ghi một tên ngắn, ví dụ “Đất đai hết hạn hôm nay”.",
    "view_name_long": "Tên dài quá {most} ký tự. Đặt tên ngắn lại.",
    "view_name_taken": "Đã có bộ lọc tên “{name}”. Đặt tên khác, hoặc xoá bộ lọc cũ trước.",
    "view_nothing_asked": "Hộp việc chưa lọc gì nên không có gì để lưu. Chọn lọc rồi lưu.",
    "too_many_views": "Đã lưu {most} bộ lọc, không lưu thêm được. Xoá bớt một bộ lọc không dùng.",
    "bad_mail_address": "Địa chỉ thư điện tử ghi chưa đúng, ví dụ đúng: ten@donvi.gov.vn.",
}


def sentence(refused: Refused) -> str:
    """The sentence of a refusal of this room; empty for another room's."""
    words = SENTENCES.get(refused.code, "")
    return words.format(**refused.facts)
