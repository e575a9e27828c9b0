"""An undoing says how the dossier stood before: held against the history itself."""

from collections.abc import Sequence
from dataclasses import replace

from motcua.core.flow import Event, State
from motcua.core.flow.deciding.undoing import document
from motcua.core.flow.events import Undone


def wrong_return(event: Event, states: Sequence[State]) -> str | None:
    """What is wrong with the state an undoing returns to, or None. `states` by seq, from 1.

    What was undone before a suspended dossier said what for does not say it.
    """
    if not isinstance(event, Undone):
        return None
    if not 2 <= event.since <= len(states):
        return "hoàn tác một việc không có"
    before = states[event.since - 2]
    if event.before not in (document(before), document(replace(before, suspended_for=""))):
        return "trạng thái hoàn tác khác lịch sử"
    return None
