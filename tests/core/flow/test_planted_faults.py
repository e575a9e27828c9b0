"""Each kind of fault planted in a good process drawn by chance: found, where it is, alone."""

import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from core.flow.processes import drawn
from motcua.core.flow.process.check import check, needed_hours

SEED = 20170331
GOOD = 500
ORDINARY, PROVEN = 50, 500

Spec = dict[str, Any]
Found = list[tuple[str, str | None]]
Plant = Callable[[random.Random, Spec], tuple[Spec, Found] | None]


def good(chance: random.Random) -> Spec:
    """A process without a fault or a warning: its term is what its longest way takes."""
    process = drawn(chance)
    process["steps"][0]["budget"] = {"working_hours": chance.randint(2, 16) / 2}
    return {**process, "allowance": {"working_hours": float(needed_hours(process))}}


def leading(chance: random.Random, process: Spec) -> Spec:
    """One of the steps something follows."""
    step: Spec = chance.choice([step for step in process["steps"] if step["next"]])
    return step


def dangling(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    step = leading(chance, process)
    step["next"].append("ma")
    return process, [("dangling-next", step["key"])]


def unreachable(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    place = chance.randint(1, len(process["steps"]))
    process["steps"].insert(place, {"key": "lac", "name": "Lạc", "next": []})
    return process, [("unreachable", "lac")]


def dead_end(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    leading(chance, process)["next"].append("quan")
    process["steps"].append({"key": "quan", "name": "Quẩn", "next": ["quan"], "join": "any"})
    return process, [("dead-end", "quan")]


def no_end(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    for step in process["steps"]:
        step["next"] = step["next"] or [process["steps"][0]["key"]]
    return process, [("no-end", None)]


def never_completes(chance: random.Random, process: Spec) -> tuple[Spec, Found] | None:
    waiting = [s for s in process["steps"][1:] if s["next"] and s.get("join") != "any"]
    if not waiting:
        return None
    step = chance.choice(waiting)
    step["next"].append(step["key"])
    return process, [("join-never-completes", step["key"])]


def duplicate(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    twin = deepcopy(chance.choice(process["steps"]))
    process["steps"].append({**twin, "next": []})
    return process, [("duplicate-step", twin["key"])]


def no_allowance(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    process["allowance"] = chance.choice([None, {}, {"working_days": 0}, {"working_days": -1}])
    return process, [("no-allowance", None)]


def over(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    process["allowance"]["working_hours"] -= 0.5
    return process, [("over-allowance", None)]


def under(chance: random.Random, process: Spec) -> tuple[Spec, Found]:
    process["allowance"]["working_hours"] += chance.randint(1, 16) / 2
    return process, [("under-allowance", None)]


PLANTS: dict[str, Plant] = {
    "dangling-next": dangling,
    "unreachable": unreachable,
    "dead-end": dead_end,
    "no-end": no_end,
    "join-never-completes": never_completes,
    "duplicate-step": duplicate,
    "no-allowance": no_allowance,
    "over-allowance": over,
    "under-allowance": under,
}


def planted(plant: Plant, count: int, seed: int) -> None:
    print(f"seed {seed}")  # noqa: T201
    chance = random.Random(seed)  # noqa: S311
    done = 0
    while done < count:
        made = plant(chance, good(chance))
        if made is None:
            continue
        process, expected = made
        assert [(fault.code, fault.step) for fault in check(process)] == expected, process
        done += 1


def test_five_hundred_good_processes_drawn_by_chance_have_no_fault_and_no_warning() -> None:
    chance = random.Random(SEED)  # noqa: S311
    assert [
        check(process) for process in (good(chance) for _ in range(GOOD)) if check(process)
    ] == []


@pytest.mark.parametrize("code", PLANTS)
def test_a_planted_fault_is_found_at_its_step_alone(code: str) -> None:
    planted(PLANTS[code], ORDINARY, SEED)


@pytest.mark.prove
@pytest.mark.parametrize("code", PLANTS)
def test_planted_faults_are_found_at_their_step_alone_however_many(code: str) -> None:
    planted(PLANTS[code], PROVEN, random.SystemRandom().randrange(10**9))
