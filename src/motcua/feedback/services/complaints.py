"""A complaint: made by anyone, given to somebody it is not about, answered in writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from motcua.audit.recording import record
from motcua.core.clock import Allowance, AllowanceKind, due_at
from motcua.core.codes import normalize
from motcua.core.hearing import Finding, Kind, check_answer, check_giving
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.visibility import visible_to
from motcua.feedback.models import Channel, ComplainedOf, Complaint, ComplaintBook
from motcua.feedback.selectors.complaints import involved, may_give, open_to, standing_of
from motcua.feedback.slips import held
from motcua.feedback.terms import term_of
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of
from motcua.identity.models import Account
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import calendar_of
from motcua.organization.timekeeping import real_now

SHORTEST, LONGEST = 20, 4000
LONGEST_NAME, LONGEST_PHONE = 200, 20


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says. The dossier decides the office, when its code is given: `check` proves
    the slip, at the desk the clerk does."""

    kind: str
    body: str
    office_id: int | None
    code: str = ""
    check: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""


@transaction.atomic
def complain(
    said: Said, *, key: UUID, channel: str, at: datetime, secret: bytes, by: Actor | None = None
) -> str:
    """Take a complaint; answers its number. The same key answers with the number of before.

    `by` is the official who types it at the desk. Raises Refused("no_kind", "no_body",
    "body_long", "no_office", "bad_contact", "no_such_slip"). Seven queries.
    """
    before = Complaint.objects.filter(key=key).values_list("number", flat=True).first()
    if before:
        return before
    dossier = _dossier(said, by, secret)
    office_id = _checked(said, dossier)
    kind = Kind(said.kind)
    term = term_of(kind, at.date())
    allowance = Allowance(AllowanceKind.WORKING_DAYS, term.working_days)
    due = due_at(calendar_of(office_id), allowance, at.replace(second=0, microsecond=0)).due_at
    number = _number(at)
    try:
        with transaction.atomic():
            Complaint.objects.create(
                key=key,
                number=number,
                office_id=office_id,
                dossier=dossier,
                kind=kind.value,
                body=said.body,
                name=said.name,
                phone=said.phone,
                email=said.email,
                channel=Channel(channel),
                made_at=at,
                due_at=due or at,
                term=f"{term.working_days} ngày làm việc: {term.source}"[:200],
            )
    except IntegrityError:  # pressed twice at the same moment
        return Complaint.objects.get(key=key).number
    if by is not None:
        _note("take_complaint", number, by)
    return number


@transaction.atomic
def give(number: str, *, to: UUID | None, named: Sequence[UUID], at: datetime, by: Actor) -> None:
    """Give a complaint to an official of the office, and say whom it speaks of.

    Raises Refused("unknown_complaint", "not_yours_to_give", "cannot_answer", and what
    `core.hearing.check_giving` says). Eight queries.
    """
    complaint = _locked(number, by)
    if not may_give(by):
        raise Refused("not_yours_to_give")
    able = {one.account_uuid: one.account_id for one in able_to_answer(complaint.office_id, at, by)}
    if to is None or to not in able:
        raise Refused("cannot_answer")
    said_of, acted = involved(complaint)
    check_giving(standing_of(complaint), by.account_uuid, to, {*named, *said_of}, acted)
    accounts = Account.objects.filter(uuid__in=named).values_list("id", flat=True)
    ComplainedOf.objects.bulk_create(
        [ComplainedOf(complaint=complaint, account_id=one) for one in accounts],
        ignore_conflicts=True,
    )
    complaint.given_to_id, complaint.given_at = able[to], at
    complaint.save(update_fields=["given_to", "given_at"])
    _note("give_complaint", complaint.number, by)


@transaction.atomic
def answer(number: str, *, words: str, finding: str, at: datetime, by: Actor) -> None:
    """Answer in writing; whoever made the complaint reads it by its number.

    Raises Refused("unknown_complaint", "no_finding", "body_long", and what
    `core.hearing.check_answer` says).
    """
    complaint = _locked(number, by)
    said_of, acted = involved(complaint)
    given_to = complaint.given_to.uuid if complaint.given_to else None
    check_answer(standing_of(complaint), by.account_uuid, given_to, said_of | acted, words)
    if finding not in {one.value for one in Finding}:
        raise Refused("no_finding")
    if len(words) > LONGEST:
        raise Refused("body_long", most=LONGEST)
    complaint.answer, complaint.finding, complaint.answered_at = words, finding, at
    complaint.save(update_fields=["answer", "finding", "answered_at"])
    _note("answer_complaint", complaint.number, by)


def able_to_answer(office_id: int, at: datetime, by: Actor) -> Sequence[Actor]:
    """Who may be given a complaint about that office: its own people with the duty, and the
    giver's. Two queries."""
    found: dict[UUID, Actor] = {}
    for one in (*actors_in_post(at, office_id), *actors_in_post(at, by.office_id)):
        if scope_of(one, Duty.ANSWER) is not None:
            found.setdefault(one.account_uuid, one)
    return tuple(found.values())


def _dossier(said: Said, by: Actor | None, secret: bytes) -> Dossier | None:
    if not said.code:
        return None
    if by is None:
        return held(said.code, said.check, secret)
    found = visible_to(by).filter(code=normalize(said.code)).first()
    if found is None:
        raise Refused("no_such_slip")
    return found


def _checked(said: Said, dossier: Dossier | None) -> int:
    if said.kind not in {one.value for one in Kind}:
        raise Refused("no_kind")
    if len(said.body) < SHORTEST:
        raise Refused("no_body", least=SHORTEST)
    if len(said.body) > LONGEST:
        raise Refused("body_long", most=LONGEST)
    if not _reachable(said):
        raise Refused("bad_contact")
    if dossier is not None:
        return dossier.handled_by_id or dossier.office_id
    if said.office_id is None:
        raise Refused("no_office")
    return said.office_id


def _reachable(said: Said) -> bool:
    """Whether what was given to reach the person by can be used; nothing need be given."""
    if said.phone and not 9 <= sum(sign.isdigit() for sign in said.phone) <= 15:
        return False
    if len(said.phone) > LONGEST_PHONE or len(said.name) > LONGEST_NAME:
        return False
    try:
        if said.email:
            validate_email(said.email)
    except ValidationError:
        return False
    return True


def _number(at: datetime) -> str:
    """The next of the day; the book is locked until the transaction ends."""
    ComplaintBook.objects.get_or_create(day_on=at.date())
    book = ComplaintBook.objects.select_for_update().get(day_on=at.date())
    book.last += 1
    book.save(update_fields=["last"])
    return f"PA-{at:%y%m%d}-{book.last:04d}"


def _locked(number: str, by: Actor) -> Complaint:
    found = open_to(by).select_for_update(of=("self",)).filter(number=number).first()
    if found is None:
        raise Refused("unknown_complaint")
    return found


def _note(action: str, number: str, by: Actor) -> None:
    record(
        action,
        at=real_now(),
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="complaint",
        subject=number,
    )
