"""The quarter of 2017 carried to its end, before the demonstration goes on to its second day.

At 09:42 of 31/3/2017 some hundred dossiers are being worked on, some of them due that afternoon.
Left lying, they would all be overdue in the report of the quarter: they are finished as they
would have been, in time, and nearly all results are fetched.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from motcua.core.clock import VN
from motcua.core.flow import Act, Stage
from motcua.dossiers.selectors import Unfinished, unfinished
from motcua.exchange.demo.crew import Crew
from motcua.exchange.demo.loading import DEMO_NOW, Going, walk_on
from motcua.exchange.demo.planning import Plan
from motcua.exchange.demo.walking import Move, Walk
from motcua.organization.selectors import calendar_of, office_on

UNTIL = datetime(2017, 6, 30, 17, 0, tzinfo=VN)
NEVER_FETCHED = 40
"""Every so manieth result is never fetched: it is what the later offices take over."""
LATE_REASON = "nvtc"


def finish_quarter() -> int:
    """Carry on what was received by the first day's moment; answers how many."""
    found = unfinished(DEMO_NOW)
    by_office: dict[int, list[Unfinished]] = defaultdict(list)
    for one in found:
        by_office[one.office_id].append(one)
    crew = Crew(DEMO_NOW)
    for office_id, rows in by_office.items():
        office = office_on(office_id, DEMO_NOW.date())
        walk_on([_going(one) for one in rows], office, crew)
    return len(found)


def _going(one: Unfinished) -> Going:
    walk = _Rest(_plan(one), one.route, calendar_of(one.office_id), UNTIL, one.id)
    walk.state, walk.seq = one.state, one.seq
    walk.last_at = max(one.changed_at, DEMO_NOW)
    moves = walk.moves()
    return Going(walk, moves, next(moves, None))


class _Rest(Walk):
    """The rest of a walk that stopped in the middle."""

    def moves(self) -> Iterator[Move]:
        """As a whole walk's; what stands still goes on first."""
        yield from self._in_order(self._going_on())
        yield from super().moves()

    def _going_on(self) -> Iterator[Move]:
        if self._state.stage is Stage.AWAITING_SUPPLEMENT:
            yield Move(self.last_at + timedelta(minutes=30), Act.TAKE_SUPPLEMENT)

    def _collected(self) -> Iterator[Move]:
        if self.dossier % NEVER_FETCHED:
            yield Move(self._after(self.last_at, self.random.randint(10, 900)), Act.RETURN_RESULT)


def _plan(one: Unfinished) -> Plan:
    due = one.state.due_at
    late = one.state.overdue_reason or (LATE_REASON if due and due < DEMO_NOW else "")
    return Plan(
        office="",
        procedure=one.procedure,
        received_at=one.received_at,
        owner="",
        organisation=False,
        id_number="",
        phone="",
        submitter="",
        seed=one.id,
        pace=0.5,
        supplement=False,
        ending="result",
        late_reason=late,
    )
