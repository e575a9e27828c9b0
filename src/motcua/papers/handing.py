"""The paper one signs for results: what was fetched, by whom, by what right.

An office's own paper, no form of the law; nothing of it is a fee receipt.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.money import format_vnd
from motcua.core.seals import SealedPaper
from motcua.dossiers.selectors.handed import Handing, handing
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.papers.printed import note_print
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, committee, day_of_issue, moment

TEMPLATE = "handing"


@transaction.atomic
def handing_pdf(
    actor: Actor, key: UUID, at: datetime, printed_at: datetime, paid_vnd: int = 0
) -> bytes:
    """The paper of what the button `key` handed out, marked with `at` when printed again; each
    dossier's print is in the audit. `paid_vnd` is what receipts were given for at that moment.

    Raises Refused("not_found") outside the officer's office. Seven queries and one a dossier.
    """
    facts = handing(actor, key)
    again = note_print(TEMPLATE, str(key), actor, at)
    made = render(office_by_id(actor.office_id), facts, paid_vnd, again)
    for one in facts.results:
        record(
            "handing_printed",
            at=printed_at,
            account=actor.account_uuid,
            position=actor.position_uuid,
            office=actor.office_slug,
            subject_kind="dossier",
            subject=one.code,
        )
    return made


def render(office: OfficeRow, facts: Handing, paid_vnd: int = 0, reprint: str = "") -> bytes:
    """The paper as a tagged PDF. The same facts, the same bytes."""
    at = facts.at
    total = paid_vnd or sum(one.fee_vnd for one in facts.results)
    return pdf(
        TEMPLATE,
        {
            "reprint": reprint,
            "qr": square(
                SealedPaper.HANDING,
                facts.results[0].code,
                at=at,
                facts=[facts.collector, *(one.code for one in facts.results)],
            ),
            "office": committee(office.name).upper(),
            "desk": office.desk_name.upper(),
            "place": f"{office.place_name}, {day_of_issue(at)}",
            "day": [at.year, at.month, at.day],
            "at": moment(at),
            "role": facts.role,
            "collector": clipped(facts.collector),
            "id": facts.id_number,
            "relation": facts.relation,
            "paper": clipped(facts.paper),
            "slip_lost": facts.slip_lost,
            "fee": format_vnd(total) if total else "",
            "rows": [
                [one.code, clipped(one.owner), clipped(one.procedure)] for one in facts.results
            ],
            "officer": facts.officer,
            "sample": timekeeping.is_demonstration(),
        },
    )
