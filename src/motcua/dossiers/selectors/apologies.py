"""Apologies the program drafted, in reach of whoever signs or drops them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act, State
from motcua.dossiers.answering import kept_by
from motcua.dossiers.authorizing import may_act
from motcua.dossiers.contexts import context_for
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.reasons import reason_words
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of

MOST = 200


@dataclass(frozen=True, slots=True)
class Drafted:
    """One draft: the dossier by its code, when it is due, the day proposed, the reason in words
    ("" where none is plain), the steps it stands at; `signs` whether the officer may sign it."""

    code: str
    procedure: str
    due_at: datetime
    promised_at: datetime
    reason: str
    steps: Sequence[str]
    signs: bool


def drafted(actor: Actor, at: datetime) -> Sequence[Drafted]:
    """What `actor` may sign or drop, due first, at most 200. One query; none for whoever neither
    signs nor drops."""
    if scope_of(actor, Act.DROP_APOLOGY) is None:
        return ()
    rows = Dossier.objects.filter(
        kept_by(actor.office_id), flow__has_key="apology_until", stage=Stage.IN_PROGRESS
    ).order_by("due_at", "id")
    return [one for row in rows[:MOST] if (one := _drafted(row, actor, at)) is not None]


def drafted_apology(row: Dossier) -> tuple[date, str] | None:
    """The day and the code of the reason ("" for none) of the draft that waits. No query."""
    state = State.from_json(row.flow)
    if state.apology_until is None:
        return None
    return state.apology_until.astimezone(VN).date(), state.apology_why


def _drafted(row: Dossier, actor: Actor, at: datetime) -> Drafted | None:
    state = State.from_json(row.flow)
    context = context_for(
        version_id=row.procedure_version_id,
        process_id=row.process_id,
        calendar_edition=row.calendar_edition,
        at=at,
        by=actor,
        case=state.case,
    )
    drops, signs = (
        may_act(actor, act, None, row.office_id, state, context) is None
        for act in (Act.DROP_APOLOGY, Act.APOLOGISE)
    )
    if not (drops or signs) or state.apology_until is None or state.due_at is None:
        return None
    return Drafted(
        code=row.code,
        procedure=catalogue.version(row.procedure_version_id).name,
        due_at=state.due_at.astimezone(VN),
        promised_at=state.apology_until.astimezone(VN),
        reason=reason_words(state.apology_why) if state.apology_why else "",
        steps=[context.route.step(step.key).name for step in state.open],
        signs=signs,
    )
