"""Why a dossier is due when it is due: the derivation of its promise, stretch by stretch."""

from collections.abc import Sequence

from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import ClockError, Stretch
from motcua.core.flow import State
from motcua.core.flow.timing import explained, promised
from motcua.dossiers.models import Dossier
from motcua.organization.selectors import calendar_by_edition


def why_this_time(dossier: Dossier, version: VersionRow) -> Sequence[Stretch]:
    """The stretches from receipt to due under the edition of the calendar it was promised by.

    No query. Empty for a dossier that was never received, or came from a register with a due
    time of its own that its procedure does not explain.
    """
    state = State.from_json(dossier.flow)
    if state.clock_from is None:
        return ()
    terms = (calendar_by_edition(state.calendar), version.allowance, version.cutoff)
    try:
        if promised(state, *terms).due_at != state.due_at:
            return ()
        return explained(state, *terms)
    except ClockError:
        return ()
