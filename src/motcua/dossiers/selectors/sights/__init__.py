"""What charts are drawn from: counts of dossiers without people, each opening what it counted."""

from collections.abc import Mapping

from django.core.paginator import Page
from django.db.models import QuerySet

from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.search import Found, turned
from motcua.dossiers.selectors.sights.coming import ARRIVALS
from motcua.dossiers.selectors.sights.ending import GAPS, REASONS, SETTLED, UNPROMISED
from motcua.dossiers.selectors.sights.standing import (
    AGES,
    CAME_TODAY,
    FACES,
    OLDER,
    OPEN,
    TODAY,
    WENT_TODAY,
    behind_today,
    today,
)
from motcua.dossiers.selectors.sights.viewing import Figure, View, offices_seen
from motcua.dossiers.selectors.sights.waiting import (
    Asked,
    RouteMap,
    Station,
    behind_station,
    procedures_settled,
    route_map,
)

__all__ = [
    "AGES", "ARRIVALS", "CAME_TODAY", "FACES", "GAPS", "OLDER", "OPEN", "REASONS", "SETTLED",
    "TODAY", "UNPROMISED", "WENT_TODAY", "Asked", "Figure", "RouteMap", "Station",
    "View", "behind", "behind_station", "offices_seen", "procedures_settled", "route_map",
    "rows_behind", "today",
]  # fmt: skip

FIGURES: Mapping[str, Figure] = {
    "arrivals": ARRIVALS,
    "came": CAME_TODAY,
    "went": WENT_TODAY,
    "open": OPEN,
    "settled": SETTLED,
    "reasons": REASONS,
}


def behind(
    view: View, figure: str, given: Mapping[str, str], number: str | None = None
) -> "Page[Found]":
    """A page of what a figure counted, newest first: one of `FIGURES` at the columns given, one of
    `TODAY`, or a `station` of the map of a procedure. Two queries, six for a station.

    Raises Refused("not_found") for what is no figure.
    """
    return turned(rows_behind(view, figure, given), view.at, number)


def rows_behind(view: View, figure: str, given: Mapping[str, str]) -> QuerySet[Dossier]:
    """The rows of `behind`, all of them. Raises as it does."""
    if figure in FIGURES:
        return FIGURES[figure].behind(view, given)
    if figure in TODAY:
        return behind_today(view, figure)
    if figure != "station":
        raise Refused("not_found")
    slow = given.get("slow", "") == "1"
    ids = behind_station(view, given.get("procedure", ""), given.get("key", ""), slow=slow)
    return Dossier.objects.filter(pk__in=ids).order_by("-received_at", "id")
