"""One dossier: where it stands and why, what may be done now, what happened, whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.codes import DossierCode, NotACode
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import auditing, derivation
from motcua.desk.acts import Spec, spec_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.dossiers.asked import Asked
from motcua.dossiers.references import reference_in
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.acts import Offered
from motcua.dossiers.selectors.page import DossierPage, Standing, page_of, standing
from motcua.dossiers.services import see
from motcua.identity.grants import Duty
from motcua.messages.outbox import of_dossier
from motcua.organization.selectors import calendar_of
from motcua.papers.documents.awaiting import awaiting
from motcua.papers.documents.register import Row


@dataclass(frozen=True, slots=True)
class Barred:
    """Acts forbidden now for one and the same reason."""

    reason: str
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Button:
    """One act in the act bar. `direct` acts post from here; the others open their own page."""

    offer: Offered
    spec: Spec
    url: str
    direct: bool


@official(Duty.OPEN, Duty.OVERVIEW)
def dossier(request: DeskRequest, code: str) -> HttpResponse:
    """The page. The holder's first opening is told to the dossier, so that it is not recalled."""
    shown = page_of(_opened(request, meet(request, code)))
    if not shown.masked:
        auditing.viewed(request, shown.code)
    return draw(request, shown)


@official(Duty.OVERVIEW)
def unmask(request: DeskRequest, code: str) -> HttpResponse:
    """An office above says for what purpose it opens a dossier below; that is audited first."""
    purpose = " ".join(request.POST.get("purpose", "").split())
    if request.method != "POST":
        return HttpResponseRedirect(reverse("desk:dossier", args=[code]))
    if not 10 <= len(purpose) <= 500:
        fault = "Ghi mục đích mở hồ sơ, từ 10 đến 500 ký tự."
        return draw(request, load(request, code), purpose=purpose, fault=fault, status=422)
    shown = load(request, code, unmasked=True)
    auditing.viewed(request, shown.code, purpose=purpose)
    return draw(request, shown)


def load(request: DeskRequest, code: str, *, unmasked: bool = False) -> DossierPage:
    """The dossier of `code` for this officer; 404 for what is not a code or not theirs to see."""
    return page_of(meet(request, code), unmasked=unmasked)


def meet(request: DeskRequest, code: str) -> Standing:
    """As `load`, but only how it stands and what may be done with it."""
    try:
        if reference_in(code) is None:
            DossierCode.parse(code)
        return standing(code, request.actor, request.at)
    except NotACode:
        raise Http404("not a dossier code") from None
    except Refused as refused:
        raise Http404(sentence(refused)) from None


def _opened(request: DeskRequest, stands: Standing) -> Standing:
    """Told before the page is read, so that it is read once."""
    if stands.unseen is None or request.method != "GET":
        return stands
    asked = Asked(stands.id, stands.seq, request.at, request.actor)
    see([asked], key=uuid4(), step=stands.unseen)
    return meet(request, stands.code)


def draw(
    request: DeskRequest,
    shown: DossierPage,
    *,
    refused: Refused | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page of `shown`, with a refusal on top when an act was refused."""
    lines = derivation.lines(shown.stretches, calendar_of(request.actor.office_id), request.at)
    context = {
        "here": "dossier",
        "dossier": shown,
        "lines": lines,
        "total": derivation.total_minutes(lines),
        "buttons": buttons(shown, signs=bool(signed_with(request, shown))),
        "barred": barred(shown),
        "key": uuid4(),
        "columns": columns(shown),
        "refusal": sentence(refused) if refused else "",
        "may_receive": may(request.actor, Act.RECEIVE),
        "may_see_obligations": may(request.actor, Duty.OBLIGATIONS),
        "may_know_who_looked": may(request.actor, Duty.WHO_LOOKED),
        "opinions": shown.opinions,
        "notices": () if shown.masked else of_dossier(shown.id),
        "moved": refused is not None and refused.code == "moved",
        **more,
    }
    return page(request, "desk/dossier.html", context, here="inbox", status=status)


def signed_with(request: DeskRequest, shown: DossierPage) -> Sequence[Row]:
    """The documents that wait for the signature of who may approve now; asked for no other."""
    approves = any(one.act is Act.APPROVE and one.refusal is None for one in shown.acts)
    return awaiting(request.actor, [shown.id]) if approves else ()


def buttons(shown: DossierPage, *, signs: bool = False) -> Sequence[Button]:
    """The acts as buttons: the main one first, those that destroy last. `signs`: approving asks for
    a PIN, on its own page."""
    found = []
    for offer in shown.acts:
        spec = spec_of(offer.act)
        if spec is None or offer.refusal is not None:
            continue
        where = reverse("desk:act", args=[shown.code, spec.slug])
        if offer.item is not None:
            where += f"?muc={offer.item}"
        elif offer.step:
            where += f"?buoc={offer.step}"
        direct = spec.direct and _nothing_to_ask(offer) and not (signs and offer.act is Act.APPROVE)
        found.append(Button(offer, spec, where, direct))
    return sorted(found, key=lambda b: (b.offer != shown.main, b.offer.destructive))


def barred(shown: DossierPage) -> Sequence[Barred]:
    """The acts that are a topic but forbidden now, those of one reason together.

    Of the many that wait for another holder only the first is shown, and none that is allowed on
    another step of the same dossier.
    """
    allowed = {offer.label for offer in shown.acts if offer.refusal is None}
    found: dict[str, list[str]] = {}
    for offer in shown.acts:
        if offer.refusal is None or offer.label in allowed:
            continue
        labels = found.setdefault(offer.reason, [])
        if offer.label not in labels and not (labels and offer.refusal.code == "not_your_step"):
            labels.append(offer.label)
    return [Barred(reason, labels) for reason, labels in found.items()]


def _nothing_to_ask(offer: Offered) -> bool:
    return not (offer.choices or offer.stops_clock or offer.finishes_late)


def columns(shown: DossierPage) -> Sequence[Sequence[Any]]:
    """The doors by column: parallel branches stand in one."""
    found: dict[int, list[Any]] = {}
    for door in shown.doors:
        found.setdefault(door.column, []).append(door)
    return [found[column] for column in sorted(found)]
