"""What is done every few seconds while the program serves."""

from collections.abc import Iterator
from contextlib import contextmanager

from motcua import audit
from motcua.jobs.worker import Beat
from motcua.organization import timekeeping

BEATS = (
    Beat("audit.seal", 5, audit.seal),
    Beat("organization.heartbeat", 5, timekeeping.heartbeat),
)


@contextmanager
def time_runs() -> Iterator[None]:
    """The demonstration's time runs inside (elsewhere this changes nothing)."""
    timekeeping.start_running()
    try:
        yield
    finally:
        timekeeping.stop_running()
