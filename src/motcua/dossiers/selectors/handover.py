"""What a desk hands over by list: what waits at its step, what an act opened, who took it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act, State, Step
from motcua.core.flow.deciding.assigning import RECEIPTS
from motcua.dossiers.holders import holder
from motcua.dossiers.models import Dossier, DossierStep, Event, Party
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.models.intake import Role
from motcua.identity.actors import Actor

MOST = 500


@dataclass(frozen=True, slots=True)
class ToHand:
    """One dossier at the officer's step that goes on to departments. `departments` are row ids,
    as the process says today; where it really went, `opened_by` tells after the act."""

    dossier: int
    seq: int
    code: str
    owner: str
    procedure: str
    came_at: datetime
    departments: Sequence[int]
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A step that an act opened in a department."""

    dossier: int
    key: str
    opened_seq: int
    department: int


@dataclass(frozen=True, slots=True)
class Taken:
    """One line of a list as it stands: the dossier's words and whether the department has it.

    `seq` is the dossier's last event, for an act; `open` while the step may still be taken by an
    opening. Moments in Asia/Ho_Chi_Minh.
    """

    dossier: int
    seq: int
    code: str
    owner: str
    procedure: str
    copies: int
    taken_at: datetime | None
    taker: str
    open: bool
    gone_back: bool
    entered_late: bool = False


def to_hand(actor: Actor) -> Sequence[ToHand]:
    """What waits at a step of the officer's position and goes to departments without a choice,
    the longest waiting first, at most 500. Two queries."""
    mine = Q(office_id=actor.office_id, position_kind=actor.kind, left_at=None)
    mine &= Q(department_id=None) | Q(department_id=actor.department_id)
    steps = list(
        DossierStep.objects.filter(mine, dossier__stage=Stage.IN_PROGRESS)
        .select_related("dossier")
        .order_by("entered_at", "dossier_id")[:MOST]
    )
    owners = _owners([step.dossier_id for step in steps])
    found = []
    for step in steps:
        departments = _departments(step)
        if departments:
            row = step.dossier
            found.append(
                ToHand(
                    dossier=row.id,
                    seq=row.head_seq,
                    code=row.code,
                    owner=owners.get(row.id, ""),
                    procedure=catalogue.version(row.procedure_version_id).name,
                    came_at=step.entered_at.astimezone(VN),
                    departments=departments,
                    entered_late="late" in row.flow,
                )
            )
    return tuple(found)


def _departments(visit: DossierStep) -> Sequence[int]:
    """Where handing over leads; empty where it is another act, a choice, or no department."""
    dossier = visit.dossier
    route = catalogue.process(dossier.process_id).route
    step = route.step(visit.key)
    if step.choose or route.leaving_act(visit.key) is not Act.HAND_OVER:
        return ()
    state = State.from_json(dossier.flow)
    open_step = state.open_step(visit.key)
    back = open_step.reply_to if open_step else None
    ways: Sequence[Step] = [route.step(key) for key in ((back,) if back else step.next)]
    if any(way.clock_stops for way in ways):
        return ()
    ids = [holder(way, dossier.office_id, state).department_id for way in ways]
    return tuple(dict.fromkeys(found for found in ids if found is not None))


def opened_by(acts: Mapping[int, tuple[int, int]]) -> Sequence[Opened]:
    """The steps in departments that acts opened: `acts` gives of each dossier the seq before and
    the seq after. In the order of `acts`. One query."""
    visits = DossierStep.objects.filter(
        dossier_id__in=list(acts), left_at=None, department_id__isnull=False
    ).order_by("opened_seq", "id")
    place = {dossier: at for at, dossier in enumerate(acts)}
    found = [
        Opened(visit.dossier_id, visit.key, visit.opened_seq, visit.department_id or 0)
        for visit in visits
        if acts[visit.dossier_id][0] < visit.opened_seq <= acts[visit.dossier_id][1]
    ]
    return tuple(sorted(found, key=lambda one: place[one.dossier]))


def taken(lines: Sequence[tuple[int, int, str]]) -> Sequence[Taken]:
    """How each line stands; a line is a dossier, the seq that opened its step, the step's key.

    Four queries, whatever the number.
    """
    ids = [dossier for dossier, _, _ in lines]
    found = Dossier.objects.filter(pk__in=ids).annotate(entered_late=KT("flow__late"))
    rows = {row.pk: row for row in found.defer("flow", "head_hash")}
    visits = {
        (visit.dossier_id, visit.opened_seq, visit.key): visit
        for visit in DossierStep.objects.filter(dossier_id__in=ids)
    }
    seen: dict[tuple[int, str], list[Event]] = {}
    kinds = (*RECEIPTS, "handed_over", "approved", "sent_back")
    events = Event.objects.filter(dossier_id__in=ids, kind__in=kinds)
    for event in events.select_related("account", "position").order_by("seq"):
        seen.setdefault((event.dossier_id, event.payload.get("step", "")), []).append(event)
    owners = _owners(ids)
    return tuple(
        _line(rows[dossier], visits.get((dossier, seq, key)), seen.get((dossier, key), ()), owners)
        for dossier, seq, key in lines
    )


def _line(
    row: Dossier, visit: DossierStep | None, events: Sequence[Event], owners: Mapping[int, str]
) -> Taken:
    """A step that was left without having been opened was taken by who left it, unless it was
    recalled or undone: then it never was."""
    took = None
    if visit is not None:
        last = visit.left_seq or row.head_seq
        took = next((one for one in events if visit.opened_seq < one.seq <= last), None)
    return Taken(
        dossier=row.pk,
        seq=row.head_seq,
        code=row.code,
        owner=owners.get(row.pk, ""),
        procedure=catalogue.version(row.procedure_version_id).name,
        copies=row.copies,
        taken_at=took.at.astimezone(VN) if took else None,
        taker=f"{took.account.full_name}, {took.position.title}" if took else "",
        open=visit is not None and visit.left_at is None and took is None,
        gone_back=visit is None or (visit.left_at is not None and took is None),
        entered_late=bool(getattr(row, "entered_late", None)),
    )


def _owners(dossiers: Sequence[int]) -> Mapping[int, str]:
    found = Party.objects.filter(dossier_id__in=dossiers, role=Role.OWNER, ordinal=0)
    return dict(found.values_list("dossier_id", "name"))


def dossier_with(code: str) -> int | None:
    """The row id of the dossier of that code. One query."""
    return Dossier.objects.filter(code=code).values_list("pk", flat=True).first()
