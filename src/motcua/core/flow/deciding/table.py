"""`decide`: may this command be done in this state, and what happens then."""

from collections.abc import Callable
from typing import Any

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.conditions import documented, in_stage, running
from motcua.core.flow.context import Context
from motcua.core.flow.deciding import (
    arriving,
    assigning,
    consulting,
    filing,
    mending,
    posting,
    prolonging,
    rescheduling,
    stopping,
    visiting,
)
from motcua.core.flow.deciding.importing import take_over
from motcua.core.flow.deciding.moving import leave, recall, send_back
from motcua.core.flow.deciding.transferring import transfer
from motcua.core.flow.deciding.undoing import undo
from motcua.core.flow.state import OPEN_STAGES, OpenStep, Stage, State
from motcua.core.refusal import Refused

Events = tuple[e.Event, ...]


def decide(state: State | None, command: a.Command, context: Context) -> Events:
    """What happens when `command` is done now. Raises Refused, and ClockError without a calendar.

    Pure. Whether the officer may is asked elsewhere; here only whether the dossier allows it.
    """
    if isinstance(command, a.Submit):
        return arriving.submit(state, command, context)
    if isinstance(command, a.AskCompletion):
        return arriving.ask_completion(state, command, context)
    if isinstance(command, a.Receive):
        return _receive(state, command, context)
    if isinstance(command, a.RefuseIntake):
        return _refuse_intake(state, command, context)
    if isinstance(command, a.DoNow):
        return _do_now(state, command, context)
    if isinstance(command, a.TakeOver):
        return take_over(state, command, context)
    if state is None:
        raise Refused("unknown_dossier")
    return _DECIDE[type(command)](state, command, context)


def _receive(state: State | None, command: a.Receive, context: Context) -> Events:
    arriving.not_begun(state)
    return (_received(command, context), *mending.entered_late(command, context))


def _received(command: a.Receive, context: Context) -> e.Received:
    at = command.received_at
    due = timing.promise(State(Stage.IN_PROGRESS, 0, clock_from=at), context)
    entry = OpenStep(context.route.entry.key, at, seen=True)
    return e.Received(
        at, command.channel, command.parties, command.papers, due.due_at, due.provisional,
        context.calendar.edition, timing.with_budgets((entry,), (), context), command.case,
    )  # fmt: skip


def _do_now(state: State | None, command: a.DoNow, context: Context) -> Events:
    """What was done on paper and typed in later has all its moments from the slip; that it was
    typed in comes last, when it was, and a leader sees the slip after the fact."""
    if not context.allowance.while_one_waits:
        raise Refused("not_at_once")
    if not command.signer:
        raise Refused("no_signer")
    if not command.book or command.number < 1:
        raise Refused("no_book_number")
    if command.copies < 1 or command.pages < 1:
        raise Refused("no_copies")
    arriving.not_begun(state)
    at = command.received_at
    received = a.Receive(
        at, command.channel, command.parties, command.papers, command.slip, command.texts
    )
    return (
        _received(received, context),
        e.DoneNow(at, command.book, command.number, command.copies, command.pages, command.signer),
        e.Finished(at, "result", False, ""),
        e.ResultReturned(at, "owner", ()),
        *mending.entered_late(received, context),
    )


def _refuse_intake(state: State | None, command: a.RefuseIntake, context: Context) -> Events:
    arriving.not_begun(state)
    return (
        e.IntakeRefused(
            command.received_at, command.channel, command.parties, command.papers, command.texts,
            context.calendar.edition,
        ),
    )  # fmt: skip


def _see(state: State, command: a.See, context: Context) -> Events:
    in_stage(state, *OPEN_STAGES, Stage.FINISHED)
    step = state.open_step(command.step)
    if step is None:
        raise Refused("not_this_step")
    if step.seen:
        raise Refused("already_seen")
    return (e.Seen(context.now, step.key),)


def _request_supplement(state: State, command: a.RequestSupplement, context: Context) -> Events:
    running(state)
    step = state.open_step(command.step) if command.step else state.open[0]
    if step is None:
        raise Refused("not_this_step")
    if state.supplements and command.override_reason is None:
        raise Refused("already_asked", times=state.supplements)
    if state.supplements and not context.is_leader:
        raise Refused("leader_only")
    if not command.items:
        raise Refused("no_items")
    outside = context.outside(command.items)
    if outside and not command.basis:
        raise Refused("no_basis")
    document = documented(command.document)
    if command.reply_by is None:
        raise Refused("reply_day_needed")
    after = timing.paused(state, context.now, document)
    due = timing.promise(after, context)
    return (
        e.SupplementRequested(
            context.now, step.key, state.supplements + 1, command.items, document,
            command.reply_by.isoformat(), command.override_reason is not None, command.texts,
            due.due_at, due.provisional, timing.budgets(after, context), outside,
        ),
    )  # fmt: skip


