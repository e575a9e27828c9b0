"""The outbox as an office reads it: what waits, what was sent, what a person must see to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from motcua.core.clock import VN
from motcua.core.delivery import State
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.intake import Role
from motcua.identity.actors import Actor
from motcua.messages import own_words
from motcua.messages.facts import Contact, contacts_of, notices_of
from motcua.messages.models import Attempt, OutboxMessage
from motcua.messages.wordings import LONG, SPOKEN, Filled, fill

PAGE = 100
LISTED = 200
CALLS = 50
"""Each call shown is noted in the audit by itself, and nobody makes more at a sitting."""
OPEN = (State.WAITING.value, State.PERSON.value)
BY_HAND = (State.PERSON.value, State.PRINTED.value, State.CALLED.value)


@dataclass(frozen=True, slots=True)
class Tries:
    """One attempt. `ending` is empty while it is under way."""

    number: int
    channel: str
    begun_at: datetime
    ended_at: datetime | None
    ending: str
    note: str
    may_repeat: bool
    wording: str


@dataclass(frozen=True, slots=True)
class Row:
    """One notice of a list; nobody is named. `repeated`: it may have arrived twice."""

    id: int
    code: str
    kind: str
    state: str
    why: str
    held: bool
    queued_at: datetime
    sent_at: datetime | None
    next_at: datetime | None
    settled_at: datetime | None
    settled_by: UUID | None
    seq: int
    attempts: Sequence[Tries]

    @property
    def under_way(self) -> bool:
        """Whether an attempt is being made, or was left without an ending."""
        return bool(self.attempts) and not self.attempts[-1].ending

    @property
    def repeated(self) -> bool:
        """Whether the last attempt may have told it a second time."""
        return bool(self.attempts) and self.attempts[-1].may_repeat


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list: whom, by which number, and what to say. Personal data."""

    row: Row
    name: str
    phone: str
    say: str


@dataclass(frozen=True, slots=True)
class Post:
    """One letter to print: of which notice, to whom, where, and its words. Personal data."""

    id: int
    code: str
    name: str
    address: str
    office_id: int
    said: Filled


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the outbox; `before` leads to the next, 0 when there is none."""

    rows: Sequence[Row]
    before: int


def listed(
    actor: Actor, states: Sequence[State], *, tail: str = "", before: int = 0, page: int = PAGE
) -> Listed:
    """The notices of the officer's office, the newest first; those after the notice `before`.
    `tail` is the end of a dossier's code. Two queries, three with `before`."""
    chosen = _of_office(actor).filter(state__in=[one.value for one in states])
    if tail:
        chosen = chosen.filter(dossier__code__endswith=tail.upper())
    last = _of_office(actor).filter(pk=before).first() if before else None
    if last is not None:
        older = Q(queued_at__lt=last.queued_at) | Q(queued_at=last.queued_at, pk__lt=last.pk)
        chosen = chosen.filter(older)
    found = list(chosen.order_by("-queued_at", "-id")[: page + 1])
    rows = _rows(found[:page])
    return Listed(rows, found[page - 1].pk if len(found) > page else 0)


def counts(actor: Actor) -> Mapping[str, int]:
    """How many wait and how many need a person. One query."""
    open_ = _of_office(actor).filter(state__in=OPEN).values("state")
    return {row["state"]: row["n"] for row in open_.annotate(n=Count("id"))}


def one(actor: Actor, message: int) -> Row:
    """A notice of the officer's office. Raises Refused("no_such_notice"). Two queries."""
    found = _of_office(actor).filter(pk=message)
    rows = _rows(list(found))
    if not rows:
        raise Refused("no_such_notice")
    return rows[0]


def of_dossier(dossier: int) -> Sequence[Row]:
    """Every notice of one dossier, the newest first. Two queries."""
    chosen = OutboxMessage.objects.filter(dossier_id=dossier).select_related("dossier")
    return _rows(list(chosen.order_by("-id")))


def words_of(message: int, form: str = LONG) -> Filled:
    """What a notice says, as the dossier stands now. Three queries."""
    found = OutboxMessage.objects.select_related("dossier").get(pk=message)
    return _said([found], form)[0]


