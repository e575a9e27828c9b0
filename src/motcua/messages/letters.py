"""Notices as letters, for whom no channel reached."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.identity.actors import Actor
from motcua.messages import outbox
from motcua.messages.facts import committee
from motcua.messages.handling import looked
from motcua.organization.selectors import office_by_id
from motcua.papers import notice
from motcua.papers.printed import note_subjects


@transaction.atomic
def letters_pdf(actor: Actor, messages: Sequence[int], at: datetime) -> bytes | None:
    """The letters of `messages` in one PDF, those of other offices left out, those printed before
    marked; None when none is left. Each print is in the audit. Six queries and one a letter."""
    found = outbox.letters(actor, messages)
    if not found:
        return None
    again = note_subjects(notice.TEMPLATE, [str(one.id) for one in found], actor, at)
    made = notice.render(
        [
            notice.Letter(
                office_by_id(one.office_id),
                committee(office_by_id(one.office_id)),
                one.code,
                one.name,
                one.address,
                one.said.subject,
                one.said.body,
                again[str(one.id)],
            )
            for one in found
        ],
        at,
    )
    looked(actor, "notice_paper", [one.code for one in found])
    return made
