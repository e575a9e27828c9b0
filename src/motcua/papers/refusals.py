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
    "line_too_long": "Dòng riêng đến {most} ký tự, đang có {now}. Bớt lại.",
    "logo_missing": "Chưa chọn ảnh. Chọn một tệp PNG hoặc JPEG rồi bấm lại.",
    "logo_too_large": "Ảnh lớn hơn {most} MB hoặc 4000 điểm mỗi chiều. Thu nhỏ rồi gửi lại.",
    "logo_kind": "Tệp không phải ảnh PNG hoặc JPEG. Lưu ảnh lại dưới dạng PNG rồi gửi.",
    "logo_damaged": "Ảnh không mở được. Lưu ảnh lại dưới dạng PNG rồi gửi.",
    "batch_kind": "Không in hàng loạt loại giấy này. Chọn giấy hẹn hoặc sổ theo dõi.",
    "batch_purpose": "Danh sách có tên người. Ghi mục đích xuất, từ 10 đến 300 ký tự.",
    "batch_empty": "Kỳ đã chọn không có hồ sơ nào. Chọn kỳ khác.",
    "batch_too_long": "Một lần in nhiều nhất {most}, kỳ này có {now}. Chọn kỳ ngắn hơn.",
    "no_such_batch": "Không có lần in này trong phần việc của ông, bà. Tải lại trang.",
    "batch_ended": "Lần in này đã kết thúc, không còn gì để dừng.",
    "batch_runs": "Lần in này đang làm. Đợi xong, hoặc dừng trước.",
    "batch_gone": "Tệp của lần in này không còn. Bấm “Làm lại”.",
    "docx_missing": "Chưa chọn tệp. Chọn một tệp DOCX rồi bấm lại.",
    "docx_too_large": "Tệp lớn hơn {most} MB hoặc bung ra quá lớn. Bỏ bớt hình ảnh rồi gửi lại.",
    "docx_kind": "Tệp không phải DOCX. Mở bằng trình soạn thảo, lưu lại dạng DOCX rồi gửi.",
    "docx_active": "Tệp có macro hoặc đối tượng nhúng, không nhận. Lưu lại dạng DOCX thường.",
    "docx_outside": "Tệp lấy một phần từ nơi khác (ảnh, mẫu liên kết). Nhúng ảnh vào tệp rồi gửi.",
    "docx_syntax": "Có chỗ điền viết chưa đúng: {why}. Xem lại các dấu ngoặc nhọn.",
    "docx_code": (
        "Tệp có lệnh ngoài chỗ điền ({what}), không nhận. Chỉ dùng chỗ điền, vòng lặp giấy tờ và "
        "điều kiện có trong danh sách."
    ),
    "docx_unknown_fields": "Không có chỗ điền: {names}. Sửa theo danh sách chỗ điền.",
    "docx_no_name": "Ghi tên mẫu, đến {most} ký tự.",
    "docx_no_procedure": "Không có thủ tục này. Chọn trong danh sách.",
    "no_such_template": "Không có mẫu này trong phần việc của ông, bà. Tải lại trang.",
    "template_retired": "Mẫu này đã ngừng dùng.",
    "no_office": (
        "Máy chủ chưa có LibreOffice nên chưa ra PDF. Người trông máy cài gói Debian {package}; "
        "tải DOCX vẫn dùng được."
    ),
    "not_converted": "Chưa chuyển được sang PDF. Tải DOCX, hoặc thử lại sau ít phút.",
    "wrong_pin": "Mã PIN không mở được khoá này. Nhập lại mã PIN.",
    "key_missing": "Không thấy tệp khoá trên máy. Nhờ quản trị đặt lại khoá.",
    "key_over": "Chứng thư của khoá đã hết hạn ngày {until:%d/%m/%Y}. Nhờ quản trị đặt khoá mới.",
    "key_too_large": "Tệp này lớn quá, không phải tệp khoá PKCS#12. Chọn tệp .p12 hoặc .pfx.",
    "bad_seal": "Hình con dấu phải là tệp PNG dưới 256 KB. Chọn hình khác.",
    "no_key_file": "Chưa chọn tệp khoá. Chọn tệp .p12 hoặc .pfx.",
    "no_such_key": "Không có khoá này trong phần việc của ông, bà. Tải lại trang.",
    "no_such_position": "Vị trí này không thuộc đơn vị đã chọn. Chọn lại vị trí.",
    "no_own_key": "Vị trí này chưa có khoá ký số. Nhờ quản trị đặt khoá.",
    "no_seal_key": "Đơn vị chưa có khoá con dấu. Nhờ quản trị đặt khoá.",
    "no_time_stamp": "Nơi cấp dấu thời gian không trả lời, nên chưa ký. Thử lại sau ít phút.",
    "not_a_pdf": "Tệp không phải PDF hoặc đã hỏng. Chọn một tệp PDF.",
    "pdf_locked": "Tệp PDF có mật khẩu. Chọn tệp không khoá.",
    "too_large": "Tệp lớn quá {most} MB. Chọn tệp nhỏ hơn.",
    "too_many_signatures": "Tệp có quá {most} chữ ký, không kiểm tra ở đây được.",
    "document_not_now": "Văn bản đã sang bước khác. Tải lại trang để xem đang ở đâu.",
    "document_not_opened": "Chưa mở xem văn bản này nên chưa ký. Mở xem rồi ký.",
    "printed_elsewhere": "Giấy này in ở hồ sơ của nó, trang thu phí hoặc nghĩa vụ tài chính.",
    "no_such_document": "Không có văn bản này trong đơn vị của ông, bà. Kiểm tra lại số.",
    "not_your_document": "Vị trí {title} không có việc này với văn bản. Nhờ người có thẩm quyền.",
    "no_kind": "Chưa chọn loại văn bản. Chọn trong danh sách.",
    "no_subject": "Ghi trích yếu, đến {most} ký tự.",
    "no_body": "Ghi nội dung, đến {most} ký tự.",
    "no_words": "Ghi lý do.",
    "no_decision": "Ghi số văn bản thu hồi, ví dụ 12/QĐ-UBND.",
    "result_needs_dossier": "Kết quả phải là của một hồ sơ. Ghi mã hồ sơ.",
    "valid_backwards": "Ngày hết giá trị trước ngày bắt đầu. Sửa lại một trong hai ngày.",
    "no_such_line": "Dòng này không có trong danh sách. Tải lại trang.",
}


def sentence(refused: Refused) -> str:
    """The Vietnamese sentence of `refused`; empty for a code of another room."""
    return SENTENCES.get(refused.code, "").format_map(refused.facts)
