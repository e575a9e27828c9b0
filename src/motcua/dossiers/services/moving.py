"""Along the process: open, hand over, approve, send back, recall, bring the result to the desk."""

from collections.abc import Sequence
from uuid import UUID

from motcua.core.flow import Act, Approve, HandOver, Recall, ReturnToDesk, See, SendBack
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded


def see(asked: Sequence[Asked], *, key: UUID, step: str | None = None) -> list[Outcome]:
    """The holder opens the dossier for the first time; from then on it cannot be recalled."""
    return perform(Act.SEE, asked, lambda one, row: Order(See(step=step)), key=key)


def hand_over(
    asked: Sequence[Asked],
    *,
    key: UUID,
    step: str | None = None,
    to: str | None = None,
    document: str | None = None,
    note: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """The officer's step is done: on to what follows, all of it or the one way chosen (`to`).

    `document` is the number of the paper that sends it to a body outside the clock (phiếu
    chuyển thông tin): with it the clock stands still there, without it the clock runs on.
    Source: NĐ 61/2018, on handing over; the process in force.
    """
    words, digests = worded("note", [note])
    command = HandOver(step=step, to=to, document=document, texts=digests)
    return perform(
        Act.HAND_OVER, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def approve(
    asked: Sequence[Asked],
    *,
    key: UUID,
    step: str | None = None,
    to: str | None = None,
    document: str | None = None,
    note: str = "",
    overdue_reason: str | None = None,
    whole: bool = False,
) -> list[Outcome]:
    """A head or a chair agrees and signs; it goes on as the process says."""
    words, digests = worded("note", [note])
    command = Approve(
        step=step, to=to, document=document, texts=digests, overdue_reason=overdue_reason
    )
    return perform(Act.APPROVE, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def send_back(
    asked: Sequence[Asked],
    *,
    key: UUID,
    step: str | None = None,
    to: str | None = None,
    note: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """Back to who handed it over, with what is wrong; it returns straight to this step."""
    words, digests = worded("note", [note])
    command = SendBack(step=step, to=to, texts=digests)
    return perform(
        Act.SEND_BACK, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def recall(
    asked: Sequence[Asked], *, key: UUID, step: str | None = None, whole: bool = False
) -> list[Outcome]:
    """Take back what was handed over, while nobody has opened it."""
    return perform(
        Act.RECALL, asked, lambda one, row: Order(Recall(step=step)), key=key, whole=whole
    )


def return_to_desk(
    asked: Sequence[Asked],
    *,
    key: UUID,
    step: str | None = None,
    to: str | None = None,
    outcome: str = "result",
    overdue_reason: str | None = None,
    note: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """The result, or the refusal as a result, is back at the desk: national state 9.

    When the last branch ends so, the dossier is finished and judged; a late one needs its reason
    from the list (`reasons`). Source: DOMAIN's tên trạng thái 9; NĐ 61/2018 on refusal as result.
    """
    words, digests = worded("note", [note])
    command = ReturnToDesk(
        step=step, to=to, outcome=outcome, overdue_reason=overdue_reason, texts=digests
    )
    return perform(
        Act.RETURN_TO_DESK, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )
