"""One narrative report: read with every figure a link, written, discussed, passed on, compared."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.catalogue.selectors import procedures_in_force
from motcua.core.narrative import Step
from motcua.core.refusal import Refused
from motcua.desk import auditing, toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.narrative_links import LISTS, sentences
from motcua.desk.rendering import page
from motcua.desk.saying import said
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_id, office_ids_below
from motcua.organization.timekeeping import is_demonstration
from motcua.papers.docx import MEDIA
from motcua.reports.narrative import behind as sets
from motcua.reports.narrative import comparing, selectors, services
from motcua.reports.narrative.as_docx import as_docx
from motcua.reports.narrative.as_pdf import as_pdf
from motcua.reports.narrative.checking import WORDS
from motcua.reports.narrative.issuing import issue
from motcua.reports.narrative.listed import Listed, listed
from motcua.reports.narrative.sections import written

HERE = "report"
BUTTONS = (
    Step.SUBMIT, Step.SIGN, Step.ISSUE, Step.TAKE_BACK, Step.SEND_BACK, Step.AMEND, Step.CANCEL,
)  # fmt: skip
SAYS_WHY = (Step.SEND_BACK, Step.AMEND, Step.CANCEL)
LONGEST = 1000
_OPEN = (Duty.REPORT, Duty.ISSUE_REPORT)


@official(*_OPEN)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The report as it stands, its check list, comments and history; POST does one step."""
    if request.method != "POST":
        return _draw(request, uuid)
    try:
        where, told = _do(request, uuid)
    except Refused as refused:
        return _draw(request, uuid, said(refused), status=409)
    answer = HttpResponseRedirect(reverse("desk:narrative", args=[where]))
    return toasts.leave(answer, toasts.Toast(told))


