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
    "password_too_short": (
        "Mật khẩu cần ít nhất {least} ký tự, mới có {length}. Một câu ngắn dễ nhớ là tốt nhất."
    ),
    "password_too_common": (
        "Mật khẩu này nhiều người dùng, dễ bị đoán. Ghép vài từ không liên quan với nhau."
    ),
    "password_like_name": "Mật khẩu giống tên đăng nhập hoặc họ tên. Dùng chữ khác.",
    "wrong_password": "Mật khẩu hiện tại không đúng. Gõ lại.",
    "same_password": "Mật khẩu mới giống mật khẩu hiện tại. Chọn mật khẩu khác.",
    "out_of_reach": (
        "Người hoặc đơn vị này không thuộc phần quản trị của ông/bà. Báo quản trị cấp trên."
    ),
    "unknown_person": "Không có người này. Tìm lại trong danh sách.",
    "unknown_holding": "Không có vị trí đang giữ này. Tải lại trang để xem hiện nay.",
    "unknown_delegation": "Không có uỷ quyền này. Tải lại trang để xem hiện nay.",
    "account_closed": "Tài khoản của {person} đã đóng. Mở lại tài khoản trước.",
    "oneself": "Không tự đóng tài khoản của mình được. Nhờ quản trị khác.",
    "still_holds": "{person} còn giữ vị trí {title}. Kết thúc vị trí đó trước.",
    "not_for_people": "Loại vị trí này dành cho chương trình. Chọn loại khác.",
    "needs_department": "Chuyên viên và lãnh đạo phòng phải thuộc một phòng. Chọn phòng.",
    "department_elsewhere": (
        "Phòng này không thuộc đơn vị đã chọn hoặc đã kết thúc. Chọn phòng khác."
    ),
    "unknown_department": "Không có phòng này. Tải lại trang để xem hiện nay.",
    "department_held": "{person} còn giữ vị trí ở {name}. Kết thúc vị trí đó trước.",
    "delegation_past": "Thời gian uỷ quyền đã qua. Sửa lại ngày kết thúc.",
    "last_administrator": (
        "{person} là quản trị cuối cùng. Giao vị trí quản trị cho người khác trước."
    ),
    "nobody_for_box": (
        "Còn {waiting} hồ sơ trong hộp việc của {title} và không còn ai khác giữ vị trí này. "
        "Chọn người nhận bàn giao."
    ),
    "hands_to_oneself": "Người nhận bàn giao phải là người khác.",
    "roster_unreadable": (
        "Tệp không mở được. Lưu bằng bảng tính ở dạng XLSX, không quá 2 MB, rồi gửi lại."
    ),
    "roster_missing": "Chưa chọn tệp. Chọn tệp XLSX rồi bấm Kiểm tra.",
    "roster_heads": "Dòng đầu thiếu cột {missing}. Tải tệp mẫu về và giữ nguyên dòng đầu.",
    "roster_empty": "Danh sách chưa có ai. Ghi mỗi người một dòng, từ dòng 2.",
    "roster_too_long": "Danh sách có {lines} dòng, mỗi lần nhiều nhất {most}. Chia làm nhiều tệp.",
    "roster_stale": "Có tên đăng nhập vừa được người khác dùng. Kiểm tra lại danh sách.",
    "not_your_calendar": (
        "Ngày nghỉ do quản trị của cấp trên ghi cho mọi đơn vị. Báo quản trị cấp trên."
    ),
    "founded_already": "Đơn vị đã được thiết lập. Đăng nhập để làm việc.",
    "not_administrator": "Việc này của quản trị. Nhờ quản trị của đơn vị.",
    "period_backwards": "Ngày cuối kỳ trước ngày đầu kỳ. Đổi lại.",
    "period_too_long": "Mỗi lần xuất nhiều nhất {most} ngày. Chia làm nhiều kỳ.",
    "job_gone": "Việc này đã xong hoặc đã bỏ. Xem lại danh sách.",
    "job_runs": "Việc này đang chạy. Đợi nó xong; nếu nó treo, trang này sẽ báo.",
}
