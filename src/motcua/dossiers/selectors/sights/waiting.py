"""Where dossiers wait: the steps of one procedure as they were gone, with the time at each.

Drawn from the visits that events made, not from the process as it was written: what was skipped is
absent, what was sent back shows its way back. Times are working time; the citizen's stands apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow.state import pauses_from_json
from motcua.core.refusal import Refused
from motcua.core.text import sort_key
from motcua.core.waits import Halt, Share, Split, Spread, split, spread
from motcua.dossiers.halts import begun, halts_of
from motcua.dossiers.models import DossierStep
from motcua.dossiers.selectors.sights.ending import settled
from motcua.dossiers.selectors.sights.viewing import View
from motcua.organization.selectors import calendar_of

MOST = 2000
"""The newest settled dossiers a map is drawn from; it says so when there are more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A procedure that had dossiers settled in the period, and how many."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Station:
    """One step as it was gone: by how many `dossiers`, in how many `visits` that are over, how
    long the office had it and the citizen was waited for; `slow` of the dossiers were there no
    shorter than the 90th percentile, of those more than one."""

    key: str
    name: str
    dossiers: int
    visits: int
    office: Spread | None
    citizen: Spread | None
    slow: int


@dataclass(frozen=True, slots=True)
class RouteMap:
    """The stations in the order they were mostly reached; `ways` counts how often one was left for
    another. `office`, `citizen`, `elsewhere` are of whole dossiers, from receipt to result; the
    last two over those that waited so at all. `of` is how many there were, `count` were read."""

    count: int
    of: int
    stations: Sequence[Station]
    ways: Mapping[tuple[str, str], int]
    office: Spread | None
    citizen: Spread | None
    elsewhere: Spread | None


def procedures_settled(view: View) -> Sequence[Asked]:
    """What had dossiers settled in the days of the view, most first. One query."""
    rows = settled(view).order_by().values_list("procedure_version_id").annotate(n=Count("id"))
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for version_id, count in rows:
        row = catalogue.version(version_id)
        names[row.slug] = row.name
        counts[row.slug] += count
    found = [Asked(slug, names[slug], n) for slug, n in counts.items()]
    return sorted(found, key=lambda one: (-one.count, sort_key(one.name)))


def route_map(view: View, slug: str) -> RouteMap:
    """The map of one procedure. Three queries, one more when anything was paused."""
    return _Gone(view, slug).drawn()


def behind_station(view: View, slug: str, key: str, *, slow: bool) -> Sequence[int]:
    """The ids of the dossiers behind a station's figure. Queries as `route_map`.

    Raises Refused("not_found") for a step nobody came to.
    """
    gone = _Gone(view, slug)
    if key not in gone.visits:
        raise Refused("not_found")
    return sorted(gone.slow(key) if slow else {one.dossier for one in gone.visits[key]})


@dataclass(frozen=True, slots=True)
class _Visit:
    dossier: int
    opened: int
    left: int | None
    time: Split | None


@dataclass(slots=True)
class _Whole:
    office_id: int
    received_at: datetime
    finished_at: datetime
    pauses: object
    halts: Sequence[Halt] = field(default_factory=tuple)


class _Gone:
    """The newest dossiers of one procedure in the view, with their visits, read once."""

    def __init__(self, view: View, slug: str) -> None:
        chosen = settled(view).filter(procedure_version__procedure__slug=slug)
        self.of = chosen.count()
        rows = chosen.order_by("-finished_at", "-id").values_list(
            "id", "office_id", "received_at", "finished_at", "flow__pauses"
        )
        self.dossiers = {pk: _Whole(*told) for pk, *told in rows[:MOST]}
        self._share_out()
        self.names: dict[str, str] = {}
        self.visits: dict[str, list[_Visit]] = defaultdict(list)
        self._walk()

    def _share_out(self) -> None:
        paused = [pk for pk, one in self.dossiers.items() if one.pauses]
        known = begun(paused)
        for pk, one in self.dossiers.items():
            pauses = pauses_from_json(one.pauses or ())  # type: ignore[arg-type]
            one.halts = halts_of(pauses, known.get(pk, {}))

    def _walk(self) -> None:
        rows = DossierStep.objects.filter(dossier_id__in=list(self.dossiers))
        for pk, key, name, entered_at, left_at, opened, left in rows.order_by(
            "dossier_id", "opened_seq", "id"
        ).values_list(
            "dossier_id", "key", "name", "entered_at", "left_at", "opened_seq", "left_seq"
        ):
            self.names[key] = name
            self.visits[key].append(_Visit(pk, opened, left, self._time(pk, entered_at, left_at)))

    def _time(self, pk: int, entered_at: datetime, left_at: datetime | None) -> Split | None:
        """None while it lies there. A result that waits to be fetched waits for the citizen."""
        if left_at is None:
            return None
        one = self.dossiers[pk]
        fetched = left_at > one.finished_at  # only then is there a wait for whoever fetches it
        halts = [*one.halts, *([Halt(one.finished_at, None, Share.CITIZEN)] if fetched else ())]
        return split(
            calendar_of(one.office_id), entered_at.astimezone(VN), left_at.astimezone(VN), halts
        )

    def slow(self, key: str) -> set[int]:
        """Who was at a station as long as the 90th percentile, where times differ at all."""
        found = _spread_of(self.visits[key], "office")
        if found is None or found.ninetieth == 0:
            return set()
        return {v.dossier for v in self.visits[key] if v.time and v.time.office >= found.ninetieth}

    def drawn(self) -> RouteMap:
        """All of it as values."""
        whole = [
            split(
                calendar_of(one.office_id),
                one.received_at.astimezone(VN),
                one.finished_at.astimezone(VN),
                one.halts,
            )
            for one in self.dossiers.values()
        ]
        return RouteMap(
            count=len(self.dossiers),
            of=self.of,
            stations=[self._station(key) for key in self._order()],
            ways=self._ways(),
            office=spread(one.office for one in whole),
            citizen=_of_those(one.citizen for one in whole),
            elsewhere=_of_those(one.elsewhere for one in whole),
        )

    def _station(self, key: str) -> Station:
        visits = self.visits[key]
        return Station(
            key=key,
            name=self.names[key],
            dossiers=len({one.dossier for one in visits}),
            visits=sum(1 for one in visits if one.time),
            office=_spread_of(visits, "office"),
            citizen=_of_those(one.time.citizen for one in visits if one.time),
            slow=len(self.slow(key)),
        )

    def _order(self) -> Sequence[str]:
        """By how early in their dossiers they were opened, on the whole."""
        middle = {
            key: sorted(one.opened for one in visits)[len(visits) // 2]
            for key, visits in self.visits.items()
        }
        return sorted(middle, key=lambda key: (middle[key], key))

    def _ways(self) -> Mapping[tuple[str, str], int]:
        """The event that leaves one step opens the next: the two share its place."""
        opened: dict[tuple[int, int], list[str]] = defaultdict(list)
        for key, visits in self.visits.items():
            for one in visits:
                opened[one.dossier, one.opened].append(key)
        ways: Counter[tuple[str, str]] = Counter()
        for key, visits in self.visits.items():
            for one in visits:
                if one.left is not None:
                    ways.update((key, goal) for goal in opened.get((one.dossier, one.left), ()))
        return ways


def _spread_of(visits: Iterable[_Visit], share: str) -> Spread | None:
    return spread(getattr(one.time, share) for one in visits if one.time)


def _of_those(times: Iterable[int]) -> Spread | None:
    """Over those that waited at all: most never do, and the median of all would be nothing."""
    return spread(one for one in times if one)
