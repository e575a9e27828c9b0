"""`motcua tallies`: compares the tallies with a recount; `--repair` counts them anew."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started

SHOWN = 200


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("tallies")
    parser.add_argument(
        "--repair", action="store_true", help="có sai lệch thì đếm lại toàn bộ rồi so lần nữa"
    )
    given = parser.parse_args(arguments)
    with started():
        from motcua.reports import tallying

        found = tallying.compared()
        sys.stdout.writelines(f"{said}\n" for said in found[:SHOWN])
        sys.stdout.write(f"Bảng đếm: {len(found)} sai lệch.")
        if not found or not given.repair:
            sys.stdout.write(" Thêm --repair để đếm lại.\n" if found else "\n")
            return int(bool(found))
        tallying.rebuild()
        left = len(tallying.compared())
        sys.stdout.write(f" Đã đếm lại, còn {left} sai lệch.\n")
        return int(bool(left))
