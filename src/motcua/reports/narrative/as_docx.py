"""The report as DOCX, to be edited and circulated: the layout of NĐ 30/2020 in Word's own terms."""

import io
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from motcua.papers.docx import timeless
from motcua.reports.narrative.paper import Paper, Part
from motcua.reports.writers import docx_parts as parts

FACE = "Times New Roman"
SAMPLE = "DỮ LIỆU MẪU, KHÔNG CÓ GIÁ TRỊ"
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PADDING, LETTER, MOTTO = 3.8, 2.6, 58.0
"""In mm: both sides of a cell, a capital of 12 points on average, the motto in 13 points. The line
under the office takes two fifths of its name, the one under the motto all of it."""
WIDTHS = (12, 66, 28, 34, 26, 30, 30, 22)
"""Of the annex's columns, in mm."""


def as_docx(paper: Paper, *, sample: bool = False) -> bytes:
    """The document; the same paper, the same bytes. About 0.1 s."""
    document = Document()
    _set_up(document, paper)
    _head(document, paper, sample)
    for part in paper.parts:
        _part(document, part)
    _close(document, paper)
    _annex(document, paper)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _set_up(document: Any, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.author = f"BÁO CÁO {paper.subject}", paper.issuer
    about.last_modified_by, about.language = paper.issuer, "vi-VN"
    about.created = about.modified = datetime.combine(paper.day, time())
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(18)
    page.different_first_page_header_footer = True
    parts.numbered(page.header.paragraphs[0])
    for name in ("Normal", "Heading 1", "Heading 2", "Title", "Header"):
        style = document.styles[name]
        style.font.name, style.font.size = FACE, Pt(14)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(which), FACE)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        if name.startswith("Heading"):
            style.font.bold, style.font.color.rgb = True, None
            style.font.color.theme_color = None
            style.paragraph_format.space_before = Pt(6)
            style.paragraph_format.space_after = Pt(3)
            style.paragraph_format.first_line_indent = Mm(10)
    plain = document.styles["Normal"].paragraph_format
    plain.space_after, plain.line_spacing = Pt(6), 1.1


def _head(document: Any, paper: Paper, sample: bool) -> None:
    narrow, wide = 60, 102
    left, right = _side_by_side(document, narrow, wide)
    _centred(left.paragraphs[0], paper.above, 12)
    _centred(left.add_paragraph(), paper.issuer, 12, bold=True)
    parts.rule(left, narrow - PADDING, len(paper.issuer) * LETTER * 0.4)
    _centred(left.add_paragraph(), paper.number, 13)
    _centred(right.paragraphs[0], NATION[0], 12, bold=True)
    _centred(right.add_paragraph(), NATION[1], 13, bold=True)
    parts.rule(right, wide - PADDING, MOTTO)
    _centred(right.add_paragraph(), paper.place, 13, italic=True)
    marks = [SAMPLE] if sample else []
    marks += ["BẢN DỰ THẢO"] if paper.draft else []
    if marks:
        marked = _centred(document.add_paragraph(), " · ".join(marks), 11, bold=True)
        marked.paragraph_format.space_before = Pt(6)
    title = _centred(document.add_paragraph(), "BÁO CÁO", 14, bold=True)
    title.paragraph_format.space_before = Pt(12)
    _centred(document.add_paragraph(), paper.subject, 14, bold=True)
    parts.rule(document, 162, 40)
    for words in paper.amending:
        _body(document, words).runs[0].italic = True


def _part(document: Any, part: Part) -> None:
    if part.section.heading:
        document.add_heading(part.section.heading, level=max(part.section.level, 1))
    for one in part.drafted:
        _body(document, f"- {one.text}" if one.item else one.text)
    for words in part.written:
        _body(document, words)


