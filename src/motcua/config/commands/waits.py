"""`motcua waits`: reckons the waiting times told in public, as each night does by itself."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("waits").parse_args(arguments)
    with started():
        from motcua.organization import timekeeping
        from motcua.reports.waits import renewing, selectors

        renewing.run(timekeeping.real_now(), timekeeping.now())
        made, told = selectors.renewal(), selectors.every_waited()
        assert made is not None  # noqa: S101 (just written)
        sys.stdout.write(
            f"Thời gian chờ từ {made.from_on:%d/%m/%Y} đến {made.to_on:%d/%m/%Y}: {len(told)} thủ "
            f"tục tại đơn vị có từ {made.least} hồ sơ, cộng {sum(o.dossiers for o in told)} hồ sơ."
            "\n"
        )
    return 0
