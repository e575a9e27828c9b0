"""Reminders of one office are written by one at a time: two clerks, or a clerk and the night."""

from django.db import connection

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('motcua.messages.remind'), %s)"


def one_at_a_time(office_id: int) -> None:
    """Wait for whoever writes reminders of this office; held to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [office_id])
