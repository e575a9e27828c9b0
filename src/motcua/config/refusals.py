"""What a person or a program reads when something is refused, missing or broken."""

import json
from collections import ChainMap, defaultdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.template import loader

from motcua.boxes import refusals as boxes
from motcua.catalogue import refusals as catalogue
from motcua.core.refusal import Refused
from motcua.dossiers import refusals as dossiers
from motcua.feedback import refusals as feedback
from motcua.fees import refusals as fees
from motcua.files import refusals as files
from motcua.identity import refusals as identity
from motcua.messages import refusals as messages
from motcua.organization import refusals as organization
from motcua.papers import refusals as papers
from motcua.reports import refusals as reports

# Status, short title and what to do, for each kind of refusal.
SENTENCES: dict[str, tuple[int, str, str]] = {
    "bad_request": (
        400,
        "Yêu cầu không hợp lệ",
        "Trình duyệt đã gửi một yêu cầu chương trình không đọc được. Hãy quay lại và thử lần nữa.",
    ),
    "stale_form": (
        403,
        "Biểu mẫu đã cũ",
        "Phiên làm việc đã hết hoặc biểu mẫu mở quá lâu. "
        "Hãy quay lại, tải lại trang rồi gửi lần nữa; điều đã nhập vẫn còn trên trang trước.",
    ),
    "forbidden": (
        403,
        "Không được phép",
        "Vị trí công tác của ông/bà không được làm việc này.",
    ),
    "not_found": (
        404,
        "Không tìm thấy trang",
        "Địa chỉ này không có trang nào. Hãy kiểm tra lại hoặc về trang đầu.",
    ),
    "unknown": (404, "Không tìm thấy", "Không có điều đang tìm. Hãy kiểm tra lại."),
    "refused": (409, "Chưa làm được", "Việc này chưa làm được lúc này."),
    "too_much": (413, "Gửi quá nhiều", "Lần gửi này quá lớn. Hãy gửi từng phần nhỏ hơn."),
    "too_many": (429, "Quá nhiều lần thử", "Hãy chờ ít phút rồi thử lại."),
    "database_lost": (
        503,
        "Mất kết nối dữ liệu",
        "Chương trình tạm thời không nối được cơ sở dữ liệu. "
        "Chưa có gì được ghi; hãy thử lại sau ít giây.",
    ),
    "broken": (
        500,
        "Có lỗi trong chương trình",
        "Chưa có gì được ghi. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên số tham chiếu dưới đây.",
    ),
}


def answer(request: HttpRequest, kind: str, sentence: str = "", code: str = "") -> HttpResponse:
    """The refusal in the form the asker reads: page, fragment (htmx) or problem JSON."""
    status, title, usual = SENTENCES[kind]
    facts: dict[str, Any] = {
        "status": status,
        "title": title,
        "sentence": sentence or usual,
        "code": code or kind,
        "reference": getattr(request, "motcua_id", ""),
        "show_reference": kind == "broken",
    }
    response = _render(request, facts)
    response["Cache-Control"] = "no-store"
    if kind == "database_lost":
        response["Retry-After"] = "5"
    return response


def _render(request: HttpRequest, facts: dict[str, Any]) -> HttpResponse:
    if request.path.startswith("/api/"):
        return _problem(facts)
    if request.headers.get("HX-Request"):
        body = loader.render_to_string("errors/_refusal.html", facts)
        return HttpResponse(body, status=facts["status"])
    try:
        asker = request if facts["status"] < 500 else None
        body = loader.render_to_string("errors/refusal.html", facts, asker)
    except Exception:  # noqa: BLE001 (the page that reports an error must not fail)
        body = loader.render_to_string("errors/bare.html", facts)
    return HttpResponse(body, status=facts["status"])


def _problem(facts: dict[str, Any]) -> HttpResponse:
    """RFC 9457, with our refusal code and the request's number."""
    problem = {
        "type": "about:blank",
        "title": facts["title"],
        "status": facts["status"],
        "detail": facts["sentence"],
        "code": facts["code"],
        "instance": f"urn:uuid:{facts['reference']}",
    }
    body = json.dumps(problem, ensure_ascii=False)
    return HttpResponse(body, status=facts["status"], content_type="application/problem+json")


def kind_of(error: BaseException) -> str:
    """Which kind of refusal an exception means; `broken` for anything unforeseen."""
    kinds: list[tuple[type[BaseException], str]] = [
        (PermissionDenied, "forbidden"),
        (Http404, "not_found"),
        (OperationalError, "database_lost"),
        (InterfaceError, "database_lost"),
    ]
    if isinstance(error, Refused):
        unknown = error.code == "not_found" or error.code.startswith("unknown_")
        return "unknown" if unknown else "refused"
    return next((kind for wanted, kind in kinds if isinstance(error, wanted)), "broken")


def sentence_of(refused: Refused) -> str:
    """What the room that refuses says to the person; empty for a code no room has words for."""
    if refused.code in dossiers.SENTENCES:
        return dossiers.sentence(refused)
    rooms = (
        boxes,
        catalogue,
        feedback,
        fees,
        files,
        identity,
        messages,
        organization,
        papers,
        reports,
    )
    known = ChainMap(*(dict(room.SENTENCES) for room in rooms))
    facts = defaultdict(lambda: "…", {name: str(value) for name, value in refused.facts.items()})
    return str(known.get(refused.code, "").format_map(facts))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, "bad_request")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, "forbidden", str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, "not_found")


def broken(request: HttpRequest) -> HttpResponse:
    return answer(request, "broken")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return answer(request, "stale_form")
