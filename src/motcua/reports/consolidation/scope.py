"""Who answers in a round, and whose dossiers each of them speaks of: everybody once."""

from collections.abc import Sequence
from datetime import date

from motcua.identity.actors import Actor
from motcua.organization.selectors import (
    OfficeRow,
    office_by_id,
    offices_with_desk,
    successor_of,
)
from motcua.reports import offices
from motcua.reports.consolidation.figures import Span


def answering(office: OfficeRow, to_on: date) -> Sequence[OfficeRow]:
    """The offices right below on the last day of a period, in their order; what stands under them
    is theirs to collect. No query."""
    rows = offices_with_desk(office.slug, to_on)
    return [row for row in rows if row.parent_id == office.id]


def units(asks: OfficeRow, office: OfficeRow, span: Span) -> Sequence[OfficeRow]:
    """Whose dossiers `office` speaks of when `asks` collects: those under it and whom it goes on
    from; of `asks` itself, whoever no office below speaks of.

    Nobody is in two of them and nobody in none. Raises Refused("office_not_then"). No query.
    """
    found = offices.units(office.slug, span.period, below=True)
    if office.id != asks.id:
        return found
    others = {
        unit.id
        for one in answering(asks, span.to_on)
        for unit in offices.units(one.slug, span.period, below=True)
    }
    return [unit for unit in found if unit.id not in others]


def answers_for(actor: Actor, office_id: int, day: date) -> bool:
    """Whether the actor's office is the one asked, or goes on from it since. No query."""
    if actor.office_id == office_id:
        return True
    ended = office_by_id(office_id).dissolved_on
    return ended is not None and ended <= day and successor_of(office_id, day).id == actor.office_id
