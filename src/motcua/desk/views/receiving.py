"""After the counter's button: what to say aloud, what to print, what comes next."""

from django.http import HttpResponse

from motcua.core.flow import Act
from motcua.desk.carrying import codes_in
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.dossier import load
from motcua.dossiers.selectors.people import slips


@official(Act.RECEIVE)
def received(request: DeskRequest, code: str) -> HttpResponse:
    """The dossier is in: due time large, print, next, undo. `cung` lists the codes of what the same
    person handed in before it, whose slips are printed with this one.
    """
    dossier = load(request, code)
    codes = [*codes_in(value(request.GET, "cung")), dossier.code]
    context = {
        "dossier": dossier,
        "together": slips(request.actor, codes) if len(codes) > 1 else (),
        "by_other": any(party.role == "submitter" for party in dossier.parties),
    }
    return page(request, "desk/received.html", context, here="intake")


@official(Act.RECEIVE)
def refused(request: DeskRequest, code: str) -> HttpResponse:
    """The intake was refused: the paper for the person, ready to print."""
    return page(request, "desk/refused.html", {"dossier": load(request, code)}, here="intake")
