"""One dossier as its page shows it: where it stands, why that time, what happened, whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN, Allowance, Stretch
from motcua.core.codes import normalize
from motcua.core.flow import NationalState, State, national_state
from motcua.core.flow.deciding.arriving import checking
from motcua.core.refusal import Refused
from motcua.dossiers.models import Attachment, Dossier, DossierComponent, Party
from motcua.dossiers.models.dossier import BEFORE_INTAKE, Stage
from motcua.dossiers.selectors import faces
from motcua.dossiers.selectors.acts import UNDO, Offered, offered_to, unseen_step
from motcua.dossiers.selectors.doors import Door, doors
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.happenings import Happening, happenings
from motcua.dossiers.selectors.lastly import may_undo
from motcua.dossiers.selectors.opinions import AskedRow, opinions_of
from motcua.dossiers.selectors.visibility import overseen_by, visible_to
from motcua.dossiers.selectors.whytime import why_this_time
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_of, office_by_id, office_on


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the page needs. With `masked`, `parties` and `components` are empty.

    `stretches` explain the due time; empty when the clock cannot be explained (imported without
    an allowance). `unseen` is the step in the officer's hands that nobody has opened yet, `late`
    tells a late entry: waiting or approved, `case` the name of the procedure's case, if any,
    `handled_by` the office that answers for it when that is no longer the one that received it,
    `national` its state on the National Public Service Portal.
    """

    id: int
    seq: int
    code: str
    uuid: UUID
    office: str
    procedure: VersionRow
    stage: str
    channel: str
    received_at: datetime
    due_at: datetime | None
    due_provisional: bool
    paused_since: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    outcome: str
    overdue_reason: str
    supplements: int
    copies: int
    result_by: str
    fee_vnd: int
    face: Face
    national: NationalState
    doors: Sequence[Door]
    stretches: Sequence[Stretch]
    history: Sequence[Happening]
    parties: Sequence[Party]
    components: Sequence[DossierComponent]
    acts: Sequence[Offered]
    masked: bool = False
    unseen: str | None = None
    late: str = ""
    case: str = ""
    handled_by: str = ""
    opinions: Sequence[AskedRow] = ()

    @property
    def main(self) -> Offered | None:
        """The act the officer is most likely here for: the first allowed one, in table order."""
        return next((act for act in self.acts if act.refusal is None and act.main), None)

    @property
    def before_intake(self) -> bool:
        """Whether it waits to be received."""
        return self.stage in BEFORE_INTAKE

    @property
    def has_receipt(self) -> bool:
        """Whether whoever handed it in has a slip of it that holds."""
        return not self.before_intake and self.stage not in (Stage.VOID, Stage.INTAKE_REFUSED)

    @property
    def holder(self) -> str:
        """Who holds it now, by department or position, joined when branches run in parallel."""
        return ", ".join(door.who for door in self.doors if door.state == "here")


@dataclass(frozen=True, slots=True)
class Standing:
    """A dossier's row as one officer meets it: all that pressing a button needs to know.

    `page_of` reads the rest of the page. `unseen` is the step in the officer's hands that nobody
    has opened yet.
    """

    row: Dossier
    actor: Actor
    at: datetime
    masked: bool
    acts: Sequence[Offered]
    unseen: str | None

    @property
    def id(self) -> int:
        """The row's id, for an act."""
        return self.row.id

    @property
    def seq(self) -> int:
        """The event the officer's page is drawn from."""
        return self.row.head_seq

    @property
    def code(self) -> str:
        """The dossier's code."""
        return self.row.code

    @property
    def asked(self) -> Sequence[int]:
        """The papers the owner is still asked for, by their ordinals."""
        return tuple(self.row.flow.get("asked_items", ()))

    @property
    def supplements(self) -> int:
        """How often something was asked for."""
        return self.row.supplements


def standing(code: str, actor: Actor, at: datetime) -> Standing:
    """How `code` stands for `actor`. Raises Refused("not_found") for what is not theirs to see.

    A foreign dossier and one that does not exist get the same answer. One query, two for an office
    above; three more for whoever acted on it in the last five minutes.
    """
    wanted = normalize(code)
    dossier = visible_to(actor).filter(code=wanted).first()
    masked = dossier is None
    if dossier is None:
        dossier = overseen_by(actor).filter(code=wanted).first()
    if dossier is None:
        raise Refused("not_found", dossier=wanted)
    return Standing(
        row=dossier,
        actor=actor,
        at=at,
        masked=masked,
        acts=() if masked else _acts(dossier, actor, at),
        unseen=None if masked else unseen_step(dossier, actor, at),
    )


