"""The sentence for each refusal about ratings and complaints."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "no_such_slip": ("Không tìm thấy hồ sơ với hai mã này. Xem lại trên giấy hẹn."),
    "not_returned": "Chưa trả kết quả nên chưa đánh giá được. Xin trở lại sau.",
    "rated_already": "Hồ sơ này đã được đánh giá và đã quá một ngày, không đổi được nữa.",
    "no_score": "Chưa chọn mức hài lòng. Chọn một trong năm mức.",
    "no_kind": "Chưa chọn phản ánh về việc gì. Chọn một việc.",
    "no_body": "Chưa viết nội dung phản ánh. Viết ít nhất {least} ký tự: việc gì, ở đâu, khi nào.",
    "body_long": "Nội dung dài quá {most} ký tự. Viết ngắn lại.",
    "no_office": "Chưa chọn nơi bị phản ánh. Chọn một đơn vị.",
    "bad_contact": "Điện thoại hoặc thư điện tử ghi chưa đúng. Sửa lại, hoặc để trống.",
    "unknown_complaint": (
        "Không tìm thấy phản ánh với số và mã kiểm tra này. Xem lại hai mã đã ghi khi gửi."
    ),
    "not_yours_to_give": "Việc giao phản ánh do lãnh đạo hoặc Nội vụ làm. Nhờ người có thẩm quyền.",
    "complaint_answered": "Phản ánh này đã trả lời. Mở lại trang để xem.",
    "giver_complained_of": (
        "Người bị phản ánh không được giao việc trả lời. Nhờ lãnh đạo khác hoặc Nội vụ."
    ),
    "complained_of": (
        "Người này bị phản ánh, hoặc đã làm hồ sơ bị phản ánh. Giao cho người không liên quan."
    ),
    "cannot_answer": "Người này không giữ vị trí nào được trả lời phản ánh ở đây. Chọn người khác.",
    "not_given_to_you": "Phản ánh này giao cho người khác trả lời.",
    "answer_short": "Trả lời cần ít nhất {least} ký tự: đã xem xét gì, kết luận, cách khắc phục.",
    "no_finding": "Chưa chọn kết luận. Chọn đúng, đúng một phần, hoặc chưa có cơ sở.",
}


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room; None for another room's."""
    words = SENTENCES.get(refused.code)
    return words and words.format(**refused.facts)
