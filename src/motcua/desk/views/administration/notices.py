"""The administrator's pages of notices: the channels, a trial, and the office's own words."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.core.delivery import Ending
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.forms.wordings import WordingForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.saying import faults_of
from motcua.desk.views.administration.frame import chosen_office, draw, offices_of
from motcua.identity.grants import Duty
from motcua.identity.names import names_of
from motcua.messages import handling, own_words, refusals
from motcua.messages.channels.configured import channels, shown
from motcua.messages.facts import sample_facts
from motcua.messages.wordings import FIELDS, FORMS, KINDS, fill
from motcua.organization.selectors import OfficeRow
from motcua.organization.timekeeping import is_demonstration

LONGEST = 254


@official(Duty.ADMINISTER)
def wordings(request: DeskRequest) -> HttpResponse:
    """Where notices leave by, and the words of each kind and form."""
    return _wordings(request)


@official(Duty.ADMINISTER)
@require_POST
def trial(request: DeskRequest) -> HttpResponse:
    """Send a made-up notice, and say what the other side said."""
    channel, address = value(request.POST, "channel"), clean(value(request.POST, "address"))
    try:
        answer = handling.send_trial(
            request.actor, channel, address[:LONGEST], channels(request.at)
        )
    except Refused as refused:
        return _wordings(request, refusals.sentence(refused) or refused.code, status=422)
    if answer.ending is not Ending.SENT:
        return _wordings(request, f"Chưa gửi được: {answer.note}.", status=409)
    said = "Tin thử nằm trong hộp thư thử." if is_demonstration() else "Đã gửi tin thử."
    return toasts.leave(HttpResponseRedirect(reverse("desk:admin-notices")), toasts.Toast(said))


@official(Duty.ADMINISTER)
def wording(request: DeskRequest, office: str, kind: str, form: str) -> HttpResponse:
    """One text: `do=preview` shows a sample, `do=save` keeps it, `do=back` returns to the words of
    the house."""
    where = chosen_office(request, office)
    if kind not in KINDS or form not in FORMS or where.slug != office:
        raise Http404("no such wording")
    here = own_words.of(where.id, kind, form)
    asked = value(request.POST, "do") if request.method == "POST" else ""
    if asked == "back":
        return _back(request, where, kind, form)
    data = request.POST if asked else None
    drawn = WordingForm(
        data, form=form, facts=sample_facts(where, request.at),
        initial={"subject": here.subject, "body": here.body},
    )  # fmt: skip
    if asked and not drawn.is_valid():
        return _one(request, where, kind, drawn, status=422)
    if asked == "save":
        return _save(request, where, kind, drawn)
    return _one(request, where, kind, drawn)


def _save(request: DeskRequest, where: OfficeRow, kind: str, drawn: WordingForm) -> HttpResponse:
    said = drawn.cleaned_data
    try:
        own_words.keep(
            request.actor, where.id, kind, drawn.form, said["subject"], said["body"], request.at
        )
    except Refused as refused:
        drawn.refuse(refused)
        return _one(request, where, kind, drawn, status=409)
    return _to_list(where, "Đã lưu mẫu tin. Tin gửi từ nay dùng lời mới.")


def _back(request: DeskRequest, where: OfficeRow, kind: str, form: str) -> HttpResponse:
    own_words.go_back(request.actor, where.id, kind, form, request.at)
    return _to_list(where, "Đã về lời có sẵn của chương trình.")


def _to_list(where: OfficeRow, said: str) -> HttpResponse:
    back = f"{reverse('desk:admin-notices')}?{urlencode({'dv': where.slug})}"
    return toasts.leave(HttpResponseRedirect(back), toasts.Toast(said))


def _one(
    request: DeskRequest, where: OfficeRow, kind: str, drawn: WordingForm, status: int = 200
) -> HttpResponse:
    edits = own_words.edits(where.id, kind, drawn.form)
    names = names_of(edit.account for edit in edits)
    now = own_words.of(where.id, kind, drawn.form)
    sample = drawn.filled() if status == 200 else fill(now, sample_facts(where, request.at))
    context = {
        "form": drawn,
        "office": where,
        "kind": kind,
        "kind_words": KINDS[kind],
        "form_words": FORMS[drawn.form],
        "fields": FIELDS.items(),
        "own": now.own,
        "sample": sample,
        "edits": [(edit, names.get(edit.account, "")) for edit in edits],
        "faults": faults_of(drawn) if status != 200 else (),
    }
    return draw(request, "wording", "notices", context, status)


def _wordings(request: DeskRequest, fault: str = "", *, status: int = 200) -> HttpResponse:
    office = chosen_office(request, request.GET.get("dv", ""))
    words = own_words.all_of(office.id)
    rows: list[dict[str, Any]] = [
        {
            "kind": kind,
            "words": said,
            "forms": [(form, name, words[kind, form]) for form, name in FORMS.items()],
        }
        for kind, said in KINDS.items()
    ]
    context = {
        "office": office,
        "offices": offices_of(request),
        "channels": shown(),
        "rows": rows,
        "fault": fault,
        "demonstration_box": is_demonstration(),
        "typed": {name: value(request.POST, name) for name in ("channel", "address")},
    }
    return draw(request, "notices", "notices", context, status)
