"""The reminders nobody has to press for: each night, one for every result that has waited long, and
one for every owner who did not answer by the day of a request.

Of a result once for a dossier; the desk may ask again by hand (`services.remind`). Of a request
once for each day that was named: after it an officer proposes what becomes of the dossier.
"""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.fields.json import KT

from motcua.core.clock import VN
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import ResultBy, Stage
from motcua.dossiers.selectors.returning import collection_days
from motcua.jobs import runs
from motcua.messages import holding
from motcua.messages.consumers import ANSWER_REMINDER, REMINDER
from motcua.messages.locking import one_at_a_time
from motcua.messages.models import OutboxMessage

NAME = "messages.reminders"
HOUR = time(0, 10)
EVERY_OFFICE = 0
"""No office has this id: the lock of what is asked for all of them at once."""


def due(now: datetime) -> bool:
    """Whether a night went by without this work; asked again and again, so that a machine that is
    off at night does it in the morning. `now` is the machine's clock. One query.

    The first time only remembers that it was asked: an office that has just begun, or just taken
    this version, is not told of all its old results in the middle of a day.
    """
    last = runs.last_run(NAME)
    if last is None or last.succeeded_at is None:
        runs.succeeded(NAME, now, "Bắt đầu từ đêm tới.")
        return False
    return last.succeeded_at < runs.last_time_of_day(HOUR, now)


def run(now: datetime, at: datetime) -> int:
    """Queue the reminders and remember how it went; answers how many. `now` is the machine's
    clock, `at` the office's time."""
    try:
        held = holding.standing()[1]
        queued = 0 if held else remind_forgotten(at) + remind_unanswered(at)
    except Exception as error:
        runs.failed(NAME, now, f"{type(error).__name__}: {error}")
        raise
    said = "Đợi các tin giữ lại sau khi phục hồi." if held else f"{queued} lời nhắc."
    runs.succeeded(NAME, now, said)
    return queued


def remind_forgotten(at: datetime) -> int:
    """Queue a reminder for each result that nobody fetched within its office's days and nobody was
    reminded of; answers how many. Safe twice. Five queries an office.

    Left out: results that go by post, and what a register tells of the past, as its other notices.
    """
    waiting = Dossier.objects.filter(stage=Stage.FINISHED)
    offices = waiting.order_by("office_id").values_list("office_id", flat=True).distinct()
    return sum(_remind(office, at) for office in offices)


@transaction.atomic
def remind_unanswered(at: datetime) -> int:
    """Queue a reminder for each owner who was asked for papers and let the day to answer by pass;
    answers how many. Nothing lapses by it. Safe twice. Three statements."""
    one_at_a_time(EVERY_OFFICE)
    today = at.astimezone(VN).date()
    notices = OutboxMessage.objects.filter(dossier_id=OuterRef("pk"))
    asked = Dossier.objects.filter(
        Exists(notices.filter(kind="supplement_requested")),
        stage=Stage.AWAITING_SUPPLEMENT,
        flow__reply_by__lt=today.isoformat(),
    ).annotate(reply_by=KT("flow__reply_by"), reminded_at=_last_reminder())
    queued = [
        OutboxMessage(dossier_id=dossier, seq=seq, kind=ANSWER_REMINDER, queued_at=at, ordinal=1)
        for dossier, seq, day, last in asked.values_list(
            "pk", "head_seq", "reply_by", "reminded_at"
        )
        if last is None or last.astimezone(VN).date().isoformat() <= day
    ]
    return len(OutboxMessage.objects.bulk_create(queued, batch_size=1000))


def _last_reminder() -> Subquery:
    """When the owner was last reminded of a request, as a column."""
    rows = OutboxMessage.objects.filter(dossier_id=OuterRef("pk"), kind=ANSWER_REMINDER)
    return Subquery(rows.order_by("-queued_at").values("queued_at")[:1])


@transaction.atomic
def _remind(office: int, at: datetime) -> int:
    one_at_a_time(office)
    midnight = at.astimezone(VN).replace(hour=0, minute=0, second=0, microsecond=0)
    notices = OutboxMessage.objects.filter(dossier_id=OuterRef("pk"))
    forgotten = Dossier.objects.filter(
        Exists(notices.filter(kind="finished")),
        ~Exists(notices.filter(kind=REMINDER)),
        office_id=office,
        stage=Stage.FINISHED,
        result_by=ResultBy.DESK,
        finished_at__lt=midnight - timedelta(days=collection_days(office) - 1),
    )
    queued = [
        OutboxMessage(dossier_id=id_, seq=seq, kind=REMINDER, queued_at=at, ordinal=1)
        for id_, seq in forgotten.values_list("id", "head_seq")
    ]
    return len(OutboxMessage.objects.bulk_create(queued, batch_size=1000))