def to_call(actor: Actor) -> Sequence[Call]:
    """Who is to be told by telephone, who waits longest first, at most CALLS. Five queries, one
    more for each office that came before."""
    chosen = for_a_person(actor).filter(_with_phone())
    found = list(chosen.order_by("queued_at", "id")[:CALLS])
    contacts = contacts_of([one.dossier_id for one in found])
    return [
        Call(row, who.name, who.phone, said.body)
        for row, said, who in zip(
            _rows(found),
            _said(found, SPOKEN),
            (contacts.get(one.dossier_id, Contact()) for one in found),
            strict=True,
        )
    ]


def to_post(actor: Actor) -> Sequence[Row]:
    """Who can be told by a letter only, who waits longest first, at most LISTED. Two queries."""
    chosen = for_a_person(actor).exclude(_with_phone())
    return _rows(list(chosen.order_by("queued_at", "id")[:LISTED]))


def letters(actor: Actor, messages: Sequence[int]) -> Sequence[Post]:
    """The letters of those of `messages` that are the office's and no channel delivered. Four
    queries, one more for each office that came before."""
    chosen = _of_office(actor).filter(pk__in=messages, state__in=BY_HAND)
    found = list(chosen.order_by("queued_at", "id")[:LISTED])
    contacts = contacts_of([one.dossier_id for one in found])
    return [
        _post(one, said, contacts.get(one.dossier_id, Contact()))
        for one, said in zip(found, _said(found, LONG), strict=True)
    ]


def for_a_person(actor: Actor) -> QuerySet[OutboxMessage]:
    """The notices of the officer's office a person must see to."""
    return _of_office(actor).filter(state=State.PERSON)


def _of_office(actor: Actor) -> QuerySet[OutboxMessage]:
    mine = Dossier.objects.filter(answered_by(actor.office_id)).values("id")
    return OutboxMessage.objects.filter(dossier_id__in=mine).select_related("dossier")


def _with_phone() -> Exists:
    people = Party.objects.filter(dossier_id=OuterRef("dossier_id"))
    return Exists(people.filter(role__in=(Role.OWNER, Role.SUBMITTER)).exclude(phone=""))


def _said(found: Sequence[OutboxMessage], form: str) -> Sequence[Filled]:
    notices = notices_of(found)
    words = {office: own_words.all_of(office) for office in {one.office.id for one in notices}}
    return [fill(words[one.office.id][one.kind, form], one.facts) for one in notices]


def _post(message: OutboxMessage, said: Filled, contact: Contact) -> Post:
    dossier = message.dossier
    office_id = dossier.handled_by_id or dossier.office_id
    return Post(message.pk, dossier.code, contact.name, contact.address, office_id, said)


def _rows(found: Sequence[OutboxMessage]) -> Sequence[Row]:
    made: dict[int, list[Tries]] = {}
    for attempt in Attempt.objects.filter(message__in=found).order_by("message_id", "number"):
        made.setdefault(attempt.message_id, []).append(_tries(attempt))
    return [_row(one, made.get(one.pk, ())) for one in found]


def _row(message: OutboxMessage, attempts: Sequence[Tries]) -> Row:
    return Row(
        id=message.pk,
        code=message.dossier.code,
        kind=message.kind,
        state=message.state,
        why=message.why,
        held=message.held,
        queued_at=message.queued_at.astimezone(VN),
        sent_at=_local(message.sent_at),
        next_at=_local(message.next_at),
        settled_at=_local(message.settled_at),
        settled_by=message.settled_by,
        seq=message.seq,
        attempts=attempts,
    )


def _tries(attempt: Attempt) -> Tries:
    return Tries(
        number=attempt.number,
        channel=attempt.channel,
        begun_at=attempt.begun_at.astimezone(VN),
        ended_at=_local(attempt.ended_at),
        ending=attempt.ending,
        note=attempt.note,
        may_repeat=attempt.may_repeat,
        wording=attempt.wording,
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(VN)
