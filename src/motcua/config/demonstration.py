"""The demonstration folder: made, moved to a day, shown; never beside real dossiers."""

import sys
from datetime import datetime

from motcua.config import beats, migrating, progress, reference
from motcua.config.environment import Environment
from motcua.config.said import Said
from motcua.exchange import demo
from motcua.jobs import runs
from motcua.organization import selectors, timekeeping
from motcua.reports import commands as reports

NAME = "config.demonstration"


def prepare(moment: datetime | None) -> None:
    """Bring the folder up to date and load the demonstration if it is absent. Raises Said.

    The first time at most 90 s, later 1 s; nothing is loaded twice, and a load that was
    interrupted is begun anew.
    """
    migrating.migrate()
    last = runs.last_run(NAME)
    if last is not None and last.failing and not demo.loaded():
        migrating.start_over()
    reference.load()
    if not demo.loaded():
        _load()
    if moment is not None:
        timekeeping.set_demonstration(moment)


def _load() -> None:
    if demo.has_other_dossiers():
        raise Said(
            "thư mục này có hồ sơ thật nên không nạp dữ liệu mẫu vào. "
            "Hãy đặt MOTCUA_DATA là một thư mục mới."
        )
    runs.failed(NAME, timekeeping.real_now(), "đang nạp")
    selectors.forget()
    with progress.bar("Đang nạp thị xã Bỉm Sơn, quý I năm 2017") as tell:
        demo.load(tell)
    beats.seal_yesterday()
    runs.succeeded(NAME, timekeeping.real_now())


def show(env: Environment) -> None:
    """Print Phụ lục II, the addresses and the log-ins of every role."""
    out = sys.stdout
    out.write("\n")
    reports.print_phu_luc_ii("bim-son", out)
    where = env.public_url or env.local_url
    out.write(f"\nNgày của thư mục mẫu: {timekeeping.now():%H:%M %d/%m/%Y}\n\n")
    for name, path in (
        ("Cổng người dân", "/"),
        ("Tra cứu hồ sơ", "/tra-cuu"),
        ("Ki-ốt", "/kiosk"),
        ("Cán bộ", "/can-bo/dang-nhap"),
    ):
        out.write(f"  {name:<16}{where}{path}\n")
    out.write("\nTài khoản mẫu:\n")
    for login in demo.logins():
        out.write(f"  {login.role:<60}{login.username:<28}{login.password}\n")
    out.write("\n")
    out.flush()
