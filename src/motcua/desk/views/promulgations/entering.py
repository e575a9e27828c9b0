"""A decision entered on screen: its head, then one procedure after the other."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.catalogue.decisions.asked import KINDS
from motcua.catalogue.decisions.judging import judge
from motcua.catalogue.search.finding import search_procedures
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
    """The head of a decision; what it says of each procedure comes next."""
    if request.method != "POST":
        return draw(request, "new", {"form": HeadForm()})
    form = HeadForm(request.POST)
    if form.is_valid():
        head, rebased = form.head(), form.cleaned_data["rebased_on"]
        today = request.at.astimezone(VN).date()
        form.put(judge(head, (), today=today, rebased_on=rebased).faults)
        if not form.errors:
            try:
                uuid = enter_promulgation(
                    head, (), at=request.at, by=request.actor, rebased_on=rebased
                )
                return HttpResponseRedirect(reverse("desk:promulgation-choose", args=[uuid]))
            except Refused as refused:
                form.add_error(None, said(refused))
    return draw(request, "new", {"form": form, "faults": faults_of(form)}, 422)


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
