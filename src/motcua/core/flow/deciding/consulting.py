"""Others are asked for their opinion while a step is worked on; the dossier's clock runs on.

A step waits for all it asked: it is left when each has answered, has consented by silence where
the law says so, or is not waited for any more, with a reason. Source of silence as consent: the
article the procedure's version names (Luật Xây dựng 2014, điều 102 [M]).
"""

from datetime import date, datetime

from motcua.core.clock import Allowance, AllowanceKind, due_at
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import documented, in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import OPEN_STAGES, OpenStep, Stage, State
from motcua.core.flow.state.asides import Opinion
from motcua.core.refusal import Refused

STANCES = ("agree", "conditions", "disagree")
MOST_DAYS = 90
ORDINARY_DAYS = 5
"""How long others have where the procedure names nothing: an office's habit, not a rule."""


def consult(state: State, command: a.Consult, context: Context) -> tuple[e.Event, ...]:
    """Bodies are asked. Refused: wrong_stage, which_step, not_this_step, no_body, already_consulted
    (it still has to answer from this step), bad_opinion_days, no_document, no_reason (no question).

    Raises ClockError beyond the calendar.
    """
    in_stage(state, Stage.IN_PROGRESS)
    step = asked_from(state, command.step, context)
    if not command.bodies:
        raise Refused("no_body")
    number = documented(command.document)
    if not command.texts:
        raise Refused("no_question")
    asked = {(one.office, one.department) for one in state.opinions if one.step == step.key}
    found: list[Opinion] = []
    for body in command.bodies:
        if (body.office, body.department) in asked:
            raise Refused("already_consulted")
        asked.add((body.office, body.department))
        found.append(_opinion(state.consulted + len(found) + 1, step.key, body, context))
    return (e.Consulted(context.now, step.key, tuple(found), number, command.texts),)


def remind(state: State, command: a.RemindOpinion, context: Context) -> tuple[e.Event, ...]:
    """A body that is late is reminded. Refused: wrong_stage, no_such_opinion, opinion_day_ahead,
    no_document."""
    one = _waited_for(state, command.ordinal)
    if not one.is_overdue(context.now.date()):
        raise Refused("opinion_day_ahead", day=date.fromisoformat(one.due_on))
    number = documented(command.document)
    return (
        e.OpinionReminded(
            context.now, one.ordinal, one.office, one.department, number, one.due_on
        ),
    )  # fmt: skip


def answer(state: State, command: a.AnswerOpinion, context: Context) -> tuple[e.Event, ...]:
    """A body answers, also when late. Refused: wrong_stage, no_such_opinion, no_stance, no_opinion
    (anything but plain agreement says why); of a paper no_document, bad_answer_day."""
    one = _waited_for(state, command.ordinal)
    if command.stance not in STANCES:
        raise Refused("no_stance")
    if command.stance != "agree" and not command.texts:
        raise Refused("no_opinion")
    today = context.now.date()
    number, day = command.document.strip(), today
    if command.recorded:
        number, day = documented(command.document), command.answered_on or today
        if not command.answered_on or not date.fromisoformat(one.asked_on) <= day <= today:
            raise Refused("bad_answer_day", day=date.fromisoformat(one.asked_on))
    return (
        e.OpinionGiven(
            context.now, one.ordinal, one.office, one.department, command.stance, number,
            day.isoformat(), command.recorded, command.texts,
        ),
    )  # fmt: skip


def withdraw(state: State, command: a.WithdrawOpinion, context: Context) -> tuple[e.Event, ...]:
    """Whoever asked decides without it. Refused: wrong_stage, no_such_opinion, no_reason."""
    one = _waited_for(state, command.ordinal)
    if not command.texts:
        raise Refused("no_reason")
    return (
        e.OpinionWithdrawn(
            context.now, one.ordinal, one.office, one.department, command.texts
        ),
    )  # fmt: skip


def presume(state: State, command: a.PresumeConsent, context: Context) -> tuple[e.Event, ...]:
    """Silence is consent, where the law says so, once the day is over. Refused: wrong_stage,
    no_such_opinion, silence_says_nothing, opinion_day_ahead."""
    one = _waited_for(state, command.ordinal)
    if not one.article:
        raise Refused("silence_says_nothing")
    if not one.is_overdue(context.now.date()):
        raise Refused("opinion_day_ahead", day=date.fromisoformat(one.due_on))
    return (
        e.ConsentPresumed(
            context.now, one.ordinal, one.office, one.department, one.article, one.due_on
        ),
    )  # fmt: skip


def nobody_asked(state: State, step: str) -> None:
    """Refuse to leave `step` while somebody it asked has not answered."""
    count = sum(one.step == step for one in state.opinions)
    if count:
        raise Refused("opinions_open", count=count)


def asked_from(state: State, key: str | None, context: Context) -> OpenStep:
    """The open step something is begun beside; nothing is at the desk's end.

    Refused: which_step, not_this_step, wrong_stage.
    """
    step = state.open[0] if key is None and len(state.open) == 1 else state.open_step(key)
    if step is None:
        raise Refused("which_step" if key is None else "not_this_step")
    if context.route.is_desk_end(step.key):
        raise Refused("wrong_stage", stage=state.stage.value)
    return step


def answer_day(days: int, context: Context, at: datetime) -> date:
    """The last of `days` after the day of `at`, counted as the procedure's term counts days; on a
    working day in either way. Raises ClockError."""
    calendar_days = context.allowance.kind is AllowanceKind.CALENDAR_DAYS
    kind = AllowanceKind.CALENDAR_DAYS if calendar_days else AllowanceKind.WORKING_DAYS_CIVIL
    due = due_at(context.current or context.calendar, Allowance(kind, days), at)
    assert due.due_at is not None  # noqa: S101 (nothing pauses it)
    return due.due_at.date()


def usual_days(context: Context) -> int:
    """How many days others have, where nobody says another number."""
    return context.silence_days or ORDINARY_DAYS


def _opinion(ordinal: int, step: str, body: a.Body, context: Context) -> Opinion:
    """Less time than the law gives: then silence says nothing."""
    days = usual_days(context) if body.days is None else body.days
    if not 1 <= days <= MOST_DAYS:
        raise Refused("bad_opinion_days", most=MOST_DAYS)
    in_law = context.silence_days is not None and days >= context.silence_days
    return Opinion(
        ordinal, step, body.office, body.department, context.now.date().isoformat(),
        answer_day(days, context, context.now).isoformat(),
        context.silence_article if in_law else "",
    )  # fmt: skip


def _waited_for(state: State, ordinal: int) -> Opinion:
    """The body asked, also while the clock stands still. Refused: wrong_stage, no_such_opinion."""
    in_stage(state, *OPEN_STAGES)
    found = next((one for one in state.opinions if one.ordinal == ordinal), None)
    if found is None:
        raise Refused("no_such_opinion")
    return found
