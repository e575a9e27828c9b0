"""Processes drawn by chance, all of them publishable, and what a test needs to walk one."""

import random
from datetime import datetime
from typing import Any

from motcua.core.clock import VN, national_calendar
from motcua.core.flow import Context, Receive, Route, State, decide, evolve

START = datetime(2017, 3, 1, 8, 0, tzinfo=VN)
POSITIONS = ("BP_MOT_CUA", "CHUYEN_VIEN", "LANH_DAO_PHONG", "LANH_DAO_UBND", "VAN_THU")


def drawn(chance: random.Random, most: int = 8) -> dict[str, Any]:
    """A process without a fault: forks or loops back out of a choice (both only in a short one,
    where all its states can still be looked at), joins of both kinds, steps outside the clock,
    waits, one end or several.
    """
    both = chance.random() < 0.25
    loops = both or chance.random() < 0.4
    count = chance.randint(2, 4 if both else most)
    steps = [_step(chance, number) for number in range(count)]
    for number in range(1, count):
        _lead(steps, chance.randrange(max(0, number - 3), number), number)
    for number in range(count - 1):
        if (not steps[number]["next"] and chance.random() < 0.85) or chance.random() < 0.1:
            _lead(steps, number, chance.randrange(number + 1, count))
        if (loops and not both) or chance.random() < 0.25:
            steps[number]["choose"] = True
        if loops and steps[number]["next"] and chance.random() < 0.15:
            _loop(steps, number, chance.randrange(number + 1))
    if chance.random() < 0.8:
        steps[-1]["position"] = "BP_MOT_CUA"
    return {"procedure": "thu", "allowance": {"working_days": 400}, "steps": steps}


def _loop(steps: list[dict[str, Any]], number: int, back: int) -> None:
    """A way back has to be chosen, and leads to a step that waits for nobody."""
    steps[number]["choose"] = True
    _lead(steps, number, back)
    steps[back]["join"] = "any"


def _step(chance: random.Random, number: int) -> dict[str, Any]:
    step: dict[str, Any] = {
        "key": f"s{number}",
        "name": f"Bước {number}",
        "position": chance.choice(POSITIONS) if number else "BP_MOT_CUA",
        "budget": {"working_hours": chance.randint(0, 16) / 2},
        "next": [],
    }
    if step["position"] == "CHUYEN_VIEN" and number % 2:
        step["department"] = "TX-QLDT"
    if number and chance.random() < 0.2:
        step["clock"] = "stops"
    if chance.random() < 0.15:
        step["join"] = "any"
    if number and chance.random() < 0.1:
        step["wait"] = {"calendar_days": chance.randint(1, 3)}
    return step


def _lead(steps: list[dict[str, Any]], start: int, goal: int) -> None:
    following = steps[start]["next"]
    if f"s{goal}" not in following:
        following.append(f"s{goal}")


def context_of(document: dict[str, Any], now: datetime = START, **more: Any) -> Context:
    """The context of a dossier on the process `document` at `now`."""
    route = Route.from_json(document)
    return Context(route, route.allowance, national_calendar(), now, **more)


def received(context: Context) -> State:
    """A dossier just taken in."""
    (event,) = decide(None, Receive(context.now), context)
    return evolve(None, event, context.route)
