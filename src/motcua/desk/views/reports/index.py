"""The page that lists the reports there are."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.desk.report_index import listed_for
from motcua.identity.grants import Duty
from motcua.reports.consolidation.selectors import owed


@official(Duty.REPORT)
def reports(request: DeskRequest) -> HttpResponse:
    """Every report this position may open, in its group."""
    context = {
        "groups": listed_for(request.actor),
        "figures_owed": owed(request.actor, request.at),
    }
    return page(request, "desk/reports/index.html", context, here="report")
