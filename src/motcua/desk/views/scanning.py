"""The one box on every page: a code opens its dossier, anything else is looked for.

What is typed travels in the body only: no address, no log and no audit row holds it.
"""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.papers_of_identity import is_card, read_card
from motcua.core.seals import NotASeal, read
from motcua.core.text import clean
from motcua.desk import auditing, kept
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.boards import SEEN, board_address
from motcua.desk.views.handing_over import list_address
from motcua.dossiers.selectors.search import Hits, code_in, search
from motcua.identity.grants import Duty

LONGEST = 200
LONGEST_SEAL = 600


@official(Duty.SEARCH)
def find(request: DeskRequest) -> HttpResponse:
    """One hit opens; several are listed; none says how to look again."""
    back = kept.take(request)
    sent = back if back is not None else request.POST
    words = clean(value(sent, "words"))[:LONGEST]
    if request.method != "POST" or not words:
        return page(request, "desk/found.html", {"words": words, "hits": None}, here="all")
    if (place := board_address(words)) and may(request.actor, *SEEN):
        return HttpResponseRedirect(place)
    if (place := list_address(words)) and may(request.actor, Duty.HANDOVER_LISTS):
        return HttpResponseRedirect(place)
    if code := _sealed(value(sent, "words")):
        return HttpResponseRedirect(reverse("desk:dossier", args=[code]))
    scanned, card = words, read_card(words) if is_card(words) else None
    words = card.number if card else words
    code = code_in(words)
    if code:
        return HttpResponseRedirect(reverse("desk:dossier", args=[code]))
    hits = search(request.actor, words, request.at)
    auditing.searched(request, len(hits.rows))
    if len(hits.rows) == 1:
        return _open(hits)
    begin = scanned if card and may(request.actor, Act.RECEIVE) else ""
    context = {"words": words, "hits": hits, "card": begin}
    return page(request, "desk/found.html", context, here="all")


def _sealed(typed: str) -> str | None:
    """The dossier whose paper's square was scanned whole."""
    try:
        return code_in(read(typed[:LONGEST_SEAL]).seal.subject)
    except NotASeal:
        return None


def _open(hits: Hits) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:dossier", args=[hits.rows[0].code]))
