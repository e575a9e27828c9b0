"""What the counter may promise before anything is written: when, why, and where it goes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN, Stretch, deadline
from motcua.dossiers.selectors.doors import who_holds
from motcua.organization.selectors import calendar_of


@dataclass(frozen=True, slots=True)
class Promise:
    """The due time of a dossier received at that moment. `goes_to` is the holder after the desk."""

    due_at: datetime | None
    provisional: bool
    stretches: Sequence[Stretch]
    goes_to: str


def promise(version: VersionRow, office_id: int, at: datetime) -> Promise:
    """As `receive` would compute it at `at`. No query once the process is cached.

    Raises ClockError where the calendar has no data.
    """
    moment = at.astimezone(VN)
    found = deadline(calendar_of(office_id), version.allowance, moment, cutoff=version.cutoff)
    process = catalogue.process_for(version.id, office_id, moment.date())
    goes_to = ""
    if process is not None:
        following = process.route.steps[0].next
        goes_to = ", ".join(
            dict.fromkeys(who_holds(process.route.step(key), office_id) for key in following)
        )
    return Promise(found.due_at, found.provisional, found.stretches, goes_to)
