"""What was typed while the session ran out: carried through the sign-in page and given back.

Nothing is acted on the way. The values pass through hidden fields of the sign-in page and lie in
the new session only until the form is drawn once.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

PREFIX = "giu:"
FRONT = "/can-bo/"
_NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "username", "password", "tiep"})
_SESSION = "desk_kept"

Pair = tuple[str, str]


def typed(request: HttpRequest) -> Sequence[Pair]:
    """Name and value of every field of a form that came without a session, in order."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _NOT_CARRIED
    ]


def carried(request: HttpRequest) -> Sequence[Pair]:
    """What the sign-in page carried in its hidden fields."""
    return [
        (name.removeprefix(PREFIX), value)
        for name, values in request.POST.lists()
        for value in values
        if name.startswith(PREFIX)
    ]


def put_back(request: HttpRequest, path: str, pairs: Sequence[Pair]) -> None:
    """Keep `pairs` for the form at `path`; nothing when there are none."""
    if pairs:
        request.session[_SESSION] = {"path": path, "pairs": [list(pair) for pair in pairs]}


def waits(request: HttpRequest) -> bool:
    """Whether something waits for the form at this path, and no view has taken it yet."""
    return bool((request.session.get(_SESSION) or {}).get("path") == request.path)


def take(request: HttpRequest) -> QueryDict | None:
    """What waits for the form at this path, once; None when nothing does."""
    waiting: dict[str, Any] | None = request.session.get(_SESSION)
    if not waiting or waiting["path"] != request.path:
        return None
    del request.session[_SESSION]
    data = QueryDict(mutable=True)
    for name, value in waiting["pairs"]:
        data.appendlist(name, value)
    return data


def next_path(request: HttpRequest) -> str:
    """Where to go after signing in: a page of this door only, else its front."""
    wanted = request.POST.get("tiep") or request.GET.get("tiep") or FRONT
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe and wanted.startswith(FRONT) else FRONT
