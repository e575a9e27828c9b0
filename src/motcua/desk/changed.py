"""What changed for a person: told on the first page of the day, until they put it away.

Counted once a day for each session and position and kept in the session, so that no page asks the
database for it again.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest

from motcua.catalogue.decisions.promulgations import changes_for, seen_until
from motcua.catalogue.selectors import VersionRow
from motcua.identity.actors import Actor

KEY = "desk_changed"
AT_FIRST = timedelta(days=30)
"""How far back somebody is told who has never put anything away."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told: after which day, and which versions began since."""

    after: date
    rows: tuple[VersionRow, ...]


def told(actor: Actor, today: date) -> Told:
    """What began for the office of `actor`, or for their department. Two queries when nothing."""
    after = seen_until(actor.account_id) or today - AT_FIRST
    rows = changes_for(actor.office_id, actor.department_code, after, today)
    return Told(after, tuple(rows))


def count(request: HttpRequest, actor: Actor, today: date) -> int:
    """How many there are to be told. Two queries once a day in a session, else none."""
    mark = f"{today.isoformat()} {actor.position_uuid}"
    kept: Any = request.session.get(KEY)
    if not isinstance(kept, list) or kept[0] != mark:
        kept = [mark, len(told(actor, today).rows)]
        request.session[KEY] = kept
    return int(kept[1])


def forget(request: HttpRequest) -> None:
    """Count anew at the next page."""
    request.session.pop(KEY, None)
