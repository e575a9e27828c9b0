"""The schedule of the house (machine time): backup, reminders, warnings and housekeeping."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore

from motcua import jobs
from motcua.boxes import mailing, rounds
from motcua.config import environment, logfiles
from motcua.config.backup import nightly
from motcua.dossiers.services import apologising
from motcua.files import pictures, scanner, store
from motcua.messages import reminding
from motcua.messages.channels.configured import channels
from motcua.organization import timekeeping
from motcua.papers import batches
from motcua.reports import tallying
from motcua.reports.waits import renewing


@jobs.periodic("*/15 * * * *")
def backup(timestamp: int) -> None:
    """Back up when the last night's backup is missing."""
    now = datetime.now(UTC)
    if nightly.due(now):
        nightly.run(now)


@jobs.periodic("*/15 * * * *")
def reminders(timestamp: int) -> None:
    """Remind of results nobody fetched, when the last night has not done it."""
    now = datetime.now(UTC)
    if reminding.due(now):
        reminding.run(now, timekeeping.now())


@jobs.periodic("*/15 * * * *")
def waiting_times(timestamp: int) -> None:
    """Reckon the waiting times told in public, when the last night has not done it."""
    now = datetime.now(UTC)
    if renewing.due(now):
        renewing.run(now, timekeeping.now())


@jobs.periodic("* * * * *")
def warnings(timestamp: int) -> None:
    """Warn before it is late, and greet the office's day: asked each minute, done once each
    quarter of an hour of the office's time."""
    at = timekeeping.now()
    rounds.run(datetime.now(UTC), at)
    mailing.send(at, channels(at))


@jobs.periodic("*/15 * * * *")
def apologies(timestamp: int) -> None:
    """Lay before the heads the apologies for what will be late within a working day."""
    apologising.go_round(datetime.now(UTC), timekeeping.now())


@jobs.periodic("5 3 * * *")
def housekeeping(timestamp: int) -> None:
    """Once a night: old prints, files nobody refers to, scans put aside, sessions, the log, and
    tallies in one row a grain."""
    now = datetime.now(UTC)
    batches.expire_batches(now)
    store.sweep_orphans(now)
    pictures.sweep()
    scanner.sweep_aside(settings.MOTCUA_SCANNER, now)
    SessionStore.clear_expired()
    logfiles.rotate(environment.read().data / "log")
    tallying.fold()