def _take_supplement(state: State, command: a.TakeSupplement, context: Context) -> Events:
    in_stage(state, Stage.AWAITING_SUPPLEMENT)
    restart = context.after_supplement == "restart"
    after = timing.unpaused(state, context.now)
    budgets = timing.budgets(after, context)
    if restart:
        after = timing.restarted(after, context.now)
    due = timing.promise(after, context)
    return (e.SupplementTaken(context.now, restart, due.due_at, due.provisional, budgets),)


def _suspend(state: State, command: a.Suspend, context: Context) -> Events:
    running(state)
    document = documented(command.document)
    if not command.reason:
        raise Refused("no_reason")
    after = timing.paused(state, context.now, document)
    due = timing.promise(after, context)
    return (
        e.Suspended(
            context.now, document, command.reason, command.texts, due.due_at, due.provisional,
            timing.budgets(after, context),
        ),
    )  # fmt: skip


def _resume(state: State, command: a.Resume, context: Context) -> Events:
    in_stage(state, Stage.SUSPENDED)
    after = timing.unpaused(state, context.now)
    due = timing.promise(after, context)
    return (
        e.Resumed(
            context.now, command.document.strip(), due.due_at, due.provisional,
            timing.budgets(after, context),
        ),
    )  # fmt: skip


def _return_result(state: State, command: a.ReturnResult, context: Context) -> Events:
    in_stage(state, Stage.FINISHED)
    if state.posted_at is not None:
        raise Refused("is_posted")
    if command.collector not in ("owner", "submitter", "collector"):
        raise Refused("no_collector")
    if command.collector == "collector" and not (command.relation and command.texts):
        raise Refused("no_collector")
    if command.slip != "shown" and not command.texts:
        raise Refused("no_slip")
    return (
        e.ResultReturned(
            context.now, command.collector, command.texts, command.relation, command.slip,
            command.fee_vnd, "electronic" if command.file else "desk", command.file,
        ),
    )  # fmt: skip


def _record_overdue_reason(
    state: State, command: a.RecordOverdueReason, context: Context
) -> Events:
    in_stage(state, *OPEN_STAGES, Stage.FINISHED)
    until = (state.finished_at or context.now).replace(second=0, microsecond=0)
    if state.due_at is None or until <= state.due_at:
        raise Refused("not_late")
    if not command.code:
        raise Refused("reason_needed")
    return (e.OverdueReasonRecorded(context.now, command.code),)


_DECIDE: dict[type, Callable[[State, Any, Context], Events]] = {
    a.Void: mending.void,
    a.See: _see,
    a.HandOver: leave,
    a.Approve: leave,
    a.ReturnToDesk: leave,
    a.SendBack: send_back,
    a.Recall: recall,
    a.RequestSupplement: _request_supplement,
    a.TakeSupplement: _take_supplement,
    a.Suspend: _suspend,
    a.Resume: _resume,
    a.ReturnResult: _return_result,
    a.PostResult: posting.post_result,
    a.RecordDelivery: posting.record_delivery,
    a.TakeUndelivered: posting.take_undelivered,
    a.Withdraw: stopping.withdraw,
    a.ProposeStop: stopping.propose_stop,
    a.DeclineStop: stopping.decline_stop,
    a.Stop: stopping.stop,
    a.Reopen: stopping.reopen,
    a.KeepAsking: prolonging.keep_asking,
    a.Extend: prolonging.extend,
    a.Apologise: prolonging.apologise,
    a.DraftApology: prolonging.draft_apology,
    a.DropApology: prolonging.drop_apology,
    a.RecordOverdueReason: _record_overdue_reason,
    a.Take: assigning.take,
    a.Claim: assigning.claim,
    a.Assign: assigning.assign,
    a.HandBox: assigning.hand_box,
    a.Consult: consulting.consult,
    a.RemindOpinion: consulting.remind,
    a.AnswerOpinion: consulting.answer,
    a.WithdrawOpinion: consulting.withdraw,
    a.PresumeConsent: consulting.presume,
    a.PlanVisit: visiting.plan,
    a.MoveVisit: visiting.move,
    a.CancelVisit: visiting.cancel,
    a.HoldVisit: visiting.hold,
    a.Undo: undo,
    a.Correct: mending.correct,
    a.ApproveLate: mending.approve_late,
    a.TransferOffice: transfer,
    a.MoveDue: rescheduling.move_due,
    a.KeepDue: rescheduling.keep_due,
    a.Attach: filing.attach,
    a.Detach: filing.detach,
}
