"""Complaints on paper: the list without whoever complained, and one with its answer."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.seals import SealedPaper
from motcua.feedback.selectors.complaints import ComplaintPage, ComplaintRow, listed, one
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.printed import note_print
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, moment


def list_pdf(actor: Actor, at: datetime, state: str, words: str, printed_at: datetime) -> bytes:
    """The list as it stands at `at`, `words` naming the `state`; the print is in the audit."""
    rows = listed(actor, at, state)
    _note("complaints_printed", "", actor, printed_at)
    return pdf(
        "complaints",
        {
            "office": actor.office_name,
            "state": words,
            "at": moment(at),
            "day": [at.year, at.month, at.day],
            "rows": [_cells(row) for row in rows],
            "sample": timekeeping.is_demonstration(),
        },
    )


@transaction.atomic
def sheet_pdf(actor: Actor, number: str, at: datetime, printed_at: datetime) -> bytes:
    """One complaint, marked when printed again. Raises Refused("unknown_complaint"); the print is
    in the audit."""
    shown = one(actor, number, at)
    again = note_print("complaint", shown.row.number, actor, at)
    _note("complaint_printed", shown.row.number, actor, printed_at)
    return pdf(
        "complaint",
        {
            "reprint": again,
            "qr": square(
                SealedPaper.COMPLAINT,
                shown.row.number,
                at=shown.row.made_at,
                facts=[shown.body, shown.answer],
            ),
            "office": shown.row.office,
            "number": shown.row.number,
            "day": [at.year, at.month, at.day],
            "facts": _facts(shown),
            "body": shown.body.splitlines(),
            "answer": shown.answer.splitlines(),
            "sample": timekeeping.is_demonstration(),
        },
    )


def _cells(row: ComplaintRow) -> Sequence[str]:
    standing = f"{row.standing_words}, quá hạn" if row.late else row.standing_words
    return [
        row.number,
        row.kind,
        row.office,
        f"{row.made_at:%d/%m/%Y}",
        f"{row.due_at:%d/%m/%Y}",
        standing,
        clipped(row.given_to or "chưa giao"),
    ]


def _facts(shown: ComplaintPage) -> Sequence[tuple[str, str]]:
    """What is known and not empty; how to reach the person stays on the screen."""
    row = shown.row
    facts = (
        ("Về việc", row.kind),
        ("Hồ sơ", shown.dossier),
        ("Gửi lúc", f"{moment(row.made_at)} ({shown.channel})"),
        ("Hạn trả lời", moment(row.due_at)),
        ("Trả lời lúc", moment(row.answered_at) if row.answered_at else ""),
        ("Kết luận", shown.finding),
    )
    return [fact for fact in facts if fact[1]]


def _note(action: str, number: str, actor: Actor, at: datetime) -> None:
    record(
        action,
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="complaint",
        subject=number,
    )
