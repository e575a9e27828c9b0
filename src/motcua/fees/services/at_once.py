"""What is done while one waits is paid for while one waits."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done, Intake, Outcome
from motcua.fees.services.drawers import open_drawer
from motcua.fees.services.paying import Paying, take


@transaction.atomic
def do_now(
    intakes: Sequence[Intake], *, key: UUID, fee_taken: bool, opening_vnd: int | None = None
) -> list[Outcome]:
    """As `dossiers.services.do_now`, and the fees are taken in cash, each with its receipt; of a
    late entry when it is typed in, since receipts and drawers have no days before today.

    Refused `fee_due` for those that cost something when `fee_taken` is false; `opening_vnd` is what
    lay in a drawer that is opened first. Raises what `take` and `open_drawer` refuse.
    """
    owing = [one for one in intakes if one.fee_vnd and not fee_taken]
    if owing:
        raise Refused("fee_due", amount=format_vnd(owing[0].fee_vnd))
    outcomes = services.do_now(intakes, key=key)
    paying = [
        Paying(outcome.dossier, one.recorded_at or one.at)
        for one, outcome in zip(intakes, outcomes, strict=True)
        if isinstance(outcome, Done) and not outcome.again and one.fee_vnd
    ]
    if paying:
        by, at = intakes[0].by, intakes[0].recorded_at or intakes[0].at
        if opening_vnd is not None:
            open_drawer(by=by, at=at, counted_vnd=opening_vnd)
        take(paying, by=by, key=key)
    return outcomes
