"""Where on a page a person's block stands: above their name, in the room left for a signature."""

import pypdfium2 as pdfium

from motcua.papers.signing.blocks import PAGE_HEIGHT_MM, POINTS_PER_MM, Placed

WIDTH_MM, HEIGHT_MM, GAP_MM = 66.0, 16.0, 3.0
USUAL = Placed(0, 118, 240, WIDTH_MM, HEIGHT_MM)


def above(content: bytes, name: str) -> Placed:
    """The room above where `name` stands last in the PDF; a usual place when it stands nowhere."""
    with pdfium.PdfDocument(content) as document:
        for number in reversed(range(len(document))):
            found = _last(document[number].get_textpage(), name)
            if found is not None:
                middle, top = found
                return Placed(
                    number,
                    middle / POINTS_PER_MM - WIDTH_MM / 2,
                    PAGE_HEIGHT_MM - top / POINTS_PER_MM - GAP_MM - HEIGHT_MM,
                    WIDTH_MM,
                    HEIGHT_MM,
                )
    return USUAL


def _last(page: pdfium.PdfTextPage, name: str) -> tuple[float, float] | None:
    """Middle and top, in points from the lower left, of the last place of `name` on the page."""
    search, found = page.search(name, match_case=True), None
    while (place := search.get_next()) is not None:
        found = place
    if found is None:
        return None
    page.count_rects(*found)
    left, _, right, top = page.get_rect(0)
    return (left + right) / 2, top
