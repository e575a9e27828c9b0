"""The screen on a department's wall: drawn anew each minute by the browser itself."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import bare
from motcua.dossiers.selectors.wall import wall
from motcua.identity.grants import Duty


@official(Duty.OPEN)
def screen(request: DeskRequest) -> HttpResponse:
    """Late, today and near by step, and the codes that run out first; no rail, no names."""
    shown = wall(request.actor, request.at)
    context = {"wall": shown, "actor": request.actor, "at": request.at}
    return bare(request, "desk/wall.html", context)
