"""The limit of the lookup: a view of Django that does nothing, behind the same web server."""

import os
import sys

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.house import ORIGIN, WORKERS


def nothing(request: HttpRequest) -> HttpResponse:
    """No middleware before it, no row behind it."""
    return HttpResponse(b"0")


urlpatterns = [path("", nothing)]


def load(target: str) -> WSGIHandler:
    """In a worker: a Django of its own, with nothing in it."""
    import django

    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="bench.empty",
        MIDDLEWARE=[],
        SECRET_KEY=os.urandom(20).hex(),
    )
    django.setup()
    return WSGIHandler()


def main(port: int) -> None:
    """Serve until told to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "bench.empty:load",
        address=ORIGIN,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve(target_loader=load)


if __name__ == "__main__":
    main(int(sys.argv[2]))
