"""Which channels this folder has: those of the settings, or the box of a demonstration."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from motcua.messages.channels import EMAIL, PREFERRED, SMS, ZALO, Channels
from motcua.messages.channels.mail import Mail
from motcua.messages.channels.provider import Provider
from motcua.messages.channels.trial import Trial
from motcua.organization import timekeeping

WORDS = {EMAIL: "Thư điện tử", ZALO: "Zalo", SMS: "SMS"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A channel as the administrator reads it: where it leads to, never a key."""

    channel: str
    words: str
    on: bool
    where: str
    sender: str = ""
    secret_set: bool = False


def channels(at: datetime) -> Channels:
    """The ways out. A demonstration has none but its box, whatever the settings say."""
    if timekeeping.is_demonstration():
        return {name: Trial(name, at) for name in (EMAIL, SMS)}
    found: dict[str, Mail | Provider] = {}
    if settings.EMAIL_HOST:
        found[EMAIL] = Mail()
    for name, (url, key) in settings.MOTCUA_PROVIDERS.items():
        if url:
            found[name] = Provider(name, url, key)
    return found


def shown() -> Sequence[Shown]:
    """Every channel, set up or not."""
    if timekeeping.is_demonstration():
        return [
            Shown(name, WORDS[name], name != ZALO, "hộp thư thử" if name != ZALO else "")
            for name in PREFERRED
        ]
    mail = Shown(
        EMAIL,
        WORDS[EMAIL],
        bool(settings.EMAIL_HOST),
        f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}" if settings.EMAIL_HOST else "",
        settings.DEFAULT_FROM_EMAIL if settings.EMAIL_HOST else "",
        bool(settings.EMAIL_HOST_PASSWORD),
    )
    others = [
        Shown(name, WORDS[name], bool(url), url.partition("?")[0], "", bool(key))
        for name, (url, key) in settings.MOTCUA_PROVIDERS.items()
    ]
    return [mail, *others]
