"""What the audit notes, in words: views of personal data, prints, exports, sign-ins, and the rest.

The groups are what an administrator filters by. An action without words is shown as it is.
"""

from collections.abc import Mapping

from motcua.identity.words import ACTION_WORDS

VIEWS = {
    "view_dossier": "Xem hồ sơ",
    "view_list": "Xem danh sách có tên người",
    "meet_person": "Xem người đã có hồ sơ",
    "view_call_list": "Xem danh sách gọi điện",
    "search_dossiers": "Tìm hồ sơ",
    "view_trail": "Xem ai đã xem hồ sơ",
    "view_complaint": "Xem phản ánh",
    "view_file": "Xem tệp của hồ sơ",
}
PRINTS = {
    "receipt_printed": "In giấy hẹn",
    "handing_printed": "In giấy trả kết quả",
    "notice_paper": "In thư báo",
    "process_printed": "In quy trình",
    "morning_printed": "In trang sáng nay",
    "uncollected_printed": "In danh sách chưa nhận kết quả",
    "letter_printed": "In văn bản gửi người nộp",
    "control_printed": "In phiếu kiểm soát",
    "register_printed": "In sổ theo dõi",
    "document_filled": "Điền mẫu DOCX",
    "batch_printed": "In hàng loạt",
    "export_asked": "Xin xuất danh sách",
    "list_exported": "Xuất danh sách",
    "handover_printed": "In danh sách bàn giao",
    "complaints_printed": "In danh sách phản ánh",
    "complaint_printed": "In phản ánh",
    "document_printed": "In văn bản",
    "fee_receipt_printed": "In biên lai",
    "fee_refund_printed": "In giấy hoàn tiền",
    "tax_slip_printed": "In phiếu chuyển thông tin cho thuế",
    "documents_printed": "In sổ văn bản đi",
}
EXPORTS = {
    "export_report": "Tải báo cáo",
    "batch_taken": "Tải tệp in hàng loạt",
    "register_exported": "Tải sổ theo dõi",
    "documents_exported": "Tải sổ văn bản đi",
    "fee_receipt_exported": "Tải biên lai",
    "cash_sheet_exported": "Tải sổ quỹ",
    "export_audit": "Xuất nhật ký",
    "take_file": "Tải tệp của hồ sơ",
    "result_fetched": "Người dân tải kết quả bản điện tử",
}
SIGN_INS = {
    "sign_in_entered": "Đăng nhập",
    "sign_in_left": "Đăng xuất",
    "sign_in_refused": "Đăng nhập sai",
    "sign_in_locked": "Đăng nhập bị tạm khoá",
}
OTHERS = {
    "day_sealed": "Niêm phong ngày",
    "record_desk_survey": "Ghi kiểm kê bộ phận một cửa",
    "take_back_desk_survey": "Rút bản kiểm kê bộ phận một cửa",
    "keep_desk_price": "Ghi đơn giá đề nghị",
    "narrative_draft": "Lập dự thảo báo cáo",
    "narrative_write": "Sửa nội dung báo cáo",
    "narrative_comment": "Góp ý báo cáo",
    "narrative_settle": "Xử lý góp ý báo cáo",
    "narrative_submit": "Trình ký báo cáo",
    "narrative_send_back": "Trả lại báo cáo",
    "narrative_sign": "Ký và chốt báo cáo",
    "narrative_issue": "Phát hành báo cáo",
    "narrative_amend": "Lập bản sửa đổi báo cáo",
    "narrative_cancel": "Huỷ dự thảo báo cáo",
    "receipt_book_opened": "Mở quyển biên lai",
    "receipt_book_closed": "Đóng quyển biên lai",
    "fee_receipt_cancelled": "Huỷ biên lai",
    "fee_refund_decided": "Quyết định hoàn tiền",
    "bill_corrected": "Sửa khoản phải thu",
    "cash_day_signed": "Ký sổ quỹ ngày",
    "office_account_changed": "Đổi tài khoản nhận tiền",
    "statement_taken_in": "Nhận sao kê ngân hàng",
    "credit_matched": "Khớp khoản chuyển tiền",
    "tax_slip_made": "Lập phiếu chuyển thông tin cho thuế",
    "tax_notice_in": "Nhận thông báo thuế",
    "tax_notice_met": "Ghi đã nộp theo thông báo thuế",
    "add_signing_key": "Đặt khoá ký số",
    "remove_signing_key": "Bỏ khoá ký số",
    "notice_called": "Ghi đã gọi điện báo tin",
    "notice_printed": "Ghi đã in thư báo",
    "retry_job": "Chạy lại việc nền",
    "cancel_job": "Bỏ việc nền",
    "begin_process_draft": "Soạn quy trình",
    "keep_wording": "Sửa mẫu thông báo",
    "keep_document_template": "Đưa vào, thay mẫu DOCX",
    "retire_document_template": "Ngừng dùng mẫu DOCX",
    "keep_office_mark": "Sửa dòng riêng, biểu trưng của giấy",
    "propose_reorganization": "Đề nghị sắp xếp đơn vị",
    "approve_reorganization": "Duyệt sắp xếp đơn vị",
    "take_back_reorganization": "Rút đề nghị sắp xếp đơn vị",
    "give_complaint": "Giao phản ánh",
    "answer_complaint": "Trả lời phản ánh",
    "take_complaint": "Ghi phản ánh tại quầy",
    "scan_thrown_away": "Bỏ bản quét",
}
LISTS = {
    "inbox": "Hộp việc",
    "together": "Hộp việc, nhiều hồ sơ",
    "dossiers": "Tất cả hồ sơ",
    "morning": "Sáng nay",
    "morning-list": "Sáng nay",
    "behind": "Điều hành",
    "returning": "Trả kết quả",
    "shelve": "Trả kết quả, chỗ để",
    "uncollected": "Kết quả chưa nhận",
    "at-once": "Làm ngay",
    "notice": "Một tin báo",
    "documents": "Sổ văn bản đi",
    "document": "Một văn bản",
    "document-change": "Sửa văn bản",
    "documents-sign": "Ký nhiều văn bản",
    "notice-post": "Tin báo bằng thư",
    "notice-trial": "Hộp thư thử",
    "scans": "Máy quét",
}
"""The lists of the desk by the name of their page, as the subject of `view_list` begins."""

WORDS: Mapping[str, str] = {
    **OTHERS,
    **ACTION_WORDS,
    **VIEWS,
    **PRINTS,
    **EXPORTS,
    **SIGN_INS,
}
GROUPS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "xem": ("Xem dữ liệu cá nhân", VIEWS),
    "in": ("In giấy tờ", PRINTS),
    "xuat": ("Tải, xuất tệp", EXPORTS),
    "dang-nhap": ("Đăng nhập", SIGN_INS),
    "quyen": ("Quyền, đơn vị, danh mục", {**ACTION_WORDS, **OTHERS}),
}
"""By the slug of an address: its name, and the actions of it."""
