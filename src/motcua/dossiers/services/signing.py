"""A leader signs several dossiers with one confirmation: only those that were opened."""

from collections.abc import Sequence
from uuid import UUID

from motcua.core.flow import Act, Approve
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform


def approve_opened(asked: Sequence[Asked], *, key: UUID, step: str) -> list[Outcome]:
    """As `approve` for many at `step`, but what nobody at that step has opened is refused.

    Refused `not_opened`: a signature without looking is none. What the process asks beside the
    signature (a way to choose, a reason) is refused too and signed one by one.
    """

    def order(one: Asked, row: Locked) -> Order:
        held = row.state.open_step(step)
        if held is not None and not held.seen:
            raise Refused("not_opened")
        return Order(Approve(step=step))

    return perform(Act.APPROVE, asked, order, key=key)
