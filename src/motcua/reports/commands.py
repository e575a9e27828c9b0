"""`motcua report`: the reports on the command line, to the contract of the command line."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TextIO

from motcua.core.clock import VN
from motcua.organization import timekeeping
from motcua.reports import ii_06a
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from motcua.reports.writers.as_csv import as_csv
from motcua.reports.writers.as_json import as_json
from motcua.reports.writers.as_pdf import as_pdf
from motcua.reports.writers.as_text import as_text
from motcua.reports.writers.as_xlsx import as_xlsx

FIRST_QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
PHU_LUC_II: dict[str, Callable[[PhuLucII], str | bytes]] = {
    "json": as_json,
    "csv": as_csv,
    "xlsx": as_xlsx,
    "pdf": lambda sheet: as_pdf(sheet, sample=timekeeping.is_demonstration()),
    "text": as_text,
}
II_06A: dict[str, Callable[[ii_06a.Sheet], str | bytes]] = {
    "json": ii_06a.as_json,
    "csv": ii_06a.as_csv,
    "xlsx": ii_06a.as_xlsx,
}


def run(arguments: Sequence[str]) -> int:
    """Write the report asked for; 0, or 2 for wrong usage. Raises Refused for what is no report."""
    given = _parser().parse_args(arguments)
    now = timekeeping.now()
    if given.report == "phu-luc-ii":
        sheet = phu_luc_ii(
            given.office, given.first, given.last, now=now, as_of=given.as_of,
            known_at=given.known_at,
        )  # fmt: skip
        _write(PHU_LUC_II[given.format](sheet), given.output)
    else:
        tally = ii_06a.ii_06a(
            given.office, given.first, given.last, now=now, as_of=given.as_of,
            with_below=given.with_below, known_at=given.known_at,
        )  # fmt: skip
        _write(II_06A[given.format](tally), given.output)
    return 0


def print_phu_luc_ii(office: str, out: TextIO) -> None:
    """The first quarter of 2017 as a table of signs: what the demonstration shows."""
    out.write(as_text(phu_luc_ii(office, *FIRST_QUARTER, now=timekeeping.now())))


def print_this_year(office: str, out: TextIO) -> None:
    """The year so far as a table of signs: what the demonstration's second day shows."""
    now = timekeeping.now()
    first, last = date(now.year, 1, 1), date(now.year, 12, 31)
    out.write(as_text(phu_luc_ii(office, first, last, now=now)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua report", description="Lập báo cáo")
    reports = parser.add_subparsers(dest="report", required=True)
    for name, forms in (("phu-luc-ii", PHU_LUC_II), ("ii-06a", II_06A)):
        one = reports.add_parser(name)
        one.add_argument("--office", required=True, help="đơn vị, ví dụ bim-son")
        one.add_argument("--from", dest="first", type=_day, required=True, help="ngày đầu kỳ")
        one.add_argument("--to", dest="last", type=_day, required=True, help="ngày cuối kỳ")
        one.add_argument("--as-of", type=_day, help="xét đến hết ngày này")
        one.add_argument("--known-at", type=_moment, help="theo những gì đã ghi đến lúc này")
        one.add_argument("--format", choices=sorted(forms), default="json")
        one.add_argument("-o", dest="output", type=Path, help="ghi ra tệp")
        if name == "ii-06a":
            one.add_argument("--with-below", action="store_true", help="cộng các đơn vị bên dưới")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"“{text}” không phải ngày; viết năm-tháng-ngày, ví dụ 2017-03-31"
        raise argparse.ArgumentTypeError(said) from None


def _moment(text: str) -> datetime:
    """A moment of Việt Nam; a day alone means its end."""
    try:
        if len(text) == len("2017-03-31"):
            return datetime.combine(date.fromisoformat(text), time.max, VN)
        return datetime.fromisoformat(text).replace(tzinfo=VN)
    except ValueError:
        said = f"“{text}” không phải ngày giờ; ví dụ 2017-03-31 hoặc 2017-03-31T09:42"
        raise argparse.ArgumentTypeError(said) from None


def _write(made: str | bytes, output: Path | None) -> None:
    raw = made.encode() if isinstance(made, str) else made
    if output is not None:
        output.write_bytes(raw)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
