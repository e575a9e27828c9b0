"""One short line after a redirect: what was done, and how to undo it.

It travels in a signed cookie of the browser, read once: no row is written for it, and it names a
dossier by the tail of its code, nobody by name.
"""

import json
from dataclasses import asdict, dataclass

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

COOKIE = "motcua_vua_lam"
SALT = "motcua.desk.toasts"
SECONDS = 60
PATH = "/can-bo/"


@dataclass(frozen=True, slots=True)
class Toast:
    """`text` says what was done; `undo_url` leads to the act that takes it back, if any."""

    text: str
    undo_url: str = ""
    undo: str = "Hoàn tác"

    def __str__(self) -> str:
        return self.text


def leave(response: HttpResponse, toast: Toast) -> HttpResponse:
    """Leave `toast` for the next page this officer sees."""
    response.set_signed_cookie(
        COOKIE,
        json.dumps(asdict(toast)),
        salt=SALT,
        max_age=SECONDS,
        path=PATH,
        httponly=True,
        samesite="Lax",
    )
    return response


def waiting(request: HttpRequest) -> Toast | None:
    """The toast left by the act before; one that was changed on the way is none."""
    try:
        left = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=SECONDS)
        return Toast(**json.loads(left)) if left else None
    except (BadSignature, ValueError, TypeError):
        return None


def clear(response: HttpResponse) -> None:
    """It was shown; the next page has none."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
