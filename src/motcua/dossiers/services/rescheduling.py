"""A leader decides about promises that a calendar announced since would move."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.audit.recording import record
from motcua.core.flow import Act, Command, KeepDue, MoveDue
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.holders import answering_office
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform
from motcua.organization.selectors import calendar_of
from motcua.organization.timekeeping import real_now

NEWLY: Mapping[Act, Command] = {Act.MOVE_DUE: MoveDue(), Act.KEEP_DUE: KeepDue()}


def move_due(
    asked: Sequence[Asked], *, key: UUID, edition: str = "", whole: bool = False
) -> list[Outcome]:
    """The promises follow the calendar of their office. One query besides those of every act.

    With `edition`, the one the page was drawn from, they move to no other. Refused: due_same,
    due_given, due_stands, wrong_stage, calendar_changed.
    """
    return _decide(Act.MOVE_DUE, asked, key, edition, whole)


def keep_due(
    asked: Sequence[Asked], *, key: UUID, edition: str = "", whole: bool = False
) -> list[Outcome]:
    """The promises stay as they are, and are not asked about again under that calendar. As
    `move_due`, and Refused due_kept."""
    return _decide(Act.KEEP_DUE, asked, key, edition, whole)


def _decide(
    act: Act, asked: Sequence[Asked], key: UUID, edition: str, whole: bool
) -> list[Outcome]:
    def order(one: Asked, row: Locked) -> Order:
        if edition and calendar_of(answering_office(row.office_id, row.state)).edition != edition:
            raise Refused("calendar_changed")
        return Order(NEWLY[act])

    outcomes = perform(act, asked, order, key=key, whole=whole)
    done = [one for one in outcomes if isinstance(one, Done) and not one.again]
    if done:
        by = asked[0].by
        now = calendar_of(by.office_id).edition
        record(
            act.value,
            at=real_now(),
            account=by.account_uuid,
            position=by.position_uuid,
            office=by.office_slug,
            subject_kind="calendar",
            subject=f"{len(done)} hồ sơ, {now}",
        )
    return outcomes
