"""Notices as letters, for whom no channel reached."""

from collections.abc import Sequence
from datetime import datetime

from motcua.identity.actors import Actor
from motcua.messages import outbox
from motcua.messages.facts import committee
from motcua.messages.handling import looked
from motcua.organization.selectors import office_by_id
from motcua.papers import notice


def letters_pdf(actor: Actor, messages: Sequence[int], at: datetime) -> bytes | None:
    """The letters of `messages` in one PDF, those of other offices left out; None when none is
    left. Each print is in the audit. Four queries and one a letter."""
    found = outbox.letters(actor, messages)
    if not found:
        return None
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
            )
            for one in found
        ],
        at,
    )
    looked(actor, "notice_paper", [one.code for one in found])
    return made
