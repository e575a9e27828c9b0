"""What changed for me: versions that took effect since I last said I had seen them."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.catalogue.decisions.promulgations import Era, history_of
from motcua.catalogue.services.seeing import put_changes_away
from motcua.core.clock import VN
from motcua.desk import changed
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page


@official()
def changes(request: DeskRequest) -> HttpResponse:
    """The procedures of one's office or department with what changed; a button puts it away."""
    if request.method == "POST":
        put_changes_away(at=request.at, by=request.actor)
        changed.forget(request)
        return HttpResponseRedirect(reverse("desk:front"))
    today = request.at.astimezone(VN).date()
    told = changed.told(request.actor, today)
    eras: list[Era] = []
    for row in told.rows:
        eras += [era for era in history_of(row.procedure_id, today) if era.version.id == row.id]
    context = {"eras": eras, "after": told.after}
    return page(request, "desk/promulgations/changes.html", context, here="promulgations")
