"""`authorize`: may this officer do this to that step? Asks `identity.grants` and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from motcua.core.flow import Act, Command, Context, State
from motcua.core.refusal import Refused
from motcua.dossiers.asides import asked_holder, opinion_of, step_of
from motcua.dossiers.holders import Holder, answering_office, holder
from motcua.identity.actors import Actor
from motcua.identity.grants import Subject, can
from motcua.identity.selectors import title_of

AnyCommand = TypeVar("AnyCommand", bound=Command)

ON_A_STEP = frozenset(
    {
        Act.SEE,
        Act.TAKE,
        Act.CLAIM,
        Act.ASSIGN,
        Act.HAND_OVER,
        Act.APPROVE,
        Act.RETURN_TO_DESK,
        Act.SEND_BACK,
        Act.RECALL,
        Act.CONSULT,
        Act.PLAN_VISIT,
    }
)
"""Acts that concern one step: named, or the first that is in the officer's hands."""


def authorize(
    act: Act, command: AnyCommand, office_id: int, state: State, context: Context, by: Actor
) -> AnyCommand:
    """The command with its step filled in, when `by` may give it on a dossier of `office_id`.

    Raises Refused: `not_your_step` naming the steps, `assigned_elsewhere` naming the title, or
    `not_your_act`. No query (one for a title not asked for before).
    """
    step = getattr(command, "step", None)
    if step is None and act in ON_A_STEP:
        step = step_in_hand(act, office_id, state, context, by)
        if step is not None:
            command = _on(command, step)
    item = getattr(command, "ordinal", None)
    refused = may_act(by, act, step or step_of(act, item, state), office_id, state, context, item)
    if refused:
        raise refused
    return command


def may_act(
    by: Actor,
    act: Act,
    step: str | None,
    office_id: int,
    state: State,
    context: Context,
    item: int | None = None,
) -> Refused | None:
    """Why `by` may not do `act` on `step` (on the dossier as a whole when None), or None.

    `item` is the opinion or visit it is about: who was asked for an opinion may give it."""
    held = holders(act, office_id, state, context)
    owner = answering_office(office_id, state)
    one = held.get(step) if step else None
    concerned: Sequence[Holder | None] = [one] if one else [*held.values()] or [None]
    if act is Act.ANSWER_OPINION and (asked := opinion_of(state, item)):
        concerned = [*concerned, asked_holder(asked, by.kind)]
    if any(can(by, act, subject(owner, who), context.now) for who in concerned):
        return None
    own = Holder(by.office_id, by.department_id, by.kind)
    if not can(by, act, subject(by.office_id, own), context.now):
        return Refused("not_your_act", act=act.value, title=by.title)
    given = next((w for w in concerned if w and w.assignee and _shared(by, act, w, context)), None)
    if given is not None and given.assignee is not None:
        return Refused("assigned_elsewhere", title=title_of(given.assignee))
    names = [context.route.step(key).name for key in held]
    return Refused("not_your_step", steps=", ".join(names))


def _shared(by: Actor, act: Act, who: Holder, context: Context) -> bool:
    """Whether `by` might do it, were it not given to a colleague."""
    return can(by, act, subject(by.office_id, replace(who, assignee=None)), context.now)


def _on(command: AnyCommand, step: str) -> AnyCommand:
    """The command for `step`; commands of acts on a step all have one."""
    changed: AnyCommand = replace(command, step=step)  # type: ignore[arg-type]
    return changed


def step_in_hand(act: Act, office_id: int, state: State, context: Context, by: Actor) -> str | None:
    """The first step `by` may do `act` on, or None."""
    owner = answering_office(office_id, state)
    for key, who in holders(act, office_id, state, context).items():
        if can(by, act, subject(owner, who), context.now):
            return key
    return None


def holders(act: Act, office_id: int, state: State, context: Context) -> Mapping[str, Holder]:
    """Who holds each open step; for a recall, each step left, the last one first; for an undo,
    both: what was done is either there or gone from there."""
    left = [one.key for one in reversed(state.left)] if act in (Act.RECALL, Act.UNDO) else []
    held = [one.key for one in state.open] if act is not Act.RECALL else []
    return {
        key: replace(holder(context.route.step(key), office_id, state), assignee=given)
        for key in (*left, *held)
        for given in (_assignee(key, state),)
    }


def _assignee(key: str, state: State) -> UUID | None:
    """The position an open step was given to, or had been when it was left."""
    left = state.left_step(key)
    step = state.open_step(key) or (left.step if left else None)
    return UUID(step.assignee) if step and step.assignee else None


def subject(owner_office_id: int, who: Holder | None) -> Subject:
    """What the grants table is asked about: whose dossier, and who holds the step."""
    return Subject(
        owner_office_id=owner_office_id,
        holder_office_id=who.office_id if who else None,
        holder_department_id=who.department_id if who else None,
        holder_kind=who.kind if who else None,
        assignee=who.assignee if who else None,
    )
