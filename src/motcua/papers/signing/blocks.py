"""What can be seen of a signature on the page: the block NĐ 30/2020 asks for, drawn by typst.

The agency's: the picture of its stamp, red, as large as the stamp is, over about a third of the
person's signature on its left; its name and the moment stand below. A person's: the name and the
moment, where they sign. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.8 [M].
"""

import struct
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


SEAL_MM = 36.0
"""Across a committee's stamp, where its picture does not say how large it is: TT 07/2010/TT-BCA
[M]."""
SMALLEST_MM, LARGEST_MM = 25.0, 50.0
"""A picture that claims to be smaller or larger was scanned without a word on its resolution."""
UNDER_SEAL_MM = 9.0
"""Room below the seal for who signed and when."""


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


def seal_mm(picture: bytes) -> float:
    """How large a stamp is by its picture (a PNG that says its resolution), else the usual size."""
    head = picture.find(b"pHYs")
    if head < 0 or len(picture) < head + 13:
        return SEAL_MM
    (width,) = struct.unpack(">I", picture[16:20])
    per_unit, _, unit = struct.unpack(">IIB", picture[head + 4 : head + 13])
    size = 1000 * width / per_unit if unit == 1 and per_unit else 0
    return size if SMALLEST_MM <= size <= LARGEST_MM else SEAL_MM


def over(person: Placed, size_mm: float = SEAL_MM) -> Placed:
    """Where a seal of that size stands: over the left third of a person's block."""
    return Placed(
        person.page,
        person.left_mm + person.width_mm / 3 - size_mm,
        person.top_mm + person.height_mm / 2 - size_mm / 2,
        max(size_mm, person.width_mm),
        size_mm + UNDER_SEAL_MM,
    )


def agency_block(
    agency: str, at: datetime, place: Placed, *, seal: bytes = b"", sample: bool = False
) -> Block:
    """The agency's block, `place` from `over`. `seal` is the picture of its stamp (PNG); without
    one, a ring with its name is drawn."""
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
            "across": place.height_mm - UNDER_SEAL_MM,
            "lines": lines,
            "seal": list(seal),
            "agency": agency.upper(),
            "sample": sample,
        },
    )
    return Block(field, place.page, place.box, picture)
