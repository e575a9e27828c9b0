"""Where the steps of a dossier lie once an office of its process has ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Home:
    """Who holds a step from now on: an office's slug, a department's code ("" for any) and a kind
    of position. `to_desk`: the office has no such department, so the desk's head holds it."""

    step: str
    office: str
    department: str
    position: str
    to_desk: bool = False


def home_to_json(home: Home) -> list[Any]:
    """A home as a list, in the order of its fields."""
    return [home.step, home.office, home.department, home.position, home.to_desk]


def home_from_json(value: Sequence[Any]) -> Home:
    """Reads what `home_to_json` wrote."""
    return Home(*value)


def rehomed(kept: Sequence[Home], new: Sequence[Home]) -> tuple[Home, ...]:
    """The homes after a transfer, by step: each new one instead of the one before."""
    found = {home.step: home for home in (*kept, *new)}
    return tuple(found[step] for step in sorted(found))
