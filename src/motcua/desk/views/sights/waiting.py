"""Where dossiers wait: the map of one procedure, and the dossiers behind any figure of a chart."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.clock import duration_words
from motcua.core.refusal import Refused
from motcua.core.waits import Spread
from motcua.desk.drawing.routes import RouteDrawing, Stop, route_drawing
from motcua.desk.forms.periods import period_name
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import beside_page
from motcua.desk.rendering import page
from motcua.desk.sight_words import KINDS, Kind
from motcua.desk.views.figure_lists import take_away
from motcua.desk.views.sights.asking import PAGES, Seen, asked, chart
from motcua.desk.views.sights.charting import Number
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors import sights
from motcua.dossiers.selectors.figure_lists import ChartFigure
from motcua.dossiers.selectors.sights import RouteMap, Station
from motcua.identity.grants import Duty

PAGE_OF = {
    "co-ket-qua": "sight-on-time",
    "ly-do": "sight-on-time",
    "den-luc": "sight-arrivals",
    "buoc": "sight-waiting",
    "buoc-cham": "sight-waiting",
}


@official(Duty.CHARTS)
def waiting(request: DeskRequest) -> HttpResponse:
    """The map of the procedure asked for, else of the one with most dossiers settled."""
    slug = request.GET.get("tt", "")

    def fill(seen: Seen) -> dict[str, Any]:
        offered = sights.procedures_settled(seen.view)
        chosen = next((one for one in offered if one.slug == slug), None)
        missing = bool(slug) and chosen is None
        chosen = chosen or next(iter(offered), None)
        found = sights.route_map(seen.view, chosen.slug) if chosen else None
        return {
            "offered": offered,
            "chosen": chosen,
            "missing": missing,
            "map": found,
            "drawing": _drawn(seen, chosen.slug, found) if chosen and found else None,
            "stations": _stations(seen, chosen.slug, found) if chosen and found else (),
        }

    return chart(request, "sight-waiting", fill, of_period=True)


def _drawn(seen: Seen, slug: str, found: RouteMap) -> RouteDrawing | None:
    return route_drawing(
        [
            Stop(
                one.key, one.name, _said(one), one.office, one.citizen,
                seen.behind("buoc", tt=slug, b=one.key),
            )
            for one in found.stations
        ],
        found.ways,
    )  # fmt: skip


def _said(one: Station) -> str:
    """The office's time of a station, else what is the citizen's there."""
    if one.office and one.office.ninetieth:
        return _spread(one.office)
    if one.citizen:
        return f"người dân: {_spread(one.citizen)}"
    return "trong phút" if one.office else "chưa có lượt nào xong"


def _spread(found: Spread) -> str:
    median, ninetieth = (duration_words(t) for t in (found.median, found.ninetieth))
    return f"{median} · 90%: {ninetieth}"


def _stations(seen: Seen, slug: str, found: RouteMap) -> list[tuple[Station, Number, Number]]:
    return [
        (
            one,
            Number(
                one.dossiers, seen.behind("buoc", tt=slug, b=one.key), f"hồ sơ qua bước {one.name}"
            ),
            Number(
                one.slow, seen.behind("buoc-cham", tt=slug, b=one.key), f"chậm nhất ở {one.name}"
            ),
        )
        for one in found.stations
    ]


@official(Duty.CHARTS)
def behind(request: DeskRequest, kind: str) -> HttpResponse:
    """The dossiers behind one figure, without people."""
    seen, known, given = _figure(request, kind)
    try:
        found = sights.behind(seen.view, known.figure, given, request.GET.get("trang"))
        told = _told(request, known)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    except (KeyError, ValueError, IndexError):
        raise Http404("no such figure") from None
    back = PAGE_OF.get(kind, "sights")
    where = {name: request.GET[name] for name in ("tu", "den", "dv", "tt") if request.GET.get(name)}
    context = {
        "page": found,
        "query": beside_page(request.GET),
        "told": told,
        "key": uuid4(),
        "away": f"{reverse('desk:sight-behind-away', args=[kind])}?{request.GET.urlencode()}",
        "office_name": seen.office.name if seen.office else f"{len(seen.offices)} đơn vị",
        "period": period_name(seen.view.from_on, seen.view.to_on) if known.of_period else "hôm nay",
        "back": f"{reverse(f'desk:{back}')}?{urlencode(where)}",
        "back_words": dict(PAGES)[back],
    }
    return page(request, "desk/sights/sight-behind.html", context, here="overview")


@official(Duty.CHARTS)
@require_POST
def behind_away(request: DeskRequest, kind: str) -> HttpResponse:
    """The same list whole, as a file: the address says which, the button in which form."""
    seen, known, given = _figure(request, kind)
    try:
        said = _told(request, known)
        office = seen.office.name if seen.office else f"{len(seen.offices)} đơn vị"
        days = period_name(seen.view.from_on, seen.view.to_on) if known.of_period else "hôm nay"
        return take_away(
            request, ChartFigure(f"{said}. {office}, {days}", seen.view, known.figure, given)
        )
    except (KeyError, ValueError, IndexError):
        raise Http404("no such figure") from None


def _figure(request: DeskRequest, kind: str) -> tuple[Seen, Kind, dict[str, str]]:
    """What an address names: the view, the kind of figure, the columns it is counted at."""
    known = KINDS.get(kind)
    _, seen = asked(request)
    if known is None or seen is None:
        raise Http404("no such figure")
    given = {
        column: request.GET[name]
        for name, (column, _) in known.params.items()
        if name in request.GET
    }
    return seen, known, {**given, **known.fixed}


def _told(request: DeskRequest, known: Kind) -> str:
    said = [known.said]
    for name, (_, words) in known.params.items():
        if name in request.GET:
            said.append(words(request.GET[name]))
    return ", ".join(part for part in said if part)
