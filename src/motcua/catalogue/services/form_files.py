"""The file of a form to fill in (tờ khai): DOCX or PDF, kept as it came."""

from datetime import datetime

from django.db import transaction

from motcua.core.refusal import Refused
from motcua.files import store

LARGEST = 5_000_000
KINDS = {
    b"%PDF": "application/pdf",
    b"PK\x03\x04": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ENDINGS = {".pdf": b"%PDF", ".docx": b"PK\x03\x04"}


def keep_form_file(name: str, content: bytes, *, at: datetime) -> str:
    """Keep the bytes and answer the hash a version's form names them by.

    Refused: form_file_too_large, form_file_kind (by what is inside, not by the name alone).
    """
    if len(content) > LARGEST:
        raise Refused("form_file_too_large", most=LARGEST // 1_000_000)
    begins = next((mark for end, mark in ENDINGS.items() if name.lower().endswith(end)), b"\0")
    if not content.startswith(begins):
        raise Refused("form_file_kind", name=name[:80])
    with transaction.atomic():
        return store.store(content, media_type=KINDS[begins], at=at).sha256
