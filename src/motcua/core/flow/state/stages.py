"""Where in its life a dossier is."""

from enum import StrEnum


class Stage(StrEnum):
    """The internal states; `core.flow.national` gives the one of the ten they export as."""

    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_PROGRESS = "in_progress"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    SUSPENDED = "suspended"
    FINISHED = "finished"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    INTAKE_REFUSED = "intake_refused"
    VOID = "void"


class LateEntry(StrEnum):
    """Whether a dossier was typed in after the fact, and a leader has seen the slip."""

    NONE = ""
    WAITING = "waiting"
    APPROVED = "approved"


BEFORE_INTAKE = frozenset({Stage.SUBMITTED, Stage.INCOMPLETE})
"""Sent in or shown at the counter, and not received: no report counts it as such."""
OPEN_STAGES = frozenset({Stage.IN_PROGRESS, Stage.AWAITING_SUPPLEMENT, Stage.SUSPENDED})
