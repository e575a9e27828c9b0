"""Help in plain words, page by page: what the page is for, and what to do when something is odd.

The keys of `PAGES` are those of the rail, so that the page one stands on is the help one gets; a
dossier and its acts, which stand in no entry, have `dossier`; the administrator's pages, which
share one, each have their own.
"""

from collections.abc import Mapping

from motcua.desk.help_administration import ADMINISTRATION
from motcua.desk.help_upkeep import UPKEEP, Help

KEYS = (
    ("F2", "Ô quét mã và tìm, ở mọi trang"),
    ("F4", "Nhận hồ sơ mới"),
    ("F8", "Việc chính của trang (nút đậm ở chân trang)"),
    ("Ctrl + Enter", "Như F8, khi đang gõ trong ô nhiều dòng"),
    ("F9", "In"),
    ("Esc", "Đóng, quay lại"),
    ("Alt + 1 … 9", "Các mục của thanh bên, từ trên xuống"),
    ("↑ ↓", "Đi trong bảng và danh sách"),
    ("Enter", "Mở dòng đang chọn; ở trang Tiếp nhận: lấy lại người đã có hồ sơ"),
    ("Dấu cách", "Đánh dấu dòng hoặc giấy tờ"),
    ("?", "Trợ giúp của trang, khi con trỏ không ở trong ô"),
)

GENERAL = (
    (
        "Máy quét không mở hồ sơ",
        "Bấm F2 rồi quét lại. Mã trên giấy hẹn gõ tay cũng được, chữ thường hay hoa đều nhận.",
    ),
    (
        "“… đã ghi … lúc …”",
        "Người khác vừa làm trên hồ sơ này. Việc của ông, bà chưa được ghi; mở lại hồ sơ rồi "
        "làm tiếp.",
    ),
    ("Hết phiên giữa chừng", "Gõ mật khẩu vào ô hiện ra; những gì đã gõ còn nguyên."),
    (
        "Làm nhầm",
        "Nút “Thu hồi” trên hồ sơ lấy lại được khi người nhận chưa mở. Nhận nhầm thì “Huỷ tiếp "
        "nhận”.",
    ),
    ("Nút gạch đứt", "Chưa làm được lúc này; lý do ghi ngay bên cạnh."),
)

