"""Which kinds of files come in, told by what is inside. A kind more is a row more.

`becomes` is what is kept: pictures are made into PDF, so that they have pages and no hidden data.
"""

from dataclasses import dataclass

PDF = "application/pdf"
_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{_OFFICE}.wordprocessingml.document"
XLSX = f"{_OFFICE}.spreadsheetml.sheet"
CSV = "text/csv"
PACKED = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: how it begins, what it is kept as, how its file ends and is called."""

    name: str
    begins: tuple[bytes, ...]
    becomes: str
    ending: str
    holds: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("PDF", (b"%PDF-",), PDF, "pdf"),
    Kind("JPEG", (b"\xff\xd8\xff",), PDF, "jpg"),
    Kind("PNG", (b"\x89PNG\r\n\x1a\n",), PDF, "png"),
    Kind("TIFF", (b"II*\0", b"MM\0*"), PDF, "tif"),
    Kind("DOCX", (PACKED,), DOCX, "docx", "word/document.xml"),
    Kind("XLSX", (PACKED,), XLSX, "xlsx", "xl/workbook.xml"),
)
ENDINGS = {PDF: "pdf", DOCX: "docx", XLSX: "xlsx"}
ACCEPT = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx"
"""What a browser's file dialog offers first; the check does not rest on it."""


def ending_of(media_type: str) -> str:
    """How the name of a kept file ends."""
    return ENDINGS.get(media_type, "bin")
