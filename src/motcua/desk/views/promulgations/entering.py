"""A decision entered on screen: its head, then one procedure after the other."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.catalogue.decisions.asked import KINDS
from motcua.catalogue.decisions.judging import judge
from motcua.catalogue.search.finding import search_procedures
from motcua.catalogue.selectors import VersionRow, procedures_in_force
from motcua.catalogue.services.promulgations import enter_promulgation
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk.forms.promulgations import HeadForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.saying import faults_of, said
from motcua.desk.views.promulgations.frame import draw, found
from motcua.identity.grants import Duty

LONGEST = 200
MOST = 30


@official(Duty.PROMULGATE)
def begin(request: DeskRequest) -> HttpResponse:
    """The head of a decision; what it says of each procedure comes next, of the one it is entered
    for first."""
    today = request.at.astimezone(VN).date()
    first = _first(request, today)
    if request.method != "POST":
        return draw(request, "new", {"form": HeadForm(), "first": first})
    form = HeadForm(request.POST)
    if form.is_valid():
        head, rebased = form.head(), form.cleaned_data["rebased_on"]
        form.put(judge(head, (), today=today, rebased_on=rebased).faults)
        if not form.errors:
            try:
                uuid = enter_promulgation(
                    head, (), at=request.at, by=request.actor, rebased_on=rebased
                )
                return HttpResponseRedirect(_onward(uuid, first))
            except Refused as refused:
                form.add_error(None, said(refused))
    context = {"form": form, "first": first, "faults": faults_of(form)}
    return draw(request, "new", context, 422)


def _first(request: DeskRequest, today: date) -> VersionRow | None:
    """The procedure in the address, or sent with the form, that the decision begins with."""
    slug = value(request.POST, "thu-tuc") or value(request.GET, "thu-tuc")
    return next((row for row in procedures_in_force(today) if row.slug == slug), None)


def _onward(uuid: UUID, first: VersionRow | None) -> str:
    if first is None:
        return reverse("desk:promulgation-choose", args=[uuid])
    return f"{reverse('desk:promulgation-entry', args=[uuid, first.slug])}?noi-dung=amended"


@official(Duty.PROMULGATE)
def choose(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Which procedure the decision speaks of next, and what it does to it."""
    row = found(request, uuid)
    words = clean(value(request.POST, "q"))[:LONGEST]
    kind = value(request.POST, "kind") or "amended"
    hits = search_procedures(None, words, row.holds_from, MOST) if words else ()
    kinds = [(key, word) for key, word in KINDS.items() if key != "new"]
    context = {"row": row, "words": words, "kind": kind, "kinds": kinds, "hits": hits}
    return draw(request, "choose", context)
