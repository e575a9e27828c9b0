"""Where each figure of a narrative report leads, for an officer who may open it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from motcua.desk.guarding import may
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.reports.narrative.gathering import earlier_of
from motcua.reports.narrative.selectors import Page
from motcua.reports.narrative.words import Figure, Paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence, and the address behind them when they are a figure."""

    text: str
    url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A drafted paragraph as it is shown."""

    runs: Sequence[Run]
    item: bool


def sentences(page: Page, drafted: Sequence[Paragraph], actor: Actor) -> Sequence[Sentence]:
    """The drafted paragraphs with their links."""
    return [
        Sentence([_run(page, run, actor) for run in one.runs], one.item) for one in drafted
    ]  # fmt: skip


def _run(page: Page, run: str | Figure, actor: Actor) -> Run:
    if isinstance(run, str):
        return Run(run)
    duties, address = _LEADS[run.what]
    url = address(page, run) if not duties or may(actor, *duties) else ""
    return Run(run.text, url, run.key)


def _sheet(page: Page, figure: Figure) -> str:
    return _report(page.row.from_on, page.row.to_on)


def _earlier(page: Page, figure: Figure) -> str:
    found = earlier_of(page.facts)[figure.figure.removesuffix("-overdue")]
    return _report(found.from_on, found.to_on)


def _report(start: date, end: date) -> str:
    asked = urlencode({"tu": f"{start:%d/%m/%Y}", "den": f"{end:%d/%m/%Y}"})
    return f"{reverse('desk:report')}?{asked}"


def _set(page: Page, figure: Figure) -> str:
    which = figure.figure or figure.what
    return reverse("desk:narrative-behind", args=[page.row.uuid, which])


def _procedures(page: Page, figure: Figure) -> str:
    return _catalogue(figure.unit, cc=figure.figure)


def _elsewhere(page: Page, figure: Figure) -> str:
    return _catalogue(figure.unit, cc="elsewhere", lv=figure.figure)


def _online(page: Page, figure: Figure) -> str:
    return _catalogue(figure.unit)


def _catalogue(unit: str, **asked: str) -> str:
    given = {"dv": unit, **{name: value for name, value in asked.items() if value}}
    return f"{reverse('desk:catalogue')}?{urlencode(given)}"


def _desks(page: Page, figure: Figure) -> str:
    if figure.unit:
        return reverse("desk:desk-conditions-one", args=[figure.unit])
    return f"{reverse('desk:desk-conditions')}?{urlencode({'ngay': f'{page.row.to_on:%d/%m/%Y}'})}"


def _boards(page: Page, figure: Figure) -> str:
    return reverse("desk:boards")


_REPORT, _CATALOGUE = (Duty.REPORT,), (Duty.CATALOGUE,)
_LEADS: Mapping[str, tuple[tuple[Duty, ...], Callable[[Page, Figure], str]]] = {
    "sheet": (_REPORT, _sheet),
    "earlier": (_REPORT, _earlier),
    "early": (_REPORT, _set),
    "saved": (_REPORT, _set),
    "again": (_REPORT, _set),
    "money": (_REPORT, _set),
    "complaints": (_REPORT, _set),
    "procedures": (_CATALOGUE, _procedures),
    "elsewhere": (_CATALOGUE, _elsewhere),
    "online": (_CATALOGUE, _online),
    "desks": ((Duty.REPORT, Duty.KEEP_DESKS), _desks),
    "boards": ((Duty.POST_LISTING, Duty.QUALITY), _boards),
}
