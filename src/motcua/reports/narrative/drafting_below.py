"""The sentences on what units below confirmed: who did, what came from paper, who did not.

These figures open no dossiers: they are what a unit put its name to, in the round of that period.
"""

from collections.abc import Sequence
from datetime import date

from motcua.core.money import format_number
from motcua.reports.narrative.facts import Below, Facts, Unit, sums
from motcua.reports.narrative.words import Paragraph, item, paragraph, within


def from_below(facts: Facts) -> Sequence[Paragraph]:
    """Nothing without a round of the period in which somebody confirmed."""
    told = facts.below
    if told is None:
        return ()
    return [_first(told), *_from_paper(told), *_missing(told)]


def _first(told: Below) -> Paragraph:
    day = date.fromisoformat(told.as_of_on)
    return paragraph(
        f"Theo số liệu các đơn vị cấp dưới đã xác nhận (tính đến hết ngày {day:%d/%m/%Y}, "
        f"{told.confirmed}/{told.asked} đơn vị): {_said(told.units)}."
    )


def _from_paper(told: Below) -> Sequence[Paragraph]:
    if not told.from_paper:
        return ()
    return [
        paragraph(
            "Trong đó nhập từ sổ giấy, không nằm trong số hồ sơ trên phần mềm: "
            f"{_said(told.from_paper)}, gồm:"
        ),
        *(item(f"{within(one.name)}: {_said([one])};") for one in told.from_paper[:-1]),
        item(f"{within(told.from_paper[-1].name)}: {_said(told.from_paper[-1:])}."),
    ]


def _missing(told: Below) -> Sequence[Paragraph]:
    if not told.missing:
        return ()
    names = ", ".join(within(name) for name in told.missing)
    return [paragraph(f"Chưa xác nhận số liệu: {names}; các con số trên không gồm đơn vị này.")]


def _said(units: Sequence[Unit]) -> str:
    received, on_time, overdue = map(format_number, sums(units))
    return (
        f"tiếp nhận {received} hồ sơ, đúng hạn và trước hạn {on_time} hồ sơ, "
        f"quá hạn {overdue} hồ sơ"
    )
