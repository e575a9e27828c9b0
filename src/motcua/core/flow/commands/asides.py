"""Commands about what goes on beside a step: opinions of others, visits on the ground."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Body:
    """Who is asked, and how many days there are to answer, as the procedure's term counts days.

    `office` is a slug, `department` a code, "" for the office whole; `days` None takes those the
    procedure names."""

    office: str
    department: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Consult:
    """Ask one or several bodies for their opinion, on the letter of number `document`."""

    step: str | None = None
    bodies: tuple[Body, ...] = ()
    document: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemindOpinion:
    """The day has passed: the body is reminded, on the letter of number `document`."""

    ordinal: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class AnswerOpinion:
    """The body says what it thinks (`stance`); by `recorded`, whoever asked writes down the paper
    `document` of `answered_on` it answered with."""

    ordinal: int
    stance: str = ""
    document: str = ""
    answered_on: date | None = None
    recorded: bool = False
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawOpinion:
    """The opinion is not waited for any more; `texts` say why."""

    ordinal: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PresumeConsent:
    """The day has passed without an answer, and the law takes that for consent."""

    ordinal: int


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Fix a visit on the ground; `texts` say where, and who comes along."""

    step: str | None = None
    visit_at: datetime | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """The visit is at another time; `texts` say why."""

    ordinal: int
    visit_at: datetime | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CancelVisit:
    """There will be no visit; `texts` say why."""

    ordinal: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldVisit:
    """What became of the visit: `kept`, or not, and in `texts` who was there and what was found."""

    ordinal: int
    kept: bool = True
    texts: tuple[str, ...] = ()
