"""The last act on a dossier: whether who asks may take it back, and what it takes to do so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Subquery

from motcua.audit.trail import touched_by_others
from motcua.catalogue import selectors as catalogue
from motcua.core.flow import Act, Event, State, Undo, decide, read_event, replay
from motcua.core.flow.undoing import UNDO_WITHIN, UNDOABLE
from motcua.core.refusal import Refused
from motcua.dossiers.authorizing import may_act
from motcua.dossiers.contexts import context_for
from motcua.dossiers.models import ActKey, Dossier
from motcua.dossiers.models import Event as EventRow
from motcua.identity.actors import Actor
from motcua.organization.timekeeping import real_now


@dataclass(frozen=True, slots=True)
class LastAct:
    """`since` is the seq of its first event, `earlier` all events before. `own`: by who asks, in
    the same position; `opened`: somebody else has opened the dossier since.
    """

    since: int
    earlier: Sequence[Event]
    events: tuple[Event, ...]
    own: bool
    opened: bool


def last_act(dossier: int, code: str, head_seq: int, by: Actor, at: datetime) -> LastAct | None:
    """The act that ended with event `head_seq`; None for what came without one (the sweep).

    Three queries, one when somebody else did it or it is of a kind nobody takes back. The audit
    keeps the machine's time, the dossier perhaps a demonstration's: what is compared is how long
    ago.
    """
    last = _ended(dossier, head_seq)
    if last is None:
        return None
    own = (last.account_id, last.position_id) == (by.account_id, by.position_id)
    if not own:
        return LastAct(last.first_seq, (), (), own=False, opened=True)
    if last.kind not in UNDOABLE:
        return LastAct(last.first_seq, (), (), own=True, opened=False)
    rows = EventRow.objects.filter(dossier_id=dossier).order_by("seq")
    events = [read_event(row.kind, row.version, row.payload) for row in rows]
    since = real_now() - (at - last.recorded_at)
    return LastAct(
        last.first_seq,
        events[: last.first_seq - 1],
        tuple(events[last.first_seq - 1 :]),
        own,
        touched_by_others("dossier", code, since, by.account_uuid),
    )


def _ended(dossier: int, head_seq: int) -> Any:
    """The event `head_seq` with the seq its act began at, or None."""
    key = ActKey.objects.filter(dossier_id=dossier, last_seq=head_seq).values("first_seq")[:1]
    rows = EventRow.objects.filter(dossier_id=dossier, seq=head_seq)
    return rows.annotate(first_seq=Subquery(key)).filter(first_seq__isnull=False).first()


def undo_command(last: LastAct | None, process_id: int) -> Undo:
    """The command that takes `last` back. Raises Refused: not_undoable without anything before, and
    not_yours_to_undo."""
    if last is not None and not last.own:
        raise Refused("not_yours_to_undo")
    if last is None or not last.earlier:
        raise Refused("not_undoable")
    before = replay(last.earlier, catalogue.process(process_id).route)
    return Undo(last.events, before, last.own, last.opened)


def may_undo(dossier: Dossier, actor: Actor, at: datetime) -> bool:
    """Whether `actor` may take back the last act on `dossier` now. No query once it is too old."""
    if at - dossier.changed_at > UNDO_WITHIN or dossier.head_seq < 2:
        return False
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=actor,
    )
    state = State.from_json(dossier.flow)
    if may_act(actor, Act.UNDO, None, dossier.office_id, state, context):
        return False
    last = last_act(dossier.id, dossier.code, dossier.head_seq, actor, at)
    try:
        command = undo_command(last, dossier.process_id)
        decide(state, command, context)
    except Refused:
        return False
    return True
