"""A decision as it was handed in: its head, what it says of each procedure, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from motcua.catalogue.models import ItemKind

KINDS: Final[Mapping[str, str]] = {kind.value: str(kind.label) for kind in ItemKind}
HEAD: Final[Mapping[str, tuple[str, int]]] = {
    "number": ("Số quyết định", 60),
    "signed_on": ("Ngày ký", 0),
    "issuer": ("Cơ quan ban hành", 200),
    "title": ("Trích yếu", 500),
    "effective_on": ("Ngày có hiệu lực", 0),
}
"""The facts of a decision: their word and how long a text may be."""


@dataclass(frozen=True, slots=True)
class Head:
    """Which decision it is, and from when it holds."""

    number: str
    signed_on: date
    issuer: str
    effective_on: date
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What it says of one procedure, named by its slug or else its code; `content` holds only
    what is said. `row` is where it stands in the file, 0 on screen; `rows` the same for the lines
    of its lists, by the key of the list."""

    kind: str
    slug: str = ""
    code: str = ""
    replaced_by: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    row: int = 0
    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What must be mended, where. `row` 0 is the file or the decision as a whole; `key` is the
    field of a form it stands at."""

    sentence: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """What was read: a head and entries, or the faults why there is none."""

    head: Head | None
    entries: Sequence[Entry]
    faults: Sequence[Fault] = ()
