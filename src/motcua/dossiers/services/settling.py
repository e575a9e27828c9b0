"""Offices that ended have dossiers in hand: they move to who comes after them.

Nothing waits for a job: doors ask `settle_if_due` before they show or do anything, and the beat
of the house does the same once a minute.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID, uuid4

from django.db.models import F, Q

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act, State, TransferOffice
from motcua.core.succession import Heir, by_rule
from motcua.core.text import search_key
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import Dossier, DossierStep, Event, Party
from motcua.dossiers.models.dossier import BEFORE_INTAKE, OPEN_STAGES, Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.transfers import homes_after
from motcua.identity.services.program import program_actor
from motcua.organization import services as organization
from motcua.organization.places import place_today
from motcua.organization.selectors import (
    ended_ids,
    heirs_of,
    office_by_id,
    office_on,
    settling_days,
    successor_of,
    unsettled,
)

CHUNK = 200
IN_HAND = (*BEFORE_INTAKE, *OPEN_STAGES, Stage.FINISHED)
TITLE = "Sắp xếp đơn vị"


def settle_if_due(at: datetime) -> None:
    """Move what is to be moved, when a reorganization took effect and nobody has yet. No query
    when there is nothing to do."""
    if unsettled():
        settle(at)


def settle(at: datetime) -> int:
    """Move the dossiers in hand of every office that ended until `at`; answers how many.

    Safe twice and at once in two processes: whoever comes second finds them moved. Each dossier
    moves as of the first moment of the day its office ended, written down now.
    """
    today = at.astimezone(VN).date()
    moved = 0
    for day in settling_days(today):
        moved += sum(_moved(chunk, day, at) for chunk in _chunks(day))
    organization.note_settled(today, at=at)
    return moved


def transfer_office(
    asked: Sequence[Asked],
    *,
    key: UUID,
    command: Callable[[Asked, Locked], TransferOffice],
    whole: bool = False,
) -> list[Outcome]:
    """Another office answers for dossiers, or others hold some of their steps; `command` says for
    each which and who. Done by the program alone. Refused: nothing_transferred, wrong_stage."""
    return perform(
        Act.TRANSFER_OFFICE,
        asked,
        lambda one, row: Order(command(one, row)),
        key=key,
        whole=whole,
    )


def in_hand(office_ids: Sequence[int]) -> Q:
    """Dossiers that are not over, those not received yet too, and that these offices answer for."""
    theirs = Q(handled_by_id__in=office_ids) | Q(handled_by=None, office_id__in=office_ids)
    return theirs & Q(stage__in=IN_HAND)


def _chunks(day: date) -> Iterator[Sequence[Dossier]]:
    """What lies with offices that ended by `day`: as theirs, or at a step of theirs."""
    ended = ended_ids(day)
    held = DossierStep.objects.filter(left_at=None, office_id__in=ended).values("dossier_id")
    steps = Dossier.objects.filter(pk__in=held, stage__in=IN_HAND).values_list("pk", flat=True)
    ids = sorted({*Dossier.objects.filter(in_hand(ended)).values_list("pk", flat=True), *steps})
    for start in range(0, len(ids), CHUNK):
        yield list(Dossier.objects.filter(pk__in=ids[start : start + CHUNK]).order_by("pk"))


def _moved(chunk: Sequence[Dossier], day: date, at: datetime) -> int:
    begins = datetime.combine(day, time.min, VN)
    rows = {row.pk: row for row in chunk}
    owners = {row.pk: answering_office(row.office_id, State.from_json(row.flow)) for row in chunk}
    addresses = _addresses(chunk, owners)
    actors = {one: program_actor(one, TITLE) for one in set(owners.values())}
    last = dict(
        Event.objects.filter(dossier__in=rows, seq=F("dossier__head_seq")).values_list(
            "dossier_id", "at"
        )
    )
    decided = organization.reorganization_of()

    def command(one: Asked, row: Locked) -> TransferOffice:
        version = catalogue.version(rows[one.dossier].procedure_version_id)
        near = _lies_at(addresses.get(one.dossier, ""), day)
        owner = owners[one.dossier]
        new = successor_of(owner, day, by_rule(version.slug, version.field, near)).id
        route = catalogue.process(row.process_id).route
        homes = () if row.state.is_before_intake else homes_after(route, row, new, day)
        office = row.state.office if new == owner else office_by_id(new).slug
        return TransferOffice(office, homes, decided.get(owner, ""))

    asked = [
        Asked(
            row.pk,
            row.head_seq,
            max(begins, last[row.pk].astimezone(VN)),
            actors[owners[row.pk]],
            recorded_at=max(at, row.changed_at),
        )
        for row in chunk
    ]
    outcomes = transfer_office(asked, key=uuid4(), command=command)
    return sum(isinstance(outcome, Done) for outcome in outcomes)


def _addresses(chunk: Sequence[Dossier], owners: Mapping[int, int]) -> Mapping[int, str]:
    """Where the owners live, of dossiers whose office was divided. One query."""
    divided = [row.pk for row in chunk if len(heirs_of(owners[row.pk])) > 1]
    if not divided:
        return {}
    owned = Party.objects.filter(dossier_id__in=divided, role=Role.OWNER)
    return dict(owned.order_by("-ordinal").values_list("dossier_id", "address"))


def _lies_at(address: str, day: date) -> Callable[[Heir], bool]:
    """Whether an address of today's units names the successor, or a place that goes to it."""
    key = search_key(place_today(address, day).address) if address else ""

    def is_at(heir: Heir) -> bool:
        names = (office_on(heir.office, day).short_name, *heir.places)
        return bool(key) and any(search_key(name) in key for name in names)

    return is_at
