"""Pages drawn as pictures, and put together anew."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from motcua.files.inspecting.faults import Fault

QUALITY = 80


def draw(source: Path, made: Path, *, page: int, width: int) -> None:
    """Page `page` (from 1) as a JPEG `width` dots wide, and at most three times as high."""
    try:
        document = pypdfium2.PdfDocument(source)
        if not 1 <= page <= len(document):
            raise Fault("file_unreadable")
        drawn = document[page - 1]
        across, up = drawn.get_size()
        scale = min(width / across, 3 * width / up)
        picture = drawn.render(scale=scale, may_draw_forms=False).to_pil()
    except pypdfium2.PdfiumError:
        raise Fault("file_unreadable") from None
    picture.convert("RGB").save(made, "JPEG", quality=QUALITY)


def arrange(parts: Sequence[tuple[Path, int, int]], made: Path) -> int:
    """Write the pages (file, page from 1, degrees to turn clockwise) to `made` in their order."""
    writer = PdfWriter()
    opened: dict[Path, PdfReader] = {}
    try:
        for source, page, turn in parts:
            reader = opened.setdefault(source, PdfReader(source))
            added = writer.add_page(reader.pages[page - 1])
            if turn:
                added.rotate(turn)
        writer.metadata = None
        writer.write(made)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, OSError):
        raise Fault("file_unreadable") from None
    return len(parts)
