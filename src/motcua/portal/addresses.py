"""Whole addresses of public pages, for search engines and for what leaves the house."""

from django.conf import settings
from django.http import HttpRequest


def absolute(request: HttpRequest, path: str) -> str:
    """`path` with scheme and host: those of MOTCUA_PUBLIC_URL, else the ones asked at."""
    public = str(settings.MOTCUA_PUBLIC_URL or "").rstrip("/")
    return public + path if public else request.build_absolute_uri(path)
