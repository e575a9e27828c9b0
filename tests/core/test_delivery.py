"""How a notice goes out: when again, by what else, and when a person must see to it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.delivery import (
    BACK_OFF,
    MOVES,
    Ending,
    State,
    Step,
    Tried,
    Why,
    may_repeat,
    next_step,
)

WANTED = ("email", "zalo", "sms")
BOTH = ("email", "sms")
TRIES = st.lists(st.builds(Tried, st.sampled_from(WANTED), st.sampled_from(Ending)), max_size=12)


def step(*endings: Ending, possible: tuple[str, ...] = BOTH, channel: str = "email") -> Step:
    return next_step(WANTED, possible, BOTH, [Tried(channel, one) for one in endings])


def test_mail_comes_before_a_short_notice_and_a_channel_not_set_up_is_passed_by() -> None:
    assert step().channel == "email"
    assert step(possible=("zalo", "sms")).channel == "sms"


@pytest.mark.parametrize(("possible", "why"), [((), Why.NO_ADDRESS), (("zalo",), Why.NO_CHANNEL)])
def test_without_an_address_or_a_channel_a_person_sees_to_it(
    possible: tuple[str, ...], why: Why
) -> None:
    assert step(possible=possible) == Step(State.PERSON, why=why)


def test_it_rests_longer_after_each_failure_and_then_waits_for_a_person() -> None:
    rests = [step(*[Ending.TEMPORARY] * n).rest for n in range(1, 5)]

    assert rests == [timedelta(minutes=n) for n in (1, 5, 30, 120)]
    assert step(*[Ending.TEMPORARY] * 5) == Step(State.PERSON, why=Why.EXHAUSTED)


def test_what_one_channel_refuses_for_good_goes_by_the_next_at_once() -> None:
    assert step(Ending.PERMANENT) == Step(State.WAITING, "sms")
    assert step(Ending.PERMANENT, possible=("email",)) == Step(State.PERSON, why=Why.REFUSED)


@pytest.mark.parametrize("doubt", [Ending.LOST, Ending.UNCLEAR])
def test_what_may_have_arrived_is_sent_once_more_and_marked_and_then_waits(doubt: Ending) -> None:
    assert step(doubt) == Step(State.WAITING, "email")
    assert may_repeat([Tried("email", doubt)])
    assert not may_repeat([Tried("email", Ending.TEMPORARY)])
    assert step(doubt, Ending.LOST) == Step(State.PERSON, why=Why.UNCLEAR)


def test_what_was_held_after_a_restore_is_marked_too() -> None:
    assert may_repeat([], doubtful=True)


@given(TRIES, st.sets(st.sampled_from(WANTED)), st.sets(st.sampled_from(WANTED)))
def test_it_is_sent_exactly_when_an_attempt_was_and_every_notice_comes_to_an_end(
    tried: list[Tried], possible: set[str], open_: set[str]
) -> None:
    found = next_step(WANTED, possible, open_, tried)

    assert (found.state is State.SENT) == any(one.ending is Ending.SENT for one in tried)
    assert found.state in (State.SENT, State.PERSON, State.WAITING)
    assert (found.state is State.PERSON) == (found.why is not None)
    if found.state is State.WAITING:
        assert found.channel in possible & open_
        assert found.rest in (timedelta(0), *BACK_OFF)


@given(st.lists(st.sampled_from(list(Ending)), min_size=30, max_size=30))
def test_whatever_the_channels_answer_it_ends_and_repeats_at_most_once(
    endings: list[Ending],
) -> None:
    tried: list[Tried] = []
    for ending in endings:
        found = next_step(WANTED, BOTH, BOTH, tried)
        if found.state is not State.WAITING:
            break
        tried.append(Tried(found.channel, ending))

    doubts = [n for n, one in enumerate(tried) if one.ending in (Ending.LOST, Ending.UNCLEAR)]
    assert found.state is not State.WAITING
    assert len(doubts) <= 2
    assert len(tried) <= 2 * len(BACK_OFF) + 4


@given(st.sampled_from(State), st.lists(st.sampled_from(State), max_size=10))
def test_states_only_move_forward(first: State, wanted: list[State]) -> None:
    been, here = [first], first
    for one in wanted:
        if one in MOVES[here]:
            been.append(one)
            here = one

    assert len(set(been)) == len(been)
    assert not any(State.SENT in MOVES[one] for one in State if one is not State.WAITING)
