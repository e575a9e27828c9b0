"""The six moves of every act: lock, authorize, decide, save, record, answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.catalogue import selectors as catalogue
from motcua.core.flow import Act, Command, Event, State, decide, evolve
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.authorizing import authorize
from motcua.dossiers.consumers import DossierFacts
from motcua.dossiers.contexts import context_for
from motcua.dossiers.holders import answering_office
from motcua.dossiers.rows import recording
from motcua.dossiers.rows.locking import Locked, lock
from motcua.dossiers.rows.opinions import Opinions, add_opinions, opinions
from motcua.dossiers.rows.projection import Visits, add_visits, merged, visits
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.rows.saving import Head, save
from motcua.dossiers.rows.statement import Statement


@dataclass(frozen=True, slots=True)
class Order:
    """The act's own data for one dossier: the core's command, the words that go with it, and what
    else it writes in the same statement."""

    command: Command
    words: Sequence[Words] = ()
    also: Callable[[Statement], None] | None = None


@dataclass(frozen=True, slots=True)
class _Decided:
    asked: Asked
    ordinal: int
    locked: Locked
    order: Order
    events: tuple[Event, ...]


@transaction.atomic
def perform(
    act: Act,
    asked: Sequence[Asked],
    order: Callable[[Asked, Locked], Order],
    *,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """Do `act` on every asked dossier that allows it; one outcome each, in the order asked.

    Two round trips, whatever the number. The same `key` again answers with what it did first.
    With `whole`, raises the first Refused and saves nothing. Two officers at once: the rows are
    locked, and whoever comes second is refused with `moved`, naming the first.
    """
    locked = lock(asked, key=key)
    outcomes: list[Outcome | None] = []
    decided: list[_Decided] = []
    for ordinal, one in enumerate(asked):
        try:
            row = _found(locked, one)
            if row.earlier:
                outcomes.append(Done(row.id, row.code, row.earlier.last_seq, again=True))
                continue
            decided.append(_decide(act, one, ordinal, row, order(one, row)))
            outcomes.append(None)
        except Refused as refused:
            if whole:
                raise
            outcomes.append(refused)
    written = iter(_write(decided, key=key))
    return [outcome if outcome is not None else next(written) for outcome in outcomes]


def _found(locked: dict[int, Locked], one: Asked) -> Locked:
    row = locked.get(one.dossier)
    if row is None:
        raise Refused("unknown_dossier")
    return row


def unmoved(row: Locked) -> None:
    """Refuse what somebody else acted on since the page was drawn, naming them."""
    if row.moved:
        raise Refused(
            "moved",
            event=row.moved.kind,
            person=row.moved.person,
            title=row.moved.title,
            at=row.moved.at,
        )


def _decide(act: Act, one: Asked, ordinal: int, row: Locked, order: Order) -> _Decided:
    unmoved(row)
    context = context_for(
        version_id=row.version_id,
        process_id=row.process_id,
        calendar_edition=row.calendar_edition,
        at=one.at,
        by=one.by,
        case=row.state.case,
        office_id=answering_office(row.office_id, row.state),
    )
    command = authorize(act, order.command, row.office_id, row.state, context, one.by)
    if (one.recorded_at or one.at) < row.changed_at:
        raise Refused("before_last_event", at=row.changed_at)
    events = decide(row.state, command, context)
    return _Decided(one, ordinal, row, replace(order, command=command), events)


def _write(decided: Sequence[_Decided], *, key: UUID) -> list[Done]:
    statement = Statement()
    heads, acts, done, changes = [], [], [], []
    asides: list[Opinions] = []
    for one in decided:
        row, at = one.locked, one.asked.at
        recorded_at = one.asked.recorded_at or at
        chained = recording.chain(
            one.events, dossier=row.id, uuid=row.uuid, year=row.year, seq=row.head_seq,
            previous=row.head_hash, recorded_at=recorded_at, by=one.asked.by,
        )  # fmt: skip
        state, steps, asked = fold(row, one.events, at)
        changes.append(merged(steps))
        asides += asked
        if one.order.also:
            one.order.also(statement)
        heads.append(Head(row.id, state, chained.head_hash, recorded_at))
        facts = DossierFacts(
            row.id, row.code, row.office_id, row.version_id, row.channel, row.fee_vnd,
            row.received_at, state, row.state,
        )  # fmt: skip
        acts.append(recording.Act(facts, chained, one.order.words, one.ordinal))
        done.append(Done(row.id, row.code, chained.head_seq, one.events))
    save(statement, heads)
    add_visits(statement, changes)
    add_opinions(statement, asides)
    recording.record(statement, acts, key=key)
    return done


def fold(
    row: Locked, events: Sequence[Event], at: datetime
) -> tuple[State, list[Visits], list[Opinions]]:
    """The state after `events`, and what each changed among visits to steps and opinions."""
    process = catalogue.process(row.process_id)
    state = row.state
    changes: list[Visits] = []
    asked: list[Opinions] = []
    for event in events:
        after = evolve(state, event, process.route)
        changes.append(visits(row.id, row.office_id, process, state, after, at))
        asked.append(opinions(row.id, state, after, event))
        state = after
    return state, changes, asked
