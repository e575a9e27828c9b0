"""More time for a dossier: an extension the law names, an apology, a request that goes on."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from motcua.core.clock import close_of_day
from motcua.core.flow import Act, Apologise, Extend, KeepAsking
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.reasons import is_reason
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.services.wording import sentences, worded
from motcua.organization.selectors import calendar_of


def extend(
    asked: Sequence[Asked],
    *,
    days: int,
    document: str,
    reason: str,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """A leader gives a dossier `days` more, where its procedure's version names an extension.

    Once, in writing, before the term has passed; the due time moves by it. Refused:
    not_extendable, already_extended, leader_decides, bad_days, already_late, no_document,
    no_reason, clock_paused, wrong_stage.
    """
    words, digests = worded("reason", [reason])
    command = Extend(days=days, document=document, texts=digests)
    return perform(Act.EXTEND, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def apologise(
    asked: Sequence[Asked],
    *,
    promised_on: date,
    document: str,
    reason: str,
    note: str = "",
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """The head says sorry in writing and names another day, once (Mẫu 04).

    `promised_on` means the close of business of that day at the office that answers; `reason` is a
    code of the list of overdue reasons. The due time stays, and so does the lateness. Refused:
    already_apologised, leader_decides, promise_too_soon, no_document, reason_needed, clock_paused,
    wrong_stage.
    """
    if not is_reason(reason):
        raise Refused("unknown_reason")
    words, digests = worded("note", [note])

    def order(one: Asked, row: Locked) -> Order:
        command = Apologise(
            promised_at=_close_of(promised_on, row.office_id),
            document=document,
            reason=reason,
            texts=digests,
        )
        return Order(command, words)

    return perform(Act.APOLOGISE, asked, order, key=key, whole=whole)


def keep_asking(
    asked: Sequence[Asked],
    *,
    items: Sequence[Deficiency],
    reply_by: date | None = None,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """What the owner brought does not mend `items` of the request: it goes on, and stays one.

    Refused: no_items, not_asked, no_reason, reply_day_past, wrong_stage.
    """
    words, digests = worded("deficiency", [sentences(item.problem, item.remedy) for item in items])
    command = KeepAsking(
        items=tuple(item.component for item in items), reply_by=reply_by, texts=digests
    )
    return perform(
        Act.KEEP_ASKING, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def _close_of(day: date, office_id: int) -> datetime:
    """The close of business of `day` at an office."""
    return close_of_day(calendar_of(office_id), day)
