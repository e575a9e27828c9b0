"""Opinions and visits of a position: what others wait for, what it waits for, where it goes."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rail import ON_STEPS
from motcua.desk.rendering import page
from motcua.dossiers.selectors.field_visits import field_visits
from motcua.dossiers.selectors.opinions import asked_rows


@official(*ON_STEPS)
def opinions(request: DeskRequest) -> HttpResponse:
    """To answer, waited for, visits ahead; what runs out first stands first."""
    actor, at = request.actor, request.at
    context = {
        "to_answer": asked_rows(actor, "answer", at),
        "waited_for": asked_rows(actor, "waiting", at),
        "visits": field_visits(actor, at),
    }
    return page(request, "desk/opinions.html", context, here="inbox")
