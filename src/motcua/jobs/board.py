"""What an administrator is shown of the background work: what runs, waits, failed, stalled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from procrastinate.contrib.django import app

from motcua.jobs.runs import HELD
from motcua.jobs.tasks import STALLED_SECONDS

MOST = 100
_JOBS = """
SELECT j.id, j.task_name,
       CASE WHEN starts_with(j.queue_name, %s) THEN 'held'
            WHEN j.status = 'doing' AND coalesce(w.last_heartbeat, '-infinity')
                 < now() - make_interval(secs => %s) THEN 'stalled'
            WHEN j.status = 'todo' AND j.scheduled_at > now() THEN 'later'
            ELSE j.status::text END AS standing,
       j.attempts, j.scheduled_at, w.last_heartbeat,
       (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id)
FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
WHERE j.status IN ('todo', 'doing', 'failed')
ORDER BY array_position(ARRAY['failed', 'doing', 'todo'], j.status::text), j.id
LIMIT %s
"""
_DEFERS = """
SELECT task_name, max(defer_timestamp) FROM procrastinate_periodic_defers GROUP BY task_name
"""
_BEAT = "SELECT max(last_heartbeat) FROM procrastinate_workers"


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job. `standing`: `doing`, `stalled` (its worker gave no sign for 30 s), `todo`, `later`
    (not before `not_before_at`), `held` (after a restore) or `failed`. What it is about stays
    unsaid: its arguments are not for this page."""

    id: int
    task: str
    standing: str
    attempts: int
    not_before_at: datetime | None
    heartbeat_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A work of the schedule: `cron` in the machine's time, when it was last queued."""

    task: str
    cron: str
    queued_at: datetime | None


@dataclass(frozen=True, slots=True)
class Board:
    """All of it. `beat_at`: the last sign of life of any worker. `more`: not all are listed."""

    jobs: Sequence[JobRow]
    more: bool
    schedule: Sequence[Scheduled]
    beat_at: datetime | None


def board() -> Board:
    """The hundred jobs that matter most, failed ones first; done ones are gone. Three queries."""
    with connection.cursor() as cursor:
        cursor.execute(_JOBS, [HELD, STALLED_SECONDS, MOST + 1])
        jobs = [JobRow(*row) for row in cursor.fetchall()]
        cursor.execute(_DEFERS)
        queued = {
            str(name): datetime.fromtimestamp(int(stamp), UTC) for name, stamp in cursor.fetchall()
        }
        cursor.execute(_BEAT)
        row = cursor.fetchone()
    tasks = app.periodic_registry.periodic_tasks.values()
    schedule = [Scheduled(one.task.name, one.cron, queued.get(one.task.name)) for one in tasks]
    return Board(
        jobs=jobs[:MOST],
        more=len(jobs) > MOST,
        schedule=sorted(schedule, key=lambda one: one.task),
        beat_at=row[0] if row else None,
    )
