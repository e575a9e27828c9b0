"""The nightly backup: seven are kept in the data folder's `backup/`."""

from datetime import datetime, time
from pathlib import Path

from motcua.config import databases, environment
from motcua.config.backup import writing
from motcua.core.clock import VN
from motcua.jobs import runs

NAME = "config.backup"
HOUR = time(2, 30)
KEPT = 7
PATTERN = "motcua-*.backup"


def due(now: datetime) -> bool:
    """Whether a night's backup is missing: none has succeeded since the last 02:30.

    Judged again every quarter of an hour, so that a machine that is switched off at night makes
    its backup in the morning. `now` is the machine's clock.
    """
    last = runs.last_run(NAME)
    if last is None or last.succeeded_at is None:
        return True
    return last.succeeded_at < runs.last_time_of_day(HOUR, now)


def run(now: datetime) -> Path:
    """Write one backup, keep the seven newest, and remember how it went. Raises BackupRefused."""
    env = environment.read()
    target = env.data / "backup" / f"motcua-{now.astimezone(VN):%Y%m%d-%H%M%S}.backup"
    try:
        rows = writing.write(env, databases.url(env), target, at=now)
    except Exception as error:
        runs.failed(NAME, now, f"{type(error).__name__}: {error}")
        raise
    for old in sorted(target.parent.glob(PATTERN))[:-KEPT]:
        old.unlink(missing_ok=True)
    runs.succeeded(NAME, now, f"{target.name}, {sum(rows.values())} dòng")
    return target
