"""Random histories: what is offered is accepted, what is not is refused, events alone tell all."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.flow.minutes import unaccounted
from core.flow.processes import START, context_of, drawn
from core.flow.walking import ANSWER_BY, CHOICE, TAX, WHY, Walk
from motcua.core.clock import VN
from motcua.core.flow import (
    Act,
    AnswerOpinion,
    Apologise,
    ApproveLate,
    Assign,
    Attach,
    Body,
    CancelVisit,
    Claim,
    Command,
    Consult,
    Context,
    Correct,
    DeclineStop,
    DraftApology,
    DropApology,
    Event,
    Extend,
    HandOver,
    HoldVisit,
    KeepAsking,
    KeepDue,
    MoveDue,
    MoveVisit,
    Offer,
    PlanVisit,
    PostResult,
    PresumeConsent,
    ProposeStop,
    Recall,
    Receive,
    RecordDelivery,
    RecordOverdueReason,
    RemindOpinion,
    Reopen,
    RequestSupplement,
    Resume,
    ReturnResult,
    See,
    SendBack,
    State,
    Stop,
    Suspend,
    Take,
    TakeSupplement,
    TakeUndelivered,
    Void,
    Withdraw,
    WithdrawOpinion,
    decide,
    evolve,
    offered,
    read_event,
    replay,
)
from motcua.core.flow.events import KINDS
from motcua.core.flow.offered import SAMPLE_FILE, SOMEBODY, decided, leave_command

FAR = datetime(2030, 1, 4, 17, 30, tzinfo=VN)
LEAVING = (Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK)
ENDS = (Act.VOID, Act.WITHDRAW, Act.STOP, Act.REOPEN)


def command_of(offer: Offer, chance: random.Random, context: Context) -> Command:
    """What a form of this offer sends."""
    step = offer.step
    to = chance.choice(offer.choices) if offer.choices else None
    if offer.act in LEAVING:
        paper = "12/PC" if chance.random() < 0.7 else None
        return leave_command(offer.act, step or "", to, "khac", paper)
    whole: dict[Act, Command] = {
        Act.TAKE: Take(step),
        Act.CLAIM: Claim(step, somebody(chance)),
        Act.ASSIGN: Assign(step, somebody(chance), WHY),
        Act.SEND_BACK: SendBack(step, to, WHY, officers(to, chance)),
        Act.SEE: See(step),
        Act.RECALL: Recall(step),
        Act.REQUEST_SUPPLEMENT: RequestSupplement(
            step,
            (1,),
            "1/HDHS",
            reply_by(chance) or ANSWER_BY,
            WHY[0] if context.is_leader else None,
        ),
        Act.TAKE_SUPPLEMENT: TakeSupplement(),
        Act.SUSPEND: Suspend("1/TB", "khac"),
        Act.RESUME: Resume(),
        Act.RETURN_RESULT: ReturnResult(),
        Act.POST_RESULT: PostResult("EX1"),
        Act.RECORD_DELIVERY: RecordDelivery(),
        Act.TAKE_UNDELIVERED: TakeUndelivered(WHY),
        Act.WITHDRAW: Withdraw(WHY, "khac"),
        Act.VOID: Void(WHY),
        Act.RECORD_OVERDUE_REASON: RecordOverdueReason("khac"),
        Act.CORRECT: Correct(WHY, WHY, WHY),
        Act.APPROVE_LATE: ApproveLate(),
        Act.MOVE_DUE: MoveDue(),
        Act.KEEP_DUE: KeepDue(),
        Act.KEEP_ASKING: KeepAsking((1,), None, WHY),
        Act.EXTEND: Extend(3, "1/QĐ", WHY),
        Act.APOLOGISE: Apologise(FAR, "1/PXL", "khac", WHY),
        Act.DROP_APOLOGY: DropApology(WHY),
        Act.PROPOSE_STOP: ProposeStop(WHY),
        Act.DECLINE_STOP: DeclineStop(None, WHY),
        Act.STOP: Stop("1/TB", "request", WHY, "khac"),
        Act.REOPEN: Reopen("1/QĐ", to, WHY),
        Act.CONSULT: Consult(step, (body(chance), body(chance)), "1/CV", WHY),
        Act.PLAN_VISIT: PlanVisit(step, soon(chance, context), WHY),
        **of_item(offer.item or 0, FAR + timedelta(minutes=chance.randrange(10**6))),
        Act.ATTACH: Attach((SAMPLE_FILE,)),
    }
    return whole[offer.act]


def of_item(item: int, later: datetime = FAR) -> dict[Act, Command]:
    """The commands about one opinion or one visit."""
    return {
        Act.ANSWER_OPINION: AnswerOpinion(item, "disagree", texts=WHY),
        Act.REMIND_OPINION: RemindOpinion(item, "2/CV"),
        Act.WITHDRAW_OPINION: WithdrawOpinion(item, WHY),
        Act.PRESUME_CONSENT: PresumeConsent(item),
        Act.MOVE_VISIT: MoveVisit(item, later, WHY),
        Act.CANCEL_VISIT: CancelVisit(item, WHY),
        Act.HOLD_VISIT: HoldVisit(item, kept=False, texts=WHY),
    }


def body(chance: random.Random) -> Body:
    """A department nobody has asked yet, for a day or for as long as usual."""
    return Body("bim-son", somebody(chance)[:8], chance.choice((1, None)))


def soon(chance: random.Random, context: Context) -> datetime:
    """In an hour, or in ten days."""
    return context.now + timedelta(hours=chance.choice((1, 240)))


def somebody(chance: random.Random) -> str:
    """The uuid of a position nobody else has."""
    return f"{chance.getrandbits(32):08x}-0000-4000-8000-000000000000"


def officers(key: str | None, chance: random.Random) -> tuple[tuple[str, str], ...]:
    """Who had the step and is there, or nobody."""
    return ((key, somebody(chance)),) if key and chance.random() < 0.5 else ()


def reply_by(chance: random.Random) -> date | None:
    """A day to answer by that soon has passed, or none."""
    return START.date() if chance.random() < 0.5 else None


def every_command(context: Context) -> Iterator[Command]:
    """Well-formed commands of every act, on every step and towards every step."""
    keys = [step.key for step in context.route.steps]
    for key in keys:
        yield from (See(key), Recall(key), Take(key))
        yield from (Claim(key, SOMEBODY), Assign(key, SOMEBODY, WHY))
        again = WHY[0] if context.is_leader else None
        yield RequestSupplement(key, (1,), "1/HDHS", ANSWER_BY, again)
        for to in (None, *keys):
            yield SendBack(key, to, WHY)
            yield from (leave_command(act, key, to, "khac") for act in LEAVING)
    yield from (TakeSupplement(), Suspend("1/TB", "khac"), Resume(), ReturnResult())
    for to in keys:
        yield Reopen("1/QĐ", to, WHY)
    yield from (KeepAsking((1,), None, WHY), ProposeStop(WHY), DeclineStop(None, WHY))
    yield Attach((SAMPLE_FILE,))
    yield from (DraftApology(), DropApology(WHY))
    yield from (Extend(3, "1/QĐ", WHY), Apologise(FAR, "1/PXL", "khac", WHY))
    yield Stop("1/TB", "request", WHY, "khac")
    yield from (PostResult("EX1"), RecordDelivery(), TakeUndelivered(WHY))
    yield from (Withdraw(WHY, "khac"), Void(WHY), RecordOverdueReason("khac"))
    yield from (Correct(WHY, WHY, WHY), ApproveLate(), MoveDue(), KeepDue())
    for key in keys:
        yield Consult(key, (Body("bac-son", days=3),), "1/CV", WHY)
        yield PlanVisit(key, FAR + timedelta(days=1), WHY)
    for item in range(1, 6):
        yield from of_item(item).values()


def act_of(command: Command) -> Act:
    """The act a command asks for."""
    name = type(command).__name__
    return Act("".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_"))


def is_among(command: Command, offers: tuple[Offer, ...]) -> bool:
    """Whether one of the offers is for this act, on this step and this way."""
    for offer in offers:
        same = offer.act is act_of(command) and (
            offer.item == command.ordinal
            if hasattr(command, "ordinal")
            else offer.step == getattr(command, "step", None)
        )
        to = getattr(command, "to", None)
        if same and (to is None or not offer.choices or to in offer.choices):
            return True
    return False


def walk(seed: int, most: int = 40) -> Iterator[tuple[State, Context, random.Random]]:
    """The states of one random history, each with the moment after it."""
    chance = random.Random(seed)  # noqa: S311 (a repeatable draw)
    context = context_of(
        drawn(chance),
        is_leader=chance.random() < 0.5,
        after_supplement=chance.choice(("resume", "restart")),
        extension_days=chance.choice((None, 10)),
        silence_days=chance.choice((None, 1)),
        silence_article=chance.choice(("", "Điều 102")),
    )
    late = ("12/GT", WHY) if chance.random() < 0.2 else ("", ())
    events = list[Event](decide(None, Receive(context.now, "direct", (), "", *late), context))
    state = replay(events, context.route)
    for _ in range(most):
        context = replace(context, now=context.now + timedelta(minutes=chance.randint(1, 2000)))
        yield state, context, chance
        offers = [o for o in offered(state, context) if o.refusal is None]
        offers = [o for o in offers if o.act not in ENDS or chance.random() < 0.03]
        if not offers:
            break
        command = command_of(chance.choice(offers), chance, context)
        happened = decide(state, command, context)
        for event in happened:
            state = evolve(state, event, context.route)
        events += happened
        assert_kept(events, state, context)
    assert list(unaccounted(events, context.route, context.calendar, context.now)) == []


def assert_kept(events: list[Event], state: State, context: Context) -> None:
    """Written down and read again, the events are the same, and so is where they lead."""
    written = json.loads(json.dumps([[e.kind, e.version, e.payload()] for e in events]))
    read = [read_event(*one) for one in written]
    assert read == events
    assert replay(read, context.route) == state
    assert State.from_json(json.loads(json.dumps(state.to_json()))) == state
    assert state.seq == len(events)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_what_is_offered_is_accepted_and_nothing_else_is(first: int) -> None:
    for seed in range(first, first + 20):
        for state, context, chance in walk(seed, 12):
            assert_offers(state, context, chance)


@pytest.mark.prove
@pytest.mark.parametrize("first", range(1000, 2000, 100))
def test_so_it_is_in_a_thousand_longer_histories(first: int) -> None:
    for seed in range(first, first + 100):
        for state, context, chance in walk(seed):
            assert_offers(state, context, chance)


def assert_offers(state: State, context: Context, chance: random.Random) -> None:
    offers = offered(state, context)
    allowed = tuple(offer for offer in offers if offer.refusal is None)
    for offer in offers:
        refusal = decided(state, command_of(offer, chance, context), context)
        assert (refusal is None) == (offer.refusal is None), (offer, refusal)
    for command in every_command(context):
        if decided(state, command, context) is None:
            assert is_among(command, allowed), command


def test_an_offer_says_where_it_may_lead_and_whether_that_stops_the_clock() -> None:
    choice, tax = Walk(CHOICE).leave("nhan"), Walk(TAX).leave("nhan")

    ways = {o.act: o.choices for o in offered(choice.state, choice.context) if o.step == "xet"}
    assert (ways[Act.HAND_OVER], ways[Act.RETURN_TO_DESK]) == (("ky",), ("tra",))
    leaving = {o.act: o for o in offered(tax.state, tax.context) if o.step == "xet"}
    assert leaving[Act.HAND_OVER].stops_clock


def test_what_would_finish_late_is_offered_and_says_so() -> None:
    late = Walk(CHOICE).leave("nhan")
    late.do(HandOver("xet", "ky"))
    late.context = replace(late.context, now=late.context.now + timedelta(days=60))

    offer = next(o for o in offered(late.state, late.context) if o.act is Act.APPROVE)

    assert (offer.finishes_late, offer.refusal) == (True, None)


def test_every_kind_of_event_is_read_in_its_version_and_no_other() -> None:
    event = Walk(TAX).events[0]

    assert set(KINDS) == {kind.kind for kind in KINDS.values()}
    with pytest.raises(ValueError, match="no version 9"):
        read_event(event.kind, 9, event.payload())
    with pytest.raises(KeyError):
        read_event("unheard_of", 1, {})
