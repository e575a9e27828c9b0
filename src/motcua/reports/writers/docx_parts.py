"""Parts of a Word document in the layout of NĐ 30/2020: the page, paragraphs, a ruled table.

The file is the same each time: its days come from the report, never from the machine's clock.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FACE = "Times New Roman"
LEFT, CENTER, RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT,
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)


def page(title: str, at: datetime, *, landscape: bool) -> Any:
    """An empty A4 document with the margins of the rule, Times 13 (12 across)."""
    made = Document()
    made.core_properties.title = title
    made.core_properties.author = "Một Cửa"
    made.core_properties.language = "vi-VN"
    made.core_properties.created = made.core_properties.modified = at.replace(tzinfo=None)
    part = made.sections[0]
    part.page_width, part.page_height = Mm(210), Mm(297)
    part.top_margin, part.bottom_margin = Mm(20), Mm(20)
    part.left_margin, part.right_margin = Mm(30), Mm(15)
    if landscape:
        part.orientation = WD_ORIENT.LANDSCAPE
        part.page_width, part.page_height = Mm(297), Mm(210)
        part.left_margin = Mm(20)
    style = made.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(12 if landscape else 13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    style.paragraph_format.space_after = Pt(0)
    part.different_first_page_header_footer = True
    numbered(part.header.paragraphs[0])
    return made


def numbered(head: Any) -> None:
    """The number of the page, at its top, in the middle; who draws the section says from which
    page on."""
    head.alignment = CENTER
    run = head.add_run()
    run.font.name, run.font.size = FACE, Pt(13)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = words
        run._r.append(mark)


def rule(there: Any, within_mm: float, length_mm: float) -> None:
    """A line of that length in the middle of a width, under what was said last: what the rule puts
    under the office, the motto and the subject, where underlined words would not do."""
    line = there.add_paragraph()
    shape = line.paragraph_format
    shape.left_indent = shape.right_indent = Mm(max((within_mm - length_mm) / 2, 0))
    shape.space_before, shape.space_after = Pt(0), Pt(3)
    shape.line_spacing = Pt(3)
    line.add_run().font.size = Pt(1)
    borders, under = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        under.set(qn(f"w:{name}"), value)
    borders.append(under)
    line._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def settled(row: Any) -> None:
    """What the cells of a row say stands in the middle of their height, clear of the lines."""
    for cell in row.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        shape = cell.paragraphs[0].paragraph_format
        shape.space_before = shape.space_after = Pt(0.5)


def say(
    there: Any,
    words: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    to: Any = LEFT,
) -> Any:
    """A paragraph with one run, at the end of a document or of a cell."""
    line = there.add_paragraph()
    return _told(line, words, size=size, bold=bold, italic=italic, to=to)


def fill(cell: Any, words: str, **look: Any) -> None:
    """The first paragraph of a cell."""
    _told(cell.paragraphs[0], words, **look)


def ruled(made: Any, rows: int, widths_mm: Sequence[float], heads: int) -> Any:
    """A table with lines all round, whose first `heads` rows stand on every page."""
    found = made.add_table(rows=rows, cols=len(widths_mm))
    found.style = "Table Grid"
    found.autofit = False
    for column, width in zip(found.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in found.rows:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
        settled(row)
    for row in found.rows[:heads]:
        _mark(row._tr.get_or_add_trPr(), "w:tblHeader")
    return found


def plain(made: Any, widths_mm: Sequence[float]) -> Sequence[Any]:
    """The cells of one row without lines: what stands side by side."""
    found = made.add_table(rows=1, cols=len(widths_mm))
    found.autofit = False
    for cell, width in zip(found.rows[0].cells, widths_mm, strict=True):
        cell.width = Mm(width)
    return list(found.rows[0].cells)


def saved(made: Any) -> bytes:
    """The document as bytes, without the moment of packing."""
    raw, out = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(zipfile.ZipInfo(name, _EPOCH), packed.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _told(line: Any, words: str, *, size: float | None = None, bold: bool = False,
          italic: bool = False, to: Any = LEFT) -> Any:  # fmt: skip
    line.alignment = to
    run = line.add_run(words)
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    return line


def _mark(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))
