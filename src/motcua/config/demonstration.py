"""The demonstration folder: made, moved to a day, shown; never beside real dossiers."""

import sys
from collections.abc import Callable
from datetime import datetime

from motcua.config import beats, migrating, progress, reference
from motcua.config.environment import Environment
from motcua.config.said import Said
from motcua.exchange import demo
from motcua.exchange.demo.loading import Tell
from motcua.jobs import runs
from motcua.organization import selectors, timekeeping
from motcua.reports import commands as reports

NAME = "config.demonstration"
WARDS = ("phuong-bim-son", "phuong-quang-trung")


def prepare(moment: datetime | None, day: str = "") -> None:
    """Bring the folder up to date and load the demonstration if it is absent. Raises Said.

    `day` is one of `demo.DAYS`; without it the folder's own, at first 2017. The first time at most
    90 s, later 1 s; nothing is loaded twice, and a load that was interrupted is begun anew.
    """
    migrating.migrate()
    last = runs.last_run(NAME)
    if last is not None and last.failing and not demo.loaded():
        migrating.start_over()
    reference.load()
    if day == "2017" and demo.loaded() and demo.stands_in_wards():
        raise Said(
            "thư mục mẫu này đã sang năm 2026, đơn vị cũ đã sắp xếp lại nên không quay về 2017. "
            "Hãy đặt MOTCUA_DATA là một thư mục mới."
        )
    if day == "2026" and not demo.wards_loaded():
        _load(demo.load_second_day, "Đang nạp hai phường, từ 7/2025 đến 11/2026")
    elif not demo.loaded():
        _load(demo.load, "Đang nạp thị xã Bỉm Sơn, quý I năm 2017")
    if moment is not None:
        timekeeping.set_demonstration(moment)


def _load(load: Callable[[Tell], None], said: str) -> None:
    if demo.has_other_dossiers():
        raise Said(
            "thư mục này có hồ sơ thật nên không nạp dữ liệu mẫu vào. "
            "Hãy đặt MOTCUA_DATA là một thư mục mới."
        )
    runs.failed(NAME, timekeeping.real_now(), "đang nạp")
    selectors.forget()
    with progress.bar(said) as tell:
        load(tell)
    beats.seal_yesterday()
    runs.succeeded(NAME, timekeeping.real_now())


def show(env: Environment) -> None:
    """Print Phụ lục II, the addresses and the log-ins of every role."""
    out = sys.stdout
    out.write("\n")
    if demo.stands_in_wards():
        for ward in WARDS:
            reports.print_this_year(ward, out)
    else:
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
        out.write(f"  {login.role:<60}{login.username:<36}{login.password}\n")
    out.write("\n")
    out.flush()
