"""Which dossiers an office answers for: those it received, and what came to it from others."""

from collections.abc import Collection

from django.db.models import Q

from motcua.organization.selectors import inherits, office_ids_below, predecessor_ids


def answered_by(office_id: int) -> Q:
    """What the office has to see to. As plain as can be while nothing ever came to it."""
    if not inherits(office_id):
        return Q(office_id=office_id)
    return Q(office_id=office_id, handled_by=None) | Q(handled_by_id=office_id)


def answered_by_any(office_ids: Collection[int]) -> Q:
    """What any of these offices has to see to."""
    if not any(inherits(one) for one in office_ids):
        return Q(office_id__in=office_ids)
    return Q(office_id__in=office_ids, handled_by=None) | Q(handled_by_id__in=office_ids)


def kept_by(office_id: int) -> Q:
    """What its people may read: that, and the papers of those it came after."""
    if not inherits(office_id):
        return Q(office_id=office_id)
    mine = (office_id, *predecessor_ids(office_id))
    return Q(office_id__in=mine) | Q(handled_by_id=office_id)


def below(office_id: int) -> Q:
    """What the office and those under it answer for or received."""
    offices = office_ids_below(office_id)
    if not any(inherits(one) for one in offices):
        return Q(office_id__in=offices)
    return Q(office_id__in=offices) | Q(handled_by_id__in=offices)
