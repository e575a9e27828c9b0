"""`motcua verify`: replays every dossier, checks every chain and hash, names each difference."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("verify").parse_args(arguments)
    with started():
        from motcua.dossiers.verifying import run as dossiers
        from motcua.files import store
        from motcua.reports import frozen

        damaged = [f"tệp {one}: thiếu, hoặc nội dung đã bị sửa" for one in store.differences()]
        damaged += frozen.differences()
        for said in damaged:
            sys.stdout.write(f"{said}\n")
        return max(dossiers.run(sys.stdout, sys.stderr), int(bool(damaged)))
