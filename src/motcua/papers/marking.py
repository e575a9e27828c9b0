"""The administrator changes the line and the logo of an office's papers; the audit has each change.

A logo is told by its content, drawn anew as PNG and kept by its hash: nothing of the file that
came in but its picture reaches a paper.
"""

import io
import warnings
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from PIL import Image

from motcua.audit.recording import record
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import office_by_id
from motcua.papers.marks import LONGEST_LINE
from motcua.papers.models import OfficeMark

LARGEST_LOGO = 1_000_000
LONGEST_SIDE = 4_000
KEPT_SIDE = 600
_KINDS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}


@transaction.atomic
def keep_line(office_id: int, line: str, *, by: Actor, at: datetime, noted_at: datetime) -> None:
    """The line at the foot, empty for none. Raises Refused("line_too_long")."""
    _require(by, office_id, at)
    words = clean(line)
    if len(words) > LONGEST_LINE:
        raise Refused("line_too_long", most=LONGEST_LINE, now=len(words))
    OfficeMark.objects.update_or_create(office_id=office_id, defaults={"line": words})
    _note(by, office_id, noted_at)


@transaction.atomic
def keep_logo(
    office_id: int, content: bytes, *, by: Actor, at: datetime, noted_at: datetime
) -> None:
    """The logo, at most 600 dots a side. Raises Refused("logo_too_large", "logo_kind",
    "logo_damaged")."""
    _require(by, office_id, at)
    picture, (width, height) = _redrawn(content)
    kept = store.store(picture, media_type="image/png", at=noted_at)
    OfficeMark.objects.update_or_create(
        office_id=office_id,
        defaults={"logo_sha256": kept.sha256, "logo_width": width, "logo_height": height},
    )
    _note(by, office_id, noted_at)


@transaction.atomic
def drop_logo(office_id: int, *, by: Actor, at: datetime, noted_at: datetime) -> None:
    """No logo any more; the picture stays in the store with what was printed."""
    _require(by, office_id, at)
    OfficeMark.objects.filter(office_id=office_id).update(
        logo_sha256="", logo_width=0, logo_height=0
    )
    _note(by, office_id, noted_at)


def _redrawn(content: bytes) -> tuple[bytes, tuple[int, int]]:
    if len(content) > LARGEST_LOGO:
        raise Refused("logo_too_large", most=LARGEST_LOGO // 1_000_000)
    kind = next((kind for begins, kind in _KINDS.items() if content.startswith(begins)), "")
    if not kind:
        raise Refused("logo_kind")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(content), formats=[kind])
            if max(opened.size) > LONGEST_SIDE:
                raise Refused("logo_too_large", most=LARGEST_LOGO // 1_000_000)
            picture = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        raise Refused("logo_damaged") from None
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue(), picture.size


def _require(by: Actor, office_id: int, at: datetime) -> None:
    if not can(by, Duty.ADMINISTER, Subject(office_id), at):
        raise PermissionDenied("Chỉ người quản trị của đơn vị đổi được chân giấy. Về hộp việc.")


def _note(by: Actor, office_id: int, at: datetime) -> None:
    record(
        "keep_office_mark",
        at=at,
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="office",
        subject=office_by_id(office_id).slug,
    )
