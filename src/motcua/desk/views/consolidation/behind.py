"""What stands behind a figure of a round: the offices that add to it, then dossiers or a sheet."""

from uuid import UUID, uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.desk.views.consolidation.frame import OPEN, draw, here, or_404
from motcua.desk.views.figure_lists import take_away
from motcua.desk.views.reports.sheet import STANDINGS, narrowed_by, page_number
from motcua.dossiers.reasons import reasons
from motcua.reports.consolidation import behind as asked
from motcua.reports.consolidation.behind import Behind, Part, Parts
from motcua.reports.selectors import opened, whole


@official(*OPEN)
def parts(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The offices and what each adds; a figure of one office leads on at once."""
    get = request.GET.get
    unit, row, column = get("dv", ""), get("dong", ""), get("cot", "")
    found: Parts = or_404(lambda: asked.parts(request.actor, uuid, unit, row, column, request.at))
    where = [(one, _where(uuid, unit, column, one)) for one in found.parts]
    if len(where) == 1 and where[0][1]:
        return HttpResponseRedirect(where[0][1])
    context = {"found": found, "parts": where, "back": _back(uuid, unit)}
    return draw(request, "parts", context)


@official(*OPEN)
def dossiers(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The dossiers of one office's figure, as they were known when it was confirmed. It names
    nobody: a dossier opens for whom it may."""
    found, pairs, said = _asked(request, uuid)
    to, narrowed = narrowed_by(request)
    query = urlencode([*pairs.items(), *narrowed.items()])
    context = {
        "report": {"name": f"{found.round.report}, {found.office.name}"},
        "said": said,
        "span": found.round.name,
        "figure": found.line.numbers[pairs["cot"]],
        "opened": opened(found.sought, page_number(request), to),
        "key": uuid4(),
        "away": f"{reverse('desk:consolidation-dossiers-away', args=[uuid])}?{query}",
        "back": _back(uuid, pairs["dv"]),
        "asked": list(pairs.items()),
        "standings": STANDINGS.items(),
        "reasons": reasons(),
        "narrowed": narrowed,
        "query": query,
    }
    return page(request, "desk/reports/dossiers.html", context, here=here(request))


@official(*OPEN)
@require_POST
def dossiers_away(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The same list whole, as a file: the address says which, the button in which form."""
    found, _, said = _asked(request, uuid)
    to, _ = narrowed_by(request)
    name = f"{found.round.report}, {found.office.name}: {said}. {found.round.name}"
    return take_away(request, whole(found.sought, to, name))


def _asked(request: DeskRequest, uuid: UUID) -> tuple[Behind, dict[str, str], str]:
    """The line an address names, what names it there, and how the list is called."""
    pairs = {name: request.GET.get(name, "") for name in ("dv", "cq", "khoa", "cot")}
    place = pairs["cq"], pairs["khoa"]
    found: Behind = or_404(
        lambda: asked.dossiers_of(request.actor, uuid, pairs["dv"], place, pairs["cot"], request.at)
    )
    line = "" if found.line.name == found.office.name else found.line.name
    return found, pairs, ", ".join(filter(None, (line, found.head.lower())))


def _where(uuid: UUID, unit: str, column: str, part: Part) -> str:
    """Where one office's share leads: its sheet from paper, its dossiers, its procedures."""
    if part.sheet:
        return reverse("desk:consolidation-paper", args=[part.sheet])
    if part.opens:
        pairs = {"dv": unit, "cq": part.slug, "khoa": part.key, "cot": column}
        return f"{reverse('desk:consolidation-dossiers', args=[uuid])}?{urlencode(pairs)}"
    mechanism = {"procedures_one_stop": "one_stop", "procedures_interlinked": "interlinked"}
    if column in mechanism:
        pairs = {"dv": part.slug, "cc": mechanism[column]}
        return f"{reverse('desk:catalogue')}?{urlencode(pairs)}"
    return ""


def _back(uuid: UUID, unit: str) -> str:
    if unit:
        return reverse("desk:consolidation-unit", args=[uuid, unit])
    return reverse("desk:consolidation-sheet", args=[uuid])
