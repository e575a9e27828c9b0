"""One short line after a redirect: what was done, and how to undo it."""

from dataclasses import asdict, dataclass

from django.http import HttpRequest

_SESSION = "desk_toast"


@dataclass(frozen=True, slots=True)
class Toast:
    """`text` says what was done; `undo_url` leads to the act that takes it back, if any."""

    text: str
    undo_url: str = ""
    undo: str = "Hoàn tác"


def leave(request: HttpRequest, toast: Toast) -> None:
    """Leave `toast` for the next page this officer sees."""
    request.session[_SESSION] = asdict(toast)


def pick_up(request: HttpRequest) -> Toast | None:
    """The toast left by the act before, once."""
    left = request.session.pop(_SESSION, None) if _SESSION in request.session else None
    return Toast(**left) if left else None
