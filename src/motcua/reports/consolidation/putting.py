"""A round put together: own figures and those confirmed below, with who is missing said in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.core.clock import VN
from motcua.core.consolidating import Standing
from motcua.organization.selectors import OfficeRow, office_by_id, office_on
from motcua.reports.canonical import digest
from motcua.reports.consolidation.figures import Figures, Line, figures_of, frozen_of, stood
from motcua.reports.consolidation.forms import FORMS, Made, Told
from motcua.reports.consolidation.models import Confirmation, Consolidation, ConsolidationUnit
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.scope import units


@dataclass(frozen=True, slots=True)
class Together:
    """The lines of everybody who answered, the report over them, and who did not."""

    figures: Figures
    made: Made
    top: OfficeRow


def computed(row: Consolidation, office: OfficeRow, known_at: datetime | None) -> Sequence[Line]:
    """What the program counts for an office of the round. Queries as its report."""
    span = span_of(row)
    there = units(office_by_id(row.office_id), office, span)
    return FORMS[row.report].computed(office, span, there, known_at)


def together(
    row: Consolidation,
    asked: Sequence[ConsolidationUnit],
    standing: Mapping[int, Confirmation],
) -> Together:
    """The round as it is: frozen where it is closed, else what stands confirmed, with the asking
    office's own counted now where it confirmed nothing. Queries as its report, where it is."""
    span = span_of(row)
    top = office_on(row.office_id, row.to_on)
    figures = figures_of(row.frozen) if row.frozen else gathered(row, asked, standing)
    facts = {"consolidated": _facts(row, figures)}
    told = Told(_notes(row, figures, len(asked), len(standing)), facts)
    return Together(figures, FORMS[row.report].made(top, span, figures.lines, told), top)


def gathered(
    row: Consolidation,
    asked: Sequence[ConsolidationUnit],
    standing: Mapping[int, Confirmation],
) -> Figures:
    """The lines that stand, and the names of those who have none; figures of an office on paper
    that asks are never counted by the program."""
    lines: list[Line] = []
    missing: list[str] = []
    for unit in asked:
        found = standing.get(unit.pk)
        if found is not None:
            said = figures_of(found.figures)
            lines += said.lines
            missing += said.missing
        elif unit.own and not unit.on_paper:
            lines += computed(row, office_by_id(unit.office_id), None)
        else:
            missing.append(stood(office_by_id(unit.office_id).slug, span_of(row)).name)
    return Figures(lines, missing)


def freeze(row: Consolidation, figures: Figures, at: datetime) -> None:
    """Keep the lines and who is missing in the row, with their hash; not saved."""
    row.frozen = frozen_of(span_of(row), office_by_id(row.office_id).slug, figures, at)
    row.sha256, row.closed_at = digest(row.frozen), at


def _facts(row: Consolidation, figures: Figures) -> dict[str, Any]:
    return {
        "as_of": row.as_of_on.isoformat(),
        "closed": row.standing == Standing.CLOSED,
        "sha256": row.sha256 or None,
        "missing": list(figures.missing),
        "from_paper": sorted({line.office for line in figures.lines if line.sheet}),
    }


def _notes(row: Consolidation, figures: Figures, asked: int, confirmed: int) -> Sequence[str]:
    """What a reader of the sheet has to know of where it comes from."""
    closed = row.closed_at.astimezone(VN) if row.closed_at else None
    if closed:
        said = f"Đã chốt lúc {closed:%H:%M ngày %d/%m/%Y}. SHA-256: {row.sha256}"
    else:
        said = f"Chưa chốt: {confirmed}/{asked} đơn vị đã xác nhận số liệu."
    notes = [said]
    if figures.missing:
        names = "; ".join(figures.missing)
        notes.insert(0, f"Chưa có số liệu của: {names}. Bảng này không gồm các đơn vị ấy.")
    span = span_of(row)
    paper = dict.fromkeys(line.office for line in figures.lines if line.sheet)
    if paper:
        names = "; ".join(stood(slug, span).name for slug in paper)
        notes.append(f"Nhập tay từ sổ giấy: {names}.")
    return notes
