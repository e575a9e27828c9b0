"""Where each figure of a narrative report leads, for an officer who may open it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from motcua.desk.forms.reports import known_words
from motcua.desk.guarding import may
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.reports.narrative.gathering import earlier_of
from motcua.reports.narrative.selectors import Page
from motcua.reports.narrative.words import Figure, Paragraph
from motcua.reports.selectors import EVERYTHING

LISTS = {
    "procedures": "thủ tục tại các bộ phận một cửa",
    "procedures-top": "thủ tục tại bộ phận một cửa của đơn vị",
    "procedures-below": "thủ tục tại bộ phận một cửa cấp xã",
    "one-stop": "thủ tục theo cơ chế một cửa",
    "interlinked": "thủ tục theo cơ chế một cửa liên thông",
    "not-at-desk": "thủ tục không nhận tại bộ phận một cửa",
    "online-high": "dịch vụ công trực tuyến",
    "units": "đơn vị thực hiện một cửa",
    "units-top": "bộ phận một cửa của đơn vị",
    "units-below": "đơn vị cấp xã thực hiện một cửa",
    "desks-met": "đơn vị cấp xã bảo đảm điều kiện",
    "desks-unmet": "đơn vị cấp xã chưa bảo đảm điều kiện",
    "three-no": "đơn vị niêm yết nguyên tắc “3 không”",
    "listing": "đơn vị treo đủ bản niêm yết đang áp dụng",
}
"""What is listed behind a figure that counts no dossiers."""


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
    return _dossiers(page, page.row.from_on, page.row.to_on, figure.unit, figure.figure)


def _earlier(page: Page, figure: Figure) -> str:
    found = earlier_of(page.facts)[figure.figure]
    return _dossiers(page, found.from_on, found.to_on, EVERYTHING, figure.unit)


def _dossiers(page: Page, start: date, end: date, line: str, column: str) -> str:
    """The list behind a cell of Phụ lục II; of what is frozen, by what was known then."""
    asked = {"tu": f"{start:%d/%m/%Y}", "den": f"{end:%d/%m/%Y}", "dv": page.facts.office}
    if page.known_at:
        asked["luc"] = known_words(page.known_at)
    listed = reverse("desk:report-dossiers", args=["phu-luc-ii"])
    return f"{listed}?{urlencode({**asked, 'dong': line, 'cot': column})}"


def _set(page: Page, figure: Figure) -> str:
    which = figure.figure or figure.what
    return reverse("desk:narrative-behind", args=[page.row.uuid, which])


def _list(page: Page, figure: Figure) -> str:
    if figure.unit:
        return reverse("desk:desk-conditions-one", args=[figure.unit])
    which = figure.figure or figure.key
    return reverse("desk:narrative-behind", args=[page.row.uuid, which])


def _nowhere(page: Page, figure: Figure) -> str:
    return ""


_REPORT = (Duty.REPORT,)
_LEADS: Mapping[str, tuple[tuple[Duty, ...], Callable[[Page, Figure], str]]] = {
    "sheet": (_REPORT, _sheet),
    "earlier": (_REPORT, _earlier),
    "early": (_REPORT, _set),
    "saved": (_REPORT, _set),
    "again": (_REPORT, _set),
    "money": (_REPORT, _set),
    "complaints": (_REPORT, _set),
    "procedures": (_REPORT, _list),
    "desks": (_REPORT, _list),
    "boards": (_REPORT, _list),
    "reckoned": ((), _nowhere),
}
