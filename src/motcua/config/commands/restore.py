"""`motcua restore FILE`: a backup into an empty folder or an empty database."""

import sys
from collections.abc import Sequence
from pathlib import Path

from motcua.config import cli, databases
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("restore")
    parser.add_argument("file", metavar="FILE", type=Path, help="tệp do motcua backup ghi")
    source: Path = parser.parse_args(arguments).file
    with started() as env:
        from motcua.config.backup import restoring

        rows = restoring.restore(source, databases.url(env), env.data)
    sys.stdout.write(
        f"Đã phục hồi {len(rows)} bảng, {sum(rows.values())} dòng. Việc nền và tin chưa gửi được "
        "giữ lại đến khi quản trị viên cho chạy tiếp. Nên chạy motcua verify.\n"
    )
    return 0
