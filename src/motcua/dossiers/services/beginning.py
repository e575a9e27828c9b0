"""The moves of every act that begins a dossier: number, authorize, decide, save, record, answer."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import VN, ClockError
from motcua.core.codes import DossierCode
from motcua.core.flow import Act, Command, Event, State, decide, evolve
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, Intake, Outcome, PartyData
from motcua.dossiers.authorizing import subject
from motcua.dossiers.consumers import DossierFacts
from motcua.dossiers.contexts import context_for
from motcua.dossiers.digests import party_digest
from motcua.dossiers.holders import answering_office
from motcua.dossiers.rows import beginning as rows
from motcua.dossiers.rows import recording
from motcua.dossiers.rows.beginning import Declared, New
from motcua.dossiers.rows.locking import Locked, Numbers, lock, lock_numbers
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.rows.statement import Statement
from motcua.dossiers.services.performing import unmoved
from motcua.identity.grants import can
from motcua.organization.selectors import calendar_of, office_on


@dataclass(frozen=True, slots=True)
class Beginning:
    """An act that begins dossiers: which procedure and process it takes, and its command."""

    act: Act
    offered: Callable[[Intake], tuple[VersionRow, ProcessRow]]
    order: Callable[[Intake, Sequence[Declared], bytes], tuple[Command, Sequence[Words]]]


@dataclass(frozen=True, slots=True)
class _Decided:
    intake: Intake
    uuid: UUID
    version: VersionRow
    process: ProcessRow
    parties: Sequence[Declared]
    words: Sequence[Words]
    events: tuple[Event, ...]
    ordinal: int


def begin(
    beginning: Beginning, intakes: Sequence[Intake], *, key: UUID, whole: bool
) -> list[Outcome]:
    """One outcome per intake, in order; two round trips, whatever the number.

    The same `key` answers with what it did, also when it is pressed again before that was written:
    the second press waits for the book, is refused its key, and begins anew. With `whole`, raises
    the first Refused and saves none.
    """
    try:
        return _begin(beginning, intakes, key=key, whole=whole)
    except IntegrityError:
        return _begin(beginning, intakes, key=key, whole=whole)


@transaction.atomic
def _begin(
    beginning: Beginning, intakes: Sequence[Intake], *, key: UUID, whole: bool
) -> list[Outcome]:
    outcomes: list[Outcome | None] = []
    decided: list[_Decided] = []
    if any(intake.before for intake in intakes):
        return [_goes_on(beginning, intake, key=key, whole=whole) for intake in intakes]
    for ordinal, intake in enumerate(intakes):
        try:
            decided.append(_decide(beginning, intake, ordinal))
            outcomes.append(None)
        except Refused as refused:
            if whole:
                raise
            outcomes.append(refused)
    if not decided:
        return [outcome for outcome in outcomes if outcome is not None]
    numbers = lock_numbers([one.intake for one in decided], key=key)
    if numbers.earlier:
        return [Done(id, code, seq, again=True) for id, code, seq in numbers.earlier]
    written = iter(_write(decided, numbers, key=key))
    return [outcome if outcome is not None else next(written) for outcome in outcomes]


def digests(parties: Sequence[Declared]) -> tuple[str, ...]:
    """What the first event says of the people."""
    return tuple(party_digest(p.role, p.ordinal, p.party, p.salt) for p in parties)


def _goes_on(beginning: Beginning, intake: Intake, *, key: UUID, whole: bool) -> Outcome:
    """What waited to be received is received, or refused, with what is told of it now; sent in to
    an office that ended, it becomes its successor's, which gives it its number. One at a time:
    four round trips, its row locked before the number book."""
    assert intake.before is not None  # noqa: S101 (asked by `begin`)
    asked = Asked(intake.before.dossier, intake.before.seq, intake.at, intake.by)
    try:
        row = lock([asked], key=key).get(asked.dossier)
        if row is None or answering_office(row.office_id, row.state) != intake.by.office_id:
            raise Refused("unknown_dossier")
        if row.earlier:
            return Done(row.id, row.code, row.earlier.last_seq, again=True)
        unmoved(row)
        intake = replace(intake, channel=row.channel)
        one = _decide(beginning, intake, 0, row)
    except Refused as refused:
        if whole:
            raise
        return refused
    number = lock_numbers([intake], key=key).numbers[0]
    chained = recording.chain(
        one.events, dossier=row.id, uuid=row.uuid, year=row.year, seq=row.head_seq,
        previous=row.head_hash, recorded_at=intake.at, by=intake.by,
    )  # fmt: skip
    code = _numbered(intake, number)
    new = New(
        row.id, row.uuid, code, intake, one.version, one.process, one.parties, one.events,
        _states(one, row.state), chained.head_hash, intake.at,
    )  # fmt: skip
    facts = DossierFacts(
        row.id, code, intake.by.office_id, one.version.id, intake.channel, intake.fee_vnd,
        intake.at.astimezone(VN), new.states[-1], row.state, intake.charges,
    )  # fmt: skip
    rows.cleared(row.id)
    statement = Statement()
    rows.go_on(statement, new, row.state)
    recording.record(statement, [recording.Act(facts, chained, one.words, 0)], key=key)
    return Done(row.id, code, chained.head_seq, one.events)


def _decide(
    beginning: Beginning, intake: Intake, ordinal: int, row: Locked | None = None
) -> _Decided:
    act = beginning.act
    if not can(intake.by, act, subject(intake.by.office_id, None), intake.at):
        raise Refused("not_your_act", act=act.value, title=intake.by.title)
    version, process = beginning.offered(intake)
    uuid = row.uuid if row else uuid4()
    parties = _declared(intake)
    command, words = beginning.order(intake, parties, uuid.bytes)
    context = context_for(
        version_id=version.id,
        process_id=process.id,
        calendar_edition=calendar_of(intake.by.office_id).edition,
        at=intake.recorded_at or intake.at,
        by=intake.by,
        case=intake.case,
    )
    try:
        events = decide(row.state if row else None, command, context)
    except ClockError as error:
        raise Refused("clock", why=str(error)) from error
    return _Decided(intake, uuid, version, process, parties, words, events, ordinal)


def _declared(intake: Intake) -> Sequence[Declared]:
    if not intake.owners or not intake.owners[0].name:
        raise Refused("no_owner")
    people: list[tuple[str, int, PartyData]] = [
        ("owner", place, party) for place, party in enumerate(intake.owners)
    ]
    if intake.submitter:
        people.append(("submitter", 0, intake.submitter))
    return [Declared(role, place, party, secrets.token_bytes(16)) for role, place, party in people]


def _write(decided: Sequence[_Decided], numbers: Numbers, *, key: UUID) -> list[Done]:
    statement = Statement()
    begun, acts, done = [], [], []
    for one, row_id, number in zip(decided, numbers.ids, numbers.numbers, strict=True):
        intake = one.intake
        received_at = intake.at.astimezone(VN)
        recorded_at = intake.recorded_at or intake.at
        chained = recording.chain(
            one.events, dossier=row_id, uuid=one.uuid, year=received_at.year, seq=0, previous=None,
            recorded_at=recorded_at, by=intake.by,
        )  # fmt: skip
        code = intake.given_code or _numbered(intake, number)
        new = New(
            row_id, one.uuid, code, intake, one.version, one.process, one.parties,
            one.events, _states(one, None), chained.head_hash, recorded_at,
        )  # fmt: skip
        begun.append(new)
        facts = DossierFacts(
            row_id, code, intake.by.office_id, one.version.id, intake.channel, intake.fee_vnd,
            received_at, new.states[-1], None, intake.charges,
        )  # fmt: skip
        acts.append(recording.Act(facts, chained, one.words, one.ordinal))
        done.append(Done(row_id, code, chained.head_seq, one.events))
    rows.begin(statement, begun)
    recording.record(statement, acts, key=key)
    return done


def _numbered(intake: Intake, number: int) -> str:
    day = intake.numbered_at.astimezone(VN).date()
    return DossierCode.format(office_on(intake.by.office_id, day).agency_code, day, number)


def _states(one: _Decided, before: State | None) -> Sequence[State]:
    states: list[State] = []
    for event in one.events:
        states.append(evolve(states[-1] if states else before, event, one.process.route))
    return states
