"""A document on paper, in the layout of NĐ 30/2020: from its row and nothing else."""

from collections.abc import Sequence
from datetime import datetime

from motcua.core.clock import VN
from motcua.core.documents import Standing
from motcua.core.seals import SealedPaper
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, office_on
from motcua.papers.barcodes import printed_qr
from motcua.papers.documents.kinds import kinds
from motcua.papers.models import Document
from motcua.papers.sealing import seal_address
from motcua.papers.typesetting import pdf
from motcua.papers.wording import day_of_issue

TEMPLATE = "document"


def render(document: Document, at: datetime) -> bytes:
    """The document as a tagged PDF. `at` dates one that has no number yet, which is marked as a
    draft and carries no code. The same row and moment, the same bytes."""
    issued = (document.issued_at or at).astimezone(VN)
    office = office_on(document.office_id, issued.date())
    parent = office_on(office.parent_id, issued.date()) if office.parent_id else None
    kind = kinds()[document.kind]
    url = _code(document, issued) if document.number else ""
    name = committee(office)
    return pdf(
        TEMPLATE,
        {
            "above": (parent.name if parent else "").upper(),
            "issuer": name.upper(),
            "number": f"Số: {kind.number_words(document.number, name)}",
            "place": f"{office.place_name}, {day_of_issue(issued)}",
            "day": [issued.year, issued.month, issued.day],
            "kind": kind.name.upper() if kind.symbol else "",
            "subject": document.subject,
            "recipient": document.recipient,
            "body": [line for line in document.body.split("\n") if line.strip()],
            "valid": valid_words(document),
            "titles": titles(document.signer_title),
            "signer": document.signer_name,
            "qr": printed_qr(url, "Mã vuông kiểm tra văn bản"),
            "ref": document.ref,
            "draft": document.standing in (Standing.DRAFT, Standing.SUBMITTED, Standing.REVIEWED),
            "sample": timekeeping.is_demonstration(),
        },
    )


def titles(title: str) -> Sequence[str]:
    """Above a signature: for the committee, and for its chair where a deputy signs; anybody else
    signs under their own title."""
    own = title.partition(" UBND")[0].upper()
    if own == "CHỦ TỊCH":
        return ("TM. ỦY BAN NHÂN DÂN", own)
    if own == "PHÓ CHỦ TỊCH":
        return ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", own)
    return (title.upper(),) if title else ()


def facts_of(document: Document) -> Sequence[object]:
    """What the digest in its code stands for."""
    return (
        document.kind, document.number, document.subject, document.recipient, document.body
    )  # fmt: skip


def committee(office: OfficeRow) -> str:
    """The body that issues: the people's committee of a place; another body by its own name."""
    if office.kind == "outside" or office.name.startswith("UBND"):
        return office.name
    return f"UBND {office.name}"


def valid_words(document: Document) -> str:
    """From when to when a result holds, as it stands on the paper; empty without an end."""
    start, end = document.valid_from_on, document.valid_until_on
    if end is None:
        return ""
    begins = f"từ ngày {start:%d/%m/%Y} " if start else ""
    return f"Có giá trị {begins}đến hết ngày {end:%d/%m/%Y}."


def _code(document: Document, issued: datetime) -> str:
    return seal_address(
        SealedPaper.DOCUMENT, document.ref, at=issued, facts=facts_of(document)
    )  # fmt: skip
