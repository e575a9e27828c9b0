"""Passwords: whether one is good enough, said plainly, and the ones used once."""

import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from motcua.core.refusal import Refused
from motcua.identity.models import Account

LEAST = 10
ONE_TIME_ALPHABET = "34679acefhkmnprtwxy"  # nothing that reads like another sign
ONE_TIME_GROUPS = 3
_CODES = {
    "password_too_short": "password_too_short",
    "password_too_common": "password_too_common",
    "password_too_similar": "password_like_name",
}


def check_strength(password: str, *, username: str, full_name: str) -> None:
    """Raises Refused: password_too_short, password_too_common, password_like_name.

    The rules are those of the settings; a list of twenty thousand common passwords is among them.
    """
    person = Account(username=username, full_name=full_name)
    try:
        validate_password(password, person)
    except ValidationError as error:
        codes = [one.code or "" for one in error.error_list]
        code = next((_CODES[one] for one in codes if one in _CODES), "password_too_common")
        raise Refused(code, least=LEAST, length=len(password)) from None


def one_time() -> str:
    """A password to be said aloud and used once, like `k7mw-3xtp-9hfc`: 50 bits of chance."""
    groups = (
        "".join(secrets.choice(ONE_TIME_ALPHABET) for _ in range(4)) for _ in range(ONE_TIME_GROUPS)
    )
    return "-".join(groups)
