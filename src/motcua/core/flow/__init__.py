"""The flow of a dossier as a decider: what may happen, and what then is. Pure."""

from motcua.core.flow.acts import (
    Act,
    Approve,
    ApproveLate,
    Command,
    Correct,
    DoNow,
    HandOver,
    Recall,
    Receive,
    RecordOverdueReason,
    RefuseIntake,
    RequestSupplement,
    Resume,
    ReturnResult,
    ReturnToDesk,
    See,
    SendBack,
    Suspend,
    TakeOver,
    TakeSupplement,
    Undo,
    Void,
    Withdraw,
)
from motcua.core.flow.context import Context
from motcua.core.flow.deciding import decide
from motcua.core.flow.events import Event, read_event
from motcua.core.flow.evolving import evolve, replay
from motcua.core.flow.offered import Offer, offered
from motcua.core.flow.route import Route, Step
from motcua.core.flow.state import LateEntry, LeftStep, OpenStep, Stage, State, Waiting
from motcua.core.flow.timing import promised

__all__ = [
    "Act",
    "Approve",
    "ApproveLate",
    "Command",
    "Context",
    "Correct",
    "DoNow",
    "Event",
    "HandOver",
    "LateEntry",
    "LeftStep",
    "Offer",
    "OpenStep",
    "Recall",
    "Receive",
    "RecordOverdueReason",
    "RefuseIntake",
    "RequestSupplement",
    "Resume",
    "ReturnResult",
    "ReturnToDesk",
    "Route",
    "See",
    "SendBack",
    "Stage",
    "State",
    "Step",
    "Suspend",
    "TakeOver",
    "TakeSupplement",
    "Undo",
    "Void",
    "Waiting",
    "Withdraw",
    "decide",
    "evolve",
    "offered",
    "promised",
    "read_event",
    "replay",
]
