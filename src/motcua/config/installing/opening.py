"""An office moves into this folder: what the first-run page and `motcua setup` both do."""

from dataclasses import dataclass
from pathlib import Path

from motcua.config import environment, reference
from motcua.config.installing import code
from motcua.dossiers.services.opening import FirstPerson, open_office
from motcua.organization.selectors import OfficeRow
from motcua.organization.services import DeskHours, Founding
from motcua.organization.timekeeping import now

ANYWHERE = "0.0.0.0"  # noqa: S104 - asked for by the administrator, behind accounts of their own


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything a person says on the first day."""

    founding: Founding
    administrator: FirstPerson
    hours: DeskHours | None = None
    next_number: int = 1
    public_url: str = ""
    on_network: bool = False


def move_in(asked: Moving, data: Path) -> OfficeRow:
    """The office, its first account, the settings kept in the folder; the code is spent.

    Raises Refused, SettingRefused. The settings are written last: should that fail, the office has
    moved in all the same and they can be written by hand.
    """
    environment.check_url(asked.public_url)
    reference.load()
    office = open_office(
        asked.founding,
        asked.administrator,
        hours=asked.hours,
        next_number=asked.next_number,
        at=now(),
    )
    code.forget(data)
    environment.keep(data, settings_of(asked, environment.read().port))
    return office


def settings_of(asked: Moving, port: int) -> dict[str, str]:
    """What the folder keeps of the answers, as settings by name."""
    kept = {"MOTCUA_PUBLIC_URL": asked.public_url} if asked.public_url else {}
    if asked.on_network:
        kept["MOTCUA_LISTEN"] = f"{ANYWHERE}:{port}"
    if asked.public_url.startswith("https://"):
        kept["MOTCUA_PROXY"] = "127.0.0.1"
    return kept
