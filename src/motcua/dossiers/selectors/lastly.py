"""The last act on a dossier: whether who asks may take it back, and what it takes to do so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery

from motcua.audit.trail import touches_since
from motcua.catalogue import selectors as catalogue
from motcua.core.flow import Act, Event, State, Undo, decide, read_event, replay
from motcua.core.flow.deciding.undoing import UNDO_WITHIN, UNDOABLE
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A dossier, and who asks about its last act when."""

    dossier: int
    by: Actor
    at: datetime


def last_act(dossier: int, head_seq: int, by: Actor, at: datetime) -> LastAct | None:
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
    return last_acts([Wanted(dossier, by, at)]).get(dossier)


def last_acts(wanted: Sequence[Wanted]) -> Mapping[int, LastAct]:
    """The last act on each of the dossiers that has one, by row id. Two queries."""
    histories = _histories([one.dossier for one in wanted])
    now = real_now()
    since = {
        one.dossier: now - (one.at - histories[one.dossier][-1].recorded_at)
        for one in wanted
        if one.dossier in histories
    }
    codes = [history[-1].code for history in histories.values()]
    touches = touches_since("dossier", codes, min(since.values(), default=now))
    found = {}
    for one in wanted:
        last = histories[one.dossier][-1] if one.dossier in histories else None
        if last is None or last.first_seq is None:
            continue
        events = [read_event(e.kind, e.version, e.payload) for e in histories[one.dossier]]
        found[one.dossier] = LastAct(
            last.first_seq,
            events[: last.first_seq - 1],
            tuple(events[last.first_seq - 1 :]),
            (last.account_id, last.position_id) == (one.by.account_id, one.by.position_id),
            any(
                touch.subject == last.code
                and touch.at > since[one.dossier]
                and touch.account != one.by.account_uuid
                for touch in touches
            ),
        )
    return found


def _histories(dossiers: Sequence[int]) -> Mapping[int, Sequence[Any]]:
    """All events of the dossiers in order, each with the seq its act began at."""
    began = ActKey.objects.filter(dossier_id=OuterRef("dossier_id"), last_seq=OuterRef("seq"))
    rows = EventRow.objects.filter(dossier_id__in=list(dossiers)).annotate(
        first_seq=Subquery(began.values("first_seq")[:1]), code=F("dossier__code")
    )
    found: dict[int, list[Any]] = {}
    for row in rows.order_by("dossier_id", "seq"):
        found.setdefault(row.dossier_id, []).append(row)
    return found


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
    state = State.from_json(dossier.flow)
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=actor,
        case=state.case,
    )
    if may_act(actor, Act.UNDO, None, dossier.office_id, state, context):
        return False
    last = last_act(dossier.id, dossier.head_seq, actor, at)
    try:
        command = undo_command(last, dossier.process_id)
        decide(state, command, context)
    except Refused:
        return False
    return True
