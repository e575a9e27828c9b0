"""Whom an administrator reaches: their own office and those below it, and nobody elsewhere."""

from datetime import datetime

from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.identity.models import Account, Holding
from motcua.organization.selectors import office_ids_below


def reach_office(by: Actor, office_id: int, at: datetime) -> None:
    """Raises Refused("out_of_reach") unless `by` administers that office."""
    if not can(by, Duty.ADMINISTER, Subject(office_id), at):
        raise Refused("out_of_reach")


def reach_person(by: Actor, account: Account, at: datetime) -> None:
    """Raises Refused("out_of_reach") when the person holds, held or is to hold a post elsewhere.

    Who holds nothing yet belongs to whoever asks. One query.
    """
    reach_office(by, by.office_id, at)
    offices = Holding.objects.filter(account=account).values_list("position__office_id", flat=True)
    if set(offices) - set(office_ids_below(by.office_id)):
        raise Refused("out_of_reach")
