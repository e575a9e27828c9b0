"""More time: an extension the law names, an apology with another day, a request that goes on."""

from dataclasses import replace

from motcua.core.clock import VN
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import fitting, timing
from motcua.core.flow.conditions import documented, in_stage, led, running
from motcua.core.flow.context import Context
from motcua.core.flow.state import Stage, State
from motcua.core.refusal import Refused


def extend(state: State, command: a.Extend, context: Context) -> tuple[e.Event, ...]:
    """The term is longer by what the law allows, once, before it has passed.

    Refused: clock_paused, wrong_stage, not_extendable, already_extended, leader_decides, bad_days,
    already_late, no_document, no_reason.
    """
    running(state)
    if context.extension_days is None:
        raise Refused("not_extendable")
    if state.extended_days:
        raise Refused("already_extended", days=state.extended_days)
    led(context)
    if not 1 <= command.days <= context.extension_days:
        raise Refused("bad_days", most=context.extension_days)
    if state.due_at is None or context.minute > state.due_at:
        raise Refused("already_late")
    number = documented(command.document)
    if not command.texts:
        raise Refused("no_reason")
    longer = replace(state, extended_days=command.days)
    due = timing.promise(longer, context)
    return (
        e.Extended(
            context.now, number, command.days, context.extension_article, command.texts,
            due.due_at, due.provisional, timing.budgets(longer, context),
        ),
    )  # fmt: skip


def apologise(state: State, command: a.Apologise, context: Context) -> tuple[e.Event, ...]:
    """Another day is promised in writing, once; the due time and the lateness stay.

    Refused: clock_paused, wrong_stage, already_apologised, leader_decides, promise_too_soon,
    no_document, reason_needed. Source: NĐ 61/2018, Mẫu 04: at most one other appointment.
    """
    running(state)
    if state.promised_at is not None:
        raise Refused("already_apologised", until=state.promised_at)
    led(context)
    number = documented(command.document)
    if not command.reason:
        raise Refused("reason_needed", due_at=state.due_at)
    soonest = max(state.due_at or context.now, context.now)
    if command.promised_at is None or command.promised_at <= soonest:
        raise Refused("promise_too_soon", after=soonest)
    promised = command.promised_at.astimezone(VN)
    return (e.Apologised(context.now, number, promised, command.reason, command.texts),)


def draft_apology(state: State, command: a.DraftApology, context: Context) -> tuple[e.Event, ...]:
    """An apology is laid before the head a working day before the time is over, with the day its
    steps lead to. Done by the program.

    Refused: clock_paused, wrong_stage, already_apologised, apology_waits, apology_dropped (for this
    due time), fits_in_time.
    """
    running(state)
    if state.promised_at is not None:
        raise Refused("already_apologised", until=state.promised_at)
    if state.apology_until is not None:
        raise Refused("apology_waits")
    if state.apology_dropped is not None and state.apology_dropped == state.due_at:
        raise Refused("apology_dropped")
    another = fitting.another_day(state, context)
    if another is None:
        raise Refused("fits_in_time")
    return (e.ApologyDrafted(context.now, another, command.reason),)


def drop_apology(state: State, command: a.DropApology, context: Context) -> tuple[e.Event, ...]:
    """The draft is taken away with a reason. Refused: wrong_stage, no_apology_draft, no_reason."""
    in_stage(state, Stage.IN_PROGRESS)
    if state.apology_until is None:
        raise Refused("no_apology_draft")
    if not command.texts:
        raise Refused("no_reason")
    return (e.ApologyDropped(context.now, command.texts),)


def keep_asking(state: State, command: a.KeepAsking, context: Context) -> tuple[e.Event, ...]:
    """What was brought does not do: the same request goes on for the items still open.

    Refused: wrong_stage, no_items, not_asked (an item the request did not list), no_reason,
    reply_day_past.
    """
    in_stage(state, Stage.AWAITING_SUPPLEMENT)
    if not command.items:
        raise Refused("no_items")
    if not set(command.items) <= set(state.asked_items):
        raise Refused("not_asked")
    if not command.texts:
        raise Refused("no_reason")
    day = command.reply_by
    if day is not None and day < context.now.date():
        raise Refused("reply_day_past")
    return (
        e.AskedStill(context.now, command.items, day.isoformat() if day else None, command.texts),
    )
