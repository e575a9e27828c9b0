"""The sentences of this room's refusals."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "period_backwards": "Kỳ báo cáo kết thúc trước khi bắt đầu. Sửa lại ngày đầu hoặc ngày cuối.",
    "office_not_then": "{office} {stood}, ngoài kỳ này. Chọn kỳ khác, hoặc đơn vị của thời đó.",
    "known_at_ahead": "Lúc “theo những gì đã ghi” còn ở phía trước. Ghi một lúc đã qua.",
    "register_too_long": (
        "Kỳ này có {count} hồ sơ, một tệp dạng này nhiều nhất {most}. Chia kỳ ra, hoặc xuất bảng "
        "CSV ở trang In hàng loạt."
    ),
    "no_such_narrative": "Không có báo cáo này ở đơn vị. Về danh sách báo cáo.",
    "not_your_narrative": "Vị trí {title} không làm được việc này. Nhờ người có thẩm quyền.",
    "narrative_there": "Kỳ này đã có báo cáo. Mở báo cáo ấy ra để viết tiếp, hoặc sửa đổi.",
    "narrative_not_now": "Báo cáo đã sang bước khác. Tải lại trang để xem hiện nay.",
    "narrative_no_words": "Chưa ghi nội dung. Ghi một câu rồi gửi lại.",
    "narrative_too_long": "Một phần dài quá {most} ký tự. Bớt lại.",
    "narrative_check_list": (
        "Bảng kiểm còn dòng bắt buộc chưa đạt. Xem bảng kiểm, sửa xong rồi làm lại bước này."
    ),
    "no_such_consolidation": "Không có kỳ tổng hợp này trong phạm vi của ông, bà. Về danh sách.",
    "no_consolidation_then": (
        "Đơn vị chưa mở kỳ tổng hợp nào của báo cáo này cho đúng hai ngày ấy. Mở ở trang Thu số "
        "liệu từ bên dưới, hoặc bỏ --consolidated."
    ),
    "not_your_consolidation": "Vị trí {title} không làm được việc này. Nhờ người có thẩm quyền.",
    "consolidation_not_now": (
        "Kỳ tổng hợp đã sang tình trạng khác. Tải lại trang để xem hiện nay."
    ),
    "consolidation_judged_outside": "Ngày “tính đến” nằm ngoài kỳ. Chọn một ngày trong kỳ.",
    "consolidation_due_past": (
        "Hạn xác nhận phải sau ngày “tính đến”, và chưa qua. Chọn ngày khác."
    ),
    "consolidation_nobody_below": (
        "Vào ngày cuối kỳ, ngay dưới đơn vị không có đơn vị nào có bộ phận một cửa."
    ),
    "consolidation_there": "Kỳ này đã mở rồi. Mở kỳ ấy ra để theo dõi tiếp.",
    "consolidation_not_over": (
        "Số liệu tính đến hết ngày {day}, nên chỉ xác nhận được từ hôm sau."
    ),
    "consolidation_confirmed": (
        "Số liệu đã xác nhận. Rút xác nhận, hoặc nhờ đơn vị trên trả lại, rồi làm tiếp."
    ),
    "consolidation_moved": (
        "Số liệu vừa đổi sau khi ông, bà mở trang. Xem lại bảng này rồi xác nhận."
    ),
    "consolidation_not_confirmed": "Đơn vị chưa xác nhận, nên không có gì để rút hay trả lại.",
    "consolidation_not_on_paper": (
        "Đơn vị làm trên phần mềm: số liệu tính từ hồ sơ, không nhập tay. Nếu đơn vị làm sổ giấy, "
        "nhờ nơi tổng hợp đổi cách nộp."
    ),
    "consolidation_no_sheet": "Chưa nhập số liệu từ sổ giấy. Nhập xong rồi xác nhận.",
    "consolidation_no_source": "Chưa ghi số liệu lấy từ sổ, văn bản nào. Ghi rồi gửi lại.",
    "consolidation_nothing_typed": "Chưa ghi số nào. Ghi số liệu, không có hồ sơ thì ghi 0.",
    "consolidation_sums": "Số liệu chưa khớp. Xem các ô được nêu, sửa rồi gửi lại.",
    "consolidation_no_words": "Chưa ghi lý do. Ghi một câu rồi gửi lại.",
    "consolidation_open_below": (
        "Đơn vị đang thu cùng báo cáo này từ bên dưới. Chốt kỳ ấy trước, rồi xác nhận lên trên."
    ),
    "consolidation_other_day": (
        "Kỳ đơn vị đã thu từ bên dưới tính đến hết ngày {day}, khác ngày cấp trên hỏi. Huỷ hoặc mở "
        "kỳ đúng ngày rồi xác nhận."
    ),
    "consolidation_used_above": (
        "Số liệu đã xác nhận lên cấp trên. Rút xác nhận ấy trước, rồi mở lại."
    ),
    "narrative_amended": "Đã có bản sửa đổi chưa phát hành. Viết tiếp bản ấy.",
}


def sentence(refused: Refused) -> str:
    """What a person reads where such a refusal is shown at its place."""
    return SENTENCES[refused.code].format_map(refused.facts)
