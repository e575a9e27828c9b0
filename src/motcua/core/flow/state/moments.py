"""Moments and pauses as a state's document and payloads hold them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from motcua.core.clock import VN, Pause
from motcua.core.ledger import moment_text


def text_of(moment: datetime | None) -> str | None:
    """A moment as it stands in documents and payloads."""
    return None if moment is None else moment_text(moment)


def moment_of(text: str) -> datetime:
    """The moment `text_of` wrote, in Asia/Ho_Chi_Minh."""
    return datetime.fromisoformat(text).astimezone(VN)


def moment_or_none(text: str | None) -> datetime | None:
    """As `moment_of`; None stays None."""
    return None if text is None else moment_of(text)


def pauses_from_json(value: Sequence[Any]) -> tuple[Pause, ...]:
    """The pauses of a state's document."""
    return tuple(
        Pause(moment_of(start), moment_or_none(end), reason, source)
        for start, end, reason, source in value
    )
