"""Whether an official wants the digest of the morning by mail, and where."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from motcua.boxes.models import MorningMail
from motcua.core.refusal import Refused
from motcua.core.text import nfc
from motcua.identity.actors import Actor


def want_mail(actor: Actor, address: str) -> bool:
    """Send it to `address` from now on, of every post the person holds or stands in for; an empty
    one: no more. Answers whether it is wanted. Refused: bad_mail_address."""
    wanted = nfc(address).strip()
    if not wanted:
        MorningMail.objects.filter(account_id=actor.account_id).delete()
        return False
    try:
        validate_email(wanted)
    except ValidationError:
        raise Refused("bad_mail_address") from None
    MorningMail.objects.update_or_create(account_id=actor.account_id, defaults={"address": wanted})
    return True
