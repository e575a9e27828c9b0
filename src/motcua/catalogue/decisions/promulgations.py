"""Questions about decisions: which there are, what each says, what they made of a procedure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.catalogue import selectors
from motcua.catalogue.content import Content, content_of
from motcua.catalogue.decisions.asked import Entry, Head
from motcua.catalogue.decisions.difference import Change, differences
from motcua.catalogue.decisions.judging import Judgement, judge
from motcua.catalogue.models import ChangesSeen, ItemKind, ProcedureVersion, Promulgation
from motcua.catalogue.rows import VersionRow
from motcua.catalogue.selectors import LEVEL_OF
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.organization.selectors import office_by_id

WAITING, COMING, IN_FORCE, WITHDRAWN = "waiting", "coming", "in_force", "withdrawn"


@dataclass(frozen=True, slots=True)
class PromulgationRow:
    """A decision as a value. `holds_from` is its own day or the one it was re-based to."""

    id: int
    uuid: UUID
    head: Head
    holds_from: date
    rebased: bool
    state: str
    counts: tuple[int, int, int, int]
    file_name: str
    file_sha256: str
    entered_at: datetime
    entered_by: str
    entered_by_id: int
    entered_office_id: int
    approved_at: datetime | None
    approved_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str

    @property
    def items(self) -> int:
        """Of how many procedures it speaks."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Era:
    """A version in a procedure's history: the decision it rests on, if one made it here, and what
    changed from the one before."""

    version: VersionRow
    decision: PromulgationRow | None
    replaced_by: str
    changes: Sequence[Change]


def promulgations(today: date, words: str = "") -> Sequence[PromulgationRow]:
    """All decisions, the latest day first; those whose number, title or issuer hold `words`.
    One query."""
    rows = [_row(row, today) for row in _rows().order_by("-effective_on", "-id")]
    wanted = search_key(words).split()
    return tuple(
        row
        for row in rows
        if all(
            word in search_key(f"{row.head.number} {row.head.title} {row.head.issuer}")
            for word in wanted
        )
    )


def promulgation(uuid: UUID, today: date) -> PromulgationRow:
    """One decision. Raises Refused("unknown_promulgation"). One query."""
    row = _rows().filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_promulgation")
    return _row(row, today)


def judged(uuid: UUID, today: date) -> Judgement:
    """What a decision changes, against the catalogue of its day. As `judge`; for one that has
    begun, as it was laid on what stood before it."""
    row = Promulgation.objects.filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_promulgation")
    found = judge(
        head_of(row), entries_of(row), today=today, rebased_on=row.rebased_on, decision=row.pk
    )
    if row.approved_at is not None or row.withdrawn_at is not None:
        found.faults.clear()
        found.warnings.clear()
    return found


def head_of(row: Promulgation) -> Head:
    """The head of a decision's row."""
    return Head(row.number, row.signed_on, row.issuer, row.effective_on, row.title)


def entries_of(row: Promulgation) -> list[Entry]:
    """What it says of each procedure, in order. One query."""
    return [
        Entry(
            item.kind,
            item.slug,
            str(item.content.get("code", "")),
            item.replaced_by,
            item.content,
        )
        for item in row.items.order_by("ordinal")
    ]


def entries_by_slug(uuid: UUID) -> Mapping[str, Entry]:
    """What a decision says, by procedure. Two queries."""
    row = Promulgation.objects.filter(uuid=uuid).first()
    return {entry.slug: entry for entry in entries_of(row)} if row is not None else {}


def standing_content(slug: str, day: date) -> Content | None:
    """What is said of a procedure in force on `day`; None when it is not. No query once read."""
    rows = selectors.procedures_in_force(day)
    return next((content_of(row) for row in rows if row.slug == slug), None)


def history_of(procedure_id: int, today: date) -> Sequence[Era]:
    """The versions of a procedure, newest first, each with its decision and what changed.

    What ships for a day still to come is left out: it is not announced. Nine queries.
    """
    rows = ProcedureVersion.objects.filter(procedure_id=procedure_id)
    rows = rows.exclude(promulgation=None, effective_on__gt=today).order_by("effective_on")
    decisions = {
        row.pk: _row(row, today) for row in _rows().filter(versions__procedure_id=procedure_id)
    }
    found: list[Era] = []
    told: dict[date, tuple[int, str]] = {}
    for pk, day, decision, instead in rows.values_list(
        "pk", "effective_on", "promulgation_id", "replaced_by__slug"
    ):
        if day not in told or decision is not None:
            told[day] = (pk, instead or "")
    before: VersionRow | None = None
    for pk, instead in told.values():
        version = selectors.version(pk)
        old = content_of(before) if before and not before.abolished else None
        new = None if version.abolished else content_of(version)
        changes = differences(old, new) if before else ()
        found.append(Era(version, decisions.get(version.promulgation_id or 0), instead, changes))
        before = version
    return tuple(reversed(found))


def changes_for(
    office_id: int, department_code: str, after: date, today: date
) -> Sequence[VersionRow]:
    """Versions that began after the day `after`, until today, of what the office handles or
    handled; only those of a department when a code is given. One query when there is none."""
    level = LEVEL_OF.get(office_by_id(office_id).kind)
    rows = ProcedureVersion.objects.filter(effective_on__gt=after, effective_on__lte=today)
    rows = rows.exclude(promulgation=None).order_by("-effective_on", "sort_key")
    found = [selectors.version(pk) for pk in rows.values_list("pk", flat=True)]
    return tuple(
        row
        for row in found
        if level in (*row.levels, *_levels_before(row))
        and (not department_code or row.department_code == department_code)
    )


def seen_until(account_id: int) -> date | None:
    """Up to which day a person has put away what changed. One query."""
    return (
        ChangesSeen.objects.filter(account_id=account_id).values_list("seen_on", flat=True).first()
    )


def _levels_before(row: VersionRow) -> Collection[str]:
    before = ProcedureVersion.objects.filter(
        procedure_id=row.procedure_id, effective_on__lt=row.effective_on
    ).order_by("-effective_on")
    return before.values_list("levels", flat=True).first() or ()


def _rows() -> QuerySet[Promulgation]:
    counted = {
        f"n_{kind.value}": Count("items", filter=Q(items__kind=kind), distinct=True)
        for kind in ItemKind
    }
    return Promulgation.objects.select_related(
        "entered_by", "entered_as", "approved_by", "withdrawn_by"
    ).annotate(**counted)


def _row(row: Promulgation, today: date) -> PromulgationRow:
    holds_from = row.rebased_on or row.effective_on
    return PromulgationRow(
        id=row.pk,
        uuid=row.uuid,
        head=head_of(row),
        holds_from=holds_from,
        rebased=row.rebased_on is not None,
        state=_state(row, holds_from, today),
        counts=(
            getattr(row, "n_new", 0),
            getattr(row, "n_amended", 0),
            getattr(row, "n_replaced", 0),
            getattr(row, "n_abolished", 0),
        ),
        file_name=row.file_name,
        file_sha256=row.file_sha256,
        entered_at=row.entered_at,
        entered_by=row.entered_by.full_name,
        entered_by_id=row.entered_by_id,
        entered_office_id=row.entered_as.office_id,
        approved_at=row.approved_at,
        approved_by=row.approved_by.full_name if row.approved_by else "",
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by.full_name if row.withdrawn_by else "",
        withdrawn_reason=row.withdrawn_reason,
    )


def _state(row: Promulgation, holds_from: date, today: date) -> str:
    if row.withdrawn_at is not None:
        return WITHDRAWN
    if row.approved_at is None:
        return WAITING
    return COMING if holds_from > today else IN_FORCE
