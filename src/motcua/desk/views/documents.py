"""Documents of the office: their register, one of them, signing several with one PIN.

What is looked for by words travels by POST; a PIN too, and it is kept nowhere. Which documents an
officer opened stands in the session: what was not opened is not signed.
"""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.documents import Step
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.forms.documents import DocumentForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.saying import faults_of, put, said
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.documents import printing, services
from motcua.papers.documents import register as documents
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.register import STANDINGS, STEPS, Narrowed
from motcua.papers.documents.signing import release, sign

HERE = "documents"
OPENED = "documents_opened"
MOST_OPENED = 200
LONGEST = 200
FIELD_OF = {
    "no_kind": "kind", "no_subject": "subject", "no_body": "body", "not_found": "dossier",
    "result_needs_dossier": "dossier", "valid_backwards": "valid_until_on",
}  # fmt: skip
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASKED_WORDS = {Step.SEND_BACK, Step.CANCEL}


@official(Duty.DOCUMENTS)
def listing(request: DeskRequest) -> HttpResponse:
    """Fifty a page; what waits for a signature can be ticked by who signs."""
    return _listing(request)


def _listing(
    request: DeskRequest,
    fault: str = "",
    told: Sequence[tuple[str, str, bool]] = (),
    status: int = 200,
) -> HttpResponse:
    asked = _asked(request)
    number = _number(request)
    rows, count = documents.documents(request.actor, asked, number)
    signs = may(request.actor, Duty.SIGN_DOCUMENT)
    context = {
        "rows": rows,
        "count": count,
        "asked": asked,
        "number": number,
        "pages": -(-count // documents.PAGE) or 1,
        "kinds": kinds().values(),
        "standings": [(one.value, words) for one, words in STANDINGS.items()],
        "waiting": documents.to_sign(request.actor) if signs else (),
        "opened": _opened(request),
        "signs": signs,
        "may_draft": may(request.actor, Duty.DRAFT_DOCUMENT),
        "query": _query(asked),
        "narrowed": asked != Narrowed(),
        "fault": fault,
        "told": told,
    }
    return page(request, "desk/documents/list.html", context, here=HERE, status=status)


@official(Duty.DRAFT_DOCUMENT)
def new(request: DeskRequest) -> HttpResponse:
    """A draft; begun from a dossier it is of that dossier."""
    if request.method != "POST":
        return _form(request, DocumentForm(initial={"dossier": request.GET.get("hs", "")[:60]}))
    form = DocumentForm(request.POST)
    return _kept(request, form, lambda: services.draft(request.actor, form.draft(), at=request.at))


@official(Duty.DRAFT_DOCUMENT)
def change(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Other words for a draft."""
    shown = _load(request, uuid)
    if request.method != "POST":
        given = {
            "kind": shown.kind_key, "subject": shown.row.subject, "body": shown.body,
            "recipient": shown.row.recipient, "dossier": shown.row.dossier,
            "is_result": shown.is_result, "valid_from_on": _day(shown.valid_from_on),
            "valid_until_on": _day(shown.valid_until_on),
        }  # fmt: skip
        return _form(request, DocumentForm(initial=given), uuid)
    form = DocumentForm(request.POST)

    def write() -> UUID:
        services.change(request.actor, uuid, form.draft(), at=request.at)
        return uuid

    return _kept(request, form, write, uuid)


@official(Duty.DOCUMENTS)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Its words, its history, and what may be done with it now."""
    shown = _load(request, uuid)
    if request.method != "POST":
        request.session[OPENED] = [*_opened(request), str(uuid)][-MOST_OPENED:]
        return _draw(request, shown)
    try:
        done = _do(request, uuid)
    except Refused as refused:
        return _draw(request, _load(request, uuid), said(refused), status=409)
    answer = HttpResponseRedirect(reverse("desk:document", args=[uuid]))
    return toasts.leave(answer, toasts.Toast(f"Đã làm: {done}"))


@official(Duty.SIGN_DOCUMENT)
@require_POST
def sign_several(request: DeskRequest) -> HttpResponse:
    """The ticked ones, with one PIN; an outcome for each."""
    rows = {str(row.uuid): row for row in documents.to_sign(request.actor)}
    picked = [value for value in request.POST.getlist("pick") if value in rows]
    if not picked:
        return _listing(request, "Chưa đánh dấu văn bản nào. Đánh dấu rồi bấm lại.", status=422)
    uuids = [rows[value].uuid for value in picked]
    try:
        outcomes = _signed(request, uuids)
    except Refused as refused:
        return _listing(request, said(refused), status=409)
    told = [
        (rows[value].subject, "đã ký" if outcome is None else said(outcome), outcome is None)
        for value, outcome in zip(picked, outcomes, strict=True)
    ]
    return _listing(request, told=told)


@official(Duty.DOCUMENTS)
def paper(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The PDF, signed as it is."""
    try:
        made = printing.paper(request.actor, uuid, request.at, real_now())
    except Refused as refused:
        raise Http404(said(refused)) from None
    return _file(made, "application/pdf", f"van-ban-{str(uuid)[:8]}.pdf", "inline")


@official(Duty.DOCUMENTS)
def workbook(request: DeskRequest) -> HttpResponse:
    """What has a number, as a workbook."""
    made = printing.register_xlsx(request.actor, _asked(request), real_now())
    return _file(made, XLSX, "so-van-ban-di.xlsx", "attachment")


@official(Duty.DOCUMENTS)
def register(request: DeskRequest) -> HttpResponse:
    """What has a number, on paper."""
    made = printing.register_pdf(request.actor, _asked(request), request.at, real_now())
    return _file(made, "application/pdf", "so-van-ban-di.pdf", "inline")


def _do(request: DeskRequest, uuid: UUID) -> str:
    """The step that was pressed; the service says whether it may."""
    sent, actor = request.POST, request.actor
    try:
        step = Step(sent.get("step", ""))
    except ValueError:
        raise Refused("document_not_now") from None
    words = sent.get("words", "")[: 4 * LONGEST]
    if step is Step.SIGN:
        (refused,) = _signed(request, [uuid])
        if refused is not None:
            raise refused
    elif step is Step.RELEASE:
        release(actor, uuid, pin=sent.get("pin", ""), at=request.at)
    elif step is Step.REVOKE:
        decision = sent.get("decision", "")
        services.revoke(actor, uuid, decision=decision, because=words, at=request.at)
    else:
        services.pass_on(actor, uuid, step, at=request.at, words=words)
    return STEPS[step].lower()


def _signed(request: DeskRequest, uuids: Sequence[UUID]) -> Sequence[Refused | None]:
    opened = [UUID(one) for one in _opened(request)]
    pin = request.POST.get("pin", "")
    return sign(request.actor, uuids, opened=opened, pin=pin, at=request.at)


def _kept(
    request: DeskRequest, form: DocumentForm, write: Callable[[], UUID], uuid: UUID | None = None
) -> HttpResponse:
    if form.is_valid():
        try:
            where = reverse("desk:document", args=[write()])
            return toasts.leave(HttpResponseRedirect(where), toasts.Toast("Đã lưu văn bản"))
        except Refused as refused:
            put(form, refused, FIELD_OF)
    return _form(request, form, uuid, status=422)


def _form(
    request: DeskRequest, form: DocumentForm, uuid: UUID | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "faults": faults_of(form) if status != 200 else [], "uuid": uuid}
    return page(request, "desk/documents/form.html", context, here=HERE, status=status)


def _draw(request: DeskRequest, shown: Any, fault: str = "", status: int = 200) -> HttpResponse:
    context = {
        "shown": shown,
        "steps": [(one.value, STEPS[one], one in ASKED_WORDS) for one in shown.steps
                  if one not in (Step.CHANGE, Step.REVOKE)],
        "may_change": Step.CHANGE in shown.steps,
        "may_revoke": Step.REVOKE in shown.steps,
        "fault": fault,
        "typed": {name: request.POST.get(name, "")[:LONGEST] for name in ("words", "decision")},
    }  # fmt: skip
    return page(request, "desk/documents/one.html", context, here=HERE, status=status)


def _load(request: DeskRequest, uuid: UUID) -> documents.Page:
    try:
        return documents.document(request.actor, uuid, request.at.date())
    except Refused as refused:
        raise Http404(said(refused)) from None


def _asked(request: DeskRequest) -> Narrowed:
    kind, standing = request.GET.get("loai", ""), request.GET.get("tt", "")
    year = request.GET.get("nam", "")
    return Narrowed(
        kind=kind if kind in kinds() else "",
        standing=standing if standing in {one.value for one in STANDINGS} else "",
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        words=clean(request.POST.get("q", ""))[:LONGEST],
    )


def _query(asked: Narrowed) -> str:
    return urlencode({"loai": asked.kind, "tt": asked.standing, "nam": asked.year or ""})


def _number(request: DeskRequest) -> int:
    given = request.GET.get("trang", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _opened(request: DeskRequest) -> list[str]:
    return list(request.session.get(OPENED, []))


def _day(day: Any) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _file(content: bytes, kind: str, name: str, how: str) -> HttpResponse:
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
