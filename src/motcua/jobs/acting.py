"""What an administrator may do to a job: let it run again, or drop it.

Each locks the row, so that pressing twice, or two at once, does it once and tells the second.
"""

from django.db import connection, transaction

from motcua.core.refusal import Refused
from motcua.jobs.runs import HELD
from motcua.jobs.tasks import STALLED_SECONDS

_LOCKED = """
SELECT j.task_name, j.status::text, starts_with(j.queue_name, %s),
       j.status = 'doing' AND coalesce(w.last_heartbeat, '-infinity')
           < now() - make_interval(secs => %s)
FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
WHERE j.id = %s FOR UPDATE OF j
"""
_AGAIN = """
UPDATE procrastinate_jobs
SET status = 'todo', abort_requested = false, worker_id = NULL, attempts = 0, scheduled_at = NULL,
    queue_name = CASE WHEN starts_with(queue_name, %s) THEN substr(queue_name, %s)
                      ELSE queue_name END
WHERE id = %s
  AND NOT EXISTS (SELECT 1 FROM procrastinate_jobs o WHERE o.status = 'todo'
                  AND o.id <> procrastinate_jobs.id
                  AND o.queueing_lock = procrastinate_jobs.queueing_lock)
"""


@transaction.atomic
def again(job: int) -> str:
    """Let a failed, stalled, held or postponed job run now; answers its task's name.

    When an equal job waits already, this one is dropped: the work is done once. Raises
    Refused("job_gone", "job_runs"). Three statements.
    """
    name, running = _locked(job)
    if running:
        raise Refused("job_runs")
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, [HELD, len(HELD) + 1, job])
        if cursor.rowcount == 0:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job])
    return name


@transaction.atomic
def drop(job: int) -> str:
    """Take a job away that does not run; answers its task's name. Raises as `again`."""
    name, running = _locked(job)
    if running:
        raise Refused("job_runs")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job])
    return name


def _locked(job: int) -> tuple[str, bool]:
    """The name of its task, and whether a living worker runs it."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCKED, [HELD, STALLED_SECONDS, job])
        row = cursor.fetchone()
    if row is None or row[1] in ("succeeded", "cancelled", "aborted"):
        raise Refused("job_gone")
    return str(row[0]), row[1] == "doing" and not row[3]
