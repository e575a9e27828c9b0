"""A holder leaves a post: its box is never left to nobody."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.core.refusal import Refused
from motcua.dossiers.selectors.boxes import Box, box_of, others
from motcua.dossiers.services.assigning import hand_box, hand_boxes
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Holding, held_on_or_after
from motcua.identity.reach import reach_office
from motcua.identity.services import end_holding, give_position
from motcua.identity.services.noting import note


def box_to_leave(person: UUID, position: UUID, *, on: date, at: datetime, by: Actor) -> Box:
    """What the person would leave behind. Refused: unknown_holding, out_of_reach."""
    return box_of(_holding(person, position, at, by), at, on)


@transaction.atomic
def leave_post(
    person: UUID,
    position: UUID,
    *,
    until_on: date,
    successor: UUID | None = None,
    at: datetime,
    by: Actor,
) -> Box:
    """The person's last day is the one before `until_on`; answers what was in the box. A post given
    by mistake ends on its first day: then it was never held.

    Steps belong to the kind of post in its office and department: the successor is given the same
    post from that day and finds the box as it was; who takes it over is told to the audit. What was
    given to this post by name says so in its own history: handed on to the successor, or, once the
    last day has passed (`hand_boxes`), to the department. Refused: unknown_holding, out_of_reach,
    ends_before_it_begins, last_administrator, nobody_for_box, hands_to_oneself, unknown_person.
    """
    holding = _holding(person, position, at, by, lock=True)
    box = box_of(holding, at, until_on)
    if holding.position.kind == PositionKind.ADMINISTRATOR and successor is None:
        _keep_an_administrator(holding, until_on)
    if successor is None and box.waiting and not box.others:
        raise Refused("nobody_for_box", waiting=box.waiting, title=holding.position.title)
    end_holding(holding, until_on=until_on, by=by)
    if successor is not None:
        _hand_to(successor, holding, until_on, by)
        hand_box(position, at)
    hand_boxes(at)
    return box


def _holding(
    person: UUID, position: UUID, at: datetime, by: Actor, *, lock: bool = False
) -> Holding:
    rows = Holding.objects.select_related("account", "position__office", "position__department")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(account__uuid=person, position__uuid=position, until_on=None).first()
    if found is None:
        raise Refused("unknown_holding")
    reach_office(by, found.position.office_id, at)
    return found


def _keep_an_administrator(holding: Holding, on: date) -> None:
    staying = Holding.objects.filter(
        held_on_or_after(on),
        position__kind=PositionKind.ADMINISTRATOR,
        account__is_active=True,
        from_on__lte=on,
    ).exclude(pk=holding.pk)
    if not staying.exists():
        raise Refused("last_administrator", person=holding.account.full_name)


def _hand_to(successor: UUID, holding: Holding, on: date, by: Actor) -> None:
    account = Account.objects.filter(uuid=successor, is_active=True).first()
    if account is None:
        raise Refused("unknown_person")
    if account.pk == holding.account_id:
        raise Refused("hands_to_oneself")
    if account.pk not in {one.account_id for one in others(holding, on)}:
        give_position(account, holding.position, from_on=on, by=by)
    note("hand_over_box", account=account.uuid, position=holding.position.uuid, by=by)
