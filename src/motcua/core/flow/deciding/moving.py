"""Decisions that move a dossier along its route: forward, back, and back again unopened."""

from dataclasses import replace

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import routing, timing
from motcua.core.flow.context import Context
from motcua.core.flow.deciding.assigning import is_shared
from motcua.core.flow.deciding.consulting import nobody_asked
from motcua.core.flow.deciding.visiting import nothing_fixed
from motcua.core.flow.evolving.beside import busy
from motcua.core.flow.evolving.folding import evolve
from motcua.core.flow.routing import Position
from motcua.core.flow.state import OPEN_STAGES, LateEntry, LeftStep, OpenStep, Stage, State
from motcua.core.refusal import Refused

_ACT = {a.HandOver: a.Act.HAND_OVER, a.Approve: a.Act.APPROVE, a.ReturnToDesk: a.Act.RETURN_TO_DESK}


def leave(state: State, command: a.Leave, context: Context) -> tuple[e.Event, ...]:
    """The step is done: on to what follows; when every branch has come to its end, finished.

    The desk's end is left by nobody: there the result waits for its owner.
    """
    step = movable(state, command.step)
    if state.late is LateEntry.WAITING:
        raise Refused("late_entry_waits")
    if context.route.is_desk_end(step.key):
        raise Refused("wrong_stage", stage=state.stage.value)
    targets = targets_of(step, command.to, context)
    expected = leaving_act(step, command.to, context)
    if _ACT[type(command)] is not expected:
        raise Refused("not_this_act", act=expected.value)
    waited(step, context)
    nobody_asked(state, step.key)
    nothing_fixed(state, step.key)
    document = (command.document or "").strip() or None
    refuses = _refuses(command, document)
    position = routing.leave(context.route, state, step, targets, context.now)
    outside = [key for key in targets if context.route.step(key).clock_stops]
    opened = tuple(
        replace(s, document=document)
        if s.key in outside and s.entered_at == context.now and not s.document
        else s
        for s in position.open
    )
    opened = timing.with_budgets(opened, state.pauses, context)
    kind = e.Approved if isinstance(command, a.Approve) else e.HandedOver
    moved = kind(
        context.now, step.key, targets, opened,
        tuple((w.key, w.arrived) for w in position.waiting),
        document if outside or refuses else None, bool(outside) and document is None, command.texts,
    )  # fmt: skip
    events: list[e.Event] = [moved]
    after = evolve(state, moved, context.route)
    events += _clock_of(after, context)
    if routing.has_arrived(context.route, Position(after.open, after.waiting)):
        for event in events[1:]:
            after = evolve(after, event, context.route)
        events.append(_finished(after, command, context))
    return tuple(events)


def send_back(state: State, command: a.SendBack, context: Context) -> tuple[e.Event, ...]:
    """Back to a step it came from, with what is wrong."""
    step = movable(state, command.step)
    choices = back_choices(state, step)
    if not choices:
        held = any(key != step.key for key in step.came_from)
        raise Refused("back_is_held" if held else "nowhere_back")
    to = command.to or (choices[0] if len(choices) == 1 else None)
    if to is None or to not in choices:
        raise Refused("which_way", choices=choices)
    if not command.texts:
        raise Refused("no_reason")
    nobody_asked(state, step.key)
    nothing_fixed(state, step.key)
    officer = dict(command.officers).get(to) if is_shared(state, to, context) else None
    position = routing.send_back(state, step, to, context.now, officer)
    opened = timing.with_budgets(position.open, state.pauses, context)
    back = e.SentBack(
        context.now, step.key, (to,), opened,
        tuple((w.key, w.arrived) for w in position.waiting), None, False, command.texts,
    )  # fmt: skip
    return (back, *_clock_of(evolve(state, back, context.route), context))


def recall(state: State, command: a.Recall, context: Context) -> tuple[e.Event, ...]:
    """What leaving a step handed over is taken back, while nobody has opened it."""
    if state.stage is not Stage.IN_PROGRESS:
        raise Refused("wrong_stage", stage=state.stage.value)
    left = state.left_step(command.step)
    if left is None or left.back or state.open_step(left.key):
        raise Refused("nothing_to_recall")
    if state.reopened_at and left.left_at <= state.reopened_at:
        raise Refused("nothing_to_recall")
    for key in left.to:
        _untouched(state, left, key)
    position = routing.take_back(context.route, state, left.key, context.now)
    opened = timing.with_budgets(position.open, state.pauses, context)
    kept = {s.key for s in position.open}
    recalled = e.Recalled(
        context.now, left.key, tuple(s.key for s in state.open if s.key not in kept), opened,
        tuple((w.key, w.arrived) for w in position.waiting),
    )  # fmt: skip
    return (recalled, *_clock_of(evolve(state, recalled, context.route), context))


