"""What the job worker does every few seconds: send what is due, and remember how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from motcua.core.delivery import Ending, State
from motcua.core.flow.deciding.undoing import UNDO_WITHIN
from motcua.jobs import runs
from motcua.messages.channels.configured import channels
from motcua.messages.models import OutboxMessage
from motcua.messages.sending import pass_over, send_due
from motcua.organization import timekeeping

NAME = "messages.sending"
LATE = timedelta(minutes=10)
MADE_UP = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the outbox of the whole folder stands: `late` should have left ten minutes ago."""

    waiting: int
    kept_back: int
    late: int
    for_a_person: int
    channels: Sequence[str]


def run(at: datetime, now: datetime) -> None:
    """Send what is due at `at`, the office's time; `now` is the machine's clock.

    A demonstration's past is made up, thousands of notices: what is older than MADE_UP is passed
    over there.
    """
    if timekeeping.is_demonstration():
        pass_over(at - MADE_UP)
    ended = send_due(at, channels(at))
    if not ended:
        return
    good = ended[Ending.SENT.value]
    if good or not (ended[Ending.TEMPORARY.value] or ended[Ending.UNCLEAR.value]):
        runs.succeeded(NAME, now, f"{good} tin đã gửi.")
    else:
        runs.failed(NAME, now, f"{sum(ended.values())} tin không gửi được, đợi thử lại.")


def standing(at: datetime) -> Standing:
    """How many notices are where at `at`, the office's time. One query."""
    waiting = Q(state=State.WAITING)
    due = waiting & Q(held=False, next_at=None, queued_at__lte=at - UNDO_WITHIN - LATE)
    found = OutboxMessage.objects.filter(waiting | Q(state=State.PERSON)).aggregate(
        waiting=Count("id", filter=waiting),
        kept_back=Count("id", filter=waiting & Q(held=True)),
        late=Count("id", filter=due),
        for_a_person=Count("id", filter=Q(state=State.PERSON)),
    )
    return Standing(**found, channels=tuple(channels(at)))
