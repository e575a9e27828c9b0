"""Asking for work, inside the transaction it follows from."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task

Work = Callable[..., Any]
AnyTask = Task[Any, Any, Any]

RETRY = RetryStrategy(max_attempts=5, exponential_wait=4)  # after 4, 16, 64, 256 s


def task(*, name: str = "", alone: bool = False) -> Callable[[Work], AnyTask]:
    """Register a function as a task; it is tried five times over six minutes.

    `alone`: two jobs of this task never run at the same time.
    """

    def register(work: Work) -> AnyTask:
        full = name or f"{work.__module__}.{work.__name__}"
        return app.task(name=full, retry=RETRY, lock=full if alone else None)(work)

    return register


def periodic(cron: str) -> Callable[[Work], AnyTask]:
    """Register a function that takes a timestamp (seconds) as a task of the schedule `cron`
    (local time of the machine). It is never queued twice and never runs twice at a time."""

    def register(work: Work) -> AnyTask:
        full = f"{work.__module__}.{work.__name__}"
        made = app.task(name=full, queueing_lock=full, lock=full)(work)
        return app.periodic(cron=cron, periodic_id=full)(made)

    return register


def defer(
    wanted: AnyTask, *, once: str = "", not_before: datetime | None = None, **ids: int | str
) -> bool:
    """Queue a job when the surrounding transaction commits; False when an equal one waits.

    `once` names the work: while a job of that name waits, another is not added. Finding it
    breaks the statement, hence the savepoint: the transaction goes on. One round trip, two more
    with `once`.
    """
    options: dict[str, Any] = {"schedule_at": not_before} if not_before else {}
    if not once:
        wanted.configure(**options).defer(**ids)
        return True
    try:
        with transaction.atomic():
            wanted.configure(queueing_lock=once, **options).defer(**ids)
    except AlreadyEnqueued:
        return False
    return True
