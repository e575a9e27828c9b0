"""Who sees which dossier: the one place that turns an officer into a filter."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from motcua.core.flow import Act
from motcua.dossiers.answering import below, kept_by
from motcua.dossiers.models import AskedOpinion, Dossier, DossierStep
from motcua.dossiers.selectors.waiting import asked_of
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of


def visible_to(actor: Actor) -> QuerySet[Dossier]:
    """The dossiers `actor` may open with names: scope of `Duty.OPEN` in the grants table.

    office: all of the own office's, and of those it came after; department: those with a step
    held, now or before, by the own department or by the own position kind outside departments.
    Whatever the scope, a dossier that passed through the officer's own hands stays visible (liên
    thông), and so does one it was asked for an opinion on.
    """
    handled: Combinable | Q = Exists(
        DossierStep.objects.filter(
            Q(department_id=None) | Q(department_id=actor.department_id),
            dossier_id=OuterRef("pk"),
            office_id=actor.office_id,
            position_kind=actor.kind,
        )
    )
    if scope_of(actor, Act.ANSWER_OPINION) is not None:
        asked = AskedOpinion.objects.filter(asked_of(actor), dossier_id=OuterRef("pk"))
        handled = handled | Exists(asked)
    scope = scope_of(actor, Duty.OPEN)
    if scope is Scope.OFFICE:
        return Dossier.objects.filter(kept_by(actor.office_id) | handled)
    if scope is Scope.DEPARTMENT:
        in_department = Exists(
            DossierStep.objects.filter(
                Q(department_id=actor.department_id),
                dossier_id=OuterRef("pk"),
                office_id=actor.office_id,
            )
        )
        return Dossier.objects.filter(in_department | handled)
    if scope is None:
        return Dossier.objects.none()
    return Dossier.objects.filter(handled)


def overseen_by(actor: Actor) -> QuerySet[Dossier]:
    """Those whose clock and holder `actor` may see with the person masked: the offices below."""
    if scope_of(actor, Duty.OVERVIEW) is not Scope.BELOW:
        return Dossier.objects.none()
    return Dossier.objects.filter(below(actor.office_id))
