"""How much lies with each post of a department, and how much went through it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import (
    Aggregate,
    Case,
    Count,
    DateTimeField,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from motcua.core.clock import (
    VN,
    Calendar,
    add_working_minutes,
    is_working_day,
    open_of_day,
    working_minutes,
)
from motcua.core.flow.deciding.assigning import taken_by
from motcua.core.refusal import Refused
from motcua.dossiers.models import DossierStep, Event
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.inbox import InboxRow, rows_in
from motcua.dossiers.selectors.overview import NEAR_DAYS
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.identity.kinds import LEADERS
from motcua.identity.selectors import actors_in_post
from motcua.identity.words import position_words
from motcua.organization.selectors import calendar_of, department_by_id

OPEN_KINDS = ("open", "late", "today", "near", "untaken")
KINDS = (*OPEN_KINDS, "received", "finished")
DAYS = 5
PAGE = 200
NOBODY = "chung"
EVERYBODY = ""
Place = tuple[int | None, str]


class MedianMoment(Aggregate):
    """The moment in the middle: as many came before it as after."""

    function = "percentile_disc"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DateTimeField()


@dataclass(slots=True)
class Load:
    """What lies with one post, with nobody of its kind yet (`who` is NOBODY), or with them all.

    `age_minutes` is the median of the working time since what is open was handed over; None where
    nothing is. `received` and `finished` are of the last five working days, today included.
    """

    who: str
    name: str
    title: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    age_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The posts of one kind in a department, or in the office where they belong to none; `key`
    names it in an address."""

    key: str
    name: str
    total: Load
    rows: Sequence[Load]


@dataclass(frozen=True, slots=True)
class Behind:
    """The dossiers behind a figure: whose, the first two hundred visits, how many there are, and
    to whom of the group they may be given."""

    name: str
    rows: Sequence[InboxRow]
    count: int
    colleagues: Sequence[Actor]


def workload(actor: Actor, at: datetime) -> Sequence[Group]:
    """The groups within the scope of `Duty.WORKLOAD`, those of a department first. Four queries.

    A visit is with the only post of its kind there; else with the one it was given to or that left
    it; else with nobody yet. Raises Refused("not_your_act") for who heads nothing.
    """
    asked = _Asked(actor, at)
    loads: dict[tuple[Place, str], Load] = {}
    for place, posts in asked.posts.items():
        loads[place, EVERYBODY] = Load(EVERYBODY, asked.name(place), "")
        for one in posts:
            loads[place, str(one.position_uuid)] = Load(
                str(one.position_uuid), one.person, one.title
            )
    marks = {kind: Count("id", filter=asked.mark(kind)) for kind in KINDS}
    for by in (("who",), ()):
        asked.fill(loads, by, marks)
    return asked.grouped(loads)


def behind_load(actor: Actor, at: datetime, *, kind: str, key: str, who: str) -> Behind:
    """The dossiers behind one figure, first what is due first. Four queries.

    Raises Refused("not_found") for a figure that is not on the page.
    """
    asked = _Asked(actor, at)
    place = next((one for one in asked.posts if _key(one) == key), None)
    if kind not in KINDS or place is None:
        raise Refused("not_found")
    return _behind(asked, kind, place, who)


def _behind(asked: "_Asked", kind: str, place: Place, who: str) -> Behind:
    chosen = asked.visits().filter(asked.mark(kind), _there(place))
    name = asked.name(place)
    if who:
        chosen = chosen.filter(Q(who=None if who == NOBODY else _uuid(who)))
        people = {str(one.position_uuid): one.person for one in asked.posts[place]}
        name = f"{people.get(who, 'Chưa giao ai')} · {name}"
    rows = rows_in(chosen, asked.actor, asked.at, PAGE)
    return Behind(name, rows, chosen.count(), asked.posts[place])


def unclaimed(actor: Actor, at: datetime) -> tuple[str, Behind] | None:
    """What was handed to the department of `actor` more than two working hours ago and none of its
    officers received, with the key of their group; None where there is no such group. Four
    queries."""
    asked = _Asked(actor, at)
    for place in asked.posts:
        if place[0] and place[0] == actor.department_id and place[1] not in LEADERS:
            return _key(place), _behind(asked, "untaken", place, EVERYBODY)
    return None


def open_rows(actor: Actor, at: datetime, codes: Collection[str]) -> Sequence[InboxRow]:
    """Open visits of those dossiers within the scope. Two queries."""
    asked = _Asked(actor, at)
    chosen = asked.visits().filter(asked.mark("open"), dossier__code__in=list(codes))
    return rows_in(chosen, actor, at, PAGE)


