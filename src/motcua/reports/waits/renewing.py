"""Reckoning the waiting times anew: each night, by a job or by `motcua waits`."""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.db import connection, transaction

from motcua.core.clock import VN
from motcua.core.waits import Spread, spread, told
from motcua.dossiers.served import served_between
from motcua.jobs import runs
from motcua.reports.waits.models import WaitingTime, WaitingTimesRenewal

NAME = "reports.waits"
HOUR = time(0, 40)
Place = tuple[int, int]
"""Office and procedure."""


def due(now: datetime) -> bool:
    """Whether a night went by without this work; at the first asking it is. `now` is the machine's
    clock. One query."""
    last = runs.last_run(NAME)
    done = last.succeeded_at if last else None
    return done is None or done < runs.last_time_of_day(HOUR, now)


def run(now: datetime, at: datetime) -> None:
    """Renew them and remember how it went. `now` is the machine's clock, `at` the office's time."""
    try:
        count = renew(at)
    except Exception as error:
        runs.failed(NAME, now, f"{type(error).__name__}: {error}")
        raise
    runs.succeeded(NAME, now, f"{count} thủ tục tại đơn vị.")


def days(at: datetime) -> tuple[date, date]:
    """The twelve months that end with the day before `at`, both days included."""
    today = at.astimezone(VN).date()
    return _year_before(today), today - timedelta(days=1)


def reckoned(from_on: date, to_on: date) -> Mapping[Place, Spread]:
    """What may be told of these days. Reads what was answered in them, streamed; four bytes of
    memory a dossier."""
    times: defaultdict[Place, array[int]] = defaultdict(lambda: array("I"))
    for one in served_between(_midnight(from_on), _midnight(to_on + timedelta(days=1))):
        times[one.office_id, one.procedure_id].append(one.minutes)
    found = {place: told(spread(minutes)) for place, minutes in times.items()}
    return {place: known for place, known in found.items() if known is not None}


def renew(at: datetime) -> int:
    """Put the figures of the twelve months before `at` in place of the last ones; answers how many.

    Counts first, then writes: readers see all the old or all the new, and two at once follow one
    another. Safe twice.
    """
    from_on, to_on = days(at)
    found = reckoned(from_on, to_on)
    with transaction.atomic():
        with connection.cursor() as cursor:
            table = WaitingTimesRenewal._meta.db_table
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        WaitingTimesRenewal.objects.all().delete()
        made = WaitingTimesRenewal.objects.create(id=1, from_on=from_on, to_on=to_on, renewed_at=at)
        WaitingTime.objects.bulk_create(
            WaitingTime(
                renewal=made, office_id=office, procedure_id=procedure, dossiers=one.count,
                median=one.median, ninetieth=one.ninetieth,
            )
            for (office, procedure), one in sorted(found.items())
        )  # fmt: skip
    return len(found)


def _year_before(day: date) -> date:
    """The same day a year before; of 29 February, the first day that year has after the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 3, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VN)
