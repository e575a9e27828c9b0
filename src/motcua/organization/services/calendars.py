"""The country's days off as they are announced, year by year: an edition a time, none ever changed.

Adding one moves no promise: those that would differ wait for the head of their office.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from motcua.core.clock import (
    VN,
    Calendar,
    Note,
    YearDays,
    calendar_to_json,
    with_year,
    year_faults,
    year_of,
)
from motcua.core.clock.years import Line
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.organization import selectors
from motcua.organization.models import CalendarEdition
from motcua.organization.noting import Doer, note
from motcua.organization.selectors import calendar_by_edition, national_edition
from motcua.organization.services.hours import rebase_own_calendars

LOCK = 0x6D6F6C63  # two editions at once wait for one another
LONGEST_REASON = 120
LONGEST_SOURCE = 300
KEPT = "Lịch kèm theo chương trình, giữ các năm đơn vị đã nhập"


@dataclass(frozen=True, slots=True)
class Announced:
    """What was announced for a year, and the paper that says so. `confirmed`: it is final."""

    year: int
    off: Sequence[Line]
    work: Sequence[Line]
    source: str
    confirmed: bool


def composed(asked: Announced, *, at: datetime) -> Calendar:
    """The country's calendar as it would be with `asked`, still without an edition. No query once
    the present one is read.

    Refused: calendar_no_days, calendar_no_reason, calendar_no_source, calendar_year_over,
    calendar_year_too_far, calendar_year_before_open, and the faults of lines as `calendar_<code>`.
    """
    now = calendar_by_edition(national_edition())
    _check(asked, now, at)
    old = year_of(now, asked.year)
    final = _confirmed(now, asked.year)
    days = YearDays(
        asked.year,
        _notes(asked.off, old.off if final else {}, asked.source),
        _notes(asked.work, old.work if final else {}, asked.source),
    )
    return with_year(now, days, confirmed=asked.confirmed)


@transaction.atomic
def add_edition(asked: Announced, *, base: str, at: datetime, by: Doer) -> str:
    """The edition that counts with `asked` in it; the one before, when that says the same.

    `base` is the edition the page was drawn from. Refused as `composed`, and calendar_moved.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    selectors.forget()
    before = calendar_by_edition(national_edition())
    calendar = composed(asked, at=at)
    document = calendar_to_json(calendar)
    if document == calendar_to_json(before):
        return before.edition
    if base != before.edition:
        raise Refused("calendar_moved")
    edition = _write(document, clean(asked.source), at=at, year=asked.year, by=by)
    rebase_own_calendars(at=at)
    note("add_calendar", f"{asked.year} {edition}", by=by)
    selectors.forget()
    transaction.on_commit(selectors.forget)
    return edition


def keep_entered_years(shipped: Calendar, *, at: datetime) -> None:
    """A newer file came with the program: the years a person has entered stay as they said."""
    entered = CalendarEdition.objects.filter(office=None, account__isnull=False).order_by("id")
    newest = {row.year: row.edition for row in entered if row.year}
    kept = shipped
    for year, edition in sorted(newest.items()):
        theirs = calendar_by_edition(edition)
        kept = with_year(kept, year_of(theirs, year), confirmed=_confirmed(theirs, year))
    if calendar_to_json(kept) != calendar_to_json(shipped):
        years = ", ".join(str(year) for year in sorted(newest))
        _write(calendar_to_json(kept), f"{KEPT}: {years}", at=at)


def _check(asked: Announced, now: Calendar, at: datetime) -> None:
    _check_year(asked, now, at)
    if not asked.off:
        raise Refused("calendar_no_days", year=asked.year)
    for line in (*asked.off, *asked.work):
        if not clean(line.reason):
            raise Refused("calendar_no_reason", day=f"{line.first:%d/%m/%Y}")
    if not clean(asked.source) or len(asked.source) > LONGEST_SOURCE:
        raise Refused("calendar_no_source")
    for fault in year_faults(asked.year, asked.off, asked.work):
        raise Refused(f"calendar_{fault.code}", day=f"{fault.day:%d/%m/%Y}", year=asked.year)


def _check_year(asked: Announced, now: Calendar, at: datetime) -> None:
    year = asked.year
    if year < max(at.astimezone(VN).year, now.starts_on.year):
        raise Refused("calendar_year_over", year=year)
    if year > now.ends_on.year + 1:
        raise Refused("calendar_year_too_far", year=year, before=now.ends_on.year + 1)
    if asked.confirmed and year > now.starts_on.year and not _confirmed(now, year - 1):
        raise Refused("calendar_year_before_open", year=year, before=year - 1)


def _confirmed(calendar: Calendar, year: int) -> bool:
    return calendar.confirmed_until >= date(year, 12, 31)


def _notes(lines: Sequence[Line], old: Mapping[date, Note], source: str) -> dict[date, Note]:
    """Each day with its reason and source; one that stands as it was confirmed keeps its source."""
    found = {}
    for line in lines:
        reason = clean(line.reason)[:LONGEST_REASON]
        for day in line.days:
            before = old.get(day)
            same = before is not None and before.reason == reason
            found[day] = before if before and same else Note(reason, clean(source))
    return found


def _write(
    document: dict[str, object],
    source: str,
    *,
    at: datetime,
    year: int | None = None,
    by: Doer | None = None,
) -> str:
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    place = CalendarEdition.objects.count()  # what is announced may be as it once was
    digest = hashlib.sha256(f"{place} {at.isoformat()} {text}".encode()).hexdigest()[:16]
    CalendarEdition.objects.create(
        office=None,
        edition=f"vn-{digest}",
        document=document,
        source=source,
        in_force_at=at,
        year=year,
        account=by.account_uuid if by else None,
    )
    return f"vn-{digest}"
