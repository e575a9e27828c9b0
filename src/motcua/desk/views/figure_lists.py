"""The list behind a figure, taken away: queued as an export, to be found where long prints are."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest
from motcua.desk.parsing import key_from, value
from motcua.dossiers.selectors.figure_lists import Figure
from motcua.organization.timekeeping import real_now
from motcua.papers.batches import ask_figure

KINDS = {"csv": "figure", "xlsx": "figure-x"}
SAID = "Đã xếp hàng để xuất. Trang này cho biết khi xong."


def take_away(request: DeskRequest, figure: Figure | None) -> HttpResponse:
    """Queue it in the form that was pressed. Raises Refused, as `ask_figure`."""
    kind = KINDS.get(value(request.POST, "form"))
    if figure is None or kind is None:
        raise Http404("nothing to take away")
    ask_figure(
        kind, figure, key=key_from(request.POST), by=request.actor, at=request.at,
        requested_at=real_now(),
    )  # fmt: skip
    return toasts.leave(HttpResponseRedirect(reverse("desk:batches")), toasts.Toast(SAID))
