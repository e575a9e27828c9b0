"""What the slip says, as facts: papers render them, they read nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier, DossierComponent, Event, Party, Text
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow, office_on


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """The receipt as it was given: the due time is the first promise, not the latest. `late_slip`
    is the number of the slip written by hand of a late entry (nhập bù), empty for any other."""

    dossier: int
    code: str
    office: OfficeRow
    parent: OfficeRow | None
    version: VersionRow
    case: str
    owners: Sequence[Party]
    submitter: Party | None
    components: Sequence[DossierComponent]
    copies: int
    received_at: datetime
    due_at: datetime | None
    provisional: bool
    result_by: str
    fee_vnd: int
    issuer: str
    issuer_title: str
    late_slip: str = ""


def receipt_facts(code: str, actor: Actor) -> ReceiptFacts:
    """The facts of the slip of `code`. Raises Refused("not_found") outside the officer's scope.

    Four queries, one more for a late entry.
    """
    dossier = visible_to(actor).filter(code=code).first()
    if dossier is None:
        raise Refused("not_found", dossier=code)
    first = Event.objects.filter(dossier=dossier, seq=1).select_related("account", "position").get()
    parties = list(dossier.parties.order_by("role", "ordinal"))
    day = dossier.received_at.astimezone(VN).date()
    office = office_on(dossier.office_id, day)
    due = first.payload.get("due_at")
    case = first.payload.get("case", "")
    version = catalogue.version_in_case(dossier.procedure_version_id, case)
    return ReceiptFacts(
        dossier=dossier.id,
        code=dossier.code,
        office=office,
        parent=office_on(office.parent_id, day) if office.parent_id else None,
        version=version,
        case=next((one.name for one in version.cases if one.key == case), ""),
        owners=[party for party in parties if party.role == Role.OWNER],
        submitter=next((party for party in parties if party.role == Role.SUBMITTER), None),
        components=list(dossier.components.order_by("ordinal")),
        copies=dossier.copies,
        received_at=dossier.received_at.astimezone(VN),
        due_at=datetime.fromisoformat(due).astimezone(VN) if due else None,
        provisional=dossier.due_provisional,
        result_by=dossier.result_by,
        fee_vnd=dossier.fee_vnd,
        issuer=first.account.full_name,
        issuer_title=first.position.title,
        late_slip=slip_of(dossier),
    )


@dataclass(frozen=True, slots=True)
class TypedSlip:
    """What a late entry was typed from: the number of the slip written by hand, and why it was."""

    number: str
    reason: str


def typed_slip(code: str, actor: Actor) -> TypedSlip | None:
    """The slip of a late entry, None of any other dossier and outside the officer's scope. Three
    queries at most."""
    dossier = visible_to(actor).filter(code=code).first()
    number = slip_of(dossier) if dossier else ""
    if not number:
        return None
    told = Text.objects.filter(dossier=dossier, place="late").order_by("seq", "ordinal").first()
    return TypedSlip(number, told.body if told else "")


def slip_of(dossier: Dossier) -> str:
    """The number of the slip written by hand that a late entry was typed from; empty for any other
    dossier. One query for a late entry."""
    if "late" not in dossier.flow:
        return ""
    event = Event.objects.filter(dossier=dossier, kind="entered_late").first()
    return str(event.payload["slip"]) if event else ""
