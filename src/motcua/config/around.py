"""What every page knows: whether the data are invented, the size of its text, its language."""

from django.http import HttpRequest
from django.utils.translation import get_language

from motcua.organization import timekeeping

SIZES = {"112": "size-112", "125": "size-125"}
SIZE_COOKIE = "motcua_co_chu"


def around(request: HttpRequest) -> dict[str, object]:
    """For templates: `demonstration`, `text_size` as a class of the page, and its `language`."""
    return {
        "demonstration": timekeeping.is_demonstration(),
        "language": get_language(),
        "text_size": SIZES.get(request.COOKIES.get(SIZE_COOKIE, ""), ""),
    }
