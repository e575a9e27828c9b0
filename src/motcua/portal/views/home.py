"""The first page: one question, one search, one look-up."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from motcua.organization.selectors import offices_with_desk
from motcua.portal.rendering import page


@dataclass(frozen=True, slots=True)
class Life:
    """A life event: an icon, its name, what it leads to, the words searched for, and where."""

    icon: str
    name: object
    hint: object
    words: str
    office: str


LIVES = (
    Life("baby-carriage", _("Sinh con"), _("Khai sinh, thẻ BHYT"), "khai sinh", "ba-dinh"),
    Life("heart", _("Kết hôn"), _("Đăng ký, xác nhận"), "kết hôn", "ba-dinh"),
    Life("home", _("Nhà, đất"), _("Sổ đỏ, mua bán, xây nhà"), "quyền sử dụng đất", ""),
    Life("building-store", _("Kinh doanh"), _("Hộ kinh doanh, hợp tác xã"), "kinh doanh", ""),
    Life("certificate", _("Chứng thực"), _("Bản sao, chữ ký"), "chứng thực", "ba-dinh"),
    Life("users", _("Trợ cấp"), _("Xã hội, người có công"), "trợ cấp", ""),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Static but for the offices; no query once the tree is cached."""
    return page(request, "portal/home.html", {"lives": LIVES, "offices": offices_with_desk()})
