"""Addresses by the units of the day, with the old names understood.

What merged into what is data (`data/units-renamed.csv`, each row with its source). Names of wards
repeat inside a province, so a name is read together with the unit it lies under: "phường Ba Đình"
of another town is left alone, and a name with nothing after it is taken for the one listed.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from motcua.core.text import clean, nfc, search_key

MOST_RENAMINGS = 5
_SHORT = {
    "p": "phường", "x": "xã", "tt": "thị trấn", "tx": "thị xã", "tp": "thành phố", "h": "huyện",
    "t": "tỉnh",
}  # fmt: skip
_ABBREVIATED = re.compile(r"(p|x|tx|tt|tp|h|t)(\.\s*|\s+)(?=[^\W\d])", re.IGNORECASE)
_KIND = re.compile(r"(phường|xã|thị trấn|thị xã|thành phố|huyện|tỉnh)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A unit that became another, or a part of it, on a day."""

    old: str
    under: str
    new: str
    new_under: str
    from_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """An address as it is written today, and as it was written when that is another."""

    address: str
    written: str

    @property
    def renamed(self) -> bool:
        """Whether units in it have other names today."""
        return self.address != self.written


@cache
def renamings() -> Sequence[Renamed]:
    """Every renaming known, oldest first."""
    text = files("motcua.organization").joinpath("data/units-renamed.csv").read_text("utf-8")
    rows = [
        Renamed(
            old=f"{row['old_kind']} {row['old_name']}",
            under=row["under"],
            new=f"{row['new_kind']} {row['new_name']}",
            new_under=row["new_under"],
            from_on=date.fromisoformat(row["from_on"]),
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(rows, key=lambda row: row.from_on))


def place_today(address: str, day: date) -> Place:
    """`address` with the units that were renamed until `day` under their names of that day.

    What stands before the unit (house, street, quarter) stays as written. Cheap; no query.
    """
    written = clean(address)
    parts = [_spelt(part) for part in written.split(",")]
    for _ in range(MOST_RENAMINGS):
        changed = _renamed_once(parts, day)
        if changed is None:
            break
        parts = changed
    now = ", ".join(part for part in parts if part)
    return Place(now if _keys(now.split(",")) != _keys(written.split(",")) else written, written)


def _renamed_once(parts: Sequence[str], day: date) -> list[str] | None:
    for renamed in renamings():
        if renamed.from_on > day:
            continue
        place = _found(parts, renamed)
        if place is not None:
            return [*parts[:place], renamed.new, *_above(parts[place + 1 :], renamed)]
    return None


def _found(parts: Sequence[str], renamed: Renamed) -> int | None:
    """Where the old unit stands, if what follows does not put it somewhere else.

    Cards write `Ba Đình, Bỉm Sơn, Thanh Hóa`: a name without its kind counts when the unit it lies
    under comes next.
    """
    keys = _keys(parts)
    for place, key in enumerate(keys):
        followed = keys[place + 1 :]
        if key == search_key(renamed.old):
            return place if not followed or _ways(renamed.under).intersection(followed) else None
        if key in _ways(renamed.old) and _ways(renamed.under).intersection(followed[:1]):
            return place
    return None


def _above(after: Sequence[str], renamed: Renamed) -> Sequence[str]:
    """The units above the new one: those written, without the one that is its own now."""
    kept = [part for part in after if search_key(_spelt(part)) not in _ways(renamed.under)]
    if not _ways(renamed.new_under).intersection(_keys(kept)):
        kept.insert(0, renamed.new_under)
    return kept


def _ways(unit: str) -> set[str]:
    """How a unit is written: with its kind, or the name alone."""
    return {search_key(unit), search_key(_KIND.sub("", unit, count=1))}


def _spelt(part: str) -> str:
    """A part of an address with its kind spelt out: `P.Ba Đình` is `phường Ba Đình`."""
    text = nfc(part).strip()
    short = _ABBREVIATED.match(text)
    if short:
        return f"{_SHORT[short[1].lower()]} {text[short.end() :]}"
    kind = _KIND.match(text)
    return f"{kind[1].lower()} {text[kind.end() :]}" if kind else text


def _keys(parts: Sequence[str]) -> list[str]:
    return [search_key(_spelt(part)) for part in parts]
