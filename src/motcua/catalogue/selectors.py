"""Questions about procedures. Versions and processes never change, so they are kept in memory.

The list in force on a day is small (a few hundred) and is read whole, at most once a minute.
"""

import time as ticking
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Literal
from uuid import UUID

from motcua.catalogue.models import Component, ProcedureVersion, Process
from motcua.core.clock import Allowance
from motcua.core.flow import Route
from motcua.core.refusal import Refused
from motcua.organization.selectors import OfficeRow, office_by_id

CACHED_SECONDS = 60.0
LEVEL_OF = {"town": "town", "ward": "commune", "commune": "commune"}


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A paper a version asks for."""

    ordinal: int
    name: str
    kind: str
    copies: int
    optional: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a procedure as a value, with its procedure's identity and its papers."""

    id: int
    procedure_id: int
    slug: str
    code: str
    level: str
    effective_on: date
    abolished: bool
    name: str
    field: str
    communes_only: bool
    at_desk: bool
    not_at_desk_reason: str
    mechanism: str
    department_code: str
    allowance: Allowance
    cutoff: time | None
    after_supplement: Literal["resume", "restart"]
    fee_text: str
    fee_vnd: int | None
    result: str
    legal_basis: str
    online_level: int
    sensitive: bool
    people_words: str
    mark: str
    code_mark: str
    source: str
    sort_key: str
    components: tuple[ComponentRow, ...]


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process as a value."""

    id: int
    uuid: UUID
    procedure_id: int
    office_id: int | None
    effective_on: date
    route: Route
    derived: bool
    source: str


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


@lru_cache(maxsize=4096)
def version(version_id: int) -> VersionRow:
    """The version of that row. Raises Refused("unknown_procedure"). Two queries the first time."""
    row = ProcedureVersion.objects.select_related("procedure").filter(pk=version_id).first()
    if row is None:
        raise Refused("unknown_procedure", procedure=str(version_id))
    return _version(row, list(row.components.order_by("ordinal")))


@lru_cache(maxsize=4096)
def process(process_id: int) -> ProcessRow:
    """The process of that row. KeyError-free: a dossier's process always exists. One query once."""
    return _process(Process.objects.get(pk=process_id))


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
    for row in procedures_of(office_id, day):
        if row.slug == slug:
            return row
    raise Refused("unknown_procedure", procedure=slug)


def is_in_force(version_id: int, day: date) -> bool:
    """Whether that version is the one in force on `day`."""
    return version_id in _catalogue(day).ids


def process_for(version_id: int, office_id: int, day: date) -> ProcessRow | None:
    """The process an office handles a version by on `day`: its own, else the common one.

    None when the office does not handle the procedure, or nobody has set a process.
    """
    row = version(version_id)
    if not _handles(office_by_id(office_id), row):
        return None
    found = _catalogue(day).processes
    chosen = found.get((row.procedure_id, office_id)) or found.get((row.procedure_id, None))
    return process(chosen) if chosen else None


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
    """The history of a procedure, newest first. One query, and two for each version not kept."""
    ids = ProcedureVersion.objects.filter(procedure_id=procedure_id).order_by("-effective_on")
    return tuple(version(pk) for pk in ids.values_list("pk", flat=True))


def forget() -> None:
    """Read the lists anew at the next question. Versions and processes stay: they never change."""
    _days.clear()


@dataclass(frozen=True, slots=True)
class _Catalogue:
    read_at: float
    versions: tuple[VersionRow, ...]
    ids: frozenset[int]
    processes: Mapping[tuple[int, int | None], int]


_days: dict[date, _Catalogue] = {}


def _catalogue(day: date) -> _Catalogue:
    tick = ticking.monotonic()
    known = _days.get(day)
    if known is None or tick - known.read_at > CACHED_SECONDS:
        if len(_days) > 400:
            _days.clear()
        known = _days[day] = _read(day, tick)
    return known


def _read(day: date, tick: float) -> _Catalogue:
    rows = ProcedureVersion.objects.in_force(day).select_related("procedure").order_by("sort_key")
    papers: dict[int, list[Component]] = {}
    for paper in Component.objects.filter(version__in=rows).order_by("version_id", "ordinal"):
        papers.setdefault(paper.version_id, []).append(paper)
    versions = tuple(_version(row, papers.get(row.pk, [])) for row in rows)
    processes: dict[tuple[int, int | None], int] = {}
    known = Process.objects.filter(effective_on__lte=day).order_by("effective_on", "id")
    for procedure_id, office_id, pk in known.values_list("procedure_id", "office_id", "pk"):
        processes[procedure_id, office_id] = pk
    return _Catalogue(tick, versions, frozenset(row.id for row in versions), processes)


def _handles(office: OfficeRow, row: VersionRow) -> bool:
    if LEVEL_OF.get(office.kind) != row.level:
        return False
    return office.kind == "commune" or not row.communes_only


def _version(row: ProcedureVersion, papers: Sequence[Component]) -> VersionRow:
    return VersionRow(
        id=row.pk,
        procedure_id=row.procedure_id,
        slug=row.procedure.slug,
        code=row.procedure.code,
        level=row.procedure.level,
        effective_on=row.effective_on,
        abolished=row.abolished,
        name=row.name,
        field=row.field,
        communes_only=row.communes_only,
        at_desk=row.at_desk,
        not_at_desk_reason=row.not_at_desk_reason,
        mechanism=row.mechanism,
        department_code=row.department_code,
        allowance=Allowance(row.allowance_kind, row.allowance),
        cutoff=row.cutoff,
        after_supplement="restart" if row.after_supplement == "restart" else "resume",
        fee_text=row.fee_text,
        fee_vnd=row.fee_vnd,
        result=row.result,
        legal_basis=row.legal_basis,
        online_level=row.online_level,
        sensitive=row.sensitive,
        people_words=row.people_words,
        mark=row.mark,
        code_mark=row.code_mark,
        source=row.source,
        sort_key=row.sort_key,
        components=tuple(
            ComponentRow(p.ordinal, p.name, p.kind, p.copies, p.optional) for p in papers
        ),
    )


def _process(row: Process) -> ProcessRow:
    return ProcessRow(
        id=row.pk,
        uuid=row.uuid,
        procedure_id=row.procedure_id,
        office_id=row.office_id,
        effective_on=row.effective_on,
        route=Route.from_json(row.document),
        derived=row.derived,
        source=row.source,
    )
