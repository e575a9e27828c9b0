"""When warnings are given and digests made: each quarter of an hour of the office's time, once."""

from datetime import datetime

from django.db import transaction

from motcua.boxes import digests, giving
from motcua.boxes.models import Round
from motcua.core.clock import VN
from motcua.jobs import runs

NAME = "boxes.warnings"


def run(now: datetime, at: datetime) -> bool:
    """Go the round of this quarter of an hour, unless it was gone; answers whether it was now.

    `now` is the machine's clock, `at` the office's time, which a demonstration has for itself.
    Two that come at once: the second finds it done. What breaks is remembered and raised.
    """
    try:
        said = _gone(at)
    except Exception as error:
        runs.failed(NAME, now, f"{type(error).__name__}: {error}")
        raise
    if said is not None:
        runs.succeeded(NAME, now, said)
    return said is not None


@transaction.atomic
def _gone(at: datetime) -> str | None:
    Round.objects.get_or_create(name=NAME)
    row = Round.objects.select_for_update().get(name=NAME)
    if row.gone_at is not None and quarter(row.gone_at) == quarter(at):
        return None
    given, made = giving.give(at), digests.make(at)
    row.gone_at = at
    row.save(update_fields=["gone_at"])
    return f"{given} cảnh báo, {made} bản đầu ngày."


def quarter(at: datetime) -> datetime:
    """The quarter of an hour in which `at` lies, by its beginning."""
    local = at.astimezone(VN)
    return local.replace(minute=local.minute - local.minute % 15, second=0, microsecond=0)
