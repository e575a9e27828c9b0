"""Where a dossier stands: the fold of its events, and a document that can be kept beside them."""

from motcua.core.flow.state.moments import moment_of, moment_or_none, pauses_from_json, text_of
from motcua.core.flow.state.stages import BEFORE_INTAKE, OPEN_STAGES, LateEntry, Stage
from motcua.core.flow.state.steps import (
    LeftStep,
    OpenStep,
    Waiting,
    open_from_json,
    open_to_json,
)
from motcua.core.flow.state.whole import State

__all__ = [
    "BEFORE_INTAKE",
    "OPEN_STAGES",
    "LateEntry",
    "LeftStep",
    "OpenStep",
    "Stage",
    "State",
    "Waiting",
    "moment_of",
    "moment_or_none",
    "open_from_json",
    "open_to_json",
    "pauses_from_json",
    "text_of",
]
