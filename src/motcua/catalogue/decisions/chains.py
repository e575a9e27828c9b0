"""The versions of procedures as rows, read for `folding`: what ships, and what approved
decisions say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from motcua.catalogue.content import content_of
from motcua.catalogue.decisions.folding import Base, Folded, Said, fold, unfounded
from motcua.catalogue.models import ProcedureVersion, Promulgation, PromulgationItem
from motcua.catalogue.rows import CHILDREN, version_row


@dataclass(slots=True)
class Chain:
    """What there is over one procedure."""

    bases: list[Base] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def versions(self, *more: Said) -> Sequence[Folded]:
        """Its versions, with what a decision not yet approved says laid over."""
        return fold(self.bases, [*self.said, *more])

    def unfounded(self, *more: Said) -> Sequence[Said]:
        """What finds nothing to stand on."""
        return unfounded(self.bases, [*self.said, *more])

    def without(self, decision: int) -> "Chain":
        """As if that decision had never been approved."""
        return Chain(self.bases, [one for one in self.said if one.decision != decision])


def chains(procedure_ids: Collection[int]) -> Mapping[int, Chain]:
    """By procedure. Eight queries, however many there are."""
    found = {pk: Chain() for pk in procedure_ids}
    rows = ProcedureVersion.objects.filter(procedure_id__in=found, promulgation=None)
    for row in rows.select_related("procedure", "replaced_by").prefetch_related(*CHILDREN):
        instead = row.replaced_by.slug if row.replaced_by else ""
        content = content_of(version_row(row))
        found[row.procedure_id].bases.append(
            Base(row.effective_on, content, row.abolished, instead)
        )
    items = PromulgationItem.objects.filter(
        procedure_id__in=found,
        promulgation__approved_at__isnull=False,
        promulgation__withdrawn_at=None,
    )
    for item in items.select_related("promulgation"):
        if item.procedure_id is not None:
            found[item.procedure_id].said.append(said_by(item, item.promulgation))
    return found


def said_by(item: PromulgationItem, decision: Promulgation) -> Said:
    """What an item says, from the day it is to hold."""
    return Said(
        effective_on=decision.rebased_on or decision.effective_on,
        signed_on=decision.signed_on,
        number=decision.number,
        decision=decision.pk,
        kind=item.kind,
        content=item.content,
        replaced_by=item.replaced_by,
    )
