"""What wraps every page: its number and log line, its language, and its refusals."""

import logging
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from motcua.config import refusals
from motcua.core.refusal import Refused

Answer = Callable[[HttpRequest], HttpResponseBase]
log = logging.getLogger("motcua.request")


class RequestLog:
    """Gives each request a number and writes one line: route, status, duration; nothing typed.

    The route is the pattern (`ho-so/<code>`), never the address: search words and codes that
    people mistype for names must not reach a log.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        number = str(uuid.uuid4())
        request.motcua_id = number  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-Id"] = number
        match = request.resolver_match
        facts = {
            "request": number,
            "method": request.method,
            "route": match.route if match else _asset(request),
            "status": response.status_code,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        log.info("request", extra=facts)
        return response


def _asset(request: HttpRequest) -> str:
    return "static" if request.path.startswith(settings.STATIC_URL) else "none"


class AskersAddress:
    """Behind a web server of ours, the asker's address is the last one that server names.

    Limits on sign-ins and lookups count by address; without this all would share one.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.META.get("REMOTE_ADDR") in settings.MOTCUA_PROXIES:
            named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
            request.META["REMOTE_ADDR"] = named or request.META["REMOTE_ADDR"]
        return self.get_response(request)


class ChosenLanguage:
    """Vietnamese, unless this browser was told otherwise: what a browser asks for by itself
    (Accept-Language) does not turn an official's page into English."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class Refusals:
    """Turns what a view raises into a page, a fragment or problem JSON; never a traceback."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        kind = refusals.kind_of(error)
        if kind == "broken":
            number = getattr(request, "motcua_id", "")
            log.error("unforeseen", exc_info=error, extra={"reference": number})
        if isinstance(error, Refused):
            return refusals.answer(request, kind, refusals.sentence_of(error), error.code)
        sentence = str(error) if kind == "forbidden" else ""
        return refusals.answer(request, kind, sentence)
