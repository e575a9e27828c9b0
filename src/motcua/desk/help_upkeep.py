"""What is said about the lists kept beside the dossiers: hand-overs, registers, notices, boards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Help:
    """What is said about one page: its name, and a sentence or two on each thing one asks."""

    title: str
    answers: Sequence[tuple[str, str]]


UPKEEP: Mapping[str, Help] = {
    "money": Help(
        "Thu phí",
        (
            (
                "Thu tiền mặt",
                "Mở phí của hồ sơ, ghi khách đưa bao nhiêu, bấm F8: biên lai có số ngay, in bằng "
                "F9. Khoản đầu tiên trong ngày thì ghi cả tiền có sẵn trong ngăn.",
            ),
            (
                "Biên lai ghi nhầm",
                "Biên lai đã lập không sửa. Nhầm tên: huỷ và lập số mới. Chưa thu được tiền: huỷ, "
                "hồ sơ lại còn phải thu.",
            ),
            (
                "Cuối ngày",
                "Đếm tiền rồi khoá sổ quỹ; lệch thì ghi vì sao. Người thứ hai ký. Khoá rồi thì "
                "khoản thu sau vào ngày làm việc kế tiếp.",
            ),
            (
                "Không thu được vì hết số",
                "Quản trị mở quyển biên lai mới ở “Quyển biên lai”.",
            ),
        ),
    ),
    "handover": Help(
        "Bàn giao",
        (
            (
                "Lập biên bản",
                "Chọn phòng, quét hoặc đánh dấu hồ sơ, bấm lập. Biên bản có số riêng của bộ phận "
                "một cửa và phòng đó; in ra để hai bên ký.",
            ),
            (
                "Phòng nhận",
                "Mở từng hồ sơ, hoặc nhận cả danh sách. Hồ sơ thiếu thì trả lại, kèm lý do.",
            ),
        ),
    ),
    "register": Help(
        "Sổ theo dõi",
        (
            (
                "Sổ lấy từ đâu",
                "Từ việc đã ghi của từng hồ sơ. Ghi nhầm thì sửa ở trang hồ sơ.",
            ),
            ("In hoặc lấy tệp", "Chọn kỳ rồi bấm in hoặc tải bảng tính."),
        ),
    ),
    "documents": Help(
        "Văn bản",
        (
            (
                "Ký nhiều văn bản",
                "Mở xem từng văn bản, về sổ, đánh dấu rồi nhập mã PIN một lần.",
            ),
            (
                "Số văn bản",
                "Ký bằng khoá thì có số ngay; ký tay thì văn thư cấp số khi phát hành.",
            ),
            ("Thu hồi", "Văn thư ghi số văn bản thu hồi và lý do. Ai quét mã vuông cũng biết."),
        ),
    ),
    "batches": Help(
        "In hàng loạt",
        (
            (
                "In gì, bao nhiêu",
                "Giấy hẹn của một kỳ, đến 1.000 hồ sơ; sổ theo dõi, đến 10.000 dòng. Máy làm nền, "
                "ông, bà cứ làm việc khác rồi quay lại tải tệp.",
            ),
            (
                "Xuất ra bảng tính",
                "Sổ theo dõi, danh sách hồ sơ ra bảng CSV, đến 1.000.000 dòng. Danh sách có tên "
                "người nên phải ghi mục đích; ai xuất, để làm gì đều được ghi lại. Bấm dừng rồi "
                "“Làm lại” thì làm tiếp từ chỗ dừng.",
            ),
            (
                "Danh sách sau một con số",
                "Ở danh sách hồ sơ của báo cáo, biểu đồ bấm “Xuất XLSX” hoặc “Xuất CSV”; tệp nằm "
                "ở đây, không có tên người.",
            ),
            ("Tệp giữ bao lâu", "Bảy ngày. Hết hạn thì bấm “Làm lại”."),
        ),
    ),
    "templates": Help(
        "Mẫu DOCX",
        (
            (
                "Làm một mẫu",
                "Soạn bằng trình soạn thảo, ghi chỗ điền trong hai cặp ngoặc nhọn theo danh sách "
                "ở trang, lưu DOCX rồi đưa vào. Chỗ điền lạ được nêu tên.",
            ),
            (
                "Ai điền",
                "Người mở được hồ sơ: trang hồ sơ, “Điền mẫu của đơn vị”. Thay mẫu thì từ đó điền "
                "theo bản mới; bản cũ vẫn giữ.",
            ),
        ),
    ),
    "forms": Help(
        "Mẫu giấy",
        (
            (
                "Giấy nào theo mẫu nào",
                "Theo quy định có hiệu lực vào ngày của giấy: giấy của năm 2017 in lại vẫn theo "
                "mẫu năm 2017. In lần thứ hai trở đi có chữ “BẢN IN LẠI”.",
            ),
            (
                "Thêm dòng riêng, biểu trưng",
                "Người quản trị ghi một dòng và một ảnh ở chân giấy. Đầu giấy và các mục theo quy "
                "định, không đổi được.",
            ),
        ),
    ),
    "notices": Help(
        "Tin báo",
        (
            (
                "Tin chưa gửi được",
                "Chương trình thử lại vài lần, cách nhau dài dần. Không được nữa thì tin nằm ở "
                "“Gọi điện”, hoặc in thành thư.",
            ),
            (
                "“Có thể trùng” nghĩa là gì",
                "Máy tắt giữa lúc gửi nên tin được gửi thêm một lần; người nhận có thể nhận hai "
                "tin giống nhau.",
            ),
        ),
    ),
    "boards": Help(
        "Niêm yết",
        (
            (
                "Bảng chưa đúng bản",
                "Danh mục đã đổi sau khi in. In bản mới, treo lên, rồi quét mã vuông trên bản đó.",
            ),
            ("In khổ nào", "A3 để treo, A4 để dán hoặc phát."),
        ),
    ),
    "feedback": Help(
        "Đánh giá",
        (
            (
                "Ai đánh giá",
                "Người nhận kết quả, một lần cho mỗi hồ sơ: ở kiosk, bằng mã trên giấy hẹn, hoặc "
                "tại quầy. Không ai ở quầy thấy ai đã chấm gì.",
            ),
            ("Mở con số", "Bấm con số để thấy các hồ sơ đằng sau, không có tên người chấm."),
        ),
    ),
    "complaints": Help(
        "Phản ánh",
        (
            (
                "Giao ai trả lời",
                "Người không bị phản ánh. Chọn nhầm người bị phản ánh thì chương trình không nhận.",
            ),
            (
                "Hạn trả lời",
                "Tính theo ngày làm việc từ lúc nhận; gần hạn và quá hạn hiện ở trang Sáng nay.",
            ),
        ),
    ),
    "hear": Help(
        "Ghi phản ánh",
        (
            (
                "Người dân nói tại quầy",
                "Ghi nguyên ý, đọc lại cho người dân nghe, rồi đưa phiếu có số để tra kết quả.",
            ),
            ("Phản ánh về chính mình", "Vẫn ghi được; lãnh đạo giao người khác trả lời."),
        ),
    ),
}
