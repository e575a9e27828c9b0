"""How an invented dossier makes its way: the next act, by whom, when, told from where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua.core.clock import (
    VN,
    Calendar,
    add_working_minutes,
    close_of_day,
    working_minutes,
)
from motcua.core.flow import Act, OpenStep, Route, Stage, State, Step
from motcua.exchange.demo.planning import LATE_PROCEDURES, Plan

UNSEEN_SHARE = 0.6
SENT_BACK_SHARE = 0.012
NOT_COLLECTED_SHARE = 0.035
DAY = 8 * 60
TO_ANSWER = timedelta(days=30)
"""How long an owner has to answer a request for a supplement."""
TYPED = 160
"""The highest number of a supplement request that the invented past was given by hand."""


@dataclass(frozen=True, slots=True)
class Move:
    """One act to be done at `at` by a holder of `step` (by the desk when None)."""

    at: datetime
    act: Act
    step: str | None = None
    data: tuple[tuple[str, Any], ...] = ()


@dataclass
class Walk:
    """One dossier under way. `state` is set after each act; `moves` yields the next ones. `papers`
    are the ordinals of its version's components."""

    plan: Plan
    route: Route
    calendar: Calendar
    until: datetime
    dossier: int = 0
    seq: int = 0
    state: State | None = None
    documents: int = 0
    random: Random = field(default_factory=Random)
    papers: tuple[int, ...] = (1,)
    last_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.last_at = self.plan.received_at
        self.random = Random(self.plan.seed)  # noqa: S311 - invented data, no secret

    def moves(self) -> Iterator[Move]:
        """Acts in order of time, none after `until`; read `state` anew before each."""
        yield from self._in_order(self._way())
        if self._state.stage is Stage.FINISHED:
            yield from self._in_order(self._collected())
        elif self.plan.late_reason and self._state.due_at and self._state.due_at < self.until:
            yield from self._in_order(self._reason_said())

    def _in_order(self, moves: Iterator[Move]) -> Iterator[Move]:
        """Each after the one before, none after `until`."""
        for move in moves:
            at = max(move.at, self.last_at + timedelta(seconds=self.random.randint(20, 59)))
            if at > self.until:
                return
            self.last_at = at
            yield replace(move, at=at)

    @property
    def _state(self) -> State:
        if self.state is None:
            raise ValueError("walk before receipt")
        return self.state

    def _way(self) -> Iterator[Move]:
        pool = self._pool()
        leaves: dict[tuple[str, datetime], datetime] = {}
        while self._state.stage is Stage.IN_PROGRESS:
            for step in self._state.open:
                place = (step.key, step.entered_at)
                if place not in leaves:
                    leaves[place] = self._leave_at(step, pool)
            step = min(self._state.open, key=lambda s: leaves[s.key, s.entered_at])
            yield from self._at_step(step, leaves[step.key, step.entered_at])

    def _at_step(self, step: OpenStep, leave_at: datetime) -> Iterator[Move]:
        spec = self.route.step(step.key)
        leave_at = self._in_time(leave_at, step)
        opened_at = self._after(step.entered_at, 0.15 * self._between(step.entered_at, leave_at))
        opened_at = min(opened_at, step.entered_at + (leave_at - step.entered_at) / 3)
        opens = spec.key != self.route.steps[0].key and self.random.random() > UNSEEN_SHARE
        if opens and not step.seen:
            yield Move(opened_at, Act.SEE, step.key)
        if self.plan.supplement and not self._state.supplements and spec.position == "CHUYEN_VIEN":
            asked_at = self._after(opened_at, 20)
            yield self._supplement(asked_at, step.key)
            waited = self._after(asked_at, self.random.randint(DAY // 4, 5 * DAY))
            evening = close_of_day(self.calendar, waited.date())
            answered_at = self._after(max(waited, evening), self.random.randint(5, 120))
            yield Move(answered_at, Act.TAKE_SUPPLEMENT)
            leave_at = self._in_time(max(leave_at, self._after(answered_at, 15)), step)
        if self.plan.ending == "withdrawn" and spec.position == "CHUYEN_VIEN":
            yield Move(opened_at, Act.WITHDRAW, None, (("reason", "Người nộp đổi ý (mẫu)"),))
            return
        if self._sends_back(spec, step):
            yield Move(
                self._after(opened_at, 5), Act.SEND_BACK, step.key,
                (("note", "Ghi rõ căn cứ pháp lý trong tờ trình (mẫu)"),),
            )  # fmt: skip
            return
        yield self._leaving(spec, self._in_time(leave_at, step))

    def _leaving(self, spec: Step, at: datetime) -> Move:
        act = self.route.leaving_act(spec.key)
        data: dict[str, Any] = {}
        to = spec.next[0] if spec.choose else None
        if to:
            data["to"] = to
        following = [to] if to else spec.next
        outside = [k for k in following if k and self.route.step(k).clock_stops]
        if outside and not self.plan.late_reason:
            self.documents += 1
            data["document"] = f"{self.random.randint(20, 480)}/PC-VPĐK"
        if act is Act.RETURN_TO_DESK:
            data |= self._outcome()
        due = self._state.due_at
        if act in (Act.RETURN_TO_DESK, Act.APPROVE) and due and at.replace(second=0) > due:
            data["overdue_reason"] = self.plan.late_reason
        return Move(at, act, spec.key, tuple(data.items()))

    def _outcome(self) -> dict[str, Any]:
        """What comes to the desk: the result, or the paper that refuses it and why."""
        if self.plan.ending != "refused":
            return {"outcome": "result"}
        paper = f"{self.plan.seed % 400 + 1}/TB-UBND"
        return {"outcome": "refused", "document": paper, "note": "Không đủ điều kiện (mẫu)"}

    def _supplement(self, at: datetime, step: str) -> Move:
        number = f"{self.random.randint(1, TYPED)}/HDHS"
        item = self.papers[min(self.random.randint(1, 3), len(self.papers)) - 1]
        asked = (("document", number), ("item", item), ("reply_by", at.date() + TO_ANSWER))
        return Move(at, Act.REQUEST_SUPPLEMENT, step, asked)

    def _collected(self) -> Iterator[Move]:
        if self.random.random() < NOT_COLLECTED_SHARE:
            return
        finished = self._state.finished_at
        if finished is None:
            return
        same_day = self.random.random() < 0.5
        wait = self.random.randint(4, 90) if same_day else self.random.randint(DAY // 2, 4 * DAY)
        yield Move(self._after(finished, wait), Act.RETURN_RESULT)

    def _reason_said(self) -> Iterator[Move]:
        due = self._state.due_at
        if due:
            said_at = self._after(due, self.random.randint(30, DAY))
            held = self._state.open[0].key
            last = max(said_at, self._after(self._state.open[0].entered_at, 30))
            yield Move(last, Act.RECORD_OVERDUE_REASON, held, (("reason", self.plan.late_reason),))

    def _pool(self) -> float:
        """Working minutes this dossier will use of those it has."""
        due = self._state.due_at
        if due is None:
            return 2.0 * DAY
        has = working_minutes(self.calendar, self.plan.received_at.replace(second=0), due)
        return min(self.plan.pace, 0.9) * has

    def _leave_at(self, step: OpenStep, pool: float) -> datetime:
        spec = self.route.step(step.key)
        inside = [s for s in self.route.steps if not s.clock_stops]
        share = spec.budget_minutes / max(1, sum(s.budget_minutes for s in inside))
        minutes = pool * share * self.random.uniform(0.55, 1.35)
        if spec.clock_stops:
            minutes = self.random.uniform(0.8, 2.2) * DAY if self.plan.late_reason else (
                self.random.uniform(2.5, 11.0) * DAY
            )  # fmt: skip
        leave = self._after(step.entered_at, max(2.0, minutes))
        if spec.wait_days:
            waited = step.entered_at + timedelta(days=spec.wait_days, minutes=1)
            leave = max(leave, self._after(waited, self.random.uniform(5, 60)))
        if self._late_here(spec) and self._state.due_at:
            late = self._after(self._state.due_at, self.random.uniform(0.3, 9) * DAY)
            leave = self.until + timedelta(days=3) if self.plan.seed % 5 == 0 else max(leave, late)
        return leave

    def _late_here(self, spec: Step) -> bool:
        """Where the time was lost: at the tax for want of payment, else with the land registry."""
        if not self.plan.late_reason:
            return False
        if self.plan.late_reason == "nvtc":
            return spec.clock_stops
        if self.plan.procedure not in LATE_PROCEDURES:
            return spec.position == "CHUYEN_VIEN"
        return spec.office == "vpdk-bim-son" and spec.position == "CHUYEN_VIEN"

    def _in_time(self, at: datetime, step: OpenStep) -> datetime:
        """Whoever is not meant to be late leaves each step while the rest can still be done."""
        due = self._state.due_at
        if self.plan.late_reason or due is None:
            return at
        steps_left = len(self.route.steps)
        latest = due - timedelta(minutes=5 + 5 * steps_left)
        return min(at, max(latest, step.entered_at + timedelta(minutes=2)))

    def _sends_back(self, spec: Step, step: OpenStep) -> bool:
        leads = spec.position in ("LANH_DAO_PHONG", "LANH_DAO_UBND")
        roomy = self.plan.pace < 0.6 and not self.plan.late_reason and not spec.wait_days
        return leads and roomy and not step.reply_to and self.random.random() < SENT_BACK_SHARE

    def _after(self, moment: datetime, minutes: float) -> datetime:
        """A moment in office hours, with seconds of its own so that no two timelines are equal."""
        cut = moment.astimezone(VN).replace(second=0, microsecond=0)
        found = add_working_minutes(self.calendar, cut, max(1, round(minutes))) or cut
        found += timedelta(
            seconds=self.random.randrange(59), microseconds=self.random.randrange(10**6)
        )
        return max(found, moment + timedelta(seconds=self.random.randint(5, 50)))

    def _between(self, start: datetime, end: datetime) -> int:
        return working_minutes(
            self.calendar,
            start.astimezone(VN).replace(second=0, microsecond=0),
            end.astimezone(VN).replace(second=0, microsecond=0),
        )
