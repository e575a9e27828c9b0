"""What one pressing of the button handed out: which results, to whom, by which officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by
from motcua.dossiers.collecting import RELATIONS, ROLES
from motcua.dossiers.models import ActKey, Dossier, Event, Party, Text
from motcua.dossiers.models.intake import Role
from motcua.identity.actors import Actor


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One result that left. `fee_vnd` is what the desk said was taken; `entered_late`: typed in
    from a slip written by hand (nhập bù)."""

    code: str
    owner: str
    procedure: str
    fee_vnd: int
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Handing:
    """The results that left together. `collector` is empty where the words were destroyed;
    `id_number` only for someone other than the owner and the submitter, or without the slip.
    """

    results: Sequence[HandedOut]
    role: str
    collector: str
    id_number: str
    relation: str
    paper: str
    slip_lost: bool
    at: datetime
    officer: str
    title: str


def handing(actor: Actor, key: UUID) -> Handing:
    """What the button `key` handed out at the desk of the officer's office, with the names.

    Raises Refused("not_found"). Four queries.
    """
    ours = Dossier.objects.filter(answered_by(actor.office_id))
    keys = ActKey.objects.filter(key=key, dossier__in=ours)
    keys = keys.annotate(entered_late=F("dossier__flow__late"))
    rows = list(keys.select_related("dossier").defer("dossier__flow").order_by("ordinal"))
    ids = [row.dossier_id for row in rows]
    events = {
        event.dossier_id: event
        for event in Event.objects.filter(dossier_id__in=ids, kind="result_returned")
        .select_related("account", "position")
        .order_by("seq")
    }
    rows = [row for row in rows if row.dossier_id in events]
    if not rows:
        raise Refused("not_found")
    people = _people(ids)
    first = events[rows[0].dossier_id]
    words = _words(first)
    role = first.payload["collector"]
    own = people.get((first.dossier_id, Role.SUBMITTER if role == "submitter" else Role.OWNER), "")
    return Handing(
        results=[
            HandedOut(
                code=row.dossier.code,
                owner=people.get((row.dossier_id, Role.OWNER), ""),
                procedure=catalogue.version(row.dossier.procedure_version_id).name,
                fee_vnd=events[row.dossier_id].payload.get("fee_vnd", 0),
                entered_late=bool(row.entered_late),
            )
            for row in rows
        ],
        role=ROLES.get(role, role),
        collector=words.get(("collector", 0), "") if role == "collector" else own,
        id_number=words.get(("collector", 1), "") or words.get(("slip", 0), ""),
        relation=RELATIONS.get(first.payload.get("relation", ""), ""),
        paper=words.get(("collector", 2), ""),
        slip_lost=first.payload.get("slip") == "lost",
        at=first.at.astimezone(VN),
        officer=first.account.full_name,
        title=first.position.title,
    )


def _people(dossiers: Sequence[int]) -> dict[tuple[int, str], str]:
    """The name of the first owner and the submitter of each dossier."""
    found = Party.objects.filter(dossier_id__in=dossiers, ordinal=0)
    return {
        (dossier, role): name
        for dossier, role, name in found.values_list("dossier", "role", "name")
    }


def _words(event: Event) -> dict[tuple[str, int], str]:
    texts = Text.objects.filter(dossier_id=event.dossier_id, seq=event.seq)
    return {
        (place, ordinal): body
        for place, ordinal, body in texts.values_list("place", "ordinal", "body")
    }
