"""The sentence for each refusal about money."""

from collections import defaultdict
from collections.abc import Mapping

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "fee_due": "Còn phí, lệ phí {amount} chưa thu. Thu tiền rồi trả kết quả.",
    "receipt_stands": (
        "Đã thu {amount}, biên lai còn giá trị. Mở Phí, lệ phí của hồ sơ, huỷ biên lai hoặc hoàn "
        "phí trước, rồi huỷ tiếp nhận."
    ),
    "not_your_money": "Hồ sơ này không thu tiền ở quầy của ông, bà. Kiểm tra lại mã hồ sơ.",
    "unknown_bill": "Không có hồ sơ này ở quầy của ông, bà. Kiểm tra lại mã hồ sơ.",
    "nothing_owed": "Hồ sơ không còn phí, lệ phí phải thu. Tải lại trang để xem biên lai đã lập.",
    "too_much": "Chỉ còn phải thu {amount}. Ghi lại số tiền.",
    "amount_zero": "Số tiền thu phải lớn hơn 0.",
    "drawer_not_open": "Chưa mở sổ quỹ. Đếm tiền trong ngăn, ghi số tiền đầu ngày rồi thu.",
    "drawer_left_open": "Sổ quỹ ngày {day} chưa khoá. Đếm tiền, khoá sổ ngày ấy rồi mở ngày mới.",
    "drawer_open_already": "Sổ quỹ ngày {day} đang mở. Khoá sổ ngày ấy trước.",
    "opening_differs": (
        "Tiền đầu ngày {counted} khác tiền cuối ngày trước {carried}. Đếm lại, hoặc ghi vì sao."
    ),
    "counted_below_zero": "Số tiền đếm được không thể nhỏ hơn 0.",
    "difference_unexplained": (
        "Theo sổ còn {expected}, đếm được {counted}. Đếm lại; vẫn lệch thì ghi giải trình."
    ),
    "no_paper": "Ghi số giấy nộp tiền hoặc phiếu chi.",
    "not_that_much": "Trong ngăn theo sổ chỉ còn {most}. Ghi lại số tiền nộp.",
    "unknown_drawer": "Không có ngày sổ quỹ này trong phạm vi của ông, bà.",
    "not_closed_yet": "Ngày này chưa khoá sổ. Người giữ quỹ khoá sổ trước, rồi ký.",
    "signs_own_drawer": "Người giữ quỹ không tự ký xác nhận. Nhờ người thứ hai ký.",
    "signed_already": "Ngày này đã có người thứ hai ký.",
    "no_receipt_book": "Đơn vị không còn số biên lai. Nhờ quản trị mở quyển mới rồi thu.",
    "not_your_book": "Quyển biên lai này không thuộc phạm vi của ông, bà.",
    "no_symbol": "Ghi ký hiệu mẫu và ký hiệu biên lai như in trên quyển.",
    "bad_numbers": "Số đầu từ 1, không lớn hơn số cuối, không dài hơn số chữ số của quyển.",
    "numbers_taken": "Dãy số này trùng với quyển cùng ký hiệu đã mở. Xem lại số đầu, số cuối.",
    "book_closed": "Quyển này đã đóng.",
    "no_reason_to_close": "Ghi lý do đóng quyển.",
    "unknown_receipt": "Không có biên lai này ở quầy của ông, bà. Kiểm tra lại số.",
    "cancelled_already": "Biên lai này đã huỷ. Mở biên lai thay thế nếu có.",
    "no_why": "Ghi lý do huỷ: lý do in trên biên lai huỷ.",
    "no_payer": "Ghi tên người nộp đúng.",
    "paid_already": (
        "Đã thu tiền nên không sửa phiếu phí. Hoàn phí, hoặc huỷ biên lai nếu chưa thu được tiền."
    ),
    "no_why_corrected": "Ghi phiếu phí sai ở đâu.",
    "no_such_line": "Khoản này đã bỏ rồi. Tải lại trang.",
    "nothing_corrected": "Chưa chọn khoản nào để bỏ hoặc tính lại.",
    "no_account": "Đơn vị chưa khai tài khoản nhận chuyển khoản. Nhờ quản trị khai ở Thu phí.",
    "unknown_demand": "Không có yêu cầu chuyển khoản này ở quầy của ông, bà. Tải lại trang.",
    "no_reference_free": "Chưa lấy được số tham chiếu. Bấm lại.",
    "no_why_refunded": "Ghi lý do hoàn phí.",
    "refund_too_much": "Biên lai này còn hoàn được nhiều nhất {amount}.",
    "unknown_refund": "Không có đề nghị hoàn phí này trong phạm vi của ông, bà.",
    "decided_already": "Đề nghị này đã quyết định rồi. Tải lại trang.",
    "decides_own_refund": "Người đề nghị không tự duyệt. Nhờ người khác duyệt.",
    "no_why_declined": "Không duyệt thì ghi vì sao.",
    "not_approved": "Chưa được duyệt nên chưa chi.",
    "refund_paid": "Khoản này đã chi rồi.",
    "unknown_credit": "Không có dòng sao kê này. Tải lại trang.",
    "matched_already": "Dòng sao kê này đã khớp. Tải lại trang.",
    "no_why_matched": "Ghi vì sao dòng này là của hồ sơ ấy.",
    "bad_tax_code": "Mã số thuế gồm 10 chữ số, hoặc thêm gạch ngang và 3 chữ số.",
    "bad_account": "Số tài khoản gồm 1 đến 19 chữ cái và chữ số, không dấu cách.",
    "no_notice_number": "Ghi số thông báo của cơ quan thuế.",
    "notice_known": "Thông báo số này đã ghi cho hồ sơ. Xem lại danh sách phía trên.",
    "no_levies": "Ghi ít nhất một khoản phải nộp.",
    "levy_zero": "Số tiền của mỗi khoản phải lớn hơn 0.",
    "notice_from_tomorrow": "Ngày nhận thông báo không thể sau hôm nay.",
    "due_before_it_came": "Hạn nộp không thể trước ngày nhận thông báo.",
    "unknown_notice": "Không có thông báo này ở hồ sơ. Tải lại trang.",
    "met_already": "Thông báo này đã có chứng từ nộp.",
    "no_levy_chosen": "Chọn khoản đã nộp theo chứng từ này.",
    "no_proof": "Ghi số chứng từ nộp tiền.",
    "paid_tomorrow": "Ngày nộp không thể sau hôm nay.",
    "no_plot": "Ghi thửa đất và diện tích.",
    "refunded_already": "Khoản này đã có đề nghị hoàn phí, không huỷ biên lai được nữa.",
}
_MONEY = ("expected", "counted", "carried", "most")


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room; None for another room's."""
    words = SENTENCES.get(refused.code)
    if words is None:
        return None
    facts = {
        name: format_vnd(value) if name in _MONEY and isinstance(value, int) else value
        for name, value in refused.facts.items()
    }
    return words.format_map(defaultdict(lambda: "…", facts))
