"""What this room refuses, in words that say what to do."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "list_empty": "Chưa chọn hồ sơ nào. Đánh dấu hoặc quét hồ sơ rồi bấm lại.",
    "list_too_long": "Một danh sách nhận nhiều nhất {most} hồ sơ. Bỏ bớt, lập thêm danh sách sau.",
    "list_not_to_departments": (
        "Hồ sơ đã chọn không chuyển đến phòng nào. Mở từng hồ sơ và chuyển riêng."
    ),
    "no_such_list": "Không có danh sách bàn giao này trong phần việc của ông, bà. Kiểm tra lại số.",
    "not_receiving": "Chỉ người của phòng nhận ghi được việc này.",
    "no_difference": "Ghi hồ sơ này sai khác danh sách ở chỗ nào, đến {most} ký tự.",
    "no_such_line": "Dòng này không có trong danh sách. Tải lại trang.",
}


def sentence(refused: Refused) -> str:
    """The Vietnamese sentence of `refused`; empty for a code of another room."""
    return SENTENCES.get(refused.code, "").format_map(refused.facts)
