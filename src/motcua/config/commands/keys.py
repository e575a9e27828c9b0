"""`motcua keys`: the keys that sign the codes on papers, listed, followed by a new one, revoked."""

import sys
from collections.abc import Sequence
from datetime import datetime

from motcua.config import cli, environment, keys
from motcua.core.clock import VN
from motcua.papers import seal_keys

STATES = {"in_use": "đang dùng", "followed": "đã thay, còn đúng", "revoked": "đã thu hồi"}


def run(arguments: Sequence[str]) -> int:
    """Needs no database: keys are files of the data folder."""
    parser = cli.parser("keys")
    asked = parser.add_subparsers(dest="what")
    asked.add_parser("renew", help="thêm khoá mới; giấy ký bằng khoá cũ vẫn đúng")
    revoking = asked.add_parser("revoke", help="thu hồi; mọi giấy ký bằng khoá ấy thành sai")
    revoking.add_argument("id")
    given = parser.parse_args(arguments)
    data, today = environment.read().data, datetime.now(VN).date()
    keys.ensure(data)
    if given.what == "renew":
        seal_keys.renew(data, today)
    if given.what == "revoke" and not seal_keys.revoke(data, given.id, today):
        sys.stderr.write(f"motcua: không có khoá {given.id}. Gõ motcua keys để xem các khoá.\n")
        return 1
    for key in seal_keys.keys(data):
        until = f" đến {key.until_on:%d/%m/%Y}" if key.until_on else ""
        sys.stdout.write(f"{key.id}  từ {key.from_on:%d/%m/%Y}{until}  {STATES[key.state]}\n")
    return 0
