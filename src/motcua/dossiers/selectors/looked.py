"""Who has looked at a dossier, printed it, opened it from above: for who may know."""

from collections.abc import Sequence

from motcua.audit.trail import touches_at
from motcua.core.codes import normalize
from motcua.core.refusal import Refused
from motcua.dossiers.answering import below
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.identity.trail import TrailRow, said


def who_looked(code: str, actor: Actor) -> tuple[str, Sequence[TrailRow]]:
    """The code as written, and its views, newest first, at most 200. Three queries.

    An administrator reaches the dossiers of their offices without opening any; others those they
    may open. Raises Refused("not_found") for what is not theirs.
    """
    scope = scope_of(actor, Duty.WHO_LOOKED)
    if scope is None:
        raise Refused("not_found")
    mine = (
        Dossier.objects.filter(below(actor.office_id))
        if scope is Scope.BELOW
        else visible_to(actor)
    )
    found = mine.filter(code=normalize(code)).values_list("code", flat=True).first()
    if found is None:
        raise Refused("not_found")
    return found, said(touches_at("dossier", found))
