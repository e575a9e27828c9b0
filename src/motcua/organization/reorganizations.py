"""Questions about reorganizations: what was, is and is to be done with offices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from motcua.core.clock import VN
from motcua.organization.models import OfficeName, Reorganization, ReorganizationKind
from motcua.organization.selectors import office_by_id, office_by_slug, office_on
from motcua.organization.services.reorganization import Wanted, wanted_of

KIND_WORDS = {kind.value: str(kind.label) for kind in ReorganizationKind}
State = Literal["proposed", "approved", "in_effect", "taken_back"]


@dataclass(frozen=True, slots=True)
class Line:
    """One office and what becomes of it, in words; `rule` is what goes there of a divided one."""

    before: str
    after: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ReorganizationRow:
    """A reorganization as a value. `office_ids` are all it concerns, `ending` those that end."""

    uuid: UUID
    kind: str
    effective_on: date
    instrument: str
    mark: str
    source: str
    shipped: bool
    state: State
    lines: Sequence[Line]
    office_ids: frozenset[int]
    ending: Sequence[int]
    proposed_by: UUID | None
    proposed_at: datetime | None
    approved_by: UUID | None
    approved_at: datetime | None
    taken_back_by: UUID | None
    taken_back_at: datetime | None

    @property
    def kind_words(self) -> str:
        """What is done, as the law calls it."""
        return KIND_WORDS[self.kind]


def reorganizations(day: date) -> Sequence[ReorganizationRow]:
    """All of them as they stand on `day`, what comes last first. Three queries."""
    rows = Reorganization.objects.prefetch_related("lines", "names")
    return tuple(_row(row, day) for row in rows.order_by("-effective_on", "-id"))


def reorganization(uuid: UUID, day: date) -> ReorganizationRow | None:
    """The one of that uuid. Three queries."""
    row = Reorganization.objects.prefetch_related("lines", "names").filter(uuid=uuid).first()
    return _row(row, day) if row else None


def _row(row: Reorganization, day: date) -> ReorganizationRow:
    written = [*row.lines.all(), *row.names.all()]
    if written or not row.document:
        lines, ids, ending = _written(row)
    else:
        lines, ids, ending = _asked(wanted_of(row))
    return ReorganizationRow(
        uuid=row.uuid,
        kind=row.kind,
        effective_on=row.effective_on,
        instrument=row.instrument,
        mark=row.mark,
        source=row.source,
        shipped=bool(row.key),
        state=_state(row, day),
        lines=lines,
        office_ids=frozenset(ids),
        ending=ending,
        proposed_by=row.proposed_by,
        proposed_at=_local(row.proposed_at),
        approved_by=row.approved_by,
        approved_at=_local(row.approved_at),
        taken_back_by=row.taken_back_by,
        taken_back_at=_local(row.taken_back_at),
    )


def _state(row: Reorganization, day: date) -> State:
    if row.taken_back_at is not None:
        return "taken_back"
    if not row.key and row.approved_at is None:
        return "proposed"
    return "in_effect" if row.effective_on <= day else "approved"


def _written(row: Reorganization) -> tuple[list[Line], set[int], list[int]]:
    lines, ids, ending = [], set(), []
    for one in sorted(row.lines.all(), key=lambda line: (line.predecessor_id, line.ordinal)):
        ids |= {one.predecessor_id, one.successor_id}
        ending += [] if one.predecessor_id in ending else [one.predecessor_id]
        before = office_by_id(one.predecessor_id).name
        after = office_on(one.successor_id, row.effective_on).name
        lines.append(Line(before, after, _rule(one.ordinal, [*one.fields, *one.places])))
    for name in row.names.all():
        ids.add(name.office_id)
        lines.append(Line(_before(name), _after(name)))
    return lines, ids, ending


def _before(name: OfficeName) -> str:
    return name.office.name


def _after(name: OfficeName) -> str:
    above = office_on(name.parent_id, name.effective_on).name if name.parent_id else ""
    return f"{name.name}, thuộc {above}" if above else name.name


def _asked(wanted: Wanted) -> tuple[list[Line], set[int], list[int]]:
    offices = [office_by_slug(slug) for slug in wanted.offices]
    ids = {office.id for office in offices}
    if wanted.kind in ("rename", "move"):
        after = wanted.name or f"thuộc {office_by_slug(wanted.parent).name}"
        return [Line(office.name, after) for office in offices], ids, []
    lines = []
    for place, one in enumerate(wanted.successors):
        name = office_by_slug(one.slug).name if one.slug else f"{one.name} (mới)"
        ids |= {office_by_slug(one.slug).id} if one.slug else set()
        rule = _rule(place, [*one.fields, *one.places]) if len(wanted.successors) > 1 else ""
        lines += [Line(office.name, name, rule) for office in offices]
    return lines, ids, [office.id for office in offices]


def _rule(ordinal: int, said: Sequence[str]) -> str:
    return ", ".join(said) or ("" if ordinal else "phần còn lại")


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(VN)
