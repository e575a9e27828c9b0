"""Figures collected from offices below: through which hands a round goes, how what was typed from
paper is held to add up, and what the sum of many sheets is. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.core.course import Course
from motcua.core.refusal import Refused


class Standing(StrEnum):
    """How far a round has come. From `CLOSED` on its figures are frozen, unless it is reopened."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What is done in a round: by who asks, or by an office that answers."""

    OPEN = "open"
    SWITCH = "switch"
    ENTER = "enter"
    CONFIRM = "confirm"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    REMIND = "remind"
    CLOSE = "close"
    REOPEN = "reopen"
    CANCEL = "cancel"


_S = Standing
COURSE = Course(
    {
        **{
            (_S.OPEN, step): _S.OPEN
            for step in (
                Step.SWITCH, Step.ENTER, Step.CONFIRM, Step.TAKE_BACK, Step.SEND_BACK, Step.REMIND
            )
        },
        (_S.OPEN, Step.CLOSE): _S.CLOSED,
        (_S.OPEN, Step.CANCEL): _S.CANCELLED,
        (_S.CLOSED, Step.REOPEN): _S.OPEN,
    },
    refusal="consolidation_not_now",
)  # fmt: skip


def check_days(from_on: date, to_on: date, as_of_on: date, due_on: date, today: date) -> None:
    """Whether a round can be opened over these days: judged within its period, owed after that and
    not in the past. Raises Refused: period_backwards, consolidation_judged_outside,
    consolidation_due_past."""
    if to_on < from_on:
        raise Refused("period_backwards", first=from_on, last=to_on)
    if not from_on <= as_of_on <= to_on:
        raise Refused("consolidation_judged_outside")
    if due_on <= as_of_on or due_on < today:
        raise Refused("consolidation_due_past")


class Answer(StrEnum):
    """How an office stands to the day it was given."""

    WAITING = "waiting"
    LATE = "late"
    IN_TIME = "in_time"
    AFTER = "after"


def answer(due_on: date, confirmed_on: date | None, today: date) -> Answer:
    """The day of the term is still within it."""
    if confirmed_on is None:
        return Answer.LATE if today > due_on else Answer.WAITING
    return Answer.AFTER if confirmed_on > due_on else Answer.IN_TIME


Numbers = Mapping[str, int]
"""The figures of one line by column; a blank is absent."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a form demands within one line: `whole` is the sum of `parts`, by column."""

    whole: str
    parts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Across:
    """What it demands between lines: in `column`, the lines `parts` make up the lines `wholes`, or
    are at most those. Lines go by their keys; one that is not there counts nothing.
    """

    wholes: Sequence[str]
    parts: Sequence[str]
    column: str
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that does not add up: what stands there, and what the others come to."""

    line: str
    column: str
    stands: int
    comes_to: int
    of: Sum | Across


Lines = Mapping[str, Numbers]
"""What was typed, by the key of the line; a line nobody touched is absent."""


def completed(typed: Lines, sums: Sequence[Sum]) -> Lines:
    """Each whole that was left blank filled with the sum of its parts, in the order of `sums`, and
    a part left blank beside others as nought. A line without any figure stays out."""
    return {key: _line(numbers, sums) for key, numbers in typed.items() if numbers}


def _line(numbers: Numbers, sums: Sequence[Sum]) -> Numbers:
    found = {part: 0 for one in sums for part in one.parts if part not in _wholes(sums)}
    found |= numbers
    for one in sums:
        if one.whole not in found:
            found[one.whole] = sum(found.get(part, 0) for part in one.parts)
    return found


def _wholes(sums: Sequence[Sum]) -> frozenset[str]:
    return frozenset(one.whole for one in sums)


def faults(lines: Lines, sums: Sequence[Sum], across: Sequence[Across]) -> Sequence[Fault]:
    """Every cell of `completed` lines that does not add up, lines in their order."""
    found = []
    for key, numbers in lines.items():
        for one in sums:
            comes_to = sum(numbers.get(part, 0) for part in one.parts)
            if one.whole in numbers and numbers[one.whole] != comes_to:
                found.append(Fault(key, one.whole, numbers[one.whole], comes_to, one))
    for other in across:
        found += _across(lines, other)
    return found


def _across(lines: Lines, one: Across) -> Sequence[Fault]:
    wholes = [key for key in one.wholes if one.column in lines.get(key, {})]
    parts = [key for key in one.parts if one.column in lines.get(key, {})]
    if not (parts if one.at_most else wholes):
        return ()
    stands, comes_to = (sum(lines[key][one.column] for key in keys) for keys in (wholes, parts))
    if stands == comes_to or (one.at_most and comes_to < stands):
        return ()
    return (Fault((parts if one.at_most else wholes)[0], one.column, stands, comes_to, one),)


def total(lines: Iterable[Numbers]) -> Numbers:
    """The sum of some lines, column by column: what a consolidated line is."""
    found: dict[str, int] = {}
    for numbers in lines:
        for column, number in numbers.items():
            found[column] = found.get(column, 0) + number
    return found


def differing(then: Lines, now: Lines) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """The cells that count otherwise now, each with what stood and what stands; a line or a blank
    that is only on one side counts as noughts on the other."""
    found: dict[str, Mapping[str, tuple[int, int]]] = {}
    for key in [*then, *(key for key in now if key not in then)]:
        old, new = then.get(key, {}), now.get(key, {})
        moved = {
            column: (old.get(column, 0), new.get(column, 0))
            for column in [*old, *(one for one in new if one not in old)]
            if old.get(column, 0) != new.get(column, 0)
        }
        if moved:
            found[key] = moved
    return found
