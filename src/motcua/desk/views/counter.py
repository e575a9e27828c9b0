"""The counter: one form from the procedure to the receipt, for a clerk with a person waiting.

Every button of the form posts the whole of it, so that nothing typed is lost with or without
JavaScript; `do` says which button. Enter in a field only draws the page anew.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.flow import Act
from motcua.core.papers_of_identity import IdKind
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import carrying, kept
from motcua.desk.forms.fields import LONGEST_WORDS
from motcua.desk.forms.intake import MOST_OWNERS, CounterForm, Fault, owners_in
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.meeting import Met, meet, moved, still_open
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.views.dossier import load
from motcua.desk.views.drafting import keep
from motcua.desk.views.filling import form_of, found, promised
from motcua.dossiers.asked import Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.drafts import draft, drafts
from motcua.dossiers.services import drop_draft, receive, refuse_intake

FIELD_OF = {
    "not_in_force": "thu-tuc",
    "not_at_desk": "thu-tuc",
    "not_offered": "thu-tuc",
    "no_case": "case0",
    "unknown_case": "case0",
    "no_owner": "id_o0-name",
    "no_slip_number": "id_late-slip",
    "received_ahead": "id_late-on",
    "too_far_back": "id_late-on",
}


@official(Act.RECEIVE)
def counter(request: DeskRequest) -> HttpResponse:
    """The form, empty or as it was left; or what a button of it asks."""
    if request.method == "POST":
        doing, _, chosen = value(request.POST, "do").partition(":")
        data = request.POST.copy()
        scanned = carrying.read_cards(data)
        if scanned:
            return _card(request, data, scanned)
        return DOINGS.get(doing, _again)(request, data, chosen)
    back = kept.take(request)
    if back is not None:
        keep(request, key_from(back, "draft"), back)
        return _draw(request, back, given_back=True)
    left = draft(request.actor, key_from(request.GET, "nhap")) if "nhap" in request.GET else None
    if left is not None:
        return _draw(request, _drafted(left.data), draft_uuid=str(left.uuid))
    if "thu-tuc" in request.GET:
        named = QueryDict(mutable=True)
        named["procedure"] = value(request.GET, "thu-tuc")[:100]
        return _draw(request, named, begin=True)
    return _draw(request, None)


def _draw(
    request: DeskRequest,
    data: QueryDict | None,
    *,
    faults: Sequence[Fault] = (),
    refusing: str = "",
    status: int = 200,
    begin: bool = False,
    focus: str = "",
    met: Met | None = None,
    **more: Any,
) -> HttpResponse:
    """The page from `data`. Without `faults` nothing is marked wrong yet; `begin` puts the focus
    on the person, once the procedure is chosen, `focus` on what is still empty of that person.
    """
    form = form_of(request, data)
    if begin or focus:
        form.take_focus("" if begin else focus)
    given, of = form.counted() if data is not None else (0, 0)
    words = clean(value(data, "q"))[:LONGEST_WORDS]
    asked_for = value(data, "procedure")
    context = {
        "form": form,
        "faults": faults or _gone(form, asked_for),
        "show_faults": bool(faults),
        "refusing": refusing,
        "words": words,
        "hits": found(request, words) if form.version is None else (),
        "given": given,
        "of": of or sum(1 for paper in form.papers if not paper.component.optional),
        "key": key_from(data) if data and "key" in data else uuid4(),
        "draft_uuid": value(data, "draft") or str(uuid4()),
        "drafts": () if data is not None else drafts(request.actor),
        "met": met,
        "moved": moved(data, form, request.at.date()),
        "together": carrying.codes_in(value(data, "together")),
        **promised(request, form),
        **more,
    }
    return page(request, "desk/counter.html", context, here="intake", status=status)


def _gone(form: CounterForm, asked_for: str) -> Sequence[Fault]:
    if form.version is None and asked_for:
        return [("thu-tuc", sentence(Refused("not_in_force")))]
    return ()


def _again(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Enter in a field, or a box that changes what is asked: the same form, drawn anew.

    While no procedure is chosen and one alone matches, it is taken; so is who came before, while
    their name is not written.
    """
    if not data.get("procedure") and data.get("q"):
        hits = found(request, clean(value(data, "q")))
        if len(hits) == 1:
            return _pick(request, data, hits[0].slug)
    met = meet(request, data, form_of(request, data))
    if met and not value(data, f"{met.prefix}-name").strip():
        return _filled(request, data, met)
    return _draw(request, data, met=met, focus=_paperless(request, data))


def _paperless(request: DeskRequest, data: QueryDict) -> str:
    """Of whom “không có” was just chosen, so that the reason is typed next."""
    prefix, _, name = request.headers.get("HX-Trigger-Name", "").partition("-")
    chosen = value(data, f"{prefix}-id_kind") == IdKind.NONE
    return prefix if name == "id_kind" and chosen else ""


def _card(request: DeskRequest, data: QueryDict, prefix: str) -> HttpResponse:
    """A card was scanned: what it says stands in the form, with what is known besides."""
    met = meet(request, data, form_of(request, data))
    if met and met.prefix == prefix:
        return _filled(request, data, met)
    return _draw(request, data, met=met, focus=prefix)


