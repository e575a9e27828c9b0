"""Small readings of what a form of the desk carries beside its fields."""

from uuid import UUID, uuid4

from django.http import QueryDict


def key_from(data: QueryDict, name: str = "key") -> UUID:
    """The key of the button pressed; a new one when the form carries none that can be read."""
    try:
        return UUID(data.get(name, ""))
    except ValueError:
        return uuid4()


def value(data: QueryDict | None, name: str) -> str:
    """The last value sent as `name`; empty without data."""
    return str(data.get(name, "")) if data is not None else ""


def seq_from(data: QueryDict) -> int:
    """The seq the page was drawn from; -1, which no dossier has, when it cannot be read."""
    given = data.get("seq", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1
