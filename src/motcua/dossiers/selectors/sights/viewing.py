"""What every chart stands on: the offices seen, the days, the moment, and a figure's dossiers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import OfficeRow, office_on, offices_between

MINUTES = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class View:
    """The dossiers of these offices, first and last day counted, as they are at `at`."""

    office_ids: tuple[int, ...]
    from_on: date
    to_on: date
    at: datetime

    @property
    def start(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.from_on, time.min, VN)

    @property
    def end(self) -> datetime:
        """The first moment after the last day, or after `at` when that is sooner."""
        after = datetime.combine(self.to_on + timedelta(days=1), time.min, VN)
        return min(after, self.at.astimezone(VN) + MINUTES)


@dataclass(frozen=True, slots=True)
class Figure:
    """Dossiers counted by `columns`, which `rows` annotates: one query, and each count opens
    exactly the rows it counted."""

    rows: Callable[[View], QuerySet[Dossier]]
    columns: Mapping[str, type]

    def counts(self, view: View, *columns: str) -> Mapping[tuple[object, ...], int]:
        """How many by the values of `columns` (all of them without). One query."""
        by = columns or tuple(self.columns)
        rows = self.rows(view).order_by().values(*by).annotate(n=Count("id"))
        return {tuple(row[name] for name in by): row["n"] for row in rows}

    def behind(self, view: View, given: Mapping[str, str]) -> QuerySet[Dossier]:
        """The rows with the values given, newest first; a column not given counts whole.

        Raises Refused("not_found") for a value that is none.
        """
        try:
            wanted = {name: kind(given[name]) for name, kind in self._asked(given)}
        except ValueError:
            raise Refused("not_found") from None
        return self.rows(view).filter(**wanted).order_by("-received_at", "id")

    def _asked(self, given: Mapping[str, str]) -> Sequence[tuple[str, type]]:
        return [(name, kind) for name, kind in self.columns.items() if name in given]


def offices_seen(actor: Actor, from_on: date, to_on: date) -> Sequence[OfficeRow]:
    """The offices whose charts `actor` may see over these days, in the scope of `Duty.CHARTS`.

    No query. Raises Refused("not_your_act").
    """
    scope = scope_of(actor, Duty.CHARTS)
    if scope is Scope.BELOW:
        return offices_between(actor.office_slug, from_on, to_on)
    if scope is Scope.OFFICE:
        return (office_on(actor.office_id, to_on),)
    raise Refused("not_your_act", act="charts", title=actor.title)
