"""A report as a table: what screen, terminal, PDF, DOCX, XLSX, CSV and JSON all draw from.

Every number knows which dossiers it counts, so that opening it cannot disagree with how it is
written; the writers know nothing of any single report.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from motcua.core.clock import VN
from motcua.core.money import format_number
from motcua.organization.selectors import OfficeRow
from motcua.reports.drill import Sought
from motcua.reports.period import Period

TOTAL = "Tổng"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers. `over`: the head above it and its neighbours; `number`: what the form
    calls it, as “(3)=(4)+(5)+(6)”; `adds`: the keys of the columns it is the sum of; `words` means
    that it holds text."""

    key: str
    head: str
    over: str = ""
    number: str = ""
    adds: tuple[str, ...] = ()
    words: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure and what it counts; a `whole` makes it a share of that, in words a percentage.

    `link`: the address of a page by name and query, where what is counted are no dossiers.
    """

    number: int | None = None
    sought: Sought | None = None
    whole: int | None = None
    words: str = ""
    link: tuple[str, Mapping[str, str]] | None = None

    @property
    def said(self) -> str:
        """As people read it: 1.315, 97,19 %, the words; nothing for a blank."""
        if self.number is None:
            return self.words
        if self.share is None:
            return "" if self.whole is not None else format_number(self.number)
        return f"{self.share * 100:.2f}%".replace(".", ",")

    @property
    def share(self) -> float | None:
        """`number` of `whole`, of 1; None where there is no whole."""
        return self.number / self.whole if self.number is not None and self.whole else None


@dataclass(frozen=True, slots=True)
class Line:
    """A row; `key` names it in addresses. A `section` sums the lines after it, a `total` the
    sections, or the lines where there are none; a `heading` has no cells, a `subtotal` stands below
    the lines it sums."""

    key: str
    mark: str
    name: str
    cells: Sequence[Cell]
    kind: Literal["line", "section", "heading", "subtotal", "total"] = "line"


@dataclass(frozen=True, slots=True)
class Table:
    """The whole document. `facts` are told in JSON beside office and days; `adds_up` is false where
    a column holds things of different kinds; `hidden` can be opened and are drawn by no writer;
    `caveats` are footnotes the figures mislead without, which CSV bears too."""

    slug: str
    form: str
    rule: str
    title: Sequence[str]
    unit: str
    office: OfficeRow
    period: Period
    name_head: str
    name_key: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    footnotes: Sequence[str] = ()
    receiver: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    adds_up: bool = True
    hidden: Sequence[Line] = ()
    known_at: datetime | None = None
    caveats: Sequence[str] = ()

    @property
    def span(self) -> str:
        """The period in words; one that is not over says until when it counts."""
        days = f"Từ ngày {self.period.from_on:%d/%m/%Y} đến ngày {self.period.to_on:%d/%m/%Y}"
        return ", ".join(filter(None, (days, self.period.until, self.known)))

    @property
    def known(self) -> str:
        """By what was written until when; nothing for all there is."""
        if self.known_at is None:
            return ""
        return f"theo những gì đã ghi đến {self.known_at.astimezone(VN):%H:%M ngày %d/%m/%Y}"

    @property
    def grouped(self) -> bool:
        """Whether lines stand in sections."""
        return any(line.kind == "section" for line in self.lines)

    @property
    def heads(self) -> Sequence[tuple[str, int]]:
        """The upper heads with how many columns each spans; "" for a column that has none."""
        found: list[tuple[str, int]] = []
        for column in self.columns:
            if column.over and found and found[-1][0] == column.over:
                found[-1] = (column.over, found[-1][1] + 1)
            else:
                found.append((column.over, 1))
        return found

    def cell(self, key: str, column: str) -> Cell | None:
        """The cell of a line and a column, by their keys; None when there is none."""
        place = next((n for n, one in enumerate(self.columns) if one.key == column), None)
        line = next((one for one in (*self.lines, *self.hidden) if one.key == key), None)
        return None if place is None or line is None or not line.cells else line.cells[place]
