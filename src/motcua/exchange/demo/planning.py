"""What comes in, when, and what becomes of it: the invented quarter before any row is written."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from random import Random

from motcua.core.clock import VN, Calendar, is_open, is_working_day
from motcua.exchange.demo import names

FIRST_DAY = date(2017, 1, 3)
WEEKDAY_WEIGHTS = (1.45, 1.15, 0.95, 0.9, 0.8)
"""Mondays are full, Fridays thin."""
HOUR_WEIGHTS = {
    7: 0.5,
    8: 1.5,
    9: 1.6,
    10: 1.1,
    11: 0.3,
    13: 0.5,
    14: 1.2,
    15: 1.0,
    16: 0.6,
    17: 0.15,
}
SUPPLEMENT_SHARE = 0.062
WITHDRAWN_SHARE = 0.004
REFUSED_SHARE = 0.008
SUBMITTER_SHARE = 0.08
LATE_REASONS = (("nvtc", 13), ("khong-ke-khai", 4), ("lech-dien-tich", 7))
"""Codes of `dossiers.reasons` for the report's three reasons; the split is invented."""
LATE_PROCEDURES = ("tx-chuyen-nhuong-bien-dong", "tx-gcn-lan-dau")


@dataclass(frozen=True, slots=True)
class Plan:
    """One invented dossier: `pace` is the share of its time it will use (over 1: late)."""

    office: str
    procedure: str
    received_at: datetime
    owner: str
    organisation: bool
    id_number: str
    phone: str
    submitter: str
    seed: int
    pace: float
    supplement: bool
    ending: str
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """The totals an office must come out with."""

    office: str
    received: int
    overdue: int


def quarters() -> Sequence[Quarter]:
    """The figures of the report, office by office."""
    return [
        Quarter(row["office"], int(row["received"]), int(row["overdue"])) for row in _csv("quarter")
    ]


def shares(level: str, kind: str) -> Sequence[tuple[str, float]]:
    """Which procedures people bring to an office of that level and kind, by weight."""
    levels = {level, "commune_only"} if kind == "commune" else {level}
    return [(r["procedure"], float(r["share"])) for r in _csv("shares") if r["level"] in levels]


def plan(
    quarter: Quarter,
    *,
    level: str,
    kind: str,
    place: str,
    calendar: Calendar,
    until: datetime,
    random: Random,
) -> list[Plan]:
    """The office's dossiers in the order they come in. Pure: the same random, the same quarter."""
    chosen = _procedures(quarter.received, shares(level, kind), random)
    moments = sorted(_moments(quarter.received, calendar, until, random))
    late = _late(quarter.overdue, chosen, moments, until, random)
    return [
        planned(quarter.office, procedure, at, late.get(i, ""), place, kind, random)
        for i, (procedure, at) in enumerate(zip(chosen, moments, strict=True))
    ]


def planned(
    office: str, procedure: str, at: datetime, late: str, place: str, kind: str, random: Random
) -> Plan:
    """One invented dossier of `procedure`, received at `at`; `late` is why it will be late."""
    organisation = procedure.startswith("tx-") and random.random() < 0.12
    ending = random.random()
    return Plan(
        office=office,
        procedure=procedure,
        received_at=at,
        owner=names.organisation(random) if organisation else names.person(random),
        organisation=organisation,
        id_number=names.id_number(random),
        phone=names.phone(random),
        submitter=names.person(random) if random.random() < SUBMITTER_SHARE else "",
        seed=random.randrange(2**31),
        pace=1.0 + random.uniform(0.15, 0.9) if late else _pace(random),
        supplement=not late and random.random() < SUPPLEMENT_SHARE,
        ending="result"
        if late or ending > WITHDRAWN_SHARE + REFUSED_SHARE
        else ("withdrawn" if ending < WITHDRAWN_SHARE else "refused"),
        late_reason=late,
    )


def _pace(random: Random) -> float:
    """Most come in two to five days early, a good part just in time."""
    return min(0.97, max(0.18, random.betavariate(4.2, 2.2)))


def _procedures(n: int, weights: Sequence[tuple[str, float]], random: Random) -> list[str]:
    every = [procedure for procedure, _ in weights]
    rest = random.choices(every, [share for _, share in weights], k=n - len(every))
    chosen = every + rest
    random.shuffle(chosen)
    return chosen


def _moments(n: int, calendar: Calendar, until: datetime, random: Random) -> Iterator[datetime]:
    days = [
        day
        for day in (
            FIRST_DAY + timedelta(days=i) for i in range((until.date() - FIRST_DAY).days + 1)
        )
        if is_working_day(calendar, day)
    ]
    weights = [
        WEEKDAY_WEIGHTS[day.weekday()] * random.uniform(0.75, 1.25) * _season(day) for day in days
    ]
    while n:
        day = random.choices(days, weights)[0]
        moment = moment_on(day, random)
        if moment <= until - timedelta(minutes=4) and is_open(calendar, moment):
            n -= 1
            yield moment


def moment_on(day: date, random: Random) -> datetime:
    """When people come, full in the middle of the morning."""
    hour = random.choices(list(HOUR_WEIGHTS), list(HOUR_WEIGHTS.values()))[0]
    clock = time(hour, random.randrange(60), random.randrange(60), random.randrange(10**6))
    return datetime.combine(day, clock, VN)


def _season(day: date) -> float:
    """Thin in the last days before Tết (28/1/2017) and the first after it, full in March."""
    if date(2017, 1, 20) <= day <= date(2017, 2, 6):
        return 0.45
    return 1.15 if day.month == 3 else 1.0


def _late(
    overdue: int,
    chosen: Sequence[str],
    moments: Sequence[datetime],
    until: datetime,
    random: Random,
) -> dict[int, str]:
    """Which dossiers will be late, and why: land, received early enough to be late by now."""
    if not overdue:
        return {}
    able = [
        i
        for i, (procedure, at) in enumerate(zip(chosen, moments, strict=True))
        if procedure in LATE_PROCEDURES and at < until - timedelta(days=50)
    ]
    reasons = [code for code, count in LATE_REASONS for _ in range(count)][:overdue]
    return dict(zip(random.sample(able, overdue), reasons, strict=True))


def _csv(name: str) -> list[dict[str, str]]:
    text = files("motcua.exchange").joinpath(f"data/demo/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
