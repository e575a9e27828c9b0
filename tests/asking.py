"""A passer-by before the public doors, and what must be equal in two answers."""

import re
from itertools import count

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from motcua.core.codes import check_characters

_addresses = count(1)


def passer_by(language: str = "") -> Client:
    """A browser nobody is signed in to, at an address of its own, so that no limit counts in."""
    number = next(_addresses)
    client = Client(REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
    if language:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def slip_check(code: str) -> str:
    """The check characters printed on the slip of `code`."""
    return check_characters(code, settings.MOTCUA_LOOKUP_KEY)


def same(answer: HttpResponse) -> bytes:
    """The body without the token that is new in every form."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"csrf", answer.content, flags=re.S)
