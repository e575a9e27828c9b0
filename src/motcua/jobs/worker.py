"""The process that runs jobs, and beats: short works every few seconds that need no queue."""

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

log = logging.getLogger("motcua.jobs")

CONCURRENCY = 2
GRACE_SECONDS = 15


@dataclass(frozen=True, slots=True)
class Beat:
    """A work done every few seconds while the program serves. It must be short and safe twice."""

    name: str
    seconds: float
    work: Callable[[], object]


def run(beats: Sequence[Beat]) -> None:
    """Run jobs and beats until SIGTERM or SIGINT, then finish what runs (at most 15 s)."""
    connector = app.connector
    assert isinstance(connector, DjangoConnector)  # noqa: S101 (Django's app has no other)
    with app.replace_connector(connector.get_worker_connector()) as working:
        asyncio.run(_run(working, beats))


async def _run(working: App, beats: Sequence[Beat]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for request in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(request, stop.set)
    async with working.open_async():
        jobs = asyncio.create_task(_jobs(working))
        tasks = [asyncio.create_task(_beat(beat, stop)) for beat in beats]
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({jobs, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        jobs.cancel()
        await asyncio.gather(jobs, *tasks, return_exceptions=True)


async def _jobs(working: App) -> None:
    await working.run_worker_async(
        queues=["default"],
        concurrency=CONCURRENCY,
        delete_jobs="successful",
        install_signal_handlers=False,
        shutdown_graceful_timeout=GRACE_SECONDS,
    )


async def _beat(beat: Beat, stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            await sync_to_async(_once, thread_sensitive=False)(beat)
        except Exception as error:  # a lost database must not end the beats
            log.error("beat failed", exc_info=error, extra={"task": beat.name})
        try:
            await asyncio.wait_for(stop.wait(), beat.seconds)
        except TimeoutError:
            continue


def _once(beat: Beat) -> None:
    close_old_connections()
    try:
        beat.work()
    finally:
        close_old_connections()
