"""Through which hands a paper goes: how it stands, what may be done, and where that leads. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from motcua.core.refusal import Refused

Standing = TypeVar("Standing", bound=StrEnum)
Step = TypeVar("Step", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Course(Generic[Standing, Step]):
    """The one table of what follows what; `refusal` is said of a step that has no place in it."""

    table: Mapping[tuple[Standing, Step], Standing]
    refusal: str

    def after(self, standing: Standing, step: Step) -> Standing:
        """Where `step` leads. Raises Refused(`refusal`)."""
        found = self.table.get((standing, step))
        if found is None:
            raise Refused(self.refusal)
        return found

    def offered(self, standing: Standing) -> Sequence[Step]:
        """What may be done as it stands, in the order of the table."""
        return [step for (at, step) in self.table if at is standing]
