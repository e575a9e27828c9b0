"""A signed report is issued: it takes its number in the register; its pages are set and kept."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.narrative import Standing, Step
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.documents.entering import Entry, enter
from motcua.reports.narrative.as_pdf import as_pdf
from motcua.reports.narrative.drafting import drafted
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.freezing import facts_of
from motcua.reports.narrative.models import Narrative
from motcua.reports.narrative.numbers import number_of
from motcua.reports.narrative.paper import KIND, Amending, Paper, Signature, paper
from motcua.reports.narrative.sections import sections
from motcua.reports.narrative.services import happened, stepped, words_of


@transaction.atomic
def issue(actor: Actor, uuid: UUID, *, at: datetime) -> str:
    """Number what was signed and keep its pages; answers the number. Refused: narrative_not_now,
    no_such_narrative, not_your_narrative. About half a second."""
    row = stepped(actor, uuid, Step.ISSUE)
    facts, words = facts_of(row), words_of(row)

    def set_pages(number: str) -> bytes:
        signed = Signature(row.signer_title, row.signer_name, number, at)
        drawn = frozen_paper(row, facts, signed)
        return as_pdf(drawn, sample=timekeeping.is_demonstration())

    plain = paper(facts, words, at)
    entry = Entry(
        kind=KIND,
        subject=plain.subject,
        recipient="; ".join(plain.recipients),
        body=f"Lập từ số liệu; SHA-256 {row.sha256}",
        signer_name=row.signer_name,
        signer_title=row.signer_title,
    )
    row.document_id, number = enter(actor, entry, set_pages, at=at)
    row.changed_at = at
    row.save()
    happened(row, Step.ISSUE, actor, at, number)
    return number


def frozen_paper(row: Narrative, facts: Facts, signed: Signature) -> Paper:
    """The paper of what was frozen; its foot bears the hash and the moment of its figures."""
    known = (row.known_at or row.changed_at).astimezone(VN)
    foot = f"Số liệu theo những gì đã ghi đến {known:%H:%M ngày %d/%m/%Y}. SHA-256: {row.sha256}"
    return paper(
        facts,
        words_of(row),
        row.changed_at,
        signature=signed,
        amending=amending_of(row, facts),
        foot=foot,
    )


def amending_of(row: Narrative, facts: Facts) -> Amending | None:
    """What an amendment says of the report it amends: the one issued last before it. Three
    queries; None for a report that amends nothing."""
    if row.amends is None:
        return None
    issued = Narrative.objects.filter(standing=Standing.ISSUED).select_related("document")
    first = issued.get(pk=row.amends.pk)
    others = issued.filter(amends=first, amendment__lt=row.amendment)
    before = others.order_by("-amendment").first() or first
    at = first.document.issued_at if first.document else None
    return Amending(
        ordinal=row.amendment,
        number=number_of(first),
        issued_on=at.astimezone(VN).date() if at else None,
        because=row.because,
        changes=changes(facts_of(before), facts),
    )


def changes(before: Facts, now: Facts) -> Sequence[str]:
    """The drafted paragraphs that say something else than before, each under its section."""
    said, says = drafted(before), drafted(now)
    found = []
    for section in sections():
        old = [one.text for one in said.get(section.key, ())]
        new = [one.text for one in says.get(section.key, ())]
        for text in new:
            if text not in old:
                found.append(f"Tại mục “{section.heading or 'Kiến nghị'}” nay là: {text}")
    return found
