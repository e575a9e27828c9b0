"""What waits to be received: sent in and to be looked at, told what it lacks and to come again."""

from django.http import HttpResponse

from motcua.core.flow import Act
from motcua.core.text import clean
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.dossier import load
from motcua.dossiers.selectors.arriving import to_check, to_complete

LONGEST = 200


@official(Act.ASK_COMPLETION)
def arriving(request: DeskRequest) -> HttpResponse:
    """What is to be looked at, what is due first on top; then what waits for its owner."""
    words = clean(value(request.POST, "words"))[:LONGEST]
    complete = to_complete(request.actor, request.at, words)
    if words:
        auditing.searched(request, len(complete))
    context = {
        "check": to_check(request.actor, request.at),
        "complete": complete,
        "words": words,
        "late": sum(row.late for row in complete),
    }
    return page(request, "desk/arriving.html", context, here="arriving")


@official(Act.ASK_COMPLETION)
def guided(request: DeskRequest, code: str) -> HttpResponse:
    """The owner was told what is missing: the paper for them, ready to print."""
    dossier = load(request, code)
    asked = next((one for one in dossier.history if one.kind == "completion_asked"), None)
    context = {"dossier": dossier, "asked": asked}
    return page(request, "desk/guided.html", context, here="intake")
