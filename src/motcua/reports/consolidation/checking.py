"""What was typed from paper held against what its form demands, and what is wrong in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.consolidating import Fault, Lines, Sum, completed, faults
from motcua.core.money import format_number
from motcua.reports.consolidation.figures import Line
from motcua.reports.consolidation.forms import Form
from motcua.reports.consolidation.typed import TypedLine

LARGEST = 9_999_999
"""No office of this country has as many dossiers in a period; more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The lines with their blanks filled, and what does not add up, each with its sentence."""

    lines: Sequence[Line]
    faults: Sequence[tuple[Fault, str]]


def check(form: Form, asked: Sequence[TypedLine], typed: Lines) -> Checked:
    """Hold `typed` (by place; a blank is absent) against the sums of the form. Pure."""
    by_place = {line.place: line for line in asked}
    known = {place: numbers for place, numbers in typed.items() if place in by_place and numbers}
    whole = {place: one for place, one in known.items() if len(by_place[place].columns) > 1}
    kept = {place: one for place, one in whole.items() if not by_place[place].checks}
    beside = {place: one for place, one in known.items() if place not in kept}
    filled = {**completed(kept, form.sums), **beside}
    wrong = [
        *faults({place: filled[place] for place in kept}, form.sums, ()),
        *faults(filled, (), form.across(asked)),
    ]
    lines = [
        Line(line.office, line.key, line.name, filled[line.place])
        for line in asked
        if line.place in filled and not line.checks
    ]
    told = [(one, sentence(form, one)) for one in wrong]
    return Checked(lines if told or not lines else form.rest(lines), told)


def sentence(form: Form, fault: Fault) -> str:
    """What stands in the cell and what it should come to."""
    heads = {column.key: label(form, column.key) for column in form.columns}
    stands, comes_to = format_number(fault.stands), format_number(fault.comes_to)
    head = heads[fault.column]
    if isinstance(fault.of, Sum):
        parts = " + ".join(heads[part] for part in fault.of.parts)
        return f"{head} ghi {stands}, mà {parts} là {comes_to}."
    if fault.of.at_most:
        return f"Các dòng này cộng lại là {comes_to}, nhiều hơn {stands} ở {head} của đơn vị."
    return f"{head}: dòng tổng ghi {stands}, mà các dòng cộng lại là {comes_to}."


def label(form: Form, key: str) -> str:
    """A column as a sentence calls it: by its number in the law's form, else by its head."""
    column = next(one for one in form.columns if one.key == key)
    number = column.number.partition("=")[0]
    return f"cột {number}" if number else f"“{column.head}”"


def heads(form: Form) -> Mapping[str, str]:
    """The columns as a sheet heads them: upper head, head and number in one line."""
    return {
        one.key: " ".join(
            filter(None, (f"{one.over}:" if one.over else "", one.head,
                          one.number.partition("=")[0]))
        )
        for one in form.columns
    }  # fmt: skip
