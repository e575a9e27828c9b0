"""However much a slip has to say, nothing on it lies on anything else or beyond the sheet."""

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from motcua.core.clock import VN
from motcua.papers.receipt import Paper, Receipt, render_together

SYLLABLES = [
    "cấp",
    "giấy",
    "phép",
    "xây",
    "dựng",
    "nhà",
    "ở",
    "riêng",
    "lẻ",
    "quyền",
    "sử",
    "dụng",
    "đất",
    "chuyển",
    "nhượng",
    "thừa",
    "kế",
]
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
A4 = (596, 842)
Box = tuple[float, float, float, float, str]


def words(dice: random.Random, most: int) -> str:
    return " ".join(dice.choice(SYLLABLES) for _ in range(dice.randint(3, most)))


def a_slip(seed: int) -> Receipt:
    dice = random.Random(seed)  # noqa: S311 - invented data
    year = dice.choice((2017, 2018, 2019, 2026))
    papers = [Paper(words(dice, 22), "Bản chính", 1) for _ in range(dice.randint(0, 7))]
    return Receipt(
        code="000.00.19.H56-170321-0002",
        office="UBND Thị xã Bỉm Sơn",
        desk="Bộ phận Tiếp nhận và Trả kết quả",
        place="Bỉm Sơn",
        owner="Nguyễn Thị Hồng Minh Mẫu",
        owner_address=words(dice, 15),
        owner_id="038000347327",
        owner_phone="0900006148",
        submitter=dice.choice(("", "Lê Văn Nộp Thay Mẫu, giấy uỷ quyền ngày 12/3/2017")),
        procedure=words(dice, 40),
        papers=papers,
        copies=1,
        term="15 ngày",
        received_at=datetime(year, 3, 21, 9, 42, tzinfo=VN),
        due_at=datetime(year, 4, 17, 17, 30, tzinfo=VN),
        provisional=dice.random() < 0.2,
        result_by=words(dice, 6),
        fee=words(dice, 12),
        issuer="Hoàng Thị Minh Sen Mẫu",
        lookup_url="https://motcua.bimson.example/tra-cuu",
        check="K7MW",
        demonstration=dice.random() < 0.5,
        reprint=dice.choice(("", "BẢN IN LẠI 31/03/2017, Hoàng Thị Minh Sen Mẫu, Cán bộ một cửa")),
        hotline=dice.choice(("", "0237 3 824 257")),
    )


def pages_of(pdf: bytes, folder: Path) -> Iterator[Sequence[Box]]:
    """The words of each page with the places where they stand, in points."""
    file = folder / "slips.pdf"
    file.write_bytes(pdf)
    asked = ["pdftotext", "-bbox", str(file), "-"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    for page in told.split("<page ")[1:]:
        yield [(float(a), float(b), float(c), float(d), e) for a, b, c, d, e in WORD.findall(page)]


def on_one_another(one: Box, other: Box) -> bool:
    """Whether they share more than the room that letters with marks take from the line above."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > 0.4 * min(one[3] - one[1], other[3] - other[1])


@pytest.mark.parametrize("first", range(0, 40, 10))
def test_nothing_on_a_slip_lies_on_anything_else(first: int, tmp_path: Path) -> None:
    slips = [a_slip(seed) for seed in range(first, first + 10)]

    found = [
        (number, one[4], other[4])
        for number, page in enumerate(pages_of(render_together(slips), tmp_path), start=1)
        for place, one in enumerate(page)
        for other in page[place + 1 :]
        if on_one_another(one, other)
    ]

    assert found == []


def test_a_slip_ends_within_its_sheet(tmp_path: Path) -> None:
    slips = [a_slip(seed) for seed in range(20)]

    pages = list(pages_of(render_together(slips), tmp_path))

    assert len(pages) >= len(slips)
    assert [word for page in pages for word in page if word[2] > A4[0] or word[3] > A4[1]] == []
