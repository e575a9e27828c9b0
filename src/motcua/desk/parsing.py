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


def beside_page(data: QueryDict) -> str:
    """All that the address asks beside the page, as links from page to page begin; ends in `&`."""
    rest = data.copy()
    rest.pop("trang", None)
    return f"{rest.urlencode()}&" if rest else ""


def seq_from(data: QueryDict) -> int:
    """The seq the page was drawn from; -1, which no dossier has, when it cannot be read."""
    found = number_from(data.get("seq"))
    return -1 if found is None else found


def number_from(given: str | None) -> int | None:
    """A number as pages carry it; None for anything else."""
    known = given and given.isascii() and given.isdigit() and len(given) < 10
    return int(given) if given and known else None
