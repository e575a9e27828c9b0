"""`motcua backup FILE`: everything, as of one moment, in one file."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from motcua.config import cli, databases
from motcua.config.said import Said
from motcua.config.starting import started
from motcua.core.clock import VN


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("backup")
    parser.add_argument("file", metavar="FILE", type=Path, help="tệp sẽ ghi; chưa có sẵn")
    target: Path = parser.parse_args(arguments).file
    if target.exists():
        raise Said(f"đã có {target}; hãy chọn tên tệp khác.")
    if not target.absolute().parent.is_dir():
        raise Said(f"không có thư mục {target.absolute().parent}.")
    with started() as env:
        from motcua.config.backup import writing

        rows = writing.write(env, databases.url(env), target.absolute(), at=datetime.now(VN))
    sys.stdout.write(
        f"Đã sao lưu {len(rows)} bảng, {sum(rows.values())} dòng vào {target}.\n"
        "Tệp có cả các khoá của đơn vị (khoá ký văn bản vẫn cần mã PIN): giữ kín như con dấu.\n"
    )
    return 0
