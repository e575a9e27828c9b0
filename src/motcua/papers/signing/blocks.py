"""What can be seen of a signature on the page: the block NĐ 30/2020 asks for, drawn by typst.

The agency's: its seal, its name and the moment, top right of the first page. A person's: the name
and the moment, where they sign. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.8 [M].
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pyhanko.stamp import StaticStampStyle

from motcua.core.clock import VN
from motcua.papers.typesetting import pdf

POINTS_PER_MM = 72 / 25.4
PAGE_HEIGHT_MM = 297.0
AGENCY_FIELD, PERSON_FIELD = "DauCoQuan", "ChuKyNguoiCoThamQuyen"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a block stands on an A4 page: page from 0, millimetres from the left and the top."""

    page: int
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, bottom, right, top in points from the lower left corner."""
        top = PAGE_HEIGHT_MM - self.top_mm
        return (
            round(self.left_mm * POINTS_PER_MM),
            round((top - self.height_mm) * POINTS_PER_MM),
            round((self.left_mm + self.width_mm) * POINTS_PER_MM),
            round(top * POINTS_PER_MM),
        )


AGENCY_PLACE = Placed(0, 128, 4, 74, 15)


@dataclass(frozen=True, slots=True)
class Block:
    """A signature's field, place and picture (a PDF of one page)."""

    field: str
    page: int
    box: tuple[int, int, int, int]
    picture: bytes
    reason: str = ""

    @contextmanager
    def style(self) -> Iterator[StaticStampStyle]:
        """For the library, which reads the picture from a file."""
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(self.picture)
            file.flush()
            yield StaticStampStyle.from_pdf_file(file.name, border_width=0)


def agency_block(
    agency: str,
    at: datetime,
    *,
    seal: bytes = b"",
    sample: bool = False,
    place: Placed = AGENCY_PLACE,
) -> Block:
    """The agency's block. `seal` is the picture of its seal (PNG); without one, one is drawn."""
    lines = [("Cơ quan ký", agency), ("Thời gian ký", said(at))]
    return _block(AGENCY_FIELD, lines, place, seal, agency, sample)


def person_block(
    name: str, title: str, at: datetime, place: Placed, *, sample: bool = False
) -> Block:
    """A person's block, in the room left for a signature."""
    lines = [("Người ký", name), ("Chức vụ", title), ("Thời gian ký", said(at))]
    return _block(PERSON_FIELD, lines, place, b"", "", sample)


def said(at: datetime) -> str:
    """`26/04/2017 09:42:11 +07:00`, as the decree writes it."""
    return f"{at.astimezone(VN):%d/%m/%Y %H:%M:%S} +07:00"


def _block(
    field: str,
    lines: list[tuple[str, str]],
    place: Placed,
    seal: bytes,
    agency: str,
    sample: bool,
) -> Block:
    picture = pdf(
        "block",
        {
            "width": place.width_mm,
            "height": place.height_mm,
            "lines": lines,
            "seal": list(seal),
            "agency": agency.upper(),
            "sample": sample,
        },
    )
    return Block(field, place.page, place.box, picture)
