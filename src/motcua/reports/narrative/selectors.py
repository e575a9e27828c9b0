"""Questions about narrative reports: the list of an office's, one of them with all on its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.core.clock import VN
from motcua.core.narrative import COURSE, Check, Standing, Step, is_frozen
from motcua.core.refusal import Refused
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, has, scope_of
from motcua.organization.selectors import office_by_id, office_ids_below
from motcua.reports.narrative.checking import checks, unsurveyed
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.freezing import digest, facts_of
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.issuing import amending_of, frozen_paper
from motcua.reports.narrative.models import Narrative, NarrativeComment
from motcua.reports.narrative.numbers import number_of
from motcua.reports.narrative.paper import Paper, Signature, paper
from motcua.reports.narrative.services import DUTIES_OF, words_of
from motcua.reports.quarters import period_name

MOST = 100
STANDINGS = {
    Standing.DRAFT: "Đang soạn",
    Standing.SUBMITTED: "Đã trình ký",
    Standing.SIGNED: "Đã ký, chờ số",
    Standing.ISSUED: "Đã phát hành",
    Standing.CANCELLED: "Đã huỷ",
}
STEPS = {
    Step.DRAFT: "Lập dự thảo",
    Step.WRITE: "Sửa nội dung",
    Step.COMMENT: "Góp ý",
    Step.SETTLE: "Xử lý góp ý",
    Step.SUBMIT: "Trình ký",
    Step.TAKE_BACK: "Rút về soạn tiếp",
    Step.SEND_BACK: "Trả lại người soạn",
    Step.SIGN: "Ký và chốt số liệu",
    Step.ISSUE: "Lấy số, phát hành",
    Step.AMEND: "Lập bản sửa đổi",
    Step.CANCEL: "Huỷ dự thảo",
}

_AWAITS = {Duty.SIGN_REPORT: Standing.SUBMITTED, Duty.ISSUE_REPORT: Standing.SIGNED}


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list."""

    uuid: UUID
    office: str
    name: str
    from_on: date
    to_on: date
    amendment: int
    standing: str
    standing_words: str
    number: str
    issued_at: datetime | None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a section."""

    uuid: UUID
    key: str
    body: str
    person: str
    title: str
    made_at: datetime
    settled: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to it."""

    words: str
    at: datetime
    person: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """One report with everything on its page. `intact`: what is frozen still has its hash."""

    row: Row
    facts: Facts
    paper: Paper
    words: Mapping[str, str]
    comments: Sequence[Said]
    checks: Sequence[Check]
    history: Sequence[Done]
    steps: Sequence[Step]
    frozen: bool
    intact: bool
    sha256: str
    known_at: datetime | None
    amends: UUID | None
    amendments: Sequence[Row]


def narratives(actor: Actor) -> Sequence[Row]:
    """The reports `actor` may see, newest period first, at most a hundred. One query."""
    rows = _visible(actor).exclude(standing=Standing.CANCELLED)
    return [_row(row) for row in rows.order_by("-to_on", "-from_on", "-amendment", "-id")[:MOST]]


def narrative(actor: Actor, uuid: UUID, at: datetime) -> Page:
    """One report: a draft reckoned now, a frozen one as it was. Raises
    Refused("no_such_narrative"). Some thirty queries for a draft."""
    row = found(actor, uuid)
    frozen = is_frozen(Standing(row.standing))
    facts = facts_of(row) if frozen else gather(row.office.slug, row.from_on, row.to_on, now=at)
    words = words_of(row)
    comments = _comments(row)
    pending = sum(not one.settled for one in comments)
    missing = 0 if frozen else unsurveyed(row.office.slug, row.to_on, at)
    return Page(
        row=_row(row),
        facts=facts,
        paper=drawn(row, facts, at),
        words=words,
        comments=comments,
        checks=() if frozen else checks(facts, words, pending, missing),
        history=_history(row),
        steps=_steps(actor, row),
        frozen=frozen,
        intact=not frozen or digest(row.frozen or {}) == row.sha256,
        sha256=row.sha256,
        known_at=row.known_at.astimezone(VN) if row.known_at else None,
        amends=row.amends.uuid if row.amends else None,
        amendments=[_row(one) for one in _issued_amendments(row)],
    )


