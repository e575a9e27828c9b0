"""Which files may be put to a dossier, and taken away: a matter of its stage, not of its clock."""

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import OPEN_STAGES, Stage, State
from motcua.core.refusal import Refused


def attach(state: State, command: a.Attach, context: Context) -> tuple[e.Event, ...]:
    """Papers are digitised while the dossier is worked on, its result also once it was given out.

    Refused: wrong_stage, no_files.
    """
    in_stage(state, *OPEN_STAGES, Stage.FINISHED, Stage.RETURNED)
    if not command.files:
        raise Refused("no_files")
    return tuple(
        e.FileAttached(
            context.now,
            file.number,
            file.sha256,
            file.pages,
            file.purpose.value,
            file.component,
            file.source.value,
        )
        for file in command.files
    )


def detach(state: State, command: a.Detach, context: Context) -> tuple[e.Event, ...]:
    """What was put to it wrongly is taken away before the result is given out; the history keeps
    both. Refused: wrong_stage, no_such_file, no_reason."""
    in_stage(state, *OPEN_STAGES, Stage.FINISHED)
    if command.held is None:
        raise Refused("no_such_file")
    if not command.texts:
        raise Refused("no_reason")
    return (e.FileDetached(context.now, command.held.number, command.held.sha256, command.texts),)
