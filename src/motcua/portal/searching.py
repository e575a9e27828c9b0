"""Procedures as the public lists show them: those of an office, or found wherever they are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing.public import handled_where, key_of
from motcua.catalogue.search.finding import found_for
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import allowance_words
from motcua.organization.selectors import OfficeRow

MOST = 60
"""Rows of one search; nobody reads on."""

NAMED = 3
"""Offices named in a line, and procedures named that are done elsewhere."""

Placed = tuple[VersionRow, Sequence[OfficeRow]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Procedures, each with the offices that handle it, none where the list is of one office.

    `only_near`: nothing matches, these come nearest. `elsewhere`: what answers better than all that
    the office handles; `everywhere`: how many there are in all offices, 0 when no more than here.
    """

    rows: Sequence[Placed] = ()
    only_near: bool = False
    elsewhere: Sequence[Placed] = ()
    everywhere: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A procedure in a list, with where it leads and the offices named, and how many more."""

    version: VersionRow
    term: str
    url: str
    where: str
    more: int
    offices: Sequence[OfficeRow]


def all_of(office: OfficeRow, day: date) -> Listed:
    """What an office handles on `day`."""
    return Listed([(row, ()) for row in catalogue.procedures_of(office.id, day)])


def one_of(slug: str, day: date) -> Listed:
    """One procedure with all who handle it on `day`; nothing for an unknown one."""
    rows = [row for row in catalogue.procedures_in_force(day) if row.slug == slug]
    return Listed(handled_where(rows, day))


def searched(office: OfficeRow | None, words: str, day: date) -> Listed:
    """What matches in an office, with what is done elsewhere; in all of them without one.

    No query once the day's catalogue is read.
    """
    found = found_for(None, words, day, MOST)
    anywhere = handled_where(found.rows, day)
    if office is None:
        return Listed(anywhere, found.only_near)
    here = found_for(office.id, words, day, MOST)
    rows: Sequence[Placed] = [(row, ()) for row in here.rows]
    others = [row for row, offices in anywhere if office not in offices]
    if found.only_near or not others:
        return Listed(rows, here.only_near)
    return Listed(rows, here.only_near, _better(anywhere, office), len(anywhere))


def lines(rows: Sequence[Placed], office: OfficeRow | None, base: str, day: date) -> list[Line]:
    """The rows as they are drawn below the address `base`."""
    return [_line(row, offices, office, base, day) for row, offices in rows]


def _better(anywhere: Sequence[Placed], office: OfficeRow) -> Sequence[Placed]:
    """What is done elsewhere and answers better than the first that is done here."""
    better: list[Placed] = []
    for row, offices in anywhere:
        if office in offices or len(better) == NAMED:
            break
        better.append((row, offices))
    return better


def _line(
    row: VersionRow, offices: Sequence[OfficeRow], office: OfficeRow | None, base: str, day: date
) -> Line:
    named = offices if len(offices) <= NAMED else offices[: NAMED - 1]
    only = office if not offices else offices[0] if len(offices) == 1 else None
    return Line(
        version=row,
        term=allowance_words(row.allowance),
        url=f"{base}/{only.slug}/{row.slug}" if only else _choice(row, base, day),
        where=", ".join(one.short_name for one in named),
        more=len(offices) - len(named),
        offices=offices,
    )


def _choice(row: VersionRow, base: str, day: date) -> str:
    """Where one chooses among several offices: the permanent page; in the hall, which nothing leads
    out of, the list of this one procedure."""
    if base == reverse("portal:procedures"):
        return reverse("portal:code", args=[key_of(row, day)])
    return f"{base}?{urlencode({'thu-tuc': row.slug})}"
