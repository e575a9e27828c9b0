"""After a handing over: what left, the paper to sign for it, and the next person."""

from uuid import UUID

from django.http import Http404, HttpResponse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.handed import Handing, handing


@official(Act.RETURN_RESULT)
def handed(request: DeskRequest, key: UUID) -> HttpResponse:
    """The results that one button handed out."""
    context = {"handing": _load(request, key), "key": key}
    return page(request, "desk/handed.html", context, here="return")


def _load(request: DeskRequest, key: UUID) -> Handing:
    try:
        return handing(request.actor, key)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
