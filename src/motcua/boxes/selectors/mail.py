"""Where an official has the digest of the morning sent."""

from motcua.boxes.models import MorningMail
from motcua.identity.actors import Actor


def mail_address(actor: Actor) -> str:
    """The address; empty when they want none. One query."""
    wanted = MorningMail.objects.filter(account_id=actor.account_id)
    return wanted.values_list("address", flat=True).first() or ""
