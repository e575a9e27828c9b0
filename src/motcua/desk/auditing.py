"""What this door tells the audit: who saw, printed, searched, signed in. Never what was typed.

Moments are the machine's clock, also in a demonstration: the audit is a log.
"""

from uuid import UUID

from motcua.audit.recording import record
from motcua.desk.guarding import DeskRequest
from motcua.organization.timekeeping import real_now


def viewed(request: DeskRequest, code: str, purpose: str = "") -> None:
    """An officer read the personal data of a dossier; `purpose` when it is of an office below."""
    _of(request, "view_dossier", "dossier", code, purpose)


def file_viewed(request: DeskRequest, code: str, number: int) -> None:
    """An officer was shown a page of a file of a dossier."""
    _of(request, "view_file", "dossier", code, f"Tệp số {number}")


def file_taken(request: DeskRequest, code: str, which: str) -> None:
    """An officer took a file of a dossier away, by its number, or all of them."""
    _of(request, "take_file", "dossier", code, f"Tệp {which}")


def scan_viewed(request: DeskRequest, scan: str) -> None:
    """An officer was shown a page that waits at the scanner."""
    _of(request, "view_file", "scan", scan)


def exported(request: DeskRequest, report: str) -> None:
    """An officer took a report away as a file."""
    _of(request, "export_report", "report", report)


def searched(request: DeskRequest, hits: int) -> None:
    """An officer looked for dossiers; how many were found, not by which words."""
    _of(request, "search_dossiers", "hits", str(hits))


def signed_in(account: UUID | None, how: str) -> None:
    """Someone came (`entered`), left, was refused or was locked out. Who failed is not known."""
    record(f"sign_in_{how}", at=real_now(), account=account)


def _of(request: DeskRequest, action: str, kind: str, subject: str, purpose: str = "") -> None:
    actor = request.actor
    record(
        action,
        at=real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind=kind,
        subject=subject,
        purpose=purpose,
    )


def met(request: DeskRequest, code: str) -> None:
    """An officer was shown who came before, by the number of a paper: their latest dossier."""
    _of(request, "meet_person", "dossier", code, "Tiếp nhận: người đã có hồ sơ")


def trail_viewed(request: DeskRequest, code: str) -> None:
    """An officer asked who had looked at a dossier."""
    _of(request, "view_trail", "dossier", code)


def complaint_viewed(request: DeskRequest, number: str) -> None:
    """An officer read a complaint, with whoever sent it."""
    _of(request, "view_complaint", "complaint", number)
