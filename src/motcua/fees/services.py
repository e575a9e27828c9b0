"""Acts on dossiers that wait for money."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Outcome
from motcua.fees.selectors import owed


def return_result(
    asked: Sequence[Asked], *, key: UUID, fee_taken: bool = False, **given: Any
) -> list[Outcome]:
    """As `dossiers.services.return_result`, but no result leaves while its fee is owed.

    Until payments are kept, what settles a fee here is the desk's own word: with `fee_taken` the
    amount owed goes into the event as taken. Refused `fee_due`, for the dossiers that owe. One
    query more.
    """
    due = owed([one.dossier for one in asked])
    free = [one for one in asked if fee_taken or one.dossier not in due]
    done = iter(services.return_result(free, key=key, fees=due if fee_taken else {}, **given))
    return [
        next(done)
        if fee_taken or one.dossier not in due
        else Refused("fee_due", amount=format_vnd(due[one.dossier]))
        for one in asked
    ]
