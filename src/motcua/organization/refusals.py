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
    "unknown_calendar": "Không có bản lịch “{edition}”. Báo quản trị nạp lại lịch làm việc.",
}
