"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_office": "Không có đơn vị “{office}”. Kiểm tra lại tên viết tắt của đơn vị.",
    "no_office_named": "Chưa ghi tên đơn vị. Ghi như “UBND phường Nam Sơn”.",
    "not_an_office": ("{office} không phải thị xã, phường hay xã. Chọn đơn vị có bộ phận một cửa."),
    "below_not_below": "{office} không phải cấp dưới của đơn vị đang thiết lập. Sửa loại đơn vị.",
    "bad_agency_code": (
        "Mã định danh “{given}” của {office} không đúng dạng. Ghi như 000.01.19.H56 hoặc H56.19.01."
    ),
    "agency_code_taken": "Mã định danh {given} đã là của {office}. Kiểm tra lại mã được cấp.",
    "bad_next_number": "Số tiếp theo từ 1 đến {most}. Chưa nhận hồ sơ nào hôm nay thì ghi 1.",
    "bad_hours": "Giờ làm việc phải theo thứ tự: mở trước, đóng sau; buổi chiều sau buổi sáng.",
    "department_code_not_plain": (
        "Mã phòng “{given}” chỉ gồm chữ không dấu, chữ số, gạch nối, nhiều nhất 20 ký tự."
    ),
    "department_code_taken": "Mã phòng {given} đã dùng ở đơn vị này. Chọn mã khác.",
    "counter_name_taken": "Đã có quầy tên “{name}”. Chọn tên khác.",
    "part_ended_already": "{name} đã kết thúc từ trước. Tải lại trang để xem hiện nay.",
    "calendar_runs_backwards": "Ngày cuối trước ngày {day}. Sửa một trong hai ngày.",
    "calendar_too_long": "Từ {day} đến ngày cuối dài quá 31 ngày. Xem lại hai ngày.",
    "calendar_other_year": "Ngày {day} không thuộc năm {year}. Ghi ở trang của năm đó.",
    "calendar_told_twice": "Ngày {day} ghi hai lần. Bỏ một lần.",
    "calendar_off_and_worked": "Ngày {day} vừa ghi nghỉ vừa ghi làm bù. Bỏ một trong hai.",
    "calendar_not_a_weekend": (
        "Ngày {day} không phải Thứ Bảy hay Chủ Nhật nên không làm bù được. Xem lại ngày."
    ),
    "calendar_no_days": "Chưa ghi ngày nghỉ nào của năm {year}. Ghi ít nhất một dòng.",
    "calendar_no_reason": "Dòng ngày {day} chưa ghi nghỉ gì. Ghi như “nghỉ Tết Nguyên đán”.",
    "calendar_no_source": "Chưa ghi văn bản làm căn cứ. Ghi số, ngày và cơ quan ban hành.",
    "calendar_year_over": "Năm {year} đã qua. Lịch của năm đã qua không đổi nữa.",
    "calendar_year_too_far": (
        "Chưa có lịch năm {before}. Thêm năm {before} trước rồi đến năm {year}."
    ),
    "calendar_year_before_open": (
        "Lịch năm {before} còn là dự kiến. Xác nhận năm {before} trước rồi đến năm {year}."
    ),
    "calendar_moved": (
        "Lịch vừa được người khác đổi. Bản đang ghi chưa được lưu; xem lại rồi bấm lần nữa."
    ),
    "unknown_calendar": "Không có bản lịch “{edition}”. Báo quản trị nạp lại lịch làm việc.",
}
