"""The page of one act on one dossier: what it asks, and the pressing of its button.

The service decides. The page only draws what the service would ask, and tells its refusal in the
words of the package that refused, beside the field it is about, with what was typed kept.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import kept, toasts
from motcua.desk.acts import Spec, form_of, spec_at
from motcua.desk.forms.acts import ActForm
from motcua.desk.forms.faults import fields_faults
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, number_from, seq_from
from motcua.desk.rendering import page
from motcua.desk.saying import said_of_dossier
from motcua.desk.views.documents import OPENED
from motcua.desk.views.dossier import draw, meet
from motcua.dossiers.asides import ABOUT_OPINIONS, ABOUT_VISITS
from motcua.dossiers.asked import OUTSIDE, Asked, Done, PaperData
from motcua.dossiers.reasons import Reason, offered
from motcua.dossiers.selectors.acts import Offered
from motcua.dossiers.selectors.apologies import drafted_apology
from motcua.dossiers.selectors.hands import may_have
from motcua.dossiers.selectors.opinions import asking, on_paper
from motcua.dossiers.selectors.page import DossierPage, Standing, components_of, page_of
from motcua.identity.grants import Duty
from motcua.papers.documents.awaiting import awaiting
from motcua.papers.documents.issuing import letter_of
from motcua.papers.letters import title_of

ABOUT_ONE = ABOUT_OPINIONS | ABOUT_VISITS
SAYS_WHY_LATE = (Act.RECORD_OVERDUE_REASON, Act.APOLOGISE)
NOT_TOLD = ("to", "outcome", "collector", "pin")
"""What a refused form need not show again, or must not."""

FIELD_OF = {
    "reason_needed": ("overdue_reason",),
    "no_document": ("document",),
    "bad_days": ("days",),
    "not_in_department": ("officer",),
    "already_assigned": ("officer",),
    "promise_too_soon": ("promised_on",),
    "reply_day_past": ("reply_by",),
    "reply_day_needed": ("reply_by",),
    "no_refusal_paper": ("document",),
    "not_a_wait": ("reason",),
    "not_proposed": ("ground",),
    "already_asked": ("override_reason",),
    "leader_only": ("override_reason",),
    "which_way": ("to",),
    "no_reason": ("reason", "note", "override_reason"),
    "bad_answer_day": ("answered_on",),
    "no_opinion": ("opinion",),
    "no_question": ("question",),
    "visit_past": ("visit_on",),
    "visit_same": ("visit_on",),
    "wrong_pin": ("pin",),
    "key_over": ("pin",),
    "key_missing": ("pin",),
    "document_not_opened": ("pin",),
}


@official(Duty.OPEN)
def act(request: DeskRequest, code: str, slug: str) -> HttpResponse:
    """GET asks; POST does it once (same key, same answer) and goes on."""
    spec = spec_at(slug)
    if spec is None:
        raise Http404("no such act")
    stands = meet(request, code)
    step = request.POST.get("step") or request.GET.get("buoc")
    item = number_from(request.POST.get("item") or request.GET.get("muc"))
    offer = _offer(stands, spec, step, item)
    if request.method == "POST":
        return _pressed(request, stands, spec, offer)
    shown = page_of(stands)
    if offer is None or offer.refusal is not None:
        refused = (offer and offer.refusal) or Refused("not_now")
        return draw(request, shown, refused=refused, status=409)
    back = kept.take(request)
    form = _form(request, stands, shown.components, spec, offer, back)
    form.take_focus()
    return _ask(request, shown, spec, offer, form, back)


def _offer(
    stands: Standing, spec: Spec, step: str | None, item: int | None = None
) -> Offered | None:
    mine = [offer for offer in stands.acts if offer.act is spec.act]
    if item is not None:
        return next((offer for offer in mine if offer.item == item), None)
    for offer in mine:
        if step and offer.step == step:
            return offer
    return next((offer for offer in mine if offer.refusal is None), next(iter(mine), None))


def _form(
    request: DeskRequest,
    stands: Standing,
    components: Sequence[Any],
    spec: Spec,
    offer: Offered | None,
    data: QueryDict | None,
) -> ActForm:
    late = spec.act in SAYS_WHY_LATE or (offer is not None and offer.finishes_late)
    listed = _reasons(stands) if late or "waits" in spec.asks else ()
    if OUTSIDE in stands.asked:
        components = [*components, PaperData(OUTSIDE, "Giấy tờ ngoài thành phần hồ sơ", "copy")]
    facts: dict[str, Any] = {
        "components": components,
        "again": stands.supplements > 0,
        "stops_clock": offer.stops_clock if offer else False,
        "reasons": [(one.code, one.words) for one in listed] if late else (),
        "waits": [(one.code, one.words) for one in listed if one.waits_for_citizen],
        "asked": stands.asked,
        "drafted": drafted_apology(stands.row) if "drafted" in spec.asks else None,
        "asking": asking(stands.row, stands.actor, stands.at) if "asking" in spec.asks else None,
        "on_paper": on_paper(stands.row, stands.actor, offer.item if offer else None),
        "colleagues": _colleagues(stands, offer) if "colleagues" in spec.asks else (),
        "documents": awaiting(stands.actor, [stands.id]) if "documents" in spec.asks else (),
    }
    choices = offer.choices if offer else ()
    return form_of(spec, data, facts=facts, choices=choices, today=request.at.date())


def _reasons(stands: Standing) -> Sequence[Reason]:
    """The list of the office that answers for the dossier. One query."""
    return offered(stands.row.handled_by_id or stands.row.office_id)


def _colleagues(stands: Standing, offer: Offered | None) -> Sequence[tuple[str, str]]:
    """Who may be given the step, with what each was given already."""
    if offer is None or offer.step is None:
        return ()
    return [
        (str(one.position_uuid), f"{one.person}, {one.title}, đang được giao {given} hồ sơ")
        for one, given in may_have(stands.row, offer.step, stands.at)
    ]


def _pressed(
    request: DeskRequest, stands: Standing, spec: Spec, offer: Offered | None
) -> HttpResponse:
    """The rest of the page is only read when it has to be shown again."""
    components = components_of(stands) if "components" in spec.asks else ()
    form = _form(request, stands, components, spec, offer, request.POST)
    stale = seq_from(request.POST) != stands.seq
    if not stale and (offer is None or offer.refusal is not None):
        refused = (offer and offer.refusal) or Refused("not_your_act", title=request.actor.title)
        return draw(request, page_of(stands), refused=refused, status=403)
    asks_pin = "pin" in form.fields and "pin" not in request.POST
    if not stale and (asks_pin or not form.is_valid()):
        return _ask(request, page_of(stands), spec, offer, form, request.POST, status=422)
    outcome = _do(request, stands, spec, form)
    if isinstance(outcome, Done):
        return _go_on(spec, outcome, request.at.date())
    return _refused(request, page_of(stands), spec, offer, form, outcome)


def _do(request: DeskRequest, stands: Standing, spec: Spec, form: ActForm) -> Done | Refused:
    asked = Asked(stands.id, seq_from(request.POST), request.at, request.actor)
    arguments = dict(form.arguments()) if form.is_valid() else dict(_least(spec, request.at.date()))
    if spec.on_step and request.POST.get("step"):
        arguments["step"] = request.POST["step"]
    if spec.act in ABOUT_ONE:
        arguments["item"] = number_from(request.POST.get("item")) or 0
    if spec.act is Act.APPROVE:
        arguments["opened"] = [UUID(one) for one in request.session.get(OPENED, [])]
    try:
        (outcome,) = spec.service([asked], key=key_from(request.POST), **arguments)
    except Refused as refused:
        return refused
    return outcome


def _least(spec: Spec, today: date) -> dict[str, Any]:
    """What the service of a stale form is called with: it refuses before it reads any of it."""
    from_slug: dict[str, dict[str, Any]] = {
        "yeu-cau-bo-sung": {"items": []},
        "tam-dung": {"document": "", "reason": ""},
        "rut-ho-so": {"reason": ""},
        "bo-xin-loi": {"reason": ""},
        "huy-tiep-nhan": {"reason": ""},
        "ly-do-qua-han": {"reason": ""},
        "bo-sung-chua-dat": {"items": []},
        "gia-han": {"days": 0, "reason": ""},
        "xin-loi": {"promised_on": today, "reason": "khac"},
        "de-nghi-dung": {"reason": ""},
        "dung-giai-quyet": {"ground": "", "reason": ""},
        "giai-quyet-lai": {"document": "", "reason": ""},
        "lay-y-kien": {"bodies": [], "question": ""},
        "tra-loi-y-kien": {"stance": ""},
        "thoi-cho-y-kien": {"reason": ""},
        "di-thuc-dia": {"visit_at": None, "place": ""},
        "ket-qua-thuc-dia": {"kept": True, "finding": ""},
        "doi-thuc-dia": {"visit_at": None, "reason": ""},
        "huy-thuc-dia": {"reason": ""},
        "giao-viec": {"officer": None, "step": ""},
    }
    return from_slug.get(spec.slug, {})


def _refused(
    request: DeskRequest,
    shown: DossierPage,
    spec: Spec,
    offer: Offered | None,
    form: ActForm,
    refused: Refused,
) -> HttpResponse:
    place = next((name for name in FIELD_OF.get(refused.code, ()) if name in form.fields), None)
    if refused.code == "moved" or offer is None or offer.refusal is not None:
        return draw(request, shown, refused=refused, status=409, typed=_typed(form))
    form.add_error(place, said_of_dossier(refused))
    return _ask(request, shown, spec, offer, form, request.POST, status=409)


def _typed(form: ActForm) -> list[tuple[str, str]]:
    """The words of a refused form, shown so that they can be copied."""
    return [
        (str(form[name].label), str(form[name].value()))
        for name in form.fields
        if name not in NOT_TOLD and form[name].value() not in (None, "", [])
    ]


def _ask(
    request: DeskRequest,
    shown: DossierPage,
    spec: Spec,
    offer: Offered | None,
    form: ActForm,
    data: QueryDict | None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "here": "dossier",
        "dossier": shown,
        "spec": spec,
        "offer": offer,
        "form": form,
        "faults": fields_faults([form]) if status != 200 else [],
        "key": key_from(data) if data else uuid4(),
        "letter": letter_of(spec.service, request.at),
        "given_back": data is not None and status == 200,
        "label": offer.label if offer else spec.verb,
    }
    return page(request, "desk/act.html", context, here="inbox", status=status)


def _go_on(spec: Spec, done: Done, today: date) -> HttpResponse:
    """With the act's letter to print, or else the way to take it back."""
    code = done.code
    undo = reverse("desk:act", args=[code, spec.undo]) if spec.undo else ""
    tail = code.split("-", 1)[1]
    onward = reverse("desk:inbox") if spec.leaves else reverse("desk:dossier", args=[code])
    toast = toasts.Toast(f"{spec.done}: {tail}", undo)
    first = done.head_seq - len(done.events) + 1
    for seq, event in enumerate(done.events, start=first):
        if title := title_of(event.kind, today):
            where = reverse("desk:letter", args=[code, seq])
            toast = toasts.Toast(toast.text, where, f"In {title}")
    return toasts.leave(HttpResponseRedirect(onward), toast)