def _acts(dossier: Dossier, actor: Actor, at: datetime) -> Sequence[Offered]:
    offered = offered_to(dossier, actor, at)
    return (*offered, UNDO) if may_undo(dossier, actor, at) else offered


def dossier_page(code: str, actor: Actor, at: datetime, *, unmasked: bool = False) -> DossierPage:
    """The page of `code` for `actor`: `page_of` its `standing`. At most 6 queries."""
    return page_of(standing(code, actor, at), unmasked=unmasked)


def components_of(stands: Standing) -> Sequence[DossierComponent]:
    """The papers that came with it, each with how many files it has (`digitised`). One query."""
    files = (
        Attachment.objects.filter(
            dossier_id=OuterRef("dossier_id"), component=OuterRef("ordinal"), detached_seq=None
        )
        .order_by()
        .values("component")
        .annotate(count=Count("*"))
        .values("count")
    )
    rows = stands.row.components.annotate(digitised=Coalesce(Subquery(files), 0))
    return tuple(rows.order_by("ordinal"))


def page_of(stands: Standing, *, unmasked: bool = False) -> DossierPage:
    """The whole page. Four queries, one more when others were asked, two when masked.

    `unmasked` shows the people of a dossier below to an office above, once the door has recorded
    for what purpose.
    """
    dossier, at = stands.row, stands.at
    masked = stands.masked and not unmasked
    case = dossier.flow.get("case", "")
    version = catalogue.version_in_case(dossier.procedure_version_id, case)
    return DossierPage(
        id=dossier.id,
        seq=dossier.head_seq,
        code=dossier.code,
        uuid=dossier.uuid,
        office=office_on(dossier.office_id, dossier.received_at.astimezone(VN).date()).name,
        handled_by=handling_name(dossier),
        procedure=version,
        stage=dossier.stage,
        channel=dossier.channel,
        received_at=dossier.received_at.astimezone(VN),
        due_at=_local(dossier.due_at),
        due_provisional=dossier.due_provisional,
        paused_since=_local(dossier.paused_since),
        finished_at=_local(dossier.finished_at),
        returned_at=_local(dossier.returned_at),
        outcome=dossier.outcome,
        overdue_reason=dossier.overdue_reason,
        supplements=dossier.supplements,
        copies=dossier.copies,
        result_by=dossier.result_by,
        fee_vnd=dossier.fee_vnd,
        face=face_of(dossier, at),
        doors=doors(dossier, at),
        stretches=why_this_time(dossier, version),
        history=happenings(dossier, with_words=not masked),
        parties=() if masked else tuple(dossier.parties.order_by("role", "ordinal")),
        components=() if masked else components_of(stands),
        acts=stands.acts,
        masked=masked,
        unseen=stands.unseen,
        late=dossier.flow.get("late", ""),
        national=national_state(State.from_json(dossier.flow)),
        case=next((one.name for one in version.cases if one.key == case), ""),
        opinions=() if masked else opinions_of(dossier, at),
    )


def face_of(dossier: Dossier, at: datetime, case: str | None = None) -> Face:
    """The clock of the whole dossier at `at`.

    `case` is the key of its procedure's case for a row read without `flow`, as lists do.
    """
    calendar = calendar_of(dossier.office_id)
    if dossier.finished_at:
        return faces.done(calendar, dossier.due_at, dossier.finished_at)
    if dossier.stage == "awaiting_supplement":
        return faces.paused("chờ bổ sung")
    if dossier.due_at is None:
        return faces.paused("")
    if dossier.stage == Stage.SUBMITTED:
        check = checking(dossier.received_at.astimezone(VN).date())
        return faces.running(calendar, dossier.due_at, at, check.units)
    key = dossier.flow.get("case", "") if case is None else case
    version = catalogue.version_in_case(dossier.procedure_version_id, key)
    return faces.running(calendar, dossier.due_at, at, allowance_minutes(version.allowance))


def handling_name(dossier: Dossier) -> str:
    """The office that answers for it since the one that received it ended; else nothing."""
    return office_by_id(dossier.handled_by_id).name if dossier.handled_by_id else ""


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(VN)


def allowance_minutes(allowance: Allowance) -> int | None:
    """The working minutes of an allowance that is counted in them; None for the day kinds."""
    return allowance.units if allowance.counts_minutes else None
