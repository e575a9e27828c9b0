"""What several acts ask of a dossier before anything else."""

from datetime import datetime

from motcua.core.flow.context import Context
from motcua.core.flow.state import OPEN_STAGES, Stage, State
from motcua.core.refusal import Refused


def in_stage(state: State, *stages: Stage) -> None:
    """Refuse what cannot be done in the stage the dossier is in."""
    if state.stage not in stages:
        raise Refused("wrong_stage", stage=state.stage.value)


def running(state: State) -> None:
    """Refuse what cannot be done while the clock stands still, or once the dossier has ended."""
    if state.stage in OPEN_STAGES and state.paused_since is not None:
        raise Refused("clock_paused", since=state.paused_since)
    in_stage(state, Stage.IN_PROGRESS)


def led(context: Context) -> None:
    """Refuse what only a leader decides."""
    if not context.is_leader:
        raise Refused("leader_decides")


def documented(number: str) -> str:
    """The number of the paper it rests on. Refused: no_document."""
    if not number.strip():
        raise Refused("no_document")
    return number.strip()


def is_late(state: State, at: datetime) -> bool:
    """Whether ending the dossier at `at` would be late."""
    return state.due_at is not None and at.replace(second=0, microsecond=0) > state.due_at
