"""Whose hands a step is in: received, claimed, given to one of the department, and the box of
someone who left."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from motcua.core.flow import Act, Assign, Claim, HandBox, State, Take
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import Dossier, DossierStep
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.selectors.hands import colleagues_at
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded
from motcua.identity.selectors import vacant_among
from motcua.identity.services.program import program_actor

TITLE = "Bàn giao hộp việc"


def take(
    asked: Sequence[Asked], *, key: UUID, step: str | None = None, whole: bool = False
) -> list[Outcome]:
    """The holder receives what was handed over (Nhận), many at once, without opening each.

    The step's budget runs since the hand-over. Refused: already_taken, wrong_stage.
    """
    return perform(Act.TAKE, asked, lambda one, row: Order(Take(step=step)), key=key, whole=whole)


def claim(
    asked: Sequence[Asked], *, key: UUID, step: str | None = None, whole: bool = False
) -> list[Outcome]:
    """An officer takes a step of the department on; then the others act on it no more.

    Refused: already_assigned, assigned_elsewhere, not_shared, wrong_stage.
    """

    def order(one: Asked, row: Locked) -> Order:
        return Order(Claim(step=step, assignee=str(one.by.position_uuid)))

    return perform(Act.CLAIM, asked, order, key=key, whole=whole)


def assign(
    asked: Sequence[Asked],
    *,
    officer: UUID | None,
    step: str,
    note: str = "",
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """A head gives the step to a position of the department, to another, or (None) to all of it.

    One query besides those of every act. Refused: not_in_department, already_assigned, not_shared,
    wrong_stage.
    """
    words, digests = worded("note", [note])
    known: dict[tuple[int, int], frozenset[UUID]] = {}

    def order(one: Asked, row: Locked) -> Order:
        if officer is not None and officer not in _theirs(known, one, row, step):
            raise Refused("not_in_department")
        to = str(officer) if officer else ""
        return Order(Assign(step=step, assignee=to, texts=digests), words)

    return perform(Act.ASSIGN, asked, order, key=key, whole=whole)


def _theirs(
    known: dict[tuple[int, int], frozenset[UUID]], one: Asked, row: Locked, step: str
) -> frozenset[UUID]:
    """The positions that hold `step`; asked once for dossiers of one process and office."""
    place = row.process_id, row.office_id
    if row.state.open_step(step) is None:
        raise Refused("not_this_step")
    if place not in known or row.state.homes:
        people = colleagues_at(row.process_id, row.office_id, row.state, step, one.at)
        known[place] = frozenset(actor.position_uuid for actor in people)
    return known[place]


def hand_boxes(at: datetime) -> int:
    """Steps given to positions nobody holds any more go back to their departments; how many.

    Safe twice and at once in two processes. Two queries when there is nothing to do.
    """
    given = DossierStep.objects.filter(left_at=None, assignee__isnull=False)
    given = given.filter(dossier__stage__in=OPEN_STAGES)
    named = given.values_list("assignee", flat=True).distinct()
    positions = {one for one in named if one is not None}
    gone = vacant_among(positions, at) if positions else frozenset()
    return sum(_handed(position, None, at) for position in gone)


def hand_box(position: UUID, at: datetime) -> int:
    """Another person holds `position` from now on: each step given to it says so; how many."""
    return _handed(position, position, at)


def _handed(position: UUID, to: UUID | None, at: datetime) -> int:
    """One event for each step in the box of `position`, told by the program."""
    steps = DossierStep.objects.filter(left_at=None, assignee=position)
    steps = steps.filter(dossier__stage__in=OPEN_STAGES).order_by("dossier_id", "key")
    return sum(_hand(step.dossier, step.key, to, at) for step in steps.select_related("dossier"))


def _hand(row: Dossier, step: str, to: UUID | None, at: datetime) -> bool:
    by = program_actor(answering_office(row.office_id, State.from_json(row.flow)), TITLE)
    row.refresh_from_db(fields=["head_seq", "changed_at"])
    asked = Asked(row.pk, row.head_seq, max(at, row.changed_at), by)
    command = HandBox(step=step, assignee=str(to) if to else "")
    (outcome,) = perform(Act.HAND_BOX, [asked], lambda one, locked: Order(command), key=uuid4())
    return isinstance(outcome, Done)
