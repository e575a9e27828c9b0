"""Who may do what: one literal table, and its only readers.

Doors, menus, buttons and the matrix test read this table. An office chooses who holds a position,
never what a position may do. A delegate has the rights of the position they stand in for.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.core.flow import Act
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.organization.selectors import office_by_id, office_ids_below


class Duty(StrEnum):
    """What one may do besides acting on a dossier: questions, lists, upkeep."""

    SEARCH = "search"
    OPEN = "open"
    OVERVIEW = "overview"
    REPORT = "report"
    CATALOGUE = "catalogue"
    PROCESS = "process"
    PROMULGATE = "promulgate"
    APPROVE_PROMULGATION = "approve_promulgation"
    ADMINISTER = "administer"
    POST_LISTING = "post_listing"
    QUALITY = "quality"
    REORGANIZE = "reorganize"
    APPROVE_REORGANIZATION = "approve_reorganization"
    CALENDAR = "calendar"
    WHO_LOOKED = "who_looked"
    FEEDBACK = "feedback"
    HEAR = "hear"
    ANSWER = "answer"
    NOTICES = "notices"
    REGISTER = "register"
    HANDOVER_LISTS = "handover_lists"
    WORKLOAD = "workload"
    FORMS = "forms"
    PRINT_MANY = "print_many"
    TEMPLATES = "templates"
    DOCUMENTS = "documents"
    DRAFT_DOCUMENT = "draft_document"
    REVIEW_DOCUMENT = "review_document"
    SIGN_DOCUMENT = "sign_document"
    RELEASE_DOCUMENT = "release_document"
    COLLECT = "collect"
    SIGN_CASH = "sign_cash"
    APPROVE_REFUND = "approve_refund"
    RECEIPT_BOOKS = "receipt_books"
    OBLIGATIONS = "obligations"
    CHARTS = "charts"
    KEEP_DESKS = "keep_desks"
    DRAFT_REPORT = "draft_report"
    SIGN_REPORT = "sign_report"
    ISSUE_REPORT = "issue_report"


class Scope(StrEnum):
    """How far a right reaches.

    own: what one's own position holds · route: that, and what an outside body holds on a dossier
    of one's office · department: what one's department holds · office: every dossier of one's
    office · below: those of one's office and the offices under it.
    """

    OWN = "own"
    ROUTE = "route"
    DEPARTMENT = "department"
    OFFICE = "office"
    BELOW = "below"


_K, _S = PositionKind, Scope

GRANTS: dict[tuple[PositionKind, Act | Duty], Scope] = {
    # A register taken over
    (_K.ADMINISTRATOR, Act.TAKE_OVER): _S.BELOW,
    (_K.PROGRAM, Act.TAKE_OVER): _S.OFFICE,
    (_K.PROGRAM, Act.TRANSFER_OFFICE): _S.OFFICE,
    (_K.PROGRAM, Act.SUBMIT): _S.OFFICE,
    (_K.PROGRAM, Act.HAND_BOX): _S.OFFICE,
    (_K.PROGRAM, Act.PRESUME_CONSENT): _S.OFFICE,
    # The counter
    (_K.DESK_CLERK, Act.SUBMIT): _S.OFFICE,
    (_K.DESK_CLERK, Act.ASK_COMPLETION): _S.OFFICE,
    (_K.DESK_CLERK, Act.RECEIVE): _S.OFFICE,
    (_K.DESK_CLERK, Act.REFUSE_INTAKE): _S.OFFICE,
    (_K.DESK_CLERK, Act.DO_NOW): _S.OFFICE,
    (_K.DESK_CLERK, Act.VOID): _S.OFFICE,
    (_K.DESK_CLERK, Act.SEE): _S.OWN,
    (_K.DESK_CLERK, Act.TAKE): _S.OWN,
    (_K.DESK_CLERK, Act.HAND_OVER): _S.ROUTE,
    (_K.DESK_CLERK, Act.RETURN_TO_DESK): _S.ROUTE,
    (_K.DESK_CLERK, Act.RECALL): _S.ROUTE,
    (_K.DESK_CLERK, Act.SEND_BACK): _S.ROUTE,
    (_K.DESK_CLERK, Act.REQUEST_SUPPLEMENT): _S.OWN,
    (_K.DESK_CLERK, Act.TAKE_SUPPLEMENT): _S.OFFICE,
    (_K.DESK_CLERK, Act.KEEP_ASKING): _S.OFFICE,
    (_K.DESK_CLERK, Act.PROPOSE_STOP): _S.OWN,
    (_K.DESK_CLERK, Act.RESUME): _S.OFFICE,
    (_K.DESK_CLERK, Act.RETURN_RESULT): _S.OFFICE,
    (_K.DESK_CLERK, Act.POST_RESULT): _S.OFFICE,
    (_K.DESK_CLERK, Act.RECORD_DELIVERY): _S.OFFICE,
    (_K.DESK_CLERK, Act.TAKE_UNDELIVERED): _S.OFFICE,
    (_K.DESK_CLERK, Act.WITHDRAW): _S.OFFICE,
    (_K.DESK_CLERK, Act.RECORD_OVERDUE_REASON): _S.OFFICE,
    (_K.DESK_CLERK, Act.UNDO): _S.OFFICE,
    (_K.DESK_CLERK, Act.CORRECT): _S.OFFICE,
    (_K.DESK_CLERK, Duty.SEARCH): _S.OFFICE,
    (_K.DESK_CLERK, Duty.OPEN): _S.OFFICE,
    (_K.DESK_CLERK, Duty.CATALOGUE): _S.OFFICE,
    (_K.DESK_CLERK, Duty.NOTICES): _S.OFFICE,
    (_K.DESK_CLERK, Duty.POST_LISTING): _S.OFFICE,
    (_K.DESK_CLERK, Act.ATTACH): _S.OFFICE,
    (_K.DESK_CLERK, Act.DETACH): _S.OFFICE,
    # The department
    (_K.CASE_OFFICER, Act.SEE): _S.OWN,
    (_K.CASE_OFFICER, Act.TAKE): _S.OWN,
    (_K.CASE_OFFICER, Act.CLAIM): _S.OWN,
    (_K.CASE_OFFICER, Act.HAND_OVER): _S.OWN,
    (_K.CASE_OFFICER, Act.RETURN_TO_DESK): _S.OWN,
    (_K.CASE_OFFICER, Act.RECALL): _S.OWN,
    (_K.CASE_OFFICER, Act.SEND_BACK): _S.OWN,
    (_K.CASE_OFFICER, Act.REQUEST_SUPPLEMENT): _S.OWN,
    (_K.CASE_OFFICER, Act.SUSPEND): _S.OWN,
    (_K.CASE_OFFICER, Act.RESUME): _S.OWN,
    (_K.CASE_OFFICER, Act.KEEP_ASKING): _S.OWN,
    (_K.CASE_OFFICER, Act.PROPOSE_STOP): _S.OWN,
    (_K.CASE_OFFICER, Act.RECORD_OVERDUE_REASON): _S.OWN,
    (_K.CASE_OFFICER, Act.UNDO): _S.OWN,
    (_K.CASE_OFFICER, Duty.SEARCH): _S.DEPARTMENT,
    (_K.CASE_OFFICER, Duty.OPEN): _S.DEPARTMENT,
    (_K.CASE_OFFICER, Duty.CATALOGUE): _S.OFFICE,
    (_K.CASE_OFFICER, Act.ATTACH): _S.OWN,
    (_K.CASE_OFFICER, Act.DETACH): _S.OWN,
    # Its head
    (_K.DEPARTMENT_HEAD, Act.SEE): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.ASSIGN): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.APPROVE): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.HAND_OVER): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.RETURN_TO_DESK): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.RECALL): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.SEND_BACK): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.REQUEST_SUPPLEMENT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.SUSPEND): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.RESUME): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.PROPOSE_STOP): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.DECLINE_STOP): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.APOLOGISE): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.RECORD_OVERDUE_REASON): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.UNDO): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.SEARCH): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.OPEN): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.OVERVIEW): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.CATALOGUE): _S.OFFICE,
    (_K.DEPARTMENT_HEAD, Act.ATTACH): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.DETACH): _S.DEPARTMENT,
    # The chair and deputies
    (_K.CHAIR, Act.SEE): _S.OWN,
    (_K.CHAIR, Act.APPROVE): _S.OWN,
    (_K.CHAIR, Act.HAND_OVER): _S.OWN,
    (_K.CHAIR, Act.RETURN_TO_DESK): _S.OWN,
    (_K.CHAIR, Act.RECALL): _S.OWN,
    (_K.CHAIR, Act.SEND_BACK): _S.OWN,
    (_K.CHAIR, Act.REQUEST_SUPPLEMENT): _S.OFFICE,
    (_K.CHAIR, Act.SUSPEND): _S.OFFICE,
    (_K.CHAIR, Act.RESUME): _S.OFFICE,
    (_K.CHAIR, Act.EXTEND): _S.OFFICE,
    (_K.CHAIR, Act.APOLOGISE): _S.OFFICE,
    (_K.CHAIR, Act.DECLINE_STOP): _S.OFFICE,
    (_K.CHAIR, Act.STOP): _S.OFFICE,
    (_K.CHAIR, Act.REOPEN): _S.OFFICE,
    (_K.CHAIR, Act.RECORD_OVERDUE_REASON): _S.OFFICE,
    (_K.CHAIR, Act.UNDO): _S.OFFICE,
    (_K.CHAIR, Act.VOID): _S.OFFICE,
    (_K.CHAIR, Act.CORRECT): _S.OFFICE,
    (_K.CHAIR, Act.APPROVE_LATE): _S.OFFICE,
    (_K.CHAIR, Act.MOVE_DUE): _S.OFFICE,
    (_K.CHAIR, Act.KEEP_DUE): _S.OFFICE,
    (_K.CHAIR, Duty.SEARCH): _S.OFFICE,
    (_K.CHAIR, Duty.OPEN): _S.OFFICE,
    (_K.CHAIR, Duty.OVERVIEW): _S.BELOW,
    (_K.CHAIR, Duty.REPORT): _S.BELOW,
    (_K.CHAIR, Duty.CATALOGUE): _S.OFFICE,
    (_K.CHAIR, Duty.NOTICES): _S.OFFICE,
    (_K.CHAIR, Duty.QUALITY): _S.BELOW,
    (_K.CHAIR, Act.ATTACH): _S.OFFICE,
    (_K.CHAIR, Act.DETACH): _S.OFFICE,
    # Records
    (_K.RECORDS_CLERK, Act.SEE): _S.OWN,
    (_K.RECORDS_CLERK, Act.TAKE): _S.OWN,
    (_K.RECORDS_CLERK, Act.HAND_OVER): _S.OWN,
    (_K.RECORDS_CLERK, Act.RETURN_TO_DESK): _S.OWN,
    (_K.RECORDS_CLERK, Act.RECALL): _S.OWN,
    (_K.RECORDS_CLERK, Act.SEND_BACK): _S.OWN,
    (_K.RECORDS_CLERK, Act.UNDO): _S.OWN,
    (_K.RECORDS_CLERK, Duty.SEARCH): _S.OWN,
    (_K.RECORDS_CLERK, Duty.OPEN): _S.OWN,
    # Opinions of others and visits on the ground, beside a step
    (_K.CASE_OFFICER, Act.CONSULT): _S.OWN,
    (_K.CASE_OFFICER, Act.REMIND_OPINION): _S.OWN,
    (_K.CASE_OFFICER, Act.WITHDRAW_OPINION): _S.OWN,
    (_K.CASE_OFFICER, Act.PLAN_VISIT): _S.OWN,
    (_K.CASE_OFFICER, Act.MOVE_VISIT): _S.OWN,
    (_K.CASE_OFFICER, Act.CANCEL_VISIT): _S.OWN,
    (_K.CASE_OFFICER, Act.HOLD_VISIT): _S.OWN,
    (_K.CASE_OFFICER, Act.ANSWER_OPINION): _S.OWN,
    (_K.DEPARTMENT_HEAD, Act.CONSULT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.REMIND_OPINION): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.WITHDRAW_OPINION): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.PLAN_VISIT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.MOVE_VISIT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.CANCEL_VISIT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.HOLD_VISIT): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Act.ANSWER_OPINION): _S.OWN,
    (_K.CHAIR, Act.CONSULT): _S.OWN,
    (_K.CHAIR, Act.REMIND_OPINION): _S.OWN,
    (_K.CHAIR, Act.WITHDRAW_OPINION): _S.OWN,
    (_K.CHAIR, Act.PLAN_VISIT): _S.OWN,
    (_K.CHAIR, Act.MOVE_VISIT): _S.OWN,
    (_K.CHAIR, Act.CANCEL_VISIT): _S.OWN,
    (_K.CHAIR, Act.HOLD_VISIT): _S.OWN,
    (_K.CHAIR, Act.ANSWER_OPINION): _S.OWN,
    (_K.RECORDS_CLERK, Act.ATTACH): _S.OWN,
    (_K.RECORDS_CLERK, Act.DETACH): _S.OWN,
    # Upkeep and oversight
    (_K.CATALOGUE_OFFICER, Duty.CATALOGUE): _S.OFFICE,
    (_K.CATALOGUE_OFFICER, Duty.POST_LISTING): _S.BELOW,
    (_K.CATALOGUE_OFFICER, Duty.QUALITY): _S.BELOW,
    (_K.CATALOGUE_OFFICER, Duty.PROCESS): _S.OFFICE,
    (_K.CATALOGUE_OFFICER, Duty.PROMULGATE): _S.BELOW,
    (_K.CATALOGUE_OFFICER, Duty.APPROVE_PROMULGATION): _S.BELOW,
    (_K.CHAIR, Duty.APPROVE_PROMULGATION): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.OVERVIEW): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.REPORT): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.CATALOGUE): _S.OFFICE,
    (_K.HOME_AFFAIRS, Duty.QUALITY): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.PROCESS): _S.BELOW,
    (_K.ADMINISTRATOR, Duty.ADMINISTER): _S.BELOW,
    (_K.ADMINISTRATOR, Duty.REORGANIZE): _S.BELOW,
    (_K.CHAIR, Duty.APPROVE_REORGANIZATION): _S.BELOW,
    (_K.ADMINISTRATOR, Duty.CALENDAR): _S.BELOW,
    (_K.OVERSEER, Duty.OVERVIEW): _S.BELOW,
    (_K.OVERSEER, Duty.REPORT): _S.BELOW,
    (_K.OVERSEER, Duty.CATALOGUE): _S.OFFICE,
    (_K.OVERSEER, Duty.QUALITY): _S.BELOW,
    # Charts: figures of an office without people
    (_K.CHAIR, Duty.CHARTS): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.CHARTS): _S.BELOW,
    (_K.OVERSEER, Duty.CHARTS): _S.BELOW,
    (_K.DEPARTMENT_HEAD, Duty.CHARTS): _S.OFFICE,
    (_K.DESK_CLERK, Duty.CHARTS): _S.OFFICE,
    # Who looked at a dossier
    (_K.DEPARTMENT_HEAD, Duty.WHO_LOOKED): _S.DEPARTMENT,
    (_K.CHAIR, Duty.WHO_LOOKED): _S.OFFICE,
    (_K.ADMINISTRATOR, Duty.WHO_LOOKED): _S.BELOW,
    # The register of an office, and the lists by which its desk hands over
    (_K.DESK_CLERK, Duty.REGISTER): _S.OFFICE,
    (_K.CHAIR, Duty.REGISTER): _S.OFFICE,
    (_K.DESK_CLERK, Duty.HANDOVER_LISTS): _S.OFFICE,
    (_K.CHAIR, Duty.HANDOVER_LISTS): _S.OFFICE,
    (_K.CASE_OFFICER, Duty.HANDOVER_LISTS): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.HANDOVER_LISTS): _S.DEPARTMENT,
    # What lies with whom
    (_K.DEPARTMENT_HEAD, Duty.WORKLOAD): _S.DEPARTMENT,
    (_K.CHAIR, Duty.WORKLOAD): _S.OFFICE,
    # The DOCX an office fills from its dossiers
    (_K.CATALOGUE_OFFICER, Duty.TEMPLATES): _S.BELOW,
    (_K.ADMINISTRATOR, Duty.TEMPLATES): _S.BELOW,
    # Long prints in the background
    (_K.DESK_CLERK, Duty.PRINT_MANY): _S.OFFICE,
    (_K.CHAIR, Duty.PRINT_MANY): _S.OFFICE,
    # The forms of the law; what an office adds to them is the administrator's
    (_K.CATALOGUE_OFFICER, Duty.FORMS): _S.OFFICE,
    (_K.ADMINISTRATOR, Duty.FORMS): _S.BELOW,
    # Documents of the office: the register of them, drafting, reviewing, signing, releasing
    (_K.CASE_OFFICER, Duty.DOCUMENTS): _S.OFFICE,
    (_K.CASE_OFFICER, Duty.DRAFT_DOCUMENT): _S.OFFICE,
    (_K.DEPARTMENT_HEAD, Duty.DOCUMENTS): _S.OFFICE,
    (_K.DEPARTMENT_HEAD, Duty.DRAFT_DOCUMENT): _S.OFFICE,
    (_K.DEPARTMENT_HEAD, Duty.REVIEW_DOCUMENT): _S.OFFICE,
    (_K.CHAIR, Duty.DOCUMENTS): _S.OFFICE,
    (_K.CHAIR, Duty.REVIEW_DOCUMENT): _S.OFFICE,
    (_K.CHAIR, Duty.SIGN_DOCUMENT): _S.OFFICE,
    (_K.RECORDS_CLERK, Duty.DOCUMENTS): _S.OFFICE,
    (_K.RECORDS_CLERK, Duty.DRAFT_DOCUMENT): _S.OFFICE,
    (_K.RECORDS_CLERK, Duty.RELEASE_DOCUMENT): _S.OFFICE,
    # Money: taking it and giving receipts, signing a day's drawer, giving it back, the books
    (_K.DESK_CLERK, Duty.COLLECT): _S.OFFICE,
    (_K.CHAIR, Duty.SIGN_CASH): _S.OFFICE,
    (_K.CHAIR, Duty.APPROVE_REFUND): _S.OFFICE,
    (_K.ADMINISTRATOR, Duty.RECEIPT_BOOKS): _S.BELOW,
    (_K.DESK_CLERK, Duty.OBLIGATIONS): _S.OFFICE,
    (_K.CASE_OFFICER, Duty.OBLIGATIONS): _S.DEPARTMENT,
    (_K.DEPARTMENT_HEAD, Duty.OBLIGATIONS): _S.DEPARTMENT,
    (_K.CHAIR, Duty.OBLIGATIONS): _S.OFFICE,
    # The narrative report: drafting, signing, giving it its number
    (_K.HOME_AFFAIRS, Duty.DRAFT_REPORT): _S.OFFICE,
    (_K.CHAIR, Duty.SIGN_REPORT): _S.OFFICE,
    (_K.RECORDS_CLERK, Duty.ISSUE_REPORT): _S.OFFICE,
    # What a desk has of room and equipment
    (_K.CHAIR, Duty.KEEP_DESKS): _S.OFFICE,
    (_K.HOME_AFFAIRS, Duty.KEEP_DESKS): _S.BELOW,
    (_K.ADMINISTRATOR, Duty.KEEP_DESKS): _S.BELOW,
    # What people say of the office: figures, taking a complaint, giving it out, answering
    (_K.DEPARTMENT_HEAD, Duty.FEEDBACK): _S.OFFICE,
    (_K.CHAIR, Duty.FEEDBACK): _S.BELOW,
    (_K.HOME_AFFAIRS, Duty.FEEDBACK): _S.BELOW,
    (_K.OVERSEER, Duty.FEEDBACK): _S.BELOW,
    (_K.DESK_CLERK, Duty.HEAR): _S.OFFICE,
    (_K.CHAIR, Duty.HEAR): _S.OFFICE,
    (_K.CHAIR, Duty.ANSWER): _S.OFFICE,
    (_K.HOME_AFFAIRS, Duty.ANSWER): _S.BELOW,
    (_K.DEPARTMENT_HEAD, Duty.ANSWER): _S.OWN,
    (_K.CASE_OFFICER, Duty.ANSWER): _S.OWN,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a right is asked about: whose dossier, and who holds the step concerned (if any).

    `assignee` is the position a step of a department was given to: then it is in nobody else's
    hands, a delegate's of that position and those of who answers for the department excepted.
    """

    owner_office_id: int
    holder_office_id: int | None = None
    holder_department_id: int | None = None
    holder_kind: str | None = None
    assignee: UUID | None = None


