"""The screen a clerk hands over at the counter: one question, which the clerk does not see.

Neither the answer nor whether it was good is ever shown to a desk; leaders count them.
"""

from django.http import Http404, HttpResponse, HttpResponseRedirect

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import bare
from motcua.feedback.refusals import sentence
from motcua.feedback.selectors.asking import slip_at_desk
from motcua.feedback.services import rate_at_desk
from motcua.feedback.words import SCORES


@official(Act.RETURN_RESULT)
def ask(request: DeskRequest, code: str) -> HttpResponse:
    """GET asks; POST keeps the answer and thanks, with nothing of it on the screen."""
    if "cam-on" in request.GET:
        return bare(request, "desk/rate.html", {"thanks": True})
    try:
        slip = slip_at_desk(code, request.actor, request.at)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None
    fault = slip.refusal
    if request.method == "POST":
        try:
            given = request.POST.get("diem", "")
            rate_at_desk(code=code, score=given, by=request.actor, at=request.at)
        except Refused as refused:
            fault = refused
        else:
            return HttpResponseRedirect(f"{request.path}?cam-on")
    context = {
        "slip": slip,
        "scores": SCORES.items(),
        "fault": sentence(fault) if fault else "",
        "closed": slip.refusal is not None,
    }
    return bare(request, "desk/rate.html", context, status=409 if fault else 200)
