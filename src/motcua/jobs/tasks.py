"""The work of the job room itself."""

import logging

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

log = logging.getLogger("motcua.jobs")

STALLED_SECONDS = 30
MOST_ATTEMPTS = 5


@app.periodic(cron="* * * * *")
@app.task(
    name="motcua.jobs.sweep",
    queueing_lock="motcua.jobs.sweep",
    lock="motcua.jobs.sweep",
    pass_context=True,
)
async def sweep(context: JobContext, timestamp: int) -> None:
    """Queue again what a killed worker left running: its heartbeat stopped 30 s ago.

    A job that lost its worker five times is given up: it may be what kills them.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        log.warning("stalled", extra={"job": job.id, "task": job.task_name})
        if job.attempts >= MOST_ATTEMPTS:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
        else:
            await manager.retry_job(job)
