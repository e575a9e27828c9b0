"""What may be done in a state: the one list behind buttons, inbox verbs and tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.core.flow import acts as a
from motcua.core.flow.context import Context
from motcua.core.flow.deciding import consulting
from motcua.core.flow.deciding.moving import back_choices, leaving_act, targets_of
from motcua.core.flow.deciding.stopping import reopening_steps
from motcua.core.flow.deciding.table import decide
from motcua.core.flow.state import OpenStep, State
from motcua.core.flow.state.asides import FieldVisit, Opinion
from motcua.core.refusal import Refused

SAMPLE_TEXTS = ("0" * 64,)
"""Stands for any written reason: whether one is there is the form's question, not the table's."""

SAMPLE_FILE = a.File(1, "0" * 64, 1)
"""Stands for any file."""

SOMEBODY = "00000000-0000-0000-0000-000000000000"
"""Stands for a position nobody has."""

SAMPLE_OFFICE = "?"
"""Stands for an office nobody has asked yet."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One act, on one step where it concerns one. Allowed when `refusal` is None.

    `item` is the ordinal of the opinion or visit it is about; `choices` are the keys to choose
    from; `stops_clock` when it leads to a body outside the clock; `finishes_late` when it would
    finish the dossier late, so that a reason must be given.
    """

    act: a.Act
    step: str | None
    refusal: Refused | None
    choices: tuple[str, ...] = ()
    stops_clock: bool = False
    finishes_late: bool = False
    item: int | None = None


def offered(state: State, context: Context) -> tuple[Offer, ...]:
    """Every act on every open step, and on the dossier, with the refusal of a well-formed command.

    Pure and cheap: it asks `decide` itself, so it cannot disagree with it.
    """
    return tuple(_offers(state, context))


def _offers(state: State, context: Context) -> Iterator[Offer]:
    for step in state.open:
        yield from _leaving(state, step, context)
        choices = back_choices(state, step)
        back = a.SendBack(step.key, choices[0] if choices else None, SAMPLE_TEXTS)
        yield _offer(a.Act.SEND_BACK, step.key, state, back, context, choices)
        for act, command in _hands(step).items():
            yield _offer(act, step.key, state, command, context)
        ask = a.RequestSupplement(
            step.key,
            (1,),
            "1/HDHS",
            context.now.date(),
            SAMPLE_TEXTS[0] if context.is_leader else None,
        )
        yield _offer(a.Act.REQUEST_SUPPLEMENT, step.key, state, ask, context)
    yield from _beside(state, context)
    for left in reversed(state.left):
        yield _offer(a.Act.RECALL, left.key, state, a.Recall(left.key), context)
    whole: dict[a.Act, a.Command] = {
        a.Act.TAKE_SUPPLEMENT: a.TakeSupplement(),
        a.Act.SUSPEND: a.Suspend("1/TB", "khac"),
        a.Act.RESUME: a.Resume(),
        a.Act.RETURN_RESULT: a.ReturnResult(),
        a.Act.POST_RESULT: a.PostResult("EX1"),
        a.Act.RECORD_DELIVERY: a.RecordDelivery(),
        a.Act.TAKE_UNDELIVERED: a.TakeUndelivered(SAMPLE_TEXTS),
        a.Act.VOID: a.Void(SAMPLE_TEXTS),
        a.Act.CORRECT: a.Correct(SAMPLE_TEXTS, SAMPLE_TEXTS, SAMPLE_TEXTS),
        a.Act.APPROVE_LATE: a.ApproveLate(),
        a.Act.RECORD_OVERDUE_REASON: a.RecordOverdueReason("khac"),
        a.Act.MOVE_DUE: a.MoveDue(),
        a.Act.KEEP_DUE: a.KeepDue(),
        a.Act.KEEP_ASKING: a.KeepAsking(state.asked_items, None, SAMPLE_TEXTS),
        a.Act.EXTEND: a.Extend(1, "1/QĐ", SAMPLE_TEXTS),
        a.Act.APOLOGISE: a.Apologise(_some_day(state, context), "1/PXL", "khac", SAMPLE_TEXTS),
        a.Act.DROP_APOLOGY: a.DropApology(SAMPLE_TEXTS),
        a.Act.PROPOSE_STOP: a.ProposeStop(SAMPLE_TEXTS),
        a.Act.DECLINE_STOP: a.DeclineStop(None, SAMPLE_TEXTS),
        a.Act.ATTACH: a.Attach((SAMPLE_FILE,)),
    }
    for act, command in whole.items():
        yield _offer(act, None, state, command, context)
    yield _ending(a.Act.WITHDRAW, a.Withdraw(SAMPLE_TEXTS), state, context)
    ground = "no_reply" if state.stop_proposed else "request"
    yield _ending(a.Act.STOP, a.Stop("1/TB", ground, SAMPLE_TEXTS), state, context)
    steps = reopening_steps(state, context)
    again = a.Reopen("1/QĐ", steps[0] if steps else None, SAMPLE_TEXTS)
    yield _offer(a.Act.REOPEN, None, state, again, context, steps)


def _hands(step: OpenStep) -> dict[a.Act, a.Command]:
    """Who may have the step: whether the position named is one of its department is not asked."""
    return {
        a.Act.SEE: a.See(step.key),
        a.Act.TAKE: a.Take(step.key),
        a.Act.CLAIM: a.Claim(step.key, SOMEBODY),
        a.Act.ASSIGN: a.Assign(step.key, SOMEBODY),
    }


def _beside(state: State, context: Context) -> Iterator[Offer]:
    """What is begun beside a step, and of what was begun, what may become of it."""
    body = a.Body(SAMPLE_OFFICE, days=consulting.ORDINARY_DAYS)
    for step in state.open:
        ask = a.Consult(step.key, (body,), "1/CV", SAMPLE_TEXTS)
        yield _offer(a.Act.CONSULT, step.key, state, ask, context)
        plan = a.PlanVisit(step.key, context.now + timedelta(days=1), SAMPLE_TEXTS)
        yield _offer(a.Act.PLAN_VISIT, step.key, state, plan, context)
    for one in state.opinions:
        for act, command in _of_opinion(one).items():
            yield Offer(act, one.step, decided(state, command, context), item=one.ordinal)
    for visit in state.field_visits:
        for act, command in _of_visit(visit, context).items():
            yield Offer(act, visit.step, decided(state, command, context), item=visit.ordinal)


def _of_opinion(one: Opinion) -> dict[a.Act, a.Command]:
    return {
        a.Act.ANSWER_OPINION: a.AnswerOpinion(one.ordinal, "agree"),
        a.Act.REMIND_OPINION: a.RemindOpinion(one.ordinal, "1/CV"),
        a.Act.WITHDRAW_OPINION: a.WithdrawOpinion(one.ordinal, SAMPLE_TEXTS),
        a.Act.PRESUME_CONSENT: a.PresumeConsent(one.ordinal),
    }


def _of_visit(one: FieldVisit, context: Context) -> dict[a.Act, a.Command]:
    another = max(one.visit_at, context.now) + timedelta(days=1)
    return {
        a.Act.MOVE_VISIT: a.MoveVisit(one.ordinal, another, SAMPLE_TEXTS),
        a.Act.CANCEL_VISIT: a.CancelVisit(one.ordinal, SAMPLE_TEXTS),
        a.Act.HOLD_VISIT: a.HoldVisit(one.ordinal, texts=SAMPLE_TEXTS),
    }


def _some_day(state: State, context: Context) -> datetime:
    """A day an apology may name: whether there is one is not the table's question."""
    return max(state.due_at or context.now, context.now) + timedelta(days=1)


