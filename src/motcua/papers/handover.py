"""Biên bản bàn giao hồ sơ: what a desk gave a department, with both signatures.

No form of the law we know; an office's own paper [M].
"""

from datetime import datetime

from motcua.audit.recording import record
from motcua.core.seals import SealedPaper
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.barcodes import printed
from motcua.papers.handover_lists import ShownList, list_of
from motcua.papers.marks import NO_MARK, Mark, drawn, mark_of
from motcua.papers.models import HandoverList
from motcua.papers.printed import duplicate_words
from motcua.papers.registry import Form, in_force
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, committee, day_of_issue, moment

TEMPLATE = "handover"


def handover_pdf(actor: Actor, code: str, at: datetime, printed_at: datetime) -> bytes:
    """The paper of a list; from the second print on it says so. The print is in the audit.

    Raises Refused("no_such_list"). Ten queries.
    """
    shown = list_of(actor, code)
    again = shown.row.printed_at is not None
    said = duplicate_words(actor, at) if again else ""
    made = render(shown, said, mark_of(shown.row.office.id))
    if not again:
        HandoverList.objects.filter(pk=shown.row.id, printed_at=None).update(printed_at=at)
    record(
        "handover_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="list",
        subject=shown.row.code,
    )
    return made


def render(shown: ShownList, reprint: str = "", mark: Mark = NO_MARK) -> bytes:
    """The list as a tagged PDF. The same list, the same bytes."""
    return pdf(TEMPLATE, data_of(shown, reprint, mark))


def data_of(shown: ShownList, reprint: str = "", mark: Mark = NO_MARK) -> dict[str, object]:
    """What the template is given: words ready to print, bars ready to draw."""
    row = shown.row
    made = row.made_at
    regime = in_force(Form.HANDOVER, made.date())
    return {
        "title": regime.title,
        "mark": drawn(mark),
        "above": committee(row.office.name).upper(),
        "issuer": row.office.desk_name.upper(),
        "number": f"Số: {row.number:02d}/{regime.suffix}",
        "place": f"{row.office.place_name}, {day_of_issue(made)}",
        "day": [made.year, made.month, made.day],
        "code": row.code,
        "bars": printed(row.code),
        "qr": square(
            SealedPaper.HANDOVER,
            row.code,
            at=made,
            facts=[row.department.name, *(line.taken.code for line in shown.lines)],
        ),
        "sample": timekeeping.is_demonstration(),
        "reprint": reprint,
        "department": row.department.name,
        "at": moment(made),
        "giver": row.person,
        "giver_title": row.title,
        "rows": [
            [
                line.taken.code,
                clipped(line.taken.owner),
                clipped(line.taken.procedure),
                f"{line.taken.copies:02d}",
                "; ".join(line.differences),
            ]
            for line in shown.lines
        ],
        "row_bars": [printed(line.taken.code) for line in shown.lines],
    }
