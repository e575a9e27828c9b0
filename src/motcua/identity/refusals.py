"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "wrong_sign_in": "Tên đăng nhập hoặc mật khẩu không đúng. Gõ lại, chú ý phím Caps Lock.",
    "locked_out": (
        "Đã sai quá 5 lần. Tài khoản tạm khoá, thử lại sau {minutes} phút hoặc báo quản trị."
    ),
    "no_position": "Tài khoản này không giữ vị trí nào hôm nay. Báo quản trị phân công.",
    "username_not_plain": (
        "Tên đăng nhập “{username}” không hợp lệ. Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, "
        "gạch nối; bắt đầu bằng chữ hoặc số."
    ),
    "already_held": "{person} đang giữ vị trí {title}. Không giao lại lần nữa.",
    "username_taken": "Tên đăng nhập “{username}” đã có người dùng. Chọn tên khác.",
    "to_oneself": "Không uỷ quyền cho chính mình được. Chọn người khác.",
    "ends_before_it_begins": "Thời điểm kết thúc phải sau thời điểm bắt đầu. Sửa lại thời điểm.",
}
