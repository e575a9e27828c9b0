"""Where a report's figures come from: the dossiers as they are, or as they were known once.

As they are, whole half-months come from the tallies and anything else is counted; as they were
known, every dossier is replayed from what was written by then. All three give the same figures.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from motcua.core.flow import Stage
from motcua.core.money import format_number
from motcua.core.movements import NOT_RECEIVED
from motcua.core.tally import Standing, judge
from motcua.dossiers import figures
from motcua.dossiers.behind import LATE
from motcua.dossiers.figures import Judgeable, OfficeFigures, ReasonCount
from motcua.dossiers.selectors.known import Known, known
from motcua.reports import tallies
from motcua.reports.period import Period

VOIDED, VOIDED_NAME = "huy-nhan", "Tiếp nhận nhầm đã huỷ"
"""The key of the line that opens what was voided, and what it is called."""


class Counted(Protocol):
    """The figures of one period over some offices."""

    def figures(self) -> dict[int, OfficeFigures]:
        """Of what each office received in the period; offices without dossiers are absent."""

    def reasons(self) -> Sequence[ReasonCount]:
        """Why the overdue ones are late, most first."""

    def late_since(self) -> int:
        """Of the period before: in time when it closed, overdue now."""

    def late_entries(self) -> int:
        """Typed in after the fact."""

    def judgeable(self) -> Sequence[Judgeable]:
        """Received before the end of the period, and not finished before it began."""


def counted(ids: Sequence[int], period: Period, known_at: datetime | None) -> Counted:
    """The figures as they are, or as they were known at `known_at`."""
    return AsTheyAre(ids, period) if known_at is None else AsKnown.at(ids, period, known_at)


def voided(ids: Sequence[int], period: Period, known_at: datetime | None) -> int:
    """The intakes of the period that were mistakes and were voided since, outside every other
    figure. One query, by the tallies where they can answer."""
    over = None if known_at else tallies.span(period)
    if over:
        return tallies.voided(ids, over)
    return figures.voided(ids, period.from_at, period.to_at, period.judged_at, known_at)


def said_of_voided(count: int) -> Sequence[str]:
    """The line under a report of what was voided; none where there is nothing to say."""
    return (f"{VOIDED_NAME}: {format_number(count)} hồ sơ, ngoài số đã nhận.",) if count else ()


@dataclass(frozen=True, slots=True)
class AsTheyAre:
    """One query each, two for `late_since`."""

    ids: Sequence[int]
    period: Period

    def figures(self) -> dict[int, OfficeFigures]:
        """From the tallies, where the period is whole half-months."""
        over = tallies.span(self.period)
        return tallies.office_figures(self.ids, over) if over else figures.figures(*self._span())

    def reasons(self) -> Sequence[ReasonCount]:
        """As the protocol says."""
        return figures.reasons_of_overdue(*self._span())

    def late_since(self) -> int:
        """As the protocol says."""
        before = self.period.before()
        return figures.late_since(self.ids, before.from_at, before.to_at, self.period.judged_at)

    def late_entries(self) -> int:
        """As the protocol says."""
        return figures.late_entries(*self._span())

    def judgeable(self) -> Sequence[Judgeable]:
        """As the protocol says."""
        return list(figures.pending_or_resolved(*self._span()))

    def _span(self) -> tuple[Sequence[int], datetime, datetime, datetime]:
        return self.ids, self.period.from_at, self.period.to_at, self.period.judged_at


@dataclass(frozen=True, slots=True)
class AsKnown:
    """Counted in memory, over all dossiers received by the end of the period."""

    period: Period
    dossiers: Sequence[Known]

    @classmethod
    def at(cls, ids: Sequence[int], period: Period, known_at: datetime) -> "AsKnown":
        """Replays what was written by `known_at`; about 0.5 ms a dossier."""
        until = min(period.to_at, max(period.judged_at, period.from_at))
        void = NOT_RECEIVED | {Stage.VOID}
        found = (one for one in known(ids, until, known_at) if one.standing.stage not in void)
        return cls(period, tuple(found))

    def figures(self) -> dict[int, OfficeFigures]:
        """As the protocol says."""
        found: dict[int, Counter[Standing]] = {}
        for one in self.received(self.period):
            standings = found.setdefault(one.standing.office_id, Counter())
            standings[judged(one, self.period.judged_at)] += 1
        return {office: _figures(office, standings) for office, standings in found.items()}

    def reasons(self) -> Sequence[ReasonCount]:
        """As the protocol says."""
        codes = Counter(one.overdue_reason for one in self.late(self.period))
        ranked = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
        return [ReasonCount(code, count) for code, count in ranked]

    def late_since(self) -> int:
        """As the protocol says."""
        before = self.period.before()
        return sum(
            judged(one, self.period.judged_at) in LATE and judged(one, before.to_at) not in LATE
            for one in self.received(before)
        )

    def late_entries(self) -> int:
        """As the protocol says."""
        return sum(one.entered_late for one in self.received(self.period))

    def judgeable(self) -> Sequence[Judgeable]:
        """As the protocol says."""
        return [
            Judgeable(
                s.office_id, s.version_id, s.channel, s.received_at, s.due_at, s.finished_at,
                one.overdue_reason,
            )
            for one, s in ((one, one.standing) for one in self.handled())
        ]  # fmt: skip

    def handled(self) -> Sequence[Known]:
        """What was received before the end of the period, and not finished before it began."""
        start, judged_at = self.period.from_at, self.period.judged_at
        return [
            one
            for one in self.dossiers
            if one.standing.received_at <= judged_at
            and (one.standing.finished_at is None or one.standing.finished_at >= start)
        ]

    def received(self, period: Period) -> Sequence[Known]:
        """What was received in a period, not after the moment of judging."""
        return [
            one
            for one in self.dossiers
            if period.from_at <= one.standing.received_at < period.to_at
            and one.standing.received_at <= self.period.judged_at
        ]

    def late(self, period: Period) -> Sequence[Known]:
        """Those of them that are overdue at the moment of judging."""
        return [o for o in self.received(period) if judged(o, self.period.judged_at) in LATE]


def judged(one: Known, at: datetime) -> Standing:
    """How a dossier stood at a moment, by what is known of it."""
    return judge(one.standing.due_at, one.standing.finished_at, at)


def _figures(office: int, standings: Counter[Standing]) -> OfficeFigures:
    late = sum(standings[one] for one in LATE)
    return OfficeFigures(office, standings.total(), late, standings[Standing.PENDING_IN_TIME])
