"""The list of results nobody fetched, to telephone by: an office's own paper, no form of law."""

from collections.abc import Sequence
from datetime import datetime

from motcua.audit.recording import record
from motcua.core.codes import tail
from motcua.dossiers.selectors.returning import Waiting, collection_days, uncollected
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, moment

TEMPLATE = "uncollected"
LONGEST = 90


def uncollected_pdf(actor: Actor, at: datetime, printed_at: datetime) -> bytes:
    """The list of the officer's office as it stands at `at`; the print is in the audit.

    Four queries.
    """
    rows = uncollected(actor, at)
    days = collection_days(actor.office_id)
    made = render(office_by_id(actor.office_id), rows, days, at)
    record(
        "uncollected_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
    )
    return made


def render(office: OfficeRow, rows: Sequence[Waiting], days: int, at: datetime) -> bytes:
    """The list as a tagged PDF, heads repeated on each page."""
    return pdf(
        TEMPLATE,
        {
            "office": office.name,
            "desk": office.desk_name,
            "days": days,
            "at": moment(at),
            "day": [at.year, at.month, at.day],
            "rows": [
                [
                    tail(row.code),
                    clipped(row.owner),
                    row.owner_phone,
                    _short(row.procedure),
                    f"{row.finished_at:%d/%m/%Y}",
                    row.waited_days,
                    row.shelf,
                ]
                for row in rows
            ],
            "sample": timekeeping.is_demonstration(),
        },
    )


def _short(name: str) -> str:
    """The first words of a procedure's name: the list is for telephoning."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"
