"""A process as the core reads it: steps, who holds them, what follows what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from motcua.core.clock import Allowance
from motcua.core.flow.acts import Act

DESK = "BP_MOT_CUA"
LEADERS = frozenset({"LANH_DAO_PHONG", "LANH_DAO_UBND"})


@dataclass(frozen=True, slots=True)
class Step:
    """One station. `budget_minutes` are working minutes; `wait_days` calendar days that must pass
    before it can be left (niêm yết); `clock_stops` time outside the allowance (tax); `office` the
    slug of another office or body, None for the dossier's own.
    """

    key: str
    name: str
    position: str
    budget_minutes: int
    next: tuple[str, ...] = ()
    choose: bool = False
    join_any: bool = False
    clock_stops: bool = False
    wait_days: int = 0
    office: str | None = None
    department: str | None = None

    def free_from(self, entered_at: datetime) -> datetime:
        """From when on it may be left and its budget runs: its calendar days after it was entered,
        in the time zone of `entered_at`."""
        return entered_at + timedelta(days=self.wait_days)


@dataclass(frozen=True)
class Route:
    """All steps of a process; the first is the entry. Assumed free of faults (`check`)."""

    procedure: str
    name: str
    allowance: Allowance
    steps: tuple[Step, ...]

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Route":
        """Reads a process that `check` found no fault in; KeyError or ValueError otherwise."""
        return cls(
            procedure=value.get("procedure") or "",
            name=value.get("name") or "",
            allowance=Allowance.from_json(value["allowance"]),
            steps=tuple(_step(step) for step in value["steps"]),
        )

    @cached_property
    def _by_key(self) -> dict[str, Step]:
        return {step.key: step for step in reversed(self.steps)}

    @cached_property
    def _before(self) -> dict[str, frozenset[str]]:
        before: dict[str, set[str]] = {step.key: set() for step in self.steps}
        for step in self.steps:
            for key in step.next:
                before.setdefault(key, set()).add(step.key)
        return {key: frozenset(keys) for key, keys in before.items()}

    @property
    def entry(self) -> Step:
        """Where every dossier begins."""
        return self.steps[0]

    def step(self, key: str) -> Step:
        """The step called `key`; KeyError when there is none."""
        return self._by_key[key]

    def is_desk_end(self, key: str) -> bool:
        """Whether `key` is the desk's last step, where results wait for their owners."""
        step = self.step(key)
        return not step.next and step.position == DESK and step is not self.entry

    def waits_for_all(self, key: str) -> bool:
        """Whether `key` is a join that waits for every branch that was started."""
        return len(self._before[key]) > 1 and not self.step(key).join_any

    def can_reach(self, start: str, goal: str) -> bool:
        """Whether a way leads from `start` on to `goal`. Cached; one walk the first time."""
        return goal in self._reached(start)

    def leaving_act(self, key: str, to: str | None = None) -> Act:
        """The act that leaves `key`, towards `to` where there is a choice.

        Leaders approve; who brings it to the desk's end, or ends the process, returns it to the
        desk; everybody else hands over.
        """
        step = self.step(key)
        if step.position in LEADERS:
            return Act.APPROVE
        targets = (to,) if to else step.next
        if all(self.is_desk_end(target) for target in targets):
            return Act.RETURN_TO_DESK
        return Act.HAND_OVER

    @cached_property
    def _reach_cache(self) -> dict[str, frozenset[str]]:
        return {}

    def _reached(self, start: str) -> frozenset[str]:
        if start not in self._reach_cache:
            found: set[str] = set()
            todo: list[str] = list(self.step(start).next)
            while todo:
                key = todo.pop()
                if key not in found:
                    found.add(key)
                    todo.extend(self.step(key).next)
            self._reach_cache[start] = frozenset(found)
        return self._reach_cache[start]


def _step(value: dict[str, Any]) -> Step:
    wait = value.get("wait") or {}
    budget = value.get("budget") or {"working_hours": 0}
    return Step(
        key=value["key"],
        name=value["name"],
        position=value["position"],
        budget_minutes=_minutes(budget),
        next=_unique(value.get("next") or ()),
        choose=bool(value.get("choose")),
        join_any=value.get("join") == "any",
        clock_stops=value.get("clock") == "stops",
        wait_days=int(wait.get("calendar_days", 0)),
        office=value.get("office") or None,
        department=value.get("department") or None,
    )


def _minutes(budget: dict[str, Any]) -> int:
    ((kind, amount),) = budget.items()
    return 0 if not amount else Allowance(kind, amount).units


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
