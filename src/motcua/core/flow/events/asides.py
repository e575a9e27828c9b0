"""What happens beside a step: opinions asked for and given, visits on the ground."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.core.flow.payloads import Event
from motcua.core.flow.state.asides import Opinion


@dataclass(frozen=True, slots=True)
class Aside(Event):
    """Common to what leaves the steps of a dossier and its clock as they are."""


@dataclass(frozen=True, slots=True)
class Consulted(Aside):
    """The bodies of `asked` were asked for their opinion, each until its own day."""

    kind: ClassVar[str] = "consulted"
    step: str
    asked: tuple[Opinion, ...]
    document: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AboutOpinion(Aside):
    """Common to what is said of one body that was asked: which, and who it is."""

    ordinal: int
    office: str
    department: str


@dataclass(frozen=True, slots=True)
class OpinionReminded(AboutOpinion):
    """It was reminded, its day having passed."""

    kind: ClassVar[str] = "opinion_reminded"
    document: str
    due_on: str


@dataclass(frozen=True, slots=True)
class OpinionClosed(AboutOpinion):
    """Common to what ends the waiting for it."""


@dataclass(frozen=True, slots=True)
class OpinionGiven(OpinionClosed):
    """It answered: `agree`, `conditions` or `disagree`. `recorded`: on paper, which whoever asked
    wrote down; `answered_on` is the day of that paper, or of the answer."""

    kind: ClassVar[str] = "opinion_given"
    stance: str
    document: str
    answered_on: str
    recorded: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpinionWithdrawn(OpinionClosed):
    """Whoever asked does not wait for it any more."""

    kind: ClassVar[str] = "opinion_withdrawn"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentPresumed(OpinionClosed):
    """It did not answer until `due_on`: by `article` that is consent."""

    kind: ClassVar[str] = "consent_presumed"
    article: str
    due_on: str


@dataclass(frozen=True, slots=True)
class AboutVisit(Aside):
    """Common to what is said of one visit on the ground from `step`."""

    ordinal: int
    step: str


@dataclass(frozen=True, slots=True)
class VisitPlanned(AboutVisit):
    """It is fixed for `visit_at`."""

    kind: ClassVar[str] = "visit_planned"
    visit_at: datetime
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitMoved(AboutVisit):
    """It is at `visit_at`, no longer at `visit_was`."""

    kind: ClassVar[str] = "visit_moved"
    visit_at: datetime
    visit_was: datetime
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitCancelled(AboutVisit):
    """There will be none at `visit_was`."""

    kind: ClassVar[str] = "visit_cancelled"
    visit_was: datetime
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitHeld(AboutVisit):
    """What was fixed for `visit_was` took place (`kept`), or somebody did not come."""

    kind: ClassVar[str] = "visit_held"
    visit_was: datetime
    kept: bool
    texts: tuple[str, ...]
