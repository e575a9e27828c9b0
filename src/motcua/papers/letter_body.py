"""What a letter says between its head and its signatures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the head and the signatures of one letter; `left` signs beside `signs`,
    which is the desk's officer. Without either the head of who issues it signs; `signer` is the
    name there, None for whoever acted."""

    before: Sequence[str]
    items: Sequence[Sequence[str]] = ()
    after: Sequence[str] = ()
    left: str = ""
    signs: str = ""
    signer: str | None = None