def _close(document: Any, paper: Paper) -> None:
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    left, right = _side_by_side(document, 81, 81)
    _line(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True)
    for one in paper.recipients:
        _line(left.add_paragraph(), f"- {one}", 11)
    first = right.paragraphs[0]
    for words in paper.titles:
        _centred(first, words, 14, bold=True)
        first = right.add_paragraph()
    first.paragraph_format.space_before = Pt(72)
    _centred(first, paper.signer, 14, bold=True)
    if paper.foot:
        _line(document.add_paragraph(), paper.foot, 9, italic=True)


def _annex(document: Any, paper: Paper) -> None:
    page = document.add_section()
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin, page.right_margin = Mm(20), Mm(15)
    page.top_margin, page.bottom_margin = Mm(15), Mm(10)
    page.different_first_page_header_footer = False
    told = paper.appendix
    _centred(document.add_paragraph(), "PHỤ LỤC II", 13, bold=True)
    for words in told["title"]:
        _centred(document.add_paragraph(), words, 13, bold=True)
    _centred(document.add_paragraph(), told["annex"], 12, italic=True)
    span = _centred(document.add_paragraph(), told["span"], 12, italic=True)
    span.paragraph_format.space_after = Pt(6)
    rows = [["" if cell is None else str(cell) for cell in row] for row in _rows(told)]
    table = document.add_table(rows=1, cols=len(WIDTHS))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    _cells(table.rows[0], told["heads"], bold=True)
    parts.settled(table.rows[0])
    _repeats(table.rows[0])
    for row in rows:
        heading = row[0] in ("A", "B")
        made = table.add_row()
        if heading:
            made.cells[1].merge(made.cells[-1])
            _cells(made, row[:2], bold=True)
        else:
            _cells(made, row, bold=row[1] == "Tổng")
        parts.settled(made)
    if told["reasons"]:
        first = _line(document.add_paragraph(), told["reasons_head"], 12, bold=True)
        first.paragraph_format.space_before = Pt(6)
        for words, count in told["reasons"]:
            _line(document.add_paragraph(), f"+ {words} ({count} hồ sơ)", 12)
    for words in told["footnotes"]:
        _line(document.add_paragraph(), words, 11, italic=True)


def _rows(told: Any) -> list[list[Any]]:
    found = []
    for block in told["blocks"]:
        found.append([block["group"], block["heading"], *[""] * 6])
        found += [list(row) for row in block["rows"]]
        found.append(["", "Tổng", *block["total"], ""])
    return found


def _cells(row: Any, words: Any, *, bold: bool) -> None:
    for place, (cell, said) in enumerate(zip(row.cells, words, strict=False)):
        if len(words) == len(WIDTHS):
            cell.width = Mm(WIDTHS[place])
        paragraph = cell.paragraphs[0]
        paragraph.alignment = ALIGN.LEFT if place == 1 and not bold else ALIGN.CENTER
        if place == 1 and said.startswith("CẤP"):
            paragraph.alignment = ALIGN.LEFT
        _line(paragraph, said, 11, bold=bold)


def _side_by_side(document: Any, left: int, right: int) -> tuple[Any, Any]:
    """Two cells without borders, that many mm wide, kept on one page."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (left, right), strict=True):
        column.width = Mm(width)
    cells = table.rows[0].cells
    cells[0].width, cells[1].width = Mm(left), Mm(right)
    whole = OxmlElement("w:cantSplit")
    table.rows[0]._tr.get_or_add_trPr().append(whole)
    return cells[0], cells[1]


def _body(document: Any, words: str) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.add_run(words)
    return paragraph


def _centred(paragraph: Any, words: str, size: int, **looks: bool) -> Any:
    paragraph.alignment = ALIGN.CENTER
    return _line(paragraph, words, size, **looks)


def _line(
    paragraph: Any, words: str, size: int, *, bold: bool = False, italic: bool = False
) -> Any:
    run = paragraph.add_run(words)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    return paragraph


def _repeats(row: Any) -> None:
    """The head of a table is said again on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
