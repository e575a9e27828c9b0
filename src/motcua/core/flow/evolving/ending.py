"""How it ends, comes into its owner's hands, and is opened again."""

from dataclasses import replace

from motcua.core.clock import Pause
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.evolving.beside import alone
from motcua.core.flow.evolving.clock import answered, undrafted
from motcua.core.flow.evolving.following import following
from motcua.core.flow.state import Stage, State


@following.register
def _(event: e.StopProposed, state: State) -> State:
    return replace(state, stop_proposed=True)


@following.register
def _(event: e.StopDeclined, state: State) -> State:
    return replace(state, stop_proposed=False, reply_by=event.reply_by or state.reply_by)


@following.register
def _(event: e.Finished, state: State) -> State:
    return replace(
        undrafted(state),
        stage=Stage.FINISHED,
        finished_at=event.at,
        outcome=event.outcome,
        overdue_reason=event.overdue_reason or state.overdue_reason,
    )


@following.register
def _(event: e.ResultPosted, state: State) -> State:
    return replace(state, posted_at=event.at, tracking=event.tracking)


@following.register
def _(event: e.PostReturned, state: State) -> State:
    return replace(state, posted_at=None, tracking="")


@following.register
def _(event: e.ResultReturned, state: State) -> State:
    return replace(
        state, stage=Stage.RETURNED, returned_at=event.at, open=(), posted_at=None, tracking=""
    )


@following.register
def _(event: e.Withdrawn, state: State) -> State:
    return _ended(event, state, Stage.WITHDRAWN, "withdrawn")


@following.register
def _(event: e.Stopped, state: State) -> State:
    return _ended(event, state, Stage.STOPPED, "stopped")


@following.register
def _(event: e.Reopened, state: State) -> State:
    return replace(
        state,
        stage=Stage.IN_PROGRESS,
        open=event.opened,
        waiting=(),
        finished_at=None,
        returned_at=None,
        outcome="",
        posted_at=None,
        tracking="",
        reopened_at=event.at,
        pauses=(*state.pauses, Pause(event.finish_at, event.at, event.document)),
        due_at=event.due_at,
        provisional=event.provisional,
    )


def _ended(event: e.Withdrawn | e.Stopped, state: State, stage: Stage, outcome: str) -> State:
    """Ended without a result: nobody holds it, the clock runs no more."""
    return replace(
        alone(answered(undrafted(timing.unpaused(state, event.at)))),
        stage=stage,
        open=(),
        waiting=(),
        finished_at=event.at,
        outcome=outcome,
        due_at=event.due_at,
        provisional=event.provisional,
        overdue_reason=event.overdue_reason or state.overdue_reason,
        suspended_for="",
    )