def movable(state: State, key: str | None) -> OpenStep:
    """The open step to act on; refused while the whole dossier stands still or is finished."""
    if state.stage in OPEN_STAGES and state.stage is not Stage.IN_PROGRESS:
        raise Refused("clock_paused", since=state.paused_since)
    if state.stage is not Stage.IN_PROGRESS:
        raise Refused("wrong_stage", stage=state.stage.value)
    if key is None and len(state.open) == 1:
        return state.open[0]
    step = state.open_step(key)
    if step is None:
        raise Refused("which_step" if key is None else "not_this_step")
    return step


def targets_of(step: OpenStep, to: str | None, context: Context) -> tuple[str, ...]:
    """Where leaving `step` leads: back to who sent it, the way chosen, or all that follows."""
    if step.reply_to:
        return (step.reply_to,)
    spec = context.route.step(step.key)
    if spec.choose and len(spec.next) > 1:
        if to not in spec.next:
            raise Refused("which_way", choices=spec.next)
        return (to,)
    if to is not None and to not in spec.next:
        raise Refused("which_way", choices=spec.next)
    return spec.next


def leaving_act(step: OpenStep, to: str | None, context: Context) -> a.Act:
    """The act that leaves `step`, towards `to` or towards who sent it here."""
    spec = context.route.step(step.key)
    chosen = step.reply_to or (to if spec.choose else None)
    return context.route.leaving_act(step.key, chosen)


def back_choices(state: State, step: OpenStep) -> tuple[str, ...]:
    """The steps `step` may be sent back to: those it came from that nobody holds now.

    One that waits for an answer itself is held in that sense: it could give back to one only.
    """
    owed = routing.owed(state)
    return tuple(
        key
        for key in step.came_from
        if key != step.key and key not in owed and not state.open_step(key)
    )


def waited(step: OpenStep, context: Context) -> None:
    """Refuse to leave a waiting step (niêm yết) before its calendar days have passed."""
    spec = context.route.step(step.key)
    until = spec.free_from(step.entered_at)
    if spec.wait_days and context.now < until:
        raise Refused("wait_not_over", until=until)


def _refuses(command: a.Leave, document: str | None) -> bool:
    """Whether the result is a refusal; refuse one that does not say why, or in which paper."""
    if not isinstance(command, a.ReturnToDesk) or command.outcome != "refused":
        return False
    if not command.texts:
        raise Refused("no_reason")
    if document is None:
        raise Refused("no_refusal_paper")
    return True


def _untouched(state: State, left: LeftStep, key: str) -> None:
    """Refuse when `key` was opened, or was left since: then it lies there from somebody else."""
    since = state.left_step(key)
    if since is not None and since.left_at > left.left_at:
        raise Refused("moved_on")
    if any(w.key == key and left.key in w.arrived for w in state.waiting):
        return
    step = state.open_step(key)
    if step is None or left.key not in step.came_from or step.entered_at < left.left_at:
        raise Refused("moved_on")
    if step.in_hand or key in busy(state):
        raise Refused("already_opened")


def _clock_of(state: State, context: Context) -> list[e.Event]:
    """The clock stops when all that is at work is outside it with a document, else runs."""
    outside = timing.is_outside(state.open, context)
    if outside and state.paused_since is None:
        documents = sorted({s.document for s in state.open if s.document})
        stopped = timing.paused(state, context.now, ", ".join(documents))
        due = timing.promise(stopped, context)
        return [
            e.ClockStopped(
                context.now, ", ".join(documents), due.due_at, due.provisional,
                timing.budgets(stopped, context),
            )
        ]  # fmt: skip
    if not outside and state.paused_since is not None:
        running = timing.unpaused(state, context.now)
        due = timing.promise(running, context)
        return [
            e.ClockResumed(
                context.now, due.due_at, due.provisional, timing.budgets(running, context)
            )
        ]
    return []


def _finished(state: State, command: a.Leave, context: Context) -> e.Finished:
    late = state.due_at is not None and context.minute > state.due_at
    reason = command.overdue_reason or state.overdue_reason
    if late and not reason:
        raise Refused("reason_needed", due_at=state.due_at)
    outcome = command.outcome if isinstance(command, a.ReturnToDesk) else "result"
    return e.Finished(context.now, outcome, late, reason if late else "")
