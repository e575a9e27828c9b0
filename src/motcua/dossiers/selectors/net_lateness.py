"""What is late by its promise, and when it would have been due had waiting on its owner stopped the
clock: the second way of looking at lateness."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import ClockError
from motcua.core.flow import State
from motcua.core.flow.process.lost import due_without, time_lost
from motcua.core.tally import judge
from motcua.dossiers.behind import LATE, Stretch, Which, behind
from motcua.dossiers.reasons import reasons
from motcua.dossiers.selectors.known import known
from motcua.organization.selectors import calendar_by_edition


@dataclass(frozen=True, slots=True)
class Late:
    """One late dossier: its row, its reason, whether that is on the owner's side, and whether it is
    late still when the time lost there is not counted."""

    id: int
    reason: str
    waited: bool
    late_still: bool


def late_ones(
    office_ids: Sequence[int], over: Stretch, known_at: datetime | None = None
) -> Iterator[Late]:
    """The overdue of what these offices received in the stretch. One query, streamed; as known at a
    moment, two for 500 dossiers received."""
    waits = {one.code for one in reasons() if one.waits_for_citizen}
    for key, version, process, reason, state in _overdue(office_ids, over, known_at):
        waited = reason in waits
        still = _late_still(state, version, process, over.judged_at) if waited else True
        yield Late(key, reason, waited, still)


def _overdue(
    office_ids: Sequence[int], over: Stretch, known_at: datetime | None
) -> Iterator[tuple[int, int, int, str, State]]:
    if known_at is None:
        rows = behind(office_ids, over, Which(standings=LATE)).order_by("id")
        told = rows.values_list(
            "id", "procedure_version_id", "process_id", "overdue_reason", "flow"
        )
        for key, version, process, reason, flow in told.iterator(chunk_size=500):
            yield key, version, process, reason, State.from_json(flow)
        return
    for one in known(office_ids, over.to_at, known_at):
        stood = one.standing
        within = over.from_at <= stood.received_at <= over.judged_at
        if within and judge(stood.due_at, stood.finished_at, over.judged_at) in LATE:
            yield one.id, stood.version_id, one.process_id, one.overdue_reason, one.state


def _late_still(state: State, version_id: int, process_id: int, judged_at: datetime) -> bool:
    """Whether it is late also when the stay that lost most time stopped its clock. A term that no
    calendar explains any more (a register's own, a year without data) stays as it is."""
    version = catalogue.version_in_case(version_id, state.case)
    steps = catalogue.process(process_id).route.steps
    outside = [step.key for step in steps if step.clock_stops]
    calendar = calendar_by_edition(state.calendar)
    try:
        lost = time_lost(state, calendar, min(judged_at, state.finished_at or judged_at), outside)
        if lost is None:
            return True
        due = due_without(state, calendar, version.allowance, version.cutoff, lost)
    except ClockError:
        return True
    return judge(due, state.finished_at, judged_at) in LATE
