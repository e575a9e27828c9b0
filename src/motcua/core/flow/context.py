"""What the decider is told besides the dossier's own state."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from motcua.core.clock import Allowance, Calendar
from motcua.core.flow.route import Route


@dataclass(frozen=True, slots=True)
class Context:
    """The process, the term and the calendar of a dossier, the moment, and who asks.

    `now` is aware, in Asia/Ho_Chi_Minh; it is cut to the minute wherever it is judged. Whether the
    officer holds the step is the services' question; here only whether they lead. `calendar` is the
    one the dossier was promised by, `current` the one its office works by now, where that is asked.
    `extension_days` is how much longer the law lets it take, None where it names nothing.
    `components` are the ordinals of the papers the version asks for, None where no list is known.
    `silence_days` is how long others have for an opinion, and `silence_article` the law by which
    their silence is consent, "" where it is not.
    """

    route: Route
    allowance: Allowance
    calendar: Calendar
    now: datetime
    cutoff: time | None = None
    after_supplement: Literal["resume", "restart"] = "resume"
    actor_kind: str = ""
    is_leader: bool = False
    current: Calendar | None = None
    extension_days: int | None = None
    extension_article: str = ""
    components: frozenset[int] | None = None
    silence_days: int | None = None
    silence_article: str = ""

    def outside(self, items: Iterable[int]) -> tuple[int, ...]:
        """Those of `items` that the version does not ask for."""
        known = self.components
        return () if known is None else tuple(item for item in items if item not in known)

    @property
    def minute(self) -> datetime:
        """`now`, cut to the minute."""
        return self.now.replace(second=0, microsecond=0)
