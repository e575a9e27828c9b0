"""Why dossiers are late: the list offices choose from, in the words the report prints.

The house ships a list. An office may add reasons of its own and end what it does not use; the
offices below it have its list, and may do likewise. Words of a code never change.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from motcua.dossiers.models import OfficeReason
from motcua.organization.selectors import office_by_id

WAITS_FOR_OTHERS = "phoi-hop"
"""The code of an office or body whose answer is late (`data/overdue-reasons.csv`)."""

OTHER_REASON = "khac"
"""The code of what no other reason says: it always stays, at the end of every list."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `waits_for_citizen`: the time was lost on the citizen's side. `office_id` is the
    office that added it; None for one of the house."""

    code: str
    words: str
    waits_for_citizen: bool
    source: str
    office_id: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A reason on an office's page: whether it is offered now, and whether the office may take it
    away or only end it for itself (`own`)."""

    reason: Reason
    offered: bool
    own: bool


@lru_cache(maxsize=1)
def defaults() -> Sequence[Reason]:
    """The reasons of the house in the order they are offered and printed, without a stop at their
    end: more is said after them. The first three are the report's."""
    text = files("motcua.dossiers").joinpath("data/overdue-reasons.csv").read_text(encoding="utf-8")
    return tuple(
        Reason(
            row["code"],
            row["words"].rstrip("."),
            row["waits_for_citizen"] == "yes",
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def reasons() -> Sequence[Reason]:
    """Every reason there is or was, of the house first: the order in which reports print them. One
    query: an office may have added one a moment ago, in another process."""
    return (*defaults(), *_again())


def offered(office_id: int) -> Sequence[Reason]:
    """What an office offers now, "other" last. One query."""
    return [one.reason for one in listed(office_id) if one.offered]


def listed(office_id: int) -> Sequence[Listed]:
    """What an office offers, and what it or an office above ended, in order. One query."""
    rows = list(OfficeReason.objects.order_by("ordinal", "id"))
    _remember(rows)
    chain = _above(office_id)
    known: dict[str, Reason] = {one.code: one for one in defaults()}
    ended: set[str] = set()
    for office in chain:
        for row in (row for row in rows if row.office_id == office):
            known.setdefault(row.code, _reason(row))
            if row.ended_on is not None:
                ended.add(row.code)
    other = known.pop(OTHER_REASON)
    return [
        Listed(one, one.code not in ended, one.office_id == office_id)
        for one in (*known.values(), other)
    ]


def told_by(office_ids: Iterable[int]) -> Sequence[Reason]:
    """What any of these offices offers, in the order reports print them. One query an office."""
    codes = {one.code for office in office_ids for one in offered(office)}
    return [one for one in reasons() if one.code in codes]


def reason_words(code: str) -> str:
    """The words of a code; the code itself where nobody knows it. One query for a code that was
    added since the last."""
    found = _found(code)
    return found.words if found else code


def is_reason(code: str) -> bool:
    """Whether some list has or had that code."""
    return _found(code) is not None


def is_wait(code: str) -> bool:
    """Whether the clock may stand still for it: the office waits for the citizen."""
    found = _found(code)
    return found is not None and found.waits_for_citizen


def forget() -> None:
    """Read the offices' own anew: the rows are other rows now (tests, a restore)."""
    global _own
    _own = ()


def _found(code: str) -> Reason | None:
    known = next((one for one in (*defaults(), *_own) if one.code == code), None)
    return known or next((one for one in _again() if one.code == code), None)


_own: Sequence[Reason] = ()
"""Those read last: for the words of a code, which never change, and for nothing else."""


def _again() -> Sequence[Reason]:
    """The offices' own reasons as they stand. One query."""
    return _remember(OfficeReason.objects.order_by("ordinal", "id"))


def _remember(rows: Iterable[OfficeReason]) -> Sequence[Reason]:
    global _own
    shipped = {one.code for one in defaults()}
    _own = tuple(_reason(row) for row in rows if row.code not in shipped)
    return _own


def _reason(row: OfficeReason) -> Reason:
    source = office_by_id(row.office_id).name
    return Reason(row.code, row.words, row.waits_for_citizen, source, row.office_id)


def _above(office_id: int) -> Sequence[int]:
    """The offices whose list it has, the highest first, itself last."""
    chain = [office_id]
    while (parent := office_by_id(chain[-1]).parent_id) is not None and parent not in chain:
        chain.append(parent)
    return tuple(reversed(chain))
