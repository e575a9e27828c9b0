"""After the counter's button: what to say aloud, what to print, what comes next."""

from django.http import HttpResponse

from motcua.core.flow import Act
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.desk.views.dossier import load


@official(Act.RECEIVE)
def received(request: DeskRequest, code: str) -> HttpResponse:
    """The dossier is in: due time large, print, next, undo."""
    return page(request, "desk/received.html", {"dossier": load(request, code)}, here="intake")


@official(Act.RECEIVE)
def refused(request: DeskRequest, code: str) -> HttpResponse:
    """The intake was refused: the paper for the person, ready to print."""
    return page(request, "desk/refused.html", {"dossier": load(request, code)}, here="intake")
