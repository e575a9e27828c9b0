"""A result that went electronically, for whoever has the link the notice brought."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.codes import normalize
from motcua.dossiers.models import Dossier, Event, Party
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.models.intake import Role
from motcua.organization.selectors import OfficeRow, office_by_id

ASKED_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Sent:
    """What went, when and from where. `file` is the SHA-256 of it; `numbers` end the papers of the
    owner and of who handed it in: whoever fetches it knows one, when any was told."""

    code: str
    office: OfficeRow
    procedure: str
    sent_at: datetime
    file: str
    numbers: Sequence[str]


def sent_result(code: str) -> Sent | None:
    """The result of that dossier, when the last that became of it is that it went electronically.
    Three queries."""
    found = Dossier.objects.filter(code=normalize(code), stage=Stage.RETURNED)
    dossier = found.defer("head_hash").first()
    if dossier is None:
        return None
    returned = Event.objects.filter(dossier=dossier, kind="result_returned").order_by("-seq")
    event = returned.first()
    if event is None or event.payload.get("way") != "electronic":
        return None
    people = Party.objects.filter(dossier=dossier, role__in=(Role.OWNER, Role.SUBMITTER))
    version = catalogue.version(dossier.procedure_version_id)
    return Sent(
        code=dossier.code,
        office=office_by_id(dossier.handled_by_id or dossier.office_id),
        procedure="" if version.sensitive else version.name,
        sent_at=event.at.astimezone(VN),
        file=event.payload["file"],
        numbers=[one[-ASKED_DIGITS:] for one in people.values_list("id_number", flat=True) if one],
    )