def scope_of(actor: Actor, what: Act | Duty) -> Scope | None:
    """How far `what` reaches for the position of `actor`; None when it may not at all."""
    return GRANTS.get((actor.position_kind, what))


def can(actor: Actor, what: Act | Duty, subject: Subject, at: datetime) -> bool:
    """Whether `actor` may do `what` to `subject` at `at`. No query once the offices are cached.

    `at` is there for rights that begin and end; today an actor exists only while it holds.
    """
    scope = scope_of(actor, what)
    if scope is None:
        return False
    if scope is Scope.OWN:
        return _own(actor, subject)
    if scope is Scope.ROUTE:
        return _own(actor, subject) or _outside(actor, subject)
    if scope is Scope.DEPARTMENT:
        return (
            subject.holder_office_id == actor.office_id
            and actor.department_id is not None
            and subject.holder_department_id == actor.department_id
        )
    if scope is Scope.OFFICE:
        return subject.owner_office_id == actor.office_id
    return subject.owner_office_id in office_ids_below(actor.office_id)


def has(actor: Actor, duty: Duty) -> bool:
    """Whether the position of `actor` has `duty` at all: what menus ask."""
    return scope_of(actor, duty) is not None


def _own(actor: Actor, subject: Subject) -> bool:
    return (
        subject.holder_office_id == actor.office_id
        and subject.holder_kind == actor.kind
        and subject.holder_department_id in (None, actor.department_id)
        and subject.assignee in (None, actor.position_uuid)
    )


def _outside(actor: Actor, subject: Subject) -> bool:
    return (
        subject.owner_office_id == actor.office_id
        and subject.holder_office_id is not None
        and office_by_id(subject.holder_office_id).kind == "outside"
    )
