"""What is remembered of scheduled work, and jobs that are held back."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from django.db import connection

from motcua.core.clock import VN
from motcua.jobs.models import LastRun

HELD = "held:"  # a queue no worker reads


def succeeded(name: str, at: datetime, note: str = "") -> None:
    """Remember a success. `at` is the machine's clock."""
    LastRun.objects.update_or_create(name=name, defaults={"succeeded_at": at, "note": note[:500]})


def failed(name: str, at: datetime, note: str) -> None:
    """Remember a failure; the last success stays beside it."""
    LastRun.objects.update_or_create(name=name, defaults={"failed_at": at, "note": note[:500]})


def last_run(name: str) -> LastRun | None:
    """The memory of one scheduled work, if it ever ran."""
    return LastRun.objects.filter(name=name).first()


def last_time_of_day(hour: time, now: datetime) -> datetime:
    """The last moment at or before `now` when it was `hour` in the office."""
    found = datetime.combine(now.astimezone(VN).date(), hour, VN)
    return found if found <= now else found - timedelta(days=1)


def hold_all() -> int:
    """Keep every waiting job from running until `release`; answers how many.

    After a restore: what they were to send may have been sent since the backup was taken. A job
    that was running at the backup counts as waiting.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'todo', queueing_lock = NULL, "
            "worker_id = NULL, queue_name = %s || queue_name "
            "WHERE status IN ('todo', 'doing') AND NOT starts_with(queue_name, %s)",
            [HELD, HELD],
        )
        return int(cursor.rowcount)


def held() -> int:
    """How many jobs are held."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE starts_with(queue_name, %s)", [HELD]
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def release() -> int:
    """Let held jobs run; answers how many. The administrator's act after a restore."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET queue_name = substr(queue_name, %s) "
            "WHERE starts_with(queue_name, %s)",
            [len(HELD) + 1, HELD],
        )
        return int(cursor.rowcount)


def last_runs() -> Sequence[LastRun]:
    """The memory of every scheduled work, by name. One query."""
    return tuple(LastRun.objects.order_by("name"))


def standing() -> Mapping[str, int]:
    """How many jobs stand in each of procrastinate's states, and how many are held. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN starts_with(queue_name, %s) THEN 'held' ELSE status::text END, "
            "count(*) FROM procrastinate_jobs GROUP BY 1",
            [HELD],
        )
        return {str(name): int(count) for name, count in cursor.fetchall()}


def oldest_waiting() -> datetime | None:
    """Since when the oldest job that may run is waiting; None when none is. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(coalesce(j.scheduled_at, e.at)) FROM procrastinate_jobs j "
            "LEFT JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred' "
            "WHERE j.status = 'todo' AND NOT starts_with(j.queue_name, %s) "
            "AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())",
            [HELD],
        )
        row = cursor.fetchone()
    return row[0] if row else None
