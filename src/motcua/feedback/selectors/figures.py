"""How people were served, counted by desk and period: figures that open dossiers, not persons."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.hearing import Kind, Score
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.feedback.models import Channel, Complaint, Rating
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import OfficeRow, office_by_id, office_ids_below

MOST = 200
SCORES = tuple(sorted((one.value for one in Score), reverse=True))
KINDS = tuple(one.value for one in Kind)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk in a period. `scores` as `SCORES`, `kinds` as `KINDS`; `returned` results left it;
    complaints are counted on the day they were made, `late` past their day or answered after it."""

    slug: str
    office: str
    returned: int
    scores: Sequence[int]
    by_channel: Mapping[str, int]
    kinds: Sequence[int]
    answered: int
    late: int

    @property
    def rated(self) -> int:
        """How many answered the question."""
        return sum(self.scores)

    @property
    def good(self) -> int:
        """How many were satisfied or very satisfied."""
        return sum(n for score, n in zip(SCORES, self.scores, strict=True) if score >= Score.GOOD)

    @property
    def good_percent(self) -> int | None:
        """Of those who answered, in whole per cent, half up; None when nobody did."""
        return (200 * self.good + self.rated) // (2 * self.rated) if self.rated else None

    @property
    def complaints(self) -> int:
        """All kinds together."""
        return sum(self.kinds)


@dataclass(frozen=True, slots=True)
class RatedRow:
    """A dossier behind a figure, without its person."""

    code: str
    procedure: str
    returned_at: datetime | None
    overdue: bool


def desks(actor: Actor, first: date, last: date, at: datetime) -> Sequence[DeskRow]:
    """The offices `actor` may count in which something was returned, rated or complained of, both
    days included. Four queries. Raises Refused("period_backwards")."""
    if last < first:
        raise Refused("period_backwards")
    offices = _offices(actor)
    start, end = _span(first, last)
    of = Q(office_id__in=list(offices))
    returned = _counted(
        Dossier.objects.filter(of, returned_at__gte=start, returned_at__lt=end).values_list(
            "office_id"
        )
    )
    rated = Rating.objects.filter(of, rated_at__gte=start, rated_at__lt=end)
    scores = _counted(rated.values_list("office_id", "score"))
    channels = _counted(rated.values_list("office_id", "channel"))
    complaints = list(
        Complaint.objects.filter(of, made_at__gte=start, made_at__lt=end).values_list(
            "office_id", "kind", "due_at", "answered_at"
        )
    )
    rows = [
        DeskRow(
            slug=office.slug,
            office=office.name,
            returned=returned[(key,)],
            scores=[scores[key, score] for score in SCORES],
            by_channel={one.value: channels[key, one.value] for one in Channel},
            kinds=[sum(o == key and k == kind for o, k, _, _ in complaints) for kind in KINDS],
            answered=sum(o == key and ended is not None for o, _, _, ended in complaints),
            late=sum(o == key and (ended or at) > due for o, _, due, ended in complaints),
        )
        for key, office in offices.items()
    ]
    return tuple(row for row in rows if row.returned or row.rated or row.complaints)


def rated(
    actor: Actor, slug: str, score: int, first: date, last: date
) -> tuple[str, Sequence[RatedRow]]:
    """The name of the desk and the dossiers behind one of its figures, newest first, at most 200.

    Raises Refused("unknown_office") for one that is not the actor's to count. One query.
    """
    found = next(((k, o) for k, o in _offices(actor).items() if o.slug == slug), None)
    if found is None:
        raise Refused("unknown_office")
    start, end = _span(first, last)
    rows = Rating.objects.filter(
        office_id=found[0], score=score, rated_at__gte=start, rated_at__lt=end
    ).select_related("dossier")
    return found[1].name, tuple(_rated(one) for one in rows.order_by("-rated_at", "-id")[:MOST])


def _rated(one: Rating) -> RatedRow:
    dossier = one.dossier
    due, finished = dossier.due_at, dossier.finished_at
    return RatedRow(
        code=dossier.code,
        procedure=catalogue.version(dossier.procedure_version_id).name,
        returned_at=dossier.returned_at and dossier.returned_at.astimezone(VN),
        overdue=bool(due and finished and finished > due),
    )


def _offices(actor: Actor) -> Mapping[int, OfficeRow]:
    scope = scope_of(actor, Duty.FEEDBACK)
    if scope is None:
        return {}
    ids = office_ids_below(actor.office_id) if scope is Scope.BELOW else (actor.office_id,)
    return {key: office_by_id(key) for key in ids}


def _counted(rows: object) -> Counter[tuple[object, ...]]:
    found: Counter[tuple[object, ...]] = Counter()
    for *key, count in rows.annotate(n=Count("id")).order_by():  # type: ignore[attr-defined]
        found[tuple(key)] = count
    return found


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    midnight = datetime.min.time()
    return (
        datetime.combine(first, midnight, VN),
        datetime.combine(last + timedelta(days=1), midnight, VN),
    )
