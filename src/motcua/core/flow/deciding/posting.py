"""A result on its way by post: handed to the post, delivered, or brought back to the shelf."""

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import Stage, State
from motcua.core.refusal import Refused


def post_result(state: State, command: a.PostResult, context: Context) -> tuple[e.Event, ...]:
    """The post has it. It is still the desk's to answer for, and not returned, until it is
    delivered. Refused: wrong_stage, is_posted, no_tracking."""
    in_stage(state, Stage.FINISHED)
    if state.posted_at is not None:
        raise Refused("is_posted")
    if not command.tracking.strip():
        raise Refused("no_tracking")
    return (e.ResultPosted(context.now, command.tracking.strip()),)


def record_delivery(
    state: State, command: a.RecordDelivery, context: Context
) -> tuple[e.Event, ...]:
    """The post delivered it. Refused: wrong_stage, not_posted."""
    in_stage(state, Stage.FINISHED)
    if state.posted_at is None:
        raise Refused("not_posted")
    return (e.ResultReturned(context.now, "owner", (), way="post"),)


def take_undelivered(
    state: State, command: a.TakeUndelivered, context: Context
) -> tuple[e.Event, ...]:
    """The post brought it back: it lies at the desk again. Refused: wrong_stage, not_posted,
    no_reason."""
    in_stage(state, Stage.FINISHED)
    if state.posted_at is None:
        raise Refused("not_posted")
    if not command.texts:
        raise Refused("no_reason")
    return (e.PostReturned(context.now, command.texts),)
