"""The hours a desk is open: an edition of the calendar that is the office's own."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from motcua.core.clock import calendar_from_json, calendar_to_json
from motcua.core.refusal import Refused
from motcua.organization import selectors
from motcua.organization.models import CalendarEdition
from motcua.organization.noting import Doer, note
from motcua.organization.selectors import calendar_by_edition, national_edition, office_by_id

SOURCE = "Giờ tiếp nhận do đơn vị quy định"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class DeskHours:
    """The sessions of each working day, Monday to Friday, and of Saturday (often none)."""

    week: Sequence[Span]
    saturday: Sequence[Span] = ()


@transaction.atomic
def keep_hours(office_id: int, hours: DeskHours, *, at: datetime, by: Doer | None) -> str:
    """The edition by which the office works from `at` on; due times promised before keep theirs.

    Nothing is written when they are the hours it has. Refused: bad_hours.
    """
    _check(hours.week)
    if hours.saturday:
        _check(hours.saturday)
    days = dict.fromkeys(WEEKDAYS, _spans(hours.week)) | {"sat": _spans(hours.saturday)}
    country = calendar_by_edition(national_edition())
    document = calendar_to_json(country) | {"sessions": days, "source": SOURCE}
    calendar = calendar_from_json(document)
    if calendar.sessions == selectors.calendar_of(office_id).sessions:
        return selectors.calendar_of(office_id).edition
    edition = write_edition(office_id, calendar_to_json(calendar), at=at)
    note("keep_hours", f"{office_by_id(office_id).slug} {edition}", by=by)
    selectors.forget()
    return edition


def write_edition(
    office_id: int,
    document: dict[str, object],
    *,
    at: datetime,
    source: str = SOURCE,
    year: int | None = None,
) -> str:
    """An edition of an office's own calendar, named by its content; the newest row counts."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    place = CalendarEdition.objects.count()  # what is announced may be as it once was
    digest = hashlib.sha256(f"{place} {at.isoformat()} {text}".encode()).hexdigest()[:16]
    edition = f"own-{office_id}-{digest}"
    CalendarEdition.objects.create(
        office_id=office_id,
        edition=edition,
        document=document,
        source=source,
        in_force_at=at,
        year=year,
    )
    return edition


def rebase_own_calendars(*, at: datetime) -> None:
    """Offices with hours of their own take over the country's new days off and swaps, and name
    what the country's newest edition rests on."""
    newest: dict[int | None, CalendarEdition] = {}
    for row in CalendarEdition.objects.order_by("id"):
        newest[row.office_id] = row
    country = newest.pop(None)
    for office_id, row in newest.items():
        sessions = {"sessions": row.document["sessions"], "source": row.document["source"]}
        document = country.document | sessions
        if document != row.document and office_id is not None:
            write_edition(office_id, document, at=at, source=country.source, year=country.year)


def _check(spans: Sequence[Span]) -> None:
    last = time(0)
    for opens, closes in spans:
        if not last <= opens < closes:
            raise Refused("bad_hours")
        last = closes
    if not spans:
        raise Refused("bad_hours")


def _spans(spans: Sequence[Span]) -> list[list[str]]:
    return [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in spans]
