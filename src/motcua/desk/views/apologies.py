"""Apologies that wait: drafted by the program, signed by a leader, or dropped with a reason."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from motcua.core.flow import Act
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.dossiers.selectors.apologies import drafted


@official(Act.DROP_APOLOGY)
@require_safe
def waiting(request: DeskRequest) -> HttpResponse:
    """The list, due first; each is signed or dropped at its dossier."""
    rows = drafted(request.actor, request.at)
    context = {"rows": rows, "signs": may(request.actor, Act.APOLOGISE)}
    return page(request, "desk/apologies.html", context, here="morning")


def apologies_wait(request: DeskRequest) -> dict[str, object]:
    """How many lie with this officer, and whether they sign them: what the morning says."""
    found = drafted(request.actor, request.at)
    return {"apologies_wait": len(found), "apologies_signed": any(one.signs for one in found)}
