"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_office": "Không có đơn vị “{office}”. Kiểm tra lại tên viết tắt của đơn vị.",
    "no_office_named": "Chưa ghi tên đơn vị. Ghi như “UBND phường Nam Sơn”.",
    "not_an_office": ("{office} không phải thị xã, phường hay xã. Chọn đơn vị có bộ phận một cửa."),
    "office_has_ended": (
        "{office} đã kết thúc từ {day}, nay là {successor}. Chọn đơn vị hiện nay."
    ),
    "below_not_below": "{office} không phải cấp dưới của đơn vị đang thiết lập. Sửa loại đơn vị.",
    "has_none_below": "{office} không có đơn vị trực thuộc. Thêm ở đơn vị cấp trên của nó.",
    "office_name_taken": "{office} đã có. Kiểm tra danh sách đơn vị phía trên.",
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
    "no_instrument": "Chưa ghi số văn bản. Ghi nghị quyết hoặc quyết định sắp xếp.",
    "reorganization_day": "Ngày có hiệu lực phải sau hôm nay, trong vòng hai năm. Ghi lại ngày.",
    "no_office_chosen": "Chưa chọn đơn vị. Chọn ít nhất một đơn vị.",
    "office_not_there": "{office} không có vào ngày {day}. Chọn đơn vị khác hoặc ngày khác.",
    "office_ends_already": (
        "{office} đã có quyết định sắp xếp khác. Rút quyết định đó trước, hoặc chọn đơn vị kế thừa."
    ),
    "one_successor": "Sáp nhập về một đơn vị. Chọn một đơn vị nhận, hoặc ghi một đơn vị mới.",
    "merge_needs_two": "Lập đơn vị mới do sáp nhập cần ít nhất hai đơn vị cũ. Chọn thêm.",
    "split_needs_one": "Mỗi lần chia tách một đơn vị. Chọn một đơn vị.",
    "split_needs_two": "Chia tách cần ít nhất hai đơn vị nhận. Ghi thêm đơn vị nhận.",
    "successor_twice": "Một đơn vị nhận được ghi hai lần. Bỏ bớt một.",
    "office_has_others_below": (
        "{office} còn trực thuộc đơn vị kết thúc. Chuyển hoặc sắp xếp đơn vị đó trước."
    ),
    "succeeds_itself": "{office} không thể kế thừa chính mình. Chọn đơn vị nhận khác.",
    "no_successor_named": "Chưa ghi đơn vị nhận. Chọn trong danh sách hoặc ghi tên đơn vị mới.",
    "one_office": "Mỗi lần một đơn vị. Chọn một đơn vị.",
    "no_new_parent": "Chưa chọn cấp trên mới. Chọn đơn vị khác với cấp trên hiện nay.",
    "parent_not_above": "{parent} không thể là cấp trên của {office}. Chọn đơn vị cấp cao hơn.",
    "reorganization_tangled": "Các lần sắp xếp nối thành vòng. Chọn đơn vị nhận khác.",
    "unknown_reorganization": "Không có lần sắp xếp này. Tải lại danh sách.",
    "reorganization_decided": "Lần sắp xếp này đã được quyết định. Tải lại trang để xem.",
    "same_person": "Người đề nghị không tự duyệt. Nhờ người thứ hai có thẩm quyền duyệt.",
    "reorganization_in_effect": "Đã có hiệu lực từ {day} nên không rút được. Lập lần sắp xếp mới.",
    "unknown_calendar": "Không có bản lịch “{edition}”. Báo quản trị nạp lại lịch làm việc.",
    "survey_ahead": "Ngày kiểm kê {day} chưa tới. Ghi ngày đã đi kiểm kê.",
    "survey_no_rule": (
        "Ngày {day} chưa có quy định về điều kiện bộ phận một cửa của đơn vị này. Xem lại ngày."
    ),
    "survey_empty": "Chưa ghi số nào. Ghi ít nhất diện tích làm việc.",
    "survey_out_of_range": "{what}: ghi số từ 0 đến 100.000.",
    "survey_waiting_over_area": (
        "Diện tích chờ lớn hơn cả diện tích làm việc. Diện tích làm việc gồm cả chỗ chờ."
    ),
    "no_such_survey": "Không có bản kiểm kê này ở đơn vị. Tải lại trang.",
    "survey_taken_back": "Bản kiểm kê này đã rút từ trước. Tải lại trang.",
    "survey_no_reason": "Chưa ghi lý do rút. Ghi sai ở đâu.",
    "price_out_of_range": "Đơn giá từ 0 đến 100 tỷ đồng. Ghi lại đơn giá.",
}
