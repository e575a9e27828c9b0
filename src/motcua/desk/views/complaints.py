"""Complaints at the desk: taken, listed, given to somebody they are not about, answered."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import auditing, toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.feedback import AnswerForm, GiveForm, TakeForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from
from motcua.desk.rendering import page
from motcua.feedback.printing import list_pdf, sheet_pdf
from motcua.feedback.refusals import sentence
from motcua.feedback.selectors import complaints
from motcua.feedback.selectors.complaints import ANSWERED, LATE, OPEN, ComplaintPage
from motcua.feedback.services import answer, complain, give
from motcua.feedback.services.complaints import Said, able_to_answer
from motcua.feedback.slips import receipt_check
from motcua.identity.grants import Duty
from motcua.identity.selectors import actors_in_post
from motcua.organization.timekeeping import real_now

TABS = (("", "Tất cả"), (OPEN, "Chờ trả lời"), (LATE, "Quá hạn"), (ANSWERED, "Đã trả lời"))
FIELD_OF = {
    "no_kind": "kind",
    "no_body": "body",
    "body_long": "body",
    "no_such_slip": "code",
    "bad_contact": "phone",
}


@official(Duty.ANSWER)
def listing(request: DeskRequest) -> HttpResponse:
    """The nearest to its day first. What is looked for travels by POST."""
    state = request.GET.get("tt", "")
    words = clean(request.POST.get("q", ""))[:200]
    context = {
        "rows": complaints.listed(request.actor, request.at, state, words),
        "counts": complaints.counts(request.actor, request.at),
        "tabs": TABS,
        "tab": state,
        "words": words,
    }
    return page(request, "desk/feedback/complaints.html", context, here="complaints")


@official(Duty.ANSWER)
def one(request: DeskRequest, number: str) -> HttpResponse:
    """One complaint, with whoever sent it: noted in the audit."""
    return _draw(request, _load(request, number))


@official(Duty.ANSWER)
def list_paper(request: DeskRequest) -> HttpResponse:
    """The list on paper, without whoever complained."""
    state = request.GET.get("tt", "")
    words = dict(TABS).get(state, TABS[0][1])
    made = list_pdf(request.actor, request.at, state, words, real_now())
    return _pdf(made, f"phan-anh-{request.at:%Y-%m-%d}.pdf")


@official(Duty.ANSWER)
def paper(request: DeskRequest, number: str) -> HttpResponse:
    """One complaint with its answer, for the file and for whoever complained."""
    try:
        made = sheet_pdf(request.actor, number, request.at, real_now())
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None
    return _pdf(made, "phan-anh.pdf")


@official(Duty.ANSWER)
@require_POST
def give_out(request: DeskRequest, number: str) -> HttpResponse:
    """Refused for whoever it is about."""
    shown = _load(request, number)
    form = _give_form(request, shown, bound=True)
    if not form.is_valid():
        return _draw(request, shown, give_form=form, status=422)
    try:
        give(
            shown.row.number,
            to=form.to_uuid(),
            named=form.named_uuids(),
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        form.add_error("to", sentence(refused) or refused.code)
        return _draw(request, shown, give_form=form, status=409)
    return _back(number, "Đã giao phản ánh.")


@official(Duty.ANSWER)
@require_POST
def reply(request: DeskRequest, number: str) -> HttpResponse:
    """In writing; whoever complained reads it by number and check."""
    shown = _load(request, number)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _draw(request, shown, answer_form=form, status=422)
    given = form.cleaned_data
    try:
        answer(
            shown.row.number,
            words=given["words"],
            finding=given["finding"],
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        form.add_error("words", sentence(refused) or refused.code)
        return _draw(request, shown, answer_form=form, status=409)
    return _back(number, "Đã trả lời phản ánh.")


@official(Duty.HEAR)
def new(request: DeskRequest) -> HttpResponse:
    """Typed by the clerk for somebody who came; the number and check are handed over."""
    form = TakeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            number = complain(
                Said(office_id=request.actor.office_id, **form.cleaned_data),
                key=key_from(request.POST),
                channel="desk",
                at=request.at,
                secret=settings.MOTCUA_LOOKUP_KEY,
                by=request.actor,
            )
            check = receipt_check(number, settings.MOTCUA_LOOKUP_KEY)
            return HttpResponseRedirect(
                f"{reverse('desk:complaint-slip', args=[number])}?{urlencode({'kt': check})}"
            )
        except Refused as refused:
            form.add_error(FIELD_OF.get(refused.code), sentence(refused) or refused.code)
    faults = fields_faults([form]) if form.is_bound else []
    key = key_from(request.POST) if form.is_bound else uuid4()
    context = {"form": form, "faults": faults, "key": key}
    status = 422 if faults else 200
    return page(request, "desk/feedback/new.html", context, here="hear", status=status)


@official(Duty.HEAR)
def taken(request: DeskRequest, number: str) -> HttpResponse:
    """What to write down for the person: number, check, until when. Nothing of what was said.

    Whoever does not bring the check characters is not told them: a clerk complained of would read
    the answer by them.
    """
    check = request.GET.get("kt", "")[:20]
    found = complaints.public_complaint(number, check, request.at, settings.MOTCUA_LOOKUP_KEY)
    if found is None:
        raise Http404("no such complaint")
    context = {"found": found, "check": check, "lists": may(request.actor, Duty.ANSWER)}
    return page(request, "desk/feedback/taken.html", context, here="hear")


def _pdf(made: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _load(request: DeskRequest, number: str) -> ComplaintPage:
    try:
        return complaints.one(request.actor, number, request.at)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None


def _give_form(request: DeskRequest, shown: ComplaintPage, *, bound: bool = False) -> GiveForm:
    people = able_to_answer(shown.office_id, request.at, request.actor)
    able = [
        (one.account_uuid, f"{one.person}, {one.title}")
        for one in people
        if one.account_uuid not in shown.involved
    ]
    staff = actors_in_post(request.at, shown.office_id)
    named: dict[UUID, str] = {one.account_uuid: f"{one.person}, {one.title}" for one in staff}
    data = request.POST if bound else None
    return GiveForm(data, able=able, staff=list(named.items()))


def _draw(
    request: DeskRequest,
    shown: ComplaintPage,
    *,
    give_form: GiveForm | None = None,
    answer_form: AnswerForm | None = None,
    status: int = 200,
) -> HttpResponse:
    auditing.complaint_viewed(request, shown.row.number)
    if give_form is None and shown.may_give:
        give_form = _give_form(request, shown)
    if answer_form is None and shown.may_answer:
        answer_form = AnswerForm()
    bound: Sequence[Any] = [f for f in (give_form, answer_form) if f is not None and f.is_bound]
    context = {
        "shown": shown,
        "give_form": give_form,
        "answer_form": answer_form,
        "faults": fields_faults(bound),
        "opens": may(request.actor, Duty.OPEN),
    }
    return page(request, "desk/feedback/complaint.html", context, here="complaints", status=status)


def _back(number: str, said: str) -> HttpResponse:
    answer_ = HttpResponseRedirect(reverse("desk:complaint", args=[number]))
    return toasts.leave(answer_, toasts.Toast(said))
