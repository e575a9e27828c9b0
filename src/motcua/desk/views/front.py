"""The front of the desk, and its help."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rail import allowed
from motcua.desk.rendering import page

KEYS = (
    ("F2", "Ô quét mã và tìm, ở mọi trang"),
    ("F4", "Nhận hồ sơ mới"),
    ("F8", "Việc chính của trang (nút đậm ở chân trang)"),
    ("Ctrl + Enter", "Như F8, khi đang gõ trong ô nhiều dòng"),
    ("F9", "In"),
    ("Esc", "Đóng, quay lại"),
    ("Alt + 1 … 9", "Các mục của thanh bên, từ trên xuống"),
    ("↑ ↓", "Đi trong bảng và danh sách"),
    ("Enter", "Mở dòng đang chọn"),
    ("Dấu cách", "Đánh dấu dòng hoặc giấy tờ"),
    ("?", "Trang này, khi con trỏ không ở trong ô"),
)


@official()
def front(request: DeskRequest) -> HttpResponse:
    """To the first entry of the position's rail, where its day begins."""
    return HttpResponseRedirect(reverse(allowed(request.actor)[0].route))


@official()
def help_page(request: DeskRequest) -> HttpResponse:
    """The keys, and what to do when something looks wrong."""
    return page(request, "desk/help.html", {"keys": KEYS}, here="help")
