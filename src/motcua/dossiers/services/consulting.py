"""Others are asked for their opinion beside a step (lấy ý kiến), and answer, or do not."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from motcua.core.clock import VN
from motcua.core.flow import (
    Act,
    AnswerOpinion,
    Body,
    Consult,
    PresumeConsent,
    RemindOpinion,
    State,
    WithdrawOpinion,
)
from motcua.core.refusal import Refused
from motcua.dossiers.asides import asked_holder, opinion_of
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import AskedOpinion, Dossier
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded
from motcua.identity.services.program import program_actor
from motcua.organization.selectors import department_by_code, office_by_slug

TITLE = "Lấy ý kiến"


def consult(
    asked: Sequence[Asked],
    *,
    bodies: Sequence[Body],
    document: str,
    question: str,
    key: UUID,
    step: str | None = None,
    whole: bool = False,
) -> list[Outcome]:
    """The holder of a step asks departments, offices or outside bodies, on a letter of that number.

    Each has its days, counted as the procedure's term counts days; the dossier's clock runs on, and
    the step waits for all of them. Refused: no_body, unknown_body, asks_itself, already_consulted,
    bad_opinion_days, no_document, no_question, wrong_stage.
    """
    words, digests = worded("question", [question])
    for body in bodies:
        _known(body)
    command = Consult(step=step, bodies=tuple(bodies), document=document, texts=digests)

    def order(one: Asked, row: Locked) -> Order:
        own = one.by.office_slug, one.by.department_id
        if any((b.office, _department_id(b)) == own for b in bodies):
            raise Refused("asks_itself")
        return Order(command, words)

    return perform(Act.CONSULT, asked, order, key=key, whole=whole)


def remind_opinion(
    asked: Sequence[Asked], *, item: int, document: str, key: UUID, whole: bool = False
) -> list[Outcome]:
    """A body whose day has passed is reminded in writing. Refused: opinion_day_ahead, no_document,
    no_such_opinion, wrong_stage."""
    command = RemindOpinion(ordinal=item, document=document)
    return perform(Act.REMIND_OPINION, asked, lambda one, row: Order(command), key=key, whole=whole)


def answer_opinion(
    asked: Sequence[Asked],
    *,
    item: int,
    stance: str,
    opinion: str = "",
    document: str = "",
    answered_on: date | None = None,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """The body answers here; or whoever asked writes down the paper it answered with, which then
    has its number and day. Refused: no_stance, no_opinion, no_document, bad_answer_day,
    no_such_opinion, wrong_stage."""
    words, digests = worded("opinion", [opinion])

    def order(one: Asked, row: Locked) -> Order:
        waited = opinion_of(row.state, item)
        recorded = waited is not None and not _answers_for(one, waited)
        command = AnswerOpinion(
            ordinal=item, stance=stance, document=document, answered_on=answered_on,
            recorded=recorded, texts=digests,
        )  # fmt: skip
        return Order(command, words)

    return perform(Act.ANSWER_OPINION, asked, order, key=key, whole=whole)


def withdraw_opinion(
    asked: Sequence[Asked], *, item: int, reason: str, key: UUID, whole: bool = False
) -> list[Outcome]:
    """Whoever asked does not wait for the body any more, and says why. Refused: no_reason,
    no_such_opinion, wrong_stage."""
    words, digests = worded("reason", [reason])
    command = WithdrawOpinion(ordinal=item, texts=digests)
    return perform(
        Act.WITHDRAW_OPINION, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def presume_consent(
    asked: Sequence[Asked], *, item: int, key: UUID, whole: bool = False
) -> list[Outcome]:
    """By the law the procedure names, silence beyond the day is consent. Done by the program alone.

    Refused: silence_says_nothing, opinion_day_ahead, no_such_opinion, wrong_stage.
    """
    command = PresumeConsent(ordinal=item)
    return perform(
        Act.PRESUME_CONSENT, asked, lambda one, row: Order(command), key=key, whole=whole
    )


def presume_consents(at: datetime) -> int:
    """Every silence that the law takes for consent by now is written down as such; how many.

    Done by the program; safe twice and at once in two processes. One query when there is nothing.
    """
    silent = AskedOpinion.objects.filter(
        ended_at=None, consents=True, due_on__lt=at.astimezone(VN).date()
    )
    silent = silent.filter(dossier__stage__in=OPEN_STAGES).order_by("dossier_id", "ordinal")
    return sum(_presume(one.dossier, one.ordinal, at) for one in silent.select_related("dossier"))


def _presume(row: Dossier, ordinal: int, at: datetime) -> bool:
    by = program_actor(answering_office(row.office_id, State.from_json(row.flow)), TITLE)
    row.refresh_from_db(fields=["head_seq", "changed_at"])
    asked = Asked(row.pk, row.head_seq, max(at, row.changed_at), by)
    (outcome,) = presume_consent([asked], item=ordinal, key=uuid4())
    return isinstance(outcome, Done)


def _known(body: Body) -> None:
    """Refused: unknown_office, unknown_body."""
    office = office_by_slug(body.office)
    if body.department and department_by_code(office.id, body.department) is None:
        raise Refused("unknown_body")


def _department_id(body: Body) -> int | None:
    if not body.department:
        return None
    found = department_by_code(office_by_slug(body.office).id, body.department)
    return found.id if found else None


def _answers_for(one: Asked, waited: object) -> bool:
    """Whether who answers belongs to the body that was asked."""
    body = asked_holder(waited, one.by.kind)  # type: ignore[arg-type]
    return one.by.office_id == body.office_id and body.department_id in (
        None,
        one.by.department_id,
    )
