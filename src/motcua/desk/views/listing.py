"""The list of all dossiers one may open."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.dossiers.selectors.search import search
from motcua.identity.grants import Duty

TABS = (
    ("", "Tất cả", ()),
    ("chua-nhan", "Chưa tiếp nhận", ("submitted", "incomplete")),
    ("dang-giai-quyet", "Đang giải quyết", ("in_progress",)),
    ("tam-dung", "Chờ bổ sung, tạm dừng", ("awaiting_supplement", "suspended")),
    ("co-ket-qua", "Có kết quả, chờ trả", ("finished",)),
    ("da-tra", "Đã trả", ("returned",)),
    (
        "rut-tu-choi",
        "Rút, dừng, không tiếp nhận, huỷ",
        ("withdrawn", "stopped", "intake_refused", "void"),
    ),
)


@official(Duty.SEARCH)
def dossiers(request: DeskRequest) -> HttpResponse:
    """Newest first; the state is the only thing in the address."""
    wanted = request.GET.get("tt", "")
    tab = next((tab for tab in TABS if tab[0] == wanted), TABS[0])
    hits = search(request.actor, "", request.at, tab[2])
    return page(
        request, "desk/dossiers.html", {"hits": hits, "tabs": TABS, "tab": tab[0]}, here="all"
    )
