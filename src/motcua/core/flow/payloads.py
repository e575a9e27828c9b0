"""The form of payloads: what an event says as JSON values, and how they are read again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.core.flow.state import OpenStep, moment_of, moment_or_none, open_from_json, open_to_json
from motcua.core.flow.state.asides import Opinion, opinion_from_json, opinion_to_json
from motcua.core.flow.state.homes import Home, home_from_json, home_to_json
from motcua.core.ledger import moment_text


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened at `at`; `kind` and `version` name its payload's form."""

    at: datetime
    kind: ClassVar[str] = ""
    version: ClassVar[int] = 1

    def payload(self) -> dict[str, Any]:
        """The fields as JSON values, by name."""
        return {name: _plain(getattr(self, name)) for name in self.__match_args__}


def values_of(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a stored payload as the event holds them."""
    return {name: _READ.get(name, _same)(value) for name, value in payload.items()}


def _plain(value: Any) -> Any:
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, OpenStep):
        return open_to_json(value)
    if isinstance(value, Home):
        return home_to_json(value)
    if isinstance(value, Opinion):
        return opinion_to_json(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


_AS_THEY_ARE = (str, int, bool)


def _same(value: Any) -> Any:
    return value


_READ: dict[str, Callable[[Any], Any]] = {
    "at": moment_of,
    "due_at": moment_or_none,
    "finish_at": moment_or_none,
    "was_due": moment_or_none,
    "promised_at": moment_of,
    "finish_due": moment_or_none,
    "visit_at": moment_of,
    "visit_was": moment_of,
    "asked": lambda opinions: tuple(opinion_from_json(one) for one in opinions),
    "kinds": tuple,
    "was": tuple,
    "opened": lambda steps: tuple(open_from_json(step) for step in steps),
    "waiting": lambda joins: tuple((key, tuple(arrived)) for key, arrived in joins),
    "homes": lambda homes: tuple(home_from_json(home) for home in homes),
    "due": lambda steps: tuple((key, due) for key, due in steps),
    "parties": tuple,
    "texts": tuple,
    "to": tuple,
    "items": tuple,
    "outside": tuple,
    "closed": tuple,
}
