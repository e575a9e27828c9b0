"""Unsent notices kept back after a restore: they may have been sent since the backup was taken."""

from django.db.models import Count, Q

from motcua.core.delivery import State
from motcua.messages.models import OutboxMessage


def hold_unsent() -> int:
    """Keep every unsent notice back until `release`; answers how many. They may have been sent
    since the backup, and are marked so for good."""
    waiting = OutboxMessage.objects.filter(state=State.WAITING, held=False)
    return waiting.update(held=True, doubtful=True)


def release() -> int:
    """Let held notices go; answers how many. The administrator's act."""
    return OutboxMessage.objects.filter(held=True).update(held=False)


def standing() -> tuple[int, int]:
    """How many notices wait to be sent, and how many of them are held back. One query."""
    unsent = OutboxMessage.objects.filter(state=State.WAITING)
    found = unsent.aggregate(all=Count("id"), held=Count("id", filter=Q(held=True)))
    return found["all"], found["held"]
