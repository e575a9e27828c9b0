"""The list of all dossiers one may open."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.dossiers.selectors.exported import TABS
from motcua.dossiers.selectors.search import search
from motcua.identity.grants import Duty

STATES = (
    ("", "Tất cả"),
    ("chua-nhan", "Chưa tiếp nhận"),
    ("dang-giai-quyet", "Đang giải quyết"),
    ("tam-dung", "Chờ bổ sung, tạm dừng"),
    ("co-ket-qua", "Có kết quả, chờ trả"),
    ("da-tra", "Đã trả"),
    ("rut-tu-choi", "Rút, dừng, không tiếp nhận, huỷ"),
)


@official(Duty.SEARCH)
def dossiers(request: DeskRequest) -> HttpResponse:
    """Newest first; the state is the only thing in the address."""
    wanted = request.GET.get("tt", "")
    tab = wanted if wanted in TABS else ""
    context = {
        "hits": search(request.actor, "", request.at, TABS.get(tab, ())),
        "tabs": STATES,
        "tab": tab,
        "may_export": may(request.actor, Duty.PRINT_MANY),
    }
    return page(request, "desk/dossiers.html", context, here="all")
