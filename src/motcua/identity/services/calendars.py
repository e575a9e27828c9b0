"""Who may enter the days off that were announced: they hold for every desk of the folder."""

from datetime import datetime

from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can, has
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import offices_with_desk
from motcua.organization.services.calendars import Announced, add_edition


def may_enter_calendar(actor: Actor, at: datetime) -> bool:
    """Whether the right of `actor` reaches every office that takes dossiers in: of the province,
    of the town, or of the one ward the folder is for.

    Where nobody's does (wards side by side, no administrator above), an administrator of any of
    them may. No query for whom it reaches, else one.
    """
    if _reaches_all(actor, at):
        return True
    others = (one for one in actors_in_post(at) if has(one, Duty.CALENDAR))
    return has(actor, Duty.CALENDAR) and not any(_reaches_all(one, at) for one in others)


def _reaches_all(actor: Actor, at: datetime) -> bool:
    desks = offices_with_desk()
    return bool(desks) and all(can(actor, Duty.CALENDAR, Subject(o.id), at) for o in desks)


def enter_year(actor: Actor, asked: Announced, *, base: str, at: datetime) -> str:
    """The edition that counts with `asked`. Refused: not_your_calendar, and as `add_edition`."""
    if not may_enter_calendar(actor, at):
        raise Refused("not_your_calendar")
    return add_edition(asked, base=base, at=at, by=actor)
