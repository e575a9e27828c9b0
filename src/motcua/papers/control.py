"""Phiếu kiểm soát quá trình giải quyết hồ sơ: who held the dossier from when to when.

Source: TT 01/2018/TT-VPCP, Mẫu 05; TT 03/2025/TT-VPCP, form 06; which one, by the day of receipt.
"""

from datetime import datetime

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.seals import SealedPaper
from motcua.dossiers.selectors.control import ControlSheet, Hand, control_sheet
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.barcodes import printed, printed_qr
from motcua.papers.marks import NO_MARK, Mark, drawn, mark_of
from motcua.papers.printed import note_print
from motcua.papers.registry import Form, Regime, in_force
from motcua.papers.sealing import seal_address
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, committee, day_of_issue, moment, received_words

TEMPLATE = "control"


def regime_of(sheet: ControlSheet) -> Regime:
    """The form as prescribed on the day the dossier came in."""
    return in_force(Form.CONTROL, sheet.received_at.date())


@transaction.atomic
def control_pdf(code: str, actor: Actor, at: datetime, printed_at: datetime) -> bytes:
    """The sheet of `code` as it stands, marked from the second print on; the print is in the
    audit. Eight queries.

    Raises Refused("not_found").
    """
    sheet = control_sheet(code, actor)
    again = note_print(Form.CONTROL, sheet.code, actor, at)
    made = render(sheet, at, mark_of(sheet.office.id), again)
    record(
        "control_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="dossier",
        subject=sheet.code,
    )
    return made


def render(sheet: ControlSheet, at: datetime, mark: Mark = NO_MARK, reprint: str = "") -> bytes:
    """The sheet as a tagged PDF. The same sheet and moment, the same bytes."""
    return pdf(TEMPLATE, data_of(sheet, at, mark, reprint))


def data_of(
    sheet: ControlSheet, at: datetime, mark: Mark = NO_MARK, reprint: str = ""
) -> dict[str, object]:
    """What the template is given: words ready to print, bars ready to draw."""
    regime = regime_of(sheet)
    return {
        "title": regime.title,
        "form": regime.line,
        "mark": drawn(mark),
        "reprint": reprint,
        "above": committee(sheet.office.name).upper(),
        "issuer": sheet.office.desk_name.upper(),
        "number": f"Số: {sheet.code.rsplit('-', 1)[-1]}/{regime.suffix}",
        "place": f"{sheet.office.place_name}, {day_of_issue(sheet.received_at)}",
        "day": [at.year, at.month, at.day],
        "code": sheet.code,
        "bars": printed(sheet.code),
        "qr": printed_qr(
            seal_address(
                SealedPaper.CONTROL, sheet.code, at=sheet.received_at, until_at=sheet.due_at
            )
        ),
        "sample": timekeeping.is_demonstration(),
        "owner": clipped(sheet.owner),
        "phone": sheet.owner_phone,
        "procedure": clipped(sheet.procedure),
        "received": received_words(sheet.received_at, sheet.late_slip),
        "receiver": sheet.receiver,
        "due": moment(sheet.due_at) if sheet.due_at else "đồng hồ đang dừng",
        "ending": sheet.ending,
        "printed": moment(at),
        "rows": [_row(hand) for hand in sheet.hands],
    }


def _row(hand: Hand) -> list[str]:
    return [
        hand.body,
        hand.step,
        moment(hand.given_at),
        hand.giver,
        moment(hand.taken_at) if hand.taken_at else "",
        hand.taker,
        moment(hand.left_at) if hand.left_at else "",
        hand.result,
        hand.note,
    ]
