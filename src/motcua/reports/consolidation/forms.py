"""The reports that are collected from below, and what each demands: one place a report more is
added to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from motcua.core.consolidating import Across, Sum
from motcua.organization.selectors import OfficeRow
from motcua.reports.consolidation import of_ii_06, of_phu_luc_ii
from motcua.reports.consolidation.figures import Line, Span
from motcua.reports.consolidation.typed import TypedLine
from motcua.reports.drill import Sought
from motcua.reports.narrative.comparing import Over
from motcua.reports.phu_luc_ii import PhuLucII
from motcua.reports.tables import Column, Table


@dataclass(frozen=True, slots=True)
class Made:
    """A report put together: its table, and the sheet of its own where the report has one."""

    table: Table
    sheet: PhuLucII | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is said beside the figures: sentences at the foot, facts for JSON."""

    notes: Sequence[str] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """One report that can be asked of offices below.

    `over`: which dossiers it counts. `computed`: the lines of these units counted by the program,
    by what was known at a moment (None: as things are). `alone`: only those of each unit by itself,
    as things are. `typed`: the lines an office on paper fills in; `across`: what must hold between
    them; `rest`: with what follows from them. `made`: the report over lines; `behind`: which of
    the lines a cell of the made table sums; `sought`: the dossiers of one line's figure, None
    where it counts none.
    """

    slug: str
    name: str
    over: Over
    columns: Sequence[Column]
    sums: Sequence[Sum]
    computed: Callable[[OfficeRow, Span, Sequence[OfficeRow], datetime | None], Sequence[Line]]
    alone: Callable[[Sequence[OfficeRow], Span], Sequence[Line]]
    typed: Callable[[Sequence[OfficeRow], Span], Sequence[TypedLine]]
    across: Callable[[Sequence[TypedLine]], Sequence[Across]]
    rest: Callable[[Sequence[Line]], Sequence[Line]]
    made: Callable[[OfficeRow, Span, Sequence[Line], Told], Made]
    behind: Callable[[OfficeRow, Sequence[Line], str], Sequence[Line]]
    sought: Callable[[Line, str, Span], Sought | None]


def _phu_luc_ii(top: OfficeRow, span: Span, lines: Sequence[Line], told: Told) -> Made:
    sheet = of_phu_luc_ii.made(top, span, lines, told.notes, told.facts)
    return Made(of_phu_luc_ii.table(sheet), sheet)


def _ii_06(top: OfficeRow, span: Span, lines: Sequence[Line], told: Told) -> Made:
    return Made(of_ii_06.made(top, span, lines, told.notes, told.facts))


FORMS: Mapping[str, Form] = {
    one.slug: one
    for one in (
        Form(
            "phu-luc-ii", "Phụ lục II", "received", of_phu_luc_ii.COLUMNS, of_phu_luc_ii.SUMS,
            of_phu_luc_ii.computed, of_phu_luc_ii.alone, of_phu_luc_ii.typed,
            of_phu_luc_ii.across, of_phu_luc_ii.rest, _phu_luc_ii, of_phu_luc_ii.behind,
            of_phu_luc_ii.sought,
        ),
        Form(
            "ii-06a", "Biểu II.06a", "handled", of_ii_06.COLUMNS, of_ii_06.SUMS,
            of_ii_06.computed, of_ii_06.alone, of_ii_06.typed, of_ii_06.across,
            of_ii_06.rest, _ii_06, of_ii_06.behind, of_ii_06.sought,
        ),
    )
}  # fmt: skip