class _Asked:
    """One question: who asks, when, and the posts of the scope by place."""

    def __init__(self, actor: Actor, at: datetime) -> None:
        self.actor, self.at = actor, at.astimezone(VN).replace(second=0, microsecond=0)
        self.scope = scope_of(actor, Duty.WORKLOAD)
        if self.scope is None:
            raise Refused("not_your_act", act="workload", title=actor.title)
        self.calendar: Calendar = calendar_of(actor.office_id)
        self.posts: dict[Place, list[Actor]] = {}
        for one in actors_in_post(at, actor.office_id):
            mine = self.scope is Scope.OFFICE or one.department_id == actor.department_id
            if mine and scope_of(one, Duty.OPEN) is not None:
                self.posts.setdefault((one.department_id, one.kind), []).append(one)

    def visits(self) -> QuerySet[DossierStep]:
        """Every visit of the scope, with `who` it is with."""
        held = DossierStep.objects.filter(office_id=self.actor.office_id)
        if self.scope is not Scope.OFFICE:
            held = held.filter(department_id=self.actor.department_id or -1)
        return held.annotate(who=self._who())

    def _who(self) -> Expression:
        left_by = Event.objects.filter(dossier_id=OuterRef("dossier_id"), seq=OuterRef("left_seq"))
        sole = [
            When(_there(place), then=Value(posts[0].position_uuid, output_field=UUIDField()))
            for place, posts in self.posts.items()
            if len({one.position_uuid for one in posts}) == 1
        ]
        given = Coalesce(F("assignee"), Subquery(left_by.values("position__uuid")[:1]))
        return Case(*sole, default=given, output_field=UUIDField())

    def mark(self, kind: str) -> Q:
        """Which visits a figure counts."""
        at, is_open = self.at, Q(left_at=None, dossier__stage__in=OPEN_STAGES)
        tomorrow = at.replace(hour=0, minute=0) + timedelta(days=1)
        soon = add_working_minutes(self.calendar, tomorrow, NEAR_DAYS * WORKING_DAY_MINUTES)
        late_taking = taken_by(self.calendar, at)
        marks = {
            "open": is_open,
            "late": is_open & Q(due_at__lt=at),
            "today": is_open & Q(due_at__gte=at, due_at__lt=tomorrow),
            "near": is_open & Q(due_at__gte=tomorrow, due_at__lte=soon),
            "untaken": is_open & Q(seen=False, taken=False, entered_at__lte=late_taking),
            "received": Q(entered_at__gte=self._since()),
            "finished": Q(left_at__gte=self._since()),
        }
        return marks[kind]

    def _since(self) -> datetime:
        """The opening of the fifth working day back, today's included."""
        day, left = self.at.date(), DAYS
        while True:
            left -= is_working_day(self.calendar, day)
            if left == 0:
                return open_of_day(self.calendar, day)
            day -= timedelta(days=1)

    def fill(
        self, loads: dict[tuple[Place, str], Load], by: Sequence[str], marks: Mapping[str, Count]
    ) -> None:
        """The figures by place, and by whom the visits are with when `by` says so."""
        lately = self.mark("open") | self.mark("received") | self.mark("finished")
        rows = (
            self.visits()
            .filter(lately)
            .values("department_id", "position_kind", *by)
            .annotate(middle=MedianMoment("entered_at", filter=self.mark("open")), **marks)
        )
        for row in rows:
            place = row["department_id"], row["position_kind"]
            who = str(row["who"] or NOBODY) if by else EVERYBODY
            if place not in self.posts and not by:
                self.posts[place] = []
            if by and (place, who) not in loads:
                who = NOBODY
            load = loads.setdefault((place, who), _unheld(who, self.name(place)))
            for kind in KINDS:
                load.counts[kind] += row[kind]
            if row["middle"]:
                age = working_minutes(self.calendar, row["middle"], self.at)
                load.age_minutes = max(age, load.age_minutes or 0)

    def grouped(self, loads: Mapping[tuple[Place, str], Load]) -> Sequence[Group]:
        """The loads under their places; a place where nothing was and nobody is left out."""
        found = []
        for place in self.posts:
            rows = [
                load
                for (home, who), load in loads.items()
                if home == place and who and (who != NOBODY or any(load.counts.values()))
            ]
            rows.sort(key=lambda load: (load.who == NOBODY, -load.counts["open"], load.name))
            found.append(Group(_key(place), self.name(place), loads[place, EVERYBODY], rows))
        return sorted(found, key=lambda group: (group.key.startswith("0-"), group.name))

    def name(self, place: Place) -> str:
        """A department and the kind of its posts; the kind alone where they belong to none."""
        department, kind = place
        words = position_words(kind)
        return f"{department_by_id(department).name} · {words}" if department else words


def _unheld(who: str, name: str) -> Load:
    return Load(who, name if who == EVERYBODY else "Chưa giao ai", "")


def _there(place: Place) -> Q:
    return Q(department_id=place[0], position_kind=place[1])


def _key(place: Place) -> str:
    return f"{department_by_id(place[0]).code if place[0] else 0}-{place[1]}"


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused("not_found") from None
