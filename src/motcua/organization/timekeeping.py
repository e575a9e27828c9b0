"""The one provider of the moment of an act, for doors and commands.

An installation uses the machine's clock. A demonstration folder has a date of its own, from which
time runs on only while the program serves. Sessions, rate limits, schedules and logs always use
the machine's clock (`real_now`).
"""

import ctypes
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction

from motcua.core.clock import VN
from motcua.organization.models import Installation

FRESH = timedelta(seconds=120)
"""How long the program counts as serving without a sign of life: time never runs on by more after
a kill, and never goes back behind an act."""

CACHED_SECONDS = 5.0

_TIMEX_BYTES, _STATUS_AT, _UNSYNCHRONIZED = 208, 40, 0x40  # struct timex of 64-bit Linux


@dataclass(slots=True)
class _Known:
    """What this process last read, and when (monotonic seconds)."""

    offset: timedelta | None
    frozen: datetime | None
    demonstration: bool
    read_at: float


_known: _Known | None = None
moves = 0
"""How often this process has set a demonstration's time: what was told by the old day is stale."""


def real_now() -> datetime:
    """The machine's clock, aware."""
    return datetime.now(UTC).astimezone(VN)


def clock_is_kept() -> bool | None:
    """Whether the kernel says that the machine's clock is set by the network; None when it does
    not say. Asks only, changes nothing."""
    asked = ctypes.create_string_buffer(_TIMEX_BYTES)
    try:
        if ctypes.CDLL(None).adjtimex(asked) < 0:
            return None
    except (OSError, AttributeError):
        return None
    status = int.from_bytes(asked.raw[_STATUS_AT : _STATUS_AT + 4], "little")
    return not status & _UNSYNCHRONIZED


def now() -> datetime:
    """The moment of an act now. At most one query every five seconds a process."""
    known = _read()
    if known.frozen is not None:
        return known.frozen
    return real_now() + known.offset if known.offset else real_now()


def is_demonstration() -> bool:
    """Whether this folder holds invented data under a date of its own."""
    return _read().demonstration


def begin_demonstration() -> None:
    """Mark the folder as one whose demonstration is being loaded: it has no time of its own yet."""
    Installation.objects.update_or_create(one=True, defaults={"demonstration": True})
    forget()


def set_demonstration(moment: datetime) -> None:
    """Mark the folder as a demonstration whose time is `moment`, standing still."""
    Installation.objects.update_or_create(
        one=True,
        defaults={
            "demonstration": True,
            "demo_now": moment,
            "heartbeat_at": real_now(),
            "running": False,
        },
    )
    global moves
    moves += 1
    forget()


def demonstration_is_whole() -> bool:
    """Whether a demonstration was loaded to its end, so that it has a time of its own."""
    return Installation.objects.filter(demonstration=True, demo_now__isnull=False).exists()


def start_running() -> None:
    """The program serves: from now on the demonstration's time runs with the machine's."""
    _stamp(running=True)


def heartbeat() -> None:
    """Still serving: note where the demonstration's time stands, so that a kill loses little."""
    _stamp(running=True)


def stop_running() -> None:
    """The program stops: the demonstration's time stands still."""
    _stamp(running=False)


def forget() -> None:
    """Read the row anew at the next question. For tests and after the folder changed."""
    global _known
    _known = None


@transaction.atomic
def _stamp(*, running: bool) -> None:
    row = Installation.objects.select_for_update().filter(one=True).first()
    if row is None or row.demo_now is None or row.heartbeat_at is None:
        return
    here = real_now()
    if row.running:
        row.demo_now += _ran(row.heartbeat_at, here)
    row.heartbeat_at, row.running = here, running
    row.save(update_fields=["demo_now", "heartbeat_at", "running"])
    forget()


def _read() -> _Known:
    global _known
    tick = time.monotonic()
    if _known is None or tick - _known.read_at > CACHED_SECONDS:
        _known = _fresh(tick)
    return _known


def _fresh(tick: float) -> _Known:
    row = Installation.objects.filter(one=True).first()
    if row is None or not row.demonstration or row.demo_now is None or row.heartbeat_at is None:
        return _Known(None, None, bool(row and row.demonstration), tick)
    demo_now, beat, here = row.demo_now.astimezone(VN), row.heartbeat_at, real_now()
    if row.running and here - beat < FRESH:
        return _Known(demo_now - beat, None, True, tick)
    ran = _ran(beat, here) if row.running else timedelta(0)
    return _Known(None, demo_now + ran, True, tick)


def _ran(since: datetime, here: datetime) -> timedelta:
    return max(timedelta(0), min(here - since, FRESH))
