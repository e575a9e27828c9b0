"""How a browser wants its pages: size of text and language, each in a cookie of a year."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.config.around import SIZE_COOKIE, SIZES

YEAR_SECONDS = 365 * 24 * 3600
USUAL_SIZE = "100"


@never_cache
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps what the address names (`co-chu`, `ngon-ngu`; `moi` forgets both, for the kiosk's next
    person) and goes back to `ve`, else to the page that was left, else to `tu` (for pages that keep
    their address from others). Anything unknown changes nothing.
    """
    response = HttpResponseRedirect(_back(request))
    for cookie, value in _wanted(request.GET).items():
        if value:
            response.set_cookie(
                cookie,
                value,
                max_age=YEAR_SECONDS,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        else:
            response.delete_cookie(cookie, samesite="Lax")
    return response


def _wanted(asked: Mapping[str, str]) -> dict[str, str]:
    """Cookie and value; an empty value is the usual one, which needs no cookie."""
    wanted: dict[str, str] = {}
    size, language = asked.get("co-chu", ""), asked.get("ngon-ngu", "")
    if "moi" in asked:
        wanted = {SIZE_COOKIE: "", settings.LANGUAGE_COOKIE_NAME: ""}
    if size in {*SIZES, USUAL_SIZE}:
        wanted[SIZE_COOKIE] = size if size in SIZES else ""
    if language in dict(settings.LANGUAGES):
        usual = language == settings.LANGUAGE_CODE
        wanted[settings.LANGUAGE_COOKIE_NAME] = "" if usual else language
    return wanted


def _back(request: HttpRequest) -> str:
    """Only an address of this house, whatever was asked."""
    asked_for, left = request.GET.get("ve", ""), request.headers.get("Referer", "")
    for asked in (asked_for, left, request.GET.get("tu", "")):
        if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()):
            there = urlsplit(asked)
            if there.path and there.path != request.path:
                return there._replace(scheme="", netloc="").geturl()
    return "/"
