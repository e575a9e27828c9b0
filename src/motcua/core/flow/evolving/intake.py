"""How a dossier begins, is voided, mended in writing and entered late."""

from dataclasses import replace

from motcua.core.flow import events as e
from motcua.core.flow.conditions import is_late
from motcua.core.flow.evolving.beside import alone
from motcua.core.flow.evolving.following import following
from motcua.core.flow.state import LateEntry, Stage, State


def first(event: e.Event) -> State:
    """The state after the event that begins a history. Raises ValueError for any other."""
    if isinstance(event, e.Submitted):
        return State(
            Stage.SUBMITTED, 1, due_at=event.due_at, provisional=event.provisional,
            calendar=event.calendar, case=event.case,
        )  # fmt: skip
    if isinstance(event, e.CompletionAsked):
        return State(
            Stage.INCOMPLETE, 1, calendar=event.calendar, case=event.case,
            asked_items=event.items, reply_by=event.reply_by or "", guided_at=event.at,
        )  # fmt: skip
    if isinstance(event, e.Received):
        return State(
            Stage.IN_PROGRESS, 1, open=event.opened, clock_from=event.at, due_at=event.due_at,
            provisional=event.provisional, calendar=event.calendar, case=event.case,
        )  # fmt: skip
    if isinstance(event, e.Imported):
        return State(
            Stage.IN_PROGRESS, 1, open=event.opened, clock_from=event.at, due_at=event.due_at,
            provisional=event.provisional, calendar=event.calendar,
            given_due=event.due_at if event.due_given else None,
        )  # fmt: skip
    if isinstance(event, e.IntakeRefused):
        return State(Stage.INTAKE_REFUSED, 1, calendar=event.calendar)
    raise ValueError(f"a history cannot begin with {event.kind}")


@following.register
def _(event: e.CompletionAsked, state: State) -> State:
    return replace(
        _looked_at(state, event),
        stage=Stage.INCOMPLETE,
        asked_items=event.items,
        reply_by=event.reply_by or "",
        guided_at=state.guided_at or event.at,
    )


@following.register
def _(event: e.Received | e.IntakeRefused, state: State) -> State:
    if not state.is_before_intake:
        raise ValueError(f"{event.kind} cannot come here")
    before = _looked_at(state, event)
    return replace(first(event), guided_at=before.guided_at, checked_late=before.checked_late)


@following.register
def _(event: e.Voided, state: State) -> State:
    return replace(
        alone(state), stage=Stage.VOID, open=(), waiting=(), due_at=None, provisional=False,
        finished_at=None, returned_at=None, outcome="",
    )  # fmt: skip


@following.register
def _(event: e.DoneNow, state: State) -> State:
    return replace(state, at_once=True)


@following.register
def _(event: e.EnteredLate, state: State) -> State:
    return replace(state, late=LateEntry.WAITING)


@following.register
def _(event: e.LateApproved, state: State) -> State:
    return replace(state, late=LateEntry.APPROVED)


@following.register
def _(event: e.Corrected | e.FileAttached | e.FileDetached, state: State) -> State:
    return state


def _looked_at(state: State, event: e.Event) -> State:
    """What was sent in was looked at: in time or not."""
    late = state.stage is Stage.SUBMITTED and is_late(state, event.at)
    return replace(state, due_at=None, provisional=False, checked_late=state.checked_late or late)
