"""`motcua report`: the reports on the command line, to the contract of the command line."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TextIO

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.selectors.register import STATES
from motcua.organization import timekeeping
from motcua.reports import register
from motcua.reports.consolidation.forms import FORMS as COLLECTED
from motcua.reports.consolidation.selectors import consolidated_of
from motcua.reports.family import FAMILY, FORMATS, Wanted
from motcua.reports.narrative import writing as narrative
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
"""Where its own layout says more than the table every report has in common."""

NARRATIVE = "tinh-hinh"


def run(arguments: Sequence[str]) -> int:
    """Write the report asked for; 0, or 2 for wrong usage. Raises Refused for what is no report."""
    parser = _parser()
    given = parser.parse_args(arguments)
    _alone(parser, given)
    now = timekeeping.now()
    if given.report == register.SLUG:
        _write(register.written(given, now), given.output)
        return 0
    _not_ahead(given.known_at, now)
    asked = Wanted(
        given.office, given.first, given.last, now, getattr(given, "as_of", None), given.known_at,
        getattr(given, "with_below", False), getattr(given, "by", "field"),
    )  # fmt: skip
    if getattr(given, "consolidated", False):
        _write(_consolidated(given), given.output)
    elif given.report == "phu-luc-ii" and given.format in PHU_LUC_II:
        sheet = phu_luc_ii(
            asked.office, asked.from_on, asked.to_on, now=now, as_of=asked.as_of,
            known_at=asked.known_at,
        )  # fmt: skip
        _write(PHU_LUC_II[given.format](sheet), given.output)
    elif given.report == NARRATIVE:
        _write(narrative.written(given, now), given.output)
    else:
        table = FAMILY[given.report].build(asked)
        _write(FORMATS[given.format](table), given.output)
    return 0


def _alone(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """What was confirmed is as it was confirmed: nothing else can be asked of it."""
    others = ("known_at", "as_of", "with_below")
    if getattr(given, "consolidated", False) and any(getattr(given, o, None) for o in others):
        parser.error("--consolidated không đi cùng --known-at, --as-of, --with-below")


def _consolidated(given: argparse.Namespace) -> str | bytes:
    """The round of that office over those days, put together. Raises Refused."""
    made = consolidated_of(given.office, given.report, given.first, given.last).made
    if made.sheet is not None and given.format in PHU_LUC_II:
        return PHU_LUC_II[given.format](made.sheet)
    return FORMATS[given.format](made.table)


def _not_ahead(known_at: datetime | None, now: datetime) -> None:
    """A day alone means its end: of today, that is now."""
    if known_at is not None and known_at.date() > now.astimezone(VN).date():
        raise Refused("known_at_ahead")


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
    words = reports.add_parser(NARRATIVE, help="Báo cáo tình hình triển khai")
    _of_a_period(words, sorted(narrative.FORMS))
    _of_a_register(reports.add_parser(register.SLUG, help=register.NAME))
    for name, report in FAMILY.items():
        one = reports.add_parser(name, help=report.name)
        _of_a_period(one, sorted(FORMATS))
        one.add_argument("--as-of", type=_day, help="xét đến hết ngày này")
        if name in COLLECTED:
            one.add_argument(
                "--consolidated",
                action="store_true",
                help="như các đơn vị bên dưới đã xác nhận trong kỳ tổng hợp ấy",
            )
        if report.below:
            one.add_argument("--with-below", action="store_true", help="cộng các đơn vị bên dưới")
        if report.by:
            one.add_argument("--by", choices=("field", "unit"), default="field",
                             help="mỗi dòng một lĩnh vực, hoặc một đơn vị")  # fmt: skip
    return parser


def _of_a_register(one: argparse.ArgumentParser) -> None:
    """Lines name people: besides whose and over which days, what they are taken for."""
    _of_days(one, sorted(register.FORMS))
    one.add_argument("--state", choices=sorted(STATES), default="", help="chỉ tình trạng này")
    one.add_argument("--purpose", required=True, help="lấy để làm gì, ghi vào nhật ký")


def _of_a_period(one: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """What every report asks: of whom, over which days, by what was known when, in which form."""
    _of_days(one, formats)
    one.add_argument("--known-at", type=_moment, help="theo những gì đã ghi đến lúc này")


def _of_days(one: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    one.add_argument("--office", required=True, help="đơn vị, ví dụ bim-son")
    one.add_argument("--from", dest="first", type=_day, required=True, help="ngày đầu kỳ")
    one.add_argument("--to", dest="last", type=_day, required=True, help="ngày cuối kỳ")
    one.add_argument("--format", choices=formats, default="json")
    one.add_argument("-o", dest="output", type=Path, help="ghi ra tệp")


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
