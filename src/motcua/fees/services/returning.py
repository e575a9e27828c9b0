"""Results that wait for money."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.fees.selectors.owing import owed
from motcua.fees.services.drawers import open_drawer
from motcua.fees.services.paying import Paying, take


@transaction.atomic
def return_result(
    asked: Sequence[Asked],
    *,
    key: UUID,
    fee_taken: bool = False,
    opening_vnd: int | None = None,
    **given: Any,
) -> list[Outcome]:
    """As `dossiers.services.return_result`, but no result leaves while its fee is owed.

    With `fee_taken` what is owed is taken in cash in the same transaction, each dossier with its
    receipt; `opening_vnd` is what lay in a drawer that is opened first. Refused `fee_due`, for the
    dossiers that owe. Raises what `take` and `open_drawer` refuse. One query more, and those of
    `take`.
    """
    due = owed([one.dossier for one in asked])
    held = {} if fee_taken else due
    outcomes = _unless(held, services.return_result, asked, key=key, **given)
    paying = [
        Paying(one.dossier, one.at)
        for one, outcome in zip(asked, outcomes, strict=True)
        if isinstance(outcome, Done) and not outcome.again and one.dossier in due
    ]
    if paying:
        by, at = asked[0].by, asked[0].at
        if opening_vnd is not None:
            open_drawer(by=by, at=at, counted_vnd=opening_vnd)
        take(paying, by=by, key=key)
    return outcomes


def post_result(asked: Sequence[Asked], *, key: UUID, **given: Any) -> list[Outcome]:
    """As `dossiers.services.post_result`, but what owes a fee stays: refused `fee_due`. One query
    more."""
    due = owed([one.dossier for one in asked])
    return _unless(due, services.post_result, asked, key=key, **given)


def send_result(asked: Sequence[Asked], *, key: UUID, **given: Any) -> list[Outcome]:
    """As `dossiers.services.send_result`, but what owes a fee stays: refused `fee_due`. One query
    more."""
    due = owed([one.dossier for one in asked])
    return _unless(due, services.send_result, asked, key=key, **given)


def _unless(
    due: Mapping[int, int],
    act: Callable[..., list[Outcome]],
    asked: Sequence[Asked],
    **given: Any,
) -> list[Outcome]:
    """The act on those that owe nothing; one outcome each, in the order asked."""
    done = iter(act([one for one in asked if one.dossier not in due], **given))
    return [
        Refused("fee_due", amount=format_vnd(due[one.dossier]))
        if one.dossier in due
        else next(done)
        for one in asked
    ]
