"""The counter: one form from the procedure to the receipt, for a clerk with a person waiting.

Every button of the form posts the whole of it, so that nothing typed is lost with or without
JavaScript; `do` says which button. Enter in a field only draws the page anew.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.flow import Act
from motcua.core.papers_of_identity import IdKind
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import auditing, carrying, kept, resuming
from motcua.desk.forms.intake import MOST_OWNERS, owners_in
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.meeting import Met, meet, moved, still_open
from motcua.desk.parsing import key_from, value
from motcua.desk.views.before_intake import ask, ask_now, submitted
from motcua.desk.views.counter_page import FIELD_OF, but_papers, draw
from motcua.desk.views.dossier import load
from motcua.desk.views.drafting import keep
from motcua.desk.views.filling import form_of, found
from motcua.dossiers.asked import Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.arriving import kept_of
from motcua.dossiers.selectors.drafts import draft
from motcua.dossiers.selectors.page import DossierPage
from motcua.dossiers.selectors.receipt import typed_slip
from motcua.dossiers.services import drop_draft, receive
from motcua.papers.documents.issuing import refuse_intake


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
        return draw(request, back, given_back=True)
    left = draft(request.actor, key_from(request.GET, "nhap")) if "nhap" in request.GET else None
    if left is not None:
        return draw(request, _drafted(left.data), draft_uuid=str(left.uuid))
    if "ho-so" in request.GET:
        return _resumed(request, value(request.GET, "ho-so"))
    if "thu-tuc" in request.GET:
        named = QueryDict(mutable=True)
        named["procedure"] = value(request.GET, "thu-tuc")[:100]
        return draw(request, named, begin=True)
    return draw(request, None)


def _resumed(request: DeskRequest, code: str) -> HttpResponse:
    """The form of what waits under a reference; who is shown is noted."""
    try:
        kept_one = kept_of(request.actor, code[:40])
    except Refused:
        said = "Không còn hồ sơ nào chờ dưới số này. Tìm mã ở ô tìm, có thể đã tiếp nhận."
        return draw(request, None, faults=[("", said)], status=404)
    auditing.viewed(request, kept_one.code)
    return draw(request, resuming.opened(kept_one))


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
    return draw(request, data, met=met, focus=_paperless(request, data))


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
    return draw(request, data, met=met, focus=prefix)


def _take(request: DeskRequest, data: QueryDict, prefix: str) -> HttpResponse:
    met = meet(request, data, form_of(request, data))
    return _filled(request, data, met) if met else draw(request, data)


def _filled(request: DeskRequest, data: QueryDict, met: Met) -> HttpResponse:
    carrying.take_over(data, met.prefix, met.person, met.place.address)
    return draw(request, data, met=met, focus=met.prefix)


def _today(request: DeskRequest, data: QueryDict, prefix: str) -> HttpResponse:
    """Write an address by the units of today, as the button beside it offers."""
    for one, place in moved(data, form_of(request, data), request.at.date()):
        if one == prefix:
            data[f"{one}-address"] = place.address
    return draw(request, data, focus=prefix)


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
        _again_with(request, begun, dossier)
    return draw(request, begun, begin=agent)


def _again_with(request: DeskRequest, begun: QueryDict, dossier: DossierPage) -> None:
    """What a voided dossier was taken in with; its ticks only while the list of papers is the one
    they were made in."""
    carrying.put_again(begun, dossier, typed_slip(dossier.code, request.actor))
    form = form_of(request, begun)
    if form.version is not None and form.version.id == dossier.procedure.id:
        carrying.put_papers(begun, form.drawn, dossier.components)


def _pick(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    data["procedure"] = chosen[:100]
    data["q"] = data["case"] = ""
    return draw(request, data, begin=True)


def _case(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """The papers and the term of the case chosen; the person is next."""
    return draw(request, data, begin=True)


def _change(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    data["procedure"] = ""
    return draw(request, data)


def _late(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Ask for the slip that was written by hand, or no longer."""
    data["late"] = "" if chosen == "off" else "1"
    return draw(request, data, onto="late-on" if data["late"] else "o0-id_number")


def _sent(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Nobody stands at the counter: ask how it came."""
    data["sent"] = "1"
    if not value(data, "channel"):
        data["channel"] = "post"
    return draw(request, data, onto="channel")


def _owners(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    count = owners_in(data) + (-1 if chosen == "less" else 1)
    shown = max(1, min(count, MOST_OWNERS))
    data["owners"] = str(shown)
    return draw(request, data, onto=f"o{shown - 1}-id_number")


def _receive(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    form = form_of(request, data)
    faults = form.faults()
    if faults:
        return draw(request, data, faults=faults, status=422)
    if "noscript" in data:  # with a script it was shown while the number was typed
        same = still_open(request, data, form)
        if {one.code for one in same}.difference(data.getlist("seen")):
            return draw(request, data, same=same)
    intake = form.intake(at=request.at, by=request.actor)
    return _told(request, data, receive, intake, "desk:received")


def _refuse(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    """Ask for the reason first."""
    form = form_of(request, data)
    if form.version is None:
        return draw(request, data, faults=[form.faults()[0]], status=422)
    return draw(request, data, refusing=chosen or "refuse")


def _refuse_now(request: DeskRequest, data: QueryDict, chosen: str) -> HttpResponse:
    form = form_of(request, data)
    faults = [*but_papers(form)]
    reason = form.rest.cleaned_data.get("reason", "") if form.rest.is_valid() else ""
    if not reason:
        faults.append(("id_reason", "Chưa ghi lý do. Ghi rõ để người nộp biết phải làm gì."))
    if faults:
        return draw(request, data, faults=faults, refusing=chosen or "refuse", status=422)
    intake = form.intake(at=request.at, by=request.actor, reason=reason)
    return _told(request, data, refuse_intake, intake, "desk:refused")


def _told(
    request: DeskRequest, data: QueryDict, service: Callable[..., Any], intake: Any, route: str
) -> HttpResponse:
    """Do it once; on to the page that says so, or back with the refusal."""
    try:
        waited = replace(intake, before=resuming.before_of(request, data))
        (outcome,) = service([waited], key=key_from(data))
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Done):
        drop_draft(request.actor, key_from(data, "draft"))
        together = " ".join(carrying.codes_in(value(data, "together")))
        asked = f"?{urlencode({'cung': together})}" if together else ""
        return HttpResponseRedirect(reverse(route, args=[outcome.code]) + asked)
    fault = (FIELD_OF.get(outcome.code, ""), sentence(outcome))
    return draw(request, data, faults=[fault], status=409)


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
    "submit": submitted,
    "ask": ask,
    "ask-now": ask_now,
    "refuse": _refuse,
    "refuse-now": _refuse_now,
    "late": _late,
    "sent": _sent,
    "later": _later,
}
