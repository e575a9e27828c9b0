"""Positions in words, for pages that name no person."""

from motcua.identity.kinds import WORDS, PositionKind


def position_words(kind: str) -> str:
    """`BP_MOT_CUA` as "Cán bộ một cửa"; an unknown kind as it is."""
    try:
        return WORDS[PositionKind(kind)]
    except ValueError:
        return kind


ACTION_WORDS = {
    "add_person": "Thêm người",
    "rename_person": "Đổi tên người",
    "set_password": "Đặt mật khẩu",
    "reset_password": "Cấp mật khẩu một lần",
    "change_password": "Tự đổi mật khẩu",
    "close_account": "Đóng tài khoản",
    "reopen_account": "Mở lại tài khoản",
    "give_position": "Giao vị trí",
    "end_holding": "Kết thúc vị trí",
    "hand_over_box": "Bàn giao hộp việc",
    "delegate": "Uỷ quyền",
    "end_delegation": "Kết thúc uỷ quyền",
    "found_office": "Thiết lập đơn vị",
    "add_office_below": "Thêm đơn vị trực thuộc",
    "change_public_url": "Đổi địa chỉ web công khai",
    "continue_numbers": "Đặt số hồ sơ tiếp theo",
    "keep_hours": "Đổi giờ tiếp nhận",
    "add_calendar": "Ghi ngày nghỉ của năm",
    "move_due": "Dời hẹn trả theo lịch mới",
    "keep_due": "Giữ nguyên hẹn trả cũ",
    "change_desk": "Sửa thông tin bộ phận một cửa",
    "add_department": "Thêm phòng",
    "rename_department": "Đổi tên phòng",
    "end_department": "Kết thúc phòng",
    "add_counter": "Thêm quầy",
    "end_counter": "Đóng quầy",
    "publish_process": "Ban hành quy trình",
    "enter_promulgation": "Nhập quyết định công bố",
    "change_promulgation": "Sửa quyết định chưa duyệt",
    "approve_promulgation": "Duyệt quyết định công bố",
    "withdraw_promulgation": "Rút quyết định công bố",
    "take_back_process": "Thu hồi quy trình",
    "drop_process_draft": "Bỏ bản nháp quy trình",
    "keep_wording": "Sửa mẫu tin",
    "notice_trial": "Gửi thử tin",
    "confirm_posting": "Xác nhận bản niêm yết",
}
"""What was done about rights and offices, as the audit names it."""
