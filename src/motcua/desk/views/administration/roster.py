"""A list of staff from XLSX: the template, the dry run that names every fault, then all of it."""

import base64

from django.core import signing
from django.http import HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.administration.frame import draw, offices_of
from motcua.identity.grants import Duty
from motcua.identity.roster.judging import Judgement, judge
from motcua.identity.roster.sheet import LARGEST, MOST, lines, template
from motcua.identity.roster.taking import take_list
from motcua.organization.selectors import departments

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SALT = "motcua.desk.roster"
SECONDS = 3600


@official(Duty.ADMINISTER)
def roster(request: DeskRequest) -> HttpResponse:
    """The file is checked first; what was checked comes back sealed with the button that writes."""
    if request.method != "POST":
        return _draw(request)
    try:
        content = _content(request)
        judged = judge(lines(content), offices_of(request), request.at.date())
        if judged.faults or "commit" not in request.POST:
            return _draw(request, judged=judged, sealed=_seal(content, request))
        taken = take_list(judged.entries, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, fault=said(refused), status=422)
    return draw(request, "roster_done", "roster", {"taken": taken})


@official(Duty.ADMINISTER)
def sample(request: DeskRequest) -> HttpResponse:
    """The template, with the offices and departments that may be written in it."""
    listed = [
        (office.name, [part.name for part in departments(office.id) if part.ended_on is None])
        for office in offices_of(request)
    ]
    answer = HttpResponse(template(listed), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="danh-sach-can-bo.xlsx"'
    return answer


def _content(request: DeskRequest) -> bytes:
    """The file sent now, else the one checked before; Refused when there is neither."""
    sent = request.FILES.get("file")
    if sent is not None:
        return bytes(sent.read(LARGEST + 1))
    try:
        sealed = signing.loads(request.POST.get("sealed", ""), salt=SALT, max_age=SECONDS)
        if sealed["by"] == request.actor.account_id:
            return base64.b64decode(sealed["file"])
    except (signing.BadSignature, KeyError, ValueError):
        pass
    raise Refused("roster_missing")


def _seal(content: bytes, request: DeskRequest) -> str:
    """The file as a hidden field that nobody else can use or change."""
    file = base64.b64encode(content).decode()
    return signing.dumps({"by": request.actor.account_id, "file": file}, salt=SALT)


def _draw(
    request: DeskRequest,
    judged: Judgement | None = None,
    sealed: str = "",
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"judged": judged, "sealed": sealed, "fault": fault, "most": MOST}
    bad = judged is not None and bool(judged.faults)
    return draw(request, "roster", "roster", context, 422 if bad else status)
