"""Who is told of events inside the transaction that writes them.

`config` fills the tuple at start from the layers above. A consumer only says which rows to add:
`record()` sends them in the same statement as the events, so a consequence costs no round trip
and no consumer can make writers wait for one another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from motcua.core.flow import Event, State
from motcua.dossiers.asked import Charge


@dataclass(frozen=True, slots=True)
class Insert:
    """Rows to add to one table: columns, their PostgreSQL types, one tuple a row."""

    table: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What a consumer may know of the dossier an event belongs to: no personal data.

    `state` is that after the act, `before` that before it, None for a dossier that begins.
    `charges` are there for the act that begins it only.
    """

    id: int
    code: str
    office_id: int
    version_id: int
    channel: str
    fee_vnd: int
    received_at: datetime
    state: State
    before: State | None
    charges: Sequence[Charge] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """One written event with its place in the history."""

    dossier: int
    seq: int
    at: datetime
    recorded_at: datetime
    event: Event


@dataclass(frozen=True, slots=True)
class Consumer:
    """A consequence of events.

    A *derivation* can be emptied and rebuilt from the events, byte-equal: `rebuild` does it and
    `differences` says where the kept rows differ from a rebuild. A *ledger* holds facts of its
    own and is never rebuilt: `differences` checks that each event that calls for a row has
    exactly one, and the reverse.
    """

    name: str
    kind: Literal["derivation", "ledger"]
    rows: Callable[[Sequence[DossierFacts], Sequence[Recorded]], Sequence[Insert]]
    differences: Callable[[], Sequence[str]]
    rebuild: Callable[[], None] | None = None


_consumers: tuple[Consumer, ...] = ()


def fill(consumers: tuple[Consumer, ...]) -> None:
    """Set the consumers of this process. Called once by `config` at start."""
    global _consumers
    _consumers = consumers


def filled() -> tuple[Consumer, ...]:
    """The consumers in force. Raises RuntimeError when `config` has not filled them."""
    if not _consumers:
        raise RuntimeError("no consumers: motcua.config fills them at start")
    return _consumers
