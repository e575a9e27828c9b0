"""A person found again by the number of their paper, within what an officer may open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.dossier import OPEN_STAGES, Outcome
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor

SHOWN = 5
READ = 50
RESULTS = 3
DECLARES = (Role.OWNER, Role.SUBMITTER)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One dossier the person came with before."""

    code: str
    procedure: str
    procedure_id: int
    role: str
    stage: str
    received_at: datetime
    due_at: datetime | None
    result: str

    @property
    def is_open(self) -> bool:
        """Whether work on it goes on."""
        return self.stage in OPEN_STAGES


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Someone who came before, as they were last written down. Everything here is personal data.

    `dossiers` newest first, at most SHOWN of the `count` (READ at most); `results` those whose
    result was given and may serve as a paper again; `same` the open ones they own of the
    procedure asked about.
    """

    name: str
    kind: str
    id_kind: str
    id_number: str
    phone: str
    email: str
    address: str
    birth_on: date | None
    dossiers: Sequence[Earlier]
    results: Sequence[Earlier]
    same: Sequence[Earlier]
    count: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A dossier received a moment ago, as the list of slips names it. No person."""

    code: str
    procedure: str
    due_at: datetime | None
    entered_late: bool = False


def known_person(
    actor: Actor, numbers: Sequence[str], procedure_id: int | None = None
) -> KnownPerson | None:
    """Who showed a paper with one of `numbers` before, in the scope of `actor`; None when nobody.

    The first of `numbers` is the paper of today, others what it replaced. One query.
    """
    asked = [number for number in numbers if number]
    if not asked:
        return None
    rows = list(_declared(actor, asked))
    if not rows:
        return None
    last = rows[0]
    earlier = _once([_earlier(row) for row in rows])
    return KnownPerson(
        name=last.name,
        kind=last.kind,
        id_kind=last.id_kind,
        id_number=last.id_number,
        phone=_latest(rows, "phone"),
        email=_latest(rows, "email"),
        address=_latest(rows, "address"),
        birth_on=next((row.birth_on for row in rows if row.birth_on), None),
        dossiers=earlier[:SHOWN],
        results=[one for one in earlier if one.result][:RESULTS],
        same=[
            one
            for one in earlier
            if one.is_open and one.role == Role.OWNER and one.procedure_id == procedure_id
        ],
        count=len(earlier),
    )


def slips(actor: Actor, codes: Sequence[str]) -> Sequence[Slip]:
    """Those of `codes` that `actor` may open, in the order given. One query."""
    rows = visible_to(actor).filter(code__in=list(codes)).annotate(late=KT("flow__late"))
    found = {row.code: row for row in rows.defer("flow")}
    return tuple(_slip(found[code]) for code in dict.fromkeys(codes) if code in found)


def _declared(actor: Actor, numbers: Sequence[str]) -> QuerySet[Party]:
    return (
        Party.objects.filter(
            id_number__in=numbers, role__in=DECLARES, dossier__in=visible_to(actor)
        )
        .select_related("dossier")
        .defer("dossier__flow")
        .order_by("-dossier__received_at", "-dossier_id", "role")[:READ]
    )


def _once(rows: Sequence[Earlier]) -> Sequence[Earlier]:
    """Each dossier once: the owner's row, which sorts first, before the submitter's."""
    return list({row.code: row for row in reversed(rows)}.values())[::-1]


def _latest(rows: Sequence[Party], name: str) -> str:
    return next((str(getattr(row, name)) for row in rows if getattr(row, name)), "")


def _earlier(row: Party) -> Earlier:
    dossier = row.dossier
    version = catalogue.version(dossier.procedure_version_id)
    given = dossier.outcome == Outcome.RESULT and row.role == Role.OWNER
    return Earlier(
        code=dossier.code,
        procedure=version.name,
        procedure_id=version.procedure_id,
        role=row.role,
        stage=dossier.stage,
        received_at=dossier.received_at.astimezone(VN),
        due_at=dossier.due_at and dossier.due_at.astimezone(VN),
        result=(version.result or version.name) if given else "",
    )


def _slip(row: Dossier) -> Slip:
    due = row.due_at and row.due_at.astimezone(VN)
    late = bool(getattr(row, "late", None))
    return Slip(row.code, catalogue.version(row.procedure_version_id).name, due, late)
