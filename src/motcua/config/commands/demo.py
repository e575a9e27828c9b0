"""`motcua demo`: the demonstration, loaded if absent, shown, and served."""

import argparse
import os
from collections.abc import Sequence
from datetime import datetime, time

from motcua.config import cli, environment, supervisor
from motcua.config.starting import started
from motcua.core.clock import VN

FORMATS = ("%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%dT%H:%M", "%Y-%m-%d")
MORNING = time(9, 42)


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("demo")
    parser.add_argument("--no-serve", action="store_true", help="dừng lại trước khi phục vụ")
    parser.add_argument("--date", type=moment, help="ngày của thư mục mẫu, ví dụ 31/03/2017 09:42")
    parser.add_argument(
        "--day", choices=("2017", "2026"), default="",
        help="2017: thị xã Bỉm Sơn, quý I; 2026: hai phường, sáng 25/11/2026",
    )  # fmt: skip
    parser.add_argument(
        "--demo-on-network",
        action="store_true",
        help="cho phép phục vụ tài khoản mẫu ở địa chỉ máy khác vào được",
    )
    given = parser.parse_args(arguments)
    env = environment.read()
    os.environ["MOTCUA_PUBLIC_URL"] = env.public_url or env.local_url
    if given.no_serve:
        return _prepare(given.date, given.day)
    with supervisor.only_one(env.data), supervisor.database(env):
        words = [word for word in arguments if word != "--demo-on-network"]
        status = supervisor.through("demonstration", *words)
        return status or supervisor.run(env, demo_on_network=given.demo_on_network)


def moment(text: str) -> datetime:
    """A day, or a day and time, as people write it; a day alone means 09:42."""
    for form in FORMATS:
        try:
            found = datetime.strptime(text.strip(), form).replace(tzinfo=VN)
        except ValueError:
            continue
        return found if "%H" in form else datetime.combine(found, MORNING, VN)
    raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; ví dụ đúng: 31/03/2017 09:42")


def _prepare(date: datetime | None, day: str) -> int:
    with started() as env:
        from motcua.config import demonstration

        demonstration.prepare(date, day)
        demonstration.show(env)
    return 0
