"""Looking a dossier up by its code: limited by address, one answer for all that is not found."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django_ratelimit.core import is_ratelimited

from motcua.dossiers.selectors import Lookup, public_lookup
from motcua.dossiers.services import settle_if_due
from motcua.organization import timekeeping

RATE = "30/m"
"""Asked from one address, per server process."""
LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show: nothing asked yet, too often, not found, or the dossier."""

    asked: bool
    limited: bool
    found: Lookup | None
    check: str = ""
    """The slip's own check characters, where the answer was full: what follows asks for them."""


def ask(request: HttpRequest) -> Answer:
    """The answer to the code in the form, or in the address of a scanned QR."""
    given = request.POST if request.method == "POST" else request.GET
    code, check = given.get("ma", "").strip(), given.get("kt", "").strip()
    if not code:
        return Answer(asked=request.method == "POST", limited=False, found=None)
    if is_ratelimited(request, group="motcua.lookup", key="ip", rate=RATE, increment=True):
        return Answer(asked=True, limited=True, found=None)
    if len(code) > LONGEST_CODE or len(check) > LONGEST_CODE:
        return Answer(asked=True, limited=False, found=None)
    at = timekeeping.now()
    settle_if_due(at)
    found = public_lookup(code, check or None, at, settings.MOTCUA_LOOKUP_KEY)
    proven = check if found is not None and found.full else ""
    return Answer(asked=True, limited=False, found=found, check=proven)
