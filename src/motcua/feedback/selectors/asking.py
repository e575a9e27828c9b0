"""What a page that asks the one question needs to know of a slip."""

from dataclasses import dataclass
from datetime import datetime

from motcua.core.codes import normalize
from motcua.core.hearing import check_rating
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.visibility import visible_to
from motcua.feedback.models import Rating
from motcua.feedback.slips import held
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_id


@dataclass(frozen=True, slots=True)
class Slip:
    """A dossier by its slip: no person, no procedure. `refusal`: why it cannot be rated now;
    `rated`: it was, and may be rated anew."""

    code: str
    office: str
    rated: bool
    refusal: Refused | None


def slip(code: str, check: str, at: datetime, secret: bytes) -> Slip:
    """For whoever holds it. Raises Refused("no_such_slip"). Two queries."""
    return _slip(held(code, check, secret), at)


def slip_at_desk(code: str, actor: Actor, at: datetime) -> Slip:
    """For the screen a clerk hands over. Raises Refused("no_such_slip"). Two queries."""
    found = visible_to(actor).filter(code=normalize(code)).first()
    if found is None:
        raise Refused("no_such_slip")
    return _slip(found, at)


def _slip(dossier: Dossier, at: datetime) -> Slip:
    rated_at = Rating.objects.filter(dossier=dossier).values_list("rated_at", flat=True).first()
    refusal = None
    try:
        check_rating(dossier.stage, rated_at, at)
    except Refused as refused:
        refusal = refused
    office = office_by_id(dossier.handled_by_id or dossier.office_id).name
    return Slip(dossier.code, office, rated_at is not None, refusal)
