"""The list of decisions, and the file one comes in: checked whole, then kept."""

import base64
from collections.abc import Sequence

from django.core import signing
from django.http import HttpResponse

from motcua.catalogue.decisions.asked import Fault
from motcua.catalogue.decisions.judging import Judgement, judge
from motcua.catalogue.decisions.promulgations import COMING, IN_FORCE, WAITING, WITHDRAWN
from motcua.catalogue.decisions.promulgations import promulgations as decisions
from motcua.catalogue.services.promulgations import File, enter_promulgation
from motcua.catalogue.sheets.reading import read
from motcua.catalogue.sheets.template import template
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.desk.forms.promulgations import parse_day
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.saying import said
from motcua.desk.views.promulgations.frame import XLSX, back, draw
from motcua.files.spreadsheets import LARGEST
from motcua.identity.grants import Duty

LONGEST = 200
SHOWN = 300
"""Faults a page names; a file with more is mended in turns."""

SALT = "motcua.desk.promulgation"
SECONDS = 3600
CSV = "text/csv"
GROUPS = (
    (WAITING, "Chờ duyệt"),
    (COMING, "Sắp có hiệu lực"),
    (IN_FORCE, "Đang có hiệu lực"),
    (WITHDRAWN, "Đã rút lại"),
)


@official(Duty.CATALOGUE)
def promulgations(request: DeskRequest) -> HttpResponse:
    """Those that wait first; the words looked for travel by POST, as everywhere at the desk."""
    words = clean(request.POST.get("q", ""))[:LONGEST]
    rows = decisions(request.at.astimezone(VN).date(), words)
    groups = [
        (name, [row for row in rows if row.state == state])
        for state, name in GROUPS
        if any(row.state == state for row in rows)
    ]
    return draw(request, "list", {"groups": groups, "words": words})


@official(Duty.PROMULGATE)
def upload(request: DeskRequest) -> HttpResponse:
    """The file is checked first and shown; what was checked comes back sealed with the button
    that keeps it. Whatever is wrong, nothing is written."""
    if request.method != "POST":
        return draw(request, "upload", {})
    today = request.at.astimezone(VN).date()
    given = value(request.POST, "rebased_on")
    rebased = parse_day(given)
    try:
        name, content = _content(request)
        handed = read(content, name)
        if handed.head is None or handed.faults:
            return _draw(request, None, handed.faults, name, content, given)
        judged = judge(handed.head, handed.entries, today=today, rebased_on=rebased)
        if judged.faults or "commit" not in request.POST:
            return _draw(request, judged, judged.faults, name, content, given)
        media = XLSX if content[:2] == b"PK" else CSV
        uuid = enter_promulgation(
            handed.head,
            handed.entries,
            at=request.at,
            by=request.actor,
            rebased_on=rebased,
            file=File(name, content, media),
        )
    except Refused as refused:
        return draw(request, "upload", {"fault": said(refused)}, 422)
    return back(uuid, f"Đã nhập quyết định {handed.head.number}. Chờ người thứ hai duyệt.")


@official(Duty.CATALOGUE)
def sample(request: DeskRequest) -> HttpResponse:
    """The spreadsheet to fill in."""
    answer = HttpResponse(template(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="quyet-dinh-cong-bo.xlsx"'
    return answer


def _draw(
    request: DeskRequest,
    judged: Judgement | None,
    faults: Sequence[Fault],
    name: str,
    content: bytes,
    rebased: str,
) -> HttpResponse:
    told = list(faults)
    late = any(fault.key == "rebased_on" for fault in told)
    context = {
        "judged": judged,
        "faults": told[:SHOWN],
        "more": len(told) - SHOWN,
        "name": name,
        "rebased": rebased,
        "may_rebase": late,
        "sealed": _seal(name, content, request) if judged is not None else "",
    }
    return draw(request, "upload", context, 422 if told else 200)


def _content(request: DeskRequest) -> tuple[str, bytes]:
    """The file sent now, else the one checked before. Refused("promulgation_no_file")."""
    sent = request.FILES.get("file")
    if sent is not None:
        return nfc(sent.name or "")[:200], bytes(sent.read(LARGEST + 1))
    try:
        sealed = signing.loads(request.POST.get("sealed", ""), salt=SALT, max_age=SECONDS)
        if sealed["by"] == request.actor.account_id:
            return sealed["name"], base64.b64decode(sealed["file"])
    except (signing.BadSignature, KeyError, ValueError):
        pass
    raise Refused("promulgation_no_file")


def _seal(name: str, content: bytes, request: DeskRequest) -> str:
    """The file as a hidden field that nobody else can use or change."""
    file = base64.b64encode(content).decode()
    return signing.dumps(
        {"by": request.actor.account_id, "name": name, "file": file}, salt=SALT, compress=True
    )