PAGES: Mapping[str, Help] = {
    **UPKEEP,
    **ADMINISTRATION,
    "intake": Help(
        "Tiếp nhận hồ sơ",
        (
            (
                "Quét thẻ căn cước",
                "Quét mã vuông trên thẻ CCCD ở bất cứ ô nào: số, họ tên, ngày sinh, địa chỉ tự "
                "điền.",
            ),
            (
                "Người đã từng nộp",
                "Gõ số giấy tờ; hồ sơ cũ hiện bên phải. Bấm Enter để lấy lại họ tên, điện thoại, "
                "địa chỉ. Chỉ điền vào ô còn trống.",
            ),
            (
                "Không có giấy tờ",
                "Cạnh “Số giấy tờ” chọn “không có”, rồi ghi lý do.",
            ),
            (
                "Một người nộp nhiều hồ sơ",
                "Nhận xong bấm “Nhận thêm cho người này”; giấy hẹn in chung một lần. Người nộp "
                "thay cho nhiều chủ: “Nhận tiếp, cùng người nộp thay”.",
            ),
            (
                "Đang nhập mà phải dừng",
                "Những gì gõ được giữ mỗi vài giây. Bấm “Để lại sau”, khi quay lại chọn trong "
                "“Hồ sơ để lại sau”.",
            ),
            (
                "Mất điện, đã ghi giấy tay",
                "Bấm “Nhập bù…”, ghi ngày giờ và số trên giấy tay; lãnh đạo xem lại.",
            ),
            (
                "Thiếu giấy tờ",
                "Bấm “Hướng dẫn hoàn thiện…”: phiếu ghi một lần, đủ những gì còn thiếu.",
            ),
        ),
    ),
    "arriving": Help(
        "Chờ kiểm tra, chờ hoàn thiện",
        (
            (
                "Hồ sơ gửi đến",
                "Mở trong 8 giờ làm việc, gấp đứng trên. Đủ thì tiếp nhận, thiếu thì hướng dẫn "
                "hoàn thiện, không thuộc thẩm quyền thì từ chối, ghi lý do.",
            ),
            (
                "Người nộp quay lại",
                "Quét mã vạch trên phiếu, hoặc tìm tên, số giấy tờ. Những gì đã gõ còn nguyên.",
            ),
            (
                "Quá ngày hẹn",
                "Không tự hết hiệu lực. Gọi điện; không nộp nữa thì mở ra, từ chối, ghi lý do.",
            ),
        ),
    ),
    "now": Help(
        "Làm ngay",
        (
            (
                "Dùng khi nào",
                "Khi người dân chờ tại quầy và kết quả trả ngay: chứng thực, trích lục. Gõ họ "
                "tên, bấm Enter; các ô khác đã điền sẵn.",
            ),
            (
                "Số vào sổ",
                "Tự lấy số tiếp theo của quyển. Đổi quyển thì gõ tên quyển mới.",
            ),
        ),
    ),
    "return": Help(
        "Trả kết quả",
        (
            (
                "Có giấy hẹn",
                "Quét mã trên giấy hẹn rồi ghi ai nhận.",
            ),
            (
                "Mất giấy hẹn",
                "Tìm theo số giấy tờ, họ tên hoặc điện thoại; đối chiếu giấy tờ tuỳ thân.",
            ),
        ),
    ),
    "inbox": Help(
        "Hộp việc",
        (
            (
                "Thứ tự",
                "Việc ít thời gian còn lại nhất ở trên. Cánh cửa càng khép thì càng gần hạn.",
            ),
            (
                "Làm nhiều hồ sơ một lần",
                "Đánh dấu bằng dấu cách rồi bấm nút ở chân trang. Hồ sơ nào không làm được sẽ "
                "nói lý do.",
            ),
        ),
    ),
    "dossier": Help(
        "Hồ sơ",
        (
            (
                "Hồ sơ đang ở đâu",
                "Hàng cửa: cửa mở là bước đã qua, cửa hé là bước đang làm, cửa đóng là bước sắp "
                "tới. Dưới mỗi cửa ghi ai giữ và thời gian đã dùng.",
            ),
            (
                "Vì sao hẹn giờ này",
                "Bảng tính ghi từng khoảng, khoảng nào đếm, khoảng nào không.",
            ),
            (
                "Việc nào làm được",
                "Nút ở chân trang. Nút gạch đứt là chưa làm được, lý do ghi bên cạnh.",
            ),
            (
                "Làm nhầm",
                "“Hoàn tác” ngay khi vừa làm, hoặc “Thu hồi”, lúc người nhận chưa mở. Mọi việc còn "
                "nguyên trong lịch sử.",
            ),
        ),
    ),
    "all": Help(
        "Tất cả hồ sơ",
        (
            (
                "Tìm",
                "Gõ bốn số cuối của mã, tên không dấu, điện thoại hoặc số giấy tờ vào ô trên "
                "cùng (F2).",
            ),
            (
                "Không thấy hồ sơ",
                "Chỉ hiện hồ sơ trong phạm vi công việc của ông, bà.",
            ),
        ),
    ),
    "warnings": Help(
        "Cảnh báo",
        (
            (
                "Báo khi nào",
                "Khi một bước, hoặc cả hồ sơ, dùng đến 50 %, 80 %, 100 % thời gian làm việc. Trước "
                "hết báo người giữ hồ sơ, từ 80 % báo thêm lãnh đạo phòng, ở 100 % báo lãnh đạo "
                "UBND. Đang tạm dừng thì không báo.",
            ),
            (
                "Giao mà chưa ai nhận",
                "Quá 2 giờ làm việc thì lãnh đạo cả hai bên, giao và nhận, đều được báo.",
            ),
            (
                "Hồ sơ gửi đến",
                "Kiểm tra trong 8 giờ làm việc. Đến 50 % báo quầy, 80 % thêm lãnh đạo, 100 % thêm "
                "lãnh đạo UBND.",
            ),
            (
                "Bỏ qua",
                "Đánh dấu rồi bấm F8. Hạn không đổi; đến mốc sau vẫn báo. Ở “Đã bỏ qua” báo lại "
                "được.",
            ),
        ),
    ),
    "morning": Help(
        "Sáng nay",
        (
            (
                "Có gì ở đây",
                "Việc quá hạn, đến hạn hôm nay, đang chờ ai, kết quả chưa có người đến nhận. In "
                "được trên một tờ A4.",
            ),
        ),
    ),
    "overview": Help(
        "Điều hành",
        (
            (
                "Các con số",
                "Bấm vào con số để xem những hồ sơ đứng sau nó.",
            ),
            (
                "Biểu đồ",
                "Chọn đơn vị và kỳ ở đầu trang. Trung vị là mức một nửa số hồ sơ không quá; "
                "mức 90% là mức chín phần mười không quá. Mọi thời gian là giờ làm việc.",
            ),
        ),
    ),
    "report": Help(
        "Báo cáo",
        (
            (
                "Số liệu",
                "Tự tính từ hồ sơ. Bấm vào số để xem hồ sơ; chân trang để tải hoặc in.",
            ),
            (
                "Kỳ",
                "Quý có sẵn ở góc trên, hoặc gõ hai ngày. Biểu II.06, II.07 tính từ ngày 15 đến "
                "ngày 14.",
            ),
            (
                "Theo những gì đã ghi đến",
                "Để trống là nay. Ghi ngày, hoặc ngày và giờ, để có số liệu như đã biết lúc ấy.",
            ),
        ),
    ),
    "figures": Help(
        "Số liệu báo cáo",
        (
            (
                "Cấp trên hỏi",
                "Mở kỳ, xem bảng máy tính từ hồ sơ, bấm xác nhận. Sai thì sửa ở hồ sơ trước khi "
                "xác nhận; đã xác nhận thì rút lại, ghi lý do, khi cấp trên chưa chốt.",
            ),
            (
                "Đơn vị làm sổ giấy",
                "Nhập vào bảng, hoặc tải mẫu, điền rồi nạp tệp. Ô tổng để trống thì máy cộng. Ghi "
                "xong còn phải xác nhận.",
            ),
            (
                "Thu từ bên dưới",
                "Mở kỳ, theo dõi ai đã xác nhận, nhắc mỗi ngày một lần, trả lại kèm lý do, rồi "
                "chốt. Thiếu đơn vị nào, chân báo cáo ghi rõ.",
            ),
            (
                "“Nay khác”",
                "Bao nhiêu con số tính lại hôm nay khác lúc xác nhận; bấm để thấy từng hồ sơ.",
            ),
        ),
    ),
    "narratives": Help(
        "Báo cáo chờ số",
        (
            (
                "Cho số và vào sổ",
                "Mở báo cáo đã ký, bấm nút cho số: số lấy tiếp theo trong sổ văn bản đi của năm.",
            ),
            ("Báo cáo chưa có ở đây", "Chỉ báo cáo lãnh đạo đã ký mới chờ số."),
        ),
    ),
    "catalogue": Help(
        "Thủ tục",
        (
            (
                "Danh mục",
                "Thành phần hồ sơ, thời hạn, phí và căn cứ của từng thủ tục, theo ngày hiệu lực.",
            ),
        ),
    ),
    "promulgations": Help(
        "Quyết định công bố",
        (
            (
                "Nhập một quyết định",
                "Tải tệp mẫu, điền, kiểm tra. Chỗ sai ghi rõ trang, dòng, cột; còn sai thì chưa "
                "ghi gì. Ít thủ tục thì nhập trên màn hình.",
            ),
            (
                "Ai duyệt",
                "Người khác với người nhập: lãnh đạo, hoặc cán bộ kiểm soát thủ tục khác.",
            ),
            (
                "Nhập nhầm",
                "Trước ngày có hiệu lực bấm “Rút lại quyết định”: mọi trang như chưa có. Từ ngày "
                "có hiệu lực thì nhập quyết định sửa đổi.",
            ),
        ),
    ),
    "processes": Help(
        "Quy trình nội bộ",
        (
            (
                "Soạn một bản",
                "Mở thủ tục, chọn soạn cho ai, bấm “Soạn bản nháp”. Ô “Bước sau” ghi số của bước "
                "kế tiếp, nhiều bước cách nhau bằng dấu phẩy; để trống là kết thúc.",
            ),
            (
                "Chưa ban hành được",
                "Lỗi ghi ngay dưới bước, kèm cách sửa. “Còn dư” chỉ là nhắc, vẫn ban hành được.",
            ),
            (
                "Áp dụng từ bao giờ",
                "Sớm nhất từ ngày mai. Hồ sơ đã nhận giữ quy trình cũ. Trước ngày áp dụng thu hồi "
                "được.",
            ),
        ),
    ),
    "admin": ADMINISTRATION["admin-people"],
}


def help_of(key: str) -> Help | None:
    """The help of the page with that key of the rail; None when nothing is said of it."""
    return PAGES.get(key)
