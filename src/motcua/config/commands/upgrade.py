"""`motcua upgrade`: this version takes over the folder, or everything is as it was."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from motcua.config import cli, environment, supervisor
from motcua.config.starting import started
from motcua.core.clock import VN


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("upgrade")
    parser.add_argument(
        "--back",
        nargs="?",
        const="",
        metavar="FILE",
        help="trở lại như trước lần nâng cấp cuối (mất việc làm sau đó), để chạy bản cũ",
    )
    parser.add_argument(
        "--if-needed",
        action="store_true",
        help="chỉ khi bảng chưa đúng bản này; thư mục mới thì tạo bảng",
    )
    given = parser.parse_args(arguments)
    with supervisor.only_one(environment.read().data), started() as env:
        from motcua.config import upgrading

        if given.back is not None:
            source = upgrading.back(env, Path(given.back) if given.back else None, _tell)
            sys.stdout.write(f"Đã trở lại như {source}. Hãy chạy bản chương trình cũ.\n")
            return 0
        if given.if_needed and upgrading.is_current(env):
            return 0
        done = upgrading.upgrade(env, at=datetime.now(VN), tell=_tell)
    what = "Đã nâng cấp" if done.migrated else "Bảng đã đúng bản này"
    sys.stdout.write(
        f"{what}; kiểm tra không thấy gì sai. Bản sao lưu trước đó ở {done.backup}.\n"
        "Chạy motcua serve để làm việc tiếp.\n"
    )
    return 0


def _tell(step: str) -> None:
    sys.stderr.write(f"{step} …\n")
    sys.stderr.flush()
