"""The lines an office on paper fills in, whatever the report."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line to fill in: the columns that are open in it. `checks` alone: it is held against the
    others and not kept, as the total at the foot of a form on paper."""

    office: str
    key: str
    name: str
    columns: Sequence[str]
    checks: bool = False
    said: str = ""

    @property
    def place(self) -> str:
        """As `figures.Line.place`."""
        return f"{self.office}:{self.key}"
