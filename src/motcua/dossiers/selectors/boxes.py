"""What is in the box of a post, for who ends it: counts and codes, nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.core.clock import VN
from motcua.dossiers.models import DossierStep
from motcua.dossiers.selectors.inbox import held_by
from motcua.identity.actors import actor_of
from motcua.identity.models import Holding, held_on_or_after

SHOWN = 20


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One dossier that waits there."""

    code: str
    step_name: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Box:
    """How many dossiers wait at the post, how many late, the first of them, and who else has it.

    A box belongs to the post's kind in its office and department, not to a person: `others` are
    who goes on working it when this holder leaves.
    """

    waiting: int
    late: int
    rows: Sequence[BoxRow]
    others: Sequence[str]


def box_of(holding: Holding, at: datetime, on: date) -> Box:
    """The box at `at`, and who holds it besides on the day `on`. Four queries."""
    actor = actor_of(holding.account, holding.position)
    steps = DossierStep.objects.filter(held_by(actor))
    rows = steps.select_related("dossier").order_by("due_at", "dossier_id")[:SHOWN]
    return Box(
        waiting=steps.count(),
        late=steps.filter(due_at__lt=at).count(),
        rows=tuple(
            BoxRow(step.dossier.code, step.name, step.due_at and step.due_at.astimezone(VN))
            for step in rows
        ),
        others=tuple(one.account.full_name for one in others(holding, on)),
    )


def others(holding: Holding, on: date) -> Sequence[Holding]:
    """Who else works the same box on that day. Two queries.

    Steps that name no department are everybody's of that kind in the office; as long as one waits
    that names the holder's, only the colleagues there count.
    """
    position = holding.position
    held = Holding.objects.filter(
        held_on_or_after(on),
        position__office_id=position.office_id,
        position__kind=position.kind,
        from_on__lte=on,
        account__is_active=True,
    )
    waiting = DossierStep.objects.filter(held_by(actor_of(holding.account, position)))
    if waiting.filter(department__isnull=False).exists():
        held = held.filter(position__department=position.department)
    living = held.exclude(account_id=holding.account_id)
    return tuple(living.select_related("account").order_by("account__sort_key", "id"))