@official(Duty.DRAFT_REPORT)
def write(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The words of every section, with what is drafted beside them."""
    shown = _load(request, uuid)
    typed = dict(shown.words)
    fault, status = "", 200
    if request.method == "POST":
        typed = {section.key: request.POST.get(section.key, "") for section in written()}
        try:
            services.write(request.actor, uuid, typed, at=request.at)
            answer = HttpResponseRedirect(reverse("desk:narrative", args=[uuid]))
            return toasts.leave(answer, toasts.Toast("Đã lưu nội dung"))
        except Refused as refused:
            fault, status = said(refused), 409
    drafted = {part.section.key: part.drafted for part in shown.paper.parts}
    fields = [
        (one, typed.get(one.key, ""), sentences(shown, drafted.get(one.key, ()), request.actor))
        for one in written()
    ]
    context = {"shown": shown, "fields": fields, "fault": fault}
    return page(request, "desk/reports/narrative_write.html", context, here=HERE, status=status)


@official(*_OPEN)
def compare(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """What was frozen beside today, dossier by dossier."""
    shown = _load(request, uuid)
    if not shown.frozen:
        raise Http404("nothing is frozen")
    found = comparing.compared(selectors.found(request.actor, uuid), request.at)
    context = {"shown": shown, "found": found}
    return page(request, "desk/reports/narrative_compare.html", context, here=HERE)


@official(*_OPEN)
def behind(request: DeskRequest, uuid: UUID, which: str) -> HttpResponse:
    """The dossiers behind a figure, the procedures or desks it counts, or what each unit has of
    it."""
    shown = _load(request, uuid)
    context: dict[str, Any] = {"shown": shown, "which": which}
    if which in sets.BESIDE:
        context["shares"] = sets.shares(shown.facts, which)
    elif which in sets.SETS:
        context["found"] = sets.behind(shown.facts, which, shown.known_at)
        context["label"] = sets.SETS[which]
    else:
        context["listed"] = found = _listed(shown, which)
        context["label"] = LISTS[found.figure]
        context["may_open"] = _may_open(request, found)
    return page(request, "desk/reports/narrative_behind.html", context, here=HERE)


@official(*_OPEN)
def file(request: DeskRequest, uuid: UUID, form: str) -> HttpResponse:
    """As DOCX or PDF; of an issued one the PDF is the very pages that were kept."""
    if form not in ("docx", "pdf"):
        raise Http404("no such form")
    shown = _load(request, uuid)
    sample = is_demonstration()
    if form == "docx":
        made, kind = as_docx(shown.paper, sample=sample), MEDIA
    else:
        kept = selectors.stored_pdf(selectors.found(request.actor, uuid))
        made, kind = kept or as_pdf(shown.paper, sample=sample), "application/pdf"
    auditing.exported(request, f"bao-cao-tinh-hinh.{form}")
    name = f"bao-cao-{shown.facts.office}-{shown.row.from_on:%Y%m%d}-{shown.row.to_on:%Y%m%d}"
    how = "inline" if form == "pdf" else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}.{form}"'}
    return HttpResponse(made, content_type=kind, headers=headers)


def _listed(shown: selectors.Page, which: str) -> Listed:
    """What the figure counts besides dossiers. 404 when it counts nothing of the kind."""
    try:
        return listed(shown.facts, which, shown.known_at)
    except KeyError:
        raise Http404("no such figure") from None


def _may_open(request: DeskRequest, found: Listed) -> Collection[str]:
    """The slugs of what is listed this officer may open a page of."""
    if found.of != "procedures":
        below = office_ids_below(request.actor.office_id)
        may_see = may(request.actor, Duty.REPORT, Duty.KEEP_DESKS)
        return {office_by_id(pk).slug for pk in below} if may_see else ()
    if not may(request.actor, Duty.CATALOGUE):
        return ()
    return {row.slug for row in procedures_in_force(request.at.date())}


def _do(request: DeskRequest, uuid: UUID) -> tuple[UUID, str]:
    """The step that was pressed; the service says whether it may."""
    actor, at, sent = request.actor, request.at, request.POST
    try:
        step = Step(sent.get("step", ""))
    except ValueError:
        raise Refused("narrative_not_now") from None
    words = sent.get("words", "")[: 4 * LONGEST]
    if step is Step.COMMENT:
        services.comment(actor, uuid, sent.get("key", ""), words, at=at)
    elif step is Step.SETTLE:
        services.settle(actor, uuid, _uuid(sent.get("comment", "")), at=at)
    elif step is Step.SIGN:
        services.sign(actor, uuid, at=at)
    elif step is Step.ISSUE:
        return uuid, f"Đã phát hành, số {issue(actor, uuid, at=at)}"
    elif step is Step.AMEND:
        return services.amend(actor, uuid, because=words, at=at), "Đã lập bản sửa đổi"
    else:
        services.pass_on(actor, uuid, step, at=at, words=words)
    return uuid, f"Đã làm: {selectors.STEPS[step].lower()}"


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused("narrative_not_now") from None


def _load(request: DeskRequest, uuid: UUID) -> selectors.Page:
    try:
        return selectors.narrative(request.actor, uuid, request.at)
    except Refused as refused:
        raise Http404(said(refused)) from None


def _draw(request: DeskRequest, uuid: UUID, fault: str = "", status: int = 200) -> HttpResponse:
    shown = _load(request, uuid)
    by_key: dict[str, list[selectors.Said]] = {}
    for said_one in shown.comments:
        by_key.setdefault(said_one.key, []).append(said_one)
    parts = [
        (
            part.section,
            sentences(shown, part.drafted, request.actor),
            part.written,
            by_key.get(part.section.key, []),
        )
        for part in shown.paper.parts
    ]
    context = {
        "shown": shown,
        "parts": parts,
        "sections": written(),
        "checks": [(one, WORDS[one.key]) for one in shown.checks],
        "buttons": [(one.value, selectors.STEPS[one]) for one in BUTTONS if one in shown.steps],
        "asks_why": any(one in SAYS_WHY for one in shown.steps),
        "may_write": Step.WRITE in shown.steps,
        "may_comment": Step.COMMENT in shown.steps,
        "may_settle": Step.SETTLE in shown.steps,
        "fault": fault,
        "typed": request.POST.get("words", "")[:LONGEST],
    }
    return page(request, "desk/reports/narrative.html", context, here=HERE, status=status)
