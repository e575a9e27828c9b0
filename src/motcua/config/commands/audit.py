"""`motcua audit export`: the audit of a period as a file that proves itself."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("audit")
    export = parser.add_subparsers(dest="what", required=True).add_parser("export")
    export.add_argument("--from", dest="first", type=_day, required=True, help="ngày đầu")
    export.add_argument("--to", dest="last", type=_day, required=True, help="ngày cuối")
    export.add_argument(
        "--with-dossiers", action="store_true", help="kèm lịch sử của mọi hồ sơ, để kiểm tra cả dấu"
    )
    export.add_argument("-o", dest="output", type=Path, help="ghi ra tệp")
    given = parser.parse_args(arguments)
    with started():
        from motcua.dossiers.verifying.exporting import histories
        from motcua.identity.services.watching import export_trail
        from motcua.organization.timekeeping import real_now

        lines = export_trail(
            given.first,
            given.last,
            at=real_now(),
            by=None,
            more=histories() if given.with_dossiers else (),
            whole=given.with_dossiers,
        )
        if given.output is None:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(lines)
            sys.stdout.buffer.flush()
        else:
            with given.output.open("wb") as file:
                file.writelines(lines)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"“{text}” không phải ngày; viết năm-tháng-ngày, ví dụ 2017-03-31"
        raise argparse.ArgumentTypeError(said) from None