def _take(request: DeskRequest, data: QueryDict, prefix: str) -> HttpResponse:
    met = meet(request, data, form_of(request, data))
    return _filled(request, data, met) if met else _draw(request, data)


def _filled(request: DeskRequest, data: QueryDict, met: Met) -> HttpResponse:
    carrying.take_over(data, met.prefix, met.person, met.place.address)
    return _draw(request, data, met=met, focus=met.prefix)


def _today(request: DeskRequest, data: QueryDict, prefix: str) -> HttpResponse:
    """Write an address by the units of today, as the button beside it offers."""
    for one, place in moved(data, form_of(request, data), request.at.date()):
        if one == prefix:
            data[f"{one}-address"] = place.address
    return _draw(request, data, focus=prefix)


def _more(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """The next dossier of who came with the one just received; copied here, not in the address."""
    what, _, code = chosen.partition(":")
    dossier = load(request, code)
    together = [*carrying.codes_in(value(data, "together")), dossier.code]
    agent = what == "agent" and any(party.role == "submitter" for party in dossier.parties)
    replaces = what == "again"
    together = [] if replaces else together
    begun = carrying.same_people(dossier, agent=agent, together=list(dict.fromkeys(together)))
    if replaces:
        begun["procedure"] = dossier.procedure.slug
    return _draw(request, begun, begin=agent)


def _pick(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    data["procedure"] = chosen[:100]
    data["q"] = data["case"] = ""
    return _draw(request, data, begin=True)


def _case(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """The papers and the term of the case chosen; the person is next."""
    return _draw(request, data, begin=True)


def _change(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    data["procedure"] = ""
    return _draw(request, data)


def _late(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Ask for the slip that was written by hand, or no longer."""
    data["late"] = "" if chosen == "off" else "1"
    return _draw(request, data)


def _owners(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    count = owners_in(data) + (-1 if chosen == "less" else 1)
    data["owners"] = str(max(1, min(count, MOST_OWNERS)))
    return _draw(request, data)


def _receive(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    form = form_of(request, data)
    faults = form.faults()
    if faults:
        return _draw(request, data, faults=faults, status=422)
    if "noscript" in data:  # with a script it was shown while the number was typed
        same = still_open(request, data, form)
        if {one.code for one in same}.difference(data.getlist("seen")):
            return _draw(request, data, same=same)
    intake = form.intake(at=request.at, by=request.actor)
    return _told(request, data, receive, intake, "desk:received")


def _refuse(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Ask for the reason first; for missing papers it is written already, to be read over."""
    form = form_of(request, data)
    if form.version is None:
        return _draw(request, data, faults=[form.faults()[0]], status=422)
    if chosen == "missing" and not data.get("reason"):
        missing = form.missing() if form.rest.is_bound else ()
        listed = "; ".join(missing) or "…"
        data["reason"] = f"Hồ sơ còn thiếu: {listed}. Ông, bà bổ sung đủ rồi nộp lại."
    return _draw(request, data, refusing=chosen or "refuse")


def _refuse_now(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    form = form_of(request, data)
    needed = {str(paper["given"].auto_id) for paper in form.papers}
    faults = [fault for fault in form.faults() if fault[0] not in needed]
    reason = form.rest.cleaned_data.get("reason", "") if form.rest.is_valid() else ""
    if not reason:
        faults.append(("id_reason", "Chưa ghi lý do. Ghi rõ để người nộp biết phải làm gì."))
    if faults:
        return _draw(request, data, faults=faults, refusing=chosen or "refuse", status=422)
    intake = form.intake(at=request.at, by=request.actor, reason=reason)
    return _told(request, data, refuse_intake, intake, "desk:refused")


def _told(
    request: DeskRequest, data: QueryDict, service: Callable[..., Any], intake: Any, route: str
) -> HttpResponse:
    """Do it once; on to the page that says so, or back with the refusal."""
    try:
        (outcome,) = service([intake], key=key_from(data))
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Done):
        drop_draft(request.actor, key_from(data, "draft"))
        together = " ".join(carrying.codes_in(value(data, "together")))
        asked = f"?{urlencode({'cung': together})}" if together else ""
        return HttpResponseRedirect(reverse(route, args=[outcome.code]) + asked)
    fault = (FIELD_OF.get(outcome.code, ""), sentence(outcome))
    return _draw(request, data, faults=[fault], status=409)


def _later(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Keep it as a draft and begin an empty one."""
    keep(request, key_from(data, "draft"))
    return HttpResponseRedirect(reverse("desk:counter"))


def _drafted(kept_data: dict[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in kept_data.items():
        data.setlist(name, list(values))
    return data


DOINGS: dict[str, Callable[[DeskRequest, QueryDict, str], HttpResponse]] = {
    "find": _again,
    "pick": _pick,
    "change": _change,
    "case": _case,
    "take": _take,
    "more": _more,
    "today": _today,
    "owners": _owners,
    "receive": _receive,
    "refuse": _refuse,
    "refuse-now": _refuse_now,
    "late": _late,
    "later": _later,
}
