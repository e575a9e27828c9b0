"""The two wards since 1/7/2025: what comes in until the demonstration's second day.

Numbers and people are invented: no report of these wards is public. What can come in is what the
catalogue in force offers on the day.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, Calendar, is_open, is_working_day
from motcua.core.flow import Route
from motcua.exchange.demo.crew import Crew
from motcua.exchange.demo.planning import WEEKDAY_WEIGHTS, Plan, moment_on, planned
from motcua.organization.selectors import OfficeRow

WARDS_NOW = datetime(2026, 11, 25, 8, 12, tzinfo=VN)
"""A Wednesday, the first working day after the holiday of 24/11."""
WARDS_FROM = date(2025, 7, 1)
LATELY = timedelta(days=21)
LATELY_WEIGHT = 7.0
"""The last weeks are full, so that there is work in every box."""
USUAL_SHARE = 6.0
LATE_REASON = "khong-ke-khai"


def wards() -> Sequence[tuple[str, int, int]]:
    """The offices with how many dossiers they received, and how many of these are late."""
    return [(r["office"], int(r["received"]), int(r["overdue"])) for r in _csv("wards-2026")]


def plan_ward(
    office: OfficeRow, received: int, overdue: int, calendar: Calendar, crew: Crew, random: Random
) -> list[Plan]:
    """The ward's dossiers in the order they come in; the same for the same catalogue."""
    moments = sorted(_moments(received, calendar, random))
    chosen = [_procedure(office, moment.date(), crew, random) for moment in moments]
    late = _late(office, chosen, moments, overdue, random)
    return [
        planned(office.slug, procedure, at, late.get(i, ""), office.short_name, office.kind, random)
        for i, (procedure, at) in enumerate(zip(chosen, moments, strict=True))
    ]


def _moments(n: int, calendar: Calendar, random: Random) -> Iterator[datetime]:
    span = (WARDS_NOW.date() - WARDS_FROM).days + 1
    every = (WARDS_FROM + timedelta(days=i) for i in range(span))
    days = [day for day in every if is_working_day(calendar, day)]
    since = WARDS_NOW.date() - LATELY
    weights = [
        WEEKDAY_WEIGHTS[min(day.weekday(), 4)] * (LATELY_WEIGHT if day > since else 1.0)
        for day in days
    ]
    while n:
        moment = moment_on(random.choices(days, weights)[0], random)
        if moment <= WARDS_NOW - timedelta(minutes=4) and is_open(calendar, moment):
            n -= 1
            yield moment


def _procedure(office: OfficeRow, day: date, crew: Crew, random: Random) -> str:
    offered = _offered(office, day, crew)
    return random.choices(list(offered), list(offered.values()))[0]


_known: dict[tuple[int, frozenset[int]], Mapping[str, float]] = {}


def _offered(office: OfficeRow, day: date, crew: Crew) -> Mapping[str, float]:
    """What the desk takes in on `day` and the demonstration has people for, by weight."""
    rows = catalogue.procedures_offered(office.id, day)
    key = office.id, frozenset(row.id for row in rows)
    if key not in _known:
        usual = _shares()
        found = {}
        for row in rows:
            process = catalogue.process_for(row.id, office.id, day)
            if process and not row.cases and _has_people(process.route, office, day, crew):
                found[row.slug] = usual.get(row.slug, USUAL_SHARE)
        _known[key] = found
    return _known[key]


def _has_people(route: Route, office: OfficeRow, day: date, crew: Crew) -> bool:
    return all(crew.has(step, office.id, day) for step in route.steps)


def _late(
    office: OfficeRow, chosen: Sequence[str], moments: Sequence[datetime], overdue: int,
    random: Random,
) -> dict[int, str]:  # fmt: skip
    """Which will be late: those with days to do it in, received early enough to be late by now."""
    able = [
        i
        for i, (slug, at) in enumerate(zip(chosen, moments, strict=True))
        if at < WARDS_NOW - timedelta(days=50)
        and catalogue.version_for(office.id, slug, at.date()).allowance.units >= 5 * 8 * 60
    ]
    return dict.fromkeys(random.sample(able, min(overdue, len(able))), LATE_REASON)


@cache
def _shares() -> Mapping[str, float]:
    return {row["procedure"]: float(row["share"]) for row in _csv("shares")}


def _csv(name: str) -> list[dict[str, str]]:
    text = files("motcua.exchange").joinpath(f"data/demo/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
