"""Who may enter the days off that were announced: they hold for every desk of the folder."""

from datetime import datetime

from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import offices_with_desk
from motcua.organization.services.calendars import Announced, add_edition


def may_enter_calendar(actor: Actor, at: datetime) -> bool:
    """Whether the right of `actor` reaches every office that takes dossiers in: of the province,
    of the town, or of the one ward the folder is for. No query."""
    desks = offices_with_desk()
    return bool(desks) and all(can(actor, Duty.CALENDAR, Subject(o.id), at) for o in desks)


def enter_year(actor: Actor, asked: Announced, *, base: str, at: datetime) -> str:
    """The edition that counts with `asked`. Refused: not_your_calendar, and as `add_edition`."""
    if not may_enter_calendar(actor, at):
        raise Refused("not_your_calendar")
    return add_edition(asked, base=base, at=at, by=actor)
