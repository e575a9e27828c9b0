"""Two processes side by side, step by step. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

FIELDS = (
    "name", "position", "department", "office", "budget", "next", "choose", "join", "clock", "wait",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A step before and after, by its key; `fields` are those that differ."""

    key: str
    change: Literal["same", "changed", "new", "gone"]
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    fields: tuple[str, ...] = ()


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Pair, ...]:
    """The steps of the new one in its order, each beside its old self, then those that are gone.

    How a default is written makes no difference: no key and an empty one are the same.
    """
    before = {step["key"]: step for step in reversed(old["steps"])}
    found = [_pair(step["key"], before.get(step["key"]), step) for step in new["steps"]]
    kept = {step["key"] for step in new["steps"]}
    gone = [_pair(step["key"], step, None) for step in old["steps"] if step["key"] not in kept]
    return (*found, *gone)


def _pair(key: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Pair:
    if old is None:
        return Pair(key, "new", None, new)
    if new is None:
        return Pair(key, "gone", old, None)
    fields = tuple(name for name in FIELDS if (old.get(name) or None) != (new.get(name) or None))
    return Pair(key, "changed" if fields else "same", old, new, fields)
