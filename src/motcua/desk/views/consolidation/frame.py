"""What the pages of rounds share: a made table with its links, the way back, who may come in."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may
from motcua.desk.rendering import page
from motcua.desk.saying import said
from motcua.desk.views.reports.sheet import Row, Shown
from motcua.identity.grants import Duty
from motcua.reports.selectors import Cell, Table

OPEN = (Duty.REPORT, Duty.CONSOLIDATE, Duty.CONFIRM_FIGURES, Duty.ENTER_FIGURES)
"""Who comes to these pages at all; which rounds and offices, the selectors say."""
ASKS = (Duty.REPORT, Duty.CONSOLIDATE)
"""Who looks at a whole round."""
LONGEST = 300


def draw(
    request: DeskRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of rounds."""
    name = f"desk/consolidation/{template}.html"
    return page(request, name, context, here=here(request), status=status)


def here(request: DeskRequest) -> str:
    """The entry of the rail these pages stand in: their own for who answers, else the reports."""
    return "figures" if may(request.actor, Duty.ENTER_FIGURES) else "report"


def or_404(ask: Callable[[], Any]) -> Any:
    """What a selector answers; a refusal is a page that is not there."""
    try:
        return ask()
    except Refused as refused:
        raise Http404(said(refused)) from None


def back(route: str, args: Sequence[object], told: str) -> HttpResponse:
    """On to a page, where `told` is read once."""
    return toasts.leave(HttpResponseRedirect(reverse(route, args=args)), toasts.Toast(told))


def drawn(table: Table, uuid: UUID, unit: str = "") -> dict[str, Any]:
    """The context of `desk/reports/_table.html`, each figure leading to what it is made of: of the
    whole round, or of what `unit` answers."""
    return {
        "table": table,
        "rows": [
            Row(
                line.mark,
                line.name,
                line.kind != "line",
                [
                    Shown(
                        cell.said,
                        _where(uuid, unit, line.key, column.key, cell),
                        f"{column.over} {column.head}, {line.name}".strip(),
                        column.words,
                    )
                    for column, cell in zip(table.columns, line.cells, strict=False)
                ],
            )
            for line in table.lines
        ],
        "over": any(column.over for column in table.columns),
        "numbered": any(column.number for column in table.columns),
    }


def beside(table: Table, uuid: UUID, unit: str = "") -> Sequence[Shown]:
    """The figures told beside the table, each with where it leads."""
    return [
        Shown(cell.said, _where(uuid, unit, line.key, column.key, cell), line.name, column.words)
        for line in table.hidden
        for column, cell in zip(table.columns, line.cells, strict=True)
        if line.key != "tat-ca" and cell.number
    ]


def _where(uuid: UUID, unit: str, line: str, column: str, cell: Cell) -> str:
    if not cell.number:
        return ""
    asked = {"dong": line, "cot": column} | ({"dv": unit} if unit else {})
    return f"{reverse('desk:consolidation-parts', args=[uuid])}?{urlencode(asked)}"
