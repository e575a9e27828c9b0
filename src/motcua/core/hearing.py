"""What people say of an office: the one question at return, and complaints. Pure rules."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from motcua.core.refusal import Refused

CHANGEABLE = timedelta(days=1)
SHORTEST_ANSWER = 20


class Score(IntEnum):
    """The answers to the one question, best first on every screen."""

    VERY_GOOD = 5
    GOOD = 4
    FAIR = 3
    BAD = 2
    VERY_BAD = 1


class Kind(StrEnum):
    """What a complaint is about."""

    HARASSMENT = "harassment"
    ATTITUDE = "attitude"
    PAPERS = "papers"
    LATENESS = "lateness"
    OTHER = "other"


class Finding(StrEnum):
    """What the answer found."""

    FOUNDED = "founded"
    PARTLY = "partly"
    UNFOUNDED = "unfounded"


class Standing(StrEnum):
    """Where a complaint stands."""

    RECEIVED = "received"
    GIVEN = "given"
    ANSWERED = "answered"


def check_rating(stage: str, rated_at: datetime | None, at: datetime) -> None:
    """Raises Refused("not_returned") before the result is in the owner's hands and
    Refused("rated_already") a day after the first answer."""
    if stage != "returned":
        raise Refused("not_returned")
    if rated_at is not None and at - rated_at >= CHANGEABLE:
        raise Refused("rated_already")


def check_giving(
    standing: Standing, giver: UUID, to: UUID, named: AbstractSet[UUID], acted: AbstractSet[UUID]
) -> None:
    """A complaint is answered by nobody it is about. `named` are those it speaks of, `acted` those
    who acted on its dossier. Raises Refused("complaint_answered", "giver_complained_of",
    "complained_of")."""
    if standing is Standing.ANSWERED:
        raise Refused("complaint_answered")
    if giver in named:
        raise Refused("giver_complained_of")
    if to in named or to in acted:
        raise Refused("complained_of")


def check_answer(
    standing: Standing, by: UUID, given_to: UUID | None, involved: AbstractSet[UUID], words: str
) -> None:
    """Raises Refused("complaint_answered", "not_given_to_you", "complained_of", "answer_short")."""
    if standing is Standing.ANSWERED:
        raise Refused("complaint_answered")
    if given_to != by:
        raise Refused("not_given_to_you")
    if by in involved:
        raise Refused("complained_of")
    if len(words) < SHORTEST_ANSWER:
        raise Refused("answer_short", least=SHORTEST_ANSWER)


def is_overdue(due_at: datetime, answered_at: datetime | None, at: datetime) -> bool:
    """Whether it was, or is by now, answered after its day. A time equal to the end is in time."""
    return (answered_at or at) > due_at
