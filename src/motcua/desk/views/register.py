"""Sổ theo dõi hồ sơ: the lines of a period by pages, in volumes on paper, whole as a workbook.

What narrows it names nobody: days, a state, the number at the end of a code. Names are looked for
in the one box, by POST.
"""

import re
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.http import urlencode

from motcua.core.clock import VN
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, last_quarters, period_name, quarter_of
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.dossiers.selectors.register import MOST, STATES, Asking, register_count, register_page
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.register import VOLUME, register_pdf
from motcua.reports.register import extract

STATE_WORDS = (
    ("", "Tất cả"),
    ("dang-giai-quyet", "Đang giải quyết"),
    ("cho-tra", "Có kết quả, chờ trả"),
    ("da-tra", "Đã trả"),
    ("khong-nhan", "Không tiếp nhận, huỷ"),
    ("da-huy", "Tiếp nhận nhầm đã huỷ"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
"""What it is taken away as; on paper it comes in volumes."""
_TAIL = re.compile(r"(?:\d{6}-)?\d{4,6}")
NOT_A_TAIL = "Ghi phần cuối của mã hồ sơ, như 0012 hoặc 170331-0012."


@official(Duty.REGISTER)
def register(request: DeskRequest) -> HttpResponse:
    """Fifty lines a page, by the moment of receipt."""
    form, asking, fault = _asked(request)
    faults = [*fields_faults([form]), *([("so", fault)] if fault else [])]
    context: dict[str, Any] = {
        "form": form,
        "asking": asking,
        "faults": faults,
        "typed": request.GET.get("so", "")[:20],
        "tail_fault": fault,
        "states": STATE_WORDS,
        "quarters": last_quarters(request.at.astimezone(VN).date()),
        "name": period_name(asking.start, asking.end),
        "query": _query(asking),
    }
    if not faults:
        shown = register_page(request.actor, asking, _number(request))
        context |= {
            "shown": shown,
            "of_voided": _query(replace(asking, state="da-huy")),
            "volumes": range(1, -(-shown.count // VOLUME) + 1),
            "too_long": shown.count > MOST,
            "most": MOST,
            "volume_lines": VOLUME,
        }
    status = 422 if faults else 200
    return page(request, "desk/papers/register.html", context, here="register", status=status)


@official(Duty.REGISTER)
def volume(request: DeskRequest, volume: int) -> HttpResponse:
    """A thousand lines on paper, landscape."""
    _, asking, _ = _asked(request)
    if not 1 <= volume <= MOST or (volume - 1) * VOLUME >= max(1, _count(request, asking)):
        raise Http404("no such volume")
    made = register_pdf(request.actor, asking, volume, request.at, real_now())
    headers = {"Content-Disposition": f'inline; filename="{_name(asking)}-quyen-{volume}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@official(Duty.REGISTER)
def file(request: DeskRequest, form: str) -> HttpResponse:
    """The period as a file. Raises Refused("register_too_long")."""
    if form not in TYPES:
        raise Http404("no such form")
    _, asking, _ = _asked(request)
    made = extract(request.actor, asking, form, at=request.at, now=real_now())
    headers = {"Content-Disposition": f'attachment; filename="{_name(asking)}.{form}"'}
    return HttpResponse(made, content_type=TYPES[form], headers=headers)


def _count(request: DeskRequest, asking: Asking) -> int:
    return register_count(request.actor, asking)


def _asked(request: DeskRequest) -> tuple[PeriodForm, Asking, str]:
    """The form, what it asks for, and what is wrong with the number; this quarter by default."""
    quarter = quarter_of(request.at.astimezone(VN).date())
    days = {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}
    given = {name: request.GET.get(name, usual) for name, usual in days.items()}
    form = PeriodForm(given)
    start, end = quarter.start, quarter.end
    if form.is_valid():
        start, end = form.cleaned_data["tu"], form.cleaned_data["den"]
    state = request.GET.get("tt", "")
    tail = "".join(request.GET.get("so", "").split())
    fault = "" if not tail or _TAIL.fullmatch(tail) else NOT_A_TAIL
    asking = Asking(start, end, state if state in STATES else "", "" if fault else tail)
    return form, asking, fault


def _query(asking: Asking) -> str:
    return urlencode(
        {"tu": f"{asking.start:%d/%m/%Y}", "den": f"{asking.end:%d/%m/%Y}",
         "tt": asking.state, "so": asking.tail}
    )  # fmt: skip


def _name(asking: Asking) -> str:
    return f"so-theo-doi-{asking.start:%Y%m%d}-{asking.end:%Y%m%d}"


def _number(request: DeskRequest) -> int:
    given = request.GET.get("trang", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1