def drawn(row: Narrative, facts: Facts, at: datetime) -> Paper:
    """The paper as it stands: a draft by `at`, a signed one as it is frozen."""
    if not row.frozen:
        return paper(facts, words_of(row), at, amending=amending_of(row, facts))
    issued = row.document.issued_at if row.document else None
    signed = Signature(row.signer_title, row.signer_name, number_of(row), issued)
    return frozen_paper(row, facts, signed)


def stored_pdf(row: Narrative) -> bytes | None:
    """The very pages that were issued; None before that."""
    held = row.document.file if row.document else None
    return store.read(held.sha256) if held else None


def found(actor: Actor, uuid: UUID) -> Narrative:
    """The row, if `actor` may see it. Raises Refused("no_such_narrative"). One query."""
    row = _visible(actor).filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_narrative")
    return row


def awaiting(actor: Actor) -> QuerySet[Narrative]:
    """The reports of the actor's office that wait for the actor: submitted ones for who signs,
    signed ones for who numbers. No query yet."""
    mine = [standing for duty, standing in _AWAITS.items() if has(actor, duty)]
    return Narrative.objects.filter(office_id=actor.office_id, standing__in=mine)


def awaited(actor: Actor) -> Sequence[Row]:
    """Those `awaiting` counts, the longest waiting first. One query."""
    rows = awaiting(actor).select_related("office", "document").order_by("changed_at")
    return [_row(row) for row in rows[:MOST]]


def _visible(actor: Actor) -> QuerySet[Narrative]:
    """One's own office's; of offices below what was issued, for who has REPORT that far."""
    own = Q(office_id=actor.office_id)
    if scope_of(actor, Duty.REPORT) is Scope.BELOW:
        own |= Q(office_id__in=office_ids_below(actor.office_id), standing=Standing.ISSUED)
    return Narrative.objects.filter(own).select_related(
        "office", "amends", "document", "document__file"
    )


def _issued_amendments(row: Narrative) -> QuerySet[Narrative]:
    first = row.amends_id or row.pk
    rows = Narrative.objects.filter(amends_id=first).exclude(pk=row.pk)
    return (
        rows.exclude(standing=Standing.CANCELLED)
        .select_related("office", "document")
        .order_by("amendment")
    )


def _row(row: Narrative) -> Row:
    standing = Standing(row.standing)
    issued = row.document.issued_at if row.document else None
    return Row(
        uuid=row.uuid,
        office=office_by_id(row.office_id).name,
        name=period_name(row.from_on, row.to_on),
        from_on=row.from_on,
        to_on=row.to_on,
        amendment=row.amendment,
        standing=standing.value,
        standing_words=STANDINGS[standing],
        number=number_of(row),
        issued_at=issued.astimezone(VN) if issued else None,
        changed_at=row.changed_at.astimezone(VN),
    )


def _steps(actor: Actor, row: Narrative) -> Sequence[Step]:
    if row.office_id != actor.office_id:
        return ()
    return [
        step
        for step in COURSE.offered(Standing(row.standing))
        if any(has(actor, duty) for duty in DUTIES_OF[step])
    ]


def _comments(row: Narrative) -> Sequence[Said]:
    rows = NarrativeComment.objects.filter(narrative=row).select_related("account", "position")
    return [
        Said(
            one.uuid, one.key, one.body, one.account.full_name, one.position.title,
            one.made_at.astimezone(VN), one.settled_at is not None,
        )
        for one in rows.order_by("made_at", "id")
    ]  # fmt: skip


def _history(row: Narrative) -> Sequence[Done]:
    rows = row.happenings.select_related("account", "position").order_by("at", "id")
    return [
        Done(
            STEPS[Step(one.step)], one.at.astimezone(VN), one.account.full_name,
            one.position.title, one.words,
        )
        for one in rows
    ]  # fmt: skip
