"""The ends of a dossier: the result handed out, a withdrawal, a mistaken intake voided."""

from collections.abc import Sequence
from uuid import UUID

from motcua.core.flow import Act, RecordOverdueReason, ReturnResult, Void, Withdraw
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded


def return_result(
    asked: Sequence[Asked], *, key: UUID, collector: str = "owner", note: str = "",
    whole: bool = False,
) -> list[Outcome]:  # fmt: skip
    """The result is in the hands of the owner, submitter or a collector with an authorisation.

    `note` says who collected and on what paper; it is kept apart from the event.
    """
    words, digests = worded("collector", [note])
    command = ReturnResult(collector=collector, texts=digests)
    return perform(
        Act.RETURN_RESULT, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def withdraw(
    asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False
) -> list[Outcome]:
    """The owner takes the dossier back before a result exists; it counts as finished."""
    words, digests = worded("reason", [reason])
    command = Withdraw(texts=digests)
    return perform(
        Act.WITHDRAW, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def void(asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False) -> list[Outcome]:
    """A mistaken intake is undone before anything left the counter; its number stays used."""
    words, digests = worded("reason", [reason])
    command = Void(texts=digests)
    return perform(Act.VOID, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def record_overdue_reason(
    asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False
) -> list[Outcome]:
    """Say why a dossier is late, from the list, as soon as it is known."""
    command = RecordOverdueReason(code=reason)
    return perform(
        Act.RECORD_OVERDUE_REASON, asked, lambda one, row: Order(command), key=key, whole=whole
    )
