"""Receive a dossier at the counter, or refuse it there: the two acts that begin one."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import VN, ClockError
from motcua.core.codes import DossierCode
from motcua.core.flow import Act, Command, Event, Receive, RefuseIntake, State, decide, evolve
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Done, Intake, Outcome, PartyData
from motcua.dossiers.authorizing import subject
from motcua.dossiers.consumers import DossierFacts
from motcua.dossiers.contexts import context_for
from motcua.dossiers.digests import papers_digest, party_digest
from motcua.dossiers.rows import recording
from motcua.dossiers.rows.beginning import Declared, New, begin
from motcua.dossiers.rows.locking import Numbers, lock_numbers
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.rows.statement import Statement
from motcua.dossiers.services.wording import worded
from motcua.identity.grants import can
from motcua.organization.selectors import calendar_of, office_by_id


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


def receive(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Take dossiers in: a code of the day, a due time under the law, the first step at the desk.

    One outcome per intake, in order. Two round trips, whatever the number; two counters of one
    office wait for one another only for the length of the second. The same key answers with what
    it did. Refused: not_your_act, not_in_force, not_offered, not_at_desk, no_owner, paper_missing,
    clock. With `whole`, raises the first refusal and saves none. Source: NĐ 61/2018, Mẫu 01.
    """
    return _begin(Act.RECEIVE, _receipt, intakes, key=key, whole=whole)


def refuse_intake(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Do not take dossiers in, and say why (`reason`): they get a number and count as refused.

    They are outside "received" in every report. Refused: no_reason, and as `receive`, but papers
    may be missing. Source: NĐ 61/2018, Mẫu 03.
    """
    return _begin(Act.REFUSE_INTAKE, _refusal, intakes, key=key, whole=whole)


@transaction.atomic
def _begin(
    act: Act,
    order: Callable[[Intake, Sequence[Declared], bytes], tuple[Command, Sequence[Words]]],
    intakes: Sequence[Intake],
    *,
    key: UUID,
    whole: bool,
) -> list[Outcome]:
    outcomes: list[Outcome | None] = []
    decided: list[_Decided] = []
    for ordinal, intake in enumerate(intakes):
        try:
            decided.append(_decide(act, order, intake, ordinal))
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


def _decide(
    act: Act,
    order: Callable[[Intake, Sequence[Declared], bytes], tuple[Command, Sequence[Words]]],
    intake: Intake,
    ordinal: int,
) -> _Decided:
    if not can(intake.by, act, subject(intake.by.office_id, None), intake.at):
        raise Refused("not_your_act", act=act.value, title=intake.by.title)
    version, process = _offered(intake)
    uuid = uuid4()
    parties = _declared(intake)
    command, words = order(intake, parties, uuid.bytes)
    context = context_for(
        version_id=version.id,
        process_id=process.id,
        calendar_edition=calendar_of(intake.by.office_id).edition,
        at=intake.at,
        by=intake.by,
    )
    try:
        events = decide(None, command, context)
    except ClockError as error:
        raise Refused("clock", why=str(error)) from error
    return _Decided(intake, uuid, version, process, parties, words, events, ordinal)


def _offered(intake: Intake) -> tuple[VersionRow, ProcessRow]:
    day = intake.at.astimezone(VN).date()
    version = catalogue.version(intake.version_id)
    if not catalogue.is_in_force(version.id, day):
        raise Refused("not_in_force", procedure=version.name)
    if not version.at_desk:
        raise Refused("not_at_desk", reason=version.not_at_desk_reason)
    process = catalogue.process_for(version.id, intake.by.office_id, day)
    if process is None:
        raise Refused("not_offered", procedure=version.name)
    return version, process


def _declared(intake: Intake) -> Sequence[Declared]:
    if not intake.owners or not intake.owners[0].name:
        raise Refused("no_owner")
    people: list[tuple[str, int, PartyData]] = [
        ("owner", place, party) for place, party in enumerate(intake.owners)
    ]
    if intake.submitter:
        people.append(("submitter", 0, intake.submitter))
    return [Declared(role, place, party, secrets.token_bytes(16)) for role, place, party in people]


def _receipt(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    _complete(intake)
    command = Receive(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=_digests(parties),
        papers=papers_digest(intake.papers, salt),
    )
    return command, ()


def _refusal(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    words, digests = worded("reason", [intake.reason])
    if not words:
        raise Refused("no_reason")
    command = RefuseIntake(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=_digests(parties),
        papers=papers_digest(intake.papers, salt),
        texts=digests,
    )
    return command, words


def _complete(intake: Intake) -> None:
    """A dossier is received whole: each required component is there or said not to apply."""
    given = {paper.ordinal for paper in intake.papers}
    version = catalogue.version(intake.version_id)
    missing = [c.name for c in version.components if c.ordinal not in given and not c.optional]
    if missing:
        raise Refused("paper_missing", papers="; ".join(missing))


def _digests(parties: Sequence[Declared]) -> tuple[str, ...]:
    return tuple(party_digest(p.role, p.ordinal, p.party, p.salt) for p in parties)


def _write(decided: Sequence[_Decided], numbers: Numbers, *, key: UUID) -> list[Done]:
    statement = Statement()
    begun, acts, done = [], [], []
    for one, row_id, number in zip(decided, numbers.ids, numbers.numbers, strict=True):
        intake = one.intake
        received_at = intake.at.astimezone(VN)
        recorded_at = intake.recorded_at or intake.at
        chained = recording.chain(
            one.events, dossier=row_id, uuid=one.uuid, year=received_at.year, seq=0, previous=None,
            at=intake.at, recorded_at=recorded_at, by=intake.by,
        )  # fmt: skip
        office = office_by_id(intake.by.office_id)
        code = DossierCode.format(office.agency_code, received_at.date(), number)
        new = New(
            row_id, one.uuid, code, intake, one.version, one.process, one.parties,
            _states(one), chained.head_hash, recorded_at,
        )  # fmt: skip
        begun.append(new)
        facts = DossierFacts(
            row_id, code, office.id, one.version.id, intake.channel, intake.fee_vnd, new.states[-1]
        )
        acts.append(recording.Act(facts, chained, one.words, one.ordinal))
        done.append(Done(row_id, code, chained.head_seq, one.events))
    begin(statement, begun)
    recording.record(statement, acts, key=key)
    return done


def _states(one: _Decided) -> Sequence[State]:
    states: list[State] = []
    for event in one.events:
        states.append(evolve(states[-1] if states else None, event, one.process.route))
    return states