def _ending(act: a.Act, command: a.Command, state: State, context: Context) -> Offer:
    """An end without a result; when it would be late, the form asks why."""
    refused = decided(state, command, context)
    late = refused is not None and refused.code == "reason_needed"
    return Offer(act, None, None if late else refused, finishes_late=late)


def _leaving(state: State, step: OpenStep, context: Context) -> Iterator[Offer]:
    """One offer for each act that leaves `step`; a choice may lead to two of them."""
    spec = context.route.step(step.key)
    ways: dict[a.Act, list[str]] = {}
    free = spec.choose and len(spec.next) > 1 and not step.reply_to
    for to in spec.next if free else (None,):
        ways.setdefault(leaving_act(step, to, context), []).extend([to] if to else [])
    for act, choices in ways.items():
        to = choices[0] if choices else None
        plain = decided(state, leave_command(act, step.key, to, None), context)
        late = plain is not None and plain.code == "reason_needed"
        yield Offer(
            act,
            step.key,
            None if late else plain,
            tuple(choices),
            any(
                context.route.step(key).clock_stops
                for way in (choices or (None,))
                for key in targets_of(step, way, context)
            ),
            late,
        )


def leave_command(
    act: a.Act, step: str, to: str | None, overdue_reason: str | None, document: str | None = None
) -> a.Leave:
    """The command of an act that leaves a step."""
    if act is a.Act.APPROVE:
        return a.Approve(step, to, document, overdue_reason=overdue_reason)
    if act is a.Act.RETURN_TO_DESK:
        return a.ReturnToDesk(step, to, overdue_reason=overdue_reason, document=document)
    return a.HandOver(step, to, document, overdue_reason=overdue_reason)


def decided(state: State, command: a.Command, context: Context) -> Refused | None:
    """The refusal of `command` now, or None."""
    try:
        decide(state, command, context)
    except Refused as refused:
        return refused
    return None


def _offer(
    act: a.Act,
    step: str | None,
    state: State,
    command: a.Command,
    context: Context,
    choices: tuple[str, ...] = (),
) -> Offer:
    return Offer(act, step, decided(state, command, context), choices)
