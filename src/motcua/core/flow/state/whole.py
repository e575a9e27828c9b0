"""A dossier after its events so far, and the document of it that is kept beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.core.clock import Pause
from motcua.core.flow.state.asides import (
    FieldVisit,
    Opinion,
    opinion_from_json,
    opinion_to_json,
    visit_from_json,
    visit_to_json,
)
from motcua.core.flow.state.homes import Home, home_from_json, home_to_json
from motcua.core.flow.state.moments import moment_of, moment_or_none, pauses_from_json, text_of
from motcua.core.flow.state.stages import BEFORE_INTAKE, LateEntry, Stage
from motcua.core.flow.state.steps import (
    LeftStep,
    OpenStep,
    Waiting,
    open_from_json,
    open_to_json,
)
from motcua.core.ledger import moment_text


@dataclass(frozen=True)
class State:
    """A dossier after its events so far. Moments in Asia/Ho_Chi_Minh.

    `clock_from` is where the allowance is counted from (None: never received). `due_at` is None
    while an open pause keeps it from being reached. `left` holds each step once, by leaving.
    `given_due` is the due time a register gave, which no allowance explains; `late` tells a late
    entry (nhập bù). `moved_from` is the due time before a new calendar moved it last, `kept` the
    edition of a calendar that a leader decided not to follow. `case` is the procedure's case whose
    term and papers hold, empty when it has none. `office` is the slug of the office that answers
    for it since another ended, `homes` the steps that lie elsewhere since. `promised_at` is the day
    an apology named, `extended_days` what the law allowed besides. While the owner is asked for
    papers, `asked_items` are those still open, `reply_by` the day to answer by (ISO text, "" for
    none) and `stop_proposed` whether a leader is asked to end it. `reopened_at` is when a decision
    opened it again last: what was left before that is not recalled. `suspended_for` is the code of
    what a suspended dossier waits for. `opinions` are those still waited for of the `consulted`
    ever asked, `field_visits` those without a record of the `visits_planned` ever fixed.

    Before it is received `due_at` is by when what was sent in is to be looked at. `guided_at` is
    when its owner was first told what it lacks, `checked_late` that it was looked at too late,
    `asked_outside` that a paper its version does not ask for was asked of its owner.
    `at_once`: done while its owner waited (làm ngay), so that it is mended after its end.
    While an apology waits for the head's signature, `apology_until` is the day it would promise and
    `apology_why` the code of the reason proposed; `apology_dropped` is the due time for which one
    was dropped.
    While the post has the result, `posted_at` is since when and `tracking` under which number.
    """

    stage: Stage
    seq: int
    open: tuple[OpenStep, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    left: tuple[LeftStep, ...] = ()
    clock_from: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    due_at: datetime | None = None
    provisional: bool = False
    calendar: str = ""
    supplements: int = 0
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    outcome: str = ""
    overdue_reason: str = ""
    given_due: datetime | None = None
    late: LateEntry = LateEntry.NONE
    moved_from: datetime | None = None
    kept: str = ""
    case: str = ""
    promised_at: datetime | None = None
    extended_days: int = 0
    asked_items: tuple[int, ...] = ()
    reply_by: str = ""
    stop_proposed: bool = False
    reopened_at: datetime | None = None
    office: str = ""
    homes: tuple[Home, ...] = ()
    suspended_for: str = ""
    guided_at: datetime | None = None
    checked_late: bool = False
    asked_outside: bool = False
    opinions: tuple[Opinion, ...] = ()
    consulted: int = 0
    field_visits: tuple[FieldVisit, ...] = ()
    visits_planned: int = 0
    posted_at: datetime | None = None
    tracking: str = ""
    at_once: bool = False
    apology_until: datetime | None = None
    apology_why: str = ""
    apology_dropped: datetime | None = None

    @property
    def is_before_intake(self) -> bool:
        """Whether it waits to be received."""
        return self.stage in BEFORE_INTAKE

    @property
    def paused_since(self) -> datetime | None:
        """When the clock stopped, None while it runs."""
        return next((pause.start for pause in self.pauses if pause.end is None), None)

    def numbered(self, seq: int) -> "State":
        """The same state after event `seq`. As `replace` would give it, at a twentieth of the cost:
        every event of every history asks for it."""
        copy = object.__new__(State)
        copy.__dict__.update(self.__dict__, seq=seq)
        return copy

    def open_step(self, key: str | None) -> OpenStep | None:
        """The open step called `key`, or None."""
        return next((step for step in self.open if step.key == key), None)

    def left_step(self, key: str | None) -> LeftStep | None:
        """The last leaving of the step called `key`, or None."""
        return next((step for step in self.left if step.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """The one document of this state: strings, integers, lists and objects only."""
        return {
            "stage": self.stage.value,
            "seq": self.seq,
            "open": [open_to_json(step) for step in self.open],
            "waiting": [[w.key, list(w.arrived)] for w in self.waiting],
            "left": [
                [open_to_json(step.step), list(step.to), moment_text(step.left_at), step.back]
                for step in self.left
            ],
            "clock_from": text_of(self.clock_from),
            "pauses": [[text_of(p.start), text_of(p.end), p.reason, p.source] for p in self.pauses],
            "due_at": text_of(self.due_at),
            "provisional": self.provisional,
            "calendar": self.calendar,
            "supplements": self.supplements,
            "finished_at": text_of(self.finished_at),
            "returned_at": text_of(self.returned_at),
            "outcome": self.outcome,
            "overdue_reason": self.overdue_reason,
        } | self._seldom()

    def _seldom(self) -> dict[str, Any]:
        """What few dossiers have stands only in theirs."""
        seldom = {
            "given_due": text_of(self.given_due),
            "late": self.late.value,
            "moved_from": text_of(self.moved_from),
            "kept": self.kept,
            "case": self.case,
            "promised_at": text_of(self.promised_at),
            "extended_days": self.extended_days,
            "asked_items": list(self.asked_items),
            "reply_by": self.reply_by,
            "stop_proposed": self.stop_proposed,
            "reopened_at": text_of(self.reopened_at),
            "office": self.office,
            "homes": [home_to_json(home) for home in self.homes],
            "suspended_for": self.suspended_for,
            "guided_at": text_of(self.guided_at),
            "checked_late": self.checked_late,
            "asked_outside": self.asked_outside,
            "opinions": [opinion_to_json(one) for one in self.opinions],
            "consulted": self.consulted,
            "field_visits": [visit_to_json(one) for one in self.field_visits],
            "visits_planned": self.visits_planned,
            "posted_at": text_of(self.posted_at),
            "tracking": self.tracking,
            "at_once": self.at_once,
            "apology_until": text_of(self.apology_until),
            "apology_why": self.apology_why,
            "apology_dropped": text_of(self.apology_dropped),
        }
        return {name: value for name, value in seldom.items() if value}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "State":
        """Reads what `to_json` wrote."""
        return cls(
            stage=Stage(value["stage"]),
            seq=value["seq"],
            open=tuple(open_from_json(step) for step in value["open"]),
            waiting=tuple(Waiting(key, tuple(arrived)) for key, arrived in value["waiting"]),
            left=tuple(
                LeftStep(open_from_json(step), tuple(to), moment_of(at), back)
                for step, to, at, back in value["left"]
            ),
            clock_from=moment_or_none(value["clock_from"]),
            pauses=pauses_from_json(value["pauses"]),
            due_at=moment_or_none(value["due_at"]),
            provisional=value["provisional"],
            calendar=value["calendar"],
            supplements=value["supplements"],
            finished_at=moment_or_none(value["finished_at"]),
            returned_at=moment_or_none(value["returned_at"]),
            outcome=value["outcome"],
            overdue_reason=value["overdue_reason"],
            given_due=moment_or_none(value.get("given_due")),
            late=LateEntry(value.get("late", "")),
            moved_from=moment_or_none(value.get("moved_from")),
            kept=value.get("kept", ""),
            case=value.get("case", ""),
            promised_at=moment_or_none(value.get("promised_at")),
            extended_days=value.get("extended_days", 0),
            asked_items=tuple(value.get("asked_items", ())),
            reply_by=value.get("reply_by", ""),
            stop_proposed=value.get("stop_proposed", False),
            reopened_at=moment_or_none(value.get("reopened_at")),
            office=value.get("office", ""),
            homes=tuple(home_from_json(home) for home in value.get("homes", ())),
            suspended_for=value.get("suspended_for", ""),
            guided_at=moment_or_none(value.get("guided_at")),
            checked_late=value.get("checked_late", False),
            asked_outside=value.get("asked_outside", False),
            opinions=tuple(opinion_from_json(one) for one in value.get("opinions", ())),
            consulted=value.get("consulted", 0),
            field_visits=tuple(visit_from_json(one) for one in value.get("field_visits", ())),
            visits_planned=value.get("visits_planned", 0),
            posted_at=moment_or_none(value.get("posted_at")),
            tracking=value.get("tracking", ""),
            at_once=value.get("at_once", False),
            apology_until=moment_or_none(value.get("apology_until")),
            apology_why=value.get("apology_why", ""),
            apology_dropped=moment_or_none(value.get("apology_dropped")),
        )
