"""The reports that are tables, by the name the command line and the addresses use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from motcua.organization.timekeeping import is_demonstration
from motcua.reports.annual import annual
from motcua.reports.ii_06 import By, ii_06
from motcua.reports.ii_07 import ii_07
from motcua.reports.phu_luc_ii import phu_luc_ii
from motcua.reports.phu_luc_ii_table import phu_luc_ii_table
from motcua.reports.tables import Table
from motcua.reports.two_views import two_views
from motcua.reports.writers.table_csv import table_csv
from motcua.reports.writers.table_docx import table_docx
from motcua.reports.writers.table_json import table_json
from motcua.reports.writers.table_pdf import table_pdf
from motcua.reports.writers.table_text import table_text
from motcua.reports.writers.table_xlsx import table_xlsx


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a report: days both included, `as_of` a day meaning its end."""

    office: str
    from_on: date
    to_on: date
    now: datetime
    as_of: date | None = None
    known_at: datetime | None = None
    with_below: bool = False
    by: By = "field"


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `below`: it can count with or without those under the office; `by`: a line can
    be a field or a unit; `quarters`: the setting of the period is for it; `years`: whole years are
    offered before quarters."""

    slug: str
    name: str
    build: Callable[[Wanted], Table]
    below: bool = False
    by: bool = False
    quarters: bool = True
    years: bool = False


def _phu_luc_ii(*period: Any, known_at: datetime | None, **given: Any) -> Table:
    return phu_luc_ii_table(phu_luc_ii(*period, known_at=known_at, **given), known_at)


def _asks(build: Callable[..., Table], *more: str) -> Callable[[Wanted], Table]:
    """Hands a report what every report takes, and what it takes `more`."""

    def built(asked: Wanted) -> Table:
        return build(
            asked.office, asked.from_on, asked.to_on, now=asked.now, as_of=asked.as_of,
            known_at=asked.known_at, **{name: getattr(asked, name) for name in more},
        )  # fmt: skip

    return built


_ALL, _BY = "with_below", "by"
FAMILY: Mapping[str, Report] = {
    one.slug: one
    for one in (
        Report("phu-luc-ii", "Phụ lục II", _asks(_phu_luc_ii), quarters=False),
        Report("ii-06a", "Biểu II.06a", _asks(partial(ii_06, "a"), _ALL), below=True),
        Report("ii-06b", "Biểu II.06b", _asks(partial(ii_06, "b"), _BY), by=True),
        Report("ii-06c", "Biểu II.06c", _asks(partial(ii_06, "c"), _BY), by=True),
        Report("ii-07", "Biểu II.07", _asks(ii_07, _ALL), below=True),
        Report(
            "tre-han-hai-cach",
            "Trễ hạn: hai cách nhìn",
            _asks(two_views, _ALL),
            True,
            quarters=False,
        ),
        Report(
            "cchc-nam",
            "Báo cáo cải cách hành chính",
            _asks(annual, _ALL),
            True,
            quarters=False,
            years=True,
        ),
    )
}


def _sample(write: Callable[..., bytes]) -> Callable[[Table], bytes]:
    """Marks what is made from invented data."""
    return lambda table: write(table, sample=is_demonstration())


FORMATS: Mapping[str, Callable[[Table], str | bytes]] = {
    "json": table_json,
    "csv": table_csv,
    "xlsx": table_xlsx,
    "docx": _sample(table_docx),
    "pdf": _sample(table_pdf),
    "text": table_text,
}
