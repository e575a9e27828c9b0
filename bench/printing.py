"""P11: a slip alone, and a thousand in one file, chunk by chunk as the background job makes them.

CPU, not the clock on the wall: a shared machine swings. Memory is the largest process that sets
pages, which is where a long print keeps what it needs.
"""

import io
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from pypdf import PdfWriter

from bench.goals import Line, at_most
from motcua.core.clock import VN
from motcua.papers.batch_work import CHUNK
from motcua.papers.marks import NO_MARK
from motcua.papers.press import pressed
from motcua.papers.receipt import Paper, Receipt, render, sheets
from motcua.papers.registry import Form

ALONE = 100
TOGETHER = 1_000
AT = datetime(2017, 3, 6, 8, 0, tzinfo=VN)
SLIP = Receipt(
    code="000.00.19.H56-170306-0001", office="UBND thị xã Bỉm Sơn",
    desk="Bộ phận Tiếp nhận và Trả kết quả", place="Bỉm Sơn", owner="Lê Thị Hiên Mẫu",
    owner_address="Khu phố 5, phường Ba Đình", owner_id="038000000012", owner_phone="0900000012",
    submitter="", procedure="Cấp giấy phép xây dựng đối với nhà ở riêng lẻ tại đô thị",
    papers=[Paper("Đơn đề nghị theo mẫu", "Bản chính", 1), Paper("Bản vẽ", "Bản chính", 2)],
    copies=1, term="15 ngày", received_at=AT, due_at=AT + timedelta(days=21), provisional=False,
    result_by="Tại Bộ phận Tiếp nhận và Trả kết quả", fee="75.000 đồng/giấy phép",
    issuer="Lê Thị Quầy Mẫu", lookup_url="https://motcua.example/tra-cuu?ma=1&kt=JJC6",
    check="JJC6",
)  # fmt: skip


def measured(say: Callable[[str], None], together: int = TOGETHER) -> list[Line]:
    """The lines of P11; about a minute of one core."""
    say("a slip alone, then a thousand in one file")
    render(SLIP)
    alone = []
    for number in range(ALONE):
        before = time.process_time()
        render(_slip(number))
        alone.append(1000 * (time.process_time() - before))
    before = _children() + time.process_time()
    _file(together)
    took = _children() + time.process_time() - before
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        at_most("P11", "receipt PDF, median of CPU", 10, statistics.median(alone), "ms"),
        at_most("P11", f"{together:,} receipts in one file, CPU", 5, took, "s"),
        at_most("P11", "memory of the largest process that sets them", 600, largest, "MB"),
    ]


def _slip(number: int) -> Receipt:
    code = f"000.00.19.H56-170306-{number:04d}"
    return replace(SLIP, code=code, lookup_url=f"https://motcua.example/tra-cuu?ma={code}&kt=JJC6")


def _file(count: int) -> bytes:
    whole, size = PdfWriter(), CHUNK["receipts"]
    for first in range(0, count, size):
        slips = [_slip(number) for number in range(first, min(first + size, count))]
        content = pressed(Form.RECEIPT, sheets(slips, NO_MARK))
        whole.append(io.BytesIO(content), import_outline=False)
    out = io.BytesIO()
    whole.write(out)
    return out.getvalue()


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
