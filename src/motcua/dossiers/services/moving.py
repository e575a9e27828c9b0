"""Along the process: open, hand over, approve, send back, recall, bring the result to the desk."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.catalogue import selectors as catalogue
from motcua.core.flow import Act, Approve, HandOver, Recall, ReturnToDesk, See, SendBack
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.holders import holder
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.selectors.hands import Officer, officers_there
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
    """Back to who handed it over, with what is wrong; it returns straight to this step.

    A department's step goes to the officer who had it, unless nobody holds that position today or
    its holder lent it. One query besides those of every act.
    """
    words, digests = worded("note", [note])
    known: Mapping[int, Mapping[str, Officer]] | None = None

    def order(one: Asked, row: Locked) -> Order:
        nonlocal known
        if known is None:  # read once all rows are locked
            known = officers_there([a.dossier for a in asked], one.at)
        there = _still_theirs(known.get(row.id, {}), row)
        return Order(SendBack(step=step, to=to, texts=digests, officers=there), words)

    return perform(Act.SEND_BACK, asked, order, key=key, whole=whole)


def _still_theirs(had: Mapping[str, Officer], row: Locked) -> tuple[tuple[str, str], ...]:
    """Of those who had steps of a dossier, whose department holds the step still."""
    route = catalogue.process(row.process_id).route
    held = {key: holder(route.step(key), row.office_id, row.state) for key in had}
    return tuple(
        (key, str(officer.position))
        for key, officer in had.items()
        if (officer.office_id, officer.department_id, officer.kind)
        == (held[key].office_id, held[key].department_id, held[key].kind)
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
    document: str | None = None,
    overdue_reason: str | None = None,
    note: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """The result, or the refusal as a result, is back at the desk: national state 9.

    When the last branch ends so, the dossier is finished and judged; a late one needs its reason
    from the list (`reasons`). A refusal says why in `note` and names its `document`: no_reason,
    no_refusal_paper. Source: DOMAIN's tên trạng thái 9; NĐ 61/2018 on refusal as result.
    """
    words, digests = worded("note", [note])
    command = ReturnToDesk(
        step=step,
        to=to,
        outcome=outcome,
        document=document,
        overdue_reason=overdue_reason,
        texts=digests,
    )
    return perform(
        Act.RETURN_TO_DESK, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )
