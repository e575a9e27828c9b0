"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "not_your_board": (
        "Vị trí này không xác nhận bảng niêm yết của đơn vị đó. Nhờ cán bộ một cửa nơi treo."
    ),
    "unknown_field": "Đơn vị không có thủ tục nào thuộc lĩnh vực này. Xem danh sách niêm yết.",
    "board_behind": (
        "Bản {edition} đã cũ hoặc không phải của bảng này; bản mới là {now}. "
        "In bản mới, treo lên rồi xác nhận."
    ),
    "not_your_process": (
        "Vị trí này không đặt quy trình cho đơn vị đó. Chọn đơn vị của mình hoặc cấp dưới."
    ),
    "no_version_then": "Thủ tục không có hiệu lực ngày {day}. Chọn ngày khác.",
    "process_not_handled": (
        "Không đơn vị nào được chọn giải quyết “{procedure}” vào ngày đó. Chọn đơn vị khác."
    ),
    "unknown_draft": "Bản nháp này không còn: đã ban hành hoặc đã bỏ. Xem danh sách quy trình.",
    "unknown_process": "Không có quy trình này. Xem danh sách quy trình.",
    "draft_moved": (
        "Bản nháp này vừa được lưu ở nơi khác lúc {when}. Mở lại bản mới nhất rồi sửa tiếp; "
        "điều đã gõ vẫn còn trên trang này."
    ),
    "nothing_to_undo": "Không còn thay đổi nào để bỏ.",
    "no_process_day": "Chưa ghi ngày có hiệu lực. Ghi từ ngày mai trở đi.",
    "process_day_passed": (
        "Quy trình có hiệu lực sớm nhất từ ngày mai, để hồ sơ trong một ngày theo một quy trình."
    ),
    "process_day_taken": (
        "Đã có quy trình ban hành cho ngày {day}. Thu hồi bản đó hoặc chọn ngày khác."
    ),
    "process_faulty": "Chưa ban hành được: {why} Sửa các bước đã nêu rồi ban hành lại.",
    "process_began": "Quy trình đã có hiệu lực từ {day}, không thu hồi được. Ban hành bản mới.",
    "process_taken_back": "Quy trình này đã được thu hồi.",
    "process_too_long": "Quy trình nhiều nhất {most} bước, tên bước nhiều nhất 200 ký tự.",
    "bad_process": "Quy trình ghi không đúng mẫu ({why}). Xem lại thời gian của các bước.",
    "unknown_promulgation": "Không có quyết định này. Xem danh sách quyết định.",
    "promulgation_not_here": (
        "Vị trí này không nhập, không duyệt quyết định công bố của đơn vị đó. Việc này do cán bộ "
        "kiểm soát thủ tục và lãnh đạo của tỉnh, thị xã."
    ),
    "promulgation_faulty": "Quyết định còn {count} chỗ phải sửa. {first}",
    "promulgation_not_yours": "Người khác đang nhập quyết định này. Nhờ người đó sửa.",
    "promulgation_own": (
        "Người nhập không tự duyệt. Nhờ lãnh đạo hoặc cán bộ kiểm soát thủ tục khác duyệt."
    ),
    "promulgation_approved": (
        "Quyết định {number} đã duyệt hoặc đã rút, không sửa được. Nhập quyết định mới."
    ),
    "promulgation_withdrawn": "Quyết định {number} đã rút lại.",
    "promulgation_empty": "Quyết định chưa có thủ tục nào. Thêm thủ tục rồi trình duyệt.",
    "promulgation_began": (
        "Quyết định đã có hiệu lực từ {day}, không rút được. Nhập quyết định sửa đổi."
    ),
    "promulgation_no_file": "Chưa chọn tệp, hoặc tệp đã kiểm tra quá một giờ. Chọn lại tệp.",
    "promulgation_used": (
        "Đã có hồ sơ nhận theo quyết định này, không rút được. Nhập quyết định sửa đổi."
    ),
    "form_file_too_large": "Tệp biểu mẫu lớn hơn {most} MB. Gửi tệp nhỏ hơn.",
    "form_file_kind": "Tệp “{name}” không phải DOCX hay PDF. Lưu lại đúng loại rồi gửi.",
    "promulgation_reason": "Ghi lý do rút lại.",
    "promulgation_stood_upon": (
        "Quyết định {number} đã duyệt dựa vào quyết định này. Rút quyết định {number} trước."
    ),
    "confirmation_nothing": "Chưa chọn mục nào đã đối chiếu. Đánh dấu ít nhất một mục.",
    "confirmation_day": "Văn bản ký ngày {day} là ngày chưa đến. Ghi lại ngày ký.",
    "confirmation_no_mark": (
        "Mục này không còn chờ đối chiếu ở bản đang có hiệu lực. Tải lại trang rồi chọn lại."
    ),
    "confirmation_waits": "“{fact}” đã có đề nghị chờ duyệt. Rút đề nghị ấy trước, hoặc chờ duyệt.",
    "confirmation_own": "Người đề nghị không tự duyệt. Nhờ lãnh đạo hoặc cán bộ khác duyệt.",
    "confirmation_done": "Đề nghị này đã duyệt hoặc đã rút. Tải lại trang.",
    "confirmation_moved": (
        "Bản đang có hiệu lực nay nói khác điều đã đối chiếu. Rút đề nghị, đối chiếu lại."
    ),
    "confirmation_reason": "Ghi lý do rút lại.",
    "unknown_confirmation": "Không có đề nghị này. Tải lại trang của thủ tục.",
    "unknown_procedure": "Không có thủ tục “{procedure}” ở đơn vị này. Tìm lại theo tên.",
}
