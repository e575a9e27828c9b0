"""What comes before a dossier is received: what was sent in waits to be looked at, what is not
complete waits for its owner. Neither has a code of its own or a term of the procedure.

Sources: NĐ 61/2018/NĐ-CP on checking what was filed online within 8 working hours, and form 02 for
what is missing [M]; the hours are data (`data/intake-check.csv`).
"""

import csv
from datetime import date, datetime
from functools import cache
from importlib import resources

from motcua.core.clock import Allowance, AllowanceKind, Calendar, Due, due_at
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.context import Context
from motcua.core.flow.state import Stage, State
from motcua.core.refusal import Refused

CHANNELS_SENT = ("online", "post")
"""How a dossier comes when nobody stands at the counter."""


def submit(state: State | None, command: a.Submit, context: Context) -> tuple[e.Event, ...]:
    """It was sent in; the desk looks at it by the moment this sets.

    Refused: wrong_stage, not_sent_in. Raises ClockError without a calendar.
    """
    if state is not None:
        raise Refused("wrong_stage", stage=state.stage.value)
    if command.channel not in CHANNELS_SENT:
        raise Refused("not_sent_in")
    at = command.received_at
    due = check_by(context.calendar, at)
    return (
        e.Submitted(
            at, command.channel, command.parties, command.papers, due.due_at, due.provisional,
            context.calendar.edition, command.case,
        ),
    )  # fmt: skip


def ask_completion(
    state: State | None, command: a.AskCompletion, context: Context
) -> tuple[e.Event, ...]:
    """The owner is told in writing, once and in full, what is missing before it can be received.

    Asked again, only what was asked before can still be missing. Refused: wrong_stage, no_items,
    no_reason, not_a_component, asks_more.
    """
    if state is not None and not state.is_before_intake:
        raise Refused("wrong_stage", stage=state.stage.value)
    if not command.items:
        raise Refused("no_items")
    if not command.texts:
        raise Refused("no_reason")
    if context.outside(command.items):
        raise Refused("not_a_component")
    again = state is not None and state.stage is Stage.INCOMPLETE
    if again and state and not set(command.items) <= set(state.asked_items):
        raise Refused("asks_more")
    return (
        e.CompletionAsked(
            command.received_at, command.channel, command.parties, command.papers, command.items,
            command.document.strip(), command.reply_by.isoformat() if command.reply_by else None,
            command.texts, context.calendar.edition, command.case,
        ),
    )  # fmt: skip


def not_begun(state: State | None) -> None:
    """Refuse to begin again what was received or refused already."""
    if state is not None and not state.is_before_intake:
        raise Refused("wrong_stage", stage=state.stage.value)


def check_by(calendar: Calendar, at: datetime) -> Due:
    """By when the desk has looked at what was sent in at `at`."""
    return due_at(calendar, checking(at.date()), at, (), None)


def checking(day: date) -> Allowance:
    """How long the desk may take to look at what was sent in on `day`."""
    known = [hours for since, hours in _hours() if since <= day] or [_hours()[0][1]]
    return Allowance(AllowanceKind.WORKING_HOURS, known[-1])


@cache
def _hours() -> tuple[tuple[date, int], ...]:
    data = resources.files("motcua.core.flow") / "data"
    text = (data / "intake-check.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    found = ((date.fromisoformat(row["from"]), int(row["working_hours"])) for row in rows)
    return tuple(sorted(found))
