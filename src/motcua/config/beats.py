"""What is done every few seconds while the program serves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from motcua.audit import sealing
from motcua.audit.seals import day_seals
from motcua.dossiers import services as dossiers
from motcua.dossiers.verifying import heads
from motcua.jobs.worker import Beat
from motcua.messages import delivering
from motcua.organization import timekeeping

_sealed_on: date | None = None


def seal_audit() -> None:
    """Seal what the audit has taken in; most beats find a handful of rows."""
    sealing.seal(timekeeping.real_now())


def seal_yesterday() -> None:
    """Seal the day that is over, once; afterwards a beat costs nothing."""
    global _sealed_on
    now = timekeeping.now()
    yesterday = now.date() - timedelta(days=1)
    if _sealed_on == yesterday:
        return
    if all(seal.day != yesterday for seal in day_seals()):
        heads.seal_day(yesterday, now)
    _sealed_on = yesterday


def settle_offices() -> None:
    """Dossiers of offices that ended go to who comes after them, also those imported since."""
    dossiers.settle(timekeeping.now())


def hand_boxes() -> None:
    """What was given to someone who left goes back to the department within a minute."""
    dossiers.hand_boxes(timekeeping.now())


def presume_consents() -> None:
    """Silence that the law takes for consent is written down from the first minute of the day."""
    dossiers.presume_consents(timekeeping.now())


def send_messages() -> None:
    """Send the notices that are due; most beats find none, and one finds three seconds of them."""
    delivering.run(timekeeping.now(), timekeeping.real_now())


def take_scans() -> None:
    """Take in what scanners dropped; most beats find the folders empty."""
    dossiers.take_scans(at=timekeeping.now(), now=timekeeping.real_now())


BEATS = (
    Beat("audit.seal", 5, seal_audit),
    Beat("dossiers.seal_day", 60, seal_yesterday),
    Beat("dossiers.settle_offices", 60, settle_offices),
    Beat("dossiers.hand_boxes", 60, hand_boxes),
    Beat("dossiers.presume_consents", 60, presume_consents),
    Beat("dossiers.take_scans", 10, take_scans),
    Beat("messages.send", 5, send_messages),
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
