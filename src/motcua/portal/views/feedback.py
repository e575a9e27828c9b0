"""What people say of the office: the one question, a complaint, and where a complaint stands.

The same pages stand in the hall and at the kiosk. What is typed travels by POST; a slip's code and
check characters may stand in an address, as its QR does.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe
from django_ratelimit.core import is_ratelimited

from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.feedback.selectors.asking import Slip, slip
from motcua.feedback.selectors.complaints import public_complaint
from motcua.feedback.services import complain, rate
from motcua.feedback.services.complaints import Said
from motcua.feedback.slips import receipt_check
from motcua.organization import timekeeping
from motcua.organization.selectors import offices_with_desk
from motcua.portal.rendering import page

RATE = "20/m"
"""Asked and sent from one address, per server process; a kiosk serves a hall."""
LONGEST = 60
LONGEST_BODY = 8000
SCORES = (
    (5, _("Rất hài lòng")),
    (4, _("Hài lòng")),
    (3, _("Bình thường")),
    (2, _("Không hài lòng")),
    (1, _("Rất không hài lòng")),
)
KINDS = (
    ("harassment", _("Gây phiền hà, nhũng nhiễu")),
    ("attitude", _("Thái độ phục vụ")),
    ("papers", _("Đòi giấy tờ ngoài danh mục")),
    ("lateness", _("Chậm, trễ hẹn")),
    ("other", _("Việc khác")),
)
FINDINGS = {
    "founded": _("Phản ánh đúng"),
    "partly": _("Phản ánh đúng một phần"),
    "unfounded": _("Chưa có cơ sở"),
}
SAID: Mapping[str, Any] = {
    "no_such_slip": _("Không tìm thấy hồ sơ với hai mã này. Xem lại trên giấy hẹn."),
    "not_returned": _("Chưa trả kết quả nên chưa đánh giá được. Xin trở lại sau."),
    "rated_already": _("Hồ sơ này đã được đánh giá và đã quá một ngày, không đổi được nữa."),
    "no_score": _("Chưa chọn mức hài lòng. Chọn một trong năm mức."),
    "no_kind": _("Chưa chọn phản ánh về việc gì. Chọn một việc."),
    "no_body": _("Nội dung còn ngắn. Viết ít nhất 20 ký tự: việc gì, ở đâu, khi nào."),
    "body_long": _("Nội dung dài quá 4000 ký tự. Viết ngắn lại."),
    "no_office": _("Chưa chọn nơi bị phản ánh. Chọn một đơn vị."),
    "bad_contact": _("Điện thoại hoặc thư điện tử ghi chưa đúng. Sửa lại, hoặc để trống."),
}
FIELD_OF = {
    "no_kind": "ve-1",
    "no_body": "noi-dung",
    "body_long": "noi-dung",
    "no_office": "don-vi",
    "bad_contact": "dien-thoai",
    "no_such_slip": "ma",
}


@require_http_methods(["GET", "HEAD", "POST"])
def rating(request: HttpRequest, *, kiosk: bool = False) -> HttpResponse:
    """Code and check first, then the one question; the answer may be changed for a day."""
    given = request.POST if request.method == "POST" else request.GET
    code, check = _short(given, "ma"), _short(given, "kt")
    context: dict[str, Any] = {"scores": SCORES, "check": check, "code": code}
    if not code and request.method != "POST":
        return _draw(request, "rate", context, kiosk)
    if _too_often(request):
        return _draw(request, "rate", {**context, "limited": True}, kiosk, 429)
    try:
        shown = slip(code, check, timekeeping.now(), settings.MOTCUA_LOOKUP_KEY)
        if request.method != "POST" or "diem" not in request.POST:
            return _question(request, shown, context, kiosk)
        rate(
            code=code,
            check=check,
            score=_short(request.POST, "diem"),
            channel="kiosk" if kiosk else "web",
            at=timekeeping.now(),
            secret=settings.MOTCUA_LOOKUP_KEY,
        )
    except Refused as refused:
        faults = [("ma", SAID.get(refused.code, ""))]
        status = 422 if refused.code == "no_such_slip" else 409
        return _draw(request, "rate", {**context, "faults": faults}, kiosk, status)
    return HttpResponseRedirect(_url("thanks", kiosk))


@require_safe
def thanks(request: HttpRequest, *, kiosk: bool = False) -> HttpResponse:
    """The answer was kept. It names nothing, so that it may stay on a screen."""
    return _draw(request, "thanks", {}, kiosk)


@require_http_methods(["GET", "HEAD", "POST"])
def complaining(request: HttpRequest, *, kiosk: bool = False) -> HttpResponse:
    """The form; sent, it leads to the page of the complaint with its number and check."""
    if request.method != "POST":
        return _form(request, request.GET, kiosk)
    if _too_often(request):
        return _form(request, request.POST, kiosk, status=429)
    at = timekeeping.now()
    try:
        number = complain(
            _said(request.POST),
            key=_key(request.POST),
            channel="kiosk" if kiosk else "web",
            at=at,
            secret=settings.MOTCUA_LOOKUP_KEY,
        )
    except Refused as refused:
        faults = [(FIELD_OF.get(refused.code, ""), SAID.get(refused.code, refused.code))]
        return _form(request, request.POST, kiosk, faults, 422)
    check = receipt_check(number, settings.MOTCUA_LOOKUP_KEY)
    query = urlencode({"so": number, "kt": check, "moi": "1"})
    return HttpResponseRedirect(f"{_url('complaint', kiosk)}?{query}")


@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, *, kiosk: bool = False) -> HttpResponse:
    """Where a complaint stands and what was answered, by number and check characters."""
    given = request.POST if request.method == "POST" else request.GET
    number, check = _short(given, "so"), _short(given, "kt")
    context: dict[str, Any] = {"number": number, "asked": bool(number), "new": "moi" in given}
    if not number:
        return _draw(request, "complaint", context, kiosk)
    if _too_often(request):
        return _draw(request, "complaint", {**context, "limited": True}, kiosk, 429)
    found = public_complaint(number, check, timekeeping.now(), settings.MOTCUA_LOOKUP_KEY)
    context |= {"found": found, "check": check.upper()}
    if found:
        context |= {"kind": dict(KINDS)[found.kind], "finding": FINDINGS.get(found.finding, "")}
    return _draw(request, "complaint", context, kiosk)


def _question(
    request: HttpRequest, shown: Slip, context: dict[str, Any], kiosk: bool
) -> HttpResponse:
    if shown.refusal is not None:
        raise shown.refusal
    return _draw(request, "rate", {**context, "slip": shown}, kiosk)


def _form(
    request: HttpRequest,
    given: QueryDict,
    kiosk: bool,
    faults: Sequence[tuple[str, Any]] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "kinds": KINDS,
        "offices": offices_with_desk(),
        "given": {name: given.get(name, "")[:LONGEST_BODY] for name in _FIELDS},
        "key": _key(given) if request.method == "POST" else uuid4(),
        "faults": faults,
        "limited": status == 429,
    }
    return _draw(request, "complain", context, kiosk, status)


_FIELDS = ("ma", "kt", "ve", "noi_dung", "don_vi", "ho_ten", "dien_thoai", "thu")


def _said(sent: QueryDict) -> Said:
    offices = {office.slug: office.id for office in offices_with_desk()}
    lines = nfc(sent.get("noi_dung", "")[:LONGEST_BODY]).splitlines()
    return Said(
        kind=_short(sent, "ve"),
        body="\n".join(clean(line) for line in lines).strip(),
        office_id=offices.get(_short(sent, "don_vi")),
        code=_short(sent, "ma"),
        check=_short(sent, "kt"),
        name=clean(sent.get("ho_ten", "")[:LONGEST_BODY]),
        phone=clean(sent.get("dien_thoai", "")[:LONGEST]),
        email=clean(sent.get("thu", "")[:300]),
    )


def _key(sent: QueryDict) -> UUID:
    try:
        return UUID(sent.get("khoa", ""))
    except ValueError:
        return uuid4()


def _short(given: QueryDict, name: str) -> str:
    """What is longer than any code is no code."""
    found = given.get(name, "").strip()
    return found if len(found) <= LONGEST else "?"


def _too_often(request: HttpRequest) -> bool:
    limited = is_ratelimited(request, group="motcua.feedback", key="ip", rate=RATE, increment=True)
    return bool(limited)


def _url(name: str, kiosk: bool) -> str:
    return reverse(f"portal:{'kiosk-' if kiosk else ''}{name}")


def _draw(
    request: HttpRequest, part: str, context: Mapping[str, Any], kiosk: bool, status: int = 200
) -> HttpResponse:
    titles = {
        "rate": now_("Ông, bà có hài lòng không?"),
        "thanks": now_("Cảm ơn ông, bà"),
        "complain": now_("Gửi phản ánh"),
        "complaint": now_("Phản ánh đến đâu rồi?"),
    }
    urls = {
        name.replace("-", "_") + "_url": _url(name, kiosk)
        for name in ("rate", "complain", "complaint")
    }
    around = {"part": f"portal/_{part}.html", "title": titles[part], **urls}
    template = "portal/kiosk_feedback.html" if kiosk else "portal/feedback.html"
    response = page(request, template, {**around, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    # Not "no-referrer": browsers then send "Origin: null" with the form, and Django refuses it.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
