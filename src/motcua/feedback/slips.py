"""Whoever holds the slip: code and check characters together, or nothing."""

from motcua.core.codes import DossierCode, NotACode, check_characters, verify_check
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import Stage

NOBODYS = (Stage.VOID, Stage.INTAKE_REFUSED)


def held(code: str, check: str, secret: bytes, *, lock: bool = False) -> Dossier:
    """The dossier of a slip. Raises Refused("no_such_slip"), the same for every reason. One query.

    `lock`: no other transaction answers for it at the same time.
    """
    try:
        wanted = str(DossierCode.parse(code))
    except NotACode:
        raise Refused("no_such_slip") from None
    if not verify_check(wanted, check, secret):
        raise Refused("no_such_slip")
    rows = Dossier.objects.select_for_update(of=("self",)) if lock else Dossier.objects.all()
    found = rows.filter(code=wanted).exclude(stage__in=NOBODYS).first()
    if found is None:
        raise Refused("no_such_slip")
    return found


def receipt_check(number: str, secret: bytes) -> str:
    """The check characters given with the number of a complaint."""
    return check_characters(number, secret)
