"""The clock against a second one that shares nothing with it: it walks every minute, reads the
data files itself, and knows only the contract. Each explanation is walked as well.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import motcua.core.clock
from motcua.core.clock import cases

DATA = Path(motcua.core.clock.__file__).parent / "data"
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
OFFICE_HOURS = [["07:30", "11:30"], ["13:30", "17:30"]]
MINUTE = timedelta(minutes=1)
SEED = 20170331
COUNT = 5000


def days_in(name: str) -> set[date]:
    with (DATA / name).open(encoding="utf-8") as file:
        return {date.fromisoformat(row["day"]) for row in csv.DictReader(file)}


NATIONAL_OFF = days_in("days_off.csv")
NATIONAL_WORK = days_in("days_worked.csv")


class Unanswerable(Exception):
    pass


class Walker:
    """One case, walked."""

    def __init__(self, case: dict[str, Any]) -> None:
        given = case.get("calendar", {})
        week = given.get("sessions", dict.fromkeys(WEEK[:5], OFFICE_HOURS))
        self.week = [[(hhmm(a), hhmm(b)) for a, b in week.get(day, [])] for day in WEEK]
        self.off = {date.fromisoformat(d) for d in given["off"]} if "off" in given else NATIONAL_OFF
        self.work = (
            {date.fromisoformat(d) for d in given["work"]} if "work" in given else NATIONAL_WORK
        )
        self.endless = "off" in given
        self.received = datetime.fromisoformat(case["received_at"])
        self.pauses = [
            (datetime.fromisoformat(p["from"]), datetime.fromisoformat(p.get("to") or "9999-12-31"))
            for p in case.get("pauses", [])
        ]
        ((self.kind, self.n),) = case["allowance"].items()
        self.start = self.after_cutoff(case.get("cutoff"))
        self.minutes_of: dict[date, bytearray] = {}

    def sessions(self, day: date) -> list[tuple[int, int]]:
        if not self.endless and not date(2015, 1, 1) <= day <= date(2027, 12, 31):
            raise Unanswerable
        own = self.week[day.weekday()]
        if day in self.work:
            return own or self.week[0]
        return [] if day in self.off else own

    def is_working(self, moment: datetime) -> bool:
        day = moment.date()
        if day not in self.minutes_of:
            minutes = bytearray(1440)
            for opens, closes in self.sessions(day):
                minutes[opens:closes] = b"\1" * (closes - opens)
            self.minutes_of[day] = minutes
        return bool(self.minutes_of[day][moment.hour * 60 + moment.minute])

    def is_paused(self, moment: datetime) -> bool:
        return any(start <= moment < end for start, end in self.pauses)

    def is_paused_for_ever(self, moment: datetime) -> bool:
        return any(start <= moment and end.year == 9999 for start, end in self.pauses)

    def close(self, day: date) -> datetime:
        last = (self.sessions(day) or self.week[0])[-1][1]
        return datetime.combine(day, datetime.min.time()) + timedelta(minutes=last)

    def after_cutoff(self, cutoff: str | None) -> datetime:
        day = self.received.date()
        if cutoff is None or not self.sessions(day):
            return self.received
        if self.received.strftime("%H:%M") < cutoff:
            return self.received
        day = self.next_working_day(day)
        midnight = datetime.combine(day, datetime.min.time())
        return midnight + timedelta(minutes=self.sessions(day)[0][0])

    def next_working_day(self, day: date) -> date:
        day += timedelta(days=1)
        while not self.sessions(day):
            day += timedelta(days=1)
        return day

    def due(self) -> datetime | None:
        if self.kind in ("working_days", "working_hours"):
            return self.walk_minutes(round(self.n * (480 if self.kind == "working_days" else 60)))
        return self.walk_days()

    def walk_minutes(self, left: int) -> datetime | None:
        moment = self.start
        while left:
            paused = self.is_paused(moment)
            if paused and self.is_paused_for_ever(moment):
                return None
            if self.is_working(moment) and not paused:
                left -= 1
            moment += MINUTE
        return moment

    def walk_days(self) -> datetime | None:
        if self.kind == "same_day":
            day, left = self.start.date(), 0
            if not self.sessions(day) or self.start >= self.close(day):
                day = self.next_working_day(day)
        else:
            day, left = self.start.date(), self.n
        while left:
            day += timedelta(days=1)
            if self.is_paused_for_ever(self.close(day)):
                return None
            counts = self.kind == "calendar_days" or bool(self.sessions(day))
            left -= counts and not self.is_paused(self.close(day))
        while not self.sessions(day) or self.is_paused(self.close(day)):
            if self.is_paused_for_ever(self.close(day)):
                return None
            day += timedelta(days=1)
        return self.close(day)


def hhmm(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def random_cases(seed: int, count: int) -> Iterator[dict[str, Any]]:
    dice = random.Random(seed)  # noqa: S311 - cases, not keys
    hot = [date(2017, 1, 20), date(2019, 4, 22), date(2026, 8, 19), date(2018, 12, 26)]
    hot += [date(2015, 2, 10), date(2026, 11, 20), date(2026, 12, 24), date(2027, 12, 20)]
    for number in range(count):
        base = dice.choice(hot) if dice.random() < 0.6 else date(2015, 1, 1)
        spread = 12 if base.year > 2015 or base.month > 1 else 4500
        received = moment(dice, base, spread)
        case: dict[str, Any] = {
            "id": number,
            "received_at": text(received),
            "allowance": allowance(dice),
        }
        if dice.random() < 0.3:
            case["cutoff"] = dice.choice(["15:00", "16:30", "11:30", "07:30", "00:00", "18:00"])
        if dice.random() < 0.5:
            case["pauses"] = [pause(dice, received) for _ in range(dice.randint(1, 4))]
        if dice.random() < 0.4:
            case["calendar"] = calendar(dice, received.date())
        yield case


def allowance(dice: random.Random) -> dict[str, Any]:
    return dice.choice(
        [
            {"working_days": dice.choice([0.5, 1, 1.5, 2, 3, 5, 7.5])},
            {"working_hours": dice.choice([0.5, 1, 4, 8, 12, 0.1, 2.25, 26])},
            {"working_days_civil": dice.randint(1, 9)},
            {"calendar_days": dice.randint(1, 20)},
            {"same_day": True},
        ]
    )


def moment(dice: random.Random, base: date, spread: int) -> datetime:
    round_times = ["07:30", "11:30", "13:30", "17:30", "15:00", "00:00", "23:59", "12:00", "16:30"]
    at = (
        hhmm(dice.choice(round_times))
        if dice.random() < 0.5
        else dice.randrange(1440)
        if dice.random() < 0.3
        else dice.randrange(420, 1080)
    )
    midnight = datetime.combine(base, datetime.min.time())
    return midnight + timedelta(days=dice.randrange(spread), minutes=at)


def pause(dice: random.Random, received: datetime) -> dict[str, str]:
    start = moment(dice, received.date() - timedelta(days=3), 14)
    if dice.random() < 0.12:
        return {"from": text(start)}
    end = start if dice.random() < 0.1 else moment(dice, start.date() + timedelta(days=1), 6)
    return {"from": text(start), "to": text(end)}


def calendar(dice: random.Random, day: date) -> dict[str, Any]:
    def some_days() -> list[str]:
        return [
            (day + timedelta(days=dice.randrange(25))).isoformat() for _ in range(dice.randrange(7))
        ]

    given: dict[str, Any] = {}
    if dice.random() < 0.6:
        given["sessions"] = dict.fromkeys(WEEK[:5], OFFICE_HOURS)
        given["sessions"]["sat"] = dice.choice([[], [["07:30", "11:30"]]])
        given["sessions"]["mon"] = dice.choice(
            [OFFICE_HOURS, [["08:00", "12:00"], ["12:00", "16:30"]], [["00:00", "23:59"]]]
        )
        given["sessions"]["wed"] = dice.choice([OFFICE_HOURS, [], [["13:00", "20:15"]]])
    if dice.random() < 0.5:
        given["off"] = some_days()
    if dice.random() < 0.5:
        given["work"] = some_days()
    return given


def text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def expected(case: dict[str, Any]) -> tuple[str | None, bool] | str:
    try:
        walker = Walker(case)
        due = walker.due()
    except Unanswerable:
        return "error"
    provisional = due is not None and not walker.endless and due.date() > date(2026, 12, 31)
    return (None if due is None else text(due)), provisional


CASES = list(random_cases(SEED, COUNT))
ANSWERS = cases.answer(CASES)


@pytest.mark.parametrize("tenth", range(10))
def test_the_clock_answers_as_a_walk_over_every_minute_does(tenth: int) -> None:
    share = slice(tenth, None, 10)

    different = [
        (case, expected(case), answer.get("error", answer.get("due_at")))
        for case, answer in zip(CASES[share], ANSWERS[share], strict=True)
        if expected(case)
        != ("error" if "error" in answer else (answer["due_at"], answer["provisional"]))
    ]

    assert different == [], f"seed {SEED}"


def test_the_cases_reach_every_kind_of_answer() -> None:
    kinds = {next(iter(case["allowance"])) for case in CASES}
    open_ended = [a for a in ANSWERS if "error" not in a and a["due_at"] is None]
    provisional = [a for a in ANSWERS if a.get("provisional")]
    unanswered = [a for a in ANSWERS if "error" in a]

    assert len(kinds) == 5
    assert min(len(open_ended), len(provisional), len(unanswered)) > 50


def test_every_explanation_leads_without_gaps_from_receipt_to_due() -> None:
    for case, answer in zip(CASES, ANSWERS, strict=True):
        if "error" in answer:
            continue
        way = answer["explanation"]
        assert way[0]["from"] == case["received_at"], case
        assert way[-1]["to"] == answer["due_at"], case
        for before, after in pairwise(way):
            assert before["to"] == after["from"], case
        for stretch in way:
            assert list(stretch) == ["from", "to", "minutes", "counted", "reason", "source"]
            assert stretch["reason"], case
            assert stretch["source"], case
            if stretch["to"] is None:
                assert stretch is way[-1]
                assert (stretch["minutes"], stretch["counted"]) == (None, False)
            else:
                length = at(stretch["to"]) - at(stretch["from"])
                assert stretch["minutes"] == length / MINUTE > 0, case


def test_counted_stretches_add_up_to_the_allowance_exactly() -> None:
    for case, answer in zip(CASES, ANSWERS, strict=True):
        if answer.get("due_at") is None:
            continue
        ((kind, n),) = case["allowance"].items()
        counted = [stretch for stretch in answer["explanation"] if stretch["counted"]]
        if kind in ("working_days", "working_hours"):
            minutes = sum(stretch["minutes"] for stretch in counted)
            assert minutes == n * (480 if kind == "working_days" else 60), case
        else:
            assert len(counted) == (1 if kind == "same_day" else n), case
            days = [stretch["from"][:10] for stretch in answer["explanation"]]
            assert len(set(days)) == len(days), case


def test_a_minute_is_counted_where_the_walk_counts_it_and_nowhere_else() -> None:
    for case, answer in zip(CASES[::3], ANSWERS[::3], strict=True):
        if "error" in answer or not {"working_days", "working_hours"} & set(case["allowance"]):
            continue
        walker = Walker(case)
        for stretch in answer["explanation"]:
            moment = at(stretch["from"])
            end = at(stretch["to"]) if stretch["to"] else moment + timedelta(hours=5)
            while moment < end:
                counts = (
                    moment >= walker.start
                    and walker.is_working(moment)
                    and not walker.is_paused(moment)
                )
                assert counts == stretch["counted"], (case, stretch, moment)
                moment += MINUTE


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)
