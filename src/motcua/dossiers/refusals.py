"""The sentence for each refusal of an act: what is the matter, and what to do about it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.words import EVENT_TITLES

SENTENCES: Mapping[str, str] = {
    "unknown_dossier": "Không có hồ sơ này. Kiểm tra lại mã rồi tìm lại.",
    "not_found": "Không tìm thấy hồ sơ trong phạm vi của ông, bà. Kiểm tra lại mã.",
    "moved": (
        "{title} {person} đã ghi “{event}” lúc {at}. Việc của ông, bà chưa được ghi. "
        "Mở lại hồ sơ để xem rồi làm tiếp."
    ),
    "before_last_event": "Thời điểm này trước việc đã ghi lúc {at}. Chọn thời điểm sau đó.",
    "not_your_act": "Chức danh {title} không làm việc này. Chuyển cho người có thẩm quyền.",
    "not_your_step": "Bước đang do người khác giữ: {steps}. Chờ họ chuyển, hoặc nhắc họ.",
    "assigned_elsewhere": (
        "Việc này đã giao cho {title}. Người đó làm, hoặc nhờ lãnh đạo phòng giao lại."
    ),
    "already_taken": "Hồ sơ đã được nhận. Không cần làm gì.",
    "already_assigned": "Bước này đã có người giữ như vậy. Mở lại hồ sơ để xem ai đang giữ.",
    "not_shared": "Bước này không do phòng giữ chung nên không giao cho từng người.",
    "not_in_department": "Người này không giữ bước này. Chọn người trong phòng đang giữ bước.",
    "nothing_in_box": "Bước này không giao riêng cho ai. Không cần làm gì.",
    "text_too_long": "Nội dung dài quá {longest} ký tự. Viết ngắn lại.",
    "no_items": "Chưa ghi giấy tờ nào cần bổ sung. Chọn ít nhất một giấy tờ và ghi rõ thiếu gì.",
    "not_in_force": "Thủ tục này không còn hiệu lực vào ngày nhận. Chọn thủ tục thay thế.",
    "not_at_desk": "Thủ tục này không nhận tại bộ phận một cửa: {reason}.",
    "not_offered": "Đơn vị này không giải quyết thủ tục đã chọn. Chọn thủ tục khác.",
    "no_reason": "Chưa ghi lý do. Ghi rõ vì sao, để người nộp biết phải làm gì.",
    "no_refusal_paper": (
        "Từ chối giải quyết phải có văn bản nêu lý do. Ghi số văn bản lãnh đạo đã ký."
    ),
    "not_a_wait": (
        "Chỉ tạm dừng khi chờ người dân. Chậm vì lý do khác thì đồng hồ vẫn chạy; "
        "ghi lý do khi quá hạn."
    ),
    "reply_day_needed": "Chưa ghi ngày hẹn bổ sung. Ghi ngày người nộp phải bổ sung xong.",
    "no_basis": (
        "Có giấy tờ ngoài thành phần hồ sơ của thủ tục. Ghi căn cứ pháp lý cho phép yêu cầu, "
        "hoặc bỏ giấy tờ đó."
    ),
    "not_a_component": "Chỉ hướng dẫn hoàn thiện giấy tờ trong thành phần hồ sơ của thủ tục.",
    "is_posted": "Bưu điện đang giữ kết quả này. Ghi đã phát, hoặc ghi bưu điện trả lại trước.",
    "not_posted": "Kết quả này chưa giao bưu điện. Giao bưu điện trước.",
    "no_tracking": "Chưa ghi số hiệu bưu gửi. Ghi số trên phiếu gửi của bưu điện.",
    "no_file": "Chưa có tệp kết quả điện tử. Lưu tệp đã ký rồi gửi.",
    "no_email": "Hồ sơ không ghi thư điện tử để gửi. Trả tại quầy hoặc qua bưu điện.",
    "not_sent_in": "Hồ sơ nộp tại quầy thì tiếp nhận ngay. Chọn bưu chính hoặc trực tuyến.",
    "asks_more": (
        "Có giấy tờ không nằm trong lần hướng dẫn đầu. Đã hướng dẫn thì chỉ còn những giấy tờ đó; "
        "đủ thì tiếp nhận."
    ),
    "no_case": "Thủ tục này có nhiều trường hợp. Chọn trường hợp của người nộp.",
    "unknown_case": "Thủ tục không có trường hợp đã chọn. Chọn lại trường hợp.",
    "no_owner": "Chưa có tên chủ hồ sơ. Ghi họ tên người có yêu cầu.",
    "not_at_once": (
        "Thủ tục này không trả ngay trong ngày. Nhận ở trang Tiếp nhận để có giấy hẹn."
    ),
    "no_signer": "Chưa chọn người ký. Chọn lãnh đạo đã ký bản này.",
    "no_book_number": "Chưa có quyển và số vào sổ. Ghi quyển; số để trống thì lấy số tiếp theo.",
    "no_copies": "Số bản và số trang ít nhất là 1. Ghi lại hai số đó.",
    "book_number_taken": "Số {number} của quyển này đã dùng. Số tiếp theo là {free}.",
    "no_due": "Không tính được hẹn trả theo thủ tục. Ghi hẹn trả của sổ vào cột due_at.",
    "in_the_future": "Thời điểm này chưa tới. Ghi thời điểm đã qua.",
    "due_before_received": "Hẹn trả trước khi tiếp nhận. Sửa một trong hai thời điểm.",
    "finished_before_received": "Xong trước khi tiếp nhận. Sửa một trong hai thời điểm.",
    "returned_before_finished": "Trả kết quả trước khi xong. Sửa một trong hai thời điểm.",
    "unknown_outcome": "Kết quả phải là result, refused hoặc withdrawn; đang giải quyết để trống.",
    "outcome_without_finish": "Có kết quả mà không có ngày xong. Ghi ngày xong hoặc bỏ kết quả.",
    "finish_without_outcome": "Có ngày xong mà không có kết quả. Ghi kết quả hoặc bỏ ngày xong.",
    "paper_missing": (
        "Còn thiếu giấy tờ: {papers}. Đánh dấu khi đã nhận, hoặc chọn “không áp dụng”."
    ),
    "wrong_stage": "Hồ sơ đang ở tình trạng khác nên không làm được việc này. Mở lại hồ sơ để xem.",
    "left_the_desk": "Hồ sơ đã rời một cửa nên không huỷ được. Dùng “Rút hồ sơ” hoặc báo lãnh đạo.",
    "not_this_step": "Hồ sơ không còn ở bước này. Mở lại hồ sơ để xem đang ở đâu.",
    "not_this_act": "Bước này kết thúc bằng việc khác. Mở lại hồ sơ để thấy nút đúng.",
    "which_step": "Hồ sơ đang ở nhiều bước cùng lúc. Chọn bước cần làm.",
    "which_way": "Bước này rẽ nhiều hướng. Chọn hướng đi tiếp.",
    "already_seen": "Hồ sơ đã được mở trước đó. Không cần làm gì.",
    "already_asked": (
        "Đã yêu cầu bổ sung {times} lần, theo quy định chỉ một lần. "
        "Lần nữa cần lãnh đạo ghi lý do bằng văn bản."
    ),
    "leader_only": "Yêu cầu bổ sung lần nữa chỉ lãnh đạo được quyết định. Trình lãnh đạo.",
    "no_document": "Chưa ghi số văn bản. Ghi số phiếu hoặc công văn làm căn cứ dừng đồng hồ.",
    "clock_paused": "Đồng hồ đang dừng từ {since}. Cho chạy lại trước khi làm việc này.",
    "wait_not_over": "Chưa hết thời gian niêm yết, đến {until} mới chuyển được.",
    "reason_needed": "Hồ sơ đã quá hạn. Chọn lý do quá hạn rồi chuyển.",
    "unknown_reason": "Lý do này không có trong danh sách. Chọn một lý do trong danh sách.",
    "not_extendable": "Thủ tục này pháp luật không cho gia hạn. Dùng văn bản xin lỗi, hẹn lại.",
    "already_extended": "Đã gia hạn {days} ngày. Mỗi hồ sơ chỉ gia hạn một lần.",
    "leader_decides": "Việc này do lãnh đạo quyết định. Trình lãnh đạo.",
    "bad_days": "Số ngày gia hạn từ 1 đến {most}. Ghi lại số ngày.",
    "already_late": "Hồ sơ đã quá hạn nên không gia hạn được. Dùng văn bản xin lỗi, hẹn lại.",
    "reason_empty": "Chưa ghi lý do. Ghi một câu ngắn, ví dụ “Do mất điện cả ngày”.",
    "reason_long": "Lý do dài quá {most} ký tự. Ghi ngắn lại.",
    "reason_taken": "Danh sách đã có “{words}”. Ghi khác đi, hoặc dùng lý do ấy.",
    "reason_stays": "“Lý do khác” luôn ở cuối danh sách, không đổi tên và không bỏ được.",
    "reason_ended": "“{words}” đã thôi dùng. Bấm Dùng lại nếu còn cần.",
    "reason_ended_above": "Cơ quan cấp trên đã thôi dùng lý do này. Thêm lý do riêng nếu còn cần.",
    "reason_used": "Đã có hồ sơ ghi “{words}” nên không xoá được. Bấm Thôi dùng.",
    "no_such_reason": "Không có lý do này trong danh sách của đơn vị. Mở lại trang.",
    "apology_waits": "Phiếu xin lỗi đã soạn, đang chờ lãnh đạo ký.",
    "apology_dropped": "Đã bỏ phiếu xin lỗi soạn cho hạn này. Cần thì bấm Xin lỗi, hẹn lại.",
    "fits_in_time": "Các bước còn lại vẫn kịp hạn trả, chưa cần xin lỗi.",
    "no_apology_draft": "Không có phiếu xin lỗi nào chờ ký. Mở lại trang hồ sơ.",
    "already_apologised": "Đã xin lỗi và hẹn lại đến {until}. Chỉ được hẹn lại một lần.",
    "promise_too_soon": "Ngày hẹn lại phải sau {after}. Chọn ngày làm việc sau đó.",
    "not_asked": "Có giấy tờ không nằm trong lần yêu cầu này. Chỉ chọn giấy tờ đã yêu cầu.",
    "reply_day_past": "Ngày hẹn bổ sung đã qua. Chọn ngày sau.",
    "no_reply_day": "Lần yêu cầu này không hẹn ngày bổ sung, nên chưa đề nghị dừng được.",
    "reply_day_ahead": "Chưa hết ngày hẹn bổ sung ({day}). Đợi qua ngày đó.",
    "already_proposed": "Đã đề nghị dừng, đang chờ lãnh đạo quyết định.",
    "not_proposed": "Chưa có đề nghị dừng. Người thụ lý đề nghị trước, lãnh đạo quyết định sau.",
    "unknown_ground": "Chưa chọn căn cứ dừng. Chọn một trong các căn cứ.",
    "not_late": "Hồ sơ chưa quá hạn nên không cần ghi lý do.",
    "nothing_to_recall": "Không có việc nào vừa chuyển để thu hồi.",
    "already_opened": "Người nhận đã mở hồ sơ nên không thu hồi được. Nhờ họ trả lại bước trước.",
    "leader_after_day": "Đã qua ngày tiếp nhận nên chỉ lãnh đạo huỷ được. Báo lãnh đạo kèm lý do.",
    "nothing_corrected": "Chưa sửa gì. Sửa ô ghi sai rồi lưu.",
    "no_slip_number": "Chưa có số giấy hẹn viết tay. Ghi số trên giấy đã đưa người dân.",
    "received_ahead": "Lúc nhận ở sau bây giờ. Xem lại ngày giờ trên giấy hẹn viết tay.",
    "too_far_back": "Nhập bù lùi nhiều nhất {days} ngày làm việc. Báo lãnh đạo và quản trị.",
    "no_late_entry": "Hồ sơ này không chờ duyệt nhập bù.",
    "leader_only_late": "Nhập bù cần lãnh đạo duyệt.",
    "late_entry_waits": "Hồ sơ nhập bù chờ lãnh đạo duyệt rồi mới chuyển đi được.",
    "not_undoable": "Việc này không hoàn tác được. Cần sửa thì dùng việc khác trên trang hồ sơ.",
    "money_taken": "Đã thu tiền nên không hoàn tác được. Nhờ lãnh đạo xử lý phần tiền trước.",
    "not_yours_to_undo": "Chỉ người vừa làm mới hoàn tác được. Báo người đó.",
    "too_late_to_undo": "Đã quá 5 phút nên không hoàn tác được. Nhờ người đang giữ trả lại.",
    "seen_since": "Đã có người mở hồ sơ nên không hoàn tác được. Nhờ người đang giữ trả lại.",
    "moved_on": "Hồ sơ đã đi tiếp nên không thu hồi được. Nhờ người đang giữ trả lại.",
    "nowhere_back": "Đây là bước đầu, không có bước trước để trả lại.",
    "back_is_held": "Bước trước đang có người giữ hoặc đang chờ trả lời. Đợi xong rồi trả lại.",
    "no_submitter": "Hồ sơ này không có người nộp thay. Chọn chủ hồ sơ hoặc người khác nhận.",
    "no_collector": (
        "Người khác nhận thay: ghi họ tên, số giấy tờ, quan hệ và giấy uỷ quyền của người đó."
    ),
    "no_slip": "Mất giấy hẹn: ghi số giấy tờ đã xem và lời ghi, để sau này tra lại được.",
    "not_at_your_desk": "Kết quả này không ở quầy của ông, bà. Kiểm tra lại mã hồ sơ.",
    "shelf_too_long": "Chỗ để dài quá {longest} ký tự. Ghi ngắn, như: Tủ 2, ngăn B.",
    "days_out_of_range": "Số ngày từ 1 đến {most}. Ghi lại số ngày.",
    "nothing_transferred": "Hồ sơ đã ở cơ quan kế thừa. Không cần làm gì.",
    "not_opened": "Hồ sơ chưa được mở. Mở xem rồi mới duyệt cùng lúc được.",
    "opinions_open": (
        "Còn {count} nơi chưa trả lời ý kiến. Chờ trả lời, hoặc thôi chờ và ghi rõ vì sao."
    ),
    "no_body": "Chưa chọn nơi nào để lấy ý kiến. Chọn ít nhất một nơi.",
    "unknown_body": "Không có phòng ban này. Chọn lại nơi lấy ý kiến.",
    "asks_itself": "Không lấy ý kiến của chính phòng mình. Chọn nơi khác.",
    "already_consulted": "Nơi này đang được hỏi và chưa trả lời. Chờ, hoặc thôi chờ rồi hỏi lại.",
    "bad_opinion_days": "Số ngày để trả lời từ 1 đến {most}. Ghi lại số ngày.",
    "no_question": "Chưa ghi nội dung cần hỏi. Ghi rõ cần ý kiến về việc gì.",
    "no_such_opinion": "Nơi này không còn được chờ ý kiến. Mở lại hồ sơ để xem.",
    "no_stance": "Chưa chọn ý kiến. Chọn đồng ý, đồng ý kèm ý kiến, hoặc không đồng ý.",
    "no_opinion": "Chưa ghi ý kiến. Không đồng ý hoặc có điều kiện thì ghi rõ vì sao.",
    "bad_answer_day": "Ngày của văn bản trả lời phải từ {day} đến hôm nay. Ghi lại ngày.",
    "opinion_day_ahead": "Chưa hết hạn trả lời ({day}). Đợi qua ngày đó.",
    "silence_says_nothing": (
        "Pháp luật không coi im lặng là đồng ý ở đây. Đôn đốc, hoặc thôi chờ và ghi rõ vì sao."
    ),
    "visit_planned": "Bước này đã có một buổi đi thực địa. Dời hoặc ghi kết quả buổi đó.",
    "visit_past": "Giờ hẹn đã qua. Chọn giờ sau bây giờ.",
    "visit_same": "Giờ hẹn vẫn như cũ. Chọn giờ khác.",
    "visit_ahead": "Chưa đến giờ hẹn {at}. Đợi đến giờ đó rồi ghi kết quả.",
    "visit_open": (
        "Buổi đi thực địa {at} chưa ghi kết quả. Ghi kết quả hoặc huỷ buổi đó rồi chuyển."
    ),
    "no_place": "Chưa ghi nơi đến. Ghi địa điểm đi thực địa.",
    "no_finding": "Chưa ghi kết quả. Ghi ai có mặt, thấy gì, hoặc vì sao không thực hiện được.",
    "no_such_visit": "Buổi đi thực địa này không còn. Mở lại hồ sơ để xem.",
    "due_same": "Hẹn trả theo lịch đang dùng vẫn như cũ. Không có gì để dời.",
    "due_given": "Hẹn trả của hồ sơ này lấy từ sổ, không tính theo lịch nên không dời.",
    "due_stands": "Đồng hồ đang dừng. Khi chạy tiếp mới tính lại hẹn trả rồi xét dời theo lịch.",
    "due_kept": "Hẹn cũ của hồ sơ này đã được giữ nguyên. Không cần làm gì.",
    "calendar_changed": "Lịch làm việc vừa đổi. Xem lại danh sách rồi bấm lần nữa.",
    "no_files": "Chưa chọn tệp nào. Chọn tệp rồi gửi lại.",
    "no_such_file": "Hồ sơ không có tệp này, hoặc tệp đã được gỡ. Mở lại trang tệp để xem.",
    "unknown_scan": "Bản quét này không còn chờ. Tải lại trang để xem những bản còn lại.",
    "file_there": "Tệp này đã có ở đúng chỗ ấy của hồ sơ. Không cần gửi lại.",
    "dossier_files_too_large": (
        "Các tệp của hồ sơ sẽ quá {most} MB. Gỡ tệp thừa, hoặc quét lại nhẹ hơn."
    ),
    "clock": "Không tính được hạn trả: {why}. Báo quản trị kiểm tra lịch làm việc.",
    "register_missing": "Chưa chọn tệp. Chọn tệp XLSX hoặc CSV rồi bấm lại.",
    "register_unreadable": "Không đọc được sổ: {said}",
    "register_no_headings": (
        "Dòng đầu của tệp không có tên cột nào nhận ra được. Thêm một dòng tên cột ở đầu, như "
        "Mã thủ tục, Họ và tên, Ngày nhận, rồi tải lên lại."
    ),
    "no_such_register": "Không có lần nhập này trong phạm vi của ông, bà. Mở lại danh sách.",
    "register_moved": "Lần nhập này đã sang bước khác. Tải lại trang để xem nó đến đâu.",
    "register_gone": "Tệp đã tải lên chỉ giữ bảy ngày, nay không còn. Tải lên lại.",
    "register_columns": "Chưa ghép đủ cột: {said}",
    "register_office": "Đơn vị đã chọn ngoài phạm vi của ông, bà. Chọn đơn vị khác.",
    "register_bad": "Còn {count} dòng sai nên không ghi dòng nào. Sửa tệp rồi tải lên lại.",
    "register_nothing": "Không có hồ sơ nào mới để ghi.",
}

EVENT_WORDS: Mapping[str, str] = EVENT_TITLES


def sentence(refused: Refused) -> str:
    """The Vietnamese sentence of `refused`; facts are put in as words. Never raises.

    An unknown code gives a general sentence, and a test makes sure that none is unknown.
    """
    template = SENTENCES.get(
        refused.code, "Việc này chưa làm được lúc này. Mở lại hồ sơ để xem tình trạng mới nhất."
    )
    return template.format_map(_Facts(refused.facts))


class _Facts(dict[str, str]):
    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _word(name, value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _word(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(VN).strftime("%H:%M ngày %d/%m/%Y")
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if name == "event":
        return EVENT_WORDS.get(str(value), str(value)).lower()
    return str(value)
