"""Unsent notices kept back after a restore: they may have been sent since the backup was taken."""

from django.db.models import Count, Q

from motcua.messages.models import OutboxMessage


def hold_unsent() -> int:
    """Keep every unsent notice back until `release`; answers how many."""
    return OutboxMessage.objects.filter(sent_at=None, held=False).update(held=True)


def release() -> int:
    """Let held notices go; answers how many. The administrator's act."""
    return OutboxMessage.objects.filter(sent_at=None, held=True).update(held=False)


def standing() -> tuple[int, int]:
    """How many notices wait to be sent, and how many of them are held back. One query."""
    unsent = OutboxMessage.objects.filter(sent_at=None)
    found = unsent.aggregate(all=Count("id"), held=Count("id", filter=Q(held=True)))
    return found["all"], found["held"]
