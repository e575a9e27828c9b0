"""Undo: the last act on a dossier is taken back, by an event that says so."""

from collections.abc import Sequence
from uuid import UUID

from motcua.core.flow import Act
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.selectors.lastly import LastAct, Wanted, last_acts, undo_command
from motcua.dossiers.services.performing import Order, perform


def undo(asked: Sequence[Asked], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Take back what the same officer did last, within five minutes; it stays in the history.

    Two queries besides those of every act. Refused: not_undoable (a signature, a
    number, an intake), money_taken, not_yours_to_undo, too_late_to_undo, seen_since.
    """
    known: dict[int, LastAct] | None = None

    def order(one: Asked, row: Locked) -> Order:
        nonlocal known
        if known is None:  # read once all rows are locked
            known = dict(last_acts([Wanted(a.dossier, a.by, a.at) for a in asked]))
        return Order(undo_command(known.get(row.id), row.process_id))

    return perform(Act.UNDO, asked, order, key=key, whole=whole)
