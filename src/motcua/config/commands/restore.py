"""`motcua restore FILE`: a backup into an empty folder or database; then, once an administrator
has looked, `motcua restore --release` lets held jobs and notices go."""

import sys
from collections.abc import Sequence
from pathlib import Path

from motcua.config import cli, databases
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("restore")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("file", metavar="FILE", type=Path, nargs="?", help="tệp motcua backup ghi")
    given.add_argument(
        "--release", action="store_true", help="cho chạy việc nền và tin đã giữ lại khi phục hồi"
    )
    wanted = parser.parse_args(arguments)
    return _release() if wanted.release else _restore(wanted.file)


def _restore(source: Path) -> int:
    with started() as env:
        from motcua.config.backup import restoring

        rows = restoring.restore(source, databases.url(env), env.data)
    sys.stdout.write(
        f"Đã phục hồi {len(rows)} bảng, {sum(rows.values())} dòng. Nên chạy motcua verify. "
        "Việc nền và tin chưa gửi được giữ lại; khi đã xem xong, motcua restore --release "
        "cho chúng đi tiếp.\n"
    )
    return 0


def _release() -> int:
    with started():
        from motcua.jobs import runs
        from motcua.messages import holding

        jobs, notices = runs.release(), holding.release()
    sys.stdout.write(f"Đã cho chạy tiếp {jobs} việc nền và {notices} tin.\n")
    return 0
