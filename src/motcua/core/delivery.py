"""How a notice goes out: by which channel, when again after what, and when a person must. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
"""How long it rests after each failure that may pass; after one more a person must see to it."""

UNCLEAR_ALLOWED = 1
"""How often it may be sent again although it may have arrived."""

STALE_AFTER = timedelta(days=7)
"""A notice never tried for so long says what is no longer news."""


class State(StrEnum):
    """Where a notice stands. `sent` only when the other side said that it has it."""

    WAITING = "waiting"
    SENT = "sent"
    PERSON = "person"
    CALLED = "called"
    PRINTED = "printed"
    CANCELLED = "cancelled"
    PASSED = "passed"


class Ending(StrEnum):
    """How one attempt ended. `unclear`: it may have arrived; `lost`: nobody lived to say."""

    SENT = "sent"
    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    UNCLEAR = "unclear"
    LOST = "lost"


class Why(StrEnum):
    """Why a person must see to it, or why it was not sent."""

    NO_ADDRESS = "no_address"
    NO_CHANNEL = "no_channel"
    REFUSED = "refused"
    EXHAUSTED = "exhausted"
    UNCLEAR = "unclear"
    STALE = "stale"
    UNDONE = "undone"
    VOID = "void"
    IN_HAND = "in_hand"


MOVES: Mapping[State, frozenset[State]] = {
    State.WAITING: frozenset({State.SENT, State.PERSON, State.CANCELLED, State.PASSED}),
    State.PERSON: frozenset({State.CALLED, State.PRINTED}),
    State.PRINTED: frozenset({State.CALLED}),
    State.SENT: frozenset(),
    State.CALLED: frozenset(),
    State.CANCELLED: frozenset(),
    State.PASSED: frozenset(),
}
"""States only move forward."""

IN_DOUBT = frozenset({Ending.UNCLEAR, Ending.LOST})


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt that ended."""

    channel: str
    ending: Ending


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: the state, by which channel and how long after the last attempt."""

    state: State
    channel: str = ""
    rest: timedelta = timedelta(0)
    why: Why | None = None


def next_step(
    wanted: Sequence[str], possible: Collection[str], open_: Collection[str], tried: Sequence[Tried]
) -> Step:
    """What is to be done with a waiting notice.

    `wanted` are all channels in the order they are preferred, `possible` those the person has an
    address for, `open_` those the office has; `tried` every attempt so far, the oldest first.
    """
    if any(one.ending is Ending.SENT for one in tried):
        return Step(State.SENT)
    if sum(one.ending in IN_DOUBT for one in tried) > UNCLEAR_ALLOWED:
        return Step(State.PERSON, why=Why.UNCLEAR)
    refused = {one.channel for one in tried if one.ending is Ending.PERMANENT}
    left = [one for one in wanted if one in possible and one in open_ and one not in refused]
    if not left:
        return Step(State.PERSON, why=_why_none(possible, refused))
    return _after(left[0], tried)


def _after(channel: str, tried: Sequence[Tried]) -> Step:
    failures = sum(one.channel == channel and one.ending is Ending.TEMPORARY for one in tried)
    if failures > len(BACK_OFF):
        return Step(State.PERSON, why=Why.EXHAUSTED)
    last = tried[-1] if tried else None
    rests = last is not None and last.channel == channel and last.ending is Ending.TEMPORARY
    return Step(State.WAITING, channel, BACK_OFF[failures - 1] if rests else timedelta(0))


def _why_none(possible: Collection[str], refused: Collection[str]) -> Why:
    if refused:
        return Why.REFUSED
    return Why.NO_CHANNEL if possible else Why.NO_ADDRESS


def may_repeat(tried: Sequence[Tried], *, doubtful: bool = False) -> bool:
    """Whether what is sent now may have arrived before; `doubtful`: released after a restore."""
    return doubtful or any(one.ending in IN_DOUBT for one in tried)
