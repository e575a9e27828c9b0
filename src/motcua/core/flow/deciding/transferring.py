"""An office ends: what it has in hand goes to who comes after it.

Source: the resolution that reorganizes the offices; nothing a citizen was promised changes by it.
"""

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import BEFORE_INTAKE, OPEN_STAGES, Stage, State
from motcua.core.refusal import Refused


def transfer(state: State, command: a.TransferOffice, context: Context) -> tuple[e.Event, ...]:
    """Another office answers for the dossier, or others hold some of its steps; what waits to be
    received has no steps yet, and is received by that office under its own process.

    Refused: wrong_stage once nothing is left to do, nothing_transferred.
    """
    in_stage(state, *BEFORE_INTAKE, *OPEN_STAGES, Stage.FINISHED)
    new = tuple(home for home in command.homes if home not in state.homes)
    if command.office == state.office and not new:
        raise Refused("nothing_transferred")
    return (
        e.TransferredOffice(context.now, state.office, command.office, new, command.reorganization),
    )
