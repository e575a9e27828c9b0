"""`motcua setup`: tables and reference data of this version, in a new or an older data folder."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("setup").parse_args(arguments)
    with started() as env:
        from motcua.config import migrating, reference

        migrating.migrate()
        changed = reference.load()
    words = ", ".join(changed) or "không có gì mới"
    sys.stdout.write(f"Thư mục {env.data} đã sẵn sàng. Dữ liệu gốc vừa nạp: {words}.\n")
    return 0
