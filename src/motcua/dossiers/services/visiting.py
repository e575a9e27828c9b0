"""Visits on the ground beside a step: fixed, moved, cancelled, and what became of them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.core.flow import Act, CancelVisit, HoldVisit, MoveVisit, PlanVisit
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded


def plan_visit(
    asked: Sequence[Asked],
    *,
    visit_at: datetime,
    place: str,
    companions: str = "",
    key: UUID,
    step: str | None = None,
    whole: bool = False,
) -> list[Outcome]:
    """A visit is fixed: when, where, who comes along; the owner is told by a notice.

    Refused: visit_planned, visit_past, no_place, wrong_stage.
    """
    words, digests = _worded(("place", place), ("companions", companions))
    command = PlanVisit(step=step, visit_at=visit_at, texts=digests if place.strip() else ())
    return perform(
        Act.PLAN_VISIT, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def move_visit(
    asked: Sequence[Asked],
    *,
    item: int,
    visit_at: datetime,
    reason: str,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """The visit is at another time; the owner is told. Refused: visit_past, visit_same, no_reason,
    no_such_visit, wrong_stage."""
    words, digests = _worded(("reason", reason))
    command = MoveVisit(ordinal=item, visit_at=visit_at, texts=digests)
    return perform(
        Act.MOVE_VISIT, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def cancel_visit(
    asked: Sequence[Asked], *, item: int, reason: str, key: UUID, whole: bool = False
) -> list[Outcome]:
    """There will be no visit; the owner is told. Refused: no_reason, no_such_visit, wrong_stage."""
    words, digests = _worded(("reason", reason))
    command = CancelVisit(ordinal=item, texts=digests)
    return perform(
        Act.CANCEL_VISIT, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def hold_visit(
    asked: Sequence[Asked],
    *,
    item: int,
    kept: bool,
    finding: str,
    companions: str = "",
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """What became of it: held or not, who was there, what was found. Refused: visit_ahead,
    no_finding, no_such_visit, wrong_stage."""
    words, digests = _worded(("finding", finding), ("companions", companions))
    command = HoldVisit(ordinal=item, kept=kept, texts=digests if finding.strip() else ())
    return perform(
        Act.HOLD_VISIT, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def _worded(*said: tuple[str, str]) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """Rows and digests of what was said, each under the place it belongs to."""
    found = [worded(place, [body]) for place, body in said]
    return tuple(w for words, _ in found for w in words), tuple(d for _, ds in found for d in ds)
