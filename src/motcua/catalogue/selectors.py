"""Questions about procedures. Versions and processes never change, so they are kept in memory.

The list in force on a day is small (a few hundred) and is read whole, at most once a minute.
"""

import threading
import time as ticking
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from motcua.catalogue.confirming import standing
from motcua.catalogue.confirming.standing import marked
from motcua.catalogue.models import ProcedureVersion, Process, VersionQuerySet
from motcua.catalogue.rows import (
    CHILDREN,
    ComponentRow,
    ProcessRow,
    VersionRow,
    process_row,
    version_row,
)
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.organization.selectors import OfficeRow, office_by_id

__all__ = ["ComponentRow", "ProcessRow", "VersionRow"]

CACHED_SECONDS = 60.0
MOST_KNOWN = 50_000
LEVEL_OF = {"province": "province", "town": "town", "ward": "commune", "commune": "commune"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many procedures an office has, by mechanism, and how many are not at its desk."""

    one_stop: int
    interlinked: int
    not_at_desk: int

    @property
    def at_desk(self) -> int:
        """All that the desk handles."""
        return self.one_stop + self.interlinked


def version(version_id: int) -> VersionRow:
    """The version of that row. Raises Refused("unknown_procedure"). Six queries the first time,
    none for one that a list read before."""
    return marked(_version(version_id))


@lru_cache(maxsize=4096)
def _version(version_id: int) -> VersionRow:
    if known := _known.get(version_id):
        return known
    row = _whole().filter(pk=version_id).first()
    if row is None:
        raise Refused("unknown_procedure", procedure=str(version_id))
    return version_row(row)


def version_in_case(version_id: int, case: str) -> VersionRow:
    """The version as it holds in one of its cases; whole in its terms when it has none.

    Raises Refused: unknown_procedure, unknown_case. Queries as `version`.
    """
    row = version(version_id)
    return _in_case(version_id, case) if row is _version(version_id) else row.in_case(case)


@lru_cache(maxsize=4096)
def _in_case(version_id: int, case: str) -> VersionRow:
    return _version(version_id).in_case(case)


@lru_cache(maxsize=4096)
def process(process_id: int) -> ProcessRow:
    """The process of that row. KeyError-free: a dossier's process always exists. One query once."""
    return process_row(Process.objects.get(pk=process_id))


def procedures_in_force(day: date) -> Sequence[VersionRow]:
    """All versions in force on `day`, in Vietnamese order. Cached for a minute."""
    return _catalogue(day).versions


def procedures_of(office_id: int, day: date) -> Sequence[VersionRow]:
    """What an office handles on `day`, at its desk or not."""
    office = office_by_id(office_id)
    return tuple(row for row in procedures_in_force(day) if _handles(office, row))


def procedures_offered(office_id: int, day: date) -> Sequence[VersionRow]:
    """What an office takes in at its desk on `day`."""
    return tuple(row for row in procedures_of(office_id, day) if row.at_desk)


def version_for(office_id: int, slug: str, day: date) -> VersionRow:
    """The version of `slug` in force at an office on `day`. Raises Refused("unknown_procedure")."""
    office = office_by_id(office_id)
    for row in procedures_in_force(day):
        if row.slug == slug and _handles(office, row):
            return row
    raise Refused("unknown_procedure", procedure=slug)


def version_in_force(slug: str, day: date) -> VersionRow:
    """The version of `slug` in force on `day`, whoever handles it. Raises
    Refused("unknown_procedure")."""
    for row in procedures_in_force(day):
        if row.slug == slug:
            return row
    raise Refused("unknown_procedure", procedure=slug)


def is_in_force(version_id: int, day: date) -> bool:
    """Whether that version is the one in force on `day`."""
    return version_id in _catalogue(day).ids


def process_for(version_id: int, office_id: int, day: date) -> ProcessRow | None:
    """The process an office handles a version by on `day`: its own, else what the nearest office
    above set for its kind or for all, else what ships for its kind or for all.

    None when the office does not handle the procedure, or nobody has set a process.
    """
    return _first(version(version_id), office_id, day, tuple(scopes_of(office_id)))


def process_above(version_id: int, office_id: int, day: date) -> ProcessRow | None:
    """The process an office would handle a version by on `day` had it none of its own."""
    return _first(version(version_id), office_id, day, tuple(scopes_of(office_id))[1:])


def _first(
    row: VersionRow, office_id: int, day: date, scopes: Sequence[tuple[int | None, str, int | None]]
) -> ProcessRow | None:
    if not _handles(office_by_id(office_id), row):
        return None
    found = _catalogue(day).processes
    for office, kind, under in scopes:
        if chosen := found.get((row.procedure_id, office, kind, under)):
            return process(chosen)
    return None


def scopes_of(office_id: int) -> Iterator[tuple[int | None, str, int | None]]:
    """For whom a process may be set that counts at an office, the narrowest first: one office, a
    kind of offices, and who set it for those below."""
    office = office_by_id(office_id)
    yield office_id, "", None
    above = office.parent_id
    while above is not None:
        yield None, office.kind, above
        yield None, "", above
        above = office_by_id(above).parent_id
    yield None, office.kind, None
    yield None, "", None


def counts(office_id: int, day: date) -> Counts:
    """The procedure counts of an office on `day`."""
    rows = procedures_of(office_id, day)
    return Counts(
        one_stop=sum(1 for row in rows if row.at_desk and row.mechanism == "one_stop"),
        interlinked=sum(1 for row in rows if row.at_desk and row.mechanism == "interlinked"),
        not_at_desk=sum(1 for row in rows if not row.at_desk),
    )


def fields_of(rows: Sequence[VersionRow]) -> Sequence[tuple[str, int]]:
    """The fields among `rows` with how many procedures each, most first, then by name."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.field] = found.get(row.field, 0) + 1
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def versions_of(procedure_id: int) -> Sequence[VersionRow]:
    """The history of a procedure, newest first. One query, and six for each version not kept."""
    ids = ProcedureVersion.objects.filter(procedure_id=procedure_id).order_by("-effective_on")
    return tuple(version(pk) for pk in ids.values_list("pk", flat=True))


def coming_versions(day: date) -> Mapping[int, Sequence[VersionRow]]:
    """What decisions approved by the end of `day` put in force after it, by procedure, the nearest
    first. One query when there is none, seven more for what is not kept."""
    until = datetime.combine(day + timedelta(days=1), time(), tzinfo=VN)
    rows = ProcedureVersion.objects.filter(
        effective_on__gt=day, promulgation__approved_at__lt=until
    ).order_by("effective_on")
    found: dict[int, list[VersionRow]] = {}
    for row in map(marked, _versions(tuple(rows.values_list("pk", flat=True)))):
        found.setdefault(row.procedure_id, []).append(row)
    return found


def all_versions() -> Sequence[VersionRow]:
    """Every version there is, in Vietnamese order, each procedure's oldest first. Seven queries,
    however many there are; not cached: for what looks at the whole catalogue."""
    rows = _whole().order_by("sort_key", "procedure_id", "effective_on")
    return tuple(marked(version_row(row)) for row in rows)


def forget() -> None:
    """Read the lists anew at the next question, with every version and what is confirmed."""
    _days.clear()
    _known.clear()
    _version.cache_clear()
    _in_case.cache_clear()
    standing.forget()


@dataclass(frozen=True, slots=True)
class _Catalogue:
    read_at: float
    versions: tuple[VersionRow, ...]
    ids: frozenset[int]
    processes: Mapping[tuple[int, int | None, str, int | None], int]


_days: dict[date, _Catalogue] = {}
_reading = threading.Lock()
_known: dict[int, VersionRow] = {}
"""Versions read before, as their rows are. These never change, so a minute later or on another day
only which of them are in force is asked, and only what is new is read."""


def _catalogue(day: date) -> _Catalogue:
    tick = ticking.monotonic()
    known = _days.get(day)
    if known is not None and tick - known.read_at <= CACHED_SECONDS:
        return known
    if not _reading.acquire(blocking=known is None):
        return known or _catalogue(day)  # another request reads it anew just now
    try:
        found = _days.get(day)
        if found is None or tick - found.read_at > CACHED_SECONDS:
            if len(_days) > 400:
                _days.clear()
            found = _days[day] = _read(day, tick)
        return found
    finally:
        _reading.release()


def _read(day: date, tick: float) -> _Catalogue:
    wanted = ProcedureVersion.objects.in_force(day).order_by("sort_key")
    raw = _versions(tuple(wanted.values_list("pk", flat=True)))
    versions = tuple(marked(row, day) for row in raw)
    processes: dict[tuple[int, int | None, str, int | None], int] = {}
    known = Process.objects.filter(effective_on__lte=day, taken_back_at=None)
    for procedure_id, office_id, kind, under, pk in known.order_by(
        "effective_on", "id"
    ).values_list("procedure_id", "office_id", "office_kind", "under_id", "pk"):
        processes[procedure_id, office_id, kind, under] = pk
    return _Catalogue(tick, versions, frozenset(row.id for row in versions), processes)


def _versions(ids: Sequence[int]) -> tuple[VersionRow, ...]:
    if len(_known) > MOST_KNOWN:
        _known.clear()
    found = {pk: row for pk in ids if (row := _known.get(pk))}
    if missing := [pk for pk in ids if pk not in found]:
        read = {row.pk: version_row(row) for row in _whole().filter(pk__in=missing)}
        _known.update(read)
        found.update(read)
    return tuple(found[pk] for pk in ids)


def _handles(office: OfficeRow, row: VersionRow) -> bool:
    if LEVEL_OF.get(office.kind) not in row.levels:
        return False
    return office.kind == "commune" or not row.communes_only


def _whole() -> VersionQuerySet:
    """Versions with their procedure and all that belongs to them, ready for `version_row`."""
    return ProcedureVersion.objects.select_related("procedure").prefetch_related(*CHILDREN)
