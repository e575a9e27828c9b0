"""What was written wrong is mended with both readings kept; what came in on paper is confirmed."""

import secrets
from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.core.flow import Act, ApproveLate, Correct
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Outcome, PartyData
from motcua.dossiers.digests import party_digest
from motcua.dossiers.models import Party
from motcua.dossiers.rows import beginning as rows
from motcua.dossiers.rows.beginning import Declared
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.selectors.readings import changes, data_of
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded

Place = tuple[str, int]
"""A role and an ordinal."""


def correct(
    asked: Sequence[Asked],
    *,
    key: UUID,
    parties: Mapping[Place, PartyData] | None = None,
    reason: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """Mend a clerical error in what was written of people, before the result is out.

    `parties` says how each is to read now; those that read so already are left. One query
    besides those of every act. What changed, from what to what, stays with the event's words.
    Refused: nothing_corrected, no_reason, no_owner, wrong_stage.
    """
    wanted = parties or {}
    if any(not party.name for party in wanted.values()):
        raise Refused("no_owner")

    written: dict[int, dict[Place, Party]] = {}

    def order(one: Asked, row: Locked) -> Order:
        if not written:  # read once all rows are locked
            for party in Party.objects.filter(dossier_id__in=[a.dossier for a in asked]):
                written.setdefault(party.dossier_id, {})[party.role, party.ordinal] = party
        before = written.get(row.id, {})
        changed = {
            place: party
            for place, party in wanted.items()
            if place in before and data_of(before[place]) != party
        }
        now = [
            Declared(role, ordinal, party, secrets.token_bytes(16))
            for (role, ordinal), party in changed.items()
        ]
        told = [line for place in changed for line in changes(before[place], changed[place])]
        why, reasons = worded("reason", [reason])
        what, readings = worded("correction", told)
        command = Correct(
            said=tuple(party_digest(d.role, d.ordinal, d.party, d.salt) for d in now),
            was=tuple(_digest(before[place]) for place in changed),
            texts=(*reasons, *readings) if reasons else (),
        )
        return Order(command, (*why, *what), lambda statement: rows.amend(statement, row.id, now))

    return perform(Act.CORRECT, asked, order, key=key, whole=whole)


def approve_late(asked: Sequence[Asked], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """A leader saw the paper slip of a late entry: the dossier goes on. Refused: no_late_entry,
    leader_only_late."""
    return perform(
        Act.APPROVE_LATE, asked, lambda one, row: Order(ApproveLate()), key=key, whole=whole
    )


def _digest(party: Party) -> str:
    return party_digest(party.role, party.ordinal, data_of(party), bytes(party.salt))
