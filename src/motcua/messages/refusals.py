"""The sentence for each refusal of this room."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "not_waiting_long": "Kết quả này chưa quá {days} ngày, đã có người nhận, hoặc gửi "
    "bưu điện. Không cần nhắc.",
    "reminded_lately": "Đã xếp lời nhắc ngày {on}. Mỗi {days} ngày nhắc một lần.",
    "no_such_wording": "Không có mẫu tin ấy. Chọn lại trong danh sách.",
    "not_your_wording": "Mẫu tin của đơn vị ngoài phạm vi quản trị của ông, bà. "
    "Nhờ quản trị của đơn vị ấy sửa.",
    "wording_empty": "Chưa ghi đủ lời. Thư cần tiêu đề và nội dung, tin cần nội dung.",
    "wording_field": "Không dùng được chỗ điền “{field}”. Chỉ dùng: {known}.",
    "wording_brace": "Có dấu ngoặc nhọn lẻ. Chỗ điền ghi như {{ma_ho_so}}.",
    "wording_subject": "Tiêu đề viết một dòng, nhiều nhất {most} ký tự.",
    "wording_long": "Điền xong dài {length} ký tự, nhiều nhất {most}. Viết ngắn lại.",
    "not_for_a_person": "Tin này không còn đợi người báo. Mở lại danh sách.",
    "no_such_notice": "Không có tin ấy trong hộp thư đi của đơn vị.",
    "trial_address": "Ghi một địa chỉ thư hoặc số điện thoại đúng dạng.",
    "trial_channel": "Kênh này chưa thiết lập. Xem hướng dẫn cạnh bảng kênh gửi.",
}


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room; None for another room's."""
    words = SENTENCES.get(refused.code)
    return words and words.format(**refused.facts)
