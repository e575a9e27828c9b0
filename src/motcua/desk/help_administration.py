"""What is said about each of the administrator's pages: what it is for, its three usual tasks, and
what cannot be undone there. The keys are the tabs, after `admin-`."""

from collections.abc import Mapping

from motcua.desk.help_upkeep import Help

FOR, FINAL = "Trang này để làm gì", "Điều không lấy lại được"
Task = tuple[str, str]
"""What one does, and how."""


def _help(title: str, what_for: str, one: Task, two: Task, three: Task, final: str) -> Help:
    """A page's help in its one order."""
    return Help(title, ((FOR, what_for), one, two, three, (FINAL, final)))


ADMINISTRATION: Mapping[str, Help] = {
    "admin-people": _help(
        "Quản trị: người",
        "Ai vào được chương trình, giữ vị trí nào, tài khoản đang mở hay đã đóng.",
        (
            "Thêm một người",
            "Bấm “Thêm người”, ghi họ tên, tên đăng nhập và vị trí đầu tiên. Mật khẩu một lần hiện "
            "đúng một lần: chép đưa ngay cho người ấy.",
        ),
        (
            "Người quên mật khẩu",
            "Mở người ấy, bấm “Cấp mật khẩu một lần”. Mật khẩu cũ hết dùng ngay.",
        ),
        (
            "Người chuyển đi, nghỉ việc",
            "Mở người ấy, kết thúc từng vị trí, rồi “Đóng tài khoản”. Quay lại làm việc thì mở lại "
            "được.",
        ),
        "Không xoá được một người: việc đã làm mang tên họ mãi. Tên đăng nhập không đổi được.",
    ),
    "admin-posts": _help(
        "Quản trị: vị trí",
        "Vị trí nào có, ai đang giữ. Quyền làm việc theo loại vị trí, không theo tên người.",
        (
            "Xem vị trí trống",
            "Dòng không có người giữ là vị trí trống: hồ sơ ở đó chờ. Giao vị trí ở trang của "
            "người nhận.",
        ),
        (
            "Thay người giữ",
            "Mở người cũ, bấm kết thúc vị trí, ghi ngày và chọn người nhận bàn giao; hộp việc đi "
            "theo.",
        ),
        (
            "Thêm một vị trí",
            "Mở người sẽ giữ, bấm “Giao thêm vị trí”, chọn loại, phòng và ngày bắt đầu.",
        ),
        "Vị trí đã kết thúc không nối lại: giao vị trí mới từ ngày mới. Giấy tờ cũ vẫn mang chức "
        "danh cũ.",
    ),
    "admin-parts": _help(
        "Quản trị: phòng, quầy, giờ",
        "Phòng, quầy, giờ tiếp nhận, tên bộ phận một cửa, điện thoại và địa chỉ in trên giấy tờ; "
        "đơn vị trực thuộc.",
        (
            "Thêm phòng, quầy",
            "Ghi mã và tên ở khung tương ứng, bấm thêm. Mã phòng là mã quy trình nhắc đến.",
        ),
        (
            "Đổi giờ tiếp nhận",
            "Ghi giờ mở, đóng hai buổi rồi lưu. Hẹn trả đã ghi không đổi.",
        ),
        (
            "Đổi địa chỉ, điện thoại",
            "Sửa ở “In trên giấy tờ và trang công khai”, bấm lưu. Giấy in từ lúc ấy mang thông tin "
            "mới.",
        ),
        "Phòng, quầy đã kết thúc không mở lại; thêm cái mới. Phòng còn người giữ vị trí thì chưa "
        "kết thúc được.",
    ),
    "admin-reorganizing": _help(
        "Quản trị: sắp xếp đơn vị",
        "Sáp nhập, chia tách, đổi tên, chuyển cấp trên theo nghị quyết, quyết định, từ một ngày đã "
        "định.",
        (
            "Lập một lần sắp xếp",
            "Chọn việc, ghi văn bản, ngày có hiệu lực, đơn vị cũ và mới. Xem trước hồ sơ, người, "
            "quầy nào bị ảnh hưởng.",
        ),
        (
            "Duyệt",
            "Người thứ hai mở ra, đối chiếu văn bản rồi bấm duyệt. Người lập không tự duyệt.",
        ),
        (
            "Rút lại",
            "Trước 00:00 ngày có hiệu lực bấm “Rút lại”: mọi nơi như chưa có.",
        ),
        "Từ ngày có hiệu lực không rút được nữa; sai thì lập một lần sắp xếp khác.",
    ),
    "admin-address": _help(
        "Quản trị: địa chỉ web",
        "Địa chỉ web in trong mã QR của giấy hẹn và trong tin báo; hỏi khi thiết lập, đổi ở đây.",
        (
            "Đổi địa chỉ",
            "Mở thử địa chỉ mới từ máy khác, ghi vào, đánh dấu đã thử rồi lưu. Chương trình tự nạp "
            "lại.",
        ),
        (
            "Chưa có địa chỉ",
            "Để trống: giấy hẹn không in mã QR, người dân tra bằng mã hồ sơ.",
        ),
        (
            "Không đổi được ở đây",
            "Người trông máy đã đặt khi khởi động: đổi ở tệp dịch vụ của máy.",
        ),
        "Giấy đã in vẫn mang địa chỉ cũ. Ghi sai thì không vào được bằng trình duyệt: sửa trong "
        "motcua.conf.",
    ),
    "admin-calendar": _help(
        "Quản trị: lịch làm việc",
        "Ngày nghỉ, ngày làm bù của từng năm: mọi hẹn trả tính theo lịch này.",
        (
            "Xác nhận lịch năm tới",
            "Mở năm ghi “dự kiến”, nhập ngày nghỉ và văn bản công bố, xem trước rồi lưu.",
        ),
        (
            "Ghi ngày hoán đổi",
            "Ghi cả ngày nghỉ thêm và ngày làm bù trong cùng một lần.",
        ),
        (
            "Xem hẹn nào đổi",
            "Sau khi lưu, lãnh đạo đơn vị quyết định từng hồ sơ: dời hẹn hay giữ nguyên.",
        ),
        "Lịch của năm đã qua không sửa. Mỗi lần lưu là một bản mới; hẹn đã ghi theo bản cũ vẫn đối "
        "chiếu theo bản ấy.",
    ),
    "admin-lending": _help(
        "Quản trị: uỷ quyền",
        "Ai làm thay vị trí của ai, từ lúc nào đến lúc nào, vì sao.",
        (
            "Ghi uỷ quyền",
            "Chọn vị trí, người làm thay, ngày đầu, ngày cuối, lý do. Người ấy thấy thêm hộp việc "
            "từ ngày đầu.",
        ),
        (
            "Người giữ về sớm",
            "Bấm “Kết thúc” ở dòng uỷ quyền: hết hiệu lực ngay.",
        ),
        (
            "Cần thêm ngày",
            "Ghi một uỷ quyền mới nối ngày cuối; không sửa dòng cũ.",
        ),
        "Việc đã làm theo uỷ quyền vẫn đứng, mang tên người làm và chức danh được uỷ quyền.",
    ),
    "admin-roster": _help(
        "Quản trị: nhập danh sách",
        "Thêm nhiều người cùng vị trí từ một tệp XLSX, thay cho gõ từng người.",
        (
            "Lấy tệp mẫu",
            "Tải mẫu, điền mỗi dòng một người: họ tên, tên đăng nhập, loại vị trí, phòng, ngày bắt "
            "đầu.",
        ),
        (
            "Kiểm tra",
            "Gửi tệp lên: chỗ sai ghi rõ dòng, cột. Chưa ghi ai khi còn lỗi.",
        ),
        (
            "Ghi và phát mật khẩu",
            "Bấm ghi tất cả; in trang mật khẩu một lần ngay lúc ấy, phát cho từng người.",
        ),
        "Ghi rồi không gỡ cả loạt được: kết thúc vị trí, đóng tài khoản từng người. Trang mật khẩu "
        "chỉ hiện một lần.",
    ),
    "admin-registers": _help(
        "Quản trị: nhập sổ",
        "Đưa sổ theo dõi giữ ở nơi khác vào, để hồ sơ cũ có trong tra cứu và báo cáo.",
        (
            "Tải sổ lên, ghép cột",
            "Tải tệp XLSX hoặc CSV, xem máy ghép cột đúng chưa; máy nhớ cách ghép cho lần sau.",
        ),
        (
            "Sửa dòng sai",
            "Bấm kiểm tra, tải về các dòng cần sửa, sửa trong tệp rồi gửi lại. Dòng đã có không "
            "ghi lần hai.",
        ),
        (
            "Ghi",
            "Mọi dòng đúng thì bấm ghi: ghi tất cả hoặc không ghi gì. Đang ghi vẫn dừng được.",
        ),
        "Ghi xong không gỡ cả loạt được; hồ sơ nhập nhầm thì lãnh đạo huỷ từng hồ sơ, ghi lý do.",
    ),
    "admin-notices": _help(
        "Quản trị: tin báo",
        "Kênh nào gửi tin cho người dân, nội dung tin viết thế nào, có gửi được không.",
        (
            "Gửi thử",
            "Chọn kênh, ghi nơi nhận của mình, bấm gửi thử; kết quả hiện ngay.",
        ),
        (
            "Sửa lời tin",
            "Mở mẫu tin, sửa câu chữ, giữ nguyên chỗ điền trong ngoặc, xem trước rồi lưu.",
        ),
        (
            "Kênh chưa thiết lập",
            "Người trông máy ghi địa chỉ và khoá vào motcua.conf rồi khởi động lại; khoá không "
            "hiện ở đây.",
        ),
        "Tin đã gửi không thu lại được. Đổi lời tin chỉ có hiệu lực với tin chưa gửi.",
    ),
    "admin-keys": _help(
        "Quản trị: khoá ký số",
        "Khoá của từng người ký và con dấu của đơn vị, còn hiệu lực đến ngày nào.",
        (
            "Đặt khoá",
            "Chọn đơn vị, của ai, đưa tệp khoá và mã PIN. Chương trình đọc chứng thư và chỉ giữ "
            "khi mã PIN mở được khoá.",
        ),
        (
            "Sắp hết hạn",
            "Dòng ghi “sắp hết hạn”: xin chứng thư mới, đặt khoá mới trước ngày ấy.",
        ),
        (
            "Lộ mã PIN",
            "Bỏ khoá ngay, báo nơi cấp thu hồi chứng thư, rồi đặt khoá mới.",
        ),
        "Khoá đã bỏ không lấy lại, phải đặt lại từ tệp gốc. Văn bản đã ký bằng khoá ấy vẫn kiểm "
        "tra được.",
    ),
    "admin-care": _help(
        "Quản trị: sức khoẻ",
        "Chương trình có ổn không: đĩa, sao lưu, đồng hồ, thư, việc nền; điều nào hỏng thì nói "
        "phải làm gì.",
        (
            "Đọc mỗi sáng",
            "“Mọi thứ đều tốt” thì thôi. Có điều cần làm thì làm theo câu ghi ở dòng ấy, từ trên "
            "xuống.",
        ),
        (
            "Sao lưu cũ",
            "Chạy motcua backup, chép bản sao lưu sang máy khác hoặc ổ rời.",
        ),
        (
            "Không tự xử lý được",
            "Chép nguyên câu ở trang này gửi người hỗ trợ; trang không có tên người dân.",
        ),
        "Trang chỉ báo, không đổi gì. Khôi phục từ bản sao lưu làm ở dòng lệnh và thay hết dữ liệu "
        "đang có.",
    ),
    "admin-jobs": _help(
        "Quản trị: việc nền",
        "Việc máy làm sau lưng: gửi tin, in hàng loạt, nhập sổ, niêm phong nhật ký; việc nào đợi, "
        "hỏng, đứng.",
        (
            "Việc hỏng",
            "Sửa nguyên nhân trước (xem trang Sức khoẻ), rồi bấm “Chạy lại”.",
        ),
        (
            "Việc đứng",
            "Chờ vài phút, máy tự nhận ra và làm lại. Vẫn đứng thì bấm “Chạy lại”.",
        ),
        (
            "Không tiến trình nào chạy",
            "Khởi động motcua serve; việc đợi không mất, làm tiếp theo thứ tự.",
        ),
        "“Bỏ” là bỏ hẳn việc ấy: tin không gửi, tệp không làm. Cần lại thì làm lại từ trang của "
        "nó.",
    ),
    "admin-trail": _help(
        "Quản trị: nhật ký",
        "Ai đã xem gì của người dân, in gì, đổi quyền của ai, vào lúc nào. Giờ của máy.",
        (
            "Tìm theo hồ sơ, người",
            "Ghi mã hồ sơ hoặc tên người, chọn loại và kỳ rồi bấm tìm.",
        ),
        (
            "Trả lời thanh tra",
            "Chọn kỳ, bấm “Xuất kỳ này”. Việc xuất cũng vào nhật ký.",
        ),
        (
            "Xem nhật ký còn nguyên",
            "Chạy motcua verify: khối nhật ký được niêm phong nối nhau, sửa một dòng là lộ.",
        ),
        "Không sửa, không xoá được dòng nào, kể cả người quản trị.",
    ),
}
